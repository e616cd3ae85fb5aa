package guide

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

var (
	keyShape      = regexp.MustCompile(`^[a-z0-9]+([._-][a-z0-9]+)*$`)
	codeShape     = regexp.MustCompile(`^[1-9]\.\d{6}$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	dateShape     = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
)

// maxLanguageName is how many letters of a language's name fit its button.
const maxLanguageName = 20

// maxTopicTitle is how many letters fit a tile of the home screen.
const maxTopicTitle = 24

// packChecker holds what the checks of one file need to know of the others.
type packChecker struct {
	pack                             *Pack
	topics, services, links, sources map[string]bool
	usedFlows, usedLinks             map[string]bool
}

// newPackChecker knows what is in the pack.
func newPackChecker(p *Pack) *packChecker {
	pc := &packChecker{
		pack: p, topics: map[string]bool{}, services: map[string]bool{}, links: map[string]bool{},
		sources: map[string]bool{}, usedFlows: map[string]bool{}, usedLinks: map[string]bool{},
	}
	for _, t := range p.Topics {
		pc.topics[t.Key] = true
	}
	for _, s := range p.Services {
		pc.services[s.Key] = true
	}
	for _, l := range p.Links {
		pc.links[l.Key] = true
	}
	for _, s := range p.Sources {
		pc.sources[s.Key] = true
	}
	return pc
}

// Validate checks the whole pack and reports every problem it finds, in the
// order of the files. It never stops at the first.
func (p *Pack) Validate() []Problem {
	pc := newPackChecker(p)
	var all []Problem
	all = append(all, pc.info()...)
	all = append(all, pc.topicList()...)
	all = append(all, pc.sourceList()...)
	all = append(all, pc.figureList()...)
	all = append(all, pc.figuresElsewhere()...)
	all = append(all, pc.hostList()...)
	all = append(all, pc.linkList()...)
	all = append(all, pc.wordList()...)
	all = append(all, pc.storyList()...)
	all = append(all, pc.plainList()...)
	all = append(all, pc.glossaryList()...)
	all = append(all, pc.communes()...)
	all = append(all, pc.speech()...)
	codes := map[string]string{}
	for i := range p.Services {
		all = append(all, pc.service(&p.Services[i], codes)...)
	}
	for i := range p.Flows {
		all = append(all, pc.flow(&p.Flows[i])...)
	}
	all = append(all, pc.circles()...)
	all = append(all, pc.ids()...)
	return append(all, pc.leftovers()...)
}

func at(list string, i int, field string) string {
	if field == "" {
		return fmt.Sprintf("%s[%d]", list, i)
	}
	return fmt.Sprintf("%s[%d].%s", list, i, field)
}

func (c *checker) keyed(path, key string) {
	if !keyShape.MatchString(key) || len(key) > 64 {
		c.add(path, "Tên %q viết chưa đúng.", "Chỉ dùng chữ thường không dấu, số, gạch nối; không quá 64 ký tự.", clip(key, 40))
	}
}

func (c *checker) day(path, day string) {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		c.add(path, "Ngày %q viết chưa đúng.", "Viết như 2026-11-23.", clip(day, 40))
	}
}

func (p *packChecker) info() []Problem {
	c := &checker{kind: "pack"}
	in := p.pack.Info
	c.keyed("id", in.ID)
	c.need("title", in.Title)
	c.short("title", in.Title, maxHeading)
	c.need("place", in.Place)
	c.short("place", in.Place, maxHeading)
	if in.Edition < 1 {
		c.add("edition", "Số lần phát hành phải từ 1 trở lên.", "Tăng số này mỗi lần phát hành.")
	}
	c.day("date", in.Date)
	if in.MinVersion != "" && !versionShape.MatchString(in.MinVersion) {
		c.add("min_version", "Số bản %q viết chưa đúng.", "Viết như 0.1.0: bản cũ nhất của chương trình đọc được gói này.", clip(in.MinVersion, 30))
	}
	if in.Catalogue != "" {
		sample := strings.ReplaceAll(in.Catalogue, entryMark, "00000000-0000-0000-0000-000000000000")
		if _, err := Official(sample, p.pack.Hosts); err != nil || sample == in.Catalogue {
			c.add("catalogue", "Địa chỉ này chưa dùng được.", "Viết địa chỉ https trên trang chính thức, có {id}.")
		}
	}
	if in.Opening != "" && p.pack.Flow(in.Opening) == nil {
		c.add("opening", "Không có đoạn bước %q trong flows/.", "Sửa tên, hoặc viết đoạn đó.", clip(in.Opening, 40))
	}
	if len(in.Languages) == 0 {
		c.add("languages", "Chưa có ngôn ngữ nào.", "Ghi ít nhất: vi.")
	}
	c.languages(in)
	p.ready(c)
	return c.problems
}

func (c *checker) languages(in PackInfo) {
	for i, code := range in.Languages {
		path := at("languages", i, "")
		switch {
		case !languageShape.MatchString(code):
			c.add(path, "Mã ngôn ngữ %q viết chưa đúng.", "Viết như vi, en, tyz.", clip(code, 20))
		case in.LanguageName(code) == code:
			c.add(path, "Chưa biết người nói tiếng %q gọi tiếng mình là gì.", "Ghi tên vào language_names, như tyz: Tày.", code)
		}
	}
	c.unique(func(i int) string { return at("languages", i, "") }, in.Languages)
	for _, code := range slices.Sorted(maps.Keys(in.LanguageNames)) {
		path := "language_names." + code
		if !slices.Contains(in.Languages, code) {
			c.add(path, "Có tên của tiếng %q mà languages không có tiếng này.", "Thêm vào languages, hoặc bỏ dòng này.", clip(code, 20))
		}
		if name := in.LanguageNames[code]; len([]rune(name)) > maxLanguageName {
			c.add(path, "Tên tiếng %q dài quá, không vừa nút.", "Viết không quá 20 chữ cái.", clip(name, 40))
		}
	}
}

func (p *packChecker) sourceList() []Problem {
	c := &checker{kind: "sources"}
	keys := make([]string, len(p.pack.Sources))
	for i, s := range p.pack.Sources {
		keys[i] = s.Key
		c.keyed(at("sources", i, "key"), s.Key)
		c.need(at("sources", i, "title"), s.Title)
		c.short(at("sources", i, "title"), s.Title, maxName)
		if !dateShape.MatchString(s.Date) {
			c.add(at("sources", i, "date"), "Nguồn chưa có ngày đúng: %q.", "Viết như 2026-07-18, 2026-07 hoặc 2026.", clip(s.Date, 40))
		}
	}
	c.unique(func(i int) string { return at("sources", i, "key") }, keys)
	return c.problems
}

func (p *packChecker) linkList() []Problem {
	c := &checker{kind: "links"}
	keys := make([]string, len(p.pack.Links))
	for i, l := range p.pack.Links {
		keys[i] = l.Key
		c.keyed(at("links", i, "key"), l.Key)
		if _, err := Official(l.URL, p.pack.Hosts); err != nil {
			c.add(at("links", i, "url"), "%s", "Sửa địa chỉ. Nếu trang này đúng là trang chính thức, thêm tên trang vào hosts.yaml.", Message(err))
		}
		if l.Source == "" {
			c.add(at("links", i, "source"), "Địa chỉ chưa ghi nguồn.", "Ghi tên nguồn trong sources.yaml.")
		}
		p.source(c, at("links", i, "source"), l.Source)
		if l.State != "" {
			c.oneOf(at("links", i, "state"), l.State, LinkNever, LinkOK, LinkBroken)
		}
		if l.Checked != "" {
			c.day(at("links", i, "checked"), l.Checked)
		}
	}
	c.unique(func(i int) string { return at("links", i, "key") }, keys)
	return c.problems
}

// leftovers reports what nothing leads to: it would be shipped, reviewed and
// translated for nobody.
func (p *packChecker) leftovers() []Problem {
	var all []Problem
	for _, f := range p.pack.Flows {
		if !p.usedFlows[f.Key] && f.Key != p.pack.Info.Opening {
			c := &checker{kind: "flow", key: f.Key}
			c.add("key", "Không bài nào dùng đoạn bước %q.", "Dùng nó ở một bài, hoặc xóa tệp.", f.Key)
			all = append(all, c.problems...)
		}
	}
	for i, l := range p.pack.Links {
		if !p.usedLinks[l.Key] {
			c := &checker{kind: "links"}
			c.warn(at("links", i, "key"), "Không dịch vụ nào dùng địa chỉ %q.", "Xóa, hoặc dùng ở một dịch vụ.", l.Key)
			all = append(all, c.problems...)
		}
	}
	return all
}
