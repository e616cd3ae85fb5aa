package handout

import "regexp"

// printed are the places of a service that stand on paper, each with the
// layouts that have room for them. Notes, hints, troubles and phone numbers
// stand on none.
var printed = []struct {
	place *regexp.Regexp
	on    func(l Layout, f form) bool
}{
	{regexp.MustCompile(`^title$`), func(Layout, form) bool { return true }},
	{regexp.MustCompile(`^(decides|fee(\.say)?|time(\.say)?|checklist\[\d+\](\.say)?)$`), func(_ Layout, f form) bool { return f.papers > 0 }},
	{regexp.MustCompile(`^steps\[\d+\](\.say)?$`), func(l Layout, f form) bool { return f.steps > 0 || l == Leaflet }},
	{regexp.MustCompile(`^(steps\[\d+\]\.(why|screen\.(title|show\[\d+\]\.(text|notice|message|field|button|link|check|choice|row|tile|photo|value)))|next\[\d+\](\.say)?)$`), func(l Layout, _ form) bool { return l == Leaflet }},
}

// Carries lists the layouts that print what stands at a place of a service,
// such as fee, checklist[2] or steps[4].why. Sheets print the first steps
// only, and any card gives lines up when they do not fit: what is listed may
// be on paper, what is not listed never is.
func Carries(place string) []Layout {
	list := []Layout{}
	for _, l := range Layouts {
		for _, p := range printed {
			if p.place.MatchString(place) && p.on(l, forms[l]) {
				list = append(list, l)
			}
		}
	}
	return list
}
