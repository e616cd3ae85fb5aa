package picture

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// grouped finds what is written with spaces and read as one: a number to call,
// a made-up code, a sum of money.
var grouped = regexp.MustCompile(`[+(]?\d[\dx.,()–-]*(?: [\dx(][\dx.,()–-]*)*(?: (?:nghìn|triệu|tỷ|đồng|thousand|million|dong|VND))*`)

// held is text in which no line parts a number, a code or a sum of money. The
// name of a page and of a mailbox have no spaces and hold by themselves.
func held(text string) string {
	return grouped.ReplaceAllStringFunc(text, func(part string) string { return strings.ReplaceAll(part, " ", string(noBreak)) })
}

// exact says whether a word is copied or typed sign by sign, so that nobody may
// see it in two parts: the name of a page, a mailbox, a number, a code, a sum.
func exact(word string) bool {
	inside := strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) })
	return strings.ContainsAny(inside, ".@/:_") || strings.ContainsFunc(inside, unicode.IsDigit)
}

// least is the size below which not even the name of a page is drawn: as large as the
// small print of a real phone.
const least = 14.0

// fitted is text, and the largest size up to size, in which nothing exact is wider than a
// line. What is too long even in the least size is said shorter, as a phone does it.
func fitted(text string, width, size float64, bold bool) (say string, fits float64) {
	text = held(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")))
	words := strings.FieldsFunc(text, breaks)
	fits = size
	for _, word := range words {
		if exact(word) {
			fits = min(fits, largest(word, fits, min(least, size), width, bold))
		}
	}
	if !slices.ContainsFunc(words, func(w string) bool { return exact(w) && Width(w, fits, bold) > width }) {
		return text, fits
	}
	for i, word := range words {
		switch {
		case !exact(word) || Width(word, fits, bold) <= width:
		case strings.ContainsRune(word, noBreak): // a number longer than a line is parted between its groups
			words[i] = strings.ReplaceAll(word, string(noBreak), " ")
		default:
			words[i] = shortened(word, width, fits, bold)
		}
	}
	return strings.Join(words, " "), fits
}

// shortened is an address that fits a line: without its path, which a phone leaves out first;
// then without its start, for the end of its host says whose page it is.
func shortened(address string, width, size float64, bold bool) string {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		scheme, rest = "", address
	}
	if host, _, path := strings.Cut(rest, "/"); path {
		for _, short := range []string{scheme + "://" + host + "/…", host + "/…"} {
			if (scheme != "" || short == host+"/…") && Width(short, size, bold) <= width {
				return short
			}
		}
		rest = host
	}
	end := []rune(rest)
	for len(end) > 1 && Width("…"+string(end), size, bold) > width {
		end = end[1:]
	}
	return "…" + string(end)
}
