package qr_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

var portal = []guide.Host{{Host: "dichvucong.gov.vn", Name: "Cổng"}}

// The smallest symbols of these links at Q, at M, mislead the detector: they
// must get another shape, not be refused, and one whose modules can be read.
func TestMisleadingLinkGetsAnotherShape(t *testing.T) {
	for _, tt := range []struct {
		id      string
		mm      float64
		refused qr.Level
		want    qr.Level
		version int
	}{
		{"019d2bfd-8e22-77ef-819f-e49460350904", 75, qr.Q, qr.H, 8},
		{"019d2bfd-8e22-77ef-819f-e49460350904", 27, qr.Q, qr.M, 5},   // there is no room for H
		{"019f020e-c54c-712e-8ecc-9a978b468a04", 23, qr.M, qr.M, 5},   // nor for a larger one: another mask
		{"019ece6b-c929-77cc-95ed-be130d4951a0", 22.5, qr.M, qr.M, 5}, // the least room there is
	} {
		link := guide.Link{URL: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/" + tt.id}
		if _, err := qr.Encode(link.URL, tt.refused); guide.ErrorCode(err) != guide.CodeUnverified {
			t.Fatalf("%s at %s: %v; choose another link for this test", tt.id, tt.refused, err)
		}
		s, host, err := qr.ForLink(link, portal, tt.mm)
		if err != nil {
			t.Errorf("%s at %g mm: %v", tt.id, tt.mm, err)
			continue
		}
		if s.Text() != link.URL || s.Level() != tt.want || s.Version() != tt.version || host.Name != "Cổng" || !reads(t, s, link.URL) {
			t.Errorf("%s at %g mm: %s, version %d, %q", tt.id, tt.mm, s.Level(), s.Version(), s.Text())
		}
	}
}

// Codes that were refused: the symbol at Q, without a word about the character
// set, misleads the detector. Those in ASCII still do.
func TestMisleadingFormsGetAnotherShape(t *testing.T) {
	wifi := func(name, password string) (*qr.Symbol, error) {
		return qr.ForWiFi(guide.WiFi{Name: name, Password: password})
	}
	contact := func(name, phone string) (*qr.Symbol, error) {
		return qr.ForContact(guide.Contact{Name: name, Phone: phone})
	}
	for _, tt := range []struct {
		make   func() (*qr.Symbol, error)
		want   string
		misled bool
	}{
		{func() (*qr.Symbol, error) { return wifi("Wifi mien phi", "054492732") }, "WIFI:T:WPA;S:Wifi mien phi;P:054492732;;", true},
		{func() (*qr.Symbol, error) { return wifi("Wifi mien phi", "012268411") }, "WIFI:T:WPA;S:Wifi mien phi;P:012268411;;", true},
		{func() (*qr.Symbol, error) { return wifi("Một cửa", "000067994283") }, "WIFI:T:WPA;S:Một cửa;P:000067994283;;", false},
		{func() (*qr.Symbol, error) { return qr.ForPhone("0853840397") }, "tel:0853840397", true},
		{func() (*qr.Symbol, error) { return qr.ForPhone("0363545388") }, "tel:0363545388", true},
		{func() (*qr.Symbol, error) { return contact("Triệu Thị Lan", "0578704738") }, "MECARD:N:Triệu Thị Lan;TEL:0578704738;;", false},
		{func() (*qr.Symbol, error) { return contact("Nông Thị Dũng", "0233367344") }, "MECARD:N:Nông Thị Dũng;TEL:0233367344;;", false},
	} {
		if _, err := qr.Encode(tt.want, qr.Q); tt.misled && guide.ErrorCode(err) != guide.CodeUnverified {
			t.Errorf("%s at Q: %v; choose another text for this test", tt.want, err)
		}
		s, err := tt.make()
		if err != nil {
			t.Errorf("%s: %v", tt.want, err)
			continue
		}
		if s.Text() != tt.want || !reads(t, s, tt.want) {
			t.Errorf("%s: the code says %q", tt.want, s.Text())
		}
	}
}

// vietnamese are names whose UTF-8 zbar reads as Chinese where it is not
// announced, among others.
var vietnamese = []string{
	"Xã Lâm Bình", "Chẩu Văn Páo", "Nông Đức Dũng", "Triệu Thị Lan", "Một cửa", "Lý Thị Mỷ", "Hoàng Văn Ơn",
	"Phường Minh Xuân", "Ma Thị Khoẻ", "Đặng Thế Sơn", "Quan Ngọc Yến", "Trung tâm PVHCC", "Wifi mien phi",
}

// No text of a form is refused. One in 300 to 1,000 needs another shape; the
// seed gives some of each.
func TestNoFormIsRefused(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 1))
	digits := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteByte(byte('0' + random.IntN(10)))
		}
		return b.String()
	}
	others := 0
	see := func(s *qr.Symbol, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
			return
		}
		if s.Level() != qr.Q {
			others++
		}
	}
	for range 150 {
		name := vietnamese[random.IntN(len(vietnamese))]
		see(qr.ForWiFi(guide.WiFi{Name: name, Password: digits(8 + random.IntN(5))}))
		see(qr.ForPhone("0" + digits(9)))
		see(qr.ForContact(guide.Contact{Name: name, Phone: "0" + digits(9)}))
	}
	if others == 0 {
		t.Error("every text was read in its first shape: choose another seed for this test")
	}
}

// A reader of another family must read Vietnamese without being told the
// character set, in every size that a form can need, and every mask.
func TestVietnameseReadByZbar(t *testing.T) {
	var all []*qr.Symbol
	add := func(s *qr.Symbol, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
			return
		}
		all = append(all, s)
	}
	for _, name := range vietnamese {
		add(qr.ForWiFi(guide.WiFi{Name: name, Password: "xinchao1"}))
		add(qr.ForContact(guide.Contact{Name: name, Phone: "0207 111 1111"}))
	}
	versions := map[string]bool{}
	for n := 1; n < 120; n += 4 {
		for _, level := range []qr.Level{qr.M, qr.Q, qr.H} {
			s, err := qr.Encode(strings.Repeat("Ệ1", n/2)+strings.Repeat("x", n%2+1), level)
			if err != nil { // misleads the detector, or is too long
				continue
			}
			if key := fmt.Sprint(level, s.Version()); !versions[key] {
				versions[key] = true
				all = append(all, s)
			}
		}
	}
	for mask := 1; mask <= 8; mask++ {
		add(qr.UnderMask("https://dichvucong.gov.vn/", qr.Q, mask))
		add(qr.UnderMask("WIFI:S:Xã Lâm Bình;;", qr.M, mask))
	}
	if len(versions) < 30 {
		t.Errorf("%d levels and versions tried, want at least 30", len(versions))
	}
	dir := t.TempDir()
	for i, s := range all {
		data, err := s.PNG((s.Size() + 2*qr.QuietZone) * 5)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, fmt.Sprintf("%d.png", i))
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := zbar(t, file); got != s.Text() {
			t.Errorf("%q at %s, version %d: zbar reads %q", s.Text(), s.Level(), s.Version(), got)
		}
	}
}

func TestForOffice(t *testing.T) {
	o := guide.Office{WiFi: &guide.WiFi{Name: "Wifi mien phi", Password: "054492732"}, Team: &guide.Contact{Name: "Tổ công nghệ số", Phone: "0363545388"}}
	if made, err := qr.ForOffice(o); made != 3 || err != nil {
		t.Errorf("%d, %v", made, err)
	}
	o.WiFi.Password = "short"
	if made, err := qr.ForOffice(o); made != 2 || guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a bad password: %d, %v", made, err)
	}
	if made, err := qr.ForOffice(guide.Office{Phone: "0207 111 1111 (giờ hành chính)"}); made != 0 || err != nil {
		t.Errorf("an office without codes: %d, %v", made, err)
	}
	restore := qr.FailVerification(fmt.Errorf("smudged"))
	defer restore()
	qr.EmptyCache()
	made, err := qr.ForOffice(guide.Office{WiFi: &guide.WiFi{Name: "Mot cua", Password: "xinchao1"}})
	if made != 0 || guide.ErrorCode(err) != guide.CodeUnverified || !strings.Contains(guide.Message(err), "mật khẩu Wi-Fi") {
		t.Errorf("unreadable: %d, %v", made, err)
	}
}
