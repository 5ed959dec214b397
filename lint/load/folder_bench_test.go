package load_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
)

// growTree writes a repository of modules with ten files each: one in five is
// a root that calls four others.
func growTree(tb testing.TB, modules int) string {
	tb.Helper()
	top := tb.TempDir()
	write := func(name, text string) {
		p := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	roots := modules / 5
	for i := range modules {
		dir := fmt.Sprintf("modules/m%04d", i-roots)
		if i < roots {
			dir = fmt.Sprintf("envs/e%04d", i)
		}
		write(dir+"/main.tf", head(i, roots))
		for f := range 9 {
			write(fmt.Sprintf("%s/part%d.tf", dir, f), part(i, f))
		}
	}
	return top
}

func head(i, roots int) string {
	s := `variable "region" {
  description = "where it all goes"
  type        = string
  default     = "eu-west-3"
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  name = "stack-${var.region}"
  tags = merge(var.tags, { owner = "team", project = local.name })
}

output "name" {
  description = "the name"
  value       = local.name
}
`
	if i >= roots {
		return s
	}
	s += `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
  backend "s3" {
    bucket = "states"
    key    = "x"
    region = "eu-west-3"
  }
}

provider "aws" {
  region = var.region
}
`
	for c := range 4 {
		s += fmt.Sprintf("\nmodule \"m%d\" {\n  source = \"../../modules/m%04d\"\n  region = var.region\n  tags   = local.tags\n}\n", c, i*4+c)
	}
	return s
}

func part(i, f int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Part %d of module %d.\n\n", f, i)
	fmt.Fprintf(&b, `resource "aws_s3_bucket" "b%[1]d" {
  bucket = "${local.name}-data-%[1]d" # its name
  tags   = merge(local.tags, { class = "personal" })

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_db_instance" "d%[1]d" {
  count             = 2
  identifier        = "db-%[1]d-${count.index}"
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  availability_zone = "${var.region}${element(["a", "b", "c"], count.index)}"
  storage_encrypted = true
  kms_key_id        = aws_kms_key.k%[1]d.arn
  tags              = local.tags
}

resource "aws_kms_key" "k%[1]d" {
  description             = "the key of part %[1]d"
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action   = ["kms:*"]
        Effect   = "Allow"
        Resource = "*"
        Principal = {
          AWS = "arn:aws:iam::123456789012:root"
        }
      },
    ]
  })
}

resource "aws_security_group" "g%[1]d" {
  name = "sg-%[1]d"

  dynamic "ingress" {
    for_each = [80, 443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}
`, f)
	return b.String()
}

func cpu() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// bareParse parses every file of a tree and keeps nothing.
func bareParse(tb testing.TB, top string) (size int64) {
	tb.Helper()
	err := filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		size += int64(len(src))
		_, diags := hclsyntax.ParseConfig(src, p, hcl.InitialPos)
		if diags.HasErrors() {
			return diags
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return size
}

func evalAll(tb testing.TB, top string) (resources int, peak uint64) {
	tb.Helper()
	root, err := os.OpenRoot(top)
	if err != nil {
		tb.Fatal(err)
	}
	defer root.Close()
	roots, _, err := load.Folders(root.FS(), ".")
	if err != nil {
		tb.Fatal(err)
	}
	wanted := place.Wanted(catalog.Embedded(), "tags", "labels")
	for _, dir := range roots {
		c, err := hcleval.Eval(root.FS(), dir, hcleval.Options{Wanted: wanted})
		if err != nil {
			tb.Fatal(err)
		}
		resources += len(c.Resources)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak = max(peak, m.HeapInuse)
	}
	return resources, peak
}

// command builds sovlint.
func command(tb testing.TB) string {
	tb.Helper()
	bin := filepath.Join(tb.TempDir(), "sovlint")
	if out, err := exec.Command("go", "build", "-o", bin, "../../cmd/sovlint").CombinedOutput(); err != nil {
		tb.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

// judgeAll runs the whole command on a tree, up to its report; it gives the
// process's CPU seconds and its peak in MiB.
func judgeAll(tb testing.TB, bin, top string) (seconds, peak float64) {
	tb.Helper()
	cmd := exec.Command(bin, "check", "-q", "--fail-on", "never", "--as-of", "2026-11-23", top)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		tb.Fatal(err)
	}
	use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		tb.Fatal("no resource usage on this system")
	}
	unit := 1024.0 // Linux counts kibibytes, macOS bytes
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds(), float64(use.Maxrss) * unit / (1 << 20)
}

// BenchmarkTree compares the CPU time of evaluating every root of a tree, and
// that of the whole command from the first file to the report, with the bare
// parse of the same files. The command's may be twice the parse's.
func BenchmarkTree(b *testing.B) {
	bin := command(b)
	for _, modules := range []int{100, 1000} {
		b.Run(fmt.Sprint(modules), func(b *testing.B) {
			top := growTree(b, modules)
			var parse, eval, whole, most float64
			for b.Loop() {
				runtime.GC()
				t0 := cpu()
				size := bareParse(b, top)
				t1 := cpu()
				runtime.GC()
				t2 := cpu()
				n, peak := evalAll(b, top)
				parse, eval = parse+t1-t0, eval+cpu()-t2
				seconds, rss := judgeAll(b, bin, top)
				whole, most = whole+seconds, max(most, rss)
				b.ReportMetric(float64(size)/1e6, "MB")
				b.ReportMetric(float64(n), "resources")
				b.ReportMetric(float64(peak>>20), "heap-MiB")
			}
			b.ReportMetric(parse/float64(b.N), "parse-cpu-s")
			b.ReportMetric(eval/float64(b.N), "eval-cpu-s")
			b.ReportMetric(whole/float64(b.N), "command-cpu-s")
			b.ReportMetric(eval/parse, "eval-ratio")
			b.ReportMetric(whole/parse, "command-ratio")
			b.ReportMetric(most, "command-peak-MiB")
		})
	}
}
