package guide

import "slices"

// Surface is what a Screen shows.
type Surface string

const (
	SurfacePhone  Surface = "phone"  // an app on the phone
	SurfacePortal Surface = "portal" // a web page in the phone's browser
	SurfaceSystem Surface = "system" // a web page after "Nộp trực tuyến": a ministry's or the province's own
	SurfaceCamera Surface = "camera" // what the phone's camera looks at
)

// Keys is the keyboard that stands up when a field is touched.
type Keys string

const (
	KeysLetters Keys = "letters"
	KeysDigits  Keys = "digits"
)

// Screen is the drawn picture of a phone at one step, as data: one piece of
// code draws it for the window and for paper. It is always labelled "Hình
// minh họa"; its values are made up; it never looks close enough to the real
// log-in to collect anything.
type Screen struct {
	On     Surface `yaml:"on" enum:"phone,portal,system,camera" doc:"phone (an app), portal (a web page in the browser), system (the page of the service's own system, to which the portal leads when one files) or camera (what the camera looks at)."`
	App    string  `yaml:"app,omitempty" doc:"Name of the app, or host of the web page, in the top bar. On a system left out: it is the service's; or .gov.vn where nobody knows whose page it is."`
	Title  string  `yaml:"title" figures:"yes" doc:"Heading of the screen."`
	Show   []Part  `yaml:"show" doc:"What is on the screen, from top to bottom, at most eight parts."`
	Target string  `yaml:"target,omitempty" doc:"id of the part to touch; it is ringed."`
	Fake   bool    `yaml:"fake,omitempty" doc:"A swindler's page or message, shown as a warning: its addresses need not be official."`
}

// StatePage is the app of a system's screen of which only the end of the name is
// known: a page of the State's.
const StatePage = ".gov.vn"

// of is the screen as the lessons of a service on that system show it. Where
// no source names the system, the bar names nobody.
func (s *Screen) of(system string) *Screen {
	if s == nil || s.On != SurfaceSystem || s.App != "" {
		return s
	}
	placed := *s
	placed.App = system
	return &placed
}

// MaxParts is how many parts fit a drawn phone without crowding.
const MaxParts = 8

// Part is one thing on a Screen. Exactly one of the first twelve keys is given;
// it says what the part is and holds its words.
type Part struct {
	Text    string `yaml:"text,omitempty" figures:"yes" doc:"A sentence."`
	Notice  string `yaml:"notice,omitempty" figures:"yes" doc:"A framed message of the app."`
	Message string `yaml:"message,omitempty" figures:"yes" doc:"A text message; value is the sender."`
	Field   string `yaml:"field,omitempty" figures:"yes" doc:"A field's label; value is what is filled in."`
	Button  string `yaml:"button,omitempty" figures:"yes" doc:"A button."`
	Link    string `yaml:"link,omitempty" figures:"yes" doc:"A line of text to touch."`
	Check   string `yaml:"check,omitempty" figures:"yes" doc:"A tick box; on: ticked."`
	Choice  string `yaml:"choice,omitempty" figures:"yes" doc:"One of several choices; on: chosen."`
	Row     string `yaml:"row,omitempty" figures:"yes" doc:"A line of a list; value is the small text."`
	Tile    string `yaml:"tile,omitempty" figures:"yes" doc:"A square of a menu; tiles in a row stand side by side."`
	Photo   string `yaml:"photo,omitempty" figures:"yes" doc:"A photo or file, with its caption; under a camera: the paper it looks at."`
	Scan    string `yaml:"scan,omitempty" figures:"yes" doc:"A code the phone is held to, with its caption. Under a camera, a link is the line that appears and a button the round one."`

	ID     string `yaml:"id,omitempty" doc:"Name of the part, for target."`
	Value  string `yaml:"value,omitempty" figures:"yes" doc:"Made-up value, sender or small text."`
	Secret Secret `yaml:"secret,omitempty" enum:"password,passcode,otp" doc:"On a field: drawn as dots, in the secret's own colour and shape."`
	Keys   Keys   `yaml:"keys,omitempty" enum:"letters,digits" doc:"On a field that is typed into: the keyboard that stands up. Secrets need none."`
	Corner bool   `yaml:"corner,omitempty" doc:"On a portal's button: in the page's head, at the upper right."`
	On     bool   `yaml:"on,omitempty" doc:"Ticked or chosen."`
	Untick bool   `yaml:"untick,omitempty" doc:"On a tick box: it is ticked, and the touch takes the tick away."`
	Main   bool   `yaml:"main,omitempty" doc:"The main button."`
	Wrong  string `yaml:"wrong,omitempty" lang:"yes" doc:"In a rehearsal, said gently to whoever touches this part instead of the target."`
}

// PartKind names what a Part is.
type PartKind string

const (
	PartText    PartKind = "text"
	PartNotice  PartKind = "notice"
	PartMessage PartKind = "message"
	PartField   PartKind = "field"
	PartButton  PartKind = "button"
	PartLink    PartKind = "link"
	PartCheck   PartKind = "check"
	PartChoice  PartKind = "choice"
	PartRow     PartKind = "row"
	PartTile    PartKind = "tile"
	PartPhoto   PartKind = "photo"
	PartScan    PartKind = "scan"
)

// Kinds lists the kinds whose words are given, in a fixed order: a valid part
// has exactly one.
func (p Part) Kinds() []PartKind {
	var kinds []PartKind
	for _, k := range []struct {
		kind  PartKind
		words string
	}{
		{PartText, p.Text}, {PartNotice, p.Notice}, {PartMessage, p.Message},
		{PartField, p.Field}, {PartButton, p.Button}, {PartLink, p.Link},
		{PartCheck, p.Check}, {PartChoice, p.Choice}, {PartRow, p.Row},
		{PartTile, p.Tile}, {PartPhoto, p.Photo}, {PartScan, p.Scan},
	} {
		if k.words != "" {
			kinds = append(kinds, k.kind)
		}
	}
	return kinds
}

// Kind is what the part is, "" for an empty part.
func (p Part) Kind() PartKind {
	if kinds := p.Kinds(); len(kinds) > 0 {
		return kinds[0]
	}
	return ""
}

// Words are the part's words, whatever its kind.
func (p Part) Words() string {
	if w := p.words(); w != nil {
		return *w
	}
	return ""
}

// words is where the part keeps its words, nil of an empty part.
func (p *Part) words() *string {
	for _, w := range []*string{&p.Text, &p.Notice, &p.Message, &p.Field, &p.Button,
		&p.Link, &p.Check, &p.Choice, &p.Row, &p.Tile, &p.Photo, &p.Scan} {
		if *w != "" {
			return w
		}
	}
	return nil
}

// Typed is the keyboard that stands up when the part is touched, "" for none.
func (p Part) Typed() Keys {
	switch p.Secret {
	case SecretPassword:
		return KeysLetters
	case SecretPasscode, SecretOTP:
		return KeysDigits
	}
	return p.Keys
}

// TargetIndex is the index of the target in Show, or -1.
func (s Screen) TargetIndex() int {
	return slices.IndexFunc(s.Show, func(p Part) bool { return p.ID != "" && p.ID == s.Target })
}

// The drawn screen keeps the words of the real one; these few are the
// drawing's own and are translated.
const (
	WordIllustration = "Hình minh họa"
	WordPractice     = "Chạm thử trên hình này" // in a rehearsal
	WordScreen       = "màn hình"
	// WordSystem stands in a page's bar where nobody knows whose page it is.
	WordSystem = "Trang của ngành"
	WordTouch  = "Chạm vào"
	// WordDrawing is what a scene is: nobody takes it for a screen.
	WordDrawing = "Hình vẽ"
)
