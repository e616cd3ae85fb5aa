//go:build unix

package versions

// FileName is the program in the folder of its version.
const FileName = "tungbuoc-kiosk"
