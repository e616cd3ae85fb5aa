package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"tungbuoc/backend/guide"
)

// usage lists what the program can do.
func (p Program) usage(w io.Writer) {
	fmt.Fprint(w, "Từng Bước: kiosk hướng dẫn dịch vụ công.\n\nCách dùng:\n"+
		"  tungbuoc [--window]                          mở kiosk (--window: trong cửa sổ, không toàn màn hình)\n")
	list(w, commands)
	fmt.Fprint(w, "\nMọi lệnh nhận --data THƯ-MỤC (thư mục dữ liệu) và --json.\n"+
		"Gõ tungbuoc LỆNH --help để xem mọi tùy chọn của một lệnh.\n")
}

func list(w io.Writer, commands []command) {
	for _, c := range commands {
		fmt.Fprintf(w, "  tungbuoc %-35s %s\n", c.line(), c.does)
	}
}

// line is how a command is typed.
func (cmd command) line() string { return strings.TrimSpace(cmd.name + " " + cmd.args) }

// help says what a command does, with all of its flags.
func (p Program) help(cmd command, flags *pflag.FlagSet) {
	if cmd.name == "" {
		p.usage(p.Stdout)
		return
	}
	fmt.Fprintf(p.Stdout, "Cách dùng:\n  tungbuoc %s\n  %s\n\nTùy chọn:\n", cmd.line(), cmd.does)
	flags.VisitAll(func(f *pflag.Flag) {
		name := "--" + f.Name
		switch f.Value.Type() {
		case "string", "stringArray":
			name += " CHỮ"
		case "int", "int64":
			name += " SỐ"
		}
		usual := ""
		if !slices.Contains([]string{"", "0", "false", "[]"}, f.DefValue) {
			usual = " (thường: " + f.DefValue + ")"
		}
		fmt.Fprintf(p.Stdout, "  %-18s %s%s\n", name, f.Usage, usual)
	})
}

// noCommand answers words that are no command: "help", the first word of
// several commands, or a mistake. It gives the exit code.
func (p Program) noCommand(words []string) int {
	first, rest := words[0], words[1:]
	if first == "help" { // many type it; "help qr" means "qr --help"
		return p.Main(append(slices.Clone(rest), "--help"))
	}
	var begun []command
	for _, c := range commands {
		if words := c.words(); len(words) > 1 && words[0] == first {
			begun = append(begun, c)
		}
	}
	if begun == nil {
		fmt.Fprint(p.Stderr, guide.Sentence("Không có lệnh %q.\n\n", first))
		p.usage(p.Stderr)
		return ExitUsage
	}
	if slices.Contains(rest, "--help") || slices.Contains(rest, "-h") {
		fmt.Fprint(p.Stdout, "Cách dùng:\n")
		list(p.Stdout, begun)
		return ExitDone
	}
	if len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		fmt.Fprint(p.Stderr, guide.Sentence("Không có lệnh %q với %q theo sau. Mời chọn một trong các lệnh này:\n", first, rest[0]))
	} else {
		fmt.Fprint(p.Stderr, guide.Sentence("Lệnh %q còn thiếu một từ. Mời chọn một trong các lệnh này:\n", first))
	}
	list(p.Stderr, begun)
	return ExitUsage
}
