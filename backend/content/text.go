package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const saveAsUTF8 = "Mở tệp bằng Notepad, chọn Lưu thành, ở mục Mã hóa chọn UTF-8, rồi lưu lại bằng UTF-8."

// plainText gives the text of a file as the parser wants it: UTF-8 without the
// byte order mark that Windows editors put before it, lines that end in a line
// feed. Bytes that are no UTF-8 are a flaw: shown, they would be � for letters.
func plainText(data []byte) ([]byte, *flaw) {
	if wide(data) {
		return nil, wholeFlaw("Tệp này lưu bằng UTF-16, máy không đọc được.", saveAsUTF8)
	}
	for bytes.HasPrefix(data, mark) {
		data = data[len(mark):]
	}
	if at := invalid(data); at >= 0 {
		return nil, &flaw{placeOf(data, at), "Chữ ở dòng này không phải UTF-8, hiện ra sẽ thành chữ hỏng.", saveAsUTF8, false}
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return nil, &flaw{placeOf(data, at), "Có ký tự ẩn U+0000.", "Xóa ký tự đó, hoặc chép lại tệp từ bản gốc.", false}
	}
	if at := garbled(data); at >= 0 {
		return nil, &flaw{placeOf(data, at), "Chữ ở dòng này đã hỏng khi đổi bảng mã, như “á»£” thay cho “ợ”.", "Lấy lại bản chưa hỏng. " + saveAsUTF8, false}
	}
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	return data, nil
}

// mark is the byte order mark in UTF-8.
var mark = []byte("\ufeff")

// wide says whether a file is in UTF-16 or UTF-32: it says so itself, or every
// other of its first bytes is empty.
func wide(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) ||
		bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}) {
		return true
	}
	head := data[:min(len(data), 512)]
	var empty [2]int
	for i, b := range head {
		if b == 0 {
			empty[i%2]++
		}
	}
	return len(head) >= 4 && max(empty[0], empty[1])*4 >= len(head) // half the letters of Vietnamese have an empty byte
}

// invalid is where the first byte stands that is not UTF-8, -1 if there is none.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// garbled is where UTF-8 stands that was taken for another code page and saved
// as UTF-8 once more, -1 if there is none.
func garbled(data []byte) int {
	for _, sign := range []string{"á»", "áº", "Ä‘", "Æ°", "Æ¡"} {
		for from := 0; ; {
			at := bytes.Index(data[from:], []byte(sign))
			if at < 0 {
				break
			}
			from += at + len(sign)
			// « and » around a word end in one of these, too: but not before another odd sign.
			if next, _ := utf8.DecodeRune(data[from:]); sign[1] != 0xa1 || next >= 0x80 && next != utf8.RuneError && !unicode.IsSpace(next) {
				return from - len(sign)
			}
		}
	}
	return -1
}

// placeOf is the place of a byte of a text.
func placeOf(data []byte, at int) position {
	before := bytes.ReplaceAll(data[:at], []byte("\r\n"), []byte("\n"))
	line := 1 + bytes.Count(before, []byte("\n")) + bytes.Count(before, []byte("\r"))
	start := bytes.LastIndexAny(data[:at], "\n\r") + 1
	return position{line, 1 + utf8.RuneCount(data[start:at])}
}

// maxOddSpaces is how many lines with odd spaces are reported.
const maxOddSpaces = 20

// oddSpaces finds the spaces in a text that are none to YAML and to search,
// and look like one: they come with what is copied from Word or a web page. It
// gives the text with plain spaces instead, so that the rest of it can be
// read, too. Comments may have them.
func oddSpaces(text []byte) ([]byte, []flaw) {
	if !bytes.ContainsFunc(text, oddSpace) {
		return text, nil
	}
	var flaws []flaw
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		at := strings.IndexFunc(line, oddSpace)
		if at < 0 {
			continue
		}
		c, _ := utf8.DecodeRuneInString(line[at:])
		if !strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "#") && len(flaws) < maxOddSpaces {
			flaws = append(flaws, flaw{position{i + 1, 1 + utf8.RuneCountInString(line[:at])},
				fmt.Sprintf("Có dấu cách lạ U+%04X, thường do chép từ Word hay trang web.", c), "Xóa dấu cách đó, gõ lại bằng phím cách.", false})
		}
		lines[i] = strings.Map(func(c rune) rune {
			if oddSpace(c) {
				return ' '
			}
			return c
		}, line)
	}
	return []byte(strings.Join(lines, "\n")), flaws
}

// oddSpace says whether a character looks like a space and is not the one of
// the keyboard.
func oddSpace(c rune) bool {
	return c != ' ' && (unicode.Is(unicode.Zs, c) || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\u2800')
}

// hidden says whether a character shows nothing and may still change what is
// read: controls, marks of direction and of form, spaces without width,
// fillers, the private-use area, where each typeface draws something else or
// nothing; and U+FFFD, which stands where a letter was lost.
func hidden(c rune) bool {
	return c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || unicode.Is(unicode.Cf, c) || slices.Contains(fillers, c) ||
		c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF || c >= 0xFFFE && c <= 0xFFFF ||
		c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 || c == utf8.RuneError
}

// fillers are letters and marks that draw nothing.
var fillers = []rune{'\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D', '\u3164', '\uFFA0'}
