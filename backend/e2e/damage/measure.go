package damage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

// Plan is how much is tried.
type Plan struct {
	Seed     uint64
	Services int    // printed in every layout
	Tries    [3]int // of every kind, layout and resolution, by level
}

// DefaultPlan takes a minute and a half on two cores.
var DefaultPlan = Plan{Seed: 20261124, Services: 8, Tries: [3]int{Light: 3, Ordinary: 8, Harsh: 3}}

// resolutions are those of laser and of ink jet printers, dots an inch.
var resolutions = []int{300, 600}

// trial is one picture that both decoders were given.
type trial struct {
	sample *Sample
	kind   int // of Kinds; clean and control below
	level  Level
	number int    // of the control
	chance uint64 // of the damage
	look   int
	file   string     // until it was decoded
	found  [][]string // by decoder
	again  []*trial   // the further looks of the scan
}

// right says whether a decoder read the picture.
func (t *trial) right(d int) bool { return Right(t.found[d], t.sample.Text) }

// scanned says whether a decoder read one of the looks, and in none anything
// else.
func (t *trial) scanned(d int) bool {
	ok := t.right(d)
	for _, more := range t.again {
		if len(more.found[d]) > 0 && !more.right(d) {
			return false
		}
		ok = ok || more.right(d)
	}
	return ok && (len(t.found[d]) == 0 || t.right(d))
}

// The kinds of a trial that are not damage.
const (
	clean   = -1
	control = -2
)

// Measure prints, damages and decodes by the plan. The working directory is the
// root of the sources.
func Measure(ctx context.Context, p *guide.Pack, plan Plan) (Result, error) {
	began := time.Now()
	dir, err := os.MkdirTemp("", "tungbuoc-damage-")
	if err != nil {
		return Result{}, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	samples, err := samplesOf(ctx, dir, p, plan)
	if err != nil {
		return Result{}, err
	}
	trials := planned(samples, plan)
	if err := parallel(len(trials), func(i int) error {
		t := trials[i]
		picture := t.sample.Picture
		switch t.kind {
		case clean:
			picture = picture.seen()
		case control:
			picture = Controls[t.number].Apply(picture).seen()
		default:
			picture = Kinds[t.kind].ApplyLook(picture, t.level, plan.Seed, t.chance, t.look)
		}
		t.file = filepath.Join(dir, fmt.Sprintf("%05d.pgm", i))
		return os.WriteFile(t.file, picture.PGM(), 0o600)
	}); err != nil {
		return Result{}, err
	}
	files := make([]string, len(trials))
	for i, t := range trials {
		files[i] = t.file
		t.found = make([][]string, len(Decoders))
	}
	if err := parallel(len(Decoders), func(d int) error {
		found, err := Decoders[d].read(ctx, files)
		for _, t := range trials {
			t.found[d] = found[t.file]
		}
		return err
	}); err != nil {
		return Result{}, err
	}
	return Result{plan: plan, trials: trials, codes: len(samples), took: time.Since(began)}, nil
}

// planned is every picture to try, in an order that never changes.
func planned(samples map[handout.Layout][]*Sample, plan Plan) []*trial {
	var trials []*trial
	for _, l := range handout.Layouts {
		all := samples[l]
		for _, s := range all {
			trials = append(trials, &trial{sample: s, kind: clean})
		}
		for n := range Controls {
			for _, s := range all[:min(len(all), controlTries)] {
				trials = append(trials, &trial{sample: s, kind: control, number: n})
			}
		}
		for k := range Kinds {
			for _, level := range Levels {
				for i := range plan.Tries[level] * len(resolutions) {
					t := &trial{sample: all[(i+k)%len(all)], kind: k, level: level, chance: uint64(len(trials))}
					trials = append(trials, t)
					if level != Ordinary || Kinds[k].when == still {
						continue
					}
					for look := 1; look < len(looks); look++ {
						more := *t
						more.look = look
						t.again = append(t.again, &more)
						trials = append(trials, &more)
					}
				}
			}
		}
	}
	return trials
}

// controlTries is how many codes of a layout every control gets.
const controlTries = 4

// samplesOf prints the services in every layout and cuts out every code, at
// every resolution in turn.
func samplesOf(ctx context.Context, dir string, p *guide.Pack, plan Plan) (map[handout.Layout][]*Sample, error) {
	services := spread(p, plan.Services)
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	var codes []printed
	for _, l := range handout.Layouts {
		more, err := printAll(dir, p, l, services, now)
		if err != nil {
			return nil, err
		}
		codes = append(codes, more...)
	}
	cut := make([]*Sample, len(codes)*len(resolutions))
	if err := parallel(len(cut), func(i int) error {
		s, err := codes[i/len(resolutions)].cut(ctx, resolutions[i%len(resolutions)])
		cut[i] = &s
		return err
	}); err != nil {
		return nil, err
	}
	samples := map[handout.Layout][]*Sample{}
	for _, s := range cut {
		samples[s.Layout] = append(samples[s.Layout], s)
	}
	return samples, nil
}

// spread picks n services with a code from all over the pack; one has an app
// for two kinds of phone, so that two codes stand on its handout.
func spread(p *guide.Pack, n int) []*guide.Service {
	var one, two []*guide.Service
	for i := range p.Services {
		switch s := &p.Services[i]; len(s.HandoffLinks()) {
		case 0:
		case 1:
			one = append(one, s)
		default:
			two = append(two, s)
		}
	}
	picked := slices.Clone(two[:min(len(two), 1)])
	for i := range n - len(picked) {
		picked = append(picked, one[i*len(one)/n])
	}
	return picked
}

// parallel does do(0) to do(n-1) on all cores and gives the first error.
func parallel(n int, do func(int) error) error {
	var wait sync.WaitGroup
	next := make(chan int)
	errs := make(chan error, n)
	for range max(min(runtime.NumCPU(), n), min(n, len(Decoders))) {
		wait.Go(func() {
			for i := range next {
				if err := do(i); err != nil {
					errs <- err
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
	close(errs)
	return <-errs
}
