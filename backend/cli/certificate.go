package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"tungbuoc/backend/certificate"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/instance"
	"tungbuoc/backend/webview"
)

// certify measures this machine and writes the page to be signed. It fails when
// something on it failed.
func (c *call) certify(file string) error {
	if !strings.EqualFold(filepath.Ext(file), ".pdf") {
		return guide.Errorf(guide.CodeUsage, "Sau --certificate là tên một tệp .pdf.")
	}
	if err := certificate.Check(file); err != nil { // before a minute of measuring
		return err
	}
	lib, err := c.openLibrary()
	if err != nil {
		return err
	}
	office := c.office
	named, err := office()
	if err != nil {
		named = guide.Office{} // the databases' line says what is wrong
	}
	// Who stops it meanwhile finds no window left open and no half of a file.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	o := certificate.Options{
		Office: named.Title(""), Version: c.Version, Library: lib, DataDir: c.dataDir, Now: c.Now(),
		Program: c.Window, NoWindow: c.whyNoWindow(), Visit: c.Visit, Printers: c.printing(office),
	}
	if !c.json {
		o.Doing = func(what string) { fmt.Fprintln(c.Stderr, what) }
	}
	made, err := certificate.Make(ctx, o)
	if errors.Is(err, context.Canceled) {
		return guide.Wrap(err, guide.CodeUnavailable, "Đã dừng, chưa ghi %s.", file)
	}
	if err != nil {
		return err
	}
	if err := made.Save(file, c.Now()); err != nil {
		return err
	}
	if c.json {
		c.printJSON(made)
	} else {
		made.Write(c.Stdout)
		fmt.Fprintf(c.Stdout, "Đã ghi %s. Mời in ra, thử nốt các ô trống rồi ký.\n", file)
	}
	if !made.OK {
		return errReported
	}
	return nil
}

// whyNoWindow says why no window may be opened here now, "" when one may.
func (c *call) whyNoWindow() string {
	if !webview.Installed() {
		return "máy chưa có WebView2"
	}
	if f := c.checkScreen(); !f.OK {
		return "không có màn hình"
	}
	if _, running, err := instance.Running(c.dataDir); err != nil || running {
		return "kiosk đang mở, mời đóng rồi đo lại"
	}
	if c.Window == "" {
		return "không tìm thấy chương trình để mở"
	}
	return ""
}
