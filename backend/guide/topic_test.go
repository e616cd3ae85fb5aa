package guide_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// mustSorted is a pack with the services a to h under one topic.
func mustSorted(t *testing.T) *guide.Pack {
	t.Helper()
	p := mustPack(t)
	for _, key := range strings.Split("abcdefgh", "") {
		s := p.Services[0]
		s.Key, s.Title, s.Kind, s.Codes, s.Official, s.Sure, s.Links, s.Handoff = key, "Việc "+key, guide.KindTask, nil, "", guide.SureGeneral, nil, nil
		s.Steps = nil
		p.Services = append(p.Services, s)
	}
	return p
}

func keysOf(services []*guide.Service) string {
	var keys []string
	for _, s := range services {
		keys = append(keys, s.Key)
	}
	return strings.Join(keys, " ")
}

func TestGroupsHoldEveryServiceOnce(t *testing.T) {
	p := mustSorted(t)
	p.Topics[0].Groups = []guide.Group{{Title: "Một", Services: []string{"b", "a"}}, {Title: "Không", Services: []string{"x", "y"}}}
	var got []string
	for _, g := range p.Grouped(p.Topics[0]) {
		got = append(got, g.Title+": "+keysOf(g.List))
	}
	// What is in no group is still reached, no more than six at a time.
	if want := []string{"Một: b a", ": khai-sinh c d e f g", ": h"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	p.Topics[0].Groups = nil
	if got := p.Grouped(p.Topics[0]); got != nil {
		t.Errorf("a topic without groups has %v", got)
	}
}

func TestMostAsked(t *testing.T) {
	for _, tt := range []struct {
		name   string
		opened map[string]int
		want   string
	}{
		{"nothing counted", nil, "khai-sinh a b c"},
		{"too few to go by", map[string]int{"h": 30, "g": 19}, "khai-sinh a b c"},
		{"counted first, then the pack's", map[string]int{"h": 30, "g": 40}, "g h khai-sinh a"},
		{"as often as another: by name", map[string]int{"h": 30, "f": 30, "g": 40}, "g f h khai-sinh"},
		{"one of the pack's, once", map[string]int{"b": 50}, "b khai-sinh a c"},
		{"a service asked for by four people", map[string]int{"b": 50, "h": 4}, "b khai-sinh a c"},
		{"more than there is room for", map[string]int{"h": 50, "g": 49, "f": 48, "e": 47, "d": 46}, "h g f e"},
		{"unknown, and the emergency", map[string]int{"kiosk": 90, "d": 80, "c": 70}, "c khai-sinh a b"},
	} {
		p := mustSorted(t)
		p.First = guide.First{Common: []string{"khai-sinh", "a", "b", "c"}, Emergency: "d"}
		if got := keysOf(p.MostAsked(guide.OpenedMost(tt.opened))); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// One service stands on the home screen whatever an office counted, once and last.
func TestAlwaysAmongTheMostAsked(t *testing.T) {
	p := mustSorted(t)
	p.First = guide.First{Common: []string{"khai-sinh", "a", "e", "b", "c"}, Always: "e"}
	for want, opened := range map[string]map[string]int{
		"khai-sinh a b e": nil,
		"h g f e":         {"h": 50, "g": 49, "f": 48, "d": 47, "c": 46},
		"h khai-sinh a e": {"e": 90, "h": 50},
	} {
		if got := keysOf(p.MostAsked(guide.OpenedMost(opened))); got != want {
			t.Errorf("counted %v: %s, want %s", opened, got, want)
		}
	}
	p.First.Always = "nowhere"
	if got := keysOf(p.MostAsked(nil)); got != "khai-sinh a e b" {
		t.Errorf("without it: %s", got)
	}
}

func TestValidateReportsBadGroups(t *testing.T) {
	group := func(keys ...string) guide.Group { return guide.Group{Title: "Nhóm", Services: keys} }
	for _, tt := range []struct {
		name   string
		change func(p *guide.Pack, t *guide.Topic)
		path   string
		says   string
	}{
		{"unknown service", func(_ *guide.Pack, t *guide.Topic) { t.Groups = []guide.Group{group("a", "x")} }, "topics[0].groups[0].services[1]", `Không có dịch vụ “x”`},
		{"service by its code", func(_ *guide.Pack, t *guide.Topic) { t.Groups = []guide.Group{group("a", "1.001193")} }, "topics[0].groups[0].services[1]", "Không có dịch vụ"},
		{"service of another topic", func(p *guide.Pack, t *guide.Topic) {
			t.Groups = []guide.Group{group("b", "a")}
			p.Topics = append(p.Topics, guide.Topic{Key: "khac", Title: "Khác", Icon: "house"})
			p.Services[1].Topic = "khac"
		}, "topics[0].groups[0].services[1]", "không thuộc ô"},
		{"twice in a group", func(_ *guide.Pack, t *guide.Topic) { t.Groups = []guide.Group{group("a", "a")} }, "topics[0].groups[0].services[1]", "hai lần"},
		{"in two groups", func(_ *guide.Pack, t *guide.Topic) {
			t.Groups = []guide.Group{group("a", "b"), {Title: "Hai", Services: []string{"c", "a"}}}
		}, "topics[0].groups[1].services[1]", "đã ở nhóm"},
		{"group of one", func(_ *guide.Pack, t *guide.Topic) { t.Groups = []guide.Group{group("a")} }, "topics[0].groups[0].services", "có 1 việc"},
		{"group of seven", func(_ *guide.Pack, t *guide.Topic) {
			t.Groups = []guide.Group{group("a", "b", "c", "d", "e", "f", "g")}
		}, "topics[0].groups[0].services", "có 7 việc"},
		{"seven groups", func(_ *guide.Pack, t *guide.Topic) { t.Groups = make([]guide.Group, 7) }, "topics[0].groups", "màn hình chỉ vừa 6"},
		{"long title", func(_ *guide.Pack, t *guide.Topic) { t.Groups = []guide.Group{{Title: strings.Repeat("ă", 31)}} }, "topics[0].groups[0].title", "không vừa"},
		{"unknown picture", func(_ *guide.Pack, t *guide.Topic) { t.Groups = []guide.Group{{Icon: "rocket"}} }, "topics[0].groups[0].icon", "Không có hình vẽ"},
		{"tile of three parts", func(_ *guide.Pack, t *guide.Topic) { t.Title = "Một, hai, ba" }, "topics[0].title", "hai phần"},
		{"head of the topic unknown", func(_ *guide.Pack, t *guide.Topic) { t.First = []string{"x"} }, "topics[0].first[0]", "Không có dịch vụ"},
		{"common unknown", func(p *guide.Pack, _ *guide.Topic) { p.First.Common = []string{"a", "x"} }, "common[1]", "Không có dịch vụ"},
		{"common twice", func(p *guide.Pack, _ *guide.Topic) { p.First.Common = []string{"a", "a"} }, "common[1]", "hai lần"},
		{"common and emergency", func(p *guide.Pack, _ *guide.Topic) {
			p.First = guide.First{Common: []string{"a"}, Emergency: "a"}
		}, "common[0]", "ô đỏ"},
		{"more common ones than anybody reads", func(p *guide.Pack, _ *guide.Topic) { p.First.Common = make([]string, 13) }, "common", "nhiều nhất 12"},
		{"emergency unknown", func(p *guide.Pack, _ *guide.Topic) { p.First.Emergency = "x" }, "emergency", "Không có dịch vụ"},
	} {
		p := mustSorted(t)
		if found := p.Validate(); len(found) > 0 {
			t.Fatalf("the test's own pack has problems: %v", found)
		}
		tt.change(p, &p.Topics[0])
		if found := p.Validate(); !slices.ContainsFunc(found, func(f guide.Problem) bool {
			return f.Where.Path == tt.path && strings.Contains(f.Message+f.Mend, tt.says)
		}) {
			t.Errorf("%s: nothing at %s in %v", tt.name, tt.path, found)
		}
	}
}

func TestProofreadFindsLongLists(t *testing.T) {
	p := mustSorted(t)
	said := func() string { return fmt.Sprint(p.Proofread(time.Time{})) }
	if strings.Contains(said(), "chưa chia nhóm") {
		t.Error("nine services need no groups")
	}
	ninth := p.Services[8]
	ninth.Key, ninth.Title = "i", "Việc i"
	p.Services = append(p.Services, ninth)
	if !strings.Contains(said(), "có 10 việc mà chưa chia nhóm") {
		t.Error("ten services without groups were not reported")
	}
	p.Topics[0].Groups = []guide.Group{{Title: "Một", Services: []string{"a", "b", "c", "d", "e"}}, {Title: "Hai", Services: []string{"f", "g", "h", "i"}}}
	if got := said(); !strings.Contains(got, `“khai-sinh” chưa ở nhóm nào`) || strings.Count(got, "chưa ở nhóm nào") != 1 {
		t.Error(got)
	}
}
