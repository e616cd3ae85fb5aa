package desktop

import (
	"log/slog"
	"strings"
)

// quietLogger takes what Wails logs. Wails puts the arguments of a failed call
// into its messages (a PIN, later), so only the head of a message is kept, up
// to the first sign of data.
type quietLogger struct{ log *slog.Logger }

func (q quietLogger) Print(string)        {}
func (q quietLogger) Trace(string)        {}
func (q quietLogger) Debug(string)        {}
func (q quietLogger) Info(string)         {}
func (q quietLogger) Warning(text string) { q.log.Warn("window", "text", head(text)) }
func (q quietLogger) Error(text string)   { q.log.Error("window", "text", head(text)) }
func (q quietLogger) Fatal(text string) {
	q.log.Error("window", "text", head(text), "fatal", true)
}

// head keeps the part of a Wails message that cannot hold arguments.
func head(text string) string {
	if i := strings.IndexAny(text, "{[\"'`"); i >= 0 {
		text = text[:i] + "…"
	}
	const most = 200
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
