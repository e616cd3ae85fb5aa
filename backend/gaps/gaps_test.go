package gaps_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/gaps"
	"tungbuoc/backend/guide"
)

// kept is what an office keeps.
type kept struct {
	local   guide.Local
	drafts  []guide.WordingDraft
	details []guide.OfficeDetail
	opened  map[string]int
	stops   []guide.Stop
	err     error
}

func (k kept) Local(context.Context) (guide.Local, error)                  { return k.local, k.err }
func (k kept) WordingDrafts(context.Context) ([]guide.WordingDraft, error) { return k.drafts, nil }
func (k kept) OfficeDetails(context.Context) ([]guide.OfficeDetail, error) { return k.details, nil }
func (k kept) Opened(context.Context, int) (map[string]int, error)         { return k.opened, nil }
func (k kept) Stops(context.Context, int) ([]guide.Stop, error)            { return slices.Clone(k.stops), nil }

// pack has a lesson that lacks nothing, one that says little, an app, an emergency.
func pack() *guide.Pack {
	fee, lasts := &guide.Claim{Say: "Không mất tiền"}, &guide.Claim{Say: "Trong ngày"}
	drawn := &guide.Screen{}
	return &guide.Pack{
		Services: []guide.Service{
			{
				Key: "khai-sinh", Title: "Làm giấy khai sinh", Kind: guide.KindProcedure, Fee: fee, Time: lasts, Handoff: &guide.Handoff{},
				Links:     map[string]string{guide.LinkPortal: "1.001193", guide.LinkSearch: "tim-1"},
				Checklist: []guide.Item{{ID: "chung-sinh", Say: "Giấy chứng sinh"}},
				Steps:     []guide.Step{{Use: "toi-quay"}, {ID: "ten-chau", Say: "Gõ tên cháu.", Screen: drawn}},
			},
			{
				Key: "ket-hon", Title: "Đăng ký kết hôn", Kind: guide.KindProcedure, Fee: &guide.Claim{Say: "Hỏi cán bộ"}, Handoff: &guide.Handoff{},
				Links:     map[string]string{guide.LinkPortal: "1.000894"},
				Checklist: []guide.Item{{ID: "cccd", Say: "Căn cước"}},
				Steps:     []guide.Step{{ID: "den", Say: "Tới quầy.", Off: true}},
			},
			{Key: "vneid", Title: "Cài VNeID", Kind: guide.KindApp},
			{Key: "bi-lua", Title: "Bị lừa tiền", Kind: guide.KindTask, Emergency: &guide.Emergency{}},
		},
		Flows: []guide.Flow{{Key: "toi-quay", Title: "Tới quầy", Steps: []guide.Step{{ID: "lay-so", Say: "Lấy số thứ tự.", Screen: drawn}}}},
		Links: []guide.Link{{Key: "1.001193", State: guide.LinkOK}, {Key: "tim-1"}, {Key: "1.000894"}},
	}
}

func look(t *testing.T, k kept, role guide.Role, says guide.Office) gaps.View {
	t.Helper()
	p := pack()
	v, err := gaps.Look(t.Context(), gaps.Office{
		Store: k, Pack: p, Shown: p.WithLocal(k.local), Says: says, Role: role, Now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// said writes a view in short: a line for each group, with what it lacks.
func said(v gaps.View) []string {
	list := []string{}
	for _, g := range v.Groups {
		words := []string{}
		for _, l := range g.Lines {
			words = append(words, strings.TrimRight(string(l.Kind)+" "+l.Target+" "+strings.Join(l.Names, ","), " "))
		}
		line := g.Key + ": " + strings.Join(words, "; ")
		if g.Later {
			line = "(" + line + ")"
		}
		list = append(list, line)
	}
	return list
}

func must(t *testing.T, v gaps.View, want ...string) {
	t.Helper()
	if got := said(v); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWhatThePackLacks(t *testing.T) {
	v := look(t, kept{}, guide.RoleClerk, guide.Office{})
	must(t, v, "(ket-hon: asks ket-hon fee,time; undrawn ket-hon; unchecked ket-hon 1.000894)")
	if v.Days != gaps.Days || v.Groups[0].Lines[0].On != "Đăng ký kết hôn" {
		t.Errorf("%+v", v)
	}
	// A note beside the service says what staff know.
	place, err := pack().Place("ket-hon")
	if err != nil {
		t.Fatal(err)
	}
	note := guide.Note{Target: "ket-hon", Draft: "Lệ phí hỏi bàn 2", Shown: "Lệ phí hỏi bàn 2", Words: place.Words()}
	must(t, look(t, kept{local: guide.Local{Notes: []guide.Note{note}}}, guide.RoleClerk, guide.Office{}), "(ket-hon: unchecked ket-hon 1.000894)")
	// A number that the office took away is to be asked for, whoever's it was.
	must(t, look(t, kept{local: guide.Local{Away: []guide.Away{{Target: "khai-sinh#fee", Words: guide.UnitID([]string{"Không mất tiền"})}}}}, guide.RoleClerk, guide.Office{}),
		"(khai-sinh: asks khai-sinh fee)", "(ket-hon: asks ket-hon fee,time; undrawn ket-hon; unchecked ket-hon 1.000894)")
}

func TestACodeThatWasFoundWrong(t *testing.T) {
	p := pack()
	shown := p.WithLinks(guide.LocalLinks{Checks: []guide.LinkCheck{{Link: "1.001193", Found: guide.FoundWrong, Made: "2026-11-29 08:00", Counts: true}}})
	v, err := gaps.Look(t.Context(), gaps.Office{Store: kept{}, Pack: p, Shown: shown, Now: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	must(t, v, "khai-sinh: broken khai-sinh 1.001193", "(ket-hon: asks ket-hon fee,time; undrawn ket-hon; unchecked ket-hon 1.000894)")
}

// What people here write comes before what nobody opened, each under its lesson.
func TestWhatIsWritten(t *testing.T) {
	draft := func(target, say string, asked bool) guide.WordingDraft {
		return guide.WordingDraft{Wording: guide.Wording{Target: target, Say: say}, Asked: asked}
	}
	v := look(t, kept{
		local: guide.Local{
			Notes: []guide.Note{
				{Target: "flow toi-quay/lay-so", Draft: "Ở bàn 1", Shown: "Ở bàn 1", Words: "of other words"},
				{Target: "khai-sinh/ten-chau", Draft: "Hỏi bàn 2"},
				{Target: "da-bo/buoc", Shown: "Của bài đã bỏ", Words: "gone"},
			},
			Wordings: []guide.Wording{{Target: "ket-hon/den", Say: "Tới bàn 3.", Words: "of other words"}},
		},
		drafts: []guide.WordingDraft{
			draft("khai-sinh/chung-sinh", "Giấy chứng sinh, nộp 5.000 đồng", false),
			draft("ket-hon/cccd", "Thẻ căn cước", true),
			draft("ket-hon/den", "Tới bàn số 4.", false),
		},
		opened: map[string]int{"ket-hon": 9, "vneid": 3, "khai-sinh": 4},
	}, guide.RoleClerk, guide.Office{})
	must(t, v,
		"ket-hon: words_parked ket-hon/den; asked ket-hon/cccd; writing ket-hon/den; asks ket-hon fee,time; undrawn ket-hon; unchecked ket-hon 1.000894",
		"khai-sinh: flaw khai-sinh/chung-sinh; note khai-sinh/ten-chau",
		"flow toi-quay: note_parked flow toi-quay/lay-so",
		"da-bo: note_parked da-bo/buoc")
	flaw, gone := v.Groups[1].Lines[0], v.Groups[3]
	if flaw.Say != "Số 5.000 đồng lấy ở đâu? Mời ghi tên văn bản có số này." || flaw.On != "Giấy chứng sinh" || v.Groups[1].Opened != 4 || v.Groups[2].Opened != 4 {
		t.Errorf("%+v", v.Groups)
	}
	if gone.Title != "" || gone.Lines[0].On != "" {
		t.Errorf("%+v", gone)
	}
}

// For whom a step is is told under its lesson, by the words of the step.
func TestForWhomAStepIs(t *testing.T) {
	p := pack()
	p.Services[0].Facts = []guide.Fact{{Key: "who", Ask: "Ai làm?", Answers: []guide.Answer{{Key: "me", Say: "Mẹ"}, {Key: "dad", Say: "Cha"}}}}
	const target = "khai-sinh/ten-chau#when"
	store := kept{
		local:  guide.Local{Wordings: []guide.Wording{{Target: target, Say: "who=me", Words: "of another question"}}},
		drafts: []guide.WordingDraft{{Wording: guide.Wording{Target: target, Say: "who="}}},
	}
	v, err := gaps.Look(t.Context(), gaps.Office{Store: store, Pack: p, Shown: p.WithLocal(store.local), Now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	want := "khai-sinh: words_parked " + target + "; flaw " + target
	if got := said(v)[0]; !strings.HasPrefix(got, want) || v.Groups[0].Lines[0].On != "Gõ tên cháu." || v.Groups[0].Lines[1].Say != "Câu “Ai làm?” chưa chọn câu trả lời nào. Mời chọn ít nhất một câu trả lời." {
		t.Errorf("%q, %+v", got, v.Groups[0])
	}
}

// A number, the order of a lesson and a service of the office's own are told under
// what they belong to.
func TestWhatIsWrittenBesideSentences(t *testing.T) {
	p := pack()
	p.Topics = []guide.Topic{{Key: "giay-to", Title: "Giấy tờ"}}
	p.Flows[0].Steps[0].Screen = &guide.Screen{On: guide.SurfacePhone, App: "VNeID", Title: "Số", Show: []guide.Part{{Button: "Lấy số", ID: "so"}}, Target: "so"}
	draft := func(target, say string) guide.WordingDraft {
		return guide.WordingDraft{Wording: guide.Wording{Target: target, Say: say, More: "Mang đơn.", Source: "Nghị quyết 1", Dated: "2026-01-01"}}
	}
	v, err := gaps.Look(t.Context(), gaps.Office{
		Store: kept{drafts: []guide.WordingDraft{draft("khai-sinh#fee", "5.000 đồng"), draft("cua-xa-giay-to-1", "Mượn hội trường"), draft("flow toi-quay/lay-so#screen", "1.button: Nhận số")}},
		Pack:  p, Shown: p, Now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string][2]string{"flow toi-quay": {"Tới quầy", "Lấy số thứ tự."}, "khai-sinh": {"Làm giấy khai sinh", "Làm giấy khai sinh"}, "cua-xa-giay-to-1": {guide.OwnGroup, "Mượn hội trường"}} {
		i := slices.IndexFunc(v.Groups, func(g gaps.Group) bool { return g.Key == key })
		if i < 0 || v.Groups[i].Title != want[0] || v.Groups[i].Lines[0].Kind != gaps.KindWriting || v.Groups[i].Lines[0].On != want[1] {
			t.Errorf("%s: %+v", key, v.Groups)
		}
	}
}

// A step that the pack has no more is nobody's to mend.
func TestStepsResidentsLeave(t *testing.T) {
	v := look(t, kept{
		opened: map[string]int{"khai-sinh": 40},
		stops: []guide.Stop{
			{Service: "khai-sinh", Target: "flow toi-quay/lay-so", Event: guide.EventUnclear, Times: 6, Days: 3},
			{Service: "khai-sinh", Target: "khai-sinh/ten-chau", Event: guide.EventStopped, Times: 12, Days: 5},
			{Service: "khai-sinh", Target: "khai-sinh/da-bo", Event: guide.EventStopped, Times: 12, Days: 5},
			{Service: "da-bo", Target: "khai-sinh/ten-chau", Event: guide.EventStopped, Times: 12, Days: 5},
		},
	}, guide.RoleClerk, guide.Office{})
	if want := "khai-sinh: stopped khai-sinh/ten-chau; unclear flow toi-quay/lay-so"; said(v)[0] != want {
		t.Errorf("%q", said(v))
	}
	if l := v.Groups[0].Lines[0]; l.Times != 12 || l.On != "Gõ tên cháu." {
		t.Errorf("%+v", l)
	}
}

// Of itself the office lacks what nobody has decided, as far as who looks may say it.
func TestDetails(t *testing.T) {
	k := kept{details: []guide.OfficeDetail{
		{Name: guide.DetailWiFi, Decided: true},
		{Name: guide.DetailHours, Draft: "Sáng 7 giờ"},
		{Name: guide.DetailPlace, Draft: "Xã Lâm Bình", Shown: "Xã Lâm Bình", Decided: true},
	}}
	says := guide.Office{Place: "Xã Lâm Bình"}
	short := func(lines []gaps.Line) []string {
		list := []string{}
		for _, l := range lines {
			list = append(list, string(l.Kind)+" "+l.Target)
		}
		return list
	}
	if got := short(look(t, k, guide.RoleAdmin, says).Office); !reflect.DeepEqual(got, []string{"detail name", "unsaid hours", "detail phone"}) {
		t.Errorf("admin: %q", got)
	}
	if got := short(look(t, k, guide.RoleClerk, says).Office); !reflect.DeepEqual(got, []string{"unsaid hours", "detail phone"}) {
		t.Errorf("clerk: %q", got)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	p := pack()
	if _, err := gaps.Look(t.Context(), gaps.Office{Store: kept{err: errors.New("row is damaged")}, Pack: p, Shown: p}); err == nil {
		t.Error("no error")
	}
}
