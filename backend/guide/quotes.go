package guide

import (
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// Sentence formats a sentence for people as [fmt.Sprintf] does, but %q puts text
// or a letter in curly quotes, “…”: on one line, what cannot be seen written as Go
// writes it, and quotes inside as ‘…’, so that it is plain where the quoted ends.
func Sentence(format string, args ...any) string {
	if false {
		_ = fmt.Sprintf(format, args...) // has go vet look at the format
	}
	said := make([]any, len(args))
	for i, arg := range args {
		switch v := reflect.ValueOf(arg); v.Kind() {
		case reflect.String:
			said[i] = quotable{arg, v.String()}
		case reflect.Int32: // a letter
			said[i] = quotable{arg, string(rune(v.Int()))}
		default:
			said[i] = arg
		}
	}
	return fmt.Sprintf(format, said...)
}

// quotable is an argument, and the text of it that %q quotes.
type quotable struct {
	arg  any
	text string
}

// Format writes the argument as it would be without this type, but for %q.
func (q quotable) Format(f fmt.State, verb rune) {
	if verb != 'q' {
		_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), q.arg)
		return
	}
	var b strings.Builder
	b.Grow(len(q.text) + len("“”"))
	b.WriteString("“")
	for _, r := range q.text {
		switch {
		case r == '“':
			r = '‘'
		case r == '”':
			r = '’'
		case !strconv.IsPrint(r):
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	b.WriteString("”")
	_, _ = io.WriteString(f, b.String())
}
