//go:build !compiled

package search

// built is empty: this program makes the index of every pack. Only `make build`
// makes that of the shipped pack, and sets the tag in the same breath, as with
// the pack itself (content/built_yaml.go).
const built = ""
