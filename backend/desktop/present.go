package desktop

import (
	"cmp"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// presenter turns the domain into views in one language.
type presenter struct {
	pack *guide.Pack
	lang content.Language
	now  time.Time // zero: ages are not told
}

// tr says one sentence. What belongs together goes through [content.Language.Unit].
func (p presenter) tr(s string) string { return p.lang.Say(s) }

// boot presents the home screen; own are the keys of the services that this
// office's residents open most.
func (p presenter) boot(st datafolder.Opened, own []string, version string, idle IdleView) BootView {
	info, office := p.pack.Info, st.Office()
	v := BootView{
		Version: version, Edition: info.Edition, Edited: info.Date, Place: p.tr(info.Place),
		Office: OfficeView{
			Title: office.Title(p.tr(info.Place)), Name: office.Name, Place: office.Place, Unit: office.Unit(), Hours: office.BoundHours(),
			Phone: office.Phone, DPI: desk.ScreenDPI(office),
		},
		Topics: []TopicView{}, Common: []DoorwayView{}, Languages: info.Languages, LanguageNames: []LanguageView{}, Idle: idle, Notice: st.Notice, Slips: office.SlipPrinter != "" && st.DB != nil, WiFi: office.WiFiName(),
		Letters: st.Set.Letters(),
	}
	for _, code := range info.Languages {
		v.LanguageNames = append(v.LanguageNames, LanguageView{Code: code, Name: info.LanguageName(code)})
	}
	for _, t := range p.pack.Topics {
		v.Topics = append(v.Topics, p.topic(t))
	}
	for _, s := range p.pack.MostAsked(own) {
		v.Common = append(v.Common, p.doorway(s))
	}
	if s, err := p.pack.Service(p.pack.First.Emergency); err == nil {
		door := p.doorway(s)
		v.Emergency = &door
	}
	return v
}

func (p presenter) topic(t guide.Topic) TopicView {
	return TopicView{Key: t.Key, Title: p.tr(t.Title), Tint: string(cmp.Or(t.Tint, guide.TintIndigo)), Picture: picture.PictogramText(t.Icon)}
}

func (p presenter) topicPage(key string) (TopicPageView, error) {
	t, err := p.pack.Topic(key)
	if err != nil {
		return TopicPageView{}, err
	}
	page := TopicPageView{Topic: p.topic(t), Services: p.cards(p.pack.InTopic(t)), Groups: []GroupView{}}
	for _, g := range p.pack.Grouped(t) {
		page.Groups = append(page.Groups, GroupView{Title: p.tr(g.Title), Picture: picture.PictogramText(g.Icon), Services: p.cards(g.List)})
	}
	if len(page.Groups) > 0 {
		page.Services = page.Services[:min(len(page.Services), guide.TopicShown)]
	}
	return page, nil
}

func (p presenter) cards(services []*guide.Service) []ServiceCard {
	list := []ServiceCard{}
	for _, s := range services {
		list = append(list, ServiceCard{
			Key: s.Key, Kind: string(s.Kind), Code: s.Code(), Title: p.tr(s.Title), Short: p.tr(s.ShortTitle()),
			Decides: p.tr(s.Decider()), Guide: s.HasGuide(), Codes: len(p.pack.HandoffLinks(s)) > 0, Picture: picture.PictogramText(p.pack.IconOf(s)),
		})
	}
	return list
}

func (p presenter) doorway(s *guide.Service) DoorwayView {
	return DoorwayView{Key: s.Key, Title: p.tr(s.ShortTitle()), Picture: picture.PictogramText(p.pack.IconOf(s))}
}

// ending is how a walk ends. A lesson with a fault has none, which the check of
// the pack reports.
func (p presenter) ending(s *guide.Service, w *guide.Walk) string {
	e, err := p.pack.EndingOf(s, w)
	if err != nil {
		return string(guide.EndNone)
	}
	return string(e)
}

func (p presenter) first(s *guide.Service) *DoorwayView {
	if s == nil {
		return nil
	}
	v := p.doorway(s)
	return &v
}

// walk presents a lesson, drawn in a size of letters.
func (p presenter) walk(s *guide.Service, w *guide.Walk, size int) WalkView {
	v := WalkView{
		Asked: w.Asked, Questions: w.Questions, Checklist: p.items(s.Key, w.Needs()),
		Steps: []StepView{}, Chapters: []ChapterView{}, Ready: []ReadyView{}, Next: p.sentences(s, "next", p.pack.After(s, w)), Trouble: []TroubleView{},
		Ending: p.ending(s, w), Acts: p.acts(s, w),
	}
	if s.Handoff != nil && p.pack.HandsOff(s, w) {
		v.Handoff = p.tr(s.Handoff.Say)
	}
	if p.pack.FallsBack(s) && p.pack.Info.Fallback != "" {
		v.Handoff = p.tr(p.pack.Info.Fallback)
	}
	if w.Ask != nil {
		say, lang := p.lang.Unit(w.Ask)
		v.Ask = &FactView{Key: w.Ask.Key, Ask: say(w.Ask.Ask), Help: say(w.Ask.Help), Answers: []AnswerView{}, Lang: lang}
		for _, a := range w.Ask.Answers {
			v.Ask.Answers = append(v.Ask.Answers, AnswerView{Key: a.Key, Say: say(a.Say), Picture: picture.PictogramText(a.Icon)})
		}
		return v // the steps are not settled before the last answer
	}
	v.First, v.Desk = p.first(w.First), s.DeskWay()
	if w.Blocked {
		v.Blocked = &ReadyView{Missing: p.tr(guide.AskStaffFirst)}
	}
	for _, r := range w.Ready {
		say, lang := p.lang.Unit(r)
		view := ReadyView{Key: r.Key, Say: say(r.Say), Picture: picture.PictogramText(r.Icon), Missing: say(r.Missing), Lang: lang}
		if first, err := p.pack.Service(r.First); err == nil {
			view.First = p.first(first)
		}
		v.Ready = append(v.Ready, view)
	}
	v.Chapters = p.chapters(w.Steps)
	for _, st := range w.Steps {
		say, lang := p.lang.Unit(st.Step)
		step := StepView{
			Say: say(st.Say), Why: say(st.Why), Scan: st.Scans(), Skill: st.Skill,
			Secret: string(st.Secret), Source: p.source(st.Source), Lang: lang, Away: st.Screen == nil, Phone: st.Scene.OnPhone(), Target: st.Target, Local: p.pack.NoteAt(st.Target),
		}
		drawing := picture.Scene(st.Scene, say)
		if st.Screen != nil {
			drawing = *picture.DrawAt(*st.Screen, picture.Look{Letters: picture.LettersOf(size)}, say)
		}
		step.Picture, step.Alt = string(drawing.SVG()), drawing.Alt
		v.Steps = append(v.Steps, step)
	}
	for _, t := range w.Troubles(s) {
		say, lang := p.lang.Unit(t)
		v.Trouble = append(v.Trouble, TroubleView{Wrong: say(t.Wrong), Do: say(t.Do), Source: p.source(t.Source), Lang: lang})
	}
	return v
}

// acts are what is left to do: what the path says again, or else what an
// emergency does first.
func (p presenter) acts(s *guide.Service, w *guide.Walk) []LineView {
	views := []LineView{}
	for _, st := range w.Acts(s) {
		say, lang := p.lang.Unit(st.Step)
		views = append(views, LineView{Say: say(st.Say), Source: p.source(st.Source), Lang: lang})
	}
	if s.Emergency != nil && len(views) == 0 {
		for _, act := range s.Emergency.Acts {
			say, lang := p.lang.Unit(act)
			views = append(views, LineView{Say: say(act.Say), Source: p.source(act.Source), Lang: lang})
		}
	}
	return views
}

func (p presenter) chapters(steps []guide.WalkStep) []ChapterView {
	list := []ChapterView{}
	chapters := guide.Chapters(steps)
	minutes := guide.MinutesOf(chapters, steps)
	for i, c := range chapters {
		list = append(list, ChapterView{Name: p.tr(c.Name), First: c.First, Count: c.Count, Minutes: minutes[i]})
	}
	return list
}

// list makes nil an empty list, so that the page never meets null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
