package logbook_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"tungbuoc/backend/logbook"
)

func TestLogNeverHoldsArguments(t *testing.T) {
	var out bytes.Buffer
	quiet := logbook.Quiet{Log: slog.New(slog.NewJSONHandler(&out, nil))}
	for text, want := range map[string]string{
		`process message error: C{"name":"main.App.Secret","args":[{"pin":"1234"}]`: "process message error: C…",
		"plain words":               "plain words",
		strings.Repeat("x", 300):    strings.Repeat("x", 200) + "…",
		"value '0912345678' is bad": "value …",
	} {
		for _, log := range []func(string){quiet.Warning, quiet.Error, quiet.Fatal} {
			out.Reset()
			log(text)
			var line struct{ Text string }
			if err := json.Unmarshal(out.Bytes(), &line); err != nil || line.Text != want {
				t.Errorf("%q is kept as %q, %v", text, out.String(), err)
			}
		}
		out.Reset()
		for _, log := range []func(string){quiet.Print, quiet.Trace, quiet.Debug, quiet.Info} {
			log(text)
		}
		if out.Len() > 0 {
			t.Errorf("kept: %s", out.String())
		}
	}
}
