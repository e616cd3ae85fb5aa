package guide

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Speech is how the pack is read aloud: what is said for what is written, and
// the languages in which somebody may have recorded it.
type Speech struct {
	Read      []SayAs           `yaml:"read,omitempty" doc:"What is not said the way it is written: names, abbreviations, signs."`
	Letters   map[string]string `yaml:"letters,omitempty" doc:"Names of letters, to spell what is not in read: b: bê."`
	Languages []SpokenLanguage  `yaml:"languages,omitempty" doc:"Spoken languages beyond those of the pack, for recorded clips."`
}

// SayAs is one reading.
type SayAs struct {
	Write []string `yaml:"write" doc:"Ways it is written. All in lower case: any case is meant; else exactly so. Matched as whole words, the longest first."`
	Say   string   `yaml:"say" doc:"What is said, in Vietnamese syllables."`
}

// SpokenLanguage is a language that people speak and the pack is not written in.
type SpokenLanguage struct {
	Code string `yaml:"code" doc:"Code of the language, ISO 639: tyz, hmn."`
	Name string `yaml:"name" lang:"yes" doc:"What people call it: tiếng Tày."`
}

const maxSaid = 80 // characters of a reading in speech.yaml

var spokenShape = regexp.MustCompile(`^[a-z]{2,3}$`)

// SpokenLanguage finds a spoken language by code, nil if the pack has none.
func (p *Pack) SpokenLanguage(code string) *SpokenLanguage {
	for i := range p.Speech.Languages {
		if p.Speech.Languages[i].Code == code {
			return &p.Speech.Languages[i]
		}
	}
	return nil
}

func (p *packChecker) speech() []Problem {
	c := &checker{kind: "speech"}
	written := map[string]bool{}
	for i, r := range p.pack.Speech.Read {
		if len(r.Write) == 0 {
			c.add(at("read", i, "write"), "Mục này chưa ghi cách viết nào.", "Ghi ít nhất một cách viết.")
		}
		for j, w := range r.Write {
			path := fmt.Sprintf("%s[%d]", at("read", i, "write"), j)
			switch {
			case w == "" || utf8.RuneCountInString(w) > maxPhrase || w != strings.Join(strings.Fields(w), " "):
				c.add(path, "Cách viết phải có từ 1 đến %d chữ, mỗi chữ cách nhau một dấu cách.", "Viết lại.", maxPhrase)
			case written[w]:
				c.add(path, "%q đã có ở mục khác.", "Giữ lại một mục.", clip(w, 40))
			}
			written[w] = true
		}
		c.spoken(at("read", i, "say"), r.Say)
	}
	for letter, name := range p.pack.Speech.Letters {
		path := "letters." + letter
		if r, size := utf8.DecodeRuneInString(letter); size != len(letter) || !unicode.IsLower(r) {
			c.add(path, "%q không phải một chữ cái thường.", "Ghi một chữ cái, như b.", clip(letter, 40))
		}
		c.spoken(path, name)
	}
	codes := make([]string, len(p.pack.Speech.Languages))
	for i, l := range p.pack.Speech.Languages {
		codes[i] = l.Code
		if !spokenShape.MatchString(l.Code) {
			c.add(at("languages", i, "code"), "Mã tiếng %q viết chưa đúng.", "Ghi hai hoặc ba chữ thường, như tyz.", clip(l.Code, 40))
		}
		c.need(at("languages", i, "name"), l.Name)
	}
	c.unique(func(i int) string { return at("languages", i, "code") }, codes)
	return c.problems
}

// spoken checks a reading: letters and pauses only, so that nothing in it has
// to be read again.
func (c *checker) spoken(path, say string) {
	if say == "" || utf8.RuneCountInString(say) > maxSaid {
		c.add(path, "Cách đọc phải có từ 1 đến %d chữ cái.", "Viết bằng tiếng Việt, như: vi en i đi.", maxSaid)
		return
	}
	for _, r := range say {
		if !unicode.IsLetter(r) && r != ' ' && r != ',' {
			c.add(path, "Cách đọc có %q, máy không đọc được.", "Chỉ dùng chữ cái, dấu cách và dấu phẩy.", r)
			return
		}
	}
}
