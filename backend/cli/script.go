package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/speech"
)

// setupSpeechScript writes down what is to be recorded.
func setupSpeechScript(c *call) func([]string) error {
	c.packFlag()
	lang := spokenIn(c.flags)
	out := c.flags.String("out", "", "tệp .csv hoặc .html sẽ ghi")
	return func(args []string) error {
		ext := strings.ToLower(filepath.Ext(*out))
		if *out != "" && ext != ".csv" && ext != ".html" {
			return guide.Errorf(guide.CodeUsage, "Tệp phải có đuôi .csv hoặc .html.")
		}
		l, err := c.recordable(*lang)
		if err != nil {
			return err
		}
		script, err := l.Script(args)
		if err != nil {
			return err
		}
		write := script.WriteCSV
		if ext == ".html" {
			write = script.WriteHTML
		}
		if *out != "" {
			if err := safefile.Write(*out, write); err != nil {
				return err
			}
		}
		switch {
		case c.json:
			c.printJSON(map[string]any{"lang": l.Code, "out": *out, "lines": script.Lines})
		case *out != "":
			fmt.Fprintf(c.Stdout, "Đã ghi %s: %d đoạn, đã thu %d bằng %s.\n", *out, len(script.Lines), script.Recorded, l.Name)
		default:
			for _, l := range script.Lines {
				fmt.Fprintf(c.Stdout, "%s %s  %s  %s\n", mark(l), l.ID, said(l.IDs), strings.Join(l.Texts, " "))
			}
			fmt.Fprintf(c.Stdout, "%d đoạn, đã thu %d bằng %s.\n", len(script.Lines), script.Recorded, l.Name)
		}
		return nil
	}
}

func mark(l speech.Line) string {
	if l.Recorded {
		return "ĐÃ THU  "
	}
	return "CHƯA THU"
}

// said names the first that says a line, and how many others do.
func said(ids []string) string {
	switch len(ids) {
	case 0:
		return ""
	case 1:
		return ids[0]
	}
	return fmt.Sprintf("%s (+%d)", ids[0], len(ids)-1)
}
