package certificate

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstOf11 is the first build of Windows 11, whose registry still says 10.
const firstOf11 = 22000

// windowsName says which Windows this is.
func windowsName(product, version, build string) string {
	if n, err := strconv.Atoi(build); err == nil && n >= firstOf11 {
		product = strings.Replace(product, "Windows 10", "Windows 11", 1)
	}
	if product == "" {
		product = "Windows"
	}
	if version != "" {
		product += " " + version
	}
	if build != "" {
		product += " (bản dựng " + build + ")"
	}
	return product
}

// upper begins a text with a capital, as what stands in a column of its own does.
func upper(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
