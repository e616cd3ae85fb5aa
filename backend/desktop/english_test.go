package desktop_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// vietnamese finds a letter that English does not have.
var vietnamese = regexp.MustCompile(`[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]`)

// quotedWords are the words of a real screen, and the numbers of forms and decrees.
var quotedWords = regexp.MustCompile(`“[^”]*”|[^ ]*\d/[^ ]+`)

// names are those of places, papers and apps, which have no English; and the money.
var names = strings.NewReplacer("đồng", "", "sành", "", "Tuyên Quang", "", "Hà Nội", "", "Ea Phê", "", "Đắk Lắk", "",
	"Dân sinh", "", "Dân tộc và Miền núi", "", "Bình dân học vụ số", "", "Nông dân Việt Nam", "")

// What stays Vietnamese in an English window on purpose, by its field: what the drawn
// phone shows, and the name of a procedure and of a site, by which they are found.
var staysVietnamese = map[string]bool{"picture": true, "spots": true, "official": true, "hostName": true}

// No sentence of the English window is left in Vietnamese: every service, on the first
// and the last of its ways.
func TestEnglishIsEnglish(t *testing.T) {
	r := mustResident(t, "")
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	scenes := 0
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		view, err := r.Service(s.Key, "en")
		if err != nil {
			t.Fatal(err)
		}
		onlyEnglish(t, s.Key, view)
		if !s.HasGuide() {
			continue
		}
		all := s.Combinations()
		for _, answers := range []guide.Answers{all[0], all[len(all)-1]} {
			walk, err := r.Walk(s.Key, answers, "en", 0)
			if err != nil {
				t.Fatal(err)
			}
			for n, st := range walk.Steps {
				if st.Away {
					scenes++
					if vietnamese.MatchString(strings.ToLower(st.Alt)) {
						t.Errorf("%s, step %d: the scene is said as %q", s.Key, n+1, st.Alt)
					}
				}
				walk.Steps[n].Alt = "" // names what is on the real screen
			}
			onlyEnglish(t, s.Key, walk)
		}
	}
	if scenes < 100 {
		t.Errorf("only %d scenes", scenes)
	}
}

// onlyEnglish looks at all that a view says.
func onlyEnglish(t *testing.T, where string, view any) {
	t.Helper()
	data, err := json.Marshal(view)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	var look func(place string, v any)
	look = func(place string, v any) {
		switch v := v.(type) {
		case map[string]any:
			if lang, ok := v["lang"].(string); ok && lang != "" {
				return // said to be Vietnamese
			}
			for key, inside := range v {
				if !staysVietnamese[key] {
					look(place+"."+key, inside)
				}
			}
		case []any:
			for _, inside := range v {
				look(place, inside)
			}
		case string:
			if vietnamese.MatchString(strings.ToLower(names.Replace(quotedWords.ReplaceAllString(v, "")))) {
				t.Errorf("%s%s: %q", where, place, v)
			}
		}
	}
	look("", tree)
}
