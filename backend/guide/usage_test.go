package guide_test

import (
	"regexp"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestCountValidate(t *testing.T) {
	good := guide.Count{Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi"}
	for _, tt := range []struct {
		name  string
		count func(c *guide.Count)
		ok    bool
	}{
		{"plain", func(*guide.Count) {}, true},
		{"procedure code", func(c *guide.Count) { c.Service = "1.001193" }, true},
		{"longest service", func(c *guide.Count) { c.Service = strings.Repeat("a", 64) }, true},
		{"finished", func(c *guide.Count) { c.Event = guide.EventFinished }, true},
		{"code shown", func(c *guide.Count) { c.Event = guide.EventCodeShown }, true},
		{"slip printed", func(c *guide.Count) { c.Event = guide.EventSlip }, true},
		{"staff called", func(c *guide.Count) { c.Event = guide.EventStaffCalled }, true},
		{"left before the first step", func(c *guide.Count) { c.Event, c.Detail = guide.EventLeft, "0" }, true},
		{"left at step 99", func(c *guide.Count) { c.Event, c.Detail = guide.EventLeft, "99" }, true},
		{"helpful", func(c *guide.Count) { c.Event, c.Detail = guide.EventHelpful, guide.HelpfulYes }, true},
		{"not helpful", func(c *guide.Count) { c.Event, c.Detail = guide.EventHelpful, guide.HelpfulNo }, true},
		{"with day and number", func(c *guide.Count) { c.Day, c.N = "2026-11-23", 4 }, true},
		{"language with script", func(c *guide.Count) { c.Lang = "hmn-Latn" }, true},

		{"no service", func(c *guide.Count) { c.Service = "" }, false},
		{"a name", func(c *guide.Count) { c.Service = "Nguyễn Thị Mẫu" }, false},
		{"service too long", func(c *guide.Count) { c.Service = strings.Repeat("a", 65) }, false},
		{"an identity number", func(c *guide.Count) { c.Service = "000000000000" }, false},
		{"a phone number in parts", func(c *guide.Count) { c.Service = "000.000.0000" }, false},
		{"newline", func(c *guide.Count) { c.Service = "khai-sinh\n" }, false},
		{"other digits", func(c *guide.Count) { c.Service = "١٢٣" }, false},
		{"no event", func(c *guide.Count) { c.Event = "" }, false},
		{"unknown event", func(c *guide.Count) { c.Event = "typed" }, false},
		{"detail where none belongs", func(c *guide.Count) { c.Detail = "1" }, false},
		{"left without step", func(c *guide.Count) { c.Event = guide.EventLeft }, false},
		{"step 100", func(c *guide.Count) { c.Event, c.Detail = guide.EventLeft, "100" }, false},
		{"negative step", func(c *guide.Count) { c.Event, c.Detail = guide.EventLeft, "-1" }, false},
		{"step with zeros", func(c *guide.Count) { c.Event, c.Detail = guide.EventLeft, "007" }, false},
		{"passcode for a step", func(c *guide.Count) { c.Event, c.Detail = guide.EventLeft, "000000" }, false},
		{"stopped at a step", func(c *guide.Count) { c.Event, c.Detail = guide.EventStopped, "khai-sinh/ten-chau" }, true},
		{"unclear in a shared step", func(c *guide.Count) { c.Event, c.Detail = guide.EventUnclear, "flow dang-nhap-cong/mat-khau" }, true},
		{"stopped nowhere", func(c *guide.Count) { c.Event = guide.EventStopped }, false},
		{"stopped at a number", func(c *guide.Count) { c.Event, c.Detail = guide.EventStopped, "3" }, false},
		{"a name for a step", func(c *guide.Count) { c.Event, c.Detail = guide.EventUnclear, "Nguyễn Thị Lan/a" }, false},
		{"an identity for a step", func(c *guide.Count) { c.Event, c.Detail = guide.EventUnclear, "a/012345678912" }, false},
		{"a long name of a step", func(c *guide.Count) { c.Event, c.Detail = guide.EventUnclear, "a/"+strings.Repeat("a", 120) }, false},
		{"helpful perhaps", func(c *guide.Count) { c.Event, c.Detail = guide.EventHelpful, "perhaps" }, false},
		{"no language", func(c *guide.Count) { c.Lang = "" }, false},
		{"language of digits", func(c *guide.Count) { c.Lang = "000000000" }, false},
		{"day in another order", func(c *guide.Count) { c.Day = "23-11-2026" }, false},
		{"day that does not exist", func(c *guide.Count) { c.Day = "2026-02-30" }, false},
		{"negative number", func(c *guide.Count) { c.N = -1 }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := good
			tt.count(&c)
			err := c.Validate()
			if tt.ok && err != nil {
				t.Fatalf("Validate() = %v", err)
			} else if !tt.ok && guide.ErrorCode(err) != guide.CodeInvalid {
				t.Fatalf("Validate() = %v, want code %s", err, guide.CodeInvalid)
			}
		})
	}
}

func TestCountErrorDoesNotRepeatTheValue(t *testing.T) {
	const secret = "000111222333"
	for _, c := range []guide.Count{
		{Service: secret, Event: guide.EventOpened, Lang: "vi"},
		{Service: "khai-sinh", Event: secret, Lang: "vi"},
		{Service: "khai-sinh", Event: guide.EventOpened, Detail: secret, Lang: "vi"},
		{Service: "khai-sinh", Event: guide.EventOpened, Lang: secret},
		{Day: secret, Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi"},
	} {
		err := c.Validate()
		if err == nil {
			t.Errorf("%+v passed", c)
		} else if strings.Contains(err.Error(), secret) {
			t.Errorf("the error repeats the value: %v", err)
		}
	}
}

func FuzzCountValidate(f *testing.F) {
	f.Add("", "khai-sinh", "opened", "", "vi", 0)
	f.Add("2026-11-23", "1.001193", "left", "7", "vi", 3)
	f.Add("", "khai-sinh", "helpful", "yes", "hmn-Latn", 1)
	f.Add("", "000000000000", "left", "000000", "0000000000", -1)
	service := regexp.MustCompile(`\A[a-z0-9._-]{1,64}\z`)
	digit := regexp.MustCompile(`[0-9]`)
	f.Add("", "khai-sinh", "stopped", "flow dang-nhap-cong/mat-khau", "vi", 1)
	detail := regexp.MustCompile(`\A([0-9]{0,2}|yes|no|(flow )?[a-z0-9._-]+/[a-z0-9._-]+)\z`)
	lang := regexp.MustCompile(`\A[A-Za-z-]{2,8}\z`)
	day := regexp.MustCompile(`\A([0-9]{4}-[0-9]{2}-[0-9]{2})?\z`)
	f.Fuzz(func(t *testing.T, d, s, event, det, l string, n int) {
		c := guide.Count{Day: d, Service: s, Event: guide.Event(event), Detail: det, Lang: l, N: n}
		if err := c.Validate(); err != nil {
			if guide.ErrorCode(err) != guide.CodeInvalid {
				t.Fatalf("code %s for %+v", guide.ErrorCode(err), c)
			}
			return
		}
		if !day.MatchString(d) || !service.MatchString(s) || !detail.MatchString(det) || !lang.MatchString(l) || n < 0 {
			t.Fatalf("passed: %+v", c)
		}
		if len(digit.FindAllString(s, -1)) > 7 {
			t.Fatalf("a number passed as a service: %q", s)
		}
	})
}

// The shape alone lets in what no screen of the pack is written in.
func TestCountIsInALanguageOfThePack(t *testing.T) {
	for lang, good := range map[string]bool{"vi": true, "en": true, "fr": false, "vi-VN": false, "": false, "VI": false} {
		err := guide.Count{Service: "khai-sinh", Event: guide.EventOpened, Lang: lang}.In([]string{"vi", "en"})
		if good != (err == nil) || !good && guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%q: %v", lang, err)
		}
	}
	if err := (guide.Count{Lang: "vi"}).In(nil); err == nil {
		t.Error("a pack without a language has all")
	}
}
