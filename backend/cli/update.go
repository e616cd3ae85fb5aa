package cli

import (
	"fmt"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/intake"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/versions"
)

// setupUpdate takes a signed update of the program in, shows which programs there are,
// or drops the one that waits.
func setupUpdate(c *call) func([]string) error {
	state := c.flags.Bool("state", false, "xem bản đang dùng, bản chờ thử, bản không đạt")
	cancel := c.flags.Bool("cancel", false, "bỏ bản đang chờ thử")
	return func(args []string) error {
		switch {
		case *state && *cancel:
			return guide.Errorf(guide.CodeUsage, "Mời chọn một trong hai: --state hoặc --cancel.")
		case *state || *cancel:
			if err := noArgs(args); err != nil {
				return err
			}
			if *cancel {
				return c.cancelUpdate()
			}
			return c.sayVersions()
		}
		file, err := oneFile(args, "tungbuoc update tung-buoc-12.tbupdate")
		if err != nil {
			return err
		}
		return c.takeUpdate(file)
	}
}

func (c *call) takeUpdate(file string) error {
	o, err := intake.Intake{Root: trust.Shipped(), DataDir: c.dataDir, Running: c.Version, Now: c.Now}.Take(file)
	if kind := trust.KindOf(err); kind != "" {
		return c.refusedUpdate(file, kind, err)
	}
	if err != nil {
		return err
	}
	if c.json {
		c.printJSON(map[string]any{"file": file, "ok": true, "offer": o})
		return nil
	}
	fmt.Fprintf(c.Stdout, "Đã nhận bản %s (số %d). SHA-256 %s\n", o.Version, o.Number, o.SHA256)
	if o.InsteadOf != "" {
		fmt.Fprintf(c.Stdout, "Bản %s đang chờ thử thì bỏ.\n", o.InsteadOf)
	}
	if o.Failed != nil {
		fmt.Fprintf(c.Stdout, "Lưu ý: bản này đã thử một lần và không đạt. %s\n", o.Failed.Sentence(c.Now().Location()))
	}
	fmt.Fprintln(c.Stdout, whenTried)
	return nil
}

// whenTried says when a program is tried.
const whenTried = "Kiosk đang mở sẽ thử bản này khi nửa phút không có ai dùng. Nếu không đạt, máy tự quay về bản cũ."

func (c *call) cancelUpdate() error {
	dropped, err := versions.Cancel(c.dataDir)
	switch {
	case err != nil:
		return err
	case c.json:
		c.printJSON(map[string]any{"canceled": dropped})
	case dropped == nil:
		fmt.Fprintln(c.Stdout, "Không có bản nào đang chờ thử.")
	default:
		fmt.Fprintf(c.Stdout, "Đã bỏ bản %s đang chờ thử.\n", dropped.Version)
	}
	return nil
}

// stateOfPrograms is what there is of programs, for other programs.
type stateOfPrograms struct {
	Running string `json:"running"` // the version that says this
	versions.State
}

func (c *call) sayVersions() error {
	st, err := versions.Look(c.dataDir)
	if err != nil {
		return err
	}
	if c.json {
		if st.Trial != nil { // which files were copied is nobody's business
			st.Trial = &versions.Trial{Since: st.Trial.Since}
		}
		c.printJSON(stateOfPrograms{c.Version, st})
		return nil
	}
	for _, line := range versionLines(st, c.Version, c.Now().Location()) {
		fmt.Fprintln(c.Stdout, line)
	}
	return nil
}

// versionLines say which programs there are.
func versionLines(st versions.State, running string, in *time.Location) (lines []string) {
	switch {
	case st.Good != nil:
		lines = append(lines, fmt.Sprintf("Bản đang dùng: %s, cập nhật lúc %s.", st.Good.Version, clock(st.Good.Proven, in)))
	default:
		lines = append(lines, fmt.Sprintf("Bản đang dùng: %s, bản đã cài.", running))
	}
	switch {
	case st.Trial != nil && st.Waiting != nil:
		lines = append(lines, fmt.Sprintf("Đang thử bản %s.", st.Waiting.Version))
	case st.Waiting != nil && st.Held != "":
		lines = append(lines, fmt.Sprintf("Bản %s chờ thử, chưa thử được: %s.", st.Waiting.Version, st.Held.Words()))
	case st.Waiting != nil:
		lines = append(lines, fmt.Sprintf("Bản %s chờ thử, nhận lúc %s. %s", st.Waiting.Version, clock(st.Waiting.Taken, in), whenTried))
	}
	for i := len(st.Failed) - 1; i >= 0; i-- {
		lines = append(lines, st.Failed[i].Sentence(in))
	}
	return lines
}

func clock(at time.Time, in *time.Location) string { return at.In(in).Format("15:04 ngày 2/1/2006") }

// programsFinding is what the doctor says of programs, with all that is known of them.
type programsFinding struct {
	Good    *versions.Program  `json:"good,omitempty"`
	Waiting *versions.Program  `json:"waiting,omitempty"`
	Failed  []versions.Failure `json:"failed,omitempty"`
}

// checkPrograms says which programs came by updates, and which failed lately.
func (c *call) checkPrograms() (finding, *programsFinding) {
	f := finding{Name: "programs", OK: true, Message: "Chương trình: " + c.Version + ", chưa nhận bản cập nhật nào."}
	st, err := versions.Look(c.dataDir)
	if err != nil {
		f.OK, f.Message = false, guide.Message(err)+" Máy dùng bản đã cài. Mời nhận lại bản cập nhật."
		return f, nil
	}
	if st.Good == nil && st.Waiting == nil && len(st.Failed) == 0 {
		return f, nil
	}
	var late []versions.Failure
	for _, one := range st.Failed {
		if st.Good == nil || one.At.After(st.Good.Proven) { // a good one came since: it is over
			late = append(late, one)
		}
	}
	shown := st
	shown.Failed = late
	f.OK = len(late) == 0 && st.Held == ""
	f.Message = ""
	for i, line := range versionLines(shown, c.Version, c.Now().Location()) {
		if i > 0 {
			f.Message += " "
		}
		f.Message += line
	}
	if len(late) > 0 {
		f.Message += " Mời báo tỉnh, gửi kèm tệp hỗ trợ (tungbuoc doctor --support ho-tro.zip)."
	}
	return f, &programsFinding{st.Good, st.Waiting, st.Failed}
}
