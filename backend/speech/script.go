package speech

import (
	"encoding/csv"
	"html/template"
	"io"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// Line is one thing to be read out before a microphone.
type Line struct {
	ID       string   `json:"id"`
	Code     string   `json:"code"` // start of the id; the name of the recording starts with it
	Where    []string `json:"where"`
	IDs      []string `json:"ids"` // lasting names of the steps and lines that say it
	Texts    []string `json:"texts"`
	Recorded bool     `json:"recorded"`
}

// Script is what is to be recorded in a language.
type Script struct {
	Name     string // of the language
	Lines    []Line
	Recorded int
}

// NewScript writes the script of units in a language, called name: those that
// stand in one of the files, as [FilesOf] names them; nil means all.
func NewScript(units []Unit, files map[string]bool, recorded func(Unit) bool, name string) Script {
	s := Script{Name: name, Lines: []Line{}}
	find := Find(units)
	for _, u := range units {
		if files != nil && !slices.ContainsFunc(u.Where, func(w string) bool { return files[w] }) {
			continue
		}
		code := u.ID[:codeLength]
		if _, ok := find(code); !ok { // two sentences begin alike
			code = u.ID
		}
		l := Line{u.ID, code, u.Where, u.IDs(), u.Texts, recorded(u)}
		if l.Recorded {
			s.Recorded++
		}
		s.Lines = append(s.Lines, l)
	}
	return s
}

// FilesOf names the files in which the services named stand, with the flows
// they use; nil for no names: everything. Error: CodeNotFound.
func FilesOf(p *guide.Pack, services []string) (map[string]bool, error) {
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

// WriteHTML writes the script on paper, large enough to be read standing.
func (s Script) WriteHTML(w io.Writer) error { return scriptPage.Execute(w, s) }

// WriteCSV writes a table that spreadsheets open by themselves: with a byte
// order mark, or they would show Vietnamese as signs.
func (s Script) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.UseCRLF = true
	_ = table.Write([]string{"Mã", "Câu đọc", "Đã thu", "Tên tệp bản thu", "Dùng ở", "Bước, dòng"}) // Error tells at the end
	for _, l := range s.Lines {
		done := "chưa"
		if l.Recorded {
			done = "rồi"
		}
		_ = table.Write([]string{l.ID, strings.Join(l.Texts, " "), done, l.Code + ".wav", strings.Join(l.Where, ", "), strings.Join(l.IDs, ", ")})
	}
	table.Flush()
	return table.Error()
}

var scriptPage = template.Must(template.New("script").Parse(`<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Kịch bản thu âm, {{.Name}}</title>
<style>
body { font: 14pt/1.5 sans-serif; margin: 2em auto; max-width: 50em }
td { border-bottom: 1px solid #999; padding: .5em; vertical-align: top }
tr { break-inside: avoid }
code { font-size: 14pt }
small { font-size: 10pt }
p { margin: 0 }
</style>
<h1>Kịch bản thu âm, {{.Name}}</h1>
<p>{{len .Lines}} đoạn, đã thu {{.Recorded}}. Mỗi đoạn thu một tệp; tên tệp bắt đầu bằng mã bên trái, như {{with .Lines}}{{(index . 0).Code}}{{else}}mã{{end}}.wav.</p>
<p>Nói chậm, rõ, cách micrô một gang tay. Dịch theo ý, dùng lời hằng ngày.</p>
<table>
{{range .Lines}}<tr><td>{{if .Recorded}}☑{{else}}☐{{end}}</td><td><code>{{.Code}}</code></td><td>{{range .Texts}}<p>{{.}}</p>{{end}}<small>{{range $i, $w := or .IDs .Where}}{{if $i}}, {{end}}{{$w}}{{end}}</small></td></tr>
{{end}}</table>
</html>
`))
