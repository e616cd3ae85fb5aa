package printer

import (
	"context"
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// findSumatra looks for SumatraPDF where an office may have put it: where
// office.yaml says, where its installer puts it (for all users or for one), on
// the path, beside this program. It gives the full path, "" if it is nowhere,
// and what is wrong with the setting.
//
// Paths are taken apart by hand, so that the choice is the same, and tested, on
// every system.
func (m machine) findSumatra() (program, problem string) {
	if m.sumatra != "" {
		if program = m.asSet(m.sumatra); program != "" {
			return program, ""
		}
		problem = fmt.Sprintf("Chỗ để SumatraPDF đang ghi là “%s”, nhưng ở đó không có SumatraPDF. Mời sửa trong phần Cài đặt, hoặc sửa dòng sumatra của tệp office.yaml.", m.sumatra)
	}
	for _, dir := range m.folders() {
		if name := newest(m.files(dir)); name != "" {
			return join(dir, name), problem
		}
	}
	return "", problem
}

// Sumatra gives the full path of SumatraPDF, "" if it is nowhere, and what is wrong
// with the office's setting; wanted is false on a system that prints without it.
func (s *System) Sumatra() (program, problem string, wanted bool) {
	if runtime.GOOS != "windows" {
		return "", "", false
	}
	program, problem = s.machine(context.Background()).findSumatra()
	return program, problem, true
}

// SumatraAt gives the full path of SumatraPDF where a path names it or its folder on
// this computer, "" if it is not there. What lies on a server others may change.
func (s *System) SumatraAt(path string) string {
	if at := strings.TrimLeft(path, `" `); strings.HasPrefix(at, `\\`) || strings.HasPrefix(at, "//") {
		return ""
	}
	return machine{files: plainFiles}.asSet(path)
}

// asSet finds the program that the setting names: the file itself, or the best
// one in a folder. A path that is not whole would depend on where the kiosk was
// started from; a program of quite another name would be started with every sheet.
func (m machine) asSet(path string) string {
	path = strings.TrimRight(strings.ReplaceAll(strings.Trim(path, `" `), "/", `\`), `\`)
	if !whole(path) {
		return ""
	}
	if name := newest(m.files(path)); name != "" {
		return join(path, name)
	}
	at := strings.LastIndex(path, `\`)
	dir, name := path[:at], path[at+1:]
	for _, file := range m.files(dir + `\`) {
		if strings.EqualFold(file, name) && mayPrint(file) {
			return join(dir, file)
		}
	}
	return ""
}

// folders lists where to look, the best first.
func (m machine) folders() []string {
	var dirs []string
	add := func(dir string) {
		if whole(dir) && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	for _, base := range []string{"ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"} {
		if dir := m.env(base); dir != "" {
			add(join(dir, "SumatraPDF"))
		}
	}
	for _, dir := range strings.Split(m.env("PATH"), ";") {
		add(strings.Trim(dir, `" `))
	}
	add(m.self)
	return dirs
}

var sumatraName = regexp.MustCompile(`(?i)^sumatrapdf(?:-prerelease-\d+|-(\d+(?:\.\d+)+))?(-64)?\.exe$`)

// newest finds SumatraPDF among the names of files: the installed one, which
// keeps itself up to date, else the portable one of the highest version, with
// 64 bits rather than 32.
func newest(names []string) string {
	best, bestVersion := "", []int(nil)
	for _, name := range names {
		found := sumatraName.FindStringSubmatch(name)
		if found == nil {
			continue
		}
		if strings.EqualFold(name, "SumatraPDF.exe") {
			return name
		}
		version := numbers(found[1])
		if found[2] != "" {
			version = append(version, 1)
		}
		if best == "" || slices.Compare(version, bestVersion) > 0 {
			best, bestVersion = name, version
		}
	}
	return best
}

// mayPrint says whether a file is called as SumatraPDF, under a name that somebody gave
// it, and not as what installs it.
func mayPrint(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".exe") && strings.Contains(name, "sumatra") && !strings.Contains(name, "install")
}

// numbers reads "3.5.2", always as four numbers.
func numbers(version string) []int {
	all := make([]int, 4)
	for i, part := range strings.SplitN(version, ".", len(all)) {
		all[i], _ = strconv.Atoi(part) // the expression lets digits through only
	}
	return all
}

// whole says whether a Windows path starts at a drive or a server.
func whole(path string) bool {
	if strings.HasPrefix(path, `\\`) {
		return strings.Contains(path[2:], `\`)
	}
	return len(path) > 2 && path[1] == ':' && (path[2] == '\\' || path[2] == '/')
}

func join(dir, name string) string { return strings.TrimRight(dir, `\`) + `\` + name }

// sumatraArguments are the arguments with which SumatraPDF prints a file and
// ends, without a window or a question. The file stands last, by its full path.
func sumatraArguments(printer, file string, o Options) []string {
	return []string{"-print-to", printer, "-print-settings", settings(o), "-silent", "-exit-when-done", file}
}

// sumatraLacks stands for a paper that SumatraPDF has no name for. It takes a
// name that it does not know for none and says nothing, so it is given none: the
// paper that is set in the driver is used, as for a roll.
const sumatraLacks = "-"

// settings are the -print-settings of SumatraPDF.
func settings(o Options) string {
	parts := []string{"noscale", fmt.Sprintf("%dx", o.Copies)}
	if o.TwoSided {
		parts = append(parts, "duplexshort")
	} else {
		parts = append(parts, "simplex")
	}
	if i := standardPaper(o.PaperMM); i >= 0 && standard[i].sumatra != sumatraLacks {
		parts = append(parts, "paper="+standard[i].sumatra)
	}
	return strings.Join(parts, ",")
}
