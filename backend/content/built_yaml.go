//go:build !compiled

package content

import "io/fs"

// built is nil: this program reads the shipped pack from YAML. Only `make
// build` makes the compiled form, and sets the tag in the same breath: what was
// compiled yesterday can never stand before what was written today.
var built fs.FS
