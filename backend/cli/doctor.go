package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/qr"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/webview"
)

// finding is what one check of the doctor found.
type finding struct {
	Name    string `json:"name"`
	OK      bool   `json:"ok"`
	Message string `json:"message"`
}

func setupDoctor(c *call) func([]string) error {
	support := c.flags.String("support", "", "ghi tệp .zip để gửi người hỗ trợ")
	certify := c.flags.String("certificate", "", "đo máy này và ghi biên bản nghiệm thu ra tệp .pdf")
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		if c.flags.Changed("support") && filepath.Ext(*support) != ".zip" {
			return guide.Errorf(guide.CodeUsage, "Sau --support là tên một tệp .zip.")
		}
		if c.flags.Changed("certificate") {
			if c.flags.Changed("support") {
				return guide.Errorf(guide.CodeUsage, "Mời chọn một: --support hoặc --certificate.")
			}
			return c.certify(*certify)
		}
		d := c.examine()
		if *support != "" {
			if err := c.writeSupport(*support, d); err != nil {
				return err
			}
		}
		if c.json {
			c.printJSON(d)
		} else {
			for _, f := range d.Checks {
				mark := "TỐT     "
				if !f.OK {
					mark = "CẦN XEM "
				}
				fmt.Fprintf(c.Stdout, "%s %s\n", mark, f.Message)
			}
			if *support != "" {
				fmt.Fprintf(c.Stdout, "Đã ghi %s. Mời gửi tệp này cho người hỗ trợ; trong đó không có gì về bà con.\n", *support)
			}
		}
		if !d.OK {
			return errReported
		}
		return nil
	}
}

// diagnosis is all that the doctor found.
type diagnosis struct {
	OK      bool      `json:"ok"`
	Data    string    `json:"data"`
	Version string    `json:"version"`
	Checks  []finding `json:"checks"`

	Programs *programsFinding `json:"programs,omitempty"` // that came by updates
}

func (c *call) examine() diagnosis {
	database := c.checkDatabase()
	office := c.office
	if !database.OK { // it is left as it is
		office = func() (guide.Office, error) { return content.OfficeIn(c.dataDir) }
	}
	d := diagnosis{OK: true, Data: c.dataDir, Version: c.Version}
	programs, known := c.checkPrograms()
	d.Programs = known
	d.Checks = []finding{c.checkScreen(), c.checkFolder(), database, c.checkRestarts(), programs, c.checkOffice(office), c.checkPrinting(office), c.checkSearch()}
	lib, report := content.Open(c.Pack)
	d.Checks = append(d.Checks, checkContent(report))
	if lib != nil {
		d.Checks = append(d.Checks, checkCodes(lib.Pack), c.checkVoice(lib.Pack))
	}
	for _, f := range d.Checks {
		// A server without a screen can still check content and print.
		d.OK = d.OK && (f.OK || f.Name == "screen")
	}
	return d
}

func (c *call) checkScreen() finding {
	f := finding{Name: "screen", OK: true, Message: "Có màn hình để mở kiosk."}
	if runtime.GOOS == "linux" && c.Getenv("DISPLAY") == "" && c.Getenv("WAYLAND_DISPLAY") == "" {
		f.OK, f.Message = false, "Không có màn hình: không mở được kiosk, các lệnh khác vẫn dùng được."
	}
	if !webview.Installed() {
		f.OK, f.Message = false, webview.Missing+" Các lệnh khác vẫn dùng được."
	}
	return f
}

func (c *call) checkFolder() finding {
	f := finding{Name: "folder", OK: true, Message: "Thư mục dữ liệu ghi được: " + c.dataDir}
	err := safefile.Folder(c.dataDir, 0o700)
	if err == nil {
		err = tryWriting(c.dataDir, func(f *os.File) error {
			_, err := f.WriteString("probe")
			return cmp.Or(err, f.Sync())
		})
	}
	if err != nil {
		f.OK, f.Message = false, fmt.Sprintf("Không ghi được vào %s: %s. Mời kiểm tra quyền và chỗ trống của ổ đĩa.", c.dataDir, safefile.Why(err))
		return f
	}
	// What cannot be removed is no reason to worry anybody: it is tried again.
	if swept, _ := safefile.Sweep(c.dataDir, c.Now()); len(swept) > 0 {
		f.Message += fmt.Sprintf(" Đã dọn %d tệp dở dang của những lần máy tắt đột ngột.", len(swept))
	}
	return f
}

// tryWriting writes a file into a folder and takes it away again, whether it
// could be written or not: a full disk lets a file begin.
func tryWriting(dir string, write func(f *os.File) error) error {
	f, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return err
	}
	wrote, closed, removed := write(f), f.Close(), os.Remove(f.Name())
	return cmp.Or(wrote, closed, removed)
}

func (c *call) checkDatabase() finding {
	f := finding{Name: "database", OK: true, Message: "Tệp dữ liệu lành lặn."}
	if _, err := os.Stat(filepath.Join(c.dataDir, sqlite.FileName)); errors.Is(err, os.ErrNotExist) {
		f.Message = "Chưa có tệp dữ liệu; kiosk sẽ tạo khi mở lần đầu."
		return f
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := sqlite.CheckFile(ctx, c.dataDir); err != nil {
		f.OK, f.Message = false, guide.Message(err)
	}
	return f
}

// checkOffice looks at what the office says of itself.
func (c *call) checkOffice(read func() (guide.Office, error)) finding {
	f := finding{Name: "office", OK: true, Message: "Cài đặt của xã đọc được."}
	_, missing := os.Stat(filepath.Join(c.dataDir, content.OfficeName))
	office, err := read()
	if err == nil {
		_, err = qr.ForOffice(office) // its Wi-Fi and telephone codes
	}
	if err == nil {
		err = handout.CheckOffice(office)
	}
	switch other := content.MisnamedOffice(c.dataDir); {
	case err != nil:
		f.OK, f.Message = false, guide.Message(err)
	case missing == nil && other != "":
		f.Message += " Tệp " + other + " thì máy không đọc."
	case missing == nil:
	case other != "":
		f.OK, f.Message = false, fmt.Sprintf("Có tệp %s nhưng máy chỉ đọc %s. Mời đổi tên tệp thành %s.", other, content.OfficeName, content.OfficeName)
	case office.Title("") != "" || len(office.Hours) > 0:
		f.Message = "Thông tin của xã đọc được từ tệp dữ liệu."
	default:
		f.Message = "Chưa có " + content.OfficeName + ": màn hình sẽ không ghi tên và giờ làm việc của xã. Mời ghi ở mục Thông tin của xã trong bàn cán bộ."
	}
	return f
}

// checkSearch finds a service by its own title.
func (c *call) checkSearch() finding {
	f := finding{Name: "search"}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	u := c.content()
	defer func() { _ = u.Close(ctx) }()
	lost, entries, err := u.SelfTest(ctx)
	if err != nil {
		f.Message = guide.Message(err)
		return f
	}
	if lost != "" {
		f.Message = guide.Sentence("Tìm không ra %q bằng chính tên của nó. Mời xóa tệp %s rồi mở lại kiosk.", lost, sqlite.ContentName)
		return f
	}
	f.OK, f.Message = true, fmt.Sprintf("Tìm kiếm tốt; danh mục quốc gia có %d thủ tục.", entries)
	if entries == 0 {
		f.Message = "Tìm kiếm tốt; chưa nhập danh mục quốc gia (tungbuoc catalogue import)."
	}
	return f
}

func checkContent(r *content.Report) finding {
	if len(r.Errors) > 0 {
		return finding{Name: "content", Message: fmt.Sprintf("Nội dung có %d lỗi. Lỗi đầu: %s", len(r.Errors), r.Errors[0])}
	}
	return finding{Name: "content", OK: true, Message: fmt.Sprintf("Nội dung lần %d: %d dịch vụ, %d bài học.", r.Edition, r.Services, r.Guides)}
}

// checkVoice says whether lessons can be read aloud. A kiosk works without.
func (c *call) checkVoice(p *guide.Pack) finding {
	voice := "chưa cài espeak-ng nên máy không tự đọc"
	if v := speech.FindVoice(); v != nil {
		voice = "máy tự đọc bằng " + v.Path()
	}
	clips, count := speech.NewClips(c.dataDir, c.Pack), 0
	for _, l := range p.Speech.Languages {
		count += len(clips.IDs(l.Code))
	}
	for _, l := range p.Info.Languages {
		count += len(clips.IDs(l))
	}
	return finding{Name: "voice", OK: true, Message: fmt.Sprintf("Nghe đọc: %s; có %d bản thu âm.", voice, count)}
}

// checkCodes makes and reads back every code the kiosk can show.
func checkCodes(p *guide.Pack) finding {
	count := 0
	for i := range p.Services {
		s := &p.Services[i]
		for _, name := range s.HandoffLinks() {
			link, err := p.Link(s.Links[name])
			if err == nil {
				_, _, err = qr.ForLink(link, p.Hosts, printedMM)
			}
			if err != nil {
				return finding{Name: "codes", Message: guide.Sentence("Mã QR của %q hỏng: %s", s.Title, guide.Message(err))}
			}
			count++
		}
	}
	return finding{Name: "codes", OK: true, Message: fmt.Sprintf("%d mã QR đều đọc lại đúng.", count)}
}
