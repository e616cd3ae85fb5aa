//go:build bindings

package desktop

const generatingBindings = true
