package guide

// BegunKind is where staff began to write.
type BegunKind string

// The kinds.
const (
	BegunWords  BegunKind = "writing" // words of the office's own in a lesson
	BegunNote   BegunKind = "note"    // a note beside the pack
	BegunDetail BegunKind = "unsaid"  // what the office says of itself
)

// Begun is what somebody of the office began to write, and nobody but staff sees yet.
type Begun struct {
	Kind   BegunKind
	Target string // the place, by its name of today; of a detail that detail
	On     string // what stands there, "" when the place is gone
	Of     string // the title of the lesson, or of what several share
	Saved  string // [MinuteForm]
	Who    string
}
