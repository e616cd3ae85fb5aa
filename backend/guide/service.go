package guide

import "strings"

// Kind says what sort of service this is.
type Kind string

// The kinds of service. Catalogue entries are procedures known by name only,
// imported from the national catalogue; the pack itself has none.
const (
	KindProcedure Kind = "procedure"
	KindApp       Kind = "app"
	KindTask      Kind = "task"
)

// Sureness says how much of a service's facts a source confirms. It is shown
// to staff and decides what the kiosk may print without "hỏi cán bộ".
type Sureness string

const (
	SureFull       Sureness = "full"       // papers, fee and time from the portal's own record
	SureRecord     Sureness = "record"     // read from a copy of the portal's record
	SureNameOnly   Sureness = "name-only"  // only code and name are certain
	SureVerified   Sureness = "verified"   // an app whose store addresses several sources agree on
	SureUnverified Sureness = "unverified" // an app without confirmed store addresses
	SureGeneral    Sureness = "general"    // a task: advice, each number with its own source
)

// Advice says whether doing a service online makes sense.
type Advice string

const (
	AdviceOnline Advice = "online" // worth doing on the phone
	AdviceOffice Advice = "office" // come in person
	AdviceEither Advice = "either" // both work
	AdviceAsk    Advice = "ask"    // not known: ask staff
)

// Service is one thing a resident comes for, with its guide.
type Service struct {
	Key      string            `yaml:"key" doc:"Unique short name in ASCII; also the file's name."`
	Kind     Kind              `yaml:"kind" enum:"procedure,app,task" doc:"What sort of service this is."`
	Codes    []string          `yaml:"codes,omitempty" doc:"Procedure codes, the one to use first. Procedures only."`
	Official string            `yaml:"official,omitempty" doc:"Official name, as the portal writes it. Procedures only."`
	Title    string            `yaml:"title" lang:"yes" doc:"Plain name, what people call it."`
	Short    string            `yaml:"short,omitempty" lang:"yes" doc:"The plain name in at most 26 letters, for home screen, cards, posters and lists. Left out: the title."`
	Names    []string          `yaml:"names,omitempty" doc:"Other everyday ways to say it, old names too."`
	Icon     Icon              `yaml:"icon,omitempty" doc:"Its pictogram. Left out: its tile's."`
	Topic    string            `yaml:"topic" doc:"Key of the life-event tile it stands under."`
	Also     []string          `yaml:"also,omitempty" doc:"Further tiles where people would look."`
	Order    int               `yaml:"order" doc:"1 asked every day, 2 every week, 3 now and then, 4 rarely."`
	Summary  string            `yaml:"summary" lang:"yes" doc:"One or two sentences: what it is, who needs it."`
	Decides  string            `yaml:"decides" lang:"yes" doc:"Who decides it; for an app, who makes it."`
	Sure     Sureness          `yaml:"sure" enum:"full,record,name-only,verified,unverified,general" doc:"How sure the facts are."`
	Online   Online            `yaml:"online" doc:"Whether doing it online makes sense."`
	Fee      *Claim            `yaml:"fee,omitempty" doc:"What it costs. Left out: ask staff."`
	Time     *Claim            `yaml:"time,omitempty" doc:"How long it takes. Left out: ask staff."`
	Deadline *Claim            `yaml:"deadline,omitempty" doc:"By when people must do it, in a few words. Left out: no source says."`
	Hotline  *Claim            `yaml:"hotline,omitempty" doc:"Phone number for help."`
	Watch    []Line            `yaml:"watch,omitempty" doc:"The traps people fall into."`
	Links    map[string]string `yaml:"links,omitempty" doc:"Link name (portal, web, android, ios, search) to key in links.yaml."`

	Emergency *Emergency `yaml:"emergency,omitempty" doc:"What to do at once: makes the service an emergency. Tasks only."`

	NoPaper bool `yaml:"no_paper,omitempty" doc:"Taken on the network only: staff file it there with who comes to the desk. pack.yaml says since when, with its source."`

	System string `yaml:"system,omitempty" doc:"Host of the ministry's or the province's own system, on whose pages one goes on after “Nộp trực tuyến”; left out where no source names it."`

	Rehearse  bool      `yaml:"rehearse,omitempty" doc:"The lesson can be rehearsed from the first to the last touch, on every path."`
	Facts     []Fact    `yaml:"facts,omitempty" doc:"Up to five questions that fit the guide to the resident."`
	Checklist []Item    `yaml:"checklist,omitempty" doc:"What to bring or have ready."`
	Steps     []Step    `yaml:"steps,omitempty" doc:"The walkthrough, one touch a step."`
	Handoff   *Handoff  `yaml:"handoff,omitempty" doc:"Where the phone goes on."`
	Next      []Next    `yaml:"next,omitempty" doc:"What happens after the resident has filed."`
	Trouble   []Trouble `yaml:"trouble,omitempty" doc:"What goes wrong and what to do."`

	Sources  []string `yaml:"sources" doc:"Keys of the sources this service rests on."`
	Checked  string   `yaml:"checked" doc:"Day the text was last compared with its sources (YYYY-MM-DD)."`
	ReviewBy string   `yaml:"review_by" doc:"Day by which it must be looked at again (YYYY-MM-DD)."`
}

// MaxFacts is the most questions a guide may ask.
const MaxFacts = 5

// How many steps a lesson has. A full one is long enough on its longest way to
// teach something; where only a name and a code are known, there is no more to
// say than whom to ask, what to ask, and what to take along.
const (
	MinGuideSteps = 6 // on the longest way of a full lesson
	MinWaySteps   = 3 // on any way
	MaxShortSteps = 4 // on any way of a short lesson
	MaxOwnSteps   = 9 // on any way of a procedure's lesson
)

// ShortLesson says whether the service's lesson is a short one: no source tells how
// it is done, so no step does.
func (s *Service) ShortLesson() bool {
	return s.Kind == KindProcedure && s.Sure == SureNameOnly && len(s.Steps) > 0
}

// MaxShort is the most letters of a short title: what a card or a row of the
// home screen holds on one line.
const MaxShort = 26

// ShortTitle is the name for where there is little room: the short title, or
// else the title, which may then be longer than [MaxShort] letters.
func (s *Service) ShortTitle() string {
	if s.Short != "" {
		return s.Short
	}
	return s.Title
}

// Decider is who decides it, or who makes the app; "" of a task, which is
// nobody's to decide.
func (s *Service) Decider() string {
	if s.Kind == KindTask {
		return ""
	}
	return s.Decides
}

// PlaceDesk is the counter of the office in which the kiosk stands.
const PlaceDesk = "desk"

// The office in which the kiosk stands, and how the offices beside it end.
const (
	council = "Ủy ban nhân dân xã, phường"
	nearby  = " xã, phường"
)

// Place is where one comes in person, as far as who decides says it: the counter
// here, or one office of the commune by its name. Elsewhere those who decide need
// not be those who take the papers: "".
func (s *Service) Place() string {
	switch who := s.Decider(); {
	case who == council:
		return PlaceDesk
	case strings.HasSuffix(who, nearby) && strings.Count(who, council) == 0 && !strings.Contains(who, ";"):
		return who
	}
	return ""
}

// HasGuide says whether the service has a full lesson: a checklist, six steps
// or more once its flows are written out, and a hand-off.
func (s *Service) HasGuide() bool {
	return len(s.Checklist) > 0 && len(s.Steps) > 0 && s.Handoff != nil
}

// Code is the procedure code to type by hand, "" if the service has none.
func (s *Service) Code() string {
	if len(s.Codes) == 0 {
		return ""
	}
	return s.Codes[0]
}

// Online is the advice on doing a service online, with its reason.
type Online struct {
	Advice Advice `yaml:"advice" enum:"online,office,either,ask" doc:"online, office (come in person), either, ask (not known)."`
	Why    string `yaml:"why" lang:"yes" doc:"One sentence: why."`
}

// Claim is a statement with a number in it. It never goes without its source.
type Claim struct {
	Say    string `yaml:"say" lang:"yes" doc:"The statement, in plain words."`
	Note   string `yaml:"note,omitempty" lang:"yes" doc:"A condition or exception."`
	Source string `yaml:"source,omitempty" doc:"Key of the source of the number; may be left out when a figure brings it."`

	Away bool `yaml:"-"` // the office has taken it away: it says to ask staff
}

// Line is one sentence; it needs a source as soon as it holds a number.
type Line struct {
	Say    string `yaml:"say" lang:"yes" doc:"One sentence."`
	Source string `yaml:"source,omitempty" doc:"Key of the source; needed when the sentence states a number, unless a figure brings it."`
}

// Next is one thing that comes after the lesson.
type Next struct {
	Say    string `yaml:"say" lang:"yes" doc:"One sentence."`
	When   When   `yaml:"when,omitempty" doc:"Only if the answers match."`
	Source string `yaml:"source,omitempty" doc:"Key of the source; needed when the sentence states a number, unless a figure brings it."`
}

// Fact is one question with a few answers.
type Fact struct {
	Key     string   `yaml:"key" doc:"Name of the fact, used in when."`
	Ask     string   `yaml:"ask" lang:"yes" doc:"The question."`
	Help    string   `yaml:"help,omitempty" lang:"yes" doc:"One sentence that helps to answer."`
	When    When     `yaml:"when,omitempty" doc:"Ask only if earlier answers match."`
	Answers []Answer `yaml:"answers" doc:"Two to five answers."`
}

// Answer is one possible answer to a Fact.
type Answer struct {
	Key string `yaml:"key" doc:"Name of the answer, used in when."`
	Say string `yaml:"say" lang:"yes" doc:"The answer as shown on its button."`

	Icon  Icon   `yaml:"icon,omitempty" doc:"The pictogram that says the same, for who cannot read."`
	First string `yaml:"first,omitempty" doc:"Key of the service to do first: with this answer the lesson cannot succeed today, so it is not walked."`
}

// Item is one line of a checklist.
type Item struct {
	Say    string   `yaml:"say" lang:"yes" doc:"The paper or thing, named the same everywhere."`
	ID     string   `yaml:"id" doc:"Its lasting name: short, ASCII, from the meaning; it stays when the words change."`
	Was    []string `yaml:"was,omitempty" doc:"Earlier ids of it; with the file where it stood, if that was another: khai-sinh/ten-chau, flow toi-quay/quet-ma."`
	Note   string   `yaml:"note,omitempty" lang:"yes" doc:"A condition, or how to get it."`
	Icon   Icon     `yaml:"icon,omitempty" doc:"The pictogram of the paper or thing."`
	When   When     `yaml:"when,omitempty" doc:"Only if the answers match."`
	Or     bool     `yaml:"or,omitempty" doc:"Serves instead of the one above: one of them is enough."`
	Maybe  bool     `yaml:"maybe,omitempty" doc:"Not everybody needs it, and no question tells who; the note says it."`
	Do     bool     `yaml:"do,omitempty" doc:"Something to do or to ask about; there is nothing to bring."`
	Source string   `yaml:"source,omitempty" doc:"Key of the source; needed when the line states a number, unless a figure brings it."`
}

// Secret is one of the three things nobody else may know. People confuse
// them, so each has its own colour and shape everywhere.
type Secret string

const (
	SecretPassword Secret = "password" // mật khẩu
	SecretPasscode Secret = "passcode" // passcode 6 số của VNeID
	SecretOTP      Secret = "otp"      // mã dùng một lần gửi về máy
)

// Step is one touch of the walkthrough, or the use of a shared Flow.
type Step struct {
	Use     string   `yaml:"use,omitempty" doc:"Key of a flow whose steps stand here. Then nothing else but when, chapter and whole."`
	Whole   bool     `yaml:"whole,omitempty" doc:"With use: all steps of the flow, where its brief step would stand for them."`
	Say     string   `yaml:"say,omitempty" lang:"yes" doc:"What to do: verb first, one idea."`
	ID      string   `yaml:"id,omitempty" doc:"Its lasting name, and that of its picture: short, ASCII, from the meaning; it stays when the words change. Not with use."`
	Was     []string `yaml:"was,omitempty" doc:"Earlier ids of it; with the file where it stood, if that was another: khai-sinh/ten-chau, flow toi-quay/quet-ma."`
	Why     string   `yaml:"why,omitempty" lang:"yes" doc:"Why, or what to watch for."`
	Helper  string   `yaml:"helper,omitempty" lang:"yes" doc:"In a rehearsal, what to watch for, said to whoever stands beside the learner."`
	Secret  Secret   `yaml:"secret,omitempty" enum:"password,passcode,otp" doc:"The secret this step asks for on the resident's own phone."`
	When    When     `yaml:"when,omitempty" doc:"Only if the answers match."`
	Screen  *Screen  `yaml:"screen,omitempty" doc:"The drawn picture."`
	Chapter string   `yaml:"chapter,omitempty" lang:"yes" doc:"A chapter of the lesson begins here, with this short name; it lasts to the next one in the file, whatever the answers. Left out before use: the flow's own."`
	Off     bool     `yaml:"off,omitempty" doc:"Done away from the phone, at a counter or on paper: no screen belongs to it, but a scene."`
	Scene   Scene    `yaml:"scene,omitempty" doc:"With off: the drawing of what is done there."`
	Sends   bool     `yaml:"sends,omitempty" doc:"This step sends the application: until then nothing is filed."`
	Calls   bool     `yaml:"calls,omitempty" doc:"A call to make at once; the last screen says it again. Apps and tasks only."`
	Goes    bool     `yaml:"goes,omitempty" doc:"With off: this step says where one goes; the way ends in person, and the last screen says it again. Apps and tasks only."`
	Source  string   `yaml:"source,omitempty" doc:"Key of the source; needed when the step states a number, unless a figure brings it."`
}

// Flow is a run of steps that several guides share.
type Flow struct {
	Key     string `yaml:"key" doc:"Unique short name; also the file's name."`
	Title   string `yaml:"title" lang:"yes" doc:"What this part achieves, for who writes and records it."`
	Chapter string `yaml:"chapter,omitempty" lang:"yes" doc:"Short name of the chapter that the flow is in a lesson. Left out: it belongs to the chapter before it."`
	Steps   []Step `yaml:"steps" doc:"The steps. A flow may use another flow, but not in a circle."`

	Brief *Step    `yaml:"brief,omitempty" doc:"One step that stands for the flow in a lesson: the flow is a skill, learned once and practised on request."`
	Ready []string `yaml:"ready,omitempty" doc:"What one must have for it, by the keys of ready in pack.yaml."`
}

// All lists the flow's steps, with the brief one that stands for them first.
func (f *Flow) All() []Step {
	if f.Brief == nil {
		return f.Steps
	}
	return append([]Step{*f.Brief}, f.Steps...)
}

// Skill is the title and the steps of a flow that a brief step stands for.
type Skill struct {
	Flow  *Flow
	Steps []WalkStep
}

// Handoff is the last screen: the code that takes the phone to the right page.
type Handoff struct {
	Links []string `yaml:"links,omitempty" doc:"Names of the service's links to show as codes, one or two; none with app."`
	App   string   `yaml:"app,omitempty" doc:"The app already on the phone in which it goes on: screen and paper show no code then, say tells what to do there."`
	Say   string   `yaml:"say" lang:"yes" doc:"What to do after the page has opened."`
}

// Trouble is one thing that goes wrong, and the way out.
type Trouble struct {
	Wrong  string `yaml:"wrong" lang:"yes" doc:"What people see."`
	Do     string `yaml:"do" lang:"yes" doc:"What to do about it."`
	When   When   `yaml:"when,omitempty" doc:"Only if the answers match."`
	Source string `yaml:"source,omitempty" doc:"Key of the source; needed when a number is stated, unless a figure brings it."`
}
