package content

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// Bounds of a YAML file, all well above what the largest file of the shipped
// pack has. The parser needs memory that grows with the square of the depth
// and of the length of a list of keys, so that a small file could take all of
// it.
const (
	maxMarks  = 150_000 // line ends and signs of structure: more are not taken apart
	maxPairs  = 12_000  // keys with values, in a list or a translation
	fewPairs  = 2000    // in one of the many files of services and flows
	maxDepth  = 24      // brackets in brackets
	maxColumn = 100     // where a key or a list item may begin
)

const mendDepth = "Viết lại cho gọn, giống các tệp mẫu."

// signs are what parts a text into tokens.
var signs = []string{"\n", "[", "]", "{", "}", ",", ": ", "- ", "? ", "&", "*", "!", "#", "|", ">"}

// tooMuch counts what could become a token, before the text is taken apart.
func tooMuch(text []byte) *flaw {
	marks := 0
	for _, sign := range signs {
		marks += bytes.Count(text, []byte(sign))
	}
	if marks > maxMarks {
		return wholeFlaw("Tệp có quá nhiều mục.", "Bỏ bớt nội dung, hoặc chia nhỏ tệp.")
	}
	return nil
}

// tooDeep looks for structure that would take the parser too long; most is how
// many keys with values there may be.
func tooDeep(tokens token.Tokens, most int) *flaw {
	depth, pairs := 0, 0
	for i, t := range tokens {
		starts := t
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			if depth++; depth > maxDepth {
				return &flaw{placeOfToken(t), fmt.Sprintf("Ngoặc lồng nhau quá %d lớp.", maxDepth), mendDepth, false}
			}
			continue
		case token.SequenceEndType, token.MappingEndType:
			depth = max(0, depth-1)
			continue
		case token.MappingValueType:
			if pairs++; pairs > most {
				return &flaw{placeOfToken(t), fmt.Sprintf("Tệp có quá %d mục.", most), "Bỏ bớt nội dung, hoặc chia nhỏ tệp.", false}
			}
			if i > 0 {
				starts = tokens[i-1] // the key
			}
		case token.SequenceEntryType, token.MappingKeyType:
		default:
			continue
		}
		if at := placeOfToken(starts); at.column > maxColumn && (depth == 0 || t.Type != token.MappingValueType) {
			return &flaw{at, "Mục lồng vào nhau sâu quá, hoặc thụt dòng xa quá.", mendDepth, false}
		}
	}
	return nil
}

func placeOfToken(t *token.Token) position {
	if t == nil || t.Position == nil {
		return position{1, 1}
	}
	return position{max(1, t.Position.Line), max(1, t.Position.Column)}
}
