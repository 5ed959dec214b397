package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint"
)

// A htmlMap is one drawing: land, a pill for each country, arrows between them.
type htmlMap struct {
	Name, Title, Label, Land string
	Width, Height            int
	Pills                    []pill
	Arrows                   []arrow
}

// A pill stands near its country's point AtX, AtY; X, Y is its upper left corner.
type pill struct {
	key                    string
	Head, Verdict, Class   string
	AtX, AtY               int
	X, Y, W                int
	MidX, MidY             int
	Text1, Text2           int
	n                      int
	verdict                string
	left, top, right, down float64
}

type arrow struct{ X1, Y1, CX, CY, X2, Y2 int }

// A point is where a country is.
type point struct {
	name     string
	lon, lat float64
}

// countries gives every country's point by its ISO 3166-1 code.
var countries = sync.OnceValue(func() map[string]point {
	out := map[string]point{}
	for _, f := range table("countries.tsv", 4) {
		lon, _ := strconv.ParseFloat(f[1], 64) // a test reads every line
		lat, _ := strconv.ParseFloat(f[2], 64)
		out[f[0]] = point{f[3], lon, lat}
	}
	return out
})

// table reads the lines of an embedded table that have so many columns.
func table(name string, columns int) [][]string {
	var out [][]string
	for line := range strings.Lines(htmlFile(name)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if !strings.HasPrefix(line, "#") && len(f) == columns {
			out = append(out, f)
		}
	}
	return out
}

// A sheet is how a drawing lays the globe flat, as land.tsv was made.
type sheet struct {
	name, title   string
	at            func(point) (x, y float64)
	holds         func(point) bool
	width, height int
}

var sheets = []sheet{
	{"europe", europe, func(p point) (float64, float64) { return (p.lon + 25) * 10, (71 - p.lat) * 16 }, european, 700, 608},
	{"world", world, func(p point) (float64, float64) { return (p.lon + 180) * 2.6, (84 - p.lat) * 3.1 }, func(point) bool { return true }, 936, 440},
}

func european(p point) bool { return p.lon > -25 && p.lon < 45 && p.lat > 34 && p.lat < 71 }

// europe stands for all of its countries on the drawing of the world.
const europe = "Europe"

const world = "The world"

// maps draws Europe and the world; a drawing without a place of data is left out.
func maps(c chart, o Options) []htmlMap {
	land := map[string]string{}
	for _, f := range table("land.tsv", 4) {
		land[f[0]] = f[3]
	}
	var out []htmlMap
	for i, s := range sheets {
		world := i == 1
		pills := pillsOf(c, s, world, o)
		if len(pills) == 0 || world && len(pills) == 1 && pills[0].key == europe {
			continue
		}
		settle(pills, s)
		m := htmlMap{Name: s.name, Title: o.word(s.title), Land: land[s.name], Width: s.width, Height: s.height, Arrows: arrows(c, pills, world)}
		for _, p := range pills {
			m.Pills = append(m.Pills, p.rounded())
		}
		m.Label = alternative(s.title, pills, o)
		if i == 0 {
			m.Title += elsewhere(c, o)
		}
		out = append(out, m)
	}
	return out
}

// spotOf names the pill a place belongs to; "" for one that is not on the sheet.
func spotOf(country string, world bool) string {
	p, ok := countries()[country]
	switch {
	case !ok:
		return ""
	case world && european(p):
		return europe
	case !world && !european(p):
		return ""
	}
	return country
}

func pillsOf(c chart, s sheet, world bool, o Options) []pill {
	at := map[string]int{}
	var out []pill
	for _, site := range c.sites {
		key := spotOf(site.country, world)
		if key == "" {
			continue
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			where := countries()[key]
			if key == europe {
				where = point{europe, 10, 50}
			}
			x, y := s.at(where)
			out = append(out, pill{key: key, AtX: int(x), AtY: int(y), verdict: lint.NotConcerned})
		}
		out[i].n += len(site.names)
		if gravity(site.verdict) < gravity(out[i].verdict) {
			out[i].verdict = site.verdict
		}
	}
	slices.SortFunc(out, func(a, b pill) int { return cmp.Compare(a.key, b.key) })
	for i := range out {
		out[i].dress(o)
	}
	return out
}

// dress gives a pill its words and its size, and puts it beside its point.
func (p *pill) dress(o Options) {
	p.Head = fmt.Sprintf("%s %d", o.word(p.key), p.n)
	p.Class, p.Verdict = verdictClass(p.verdict), Clean(o.verdictWords(verdictClass(p.verdict)))
	width := 16 + max(9*float64(utf8.RuneCountInString(p.Head)), 5.6*float64(utf8.RuneCountInString(p.Verdict)))
	p.left, p.top = float64(p.AtX)-width/2, float64(p.AtY)-15
	p.right, p.down = p.left+width, p.top+30
}

// settle moves pills apart until none covers another, and keeps them on the sheet.
func settle(pills []pill, s sheet) {
	const gap = 4
	for range 400 {
		moved := false
		for i := range pills {
			for j := i + 1; j < len(pills); j++ {
				a, b := &pills[i], &pills[j]
				dx := min(a.right, b.right) - max(a.left, b.left) + gap
				dy := min(a.down, b.down) - max(a.top, b.top) + gap
				if dx <= 0 || dy <= 0 {
					continue
				}
				moved = true
				if dy <= dx {
					shift := math.Copysign(dy/2+.5, float64(b.AtY-a.AtY)+.1)
					a.move(0, -shift)
					b.move(0, shift)
				} else {
					shift := math.Copysign(dx/2+.5, float64(b.AtX-a.AtX)+.1)
					a.move(-shift, 0)
					b.move(shift, 0)
				}
			}
		}
		for i := range pills {
			pills[i].keep(s)
		}
		if !moved {
			return
		}
	}
}

func (p *pill) move(dx, dy float64) {
	p.left, p.right, p.top, p.down = p.left+dx, p.right+dx, p.top+dy, p.down+dy
}

func (p *pill) keep(s sheet) {
	p.move(max(0, 2-p.left)-max(0, p.right-float64(s.width)+2), max(0, 2-p.top)-max(0, p.down-float64(s.height)+2))
}

func (p pill) rounded() pill {
	p.X, p.Y, p.W = int(p.left), int(p.top), int(p.right-p.left)
	p.MidX, p.MidY = p.X+p.W/2, p.Y+15
	p.Text1, p.Text2 = p.Y+14, p.Y+26
	return p
}

// arrows joins the pills between which something leads, once each way.
func arrows(c chart, pills []pill, world bool) []arrow {
	var out []arrow
	seen := map[[2]string]bool{}
	for _, f := range c.flows {
		k := [2]string{spotOf(c.sites[f.from].country, world), spotOf(c.sites[f.to].country, world)}
		if k[0] == "" || k[1] == "" || k[0] == k[1] || seen[k] {
			continue
		}
		seen[k] = true
		out = append(out, bend(find(pills, k[0]), find(pills, k[1])))
	}
	return out
}

func find(pills []pill, key string) pill {
	return pills[slices.IndexFunc(pills, func(p pill) bool { return p.key == key })].rounded()
}

// bend draws a curve from one pill to the edge of another.
func bend(a, b pill) arrow {
	dx, dy := float64(b.MidX-a.MidX), float64(b.MidY-a.MidY)
	long := max(math.Hypot(dx, dy), 1)
	cx, cy := float64(a.MidX)+dx/2-dy*.18, float64(a.MidY)+dy/2+dx*.18
	// The curve ends where its last stretch meets the pill's box.
	ex, ey := cx-float64(b.MidX), cy-float64(b.MidY)
	t := min(1, (float64(b.W)/2+3)/max(math.Abs(ex), .01), 18/max(math.Abs(ey), .01))
	if long < 40 {
		t = 0
	}
	return arrow{a.MidX, a.MidY, int(cx), int(cy), b.MidX + int(ex*t), b.MidY + int(ey*t)}
}

func alternative(title string, pills []pill, o Options) string {
	var parts []string
	for _, p := range pills {
		parts = append(parts, o.say("%s: %s, %s", o.word(p.key), o.resources(p.n), p.Verdict))
	}
	return o.say("Map, %s. %s", o.word(title), strings.Join(parts, "; "))
}

// elsewhere counts what has no place on a map.
func elsewhere(c chart, o Options) string {
	n := 0
	for _, s := range c.sites {
		if _, ok := countries()[s.country]; !ok {
			n += len(s.names)
		}
	}
	if n == 0 {
		return ""
	}
	return "; " + o.say("not on a map: %s in no single country or in one that is not known", o.resources(n))
}
