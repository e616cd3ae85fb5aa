package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/recordings"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/speech"
)

// spokenIn adds the flag that names a spoken language.
func spokenIn(flags *pflag.FlagSet) *string {
	return flags.String("lang", "", "mã của tiếng, như vi, tyz")
}

// recordings are those of the pack the command is about. Error: CodeContent.
func (c *call) recordings() (*recordings.Recordings, error) {
	lib, err := c.openLibrary()
	if err != nil {
		return nil, err
	}
	return recordings.Of(lib, c.pack(), c.dataDir), nil
}

// recordable finds a language by its code. Errors: CodeUsage for one that
// cannot be recorded, CodeContent.
func (c *call) recordable(lang string) (recordings.Language, error) {
	r, err := c.recordings()
	if err != nil {
		return recordings.Language{}, err
	}
	l, err := r.Language(lang)
	if err != nil {
		var codes []string
		for _, l := range r.Languages() {
			codes = append(codes, l.Code)
		}
		return l, guide.Wrap(err, guide.CodeUsage, "Cần --lang MÃ-TIẾNG, là một trong: %s.", strings.Join(codes, ", "))
	}
	return l, nil
}

func setupSpeechImport(c *call) func([]string) error {
	c.packFlag()
	lang := spokenIn(c.flags)
	return func(args []string) error {
		if len(args) == 0 {
			return guide.Errorf(guide.CodeUsage, "Cần --lang MÃ-TIẾNG và ít nhất một tệp hoặc thư mục bản thu.")
		}
		l, err := c.recordable(*lang)
		if err != nil {
			return err
		}
		list, err := l.Import(args, nil)
		bad := 0
		for _, one := range list {
			if one.Problem != "" {
				bad++
			}
		}
		if c.json {
			if err == nil {
				c.printJSON(map[string]any{"lang": l.Code, "files": list, "imported": len(list) - bad})
			}
		} else {
			for _, one := range list {
				if one.Problem != "" {
					fmt.Fprintf(c.Stdout, "LỖI   %s: %s\n", one.File, one.Problem)
					continue
				}
				fmt.Fprintf(c.Stdout, "XONG  %s: %.1f giây, chỉnh %+.1f dB\n", one.File, one.Seconds, one.Gain)
			}
			fmt.Fprintf(c.Stdout, "Đã nhập %d bản thu %s, %d tệp chưa dùng được.\n", len(list)-bad, l.Name, bad)
		}
		if err != nil {
			return err
		}
		if bad > 0 || len(list) == 0 {
			return errReported
		}
		return nil
	}
}

func setupSpeechList(c *call) func([]string) error {
	c.packFlag()
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		r, err := c.recordings()
		if err != nil {
			return err
		}
		stocks := []speech.Stock{}
		old := map[string]recordings.Clip{} // by language and id
		for _, l := range r.Languages() {
			stocks = append(stocks, l.Coverage().Stock)
			for _, clip := range l.Clips() {
				old[l.Code+"/"+clip.ID] = clip
			}
		}
		if c.json {
			c.printJSON(stocks)
			return nil
		}
		for _, s := range stocks {
			fmt.Fprintf(c.Stdout, "%-4s %-12s đã thu %d trong %d đoạn, %d bản thu cũ\n", s.Lang, s.Name, s.Recorded, s.Total, len(s.Outdated))
			for _, id := range s.Outdated {
				fmt.Fprintf(c.Stdout, "     %s  câu đã đổi, mời thu lại rồi xóa bản này\n", id)
				clip := old[s.Lang+"/"+id]
				if len(clip.Names) > 0 {
					fmt.Fprintf(c.Stdout, "       của %s\n", strings.Join(clip.Names, ", "))
				}
				for _, texts := range clip.Now {
					fmt.Fprintf(c.Stdout, "       nay là: %s\n", strings.Join(texts, " "))
				}
			}
		}
		return nil
	}
}

func setupSpeechRemove(c *call) func([]string) error {
	c.packFlag()
	lang := spokenIn(c.flags)
	return func(args []string) error {
		if len(args) == 0 {
			return guide.Errorf(guide.CodeUsage, "Cần --lang MÃ-TIẾNG và mã của bản thu.")
		}
		l, err := c.recordable(*lang)
		if err != nil {
			return err
		}
		n, err := l.Remove(args)
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{"lang": l.Code, "removed": n})
		} else {
			fmt.Fprintf(c.Stdout, "Đã xóa %d bản thu %s.\n", n, l.Name)
		}
		if n < len(args) {
			return guide.Errorf(guide.CodeNotFound, "Không thấy %d bản thu. Mời xem lại mã bằng: tungbuoc speech list.", len(args)-n)
		}
		return nil
	}
}

// maxSaid is the most that is said at once, in letters of the spoken form: a
// minute or two. What takes longer is no sentence.
const maxSaid = 2000

// setupSpeechSay lets writers hear a sentence, or see how it will be read.
func setupSpeechSay(c *call) func([]string) error {
	c.packFlag()
	lang := spokenIn(c.flags)
	out := c.flags.String("out", "", "tệp .wav sẽ ghi")
	slow := c.flags.Bool("slow", false, "đọc chậm")
	reading := c.flags.Bool("reading", false, "chỉ cho xem cách đọc")
	return func(args []string) error {
		if len(args) != 1 || *reading == (*out != "") {
			return guide.Errorf(guide.CodeUsage, "Cần một câu trong ngoặc kép, và --reading hoặc --out TỆP.wav.")
		}
		if *out != "" && !strings.EqualFold(filepath.Ext(*out), ".wav") {
			return guide.Errorf(guide.CodeUsage, "Tệp phải có đuôi .wav.")
		}
		lib, err := c.openLibrary()
		if err != nil {
			return err
		}
		say := speech.NewReader(lib.Pack.Speech).Say(args[0], *lang)
		if say == "" {
			return guide.Errorf(guide.CodeUsage, "Câu này không có chữ nào để đọc.")
		}
		if *out != "" && len([]rune(say)) > maxSaid {
			return guide.Errorf(guide.CodeUsage, "Câu này dài quá. Mỗi lần đọc nhiều nhất %d chữ cái.", maxSaid)
		}
		if *out != "" {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			wav, err := speech.FindVoice().Synthesise(ctx, *lang, say, *slow)
			if err != nil {
				return guide.Wrap(err, guide.CodeUnavailable, "Máy chưa đọc được. Mời cài espeak-ng rồi thử lại.")
			}
			if err := safefile.Write(*out, func(w io.Writer) error { _, err := w.Write(wav); return err }); err != nil {
				return err
			}
		}
		switch {
		case c.json:
			c.printJSON(map[string]any{"say": say, "out": *out})
		case *reading:
			fmt.Fprintln(c.Stdout, say)
		default:
			fmt.Fprintf(c.Stdout, "Đã ghi %s: %s\n", *out, say)
		}
		return nil
	}
}
