package guide

import (
	"regexp"
	"slices"
	"strings"
)

// hostLike finds what a reader would take for the name of a web page: labels
// parted by full stops that end in a common top-level name.
var hostLike = regexp.MustCompile(`(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.(vn|com|net|org|info|gov|edu|asia|top|xyz|site|online|shop|store|vip|icu|club|link|click|app|io|me|cc|tv|biz|page|web|ly|gl|gd|gg|pro|dev|ru|cn|cloud|live|mobi|world|fun|buzz|ltd|zip|mov)($|[^\p{L}\d.-]|\.($|\s))`)

// numberLike finds addresses in numbers, as swindlers send them: four numbers
// up to 255. In sums of money,
// which have points, too, one of the numbers is larger or begins with 0.
var numberLike = regexp.MustCompile(`(?:^|[^\d.])(` + octet + `(?:\.` + octet + `){3})(?:$|[^\d.]|\.(?:$|\s))`)

const octet = `(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`

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
	for _, found := range numberLike.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(list, found[1]) {
			list = append(list, found[1])
		}
	}
	return list
}
