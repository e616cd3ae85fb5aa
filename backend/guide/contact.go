package guide

import "strings"

// Contact is somebody of the office or of a digital team, whom residents may
// call. It never is a resident.
type Contact struct {
	Name  string `yaml:"name" doc:"Who is called, as residents know them."`
	Phone string `yaml:"phone" doc:"The number, with digits, spaces and a leading +."`
}

const (
	maxContactName = 40 // letters
	minDigits      = 3  // 113
	maxDigits      = 15 // E.164
)

// Dialled is the number as a phone dials it: digits, and + before a country.
func (c Contact) Dialled() string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r == '-' {
			return -1
		}
		return r
	}, c.Phone)
}

// Check refuses what is no contact. Error: CodeInvalid.
func (c Contact) Check() error {
	digits := strings.TrimPrefix(c.Dialled(), "+")
	switch {
	case strings.TrimSpace(c.Name) == "" || len([]rune(c.Name)) > maxContactName || HasControl(c.Name):
		return Errorf(CodeInvalid, "Tên người liên hệ cần từ 1 đến %d chữ cái.", maxContactName)
	case len(digits) < minDigits || len(digits) > maxDigits || strings.Trim(digits, "0123456789") != "":
		return Errorf(CodeInvalid, "Số điện thoại chỉ gồm chữ số, từ %d đến %d số. Mời xem lại.", minDigits, maxDigits)
	}
	return nil
}

// Line is the contact on paper.
func (c Contact) Line() string {
	if c.Name == "" {
		return ""
	}
	return c.Name + ", ĐT " + c.Phone
}

// Check refuses a network that no phone can join. Error: CodeInvalid.
func (w WiFi) Check() error {
	switch {
	case w.Name == "" || len(w.Name) > 32:
		return Errorf(CodeInvalid, "Tên Wi-Fi cần từ 1 đến 32 chữ. Mời xem lại.")
	case w.Password != "" && (len(w.Password) < 8 || len(w.Password) > 63):
		return Errorf(CodeInvalid, "Mật khẩu Wi-Fi cần từ 8 đến 63 chữ. Mời xem lại.")
	case HasControl(w.Name + w.Password):
		return Errorf(CodeInvalid, "Tên hoặc mật khẩu Wi-Fi có ký tự lạ. Mời gõ lại.")
	}
	return nil
}

// HasControl says whether a text holds characters that nobody can see.
func HasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\uFFFD' })
}
