package printer

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

func TestPrintJob(t *testing.T) {
	f := &fake{printer: aPrinter(3, true)}
	s := mustFake(t, f)
	job, err := s.Print(t.Context(), "", aPDF(t), Options{Copies: 3, Title: "Tờ\n gấp", TwoSided: true, PaperMM: [2]float64{80, 123.456}})
	if err != nil || job != (Job{"P", 7}) || f.document != "%PDF-1.4 rest" {
		t.Fatalf("got %v, %v, document %q", job, err, f.document)
	}
	m := f.asked[len(f.asked)-1]
	for name, want := range map[string]string{
		"printer-uri": "ipp://localhost/printers/P", "job-name": "Tờ gấp", "document-format": "application/pdf",
	} {
		if got := m.group(tagOperation).text(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	options := m.group(tagJob)
	for name, want := range map[string]string{
		"print-scaling": "none", "sides": "two-sided-short-edge", "media": "Custom.80x123.46mm",
		"multiple-document-handling": "separate-documents-collated-copies",
	} {
		if got := options.text(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if options.number("copies") != 3 || options.is("fit-to-page") || options.values("fit-to-page") == nil {
		t.Errorf("options %+v", options)
	}
}

func TestMedia(t *testing.T) {
	for _, tt := range []struct {
		mm   [2]float64
		want string
	}{
		{[2]float64{210, 297}, "iso_a4_210x297mm"},
		{[2]float64{297, 210}, "iso_a4_210x297mm"},
		{[2]float64{209.97, 297.04}, "iso_a4_210x297mm"},
		{[2]float64{105, 148}, "iso_a6_105x148mm"},
		{[2]float64{80, 200}, "Custom.80x200mm"},
		{[2]float64{80, 60}, "Custom.80x60mm"},
		{[2]float64{100, 100.1}, "Custom.100x100.1mm"},
	} {
		if got := media(tt.mm); got != tt.want {
			t.Errorf("%v: got %s, want %s", tt.mm, got, tt.want)
		}
	}
}

func TestListOfPrinters(t *testing.T) {
	for _, tt := range []struct {
		name    string
		printer group
		ready   bool
		state   State
		reason  string // its beginning
	}{
		{"idle", aPrinter(3, true), true, Idle, ""},
		{"printing", aPrinter(4, true, "cups-waiting-for-job-completed", "unheard-report"), true, Busy, ""},
		{"no paper", aPrinter(3, true, "media-empty-warning"), true, Idle, "Máy in hết giấy"},
		{"low ink and open", aPrinter(3, true, "toner-low-report", "cover-open"), true, Idle, "Nắp máy in"},
		{"stopped", aPrinter(5, true, "paused"), false, Stopped, sayPaused},
		{"stopped without a reason", aPrinter(5, true), false, Stopped, sayOther},
		{"refusing", aPrinter(3, false), false, Idle, sayRefusing},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := mustFake(t, &fake{printer: tt.printer})
			found, err := s.List(t.Context())
			if err != nil || len(found) != 1 {
				t.Fatalf("got %v, %v", found, err)
			}
			p := found[0]
			if p.Name != "P" || p.About != "Máy in" || !p.Default || p.State != tt.state || p.Ready() != tt.ready ||
				!strings.HasPrefix(p.Reason, tt.reason) || (p.Reason == "") != (tt.reason == "") {
				t.Errorf("got %+v", p)
			}
			_, err = s.Print(t.Context(), "P", aPDF(t), Options{})
			if (err == nil) != tt.ready || err != nil && (guide.ErrorCode(err) != guide.CodeUnavailable || guide.Message(err) != p.Reason) {
				t.Errorf("print: %v", err)
			}
		})
	}
}

func TestProgressOfJob(t *testing.T) {
	for _, tt := range []struct {
		name    string
		job     group
		printer group
		want    Progress // Reason is the beginning; Detail is not compared
	}{
		{"waiting", aJob(3, 0), aPrinter(4, true), Progress{State: JobWaiting}},
		{"waiting behind a jam", aJob(3, 0), aPrinter(4, true, "media-jam-error"), Progress{State: JobWaiting, Reason: "Máy in bị kẹt giấy"}},
		{"waiting on a stopped queue", aJob(3, 0), aPrinter(5, true, "paused"), Progress{State: JobStopped, Reason: sayPaused}},
		{"held", aJob(4, 0), aPrinter(3, true), Progress{State: JobStopped, Reason: "Lệnh in đang bị giữ"}},
		{"printing", aJob(5, 1), aPrinter(4, true), Progress{State: JobPrinting, Pages: 1}},
		{"printing, pages unknown", aJob(5, -1), aPrinter(4, true), Progress{State: JobPrinting}},
		{"printing with little ink", aJob(5, 1), aPrinter(4, true, "marker-supply-low-report"), Progress{State: JobPrinting, Pages: 1, Reason: "Máy in sắp hết mực"}},
		{"connecting", aJob(5, 0), aPrinter(4, true, "connecting-to-device"), Progress{State: JobPrinting, Reason: "Đang nối"}},
		{"off", aJob(5, 0), aPrinter(4, true, "connecting-to-device", "offline-report"), Progress{State: JobStopped, Reason: "Máy in tắt hoặc mất kết nối"}},
		{"no paper", aJob(5, 1), aPrinter(4, true, "media-needed-error"), Progress{State: JobStopped, Pages: 1, Reason: "Máy in hết giấy hoặc"}},
		{"unknown error", aJob(5, 1), aPrinter(4, true, "fuser-broken-error"), Progress{State: JobPrinting, Pages: 1, Reason: sayOther}},
		{"stopped", aJob(6, 0), aPrinter(3, true), Progress{State: JobStopped, Reason: "Lệnh in đang bị giữ"}},
		{"cancelled", aJob(7, 1), group{}, Progress{State: JobCancelled, Over: true, Pages: 1}},
		{"aborted", aJob(8, 0), group{}, Progress{State: JobStopped, Over: true, Reason: sayFailed}},
		{"done", aJob(9, 2), group{}, Progress{State: JobDone, Over: true, Pages: 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := mustFake(t, &fake{printer: tt.printer, job: tt.job})
			got, err := s.Status(t.Context(), Job{"P", 7})
			if err != nil || !strings.HasPrefix(got.Detail, "job-printing") || !strings.HasPrefix(got.Reason, tt.want.Reason) ||
				(got.Reason == "") != (tt.want.Reason == "") {
				t.Fatalf("got %+v, %v", got, err)
			}
			got.Reason, got.Detail, tt.want.Reason = "", "", ""
			if got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestPipeIsNotOpened(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := New(Config{}).Open(t.Context(), pipe); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("got %v", err)
	}
}

func TestViewer(t *testing.T) {
	dir := t.TempDir()
	seen := filepath.Join(dir, "seen")
	for _, tt := range []struct {
		name, script string
		code         guide.Code
	}{
		{"opens and ends", "printf %s \"$1\" >" + seen, ""},
		{"stays open", "sleep 1", ""},
		{"fails", "exit 3", guide.CodeUnavailable},
		{"missing", "", guide.CodeUnavailable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := New(Config{})
			s.wait, s.viewer = 300*time.Millisecond, filepath.Join(dir, tt.name)
			if tt.script != "" {
				if err := os.WriteFile(s.viewer, []byte("#!/bin/sh\n"+tt.script+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.Open(t.Context(), aPDF(t)); guide.ErrorCode(err) != tt.code {
				t.Errorf("got %v", err)
			}
		})
	}
	if got, err := os.ReadFile(seen); err != nil || !filepath.IsAbs(string(got)) {
		t.Errorf("opened %q, %v", got, err)
	}
}

// Without CUPS a file goes to the viewer; without that it stays where it is.
func TestHandWithoutCUPS(t *testing.T) {
	dir := t.TempDir()
	seen := filepath.Join(dir, "seen")
	s := New(Config{Server: filepath.Join(dir, "none")})
	s.wait, s.viewer = 2*time.Second, filepath.Join(dir, "viewer")
	file := aPDF(t)
	got, err := s.Hand(t.Context(), "", file, Options{})
	if err != nil || got.Way.Kind != BySaving || !strings.Contains(got.Say, "đã lưu ở "+file) {
		t.Errorf("got %+v, %v", got, err)
	}
	if say, ok := s.Report(t.Context()); !ok || !strings.Contains(say, "chưa có CUPS") || !strings.Contains(say, "lưu thành tệp") {
		t.Errorf("report %q, %t", say, ok)
	}
	if err := os.WriteFile(s.viewer, []byte("#!/bin/sh\nprintf %s \"$1\" >"+seen+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	got, err = s.Hand(t.Context(), "", file, Options{})
	if err != nil || got.Way != (Way{Kind: ByViewer, Program: s.viewer}) || !strings.Contains(got.Say, "Bấm Ctrl+P để in") {
		t.Errorf("got %+v, %v", got, err)
	}
	if opened, err := os.ReadFile(seen); err != nil || string(opened) != file {
		t.Errorf("opened %q, %v", opened, err)
	}
}

func TestHandToThePrinter(t *testing.T) {
	f := fake{printer: aPrinter(3, true), job: aJob(3, 0)}
	s := mustFake(t, &f)
	got, err := s.Hand(t.Context(), "", aPDF(t), Options{})
	if err != nil || got.Way.Kind != ByQueue || got.Job.Printer != "P" || got.Say != "Đã gửi tới máy in P." || f.document != "%PDF-1.4 rest" {
		t.Errorf("got %+v, %v; printed %q", got, err, f.document)
	}
	if say, ok := s.Report(t.Context()); !ok || !strings.Contains(say, "CUPS: có 1 máy in, dùng trước là P.") {
		t.Errorf("report %q, %t", say, ok)
	}
	if _, err := s.Hand(t.Context(), "Q", aPDF(t), Options{}); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("a printer that is not there: %v", err)
	}
}
