//go:build linux

// Package cupstest starts a CUPS of a test's own, with printers made of a shell
// script that puts what it prints into a folder.
package cupstest

import (
	_ "embed"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

//go:embed backend.sh
var backend []byte

//go:embed kiosk.ppd
var ppd []byte

const cupsd = "/usr/sbin/cupsd"

// Office is a running CUPS.
type Office struct {
	t      testing.TB
	dir    string
	Socket string
	Out    string // where the printers put what they print
	PPD    string // the printers' description
}

// Start starts cupsd with a configuration, a socket and a spool of its own,
// beside the one of the machine. Where CUPS is not installed the test is
// skipped, or fails in CI.
func Start(t testing.TB) *Office {
	t.Helper()
	for _, program := range []string{cupsd, "/usr/sbin/lpadmin", "/usr/lib/cups/filter/pdftopdf", "/usr/bin/pdfinfo"} {
		if _, err := os.Stat(program); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%v: apt-get install cups cups-client cups-filters poppler-utils", err)
			}
			t.Skipf("%v: apt-get install cups cups-client cups-filters poppler-utils", err)
		}
	}
	dir, err := os.MkdirTemp("/tmp", "cups") // a socket's path must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			log, _ := os.ReadFile(filepath.Join(dir, "error_log"))
			t.Logf("cupsd: %s", tail(string(log), 60))
		}
		_ = os.RemoveAll(dir)
	})
	o := &Office{t: t, dir: dir, Socket: filepath.Join(dir, "sock"), Out: filepath.Join(dir, "out"), PPD: filepath.Join(dir, "kiosk.ppd")}
	for _, sub := range []string{"etc", "spool", "spool/tmp", "cache", "state", "bin", "bin/backend", "out"} {
		o.do(os.Mkdir(filepath.Join(dir, sub), 0o755))
	}
	o.do(os.Chmod(dir, 0o755)) // filters run as another user
	for _, sub := range []string{"filter", "daemon", "notifier", "cgi-bin"} {
		o.do(os.Symlink("/usr/lib/cups/"+sub, filepath.Join(dir, "bin", sub)))
	}
	o.do(os.WriteFile(filepath.Join(dir, "bin/backend/kiosk"), backend, 0o700)) // 0700: runs as root, like usb
	o.do(os.WriteFile(o.PPD, ppd, 0o644))
	me, err := user.Current()
	o.do(err)
	runner := "lp"
	if me.Uid != "0" {
		runner = me.Username
	}
	o.write(dir, "etc/cups-files.conf", fmt.Sprintf(`ServerRoot %[1]s/etc
ServerBin %[1]s/bin
RequestRoot %[1]s/spool
TempDir %[1]s/spool/tmp
CacheDir %[1]s/cache
StateDir %[1]s/state
DataDir /usr/share/cups
AccessLog %[1]s/access_log
ErrorLog %[1]s/error_log
PageLog %[1]s/page_log
User %[2]s
SystemGroup root
`, dir, runner))
	o.write(dir, "etc/cupsd.conf", fmt.Sprintf(`Listen %s
LogLevel debug
Browsing Off
WebInterface No
DefaultAuthType None
MaxLogSize 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job>
    Require user @OWNER
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`, o.Socket))
	daemon := exec.Command(cupsd, "-f", "-c", dir+"/etc/cupsd.conf", "-s", dir+"/etc/cups-files.conf")
	o.do(daemon.Start())
	t.Cleanup(func() {
		_ = daemon.Process.Signal(os.Interrupt)
		late := time.AfterFunc(5*time.Second, func() { _ = daemon.Process.Kill() })
		_ = daemon.Wait()
		late.Stop()
	})
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		conn, err := net.Dial("unix", o.Socket)
		if err == nil {
			_ = conn.Close()
			return o
		}
		if time.Now().After(end) {
			t.Fatal("cupsd does not answer")
		}
	}
}

func (o *Office) do(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *Office) write(dir, name, content string) {
	o.t.Helper()
	o.do(os.WriteFile(filepath.Join(dir, name), []byte(content), 0o640))
}

// Queue adds a printer.
func (o *Office) Queue(name, about string) {
	o.t.Helper()
	args := []string{"-p", name, "-v", "kiosk:" + o.Out, "-P", o.PPD, "-E"}
	if about != "" {
		args = append(args, "-D", about)
	}
	o.Run("lpadmin", args...)
}

// Roll adds a receipt printer, 80 mm wide, whose paper has one of the lengths in
// mm, the first unless it is told another, or any length if custom is true.
func (o *Office) Roll(name string, custom bool, lengths ...int) {
	o.t.Helper()
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	points := func(mm int) float64 { return float64(mm) / 25.4 * 72 }
	size := func(mm int) string { return fmt.Sprintf("w227h%.0f", points(mm)) }
	for _, line := range strings.Split(string(ppd), "\n") {
		what, _, _ := strings.Cut(strings.TrimPrefix(line, "*"), " ")
		switch {
		case slices.Contains([]string{"DefaultPageSize:", "DefaultPageRegion:", "DefaultImageableArea:", "DefaultPaperDimension:"}, what):
			add("*%s %s", what, size(lengths[0]))
			for _, mm := range lengths {
				switch what {
				case "DefaultPageSize:", "DefaultPageRegion:":
					add("*%s %s/80x%dmm: \"\"", strings.TrimSuffix(strings.TrimPrefix(what, "Default"), ":"), size(mm), mm)
				case "DefaultImageableArea:":
					add("*ImageableArea %s: \"0 0 226.77 %.2f\"", size(mm), points(mm))
				default:
					add("*PaperDimension %s: \"226.77 %.2f\"", size(mm), points(mm))
				}
			}
		case slices.Contains([]string{"PageSize", "PageRegion", "ImageableArea", "PaperDimension"}, what):
		case !custom && (strings.Contains(line, "CustomPageSize") || strings.HasPrefix(what, "MaxMedia") || what == "HWMargins:"):
		default:
			lines = append(lines, line)
		}
	}
	file := filepath.Join(o.dir, name+".ppd")
	o.do(os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644))
	o.Run("lpadmin", "-p", name, "-v", "kiosk:"+o.Out, "-P", file, "-E")
}

// CUPSPDF adds Debian's PDF printer as a queue, with a folder of its own below
// Out, which is given back. It runs as root only; else the test is skipped.
func (o *Office) CUPSPDF(name string) string {
	o.t.Helper()
	const driver, description = "/usr/lib/cups/backend/cups-pdf", "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd"
	if _, err := os.Stat(description); err != nil {
		if os.Getenv("CI") != "" {
			o.t.Fatalf("%v: apt-get install printer-driver-cups-pdf", err)
		}
		o.t.Skipf("%v: apt-get install printer-driver-cups-pdf", err)
	}
	if os.Getuid() != 0 {
		o.t.Skip("CUPS-PDF prints for root's cupsd only")
	}
	out := filepath.Join(o.Out, name)
	o.do(os.Mkdir(out, 0o777))
	o.do(os.Chmod(out, 0o777))
	o.do(os.Symlink(driver, filepath.Join(o.dir, "bin/backend/cups-pdf")))
	// It looks for what belongs to a queue in /etc/cups alone.
	instance := "tungbuoc-" + filepath.Base(o.dir)
	settings := "/etc/cups/cups-pdf-" + instance + ".conf"
	o.t.Cleanup(func() { _ = os.Remove(settings) })
	o.write("/", settings, fmt.Sprintf("Out %[1]s\nAnonDirName %[1]s\nAnonUser root\nSpool %[2]s/spool/cups-pdf\nLog %[2]s\nLabel 1\nTitlePref 1\n", out, o.dir))
	o.Run("lpadmin", "-p", name, "-v", "cups-pdf:/"+instance, "-P", description, "-E")
	return out
}

// Paper fills the trays of all printers, or empties them.
func (o *Office) Paper(there bool) {
	o.t.Helper()
	name := filepath.Join(o.Out, "paper")
	if there {
		o.do(os.WriteFile(name, nil, 0o644))
	} else {
		o.do(os.Remove(name))
	}
}

// Run is a command of CUPS's own, as a technician would give it.
func (o *Office) Run(name string, args ...string) string {
	o.t.Helper()
	for _, dir := range []string{"/usr/sbin/", "/usr/bin/"} { // sbin is not in everybody's PATH
		if _, err := os.Stat(dir + name); err == nil {
			name = dir + name
			break
		}
	}
	cmd := exec.Command(name, args...)
	cmd.WaitDelay = 10 * time.Second
	cmd.Env = append(os.Environ(), "LC_ALL=C", "CUPS_SERVER="+o.Socket)
	out, err := cmd.CombinedOutput()
	if err != nil {
		o.t.Fatalf("%s: %v: %s", cmd, err, out)
	}
	return string(out)
}

func tail(s string, lines int) string {
	all := strings.Split(s, "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}
