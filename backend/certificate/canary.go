package certificate

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// canary is a word that nobody says; it has no letter that typing turns into another.
const canary = "qkbtmvnpgkq"

// canary pretends a visit that leaves the word wherever a resident could, ends it, and
// looks for the word in everything that is left.
func (o Options) canary(dir string) Line {
	const name, what, wanted = "canary", "Phiên thử có chữ đánh dấu, sau khi kết thúc", "không còn chữ nào"
	if o.Visit == nil {
		return unmeasured(name, what, wanted, "bản chương trình này không thử được")
	}
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = o.Visit(dir, canary)
	}
	if err != nil {
		return unmeasured(name, what, wanted, "phiên thử không chạy hết")
	}
	files, holding := traces(dir, canary)
	return canaryLine(name, what, wanted, files, len(holding))
}

func canaryLine(name, what, wanted string, files, holding int) Line {
	if holding > 0 {
		return line(name, what, fmt.Sprintf("còn trong %d tệp", holding), wanted, false)
	}
	if files == 0 {
		return unmeasured(name, what, wanted, "phiên thử không ghi tệp nào")
	}
	return line(name, what, fmt.Sprintf("xem %d tệp, không thấy", files), wanted, true)
}

// traces counts the files below a folder and names those that hold a word, or are called
// by it: as text of one byte a letter and of two.
func traces(dir, word string) (files int, holding []string) {
	var wide []byte
	for _, unit := range utf16.Encode([]rune(word)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // gone meanwhile
		}
		called := strings.Contains(strings.ToLower(d.Name()), word)
		if !d.Type().IsRegular() {
			if called {
				holding = append(holding, path)
			}
			return nil
		}
		files++
		data, err := os.ReadFile(path)
		lower := bytes.ToLower(data)
		if called || err == nil && (bytes.Contains(lower, []byte(word)) || bytes.Contains(lower, wide)) {
			holding = append(holding, path)
		}
		return nil
	})
	return files, holding
}
