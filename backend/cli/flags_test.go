package cli_test

import (
	"strings"
	"testing"
)

// What is wrong with a flag is said in Vietnamese, not in the words of a library.
func TestFlagsAreRefusedInWords(t *testing.T) {
	data := t.TempDir()
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{"doctor", "--foo"}, "Lệnh viết chưa đúng: không có tùy chọn --foo."},
		{[]string{"doctor", "-x"}, "Lệnh viết chưa đúng: không có tùy chọn -x."},
		{[]string{"doctor", "--data"}, "Lệnh viết chưa đúng: sau --data cần có một giá trị."},
		{[]string{"search", "--limit", "nhiều", "khai sinh"}, `Lệnh viết chưa đúng: giá trị “nhiều” không dùng được cho --limit.`},
		{[]string{"doctor", "--=x"}, `Lệnh viết chưa đúng: tùy chọn “--=x”.`},
	} {
		r := bare(t, map[string]string{"TUNGBUOC_DATA": data}, tt.args...)
		if r.code != 2 || !strings.HasPrefix(r.stderr, tt.says+"\n") {
			t.Errorf("%q: exit %d: %s", tt.args, r.code, r.stderr)
		}
	}
}
