package guide

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Longest texts of office.yaml, in letters: more does not fit the home screen
// or the foot of a sheet.
const (
	maxOfficeName = 120
	maxPlace      = 60
	maxHours      = 6
	maxHoursLine  = 100
	maxHoursAll   = 360 // they stand side by side at the foot of the first screen
	maxPhone      = 40
	maxPrinter    = 127 // CUPS knows no longer names
	maxQuota      = 10_000
	minDPI        = 20 // a screen of two metres
	maxDPI        = 600
)

// WiFiName is the name of the network for visitors, "" if there is none.
func (o Office) WiFiName() string {
	if o.WiFi == nil {
		return ""
	}
	return o.WiFi.Name
}

// Tidy is the office without what nobody sees: spaces around its texts, and
// lines of opening hours in which nothing stands.
func (o Office) Tidy() Office {
	for _, text := range []*string{&o.Name, &o.Place, &o.Phone, &o.SlipPrinter, &o.Sumatra} {
		*text = strings.TrimSpace(*text)
	}
	var hours []string
	for _, line := range o.Hours {
		if line = strings.TrimSpace(line); line != "" {
			hours = append(hours, line)
		}
	}
	o.Hours = hours
	return o
}

// Problems lists what is wrong with the commune's own details, with the path
// of each value in office.yaml.
func (o Office) Problems() []Problem {
	c := &checker{kind: "office"}
	c.short("name", o.Name, maxOfficeName)
	c.short("place", o.Place, maxPlace)
	if len(o.Hours) > maxHours {
		c.add("hours", "Giờ làm việc có %d dòng, nhiều quá.", fmt.Sprintf("Viết nhiều nhất %d dòng.", maxHours), len(o.Hours))
	}
	for i, line := range o.Hours {
		c.short(at("hours", i, ""), line, maxHoursLine)
	}
	if n := len([]rune(strings.Join(o.Hours, ""))); n > maxHoursAll {
		c.add("hours", "Giờ làm việc dài %d chữ cái, không vừa chỗ.", fmt.Sprintf("Rút xuống còn nhiều nhất %d chữ cái, kể cả mọi dòng.", maxHoursAll), n)
	}
	c.short("phone", o.Phone, maxPhone)
	if o.DPI != 0 && (o.DPI < minDPI || o.DPI > maxDPI) {
		c.add("dpi", "dpi phải từ %d đến %d.", "Để trống nếu không rõ.", minDPI, maxDPI)
	}
	if o.WiFi != nil {
		c.refused("wifi", o.WiFi.Check())
	}
	if o.Team != nil {
		c.refused("team", o.Team.Check())
	}
	c.short("slip_printer", o.SlipPrinter, maxPrinter)
	if o.SlipQuota < 0 || o.SlipQuota > maxQuota {
		c.add("slip_quota", "slip_quota phải từ 0 đến %d.", "Để trống để dùng mức thường.", maxQuota)
	}
	for _, code := range slices.Sorted(maps.Keys(o.LanguageNames)) {
		path, name := "language_names."+code, o.LanguageNames[code]
		if !spokenShape.MatchString(code) {
			c.add(path, "Mã tiếng %q viết chưa đúng.", "Ghi hai hoặc ba chữ thường, như tyz.", clip(code, 20))
		}
		c.need(path, name)
		c.short(path, name, maxLanguageName)
	}
	return c.problems
}

// Called is a spoken language by the name that its speakers at this office
// write, where the office says one. The pack has none: Mông is written in
// several ways, Nùng says its name in several, and only who speaks a language
// can say what stands on its button.
func (o Office) Called(l SpokenLanguage) SpokenLanguage {
	l.Name = cmp.Or(o.LanguageNames[l.Code], l.Name)
	return l
}

// Longest texts of a pack, in letters: far more than is good, and less than
// breaks a screen or a sheet. What reads well is for Proofread to say.
const (
	maxText     = 600  // a sentence or two
	maxHeading  = 80   // one line of a screen
	maxName     = 160  // an agency, a source
	maxOfficial = 2000 // an official name of a procedure
)

// fits reports a text that is longer than its place.
func (c *checker) fits(path, text string, most int) {
	if n := len([]rune(text)); n > most {
		c.add(path, "Mục này dài %d chữ cái, không vừa chỗ.", fmt.Sprintf("Rút xuống còn nhiều nhất %d chữ cái.", most), n)
	}
}

// short reports a text that is longer than its place, or on several lines.
func (c *checker) short(path, text string, most int) {
	c.fits(path, text, most)
	if strings.Contains(text, "\n") {
		c.add(path, "Mục này có nhiều dòng.", "Viết trên một dòng.")
	}
}

// refused reports what a check of a part said.
func (c *checker) refused(path string, err error) {
	if err != nil {
		c.add(path, "%s", "Sửa mục này trong tệp, hoặc bỏ đi.", path+": "+Message(err))
	}
}

// Title names the office and its commune, the commune once: most offices are
// named after theirs. An office without a name is the province's.
func (o Office) Title(province string) string {
	if o.Name == "" || strings.Contains(strings.ToLower(o.Name), strings.ToLower(o.Place)) {
		return cmp.Or(o.Name, o.Place, province)
	}
	return o.Name + " · " + o.Place
}

// Unit is what the office's place is, xã or phường; "" where its name does not say.
func (o Office) Unit() string {
	for _, unit := range []string{"xã", "phường"} {
		if strings.HasPrefix(strings.ToLower(o.Place), unit+" ") {
			return unit
		}
	}
	return ""
}

// Here says of a note that it is this office's: in a commune, in a ward.
func (o Office) Here() string {
	if unit := o.Unit(); unit != "" {
		return "Ở " + unit + " ta"
	}
	return "Ở đây"
}

// together are the spaces of opening hours at which a line is not broken: a
// number and the word that it counts, a day and its number, what stands before
// a dash.
var together = regexp.MustCompile(`(?i)(\d) (giờ|phút|[hgp]\b)|(thứ|chủ|ngày) (\d|hai|ba|tư|năm|sáu|bảy|nhật)|() ([-–—])`)

// minutes follow their hour, and span is a time to a time, written without
// spaces: a line may end after its dash otherwise.
var (
	minutes = regexp.MustCompile(`(?i)(giờ|[\d\x{a0}][hg]) (\d)`)
	span    = regexp.MustCompile(`(\S[-–—])(\d)`)
)

// BoundHours are the opening hours, not to be broken where they would be
// misread: "7 giờ 30" and "7:30–11:30" stay on one line.
func (o Office) BoundHours() []string {
	lines := make([]string, len(o.Hours))
	for i, line := range o.Hours {
		line = together.ReplaceAllString(line, "$1$3\u00a0$2$4$6")
		line = minutes.ReplaceAllString(line, "$1\u00a0$2")
		lines[i] = span.ReplaceAllString(line, "$1\u2060$2")
	}
	return lines
}
