package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
)

// printedMM is the side at which a code from this command is likely to be
// printed; it decides the error correction level and the page of a PDF.
const printedMM = 50

const (
	defaultPixels = 1024
	maxPixels     = 8192
)

func setupQR(c *call) func([]string) error {
	c.packFlag()
	name := c.flags.String("link", "", "địa chỉ nào của dịch vụ; để trống: địa chỉ đầu tiên")
	pixels := c.flags.Int("size", defaultPixels, fmt.Sprintf("cạnh của ảnh .png, từ 1 đến %d điểm", maxPixels))
	out := c.flags.String("out", "", "tệp .png, .svg hoặc .pdf sẽ ghi")
	return func(args []string) error {
		if len(args) != 1 || *out == "" {
			return guide.Errorf(guide.CodeUsage, "Cần một dịch vụ và --out TỆP.")
		}
		if *pixels < 1 || *pixels > maxPixels {
			return guide.Errorf(guide.CodeUsage, "--size từ 1 đến %d.", maxPixels)
		}
		lib, err := c.ownLibrary()
		if err != nil {
			return err
		}
		link, err := serviceLink(lib.Pack, args[0], *name)
		if guide.ErrorCode(err) == guide.CodeNotFound && *name == "" {
			if entry, found := c.entryLink(lib.Pack, args[0]); found {
				link, err = entry, nil
			}
		}
		if err != nil {
			return err
		}
		symbol, host, err := qr.ForLink(link, lib.Pack.Hosts, printedMM)
		if err != nil {
			return err
		}
		data, err := render(symbol, *out, *pixels)
		if err != nil {
			return err
		}
		if err := safefile.Write(*out, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{
				"out": *out, "link": link.Key, "url": link.URL, "host": guide.HostOf(link.URL),
				"level": symbol.Level().String(), "modules": symbol.Size(),
			})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã ghi %s. Mã mở %s (%s).\n", *out, link.URL, host.Name)
		return nil
	}
}

// serviceLink finds the link of a service: the named one, or the one its
// hand-off shows first.
func serviceLink(p *guide.Pack, service, name string) (guide.Link, error) {
	s, err := p.Service(service)
	if err != nil {
		return guide.Link{}, err
	}
	if name == "" {
		names := p.HandoffLinks(s)
		if len(names) == 0 && s.InApp() != "" {
			return guide.Link{}, guide.Errorf(guide.CodeNotFound, "“%s” làm tiếp trong ứng dụng %s nên không có mã để mở.", s.Title, s.InApp())
		}
		if len(names) == 0 {
			return guide.Link{}, guide.Errorf(guide.CodeNotFound, "%q chưa có địa chỉ đã kiểm tra nên không tạo mã. Mời hỏi cán bộ.", s.Title)
		}
		name = names[0]
	}
	key, ok := s.Links[name]
	if !ok {
		return guide.Link{}, guide.Errorf(guide.CodeNotFound, "%q không có liên kết %q.", s.Title, name)
	}
	return p.Link(key)
}

// entryLink finds the page of a procedure that is only in the national
// catalogue.
func (c *call) entryLink(p *guide.Pack, code string) (guide.Link, bool) {
	if _, err := os.Stat(filepath.Join(c.dataDir, sqlite.ContentName)); err != nil {
		return guide.Link{}, false // nothing was imported; leave no file behind
	}
	ctx := context.Background()
	index, err := sqlite.OpenContent(ctx, c.dataDir, c.log)
	if err != nil {
		return guide.Link{}, false
	}
	defer func() { _ = index.Close() }()
	entry, err := index.CatalogueEntry(ctx, code)
	if err != nil {
		return guide.Link{}, false
	}
	link, err := p.EntryLink(entry)
	return link, err == nil
}

func render(symbol *qr.Symbol, out string, pixels int) ([]byte, error) {
	switch ext := strings.ToLower(filepath.Ext(out)); ext {
	case ".png":
		return symbol.PNG(pixels)
	case ".svg":
		return symbol.SVG(symbol.Text()), nil
	case ".pdf":
		var b bytes.Buffer
		err := symbol.PDF(&b, printedMM, symbol.Text())
		return b.Bytes(), err
	default:
		return nil, guide.Errorf(guide.CodeUsage, "Tệp phải có đuôi .png, .svg hoặc .pdf.")
	}
}
