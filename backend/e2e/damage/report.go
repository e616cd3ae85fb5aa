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

func (t *tally) add(right []bool) {
	t.tried++
	if t.right == nil {
		t.right = make([]int, len(right))
	}
	for d, ok := range right {
		if ok {
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

// count adds up the trials that are meant.
func (r Result) count(meant func(*trial) bool) *tally {
	sum := &tally{right: make([]int, len(Decoders))}
	for _, t := range r.trials {
		if meant(t) {
			sum.add(t.right)
		}
	}
	return sum
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

%d printed codes (%d services in %d layouts, half of them in large print, rasterised at 300 and 600 dots an inch), %d pictures,
seed %d, %.0f s. Cells: pictures read by zxing-wasm, by zbarimg / tried, then the weaker decoder's share in %%. Read means the very
address of the registry and nothing else. One picture and one attempt each; a phone tries thirty times a second.

| layout | smallest module | clean (wanted 100) | %% | light | %% | ordinary (wanted ≥ %d) | %% | harsh | %% |
|---|---|---|---|---|---|---|---|---|---|
`, r.codes, r.plan.Services, len(handout.Layouts), len(r.trials), r.plan.Seed, r.took.Seconds(), wanted)
	for _, l := range append(slices.Clone(handout.Layouts), "") {
		ours := func(t *trial) bool { return l == "" || t.sample.Layout == l }
		if l == "" {
			b.WriteString("| **all** | |")
		} else {
			fmt.Fprintf(&b, "| %s | %.2f mm |", l, r.smallest(l))
		}
		fmt.Fprintf(&b, " %s", r.count(func(t *trial) bool { return ours(t) && t.kind == clean }).cell())
		for _, level := range Levels {
			fmt.Fprintf(&b, " %s", r.count(func(t *trial) bool { return ours(t) && t.kind >= 0 && t.level == level }).cell())
		}
		b.WriteString("\n")
	}
	b.WriteString("\n| damage | light | | % | ordinary | | % | harsh | | % |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for k, kind := range Kinds {
		fmt.Fprintf(&b, "| %s: %s |", kind.Name, kind.Why)
		for _, level := range Levels {
			fmt.Fprintf(&b, " %s | %s", kind.Says[level], r.count(func(t *trial) bool { return t.kind == k && t.level == level }).cell())
		}
		b.WriteString("\n")
	}
	r.missed(&b)
	b.WriteString("\n| must not be read | zxing-wasm | zbarimg | tried |\n|---|---|---|---|\n")
	for n, c := range Controls {
		sum := r.count(func(t *trial) bool { return t.kind == control && t.number == n })
		fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", c.Name, sum.right[0], sum.right[1], sum.tried)
	}
	return b.String()
}

// missed lists where ordinary damage was too much.
func (r Result) missed(b *strings.Builder) {
	var lines []string
	for _, l := range handout.Layouts {
		for k, kind := range Kinds {
			sum := r.count(func(t *trial) bool { return t.sample.Layout == l && t.kind == k && t.level == Ordinary })
			if sum.weaker() < wanted {
				lines = append(lines, fmt.Sprintf("%s %s %d, %d / %d", l, kind.Name, sum.right[0], sum.right[1], sum.tried))
			}
		}
	}
	if len(lines) > 0 {
		fmt.Fprintf(b, "\nNot all read at ordinary damage: %s.\n", strings.Join(lines, "; "))
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
