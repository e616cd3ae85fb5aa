package readthrough

import (
	"crypto/sha256"
	_ "embed" // the page
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

//go:embed page.html
var pageText string

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// Soon is how long before its review day a service counts as unsure.
const Soon = 60 * 24 * time.Hour

// Write writes the page of a pack that was read and checked. Today is the
// office's date; it decides what must be looked at again soon.
func Write(w io.Writer, lib *content.Library, report *content.Report, today time.Time) error {
	page := newMaker(lib, report, today).page()
	funcs := template.FuncMap{"en": translator(lib), "day": guide.Day, "advice": named(advice), "secret": named(secrets)}
	t, err := template.New("readthrough").Funcs(funcs).Parse(pageText)
	if err != nil {
		return fmt.Errorf("read-through page: %w", err)
	}
	if err := t.Execute(w, page); err != nil {
		return fmt.Errorf("write read-through page: %w", err)
	}
	return nil
}

// translator gives the English of a sentence, "" where there is none.
func translator(lib *content.Library) func(string) string {
	tr := lib.Translator("en")
	return func(s string) string {
		if t := tr(s); t != s {
			return t
		}
		return ""
	}
}

var (
	advice = map[guide.Advice]string{
		guide.AdviceOnline: "Nên làm", guide.AdviceOffice: "Mời tới quầy", guide.AdviceEither: "Cách nào cũng được", guide.AdviceAsk: "Hỏi cán bộ",
	}
	secrets = map[guide.Secret]string{
		guide.SecretPassword: "mật khẩu", guide.SecretPasscode: "passcode 6 số", guide.SecretOTP: "mã OTP",
	}
)

// named gives the function that says a key in words.
func named[K ~string](words map[K]string) func(K) string { return func(k K) string { return words[k] } }

// The page and its parts, as page.html shows them.
type (
	page struct {
		Title, Place string
		Edition      int
		Made         string // YYYY-MM-DD
		Report       *content.Report
		Style        template.CSS
		Script       template.JS
		Topics       []topic
		Flows        []flow
		Unsure       []group
		Store        string // under which the browser keeps ticks
		Entries      int    // what can be ticked
	}
	topic struct {
		guide.Topic
		Entries []entry
	}
	// entry is one service.
	entry struct {
		*guide.Service
		Digest   string // of all its words: a tick is for these
		Why      []string
		Problems []content.Problem
		Reading  *guide.Reading
		Fee      *claim
		Time     *claim
		Hotline  *claim
		Facts    []fact
		Bring    []item
		Steps    []step
		Next     []next
		Trouble  []trouble
		Codes    []code
		Sources  []guide.Source
		Rest     []guide.Text // what page.html has no place for: nothing is left unread
	}
	claim struct {
		*guide.Claim
		From *guide.Source
	}
	fact struct {
		guide.Fact
		If string
	}
	item struct {
		guide.Item
		If   string
		From *guide.Source
	}
	next struct {
		guide.Next
		If string
	}
	trouble struct {
		guide.Trouble
		If string
	}
	step struct {
		guide.Step
		N       int
		If      string
		From    *guide.Source
		Flow    *guide.Flow // of a step that uses one
		Picture template.HTML
		Alt     string
	}
	flow struct {
		*guide.Flow
		Digest   string
		Steps    []step
		Problems []content.Problem
		UsedBy   []*guide.Service
	}
	code struct {
		Name, URL, State, Checked string
		Handoff                   bool
	}
	// group is one kind of doubt, with the services it is about.
	group struct {
		Title, Help string
		Entries     []mention
		Many        bool // folded: too many to read at once
	}
	mention struct{ Key, Title, Note string }
)

type maker struct {
	pack     *guide.Pack
	report   *content.Report
	today    time.Time
	readings map[string]*guide.Reading
	problems map[string][]content.Problem // by file
	tr       func(string) string
}

func newMaker(lib *content.Library, report *content.Report, today time.Time) *maker {
	m := &maker{pack: lib.Pack, report: report, today: today, tr: func(s string) string { return s },
		readings: map[string]*guide.Reading{}, problems: map[string][]content.Problem{}}
	for i := range report.Reading {
		m.readings[report.Reading[i].Key] = &report.Reading[i]
	}
	for _, list := range [][]content.Problem{report.Errors, report.Warnings} {
		for _, p := range list {
			m.problems[p.File] = append(m.problems[p.File], p)
		}
	}
	return m
}

func (m *maker) page() page {
	p := page{
		Title: m.pack.Info.Title, Place: m.pack.Info.Place, Edition: m.pack.Info.Edition, Made: m.today.Format(time.DateOnly),
		Report: m.report, Style: style(), Script: template.JS(pageScript), Store: "tung-buoc-review:" + m.pack.Info.ID,
	}
	byKey := map[string]entry{}
	for _, t := range m.pack.Topics {
		list := topic{Topic: t}
		for _, s := range m.pack.InTopic(t) {
			if s.Topic != t.Key {
				continue // it stands under its own topic
			}
			e := m.entry(s)
			byKey[s.Key] = e
			list.Entries = append(list.Entries, e)
		}
		p.Topics = append(p.Topics, list)
		p.Entries += len(list.Entries)
	}
	for i := range m.pack.Flows {
		p.Flows = append(p.Flows, m.flow(&m.pack.Flows[i]))
	}
	p.Entries += len(p.Flows)
	p.Unsure = m.unsure(byKey)
	return p
}

// style is the page's style with the typeface in it: the drawn words were
// measured for that typeface, and a browser's own would run over the edges.
func style() template.CSS {
	regular, bold := picture.Fonts()
	face := func(weight string, ttf []byte) string {
		return `@font-face{font-family:"Be Vietnam Pro";font-weight:` + weight + `;src:url("data:font/ttf;base64,` + base64.StdEncoding.EncodeToString(ttf) + `")}` + "\n"
	}
	return template.CSS(face("400", regular) + face("600", bold) + pageStyle)
}

func (m *maker) entry(s *guide.Service) entry {
	e := entry{
		Service: s, Digest: digest(s), Problems: m.problems["services/"+s.Key+".yaml"], Reading: m.readings[s.Key],
		Fee: m.claim(s.Fee), Time: m.claim(s.Time), Hotline: m.claim(s.Hotline), Steps: m.steps(s.Steps, s.Facts),
	}
	for _, text := range guide.Texts(s) {
		if name, _, _ := strings.Cut(strings.Replace(text.Path, "[", ".", 1), "."); !placed[name] {
			e.Rest = append(e.Rest, text)
		}
	}
	if s.Emergency != nil {
		for i, n := range s.Emergency.Numbers { // dialled, not translated: no text to [guide.Texts]
			e.Rest = append(e.Rest, guide.Text{Path: fmt.Sprintf("emergency.numbers[%d].call", i), Say: n.Call})
		}
	}
	for _, f := range s.Facts {
		e.Facts = append(e.Facts, fact{f, condition(f.When, s.Facts)})
	}
	for _, i := range s.Checklist {
		e.Bring = append(e.Bring, item{i, condition(i.When, s.Facts), m.pack.Source(i.Source)})
	}
	for _, n := range s.Next {
		e.Next = append(e.Next, next{n, condition(n.When, s.Facts)})
	}
	for _, t := range s.Trouble {
		e.Trouble = append(e.Trouble, trouble{t, condition(t.When, s.Facts)})
	}
	for _, key := range s.Sources {
		if src := m.pack.Source(key); src != nil {
			e.Sources = append(e.Sources, *src)
		}
	}
	handoff := map[string]bool{}
	for _, name := range s.HandoffLinks() {
		handoff[name] = true
	}
	for _, name := range guide.LinkNames {
		if link, err := m.pack.Link(s.Links[name]); err == nil {
			e.Codes = append(e.Codes, code{name, link.URL, link.State, link.Checked, handoff[name]})
		}
	}
	e.Why = m.doubts(s)
	return e
}

// placed are the fields of a service that page.html has a place for.
var placed = map[string]bool{
	"title": true, "summary": true, "decides": true, "online": true, "fee": true, "time": true, "hotline": true, "watch": true,
	"facts": true, "checklist": true, "steps": true, "handoff": true, "next": true, "trouble": true,
}

func (m *maker) claim(c *guide.Claim) *claim {
	if c == nil {
		return nil
	}
	return &claim{c, m.pack.Source(c.Source)}
}

func (m *maker) flow(f *guide.Flow) flow {
	out := flow{Flow: f, Digest: digest(f), Steps: m.steps(f.All(), nil), Problems: m.problems["flows/"+f.Key+".yaml"]}
	for i := range m.pack.Services {
		s := &m.pack.Services[i]
		for _, st := range s.Steps {
			if st.Use == f.Key {
				out.UsedBy = append(out.UsedBy, s)
				break
			}
		}
	}
	return out
}

func (m *maker) steps(steps []guide.Step, facts []guide.Fact) []step {
	var list []step
	for i, st := range steps {
		s := step{Step: st, N: i + 1, If: condition(st.When, facts), From: m.pack.Source(st.Source)}
		if st.Use != "" {
			s.Flow = m.pack.Flow(st.Use)
		}
		if st.Screen != nil {
			d := picture.Draw(*st.Screen, m.tr)
			s.Picture, s.Alt = inline(d), d.Alt
		}
		list = append(list, s)
	}
	return list
}

// inline is a drawing as it stands inside HTML: without the namespace, and in
// the page's own typeface. The drawing has escaped every word of the pack.
func inline(d *picture.Drawing) template.HTML {
	svg := string(d.SVG())
	for _, own := range []string{` xmlns="http://www.w3.org/2000/svg"`, ` font-family="Be Vietnam Pro, sans-serif"`} {
		svg = strings.Replace(svg, own, "", 1)
	}
	return template.HTML(svg)
}

// condition says a When in the words of the questions, "" for always.
func condition(w guide.When, facts []guide.Fact) string {
	var all []string
	for _, f := range facts {
		answers, ok := w[f.Key]
		if !ok {
			continue
		}
		var says []string
		for _, a := range f.Answers {
			for _, want := range answers {
				if a.Key == want {
					says = append(says, a.Say)
				}
			}
		}
		all = append(all, f.Ask+" "+strings.Join(says, " / "))
	}
	return strings.Join(all, "; ")
}

// digest is a short fingerprint of everything that is written in v.
func digest(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // structs of strings always encode
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:6])
}
