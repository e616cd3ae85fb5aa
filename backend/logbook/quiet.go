package logbook

import (
	"log/slog"
	"strings"
)

// Quiet takes what Wails logs, whose logger it is. Wails puts the arguments of a failed call
// into its messages (a PIN, later), so only the head of a message is kept, up
// to the first sign of data.
type Quiet struct{ Log *slog.Logger }

// Print drops the message, as do Trace, Debug and Info.
func (q Quiet) Print(string) {}

// Trace drops the message.
func (q Quiet) Trace(string) {}

// Debug drops the message.
func (q Quiet) Debug(string) {}

// Info drops the message.
func (q Quiet) Info(string) {}

// Warning keeps the head of the message.
func (q Quiet) Warning(text string) { q.Log.Warn("window", "text", head(text)) }

// Error keeps the head of the message.
func (q Quiet) Error(text string) { q.Log.Error("window", "text", head(text)) }

// Fatal keeps the head of the message; the program goes on.
func (q Quiet) Fatal(text string) {
	q.Log.Error("window", "text", head(text), "fatal", true)
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
