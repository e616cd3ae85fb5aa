package speech

import "strings"

var digitWords = [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// maxNumber is the longest number, in digits, that is read as one: hundreds
// of thousands of billions. Longer ones are read digit by digit.
const maxNumber = 15

// number writes digits out as people say a number: 1366200 as một triệu ba
// trăm sáu mươi sáu nghìn hai trăm. Numbers with a leading zero are codes and
// are read digit by digit.
func number(digits string) string {
	if len(digits) > 1 && digits[0] == '0' || len(digits) > maxNumber {
		return spelledDigits(digits)
	}
	if digits == "0" {
		return digitWords[0]
	}
	head, tail := "", digits
	if len(digits) > 9 { // tỷ counts what stands before it, thousands included
		head, tail = digits[:len(digits)-9], digits[len(digits)-9:]
		head = belowBillion(head, false) + " tỷ"
	}
	return strings.TrimSpace(head + " " + belowBillion(tail, head != ""))
}

// belowBillion says up to nine digits; following: more stands before them.
func belowBillion(digits string, following bool) string {
	digits = strings.Repeat("0", 9-len(digits)) + digits
	var words []string
	for i, unit := range []string{"triệu", "nghìn", ""} {
		group := digits[3*i : 3*i+3]
		if group == "000" {
			continue
		}
		words = append(words, threeDigits(group, following || len(words) > 0))
		if unit != "" {
			words = append(words, unit)
		}
	}
	return strings.Join(words, " ")
}

// threeDigits says a group of three that is not 000; whole: its zero hundreds
// are said, as in hai nghìn không trăm linh năm.
func threeDigits(group string, whole bool) string {
	h, t, u := group[0]-'0', group[1]-'0', group[2]-'0'
	var words []string
	if h > 0 || whole {
		words = append(words, digitWords[h], "trăm")
	}
	switch {
	case t == 0 && u == 0:
		return strings.Join(words, " ")
	case t == 0 && len(words) > 0:
		words = append(words, "linh")
	case t == 1:
		words = append(words, "mười")
	case t > 1:
		words = append(words, digitWords[t], "mươi")
	}
	switch {
	case u == 0:
	case u == 1 && t > 1:
		words = append(words, "mốt")
	case u == 4 && t > 1:
		words = append(words, "tư")
	case u == 5 && t > 0:
		words = append(words, "lăm")
	default:
		words = append(words, digitWords[u])
	}
	return strings.Join(words, " ")
}

// spelledDigits says digits one by one; anything else is left out.
func spelledDigits(text string) string {
	var words []string
	for _, r := range text {
		if r >= '0' && r <= '9' {
			words = append(words, digitWords[r-'0'])
		}
	}
	return strings.Join(words, " ")
}
