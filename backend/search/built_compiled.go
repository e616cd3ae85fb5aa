//go:build compiled

package search

import _ "embed"

// built is the index of the shipped pack. Its texts are read where they stand
// in the program.
//
//go:embed compiled/pack.index
var built string
