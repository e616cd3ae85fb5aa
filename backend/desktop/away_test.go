package desktop_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

// words are all the words of an answer, each by itself.
func words(t *testing.T, answer any) []string {
	t.Helper()
	data, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	var whole any
	if err := json.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	var list []string
	var look func(v any)
	look = func(v any) {
		switch v := v.(type) {
		case string:
			list = append(list, v)
		case []any:
			for _, one := range v {
				look(one)
			}
		case map[string]any:
			for name, one := range v {
				if name == "topic" { // a tile may be called like a service
					continue
				}
				look(one)
			}
		}
	}
	look(whole)
	return list
}

// checkSilent reports an answer that has a hidden service in it.
func checkSilent(t *testing.T, where string, answer any, err error, hidden ...guide.Service) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", where, err)
		return
	}
	said := words(t, answer)
	for _, s := range hidden {
		if slices.Contains(said, s.Key) || slices.Contains(said, s.Title) {
			t.Errorf("%s has the hidden %s", where, s.Key)
		}
	}
}

func awayOf(services []guide.Service) []guide.Away {
	var list []guide.Away
	for _, s := range services {
		list = append(list, guide.Away{Target: s.Key})
	}
	return list
}

// mustWhole gives the kiosk with the shipped pack, once its office has opened: what is
// laid over the pack stays from then on.
func mustWhole(t *testing.T) (*desktop.Resident, *guide.Pack) {
	t.Helper()
	r := mustResident(t, "")
	r.Ready()
	if _, err := r.Boot("vi"); err != nil {
		t.Fatal(err)
	}
	pack, _, err := desktop.PackOf(r)
	if err != nil {
		t.Fatal(err)
	}
	return r, pack
}

// Every service that can be hidden is hidden in turn: no list, no search and no first
// screen has it. What is urgent stays.
func TestHiddenIsNowhere(t *testing.T) {
	r, pack := mustWhole(t)
	for _, s := range pack.Services {
		desktop.LayAway(r, guide.Away{Target: s.Key})
		found := func(query string) (hit bool) {
			t.Helper()
			answer, err := r.Search(query, "vi")
			if err != nil {
				t.Fatal(err)
			}
			return slices.ContainsFunc(answer.Hits, func(h desktop.HitView) bool { return h.Key == s.Key })
		}
		if s.Emergency != nil {
			if !found(s.Title) {
				t.Errorf("%s is urgent, and hidden", s.Key)
			}
			continue
		}
		if found(s.Title) || s.Code() != "" && found(s.Code()) {
			t.Errorf("the search has the hidden %s", s.Key)
		}
		boot, err := r.Boot("vi")
		checkSilent(t, "Boot", boot.Common, err, s)
		for _, topic := range append([]string{s.Topic}, s.Also...) {
			page, err := r.Topic(topic, "vi")
			checkSilent(t, "Topic "+topic, []any{page.Services, page.Groups}, err, s)
		}
	}
}

// Half of all services is hidden, then the other half: no page of a service and no
// lesson leads into one that is hidden, whatever is answered; it leads to staff.
func TestNothingLeadsIntoWhatIsHidden(t *testing.T) {
	r, pack := mustWhole(t)
	blocked, ready := 0, 0
	for half := range 2 {
		var hidden []guide.Service
		for i, s := range pack.Services {
			if s.Emergency == nil && i%2 == half {
				hidden = append(hidden, s)
			}
		}
		desktop.LayAway(r, awayOf(hidden)...)
		for i := range pack.Services {
			s := &pack.Services[i]
			if s.Emergency == nil && i%2 == half {
				continue
			}
			page, err := r.Service(s.Key, "vi")
			checkSilent(t, "Service "+s.Key, page, err, others(hidden, s)...)
			for _, choose := range []func(answers []guide.Answer) int{
				func([]guide.Answer) int { return 0 },
				func(answers []guide.Answer) int { return len(answers) - 1 },
				func(answers []guide.Answer) int {
					return max(0, slices.IndexFunc(answers, func(a guide.Answer) bool { return a.First != "" }))
				},
			} {
				walk := mustWalk(t, r, s, choose)
				checkSilent(t, "Walk "+s.Key, []any{walk.First, walk.Ready, walk.Next, walk.Acts}, nil, others(hidden, s)...)
				if walk.Blocked != nil {
					blocked++
					if walk.First != nil || len(walk.Steps) > 0 || len(walk.Checklist) > 0 {
						t.Errorf("%s is walked although something comes first", s.Key)
					}
				}
				for _, one := range walk.Ready {
					if one.Missing == guide.AskStaffFirst && one.First == nil {
						ready++
					}
				}
			}
		}
	}
	if blocked < 3 || ready < 3 {
		t.Errorf("%d answers and %d things to have led to staff: the test has seen too little", blocked, ready)
	}
}

// others are the hidden services whose titles s does not share.
func others(hidden []guide.Service, s *guide.Service) []guide.Service {
	return slices.DeleteFunc(slices.Clone(hidden), func(h guide.Service) bool { return h.Title == s.Title || h.Title == s.ShortTitle() })
}

// mustWalk answers the questions of a lesson until there are none.
func mustWalk(t *testing.T, r *desktop.Resident, s *guide.Service, choose func(answers []guide.Answer) int) desktop.WalkView {
	t.Helper()
	given := map[string]string{}
	for {
		walk, err := r.Walk(s.Key, given, "vi", 0)
		if err != nil {
			t.Fatal(err)
		}
		if walk.Ask == nil {
			return walk
		}
		at := slices.IndexFunc(s.Facts, func(f guide.Fact) bool { return f.Key == walk.Ask.Key })
		answers := s.Facts[at].Answers
		given[walk.Ask.Key] = answers[choose(answers)].Key
	}
}

// Who is in a service when it is hidden goes on in it, to the code at the end.
func TestOpenSessionGoesOn(t *testing.T) {
	r, pack := mustWhole(t)
	s, err := pack.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	before := mustWalk(t, r, s, func([]guide.Answer) int { return 0 })
	desktop.LayAway(r, guide.Away{Target: s.Key})
	after := mustWalk(t, r, s, func([]guide.Answer) int { return 0 })
	if len(after.Steps) == 0 || len(after.Steps) != len(before.Steps) {
		t.Errorf("%d steps, before %d", len(after.Steps), len(before.Steps))
	}
	if page, err := r.Service(s.Key, "vi"); err != nil || page.Title != s.Title {
		t.Errorf("%q, %v", page.Title, err)
	}
	if codes, err := r.Codes(s.Key, "vi"); err != nil || len(codes.Codes) == 0 {
		t.Errorf("%+v, %v", codes, err)
	}
}

// One person takes away and brings back, in any order. Residents never read more
// than the pack says: every service shown is one of the pack's, every number is the
// pack's or sends to staff; and when all is brought back it is the pack again.
func TestTakenAwayIsNeverMore(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	r := desktop.ResidentOf(s)
	bare, _, err := desktop.PackOf(r)
	if err != nil {
		t.Fatal(err)
	}
	said := func(p *guide.Pack) map[string]string {
		all := map[string]string{}
		for _, s := range p.Services {
			all[s.Key] = s.Title
			for name, c := range map[string]*guide.Claim{"fee": s.Fee, "time": s.Time, "deadline": s.Deadline, "hotline": s.Hotline} {
				if c != nil && (c.Away || !guide.OnlyAsks(c.Say)) {
					all[guide.NumberOf(s.Key, name)] = c.Say
				}
			}
		}
		return all
	}
	whole := said(bare)
	noise := rand.New(rand.NewPCG(3, 11))
	keys := []string{"khai-sinh", "ket-hon", "khai-tu", "thuong-tru", "mat-dien-thoai", "khong-co"}
	targets := slices.Clone(keys)
	for _, key := range keys {
		for _, name := range []string{"fee", "time", "deadline", "hotline"} {
			targets = append(targets, guide.NumberOf(key, name))
		}
	}
	gone := map[string]bool{}
	for range 120 {
		target := targets[noise.IntN(len(targets))]
		_, can := whole[target]
		can = can && !strings.HasPrefix(target, "mat-dien-thoai")
		if noise.IntN(2) == 0 {
			if err := s.TakeAway(target); (err == nil) != can {
				t.Fatalf("take %s: %v", target, err)
			}
			if can {
				gone[target] = true
			}
		} else {
			if err := s.BringBack(target); (err == nil) != gone[target] {
				t.Fatalf("bring back %s: %v", target, err)
			}
			delete(gone, target)
		}
		_, shown, err := desktop.PackOf(r)
		if err != nil {
			t.Fatal(err)
		}
		now := said(shown)
		for name, say := range now {
			asks := gone[name] && guide.IsNumber(name) && (say == guide.AskStaff || say == guide.AskDeadline)
			if !asks && whole[name] != say || asks != gone[name] {
				t.Fatalf("%s: %q, the pack says %q", name, say, whole[name])
			}
		}
		for name := range whole {
			if _, there := now[name]; !there && !gone[guide.ServiceOf(name)] {
				t.Fatalf("%s is missing", name)
			}
		}
	}
	for target := range gone {
		if err := s.BringBack(target); err != nil {
			t.Fatal(err)
		}
	}
	_, shown, err := desktop.PackOf(r)
	if err != nil {
		t.Fatal(err)
	}
	if now := said(shown); len(now) != len(whole) {
		t.Errorf("%d, want %d", len(now), len(whole))
	}
	if view, err := s.Notes(); err != nil || len(view.Away) != 0 || len(view.Changes) == 0 {
		t.Errorf("%+v, %v", view, err)
	}
	trail, err := s.Trail(0)
	if err != nil || !slices.ContainsFunc(trail, func(d staff.NotedView) bool { return d.What == guide.DeedAway }) {
		t.Errorf("%+v, %v", trail, err)
	}
}
