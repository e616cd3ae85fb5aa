package guide

// ManualChapter is a chapter of the office's manual: how one job is done.
type ManualChapter struct {
	Name   string        `json:"name"` // of its file, without its ending
	Title  string        `json:"title"`
	Blocks []ManualBlock `json:"blocks"`
}

// ManualKind is what a block of the manual is.
type ManualKind string

// The kinds of blocks.
const (
	ManualHeading ManualKind = "heading"
	ManualText    ManualKind = "text"
	ManualStep    ManualKind = "step"  // one of several, in their order
	ManualPoint   ManualKind = "point" // one of several, in any order
	ManualPicture ManualKind = "picture"
)

// ManualBlock is a paragraph, a line of a list or a picture.
type ManualBlock struct {
	Kind   ManualKind   `json:"kind"`
	Number int          `json:"number"` // of a step
	Spans  []ManualSpan `json:"spans"`
	// Of a picture: its file, what is seen on it, and its pixels.
	Picture string `json:"picture"`
	Alt     string `json:"alt"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
}

// ManualSpan is a piece of a text; Button says that it is what stands on the screen.
type ManualSpan struct {
	Text   string `json:"text"`
	Button bool   `json:"button"`
}
