// Package traces takes away what a visit leaves outside of the page: in the engine
// that draws it, in the toolkit around that engine, and where programs copy from.
// The page forgets its own part by itself.
//
// Nothing of a visit should be there: sounds and answers are never to be kept, and
// residents cannot copy. This is the second lock behind those.
package traces

// What is to be forgotten beside what the engine keeps and what stands open.
type What struct {
	Copied bool // what was copied or selected in this program; another program's is left alone
}
