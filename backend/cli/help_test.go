package cli_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/cli"
)

// Whoever asks for help, or has half a command, reads what there is to type next.
func TestHelpIsGivenWhereItIsAskedFor(t *testing.T) {
	for _, tt := range []struct {
		args string
		code int
		says []string
		not  string
	}{
		{"help", cli.ExitDone, []string{"tungbuoc doctor", "LỆNH --help"}, "Không có lệnh"},
		{"help help", cli.ExitDone, []string{"tungbuoc doctor"}, "Không có lệnh"},
		{"help qr", cli.ExitDone, []string{"tungbuoc qr", "--size SỐ", "thường: 1024"}, "tungbuoc doctor"},
		{"help content", cli.ExitDone, []string{"tungbuoc content cite"}, "tungbuoc doctor"},
		{"content --help", cli.ExitDone, []string{"tungbuoc content check", "tungbuoc content cite"}, "Không có lệnh"},
		{"speech -h", cli.ExitDone, []string{"tungbuoc speech say"}, "tungbuoc doctor"},
		{"staff", cli.ExitUsage, []string{"thiếu một từ", "tungbuoc staff reset"}, "tungbuoc doctor"},
		{"--json staff", cli.ExitUsage, []string{"tungbuoc staff reset"}, "tungbuoc doctor"},
		{"catalogue export", cli.ExitUsage, []string{`“catalogue” với “export”`, "tungbuoc catalogue import"}, "tungbuoc doctor"},
		{"handout", cli.ExitUsage, []string{"tungbuoc handout --help"}, ""},
		{"nothing", cli.ExitUsage, []string{`Không có lệnh “nothing”`, "tungbuoc doctor"}, ""},
		{"help nothing", cli.ExitUsage, []string{`Không có lệnh “nothing”`}, ""},
	} {
		r := bare(t, map[string]string{"TUNGBUOC_DATA": t.TempDir()}, strings.Fields(tt.args)...)
		said := r.stdout + r.stderr
		if r.code != tt.code || r.opened != "" || tt.not != "" && strings.Contains(said, tt.not) {
			t.Errorf("%s: exit %d, want %d, and not %q: %s", tt.args, r.code, tt.code, tt.not, said)
		}
		for _, s := range tt.says {
			if !strings.Contains(said, s) {
				t.Errorf("%s does not say %q: %s", tt.args, s, said)
			}
		}
	}
}

// Every flag of every command says what it is for.
func TestEveryFlagIsExplained(t *testing.T) {
	lines := 0
	for _, cmd := range cli.CommandNames() {
		r := bare(t, nil, append(strings.Fields(cmd), "--help")...)
		_, flags, found := strings.Cut(r.stdout, "Tùy chọn:\n")
		if r.code != cli.ExitDone || !found {
			t.Errorf("%s: %+v", cmd, r)
		}
		for line := range strings.Lines(flags) {
			lines++
			name, says, _ := strings.Cut(strings.TrimSpace(line), " ")
			if says = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(says), "CHỮ"), "SỐ")); len([]rune(says)) < 6 {
				t.Errorf("%s: %s says %q", cmd, name, says)
			}
		}
	}
	if lines < 40 {
		t.Errorf("only %d flags seen", lines)
	}
}
