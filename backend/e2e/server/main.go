// Command server puts the real façade, content and database behind HTTP, so
// that a browser can show the kiosk's pages without a window: for the
// end-to-end tests in Chromium and for make dev. It is never shipped.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/webview"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:0", "address to listen on")
	dist := flag.String("dist", "frontend/dist", "built pages")
	vite := flag.String("vite", "", "address of a Vite development server to take the pages from")
	data := flag.String("data", "", "data folder; a temporary one if empty")
	catalogue := flag.String("catalogue", "", "national catalogue to import first, JSON lines")
	root := flag.String("root", "", "root of the holders who sign updates of the program; the built-in one if empty")
	flag.Parse()
	if err := run(*addr, *dist, *vite, *data, *catalogue, *root); err != nil {
		log.Fatal(err)
	}
}

func run(addr, dist, vite, data, catalogue, root string) error {
	if data == "" {
		dir, err := os.MkdirTemp("", "tungbuoc-e2e-")
		if err != nil {
			return fmt.Errorf("make data folder: %w", err)
		}
		defer os.RemoveAll(dir)
		data = dir
	}
	if catalogue != "" {
		if err := importCatalogue(data, catalogue); err != nil {
			return err
		}
	}
	var trusted []byte
	if root != "" {
		var err error
		if trusted, err = os.ReadFile(root); err != nil {
			return fmt.Errorf("root: %w", err)
		}
	}
	resident := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.NewTextHandler(os.Stderr, nil)), Version: guide.Version, Pack: content.Shipped(), DataDir: data, Idle: desktop.KioskIdle,
		Voice: speech.FindVoice, Root: trusted,
	})
	pages := webview.Headers(desktop.WithSounds(resident, withBridge(http.FileServer(http.Dir(dist)))))
	if vite != "" {
		target, err := url.Parse(vite)
		if err != nil {
			return fmt.Errorf("vite address: %w", err)
		}
		pages = desktop.WithSounds(resident, withBridge(httputil.NewSingleHostReverseProxy(target))) // its live reload needs a looser policy
	}
	calls := &bridge{map[string]any{"Resident": resident, "Staff": desktop.NewStaff(resident, time.Now)}}
	mux := http.NewServeMux()
	mux.Handle("POST /call/{object}/{method}", calls)
	mux.HandleFunc("GET /bridge.js", calls.script)
	mux.Handle("/", pages)

	// On a busy machine the first page of a test is not to wait for what a kiosk
	// reads while nobody touches it yet.
	if _, err := resident.Search("khai sinh", "vi"); err != nil {
		return fmt.Errorf("open search: %w", err)
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	fmt.Printf("listening on http://%s\n", listener.Addr())
	server := &http.Server{Handler: mux}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// importCatalogue does what tungbuoc catalogue import does.
func importCatalogue(data, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	did, err := edition.ImportCatalogue(context.Background(), data, file, slog.Default())
	for _, p := range did.Skipped {
		slog.Warn("catalogue line skipped", "line", p.Line, "why", p.Message)
	}
	return err
}

// withBridge adds the bridge to the page, where the window would add Wails'
// own scripts.
func withBridge(pages http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.URL.Path != "/" && req.URL.Path != "/index.html" {
			pages.ServeHTTP(w, req)
			return
		}
		page := &recorder{header: w.Header(), status: http.StatusOK}
		req.Header.Del("Accept-Encoding")
		pages.ServeHTTP(page, req)
		html := bytes.Replace(page.body.Bytes(), []byte("<head>"), []byte(`<head><script src="/bridge.js"></script>`), 1)
		w.Header().Set("Content-Length", strconv.Itoa(len(html)))
		w.WriteHeader(page.status)
		_, _ = io.Copy(w, bytes.NewReader(html))
	})
}

// recorder keeps an answer so that it can be changed.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(p []byte) (int, error) { return r.body.Write(p) }
