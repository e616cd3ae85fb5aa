package desktop

import "tungbuoc/backend/staff"

// The views are what crosses into the window: plain JSON, one language, ready
// to show. They carry no time.Time and no floats that could be NaN, which the
// bindings cannot express, and no logic: what applies to a resident is decided
// in Go, once, and serves paper as well.
//
// Lang is "" when a view is in the language asked for. When one of its sentences
// has no translation, the whole of it is in the language that Lang names.

// BootView is all the window needs to draw its first screen.
type BootView struct {
	Version   string        `json:"version"`
	Edition   int           `json:"edition"`
	Edited    string        `json:"edited"` // day of the edition, YYYY-MM-DD
	Place     string        `json:"place"`  // the province
	Office    OfficeView    `json:"office"`
	Topics    []TopicView   `json:"topics"`
	Common    []DoorwayView `json:"common"`    // what residents come for most, most asked first
	Emergency *DoorwayView  `json:"emergency"` // for who has just been cheated; null: the pack has none
	Languages []string      `json:"languages"`

	LanguageNames []LanguageView `json:"languageNames"` // the same languages with their names

	Idle IdleView `json:"idle"`
	WiFi string   `json:"wifi"` // name of the network for visitors, ""

	Letters int `json:"letters"` // size of the letters that a visit begins with, 0 to 3

	Proving bool `json:"proving"` // a new program is tried: nobody may come in before the event "proven"

	Slips  bool   `json:"slips"`  // residents may print their papers
	Notice string `json:"notice"` // for staff, Vietnamese: "" or what does not work (counts not kept, ...)
}

// LanguageView is a language of the content.
type LanguageView struct {
	Code string `json:"code"` // vi, en, tyz
	Name string `json:"name"` // as its speakers write it
}

// OfficeView is the commune's own office. Empty fields are not known.
type OfficeView struct {
	Title string   `json:"title"` // what stands above the first screen; never empty
	Name  string   `json:"name"`
	Place string   `json:"place"`
	Unit  string   `json:"unit"` // xã, phường or "": whose note it is
	Hours []string `json:"hours"`
	Phone string   `json:"phone"`
	DPI   int      `json:"dpi"` // of the screen, never 0
}

// IdleView is how long the kiosk waits, in seconds.
type IdleView struct {
	Quiet     int `json:"quiet"`     // without a touch before the warning
	QuietBusy int `json:"quietBusy"` // the same where people are busy with their phone: steps, rehearsals, codes
	Warning   int `json:"warning"`   // length of the countdown
	Attract   int `json:"attract"`   // untouched home screen before the attract screen
}

// TopicView is one tile of the home screen.
type TopicView struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Tint  string `json:"tint"` // rice, leaf, indigo, madder: the colour of its tile

	Picture string `json:"picture"` // its pictogram, as SVG text
}

// DoorwayView leads from the home screen straight to a service.
type DoorwayView struct {
	Key     string `json:"key"`
	Title   string `json:"title"`   // its short title
	Picture string `json:"picture"` // its pictogram or its topic's, as SVG text
}

// TopicPageView is what stands under a tile, in the order to show: the services
// that people come for most, and the groups. Without groups all services.
type TopicPageView struct {
	Topic    TopicView     `json:"topic"`
	Services []ServiceCard `json:"services"`
	Groups   []GroupView   `json:"groups"`
}

// GroupView is a few services of a topic that people look for together.
type GroupView struct {
	Title    string        `json:"title"`   // "" for what stands in no group
	Picture  string        `json:"picture"` // its pictogram, as SVG text, or ""
	Services []ServiceCard `json:"services"`
}

// ServiceCard is a service in a list.
type ServiceCard struct {
	Key     string `json:"key"`
	Kind    string `json:"kind"` // procedure, app, task
	Code    string `json:"code"` // procedure code or ""
	Title   string `json:"title"`
	Short   string `json:"short"` // the title where there is little room
	Decides string `json:"decides"`
	Guide   bool   `json:"guide"`   // has a full lesson
	Codes   bool   `json:"codes"`   // leads to a page on the phone; without that and a lesson: ask staff
	Picture string `json:"picture"` // its pictogram or its topic's, as SVG text
}

// WalkView is a guide fitted to the answers given so far. While Ask is not
// null the next screen is that question; then come checklist and steps.
type WalkView struct {
	Ask       *FactView     `json:"ask"`
	Asked     int           `json:"asked"`     // questions answered
	Questions int           `json:"questions"` // questions on this path
	Checklist []ItemView    `json:"checklist"`
	Steps     []StepView    `json:"steps"`
	Chapters  []ChapterView `json:"chapters"` // of the steps, in order; empty: the lesson has none
	First     *DoorwayView  `json:"first"`    // to be done before this can be; then there are neither papers nor steps; or null
	Blocked   *ReadyView    `json:"blocked"`  // the office has hidden what comes first: then this says to ask staff; or null
	Ready     []ReadyView   `json:"ready"`    // what one must have before the first step
	Desk      bool          `json:"desk"`     // the lesson has a way for the desk
	Handoff   string        `json:"handoff"`  // what to do after the page has opened; "": it is for another path
	Ending    string        `json:"ending"`   // what is left to do: file, desk, ask, practised, urgent; "": nothing
	Acts      []LineView    `json:"acts"`     // said again at the end: of an urgent one the calls to make at once, of a task's in person where one goes
	Next      []LineView    `json:"next"`
	Trouble   []TroubleView `json:"trouble"`
}

// ReadyView is one thing that one must have before the first step.
type ReadyView struct {
	Key     string       `json:"key"`
	Say     string       `json:"say"`
	Picture string       `json:"picture"` // its pictogram, as SVG text, or ""
	Missing string       `json:"missing"` // what to do without it
	First   *DoorwayView `json:"first"`   // the service to do first; null: the desk
	Lang    string       `json:"lang"`
}

// FactView is one question.
type FactView struct {
	Key     string       `json:"key"`
	Ask     string       `json:"ask"`
	Help    string       `json:"help"`
	Answers []AnswerView `json:"answers"`
	Lang    string       `json:"lang"`
}

// AnswerView is one answer button.
type AnswerView struct {
	Key string `json:"key"`
	Say string `json:"say"`

	Picture string `json:"picture"` // a pictogram that says the same, as SVG text, or ""
}

// ChapterView is a run of steps with a short name.
type ChapterView struct {
	Name    string `json:"name"`
	First   int    `json:"first"`   // index of its first step
	Count   int    `json:"count"`   // of its steps
	Minutes int    `json:"minutes"` // for a slow reader, about
}

// StepView is one step. Picture is a standalone SVG, of the phone or, when Away,
// of what is done without it; Alt says it in words.
// Scan: the step opens a page by the service's code, which is shown with it.
type StepView struct {
	Say     string      `json:"say"`
	Why     string      `json:"why"`
	Secret  string      `json:"secret"` // "", password, passcode, otp
	Picture string      `json:"picture"`
	Away    bool        `json:"away"`  // done without the drawn phone: nothing to practise
	Phone   bool        `json:"phone"` // of those, one that a telephone is used for
	Scan    bool        `json:"scan"`
	Skill   string      `json:"skill"` // key of the skill for which this one step stands, or ""
	Alt     string      `json:"alt"`
	Source  *SourceView `json:"source"`
	Lang    string      `json:"lang"`
	Target  string      `json:"target"` // the place on which a note of the office hangs, ""
	Local   string      `json:"local"`  // that note, ""
}

// RehearsalView is a lesson to be practised on the drawn phone, fitted to the
// answers.
type RehearsalView struct {
	Steps    []PlayView    `json:"steps"`
	Chapters []ChapterView `json:"chapters"`
	Ending   string        `json:"ending"` // as of WalkView
}

// PlayView is one step of a rehearsal. Touches are the touches that lead on,
// in order, as indices of Spots; none: the step is done away from the phone.
type PlayView struct {
	Say     string     `json:"say"`
	Why     string     `json:"why"`
	Helper  string     `json:"helper"`  // for who stands beside, or ""
	Secret  string     `json:"secret"`  // "", password, passcode, otp
	Picture string     `json:"picture"` // SVG with groups "fill" and "ring", one for each touch; without touches the drawing of a scene
	Alt     string     `json:"alt"`
	Spots   []SpotView `json:"spots"`
	Touches []int      `json:"touches"`
	Phone   bool       `json:"phone"` // without touches: a telephone is used all the same
	Lang    string     `json:"lang"`
	Target  string     `json:"target"` // its lasting name, by which is counted where people stop
}

// SpotView is a place on the drawn phone; x, y, w, h are shares of its size.
type SpotView struct {
	Say   string  `json:"say"`   // the words on it, as the real phone has them
	Kind  string  `json:"kind"`  // button, field, row, ...
	Wrong string  `json:"wrong"` // said when it is touched by mistake, or ""
	Fills bool    `json:"fills"` // a touch puts something in
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	W     float64 `json:"w"`
	H     float64 `json:"h"`
}

// TroubleView is what goes wrong, and the way out.
type TroubleView struct {
	Wrong  string      `json:"wrong"`
	Do     string      `json:"do"`
	Source *SourceView `json:"source"`
	Lang   string      `json:"lang"`
}

// CodesView is the hand-off: one code, or one for each kind of phone for an app.
// With App there is none: it goes on in that app, which is on the phone already.
type CodesView struct {
	App   string     `json:"app"`
	Code  string     `json:"code"`  // procedure code to type by hand, or ""
	Codes []CodeView `json:"codes"` // verified; empty: Problem says what to do instead

	Phones  []PhoneView `json:"phones"` // the kinds of phone to ask for, when the codes are not for all
	Problem string      `json:"problem"`
}

// PhoneView is a kind of phone.
type PhoneView struct {
	Link    string `json:"link"`    // the code that is for it: android, ios
	Picture string `json:"picture"` // its back, as SVG text
}

// CodeView is one verified QR code.
type CodeView struct {
	Link     string `json:"link"` // portal, web, android, ios, search
	URL      string `json:"url"`
	Host     string `json:"host"`     // dichvucong.gov.vn
	HostName string `json:"hostName"` // Cổng Dịch vụ công quốc gia
	Size     int    `json:"size"`     // side in modules, quiet zone included
	Path     string `json:"path"`     // SVG path in a viewBox of 0 0 Size Size
	Checked  string `json:"checked"`  // day on which a person last found the right page, as people write it; "": nobody has looked
	Age      int    `json:"age"`      // that many days ago, where that is long ago; else 0
}

// WifiView is the office's network for visitors.
type WifiView struct {
	Name     string   `json:"name"`
	Password string   `json:"password"` // "": it is open
	Code     CodeView `json:"code"`     // joins a phone
}

// TrialView is a code to practise scanning with: plain words, which open nothing.
type TrialView struct {
	Code   CodeView      `json:"code"` // its host is what a phone shows that has read it
	Phones []ScannedView `json:"phones"`
}

// ScannedView is what a kind of phone shows once it has read a code.
type ScannedView struct {
	Phone   string `json:"phone"`   // android, samsung, iphone, zalo
	Picture string `json:"picture"` // as SVG text, with a ring around the words
}

// SearchView is what a query found, the best first; no hits: nothing fits.
type SearchView struct {
	Hits   []HitView `json:"hits"`
	Unsure bool      `json:"unsure"` // show as "Có phải ông bà tìm…?"
}

// HitView is one entry that was found.
type HitView struct {
	Key     string      `json:"key"`   // service key; page id for a catalogue entry
	Kind    string      `json:"kind"`  // procedure, app, task, catalogue
	Code    string      `json:"code"`  // procedure code or ""
	Title   []PieceView `json:"title"` // in pieces, to mark what matched
	Decides string      `json:"decides"`
	Guide   bool        `json:"guide"`
	Hidden  bool        `json:"hidden"` // residents do not find it; only staff are told
}

// PieceView is a piece of a title.
type PieceView struct {
	Say string `json:"say"`
	Hit bool   `json:"hit"`
}

// EntryView is the plain page of a procedure of the national catalogue. Its
// names are the portal's own and always Vietnamese.
type EntryView struct {
	ID          string    `json:"id"`
	Code        string    `json:"code"`
	Name        string    `json:"name"`
	Issuer      string    `json:"issuer"`      // who made it: a ministry or a province
	Departments []string  `json:"departments"` // who handles it; empty: not said
	Here        bool      `json:"here"`        // false: another province made it for itself
	Codes       CodesView `json:"codes"`
}

// DoorView is how the staff door stands.
type DoorView struct {
	HasPIN   bool           `json:"hasPin"`   // false: one is chosen with the set-up code
	People   []staff.AtDoor `json:"people"`   // who can open it
	CodeFile string         `json:"codeFile"` // the file on this PC with the set-up code; empty: there is a PIN
	Locked   int            `json:"locked"`   // seconds until a PIN or a code may be tried again
}

// FolderView is where a PDF can be saved.
type FolderView struct {
	Path  string `json:"path"`
	Name  string `json:"name"`
	Stick bool   `json:"stick"`
}

// ProgressView is how far a job on paper is.
type ProgressView struct {
	State   string `json:"state"` // none, busy (pages are being made), printing (the printer has them), done, stopped, failed
	Done    int    `json:"done"`  // pages
	Pages   int    `json:"pages"`
	File    string `json:"file"`    // where it was saved, once done
	Problem string `json:"problem"` // what went wrong, or what the printer waits for, in Vietnamese

	Warnings []string `json:"warnings"` // what the paper will lack, a Vietnamese sentence each
}

// Failure is how a bound method's error reaches the window: as JSON text in
// the error's message, because Wails turns objects into "[object Object]".
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}
