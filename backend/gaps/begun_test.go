package gaps_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"tungbuoc/backend/gaps"
	"tungbuoc/backend/guide"
)

// What somebody began to write is recalled, the latest first; what others see, what
// somebody was asked to read, and what the province has changed is told of elsewhere.
func TestWhatIsBegun(t *testing.T) {
	p := pack()
	p.Topics = []guide.Topic{{Key: "giay-to", Title: "Giấy tờ"}}
	draft := func(target, say, saved string, asked bool) guide.WordingDraft {
		return guide.WordingDraft{Wording: guide.Wording{Target: target, Say: say, Author: "Tú"}, Saved: saved, Asked: asked}
	}
	note := func(target, text, shown, words, saved string) guide.Note {
		return guide.Note{Target: target, Draft: text, Shown: shown, Words: words, Saved: saved, Who: "Lan"}
	}
	place, err := p.Place("ket-hon/cccd")
	if err != nil {
		t.Fatal(err)
	}
	o := gaps.Office{
		Store: kept{
			local: guide.Local{Notes: []guide.Note{
				note("khai-sinh/ten-chau", "Hỏi bàn 2", "", "", "2026-11-28 09:00"),
				note("ket-hon/cccd", "Bản gốc, bàn 3", "Bản gốc", place.Words(), "2026-11-29 09:00"),
				note("ket-hon", "Ở bàn 1", "Ở bàn 1", "", "2026-11-30 09:00"),
				note("flow toi-quay/lay-so", "Ở bàn 4", "Ở bàn 1", "of other words", "2026-11-30 09:00"),
				note("da-bo/buoc", "Của bài đã bỏ", "", "", "2026-11-01 08:00"),
			}},
			drafts: []guide.WordingDraft{
				draft("khai-sinh/chung-sinh", "Giấy chứng sinh của cháu", "2026-11-30 08:00", false),
				draft("ket-hon/den", "Tới bàn 3.", "2026-11-30 08:30", true),
				draft("khai-sinh/ten-chau", "", "2026-11-30 08:30", false),
				draft("khai-sinh#fee", "5.000 đồng", "2026-11-27 08:00", false),
				draft("flow toi-quay/lay-so", "Lấy số.", "2026-11-26 08:00", false),
				draft("cua-xa-giay-to-1", "Mượn hội trường", "2026-11-25 08:00", false),
			},
			details: []guide.OfficeDetail{
				{Name: guide.DetailHours, Draft: "Sáng 7 giờ", Saved: "2026-11-24 08:00", Who: "Hoa"},
				{Name: guide.DetailPlace, Draft: "Xã Mới", Shown: "Xã Cũ", Saved: "2026-11-23 08:00", Who: "Lan"},
				{Name: guide.DetailPhone, Draft: "0207", Shown: "0207", Saved: "2026-11-30 08:00"},
			},
		},
		Pack: p, Shown: p, Role: guide.RoleClerk, Now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC),
	}
	want := []guide.Begun{
		{Kind: guide.BegunWords, Target: "khai-sinh/chung-sinh", On: "Giấy chứng sinh", Of: "Làm giấy khai sinh", Saved: "2026-11-30 08:00", Who: "Tú"},
		{Kind: guide.BegunNote, Target: "ket-hon/cccd", On: "Căn cước", Of: "Đăng ký kết hôn", Saved: "2026-11-29 09:00", Who: "Lan"},
		{Kind: guide.BegunNote, Target: "khai-sinh/ten-chau", On: "Gõ tên cháu.", Of: "Làm giấy khai sinh", Saved: "2026-11-28 09:00", Who: "Lan"},
		{Kind: guide.BegunWords, Target: "khai-sinh#fee", On: "Làm giấy khai sinh", Of: "Làm giấy khai sinh", Saved: "2026-11-27 08:00", Who: "Tú"},
		{Kind: guide.BegunWords, Target: "flow toi-quay/lay-so", On: "Lấy số thứ tự.", Of: "Tới quầy", Saved: "2026-11-26 08:00", Who: "Tú"},
		{Kind: guide.BegunWords, Target: "cua-xa-giay-to-1", On: "Mượn hội trường", Of: guide.OwnGroup, Saved: "2026-11-25 08:00", Who: "Tú"},
		{Kind: guide.BegunDetail, Target: "hours", Saved: "2026-11-24 08:00", Who: "Hoa"},
		{Kind: guide.BegunNote, Target: "da-bo/buoc", Saved: "2026-11-01 08:00", Who: "Lan"},
	}
	got, err := gaps.Begun(t.Context(), o)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	o.Role = guide.RoleAdmin
	if got, err := gaps.Begun(t.Context(), o); err != nil || len(got) != len(want)+1 || got[7].Target != string(guide.DetailPlace) {
		t.Errorf("an admin is told %+v, %v", got, err)
	}
	o.Store = kept{}
	if got, err := gaps.Begun(t.Context(), o); err != nil || got == nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	o.Store = kept{err: errors.New("row is damaged")}
	if _, err := gaps.Begun(t.Context(), o); err == nil {
		t.Error("no error")
	}
}

// What was begun on the drawing of a step is told under the lesson to which that has moved.
func TestWhatIsBegunOnAStepThatMoved(t *testing.T) {
	p := pack()
	p.Services[1].Steps = append(p.Services[1].Steps, guide.Step{ID: "ten-con", Was: []string{"khai-sinh/ten-con"}, Say: "Gõ tên con.", Screen: &guide.Screen{}})
	drafts := []guide.WordingDraft{{Wording: guide.Wording{Target: "khai-sinh/ten-con#screen", Say: "title: Tên", Author: "Tú"}}}
	got, err := gaps.Begun(t.Context(), gaps.Office{Store: kept{drafts: drafts}, Pack: p, Shown: p, Role: guide.RoleClerk})
	if want := (guide.Begun{Kind: guide.BegunWords, Target: "ket-hon/ten-con#screen", On: "Gõ tên con.", Of: "Đăng ký kết hôn", Who: "Tú"}); err != nil || len(got) != 1 || got[0] != want {
		t.Errorf("%+v, %v", got, err)
	}
}

// A step that is left often, and not understood, is one.
func TestHowManyStepsAreStuckAt(t *testing.T) {
	stop := func(target string, event guide.Event) guide.Stop {
		return guide.Stop{Service: "khai-sinh", Target: target, Event: event, Times: 6, Days: 3}
	}
	store := kept{stops: []guide.Stop{stop("khai-sinh/ten-chau", guide.EventStopped), stop("khai-sinh/ten-chau", guide.EventUnclear), stop("flow toi-quay/lay-so", guide.EventUnclear), stop("khai-sinh/da-bo", guide.EventStopped)}}
	if n, err := gaps.Stuck(t.Context(), gaps.Office{Store: store, Pack: pack()}); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
}
