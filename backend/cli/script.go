package cli

import (
	"encoding/csv"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// scriptLine is one thing to be read out before a microphone.
type scriptLine struct {
	ID       string   `json:"id"` // the name of the recording starts with it
	Where    []string `json:"where"`
	Texts    []string `json:"texts"`
	Recorded bool     `json:"recorded"`
}

// setupSpeechScript writes down what is to be recorded.
func setupSpeechScript(c *call) func([]string) error {
	c.packFlag()
	lang := spokenIn(c.flags)
	out := c.flags.String("out", "", "")
	return func(args []string) error {
		ext := strings.ToLower(filepath.Ext(*out))
		if *out != "" && ext != ".csv" && ext != ".html" {
			return guide.Errorf(guide.CodeUsage, "Tệp phải có đuôi .csv hoặc .html.")
		}
		r, err := c.recordings(*lang)
		if err != nil {
			return err
		}
		wanted, err := filesOf(r.lib.Pack, args)
		if err != nil {
			return err
		}
		done := r.clips.Recorded(r.lang)
		lines, recorded := []scriptLine{}, 0
		for _, u := range r.units {
			if wanted != nil && !slices.ContainsFunc(u.Where, func(w string) bool { return wanted[w] }) {
				continue
			}
			l := scriptLine{u.ID, u.Where, u.Texts, done(u)}
			if l.Recorded {
				recorded++
			}
			lines = append(lines, l)
		}
		write := func(w io.Writer) error { return writeScriptCSV(w, lines) }
		if ext == ".html" {
			write = func(w io.Writer) error {
				return scriptPage.Execute(w, map[string]any{"Name": r.name, "Lines": lines, "Recorded": recorded})
			}
		}
		if *out != "" {
			if err := safefile.Write(*out, write); err != nil {
				return err
			}
		}
		switch {
		case c.json:
			c.printJSON(map[string]any{"lang": r.lang, "out": *out, "lines": lines})
		case *out != "":
			fmt.Fprintf(c.Stdout, "Đã ghi %s: %d đoạn, đã thu %d bằng %s.\n", *out, len(lines), recorded, r.name)
		default:
			for _, l := range lines {
				fmt.Fprintf(c.Stdout, "%s %s  %s\n", l.mark(), l.ID, strings.Join(l.Texts, " "))
			}
			fmt.Fprintf(c.Stdout, "%d đoạn, đã thu %d bằng %s.\n", len(lines), recorded, r.name)
		}
		return nil
	}
}

func (l scriptLine) mark() string {
	if l.Recorded {
		return "ĐÃ THU  "
	}
	return "CHƯA THU"
}

// filesOf names the files in which the services named stand, with the flows
// they use; nil for no names: everything. Error: CodeNotFound.
func filesOf(p *guide.Pack, services []string) (map[string]bool, error) {
	if len(services) == 0 {
		return nil, nil
	}
	files := map[string]bool{}
	var follow func(file string, steps []guide.Step)
	follow = func(file string, steps []guide.Step) {
		if files[file] {
			return
		}
		files[file] = true
		for _, st := range steps {
			if f := p.Flow(st.Use); f != nil {
				follow("flows/"+f.Key, f.Steps)
			}
		}
	}
	for _, key := range services {
		s, err := p.Service(key)
		if err != nil {
			return nil, err
		}
		follow("services/"+s.Key, s.Steps)
	}
	return files, nil
}

// writeScriptCSV writes a table that spreadsheets open by themselves: with a
// byte order mark, or they would show Vietnamese as signs.
func writeScriptCSV(w io.Writer, lines []scriptLine) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.UseCRLF = true
	_ = table.Write([]string{"Mã", "Câu đọc", "Đã thu", "Tên tệp bản thu", "Dùng ở"}) // Error tells at the end
	for _, l := range lines {
		done := "chưa"
		if l.Recorded {
			done = "rồi"
		}
		_ = table.Write([]string{l.ID, strings.Join(l.Texts, " "), done, l.ID + ".wav", strings.Join(l.Where, ", ")})
	}
	table.Flush()
	return table.Error()
}

// scriptPage is the script on paper, large enough to be read standing.
var scriptPage = template.Must(template.New("script").Parse(`<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Kịch bản thu âm, {{.Name}}</title>
<style>
body { font: 14pt/1.5 sans-serif; margin: 2em auto; max-width: 50em }
td { border-bottom: 1px solid #999; padding: .5em; vertical-align: top }
tr { break-inside: avoid }
code, small { font-size: 10pt }
p { margin: 0 }
</style>
<h1>Kịch bản thu âm, {{.Name}}</h1>
<p>{{len .Lines}} đoạn, đã thu {{.Recorded}}. Mỗi đoạn thu một tệp; tên tệp bắt đầu bằng mã bên trái, như mã.wav.</p>
<p>Nói chậm, rõ, cách micrô một gang tay. Dịch theo ý, dùng lời hằng ngày.</p>
<table>
{{range .Lines}}<tr><td>{{if .Recorded}}☑{{else}}☐{{end}}</td><td><code>{{.ID}}</code></td><td>{{range .Texts}}<p>{{.}}</p>{{end}}<small>{{range $i, $w := .Where}}{{if $i}}, {{end}}{{$w}}{{end}}</small></td></tr>
{{end}}</table>
</html>
`))
