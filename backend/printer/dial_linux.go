package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/user"
	"strings"
	"sync"

	"tungbuoc/backend/guide"
)

// maxAnswer bounds an answer of CUPS, in bytes; a hundred printers need far less.
const maxAnswer = 4 << 20

// The places where CUPS listens on this computer, in the order to try them.
// Connecting to the socket makes systemd start CUPS if it sleeps.
var ownServers = []string{"/run/cups/cups.sock", "127.0.0.1:631"}

// servers are the addresses to try: socket paths or host:port.
func (s *System) servers() []string {
	server := s.config.Server
	if server == "" {
		server = os.Getenv("CUPS_SERVER")
	}
	if server == "" {
		return ownServers
	}
	if strings.HasPrefix(server, "/") {
		return []string{server}
	}
	server, _, _ = strings.Cut(server, "/") // libcups allows /version=1.1 behind it
	if _, _, err := net.SplitHostPort(server); err != nil {
		server = net.JoinHostPort(strings.Trim(server, "[]"), "631")
	}
	return []string{server}
}

// userName is whose jobs these are; CUPS lets only the owner take a job back.
var userName = sync.OnceValue(func() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "tungbuoc"
})

// refusal is an answer of CUPS that says no.
type refusal struct {
	status uint16
	words  string
}

func (r *refusal) Error() string { return fmt.Sprintf("cups: status 0x%04x %s", r.status, r.words) }

// The statuses (RFC 8011, appendix B) that mean something particular here.
const (
	statusForbidden     = 0x0401
	statusAuthenticate  = 0x0402
	statusNotAuthorized = 0x0403
	statusNotPossible   = 0x0404
	statusNotFound      = 0x0406
	statusGone          = 0x0407
	statusNotAccepting  = 0x0506
	firstFailure        = 0x0100
)

// refused says whether CUPS itself said no with one of the statuses.
func refused(err error, statuses ...uint16) bool {
	var r *refusal
	if !errors.As(err, &r) {
		return false
	}
	for _, s := range statuses {
		if r.status == s {
			return true
		}
	}
	return false
}

// ask sends a request, with a document behind it if there is one, to the first
// server that can be reached. Every error is one of guide's, all CodeUnavailable;
// [refused] tells more.
func (s *System) ask(ctx context.Context, path string, m *message, doc *os.File) (*message, error) {
	conn, server, err := s.connect(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, guide.Wrap(err, guide.CodeUnavailable, saySilent)
		}
		return nil, guide.Wrap(err, guide.CodeUnavailable,
			"Phần in của máy (CUPS) chưa chạy. Mời khởi động lại máy rồi thử lại; nếu vẫn lỗi, mời cán bộ kỹ thuật cài CUPS.")
	}
	defer func() { _ = conn.Close() }()
	b, err := post(ctx, conn, server, path, m, doc)
	if err != nil {
		if ctx.Err() != nil || isTimeout(err) {
			return nil, guide.Wrap(err, guide.CodeUnavailable, saySilent)
		}
		return nil, guide.Wrap(err, guide.CodeUnavailable, sayBadAnswer)
	}
	answer, err := decode(b)
	if err == nil && answer.id != m.id {
		err = fmt.Errorf("cups: answer to request %d, not %d", answer.id, m.id)
	}
	if err != nil {
		return nil, guide.Wrap(err, guide.CodeUnavailable, sayBadAnswer)
	}
	if answer.code >= firstFailure {
		no := &refusal{answer.code, answer.group(tagOperation).text("status-message")}
		return nil, guide.Wrap(no, guide.CodeUnavailable, "%s", sayRefusal(no.status))
	}
	return answer, nil
}

func sayRefusal(status uint16) string {
	switch status {
	case statusNotAccepting:
		return sayRefusing
	case statusForbidden, statusAuthenticate, statusNotAuthorized:
		return "Máy này chưa được phép dùng máy in. Mời cán bộ kỹ thuật cho phép trong CUPS rồi thử lại."
	}
	return sayFailed
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// connect opens the first server that can be reached.
func (s *System) connect(ctx context.Context) (net.Conn, string, error) {
	var errs []error
	for _, server := range s.servers() {
		network := "tcp"
		if strings.HasPrefix(server, "/") {
			network = "unix"
		}
		conn, err := new(net.Dialer).DialContext(ctx, network, server)
		if err == nil {
			return conn, server, nil
		}
		errs = append(errs, err)
	}
	return nil, "", errors.Join(errs...)
}

// post makes one HTTP request over the connection and gives the answer's body.
func post(ctx context.Context, conn net.Conn, server, path string, m *message, doc *os.File) ([]byte, error) {
	head := m.encode()
	body, length := io.Reader(bytes.NewReader(head)), int64(len(head))
	if doc != nil {
		info, err := doc.Stat()
		if err != nil {
			return nil, err
		}
		body = io.MultiReader(body, io.NewSectionReader(doc, 0, info.Size()))
		length += info.Size()
	}
	host := server
	if local := strings.HasPrefix(server, "/"); local || strings.HasPrefix(server, "127.") {
		host = "localhost" // CUPS refuses other names for itself
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+host+path, io.NopCloser(body))
	if err != nil {
		return nil, err
	}
	req.ContentLength = length
	req.Header.Set("Content-Type", "application/ipp")
	if conn.LocalAddr().Network() == "unix" {
		// CUPS checks the name against the socket's owner; without a policy that
		// asks for a name it does not look
		req.Header.Set("Authorization", "PeerCred "+userName())
	}
	// a transport of its own: no proxy, no redirect, no connection kept
	transport := &http.Transport{
		DialContext:        func(context.Context, string, string) (net.Conn, error) { return conn, nil },
		DisableKeepAlives:  true,
		DisableCompression: true,
	}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden {
		return (&message{code: statusForbidden, id: m.id}).encode(), nil
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("cups: HTTP %s", resp.Status)
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err == nil && len(b) > maxAnswer {
		err = errors.New("cups: the answer is too long")
	}
	return b, err
}
