// Package huongdan carries the office's manual into the program: the chapters
// beside this file, as they stand in the repository, and their pictures.
package huongdan

import "embed"

// Files are the chapters, NN-name.md, and the pictures in hinh.
//
//go:embed [0-9]*.md hinh/*.png
var Files embed.FS
