//go:build wine

package windows

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const birthPage = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"

func TestCodesAreRead(t *testing.T) {
	d := mustDesk(t)
	for _, name := range []string{"mã.png", "mã.pdf"} {
		if out := d.must("qr", "1.001193", "--out", d.path(name)); !strings.Contains(out, birthPage) {
			t.Errorf("said %q", out)
		}
		if got := d.codes(name); !slices.Equal(got, []string{birthPage}) {
			t.Errorf("%s opens %q", name, got)
		}
	}
	var did struct{ Out, URL, Host string }
	if d.json(&did, "qr", "khai-sinh", "--out", d.path("mã.svg")); did.URL != birthPage || did.Out != d.path("mã.svg") {
		t.Errorf("got %+v", did)
	}
	var svg struct{ XMLName xml.Name }
	if err := xml.Unmarshal([]byte(d.read("mã.svg")), &svg); err != nil || svg.XMLName.Local != "svg" {
		t.Errorf("the SVG: %v, %s", err, svg.XMLName.Local)
	}
}

func TestHandouts(t *testing.T) {
	d := mustDesk(t)
	d.write(`Dữ liệu 1/office.yaml`, "name: Trung tâm xã Nà Khà\n")
	for _, tt := range []struct {
		name  string
		args  []string
		pages int
		codes int // of the birth page; a hamlet's notice has it too
	}{
		{"slip80", []string{"khai-sinh", "--layout", "slip80"}, 1, 1},
		{"a4x8", []string{"khai-sinh", "--layout", "a4x8", "--copies", "9"}, 2, 9},
		{"leaflet", []string{"khai-sinh", "--layout", "leaflet"}, 4, 1},
		{"hamlet", []string{"khai-sinh", "vneid", "--hamlet", "Nà Khà", "--households", "3"}, 6, 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := "tờ " + tt.name + ".pdf"
			var did struct {
				Pages, Bytes int
				Print        any
			}
			r := d.json(&did, append(append([]string{"handout"}, tt.args...), "--out", d.path(file))...)
			info, err := os.Stat(filepath.Join(d.dir, file))
			if r.code != 0 || err != nil || int64(did.Bytes) != info.Size() || did.Pages != tt.pages || did.Print != nil {
				t.Fatalf("exit %d, %+v, %v, %s", r.code, did, err, r.stderr)
			}
			count := 0
			for _, code := range d.codes(file) {
				if code == birthPage {
					count++
				}
			}
			if count != tt.codes {
				t.Errorf("the code is there %d times, want %d", count, tt.codes)
			}
		})
	}
}
