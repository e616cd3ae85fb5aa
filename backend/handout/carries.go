package handout

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// Carries lists the layouts that print what stands at a place of a service,
// such as fee, checklist[2] or steps[4].why. Sheets print the first steps
// only, and any card gives lines up when they do not fit: what is listed may
// be on paper, what is not listed never is.
func Carries(place string) []Layout {
	place = index.ReplaceAllString(place, "")
	list := []Layout{}
	for _, l := range Layouts {
		on := printed()[l]
		if on[place] || on[place+".say"] {
			list = append(list, l)
		}
	}
	return list
}

var index = regexp.MustCompile(`\[\d+\]`)

// printed finds out which places of a service each layout prints: a service
// that has a word of its own in every place is laid out, and the words are
// looked for on its pages. So whatever a layout begins to print is known here.
var printed = sync.OnceValue(func() map[Layout]map[string]bool {
	words := map[string]string{} // by place
	var s guide.Service
	fill(reflect.ValueOf(&s).Elem(), "", words)
	found := map[Layout]map[string]bool{}
	for _, l := range Layouts {
		found[l] = map[string]bool{}
		for _, text := range wordsOn(l, &s) {
			for place, word := range words {
				if strings.Contains(text, word) {
					found[l][place] = true
				}
			}
		}
	}
	return found
})

// fill puts a word of its own into every text of a value that people read, and
// notes the words by place, without the indices of lists.
func fill(v reflect.Value, place string, words map[string]string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), place, words)
	case reflect.Slice:
		if elem := v.Type().Elem(); elem == reflect.TypeFor[guide.Step]() {
			v.Set(reflect.ValueOf(steps(place, words)))
		} else if elem.Kind() == reflect.Struct {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), place, words)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			at := strings.TrimPrefix(place+"."+name, ".")
			if f.Type.Kind() != reflect.String {
				fill(v.Field(i), at, words)
			} else if f.Tag.Get("lang") == "yes" || f.Tag.Get("figures") == "yes" {
				if words[at] == "" {
					words[at] = fmt.Sprintf("Qz%02d", len(words))
				}
				v.Field(i).SetString(words[at])
			}
		}
	}
}

// steps are as many steps as there are kinds of parts on a drawn screen: a part
// is of one kind only.
func steps(place string, words map[string]string) (list []guide.Step) {
	var every guide.Part
	fill(reflect.ValueOf(&every).Elem(), place+".screen.show", words)
	for i, t := 0, reflect.TypeFor[guide.Part](); i < t.NumField(); i++ {
		part := guide.Part{Value: every.Value, Wrong: every.Wrong}
		reflect.ValueOf(&part).Elem().Field(i).Set(reflect.ValueOf(every).Field(i))
		if part.Kind() == "" {
			continue
		}
		var st guide.Step
		fill(reflect.ValueOf(&st).Elem(), place, words)
		st.Screen.On, st.Screen.Show = guide.SurfacePhone, []guide.Part{part}
		list = append(list, st)
	}
	return list
}

// wordsOn lists the texts on the pages of a service.
func wordsOn(l Layout, s *guide.Service) (texts []string) {
	c, err := collect(&guide.Pack{}, s, Options{Layout: l})
	if err != nil {
		return nil
	}
	symbol, err := qr.Encode("https://dichvucong.gov.vn/", qr.M)
	if err != nil {
		return nil
	}
	c.Links = []Link{{Symbol: symbol}}
	pages, err := Job{Layout: l, Contents: []Content{c}, Copies: 1, Start: 1}.Lay()
	if err != nil {
		return nil
	}
	for page, err := range pages.From(1) {
		if err != nil {
			return nil
		}
		for _, shape := range page.Shapes {
			if text, ok := shape.(picture.Text); ok && !slices.Contains(texts, text.Words) {
				texts = append(texts, text.Words)
			}
		}
	}
	return texts
}
