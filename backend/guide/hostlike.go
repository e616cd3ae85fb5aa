package guide

import (
	"regexp"
	"slices"
	"strings"
)

// hostLike finds what a reader would take for the name of a web page: labels
// parted by full stops that end in a common top-level name.
var hostLike = regexp.MustCompile(`(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.(vn|com|net|org|info|gov|edu|asia|top|xyz|site|online|shop|store|vip|icu|club|link|click|app|io|me|cc|tv|biz|page|web)($|[^\p{L}\d.-]|\.($|\s))`)

// suffixes are ends of names that belong to nobody: a lesson that teaches to
// look for ".gov.vn" names no page.
var suffixes = []string{"gov.vn", "com.vn", "org.vn", "net.vn", "edu.vn", "vn"}

// hostsIn lists what looks like a host in a text, in lower case, each once.
func hostsIn(text string) []string {
	if !strings.Contains(text, ".") {
		return nil
	}
	var list []string
	for _, at := range hostLike.FindAllStringSubmatchIndex(text, -1) {
		host := strings.ToLower(text[at[0]:at[5]]) // up to the end of the top-level name
		if !slices.Contains(suffixes, host) && !slices.Contains(list, host) {
			list = append(list, host)
		}
	}
	return list
}
