package cli

import (
	"encoding/json"
	"regexp"
	"strings"
)

// What stands in the support file where a home or an account was named.
const (
	someHome    = "[thư mục người dùng]"
	someAccount = "[tài khoản]"
)

// redactor takes the name of the account out of texts that leave the machine: paths are
// full of it, in the doctor's sentences and in the log.
type redactor struct {
	homes, accounts []*regexp.Regexp
}

// slash is what stands between the parts of a path, as it is and inside JSON.
const slash = `(?:\\\\|[\\/])`

// accountPlaces are folders below which the next name is an account's, those of USB
// sticks among them. What can follow such a name in a sentence ends it.
var accountPlaces = regexp.MustCompile(`(?i)(\b[a-z]:` + slash + `Users` + slash + `|` + slash + `(?:home|Users|run/media|media)` + slash + `|` +
	slash + `run/user/)([^\\/"':;,<>|*?\r\n]+)`)

// newRedactor knows the homes and names that the environment tells.
func newRedactor(getenv func(string) string) redactor {
	var r redactor
	seen := map[string]bool{"": true}
	for _, name := range []string{"HOME", "USERPROFILE"} {
		home := strings.TrimRight(getenv(name), `/\`)
		if len(home) > 2 && !seen[home] { // "/" and "C:" are nobody's
			r.homes = append(r.homes, regexp.MustCompile(`(?i)`+either(home)+`(\b|`+slash+`|$)`))
		}
		seen[home] = true
	}
	for _, name := range []string{"USER", "USERNAME", "LOGNAME"} {
		account := strings.TrimSpace(getenv(name))
		if !seen[account] {
			// As a part of a path only: an account may be called as the program is.
			r.accounts = append(r.accounts, regexp.MustCompile(`(?i)(`+slash+`)`+either(account)+`([\\/"'\s:;,.)]|$)`))
		}
		seen[account] = true
	}
	return r
}

// either finds a text as it is and as it stands inside JSON.
func either(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		return regexp.QuoteMeta(text)
	}
	return `(?:` + regexp.QuoteMeta(strings.Trim(string(quoted), `"`)) + `|` + regexp.QuoteMeta(text) + `)`
}

// clean gives a text without them.
func (r redactor) clean(text []byte) []byte {
	for _, home := range r.homes {
		text = home.ReplaceAll(text, []byte(someHome+"${1}"))
	}
	text = accountPlaces.ReplaceAll(text, []byte("${1}"+someAccount))
	for _, account := range r.accounts {
		text = account.ReplaceAll(text, []byte("${1}"+someAccount+"${2}"))
	}
	return text
}
