//go:build !windows

package cli

// AttachConsole does nothing: the program has its console already.
func AttachConsole() {}
