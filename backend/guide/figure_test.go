package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestFillFigures(t *testing.T) {
	values := map[string]string{"phi": "7.000 đồng", "so": "156"}
	value := func(key string) (string, bool) { v, ok := values[key]; return v, ok }
	for _, tt := range []struct {
		text, want, unknown string
		ok                  bool
	}{
		{"Không có con số", "Không có con số", "", true},
		{"Nộp {phi} một lần", "Nộp 7.000 đồng một lần", "", true},
		{"{phi}", "7.000 đồng", "", true},
		{"{phi}{so}, {phi}", "7.000 đồng156, 7.000 đồng", "", true},
		{"Gọi {khac}", "", "khac", false},
		{"Gọi { so}", "", " so", false},
		{"Gọi {so", "", "", false},
		{"Gọi so}", "", "", false},
		{"Gọi {{so}}", "", "", false},
		{"Gọi {so}}", "", "", false},
		{"Gọi {}", "", "", false},
		{"", "", "", true},
	} {
		got, unknown, ok := guide.FillFigures(tt.text, value)
		if got != tt.want || unknown != tt.unknown || ok != tt.ok {
			t.Errorf("FillFigures(%q) = %q, %q, %v", tt.text, got, unknown, ok)
		}
	}
	if keys := guide.FigureKeys("{b} rồi {a}, lại {b}"); !slices.Equal(keys, []string{"b", "a"}) {
		t.Errorf("keys %q", keys)
	}
}

// A sentence parts into words and keys that give it back, and nothing of the
// braces is left once it is filled.
func FuzzSplitFigures(f *testing.F) {
	for _, s := range []string{"", "Nộp {phi}", "{a}{b}", "{", "}", "{}", "}{", "{{a}}", "{a", "a}b{c}", "{phí tạm trú}", "\xff{\xfe}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parts, ok := guide.SplitFigures(text)
		if !ok {
			if !strings.ContainsAny(text, "{}") {
				t.Errorf("%q has no braces and was refused", text)
			}
			return
		}
		if len(parts)%2 != 1 {
			t.Fatalf("%q in %d parts", text, len(parts))
		}
		var again strings.Builder
		for i, part := range parts {
			if strings.ContainsAny(part, "{}") {
				t.Errorf("brace left in %q of %q", part, text)
			}
			if i%2 == 1 {
				part = "{" + part + "}"
			}
			again.WriteString(part)
		}
		if again.String() != text {
			t.Errorf("%q became %q", text, again.String())
		}
		filled, _, ok := guide.FillFigures(text, func(string) (string, bool) { return "7.000 đồng", true })
		if !ok || strings.ContainsAny(filled, "{}") {
			t.Errorf("%q filled to %q, %v", text, filled, ok)
		}
	})
}
