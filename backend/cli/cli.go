// Package cli is the command line: the same work as the window, for people
// who write content, look after machines, or script them. It calls the
// packages that do the work, never the window's façade.
//
// Every command prints Vietnamese for people and JSON with --json, and exits
// with 0 (done), 1 (failed) or 2 (written wrongly).
package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"tungbuoc/backend/content"
	"tungbuoc/backend/datapath"
	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/safefile"
)

// Exit codes of the program.
const (
	ExitDone   = 0
	ExitFailed = 1
	ExitUsage  = 2
)

// Program is the command line with everything it touches.
type Program struct {
	Version string
	Pack    fs.FS // the pack built into the program
	Stdin   io.Reader
	Now     func() time.Time // the office's clock
	Stdout  io.Writer
	Stderr  io.Writer
	Getenv  func(string) string
	// Open opens the kiosk's window and returns when it has closed.
	Open func(dataDir string, window bool) error
	// Instead has the good program do a command, where this is not the good one; nil:
	// this one does it.
	Instead func(dataDir string) (status int, done bool)
	// Window is the program that opens the kiosk, to be measured; "": there is none.
	Window string
	// Visit pretends a resident's visit, to see what it leaves; nil: there is no way to.
	Visit func(dataDir, word string) error
}

// call is one command being run: its flags, and where it writes.
type call struct {
	Program
	name    string // of the command, "" for the window
	flags   *pflag.FlagSet
	json    bool
	dataDir string
	packDir string
	log     *slog.Logger
}

// command is one entry of the command table.
type command struct {
	name, args, does string
	setup            func(c *call) func(args []string) error
}

var commands = []command{
	{"version", "", "cho biết phiên bản", setupVersion},
	{"doctor", "[--support TỆP.zip] [--certificate TỆP.pdf]", "kiểm tra máy, dữ liệu, nội dung và mọi mã QR; ghi tệp gửi người hỗ trợ; đo và ghi biên bản nghiệm thu", setupDoctor},
	{"content check", "[--reading] [THƯ MỤC]", "kiểm tra nội dung, báo mọi lỗi cùng lúc; độ khó từng bài", setupContentCheck},
	{"content review", "--out TỆP.html [THƯ MỤC]", "làm trang để một người đọc duyệt cả gói", setupContentReview},
	{"content ids", "[--assign] [--write] [THƯ MỤC]", "id của mọi bước, mọi dòng: xem, ghi ids.yaml, đặt id còn thiếu", setupContentIDs},
	{"content cite", "NGUỒN", "tìm mọi chỗ dựa vào một văn bản, một nguồn", setupContentCite},
	{"search", "CÂU-HỎI", "tìm dịch vụ theo cách bà con nói (- : đọc từng dòng từ đầu vào)", setupSearch},
	{"catalogue import", "TỆP.jsonl", "nhập danh mục thủ tục quốc gia để tìm được", setupCatalogueImport},
	{"handout", "DỊCH-VỤ… --out TỆP.pdf [--print]", "xếp phiếu, tờ, tờ gấp có mã QR ra tệp PDF; --print, --printer TÊN: rồi in", setupHandout},
	{"speech script", "--lang TIẾNG [--out TỆP.csv|.html] [DỊCH-VỤ…]", "những câu cần thu âm, câu nào đã thu", setupSpeechScript},
	{"speech import", "--lang TIẾNG TỆP|THƯ-MỤC…", "nhập bản thu âm: kiểm tra, chỉnh to nhỏ, cắt chỗ lặng", setupSpeechImport},
	{"speech list", "", "mỗi tiếng đã thu bao nhiêu, bản nào đã cũ", setupSpeechList},
	{"speech say", "CÂU --out TỆP.wav [--slow] | --reading", "nghe thử máy đọc một câu, hoặc xem cách đọc", setupSpeechSay},
	{"speech remove", "--lang TIẾNG MÃ…", "xóa bản thu âm", setupSpeechRemove},
	{"staff code", "", "cho xem mã cài đặt để chọn mã PIN đầu tiên của cán bộ", setupStaffCode},
	{"staff reset", "", "quản trị quên mã PIN: bỏ mã cũ, cho mã cài đặt mới", setupStaffReset},
	{"manual", "--out TỆP.pdf [--chapter TÊN]", "sách hướng dẫn cho cán bộ, để in", setupManual},
	{"backup", "TỆP|THƯ-MỤC", "sao lưu số liệu, cài đặt, bản thu âm của xã; không có mã PIN", setupBackup},
	{"restore", "[--show] TỆP", "khôi phục từ bản sao lưu; --show: chỉ xem trong đó có gì", setupRestore},
	{"pack keygen", "--out THƯ-MỤC [--name TÊN]", "làm khóa cho một người giữ khóa của tỉnh", setupPackKeygen},
	{"pack rotate", "--roots THƯ-MỤC --holder TỆP.pub…", "làm khóa gốc đời đầu, hoặc đời sau khi mất khóa; chưa ký", setupPackRotate},
	{"pack sign", "--key TỆP.key TỆP", "ký tiếp khóa gốc hay bản cập nhật; có --out: làm bản mới", setupPackSign},
	{"pack verify", "[--root TỆP] TỆP.tbupdate", "xem bản cập nhật có đúng chữ ký, máy này có nhận không", setupPackVerify},
	{"update", "TỆP.tbupdate | --state | --cancel", "nhận bản mới của chương trình; xem, bỏ bản đang chờ thử", setupUpdate},
	{"links", "", "liệt kê mọi địa chỉ mà mã QR có thể dẫn tới", setupLinks},
	{"qr", "DỊCH-VỤ --out TỆP", "ghi mã QR đã kiểm tra ra tệp .png, .svg hoặc .pdf", setupQR},
}

// Main runs the command that args ask for and gives the exit code. The words of
// the command may stand anywhere among its flags.
func (p Program) Main(args []string) int {
	for _, cmd := range commands {
		if words := cmd.words(); len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return p.run(cmd, args)
		}
	}
	for _, cmd := range commands {
		if p.means(cmd, args) {
			return p.run(cmd, args)
		}
	}
	open := command{setup: setupOpen}
	rest, err := p.parse(open, args)
	switch {
	case len(args) > 0 && !strings.HasPrefix(args[0], "-"):
		return p.noCommand(args)
	case err == nil && len(rest) > 0:
		return p.noCommand(rest)
	}
	return p.run(open, args)
}

func (cmd command) words() []string { return strings.Fields(cmd.name) }

// parse gives what is left of args without the flags of a command.
func (p Program) parse(cmd command, args []string) ([]string, error) {
	c, _ := p.prepare(cmd)
	err := c.flags.Parse(args)
	return c.flags.Args(), err
}

// means says whether args are a command with flags before or between its
// words: what is no flag of it and no value of one begins with them.
func (p Program) means(cmd command, args []string) bool {
	rest, err := p.parse(cmd, args)
	words := cmd.words()
	return err == nil && len(rest) >= len(words) && slices.Equal(rest[:len(words)], words)
}

// prepare makes a call of a command with its flags, and what does its work.
func (p Program) prepare(cmd command) (*call, func(args []string) error) {
	c := &call{Program: p, name: cmd.name, flags: pflag.NewFlagSet("tungbuoc", pflag.ContinueOnError)}
	c.flags.SetOutput(io.Discard)
	c.flags.Usage = func() {}
	c.flags.StringVar(&c.dataDir, "data", "", "thư mục dữ liệu")
	c.flags.BoolVar(&c.json, "json", false, "in kết quả bằng JSON cho máy đọc")
	return c, cmd.setup(c)
}

// run runs a command; its words are still in args.
func (p Program) run(cmd command, args []string) int {
	c, do := p.prepare(cmd)
	err := c.flags.Parse(args)
	if errors.Is(err, pflag.ErrHelp) {
		p.help(cmd, c.flags)
		return ExitDone
	}
	if err != nil {
		return c.failed(guide.Wrap(err, guide.CodeUsage, "%s", misused(err)))
	}
	if c.dataDir, err = p.dataFolder(c.dataDir); err != nil && !slices.Contains(withoutData, cmd.name) {
		return c.failed(err)
	}
	if c.Instead != nil && cmd.name != "" && c.dataDir != "" {
		if status, done := c.Instead(c.dataDir); done {
			return status
		}
	}
	c.log = slog.New(slog.DiscardHandler)
	if err := c.checkPack(); err != nil {
		return c.failed(err)
	}
	if err := recovered(do, c.flags.Args()[len(cmd.words()):]); err != nil {
		return c.failed(err)
	}
	return ExitDone
}

// recovered runs a command and turns a panic, which is a fault of the program,
// into an error: people see a sentence, the log keeps where it happened.
func recovered(do func(args []string) error, args []string) (err error) {
	defer guide.Recover(&err, "Chương trình gặp lỗi và dừng lại, chưa làm xong việc này. Mời thử lại; nếu vẫn lỗi, mời gửi tệp nhật ký trong thư mục dữ liệu cho người phụ trách.")
	return do(args)
}

// errReported ends a command whose output already says what is wrong.
var errReported = errors.New("reported")

// failed shows a failure to people, keeps its cause in the log, and gives the
// exit code.
func (c *call) failed(err error) int {
	if errors.Is(err, errReported) {
		return ExitFailed
	}
	code := guide.ErrorCode(err)
	if c.json {
		c.printJSON(map[string]any{"error": map[string]string{"code": string(code), "message": guide.Message(err)}})
	}
	fmt.Fprintln(c.Stderr, guide.Message(err))
	if code == guide.CodeUsage {
		fmt.Fprintf(c.Stderr, "Gõ %s --help để xem cách dùng.\n", strings.TrimSpace("tungbuoc "+c.name))
		return ExitUsage
	}
	c.remember(err)
	return ExitFailed
}

// remember keeps the cause of a failure that people have read of.
func (c *call) remember(err error) {
	if c.dataDir != "" {
		log, file := logbook.OpenOr(c.dataDir, io.Discard) // people have read it above
		log.Error("command failed", "code", guide.ErrorCode(err), "err", err)
		_ = file.Close()
	}
}

// withoutData are the commands that need no data folder.
var withoutData = []string{"version", "content check", "content review", "content ids", "links", "manual", "pack keygen", "pack rotate", "pack sign", "pack verify"}

// dataFolder is the folder asked for, or where the system keeps a program's data
// (see [datapath.Find]). Error: CodeStorage.
func (p Program) dataFolder(asked string) (string, error) {
	dir, missing, err := datapath.Find(asked, p.Getenv)
	switch {
	case err != nil:
		return "", guide.Wrap(err, guide.CodeStorage, "Không dùng được thư mục dữ liệu. Mời chỉ thư mục khác bằng --data.")
	case dir == "":
		return "", guide.Errorf(guide.CodeStorage,
			"Máy chưa cho biết thư mục của người dùng (%s) nên chưa biết để dữ liệu ở đâu. Mời chỉ thư mục bằng --data THƯ-MỤC.", missing)
	}
	return dir, nil
}

func (c *call) printJSON(v any) {
	enc := json.NewEncoder(c.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		fmt.Fprintf(c.Stderr, "Không ghi được kết quả: %s.\n", safefile.Why(err))
	}
}

// packFlag lets writers run a command on a pack folder of their own.
func (c *call) packFlag() {
	c.flags.StringVar(&c.packDir, "pack", "", "thư mục của gói nội dung khác, thay cho gói có sẵn")
}

// checkPack refuses a pack that is no folder. Error: CodeUsage.
func (c *call) checkPack() error {
	if c.packDir == "" {
		return nil
	}
	info, err := os.Stat(c.packDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return guide.Wrap(err, guide.CodeUsage, "Không có thư mục %s. Mời xem lại --pack.", c.packDir)
	case err != nil:
		return guide.Wrap(err, guide.CodeUsage, "Không mở được thư mục %s. Mời xem lại --pack.", c.packDir)
	case !info.IsDir():
		return guide.Errorf(guide.CodeUsage, "%s không phải thư mục. Sau --pack là thư mục của gói nội dung.", c.packDir)
	}
	return nil
}

// pack is the pack built in, or the folder asked for.
func (c *call) pack() fs.FS {
	if c.packDir != "" {
		return os.DirFS(c.packDir)
	}
	return c.Pack
}

// openLibrary loads the pack the command is about. Error: CodeContent.
func (c *call) openLibrary() (*content.Library, error) {
	lib, problems := edition.Load(c.pack())
	if lib == nil {
		for _, p := range content.Grouped(problems) {
			fmt.Fprintln(c.Stderr, p)
		}
		return nil, guide.Errorf(guide.CodeContent, "Nội dung có %d lỗi nên không dùng được. Mời sửa các chỗ đã nêu.", len(problems))
	}
	return lib, nil
}

// noArgs refuses words a command has no use for.
func noArgs(args []string) error {
	if len(args) > 0 {
		return guide.Errorf(guide.CodeUsage, "Thừa %q.", args[0])
	}
	return nil
}
