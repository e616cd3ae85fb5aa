package guide

// When is a condition on facts, as data: every named fact must have one of the
// listed answers. An empty When always holds.
type When map[string]AnyOf

// AnyOf is a list of answers; a single answer may be written without brackets.
type AnyOf []string

// Answers are a resident's answers so far: fact key to answer key. They live
// for one session and are never stored.
type Answers map[string]string

// Holds says whether the answers meet the condition. A fact that was not
// asked meets nothing.
func (w When) Holds(a Answers) bool {
	for fact, any := range w {
		ok := false
		for _, want := range any {
			if a[fact] == want {
				ok = true
				break
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// open says whether a question stands in the condition for which nobody has chosen an
// answer.
func (w When) open() bool {
	for _, any := range w {
		if len(any) == 0 {
			return true
		}
	}
	return false
}
