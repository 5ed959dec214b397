// Command perf measures the built sovlint as whole processes against floors in
// the same run, prints the table of the performance page, and exits 1 when a
// figure is more than a quarter beyond its goal, or, where the goal is known to
// be missed, beyond what was reached.
//
//	go run -C .github/tools ./perf [-short] [-pairs N]
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) == 4 && os.Args[1] == "floor" {
		if err := floors[os.Args[2]](os.Args[3]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	short := flag.Bool("short", false, "small inputs and the ratios that hold on them")
	pairs := flag.Int("pairs", 5, "pairs of runs for each ratio")
	flag.Parse()
	ok, err := measure(*short, *pairs)
	if err != nil {
		fmt.Fprintln(os.Stderr, "perf:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// A use is what one process took.
type use struct{ cpu, peak float64 } // seconds of user and system; MiB

func process(stdin string, args ...string) (use, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stderr = os.Stderr
	if stdin != "" {
		f, err := os.Open(stdin)
		if err != nil {
			return use{}, err
		}
		defer f.Close()
		cmd.Stdin = f
	}
	if err := cmd.Run(); err != nil {
		return use{}, fmt.Errorf("%s: %w", strings.Join(args, " "), err)
	}
	r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return use{}, fmt.Errorf("no resource usage on %s", runtime.GOOS)
	}
	unit := 1024.0
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return use{cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds(), float64(r.Maxrss) * unit / (1 << 20)}, nil
}

// A bench holds the programs and the inputs of a run.
type bench struct {
	dir, sovlint, self string
	pairs              int
	rows               [][]string
	ok                 bool
}

func measure(short bool, pairs int) (bool, error) {
	dir, err := os.MkdirTemp("", "perf")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	b := &bench{dir: dir, sovlint: filepath.Join(dir, "sovlint"), pairs: pairs, ok: true}
	if b.self, err = os.Executable(); err != nil {
		return false, err
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", b.sovlint, "./cmd/sovlint")
	build.Dir, build.Stderr = filepath.Join("..", ".."), os.Stderr
	if err := build.Run(); err != nil {
		return false, fmt.Errorf("go build: %w", err)
	}
	if err := b.all(short); err != nil {
		return false, err
	}
	b.print()
	return b.ok, nil
}

// A goal is what a figure should be at most. Where it is known to be missed,
// reached is what it was, and why says what stands in the way.
type goal struct {
	want, reached float64
	why           string
}

// limit is what a figure may be without failing the run.
func (g goal) limit() float64 { return 1.25 * max(g.want, g.reached) }

// The goals that are missed.
var (
	validGoal = goal{1, 2.2, "json.Valid keeps nothing; here every token is checked, placed and judged, and the digest is taken"}
	planGoal  = goal{1.0 / 8, 0.5, "as above"}
	treeGoal  = goal{1.3, 1.6, "a small tree pays the start; a large one is met or missed by the load of the machine: half goes into judging"}
	startGoal = goal{10, 12, "loading the program, as --version does, takes half of it"}
)

func (b *bench) all(short bool) error {
	big, files := 100, 1000
	if short {
		big, files = 20, 200
	}
	plan, err := b.plan("wide", big)
	if err != nil {
		return err
	}
	small, err := b.plan("wide", big/10)
	if err != nil {
		return err
	}
	check := []string{b.sovlint, "check", "-q", "--fail-on", "never", "--as-of", "2026-11-23"}
	steps := []func() error{
		func() error {
			return b.ratio("T1", fmt.Sprintf("plan of %d MB / json.Valid", big), validGoal, append(check, plan), []string{b.self, "floor", "valid", plan})
		},
		func() error {
			return b.ratio("T2", fmt.Sprintf("plan of %d MB / tfjson.Plan", big), planGoal, append(check, plan), []string{b.self, "floor", "tfjson", plan})
		},
		func() error {
			return b.peer("T3", fmt.Sprintf("plan of %d MB / conftest", big), goal{want: 1.0 / 10}, append(check, plan), plan)
		},
		func() error {
			return b.peak("T4", fmt.Sprintf("peak at %d MB, MiB", big), goal{want: 32}, append(check, plan))
		},
		func() error {
			return b.ratio("T9", fmt.Sprintf("plan of %d MB / of %d MB", big, big/10), goal{want: 11}, append(check, plan), append(check, small))
		},
	}
	if !short {
		for _, s := range shapes[1:] {
			steps = append(steps, func() error {
				file, err := b.plan(s.name, big)
				if err != nil {
					return err
				}
				return b.peak("T4", s.about+", MiB", goal{32, s.peak, s.why}, append(check, file))
			})
		}
	}
	steps = append(steps, func() error { return b.tree(files, check) })
	if !short {
		steps = append(steps, func() error { return b.grown(files, check) })
	}
	for _, step := range append(steps, func() error { return b.start(check) }) {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) plan(name string, mb int) (string, error) {
	file := filepath.Join(b.dir, fmt.Sprintf("%s-%d.json", name, mb))
	i := slices.IndexFunc(shapes, func(s shape) bool { return s.name == name })
	f, err := os.Create(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return file, writePlan(f, shapes[i], mb*1_000_000)
}

// ratio runs two programs in turn and takes the median of the ratios.
func (b *bench) ratio(id, what string, goal goal, a, floor []string) error {
	var ratios []float64
	for range b.pairs + 1 {
		x, err := process("", a...)
		if err != nil {
			return err
		}
		y, err := process("", floor...)
		if err != nil {
			return err
		}
		ratios = append(ratios, x.cpu/max(y.cpu, 0.001))
	}
	b.row(id, what, goal, median(ratios[1:]))
	return nil
}

func (b *bench) peak(id, what string, goal goal, args []string) error {
	most := 0.0
	for range b.pairs {
		u, err := process("", args...)
		if err != nil {
			return err
		}
		most = max(most, u.peak)
	}
	b.row(id, what, goal, most)
	return nil
}

func (b *bench) peer(id, what string, goal goal, a []string, plan string) error {
	conftest, err := exec.LookPath("conftest")
	if err != nil {
		b.rows = append(b.rows, []string{id, what, fmt.Sprintf("%.3g", goal.want), "-", "conftest is not here"})
		return nil
	}
	policy := filepath.Join(b.dir, "policy.rego")
	rego := "package main\n\nimport rego.v1\n\nallowed := {\"eu-west-3\", \"eu-west-1\"}\n\nwarn contains msg if {\n\tsome r in input.resource_changes\n\tnot r.change.after.region in allowed\n\tmsg := r.address\n}\n"
	if err := os.WriteFile(policy, []byte(rego), 0o644); err != nil {
		return err
	}
	return b.ratio(id, what, goal, a, []string{conftest, "test", "--no-fail", "--quiet", "-p", policy, plan})
}

func (b *bench) tree(files int, check []string) error {
	dir, err := b.treeOf(files)
	if err != nil {
		return err
	}
	args := append(slices.Clone(check), dir)
	if err := b.ratio("T6", fmt.Sprintf("%d .tf files / hclsyntax", files), treeGoal, args, []string{b.self, "floor", "hclsyntax", dir}); err != nil {
		return err
	}
	return b.peak("T7", fmt.Sprintf("peak on %d .tf files, MiB", files), goal{want: 48}, args)
}

// grown measures how a tree ten times as large compares.
func (b *bench) grown(files int, check []string) error {
	if err := b.tree(10*files, check); err != nil {
		return err
	}
	large, err := b.treeOf(10 * files)
	if err != nil {
		return err
	}
	small, err := b.treeOf(files)
	if err != nil {
		return err
	}
	return b.ratio("T9", fmt.Sprintf("%d .tf files / %d", 10*files, files), goal{want: 12}, append(slices.Clone(check), large), append(slices.Clone(check), small))
}

func (b *bench) treeOf(files int) (string, error) {
	dir := filepath.Join(b.dir, fmt.Sprintf("tree-%d", files))
	return dir, writeTree(dir, files)
}

func (b *bench) start(check []string) error {
	one, err := b.plan("wide", 0)
	if err != nil {
		return err
	}
	for _, c := range []struct {
		what string
		args []string
	}{{"start: a plan of one resource, ms", append(slices.Clone(check), one)}, {"start: --version, ms", []string{b.sovlint, "--version"}}} {
		var ms []float64
		for range 4 * b.pairs {
			u, err := process("", c.args...)
			if err != nil {
				return err
			}
			ms = append(ms, u.cpu*1000)
		}
		b.row("T8", c.what, startGoal, median(ms))
	}
	return nil
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

func (b *bench) row(id, what string, goal goal, got float64) {
	note := ""
	if got > goal.want {
		note = strings.TrimSuffix("misses its goal: "+goal.why, ": ")
	}
	if got > goal.limit() {
		note, b.ok = fmt.Sprintf("more than %.3g: %s", goal.limit(), note), false
	}
	b.rows = append(b.rows, []string{id, what, fmt.Sprintf("%.3g", goal.want), fmt.Sprintf("%.3g", got), note})
}

func (b *bench) print() {
	fmt.Printf("Measured on %s, %s/%s, %d processors, %s. CPU seconds of whole processes, medians of %d pairs.\n\n", time.Now().UTC().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), b.pairs)
	fmt.Println("| # | what | goal | measured | |")
	fmt.Println("|---|---|---|---|---|")
	for _, r := range b.rows {
		fmt.Println("| " + strings.Join(r, " | ") + " |")
	}
}
