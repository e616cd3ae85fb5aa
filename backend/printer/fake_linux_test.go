package printer

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fake is a CUPS that answers what a test wants.
type fake struct {
	printer  group                                  // what there is; without attributes there is none
	job      group                                  // the job asked for; without attributes it is forgotten
	status   map[uint16]uint16                      // an answer by operation instead
	asked    []message                              // what came in
	document string                                 // behind the last Print-Job
	raw      func(http.ResponseWriter, []byte) bool // answers itself if it gives true
}

// mustFake starts the fake on a socket and gives the System that talks to it.
func mustFake(t *testing.T, f *fake) *System {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "fake") // a socket's path must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := filepath.Join(dir, "sock")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(http.HandlerFunc(f.answer))
	server.Listener = listener
	server.Start()
	t.Cleanup(server.Close)
	s := New(Config{Server: socket})
	s.wait = 2 * time.Second
	return s
}

func (f *fake) answer(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if f.raw != nil && f.raw(w, body) {
		return
	}
	m, err := decode(body)
	if err != nil || r.Host != "localhost" || r.Header.Get("Content-Type") != "application/ipp" ||
		!strings.HasPrefix(r.Header.Get("Authorization"), "PeerCred ") {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	f.asked = append(f.asked, *m)
	a := message{id: m.id, groups: []group{{tag: tagOperation}}}
	a.add("attributes-charset", text(tagCharset, "utf-8"))
	switch m.code {
	case opCupsGetPrinters, opGetPrinterAttributes:
		a.give(f.printer)
	case opGetJobAttributes, opCancelJob:
		a.give(f.job)
	case opPrintJob:
		f.document = string(body[len(m.encode()):])
		a.give(group{tagJob, []attribute{{"job-id", []value{number(tagInteger, 7)}}}})
	}
	if status, ok := f.status[m.code]; ok {
		a.code = status
	}
	_, _ = w.Write(a.encode())
}

// give answers with a group, or "not found" if there is nothing in it.
func (m *message) give(g group) {
	m.groups = append(m.groups, g)
	if len(g.attrs) == 0 {
		m.code = statusNotFound
	}
}

// aPrinter is a printer's attributes.
func aPrinter(state int, accepting bool, reasons ...string) group {
	m := message{groups: []group{{tag: tagPrinter}}}
	m.add("printer-name", text(tagName, "P"))
	m.add("printer-info", value{tagTextLang, []byte("\x00\x02vi\x00\x07M\xc3\xa1y in")})
	m.add("printer-type", number(tagEnum, defaultBit))
	m.add("printer-state", number(tagEnum, state))
	m.add("printer-state-reasons", keywords(append(reasons, "none"))...)
	m.add("printer-is-accepting-jobs", truth(accepting))
	return m.groups[0]
}

// aJob is a job's attributes.
func aJob(state, pages int) group {
	m := message{groups: []group{{tag: tagJob}}}
	m.add("job-state", number(tagEnum, state))
	m.add("job-state-reasons", keywords([]string{"job-printing"})...)
	m.add("job-media-sheets-completed", number(tagInteger, pages))
	return m.groups[0]
}

// aPDF writes something that begins like a PDF.
func aPDF(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "-tờ in.pdf")
	if err := os.WriteFile(file, []byte("%PDF-1.4 rest"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
