package printer

import (
	"context"
	"errors"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// all makes every call that speaks to CUPS.
func all(t *testing.T, s *System) map[string]error {
	t.Helper()
	_, list := s.List(t.Context())
	_, print := s.Print(t.Context(), "P", aPDF(t), Options{})
	_, status := s.Status(t.Context(), Job{"P", 7})
	return map[string]error{"List": list, "Print": print, "Status": status, "Cancel": s.Cancel(t.Context(), Job{"P", 7})}
}

func TestCUPSSaysNo(t *testing.T) {
	job, idle := aJob(5, 0), aPrinter(3, true)
	for _, tt := range []struct {
		name string
		f    fake
		call string
		code guide.Code
		say  string // in the sentence
	}{
		{"no printers", fake{}, "List", guide.CodeNotFound, "Không có máy in nào. Mời cắm máy in, bật lên rồi thử lại."},
		{"no printers", fake{}, "Print", guide.CodeNotFound, "Không có máy in nào"},
		{"job vanished", fake{printer: idle}, "Status", guide.CodeNotFound, "không còn trong máy in"},
		{"job vanished", fake{printer: idle}, "Cancel", guide.CodeNotFound, "không còn trong máy in"},
		{"printer vanished", fake{job: job}, "Status", guide.CodeNotFound, "Không thấy máy in P"},
		{"printer vanished", fake{printer: idle, status: map[uint16]uint16{opPrintJob: statusNotFound}}, "Print", guide.CodeNotFound, "Không thấy máy in P"},
		{"job is over", fake{job: job, status: map[uint16]uint16{opCancelJob: statusNotPossible}}, "Cancel", guide.CodeNotFound, "đã xong"},
		{"refusing", fake{printer: idle, status: map[uint16]uint16{opPrintJob: statusNotAccepting}}, "Print", guide.CodeUnavailable, "không nhận lệnh in"},
		{"not allowed", fake{printer: idle, status: map[uint16]uint16{opPrintJob: statusNotAuthorized}}, "Print", guide.CodeUnavailable, "chưa được phép"},
		{"server error", fake{printer: idle, status: map[uint16]uint16{opCupsGetPrinters: 0x0500}}, "List", guide.CodeUnavailable, "không in được"},
		{"HTTP 401", fake{raw: status(401)}, "List", guide.CodeUnavailable, "chưa được phép"},
		{"HTTP 403", fake{raw: status(403)}, "Cancel", guide.CodeUnavailable, "chưa được phép"},
		{"HTTP 500", fake{raw: status(500)}, "Status", guide.CodeUnavailable, "trả lời sai"},
		{"redirect", fake{raw: status(302)}, "List", guide.CodeUnavailable, "trả lời sai"},
	} {
		t.Run(tt.name+" "+tt.call, func(t *testing.T) {
			err := all(t, mustFake(t, &tt.f))[tt.call]
			if guide.ErrorCode(err) != tt.code || !strings.Contains(guide.Message(err), tt.say) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func status(code int) func(http.ResponseWriter, []byte) bool {
	return func(w http.ResponseWriter, _ []byte) bool {
		w.Header().Set("Location", "http://example.com/")
		w.WriteHeader(code)
		return true
	}
}

func TestMalformedAnswers(t *testing.T) {
	good := message{groups: []group{{tag: tagOperation}, aPrinter(3, true)}}
	for name, body := range map[string][]byte{
		"empty":         {},
		"text":          []byte("<html>hello</html>"),
		"cut off":       good.encode()[:40],
		"no end":        good.encode()[:len(good.encode())-1],
		"another id":    good.encode(),
		"value outside": {2, 0, 0, 0, 0, 0, 0, 1, 0x44, 0, 1, 'a', 0, 1, 'b', 3},
		"huge":          make([]byte, maxAnswer+1),
	} {
		t.Run(name, func(t *testing.T) {
			s := mustFake(t, &fake{raw: func(w http.ResponseWriter, _ []byte) bool {
				_, _ = w.Write(body)
				return true
			}})
			for call, err := range all(t, s) {
				if guide.ErrorCode(err) != guide.CodeUnavailable || guide.Message(err) != sayBadAnswer {
					t.Errorf("%s: %v", call, err)
				}
			}
		})
	}
	t.Run("no job number", func(t *testing.T) {
		s := mustFake(t, &fake{printer: aPrinter(3, true), raw: func(w http.ResponseWriter, b []byte) bool {
			m, _ := decode(b)
			if m.code == opPrintJob {
				_, _ = w.Write((&message{id: m.id}).encode())
			}
			return m.code == opPrintJob
		}})
		if _, err := s.Print(t.Context(), "", aPDF(t), Options{}); guide.Message(err) != sayBadAnswer {
			t.Errorf("got %v", err)
		}
	})
}

func TestNoCUPS(t *testing.T) {
	dead := filepath.Join(t.TempDir(), "sock")
	for _, server := range []string{dead, "127.0.0.1:1", "127.0.0.1:1/version=1.1"} {
		t.Setenv("CUPS_SERVER", server)
		for call, err := range all(t, New(Config{})) {
			if guide.ErrorCode(err) != guide.CodeUnavailable || !strings.Contains(guide.Message(err), "(CUPS) chưa chạy") {
				t.Errorf("%s on %s: %v", call, server, err)
			}
		}
	}
}

func TestServers(t *testing.T) {
	for server, want := range map[string][]string{
		"": ownServers, "/a/sock": {"/a/sock"}, "office": {"office:631"}, "office:1631": {"office:1631"},
		"::1": {"[::1]:631"}, "[::1]:1631": {"[::1]:1631"}, "office/version=1.1": {"office:631"},
	} {
		t.Setenv("CUPS_SERVER", server)
		if got := New(Config{}).servers(); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", server, got, want)
		}
	}
	if got := New(Config{Server: "/own"}).servers(); !slices.Equal(got, []string{"/own"}) {
		t.Errorf("got %v", got)
	}
}

// A printing system that takes the call and says nothing, or stops in the middle.
func TestHang(t *testing.T) {
	for name, words := range map[string]string{"silent": "", "in the middle": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nab"} {
		t.Run(name, func(t *testing.T) {
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = listener.Close() }()
			go func() {
				for {
					conn, err := listener.Accept()
					if err != nil {
						return
					}
					t.Cleanup(func() { _ = conn.Close() })
					if words != "" { // not before the question has come
						_, _ = conn.Read(make([]byte, 1))
						_, _ = conn.Write([]byte(words))
					}
				}
			}()
			s := New(Config{Server: listener.Addr().String()})
			s.wait = 100 * time.Millisecond
			for call, err := range all(t, s) {
				if guide.ErrorCode(err) != guide.CodeUnavailable || guide.Message(err) != saySilent || !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("%s: %v", call, err)
				}
			}
		})
	}
}
