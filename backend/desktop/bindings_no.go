//go:build !bindings

package desktop

// generatingBindings is true only in the program that Wails builds and runs
// to learn the bound methods.
const generatingBindings = false
