package damage

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/handout"
)

// Result is what a run found.
type Result struct {
	plan   Plan
	trials []*trial
	codes  int
	took   time.Duration
}

// tally counts what each decoder read.
type tally struct {
	tried int
	right []int
}

func (t *tally) add(right func(decoder int) bool) {
	t.tried++
	for d := range t.right {
		if right(d) {
			t.right[d]++
		}
	}
}

// weaker is the share the weaker decoder read, per cent.
func (t *tally) weaker() float64 {
	if t.tried == 0 {
		return 0
	}
	return 100 * float64(slices.Min(t.right)) / float64(t.tried)
}

// count adds up the trials that are meant: how many were read at the first
// look, and how many in a scan.
func (r Result) count(meant func(*trial) bool) (first, scan *tally) {
	first, scan = &tally{right: make([]int, len(Decoders))}, &tally{right: make([]int, len(Decoders))}
	for _, t := range r.trials {
		if t.look == 0 && meant(t) {
			first.add(t.right)
			scan.add(t.scanned)
		}
	}
	return first, scan
}

// first is the part of count that most tables show.
func (r Result) first(meant func(*trial) bool) *tally {
	first, _ := r.count(meant)
	return first
}

// cell is a tally as the tables show it: each decoder's count of those tried,
// and the weaker one's share.
func (t *tally) cell() string {
	if t.tried == 0 {
		return "| |"
	}
	counts := make([]string, len(t.right))
	for d, n := range t.right {
		counts[d] = fmt.Sprint(n)
	}
	return fmt.Sprintf("%s / %d | %.1f |", strings.Join(counts, ", "), t.tried, t.weaker())
}

// wanted is the least share the weaker decoder reads of codes with ordinary
// damage, per cent.
const wanted = 99

// Text is the report's section.
func (r Result) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, `
## Damaged codes

Codes of %d services in %d layouts, normal and large print in turn, rasterised at 300 and 600 dots an inch, damaged, and seen by a phone
of 1920 × 1080 pixels at 250 mm (a poster at 1 m): %d pictures, seed %d, %.0f s. Read means: the very address of the registry
and nothing else. Cells: how many zxing-wasm read, how many zbarimg, of how many; then the weaker decoder's share in %%.
Light, ordinary and harsh are one picture and one attempt each. A scan is the same ordinary damage in three looks, from 250, 350 and
500 mm (a poster: 1, 1.4 and 2 m): toner, copies and folds stay, the hand, the lamp and the noise have changed; one look has to be read, none wrongly.

| layout | smallest module | clean, wanted 100 | %% | light | %% | ordinary, wanted ≥ %d | %% | ordinary, a scan | %% | harsh | %% |
|---|---|---|---|---|---|---|---|---|---|---|---|
`, r.plan.Services, len(handout.Layouts), len(r.trials), r.plan.Seed, r.took.Seconds(), wanted)
	for _, l := range append(slices.Clone(handout.Layouts), "") {
		ours := func(t *trial) bool { return l == "" || t.sample.Layout == l }
		name := fmt.Sprintf("%s | %.2f mm", l, r.smallest(l))
		if l == "" {
			name = "**all** |"
		}
		level := func(level Level) (first, scan *tally) {
			return r.count(func(t *trial) bool { return ours(t) && t.kind >= 0 && t.level == level })
		}
		light, _ := level(Light)
		ordinary, scan := level(Ordinary)
		harsh, _ := level(Harsh)
		fmt.Fprintf(&b, "| %s | %s %s %s %s %s\n", name,
			r.first(func(t *trial) bool { return ours(t) && t.kind == clean }).cell(), light.cell(), ordinary.cell(), scan.cell(), harsh.cell())
	}
	b.WriteString("\n| damage | light | read | % | ordinary | read | % | in a scan | % | harsh | read | % |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n")
	for k, kind := range Kinds {
		fmt.Fprintf(&b, "| **%s**: %s |", kind.Name, kind.Why)
		for _, level := range Levels {
			first, scan := r.count(func(t *trial) bool { return t.kind == k && t.level == level })
			fmt.Fprintf(&b, " %s | %s", kind.Says[level], first.cell())
			if level == Ordinary {
				fmt.Fprintf(&b, " %s", scan.cell())
			}
		}
		b.WriteString("\n")
	}
	r.missed(&b)
	b.WriteString("\n| must not be read | zxing-wasm | zbarimg | tried |\n|---|---|---|---|\n")
	for n, c := range Controls {
		sum := r.first(func(t *trial) bool { return t.kind == control && t.number == n })
		fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", c.Name, sum.right[0], sum.right[1], sum.tried)
	}
	return b.String()
}

// missed lists where ordinary damage was too much, by kind and layout.
func (r Result) missed(b *strings.Builder) {
	var one, scans []string
	for k, kind := range Kinds {
		for _, l := range handout.Layouts {
			first, scan := r.count(func(t *trial) bool { return t.sample.Layout == l && t.kind == k && t.level == Ordinary })
			if first.weaker() < wanted {
				one = append(one, fmt.Sprintf("%s %s %d of %d", kind.Name, l, slices.Min(first.right), first.tried))
			}
			if scan.weaker() < wanted {
				scans = append(scans, fmt.Sprintf("%s %s %d of %d", kind.Name, l, slices.Min(scan.right), scan.tried))
			}
		}
	}
	if len(one) > 0 {
		fmt.Fprintf(b, "\nMissed at ordinary damage, one picture, the weaker decoder: %s.\n", strings.Join(one, "; "))
	}
	if len(scans) > 0 {
		fmt.Fprintf(b, "\nMissed in a scan: %s.\n", strings.Join(scans, "; "))
	}
}

// smallest is the smallest module of a layout, mm.
func (r Result) smallest(l handout.Layout) float64 {
	least := 0.0
	for _, t := range r.trials {
		if t.sample.Layout == l && (least == 0 || t.sample.Module < least) {
			least = t.sample.Module
		}
	}
	return least
}
