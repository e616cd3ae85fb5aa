package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestRedactor(t *testing.T) {
	linux := newRedactor(func(name string) string { return map[string]string{"HOME": "/home/lan", "USER": "lan"}[name] })
	windows := newRedactor(func(name string) string {
		return map[string]string{"USERPROFILE": `D:\Người dùng\Nguyễn Thị Lan`, "USERNAME": "Nguyễn Thị Lan"}[name]
	})
	root := newRedactor(func(name string) string { return map[string]string{"HOME": "/", "USER": "kiosk"}[name] })
	for _, tt := range []struct {
		r         redactor
		say, want string
	}{
		{linux, "Thư mục dữ liệu ghi được: /home/lan/.local/share/tungbuoc", "Thư mục dữ liệu ghi được: [thư mục người dùng]/.local/share/tungbuoc"},
		{linux, "/home/lan", "[thư mục người dùng]"},
		{linux, "/home/langson/x", "/home/[tài khoản]/x"},
		{linux, "open /home/minh/a.pdf: no such file", "open /home/[tài khoản]/a.pdf: no such file"},
		{linux, "/media/minh/USB", "/media/[tài khoản]/USB"},
		{linux, "/run/user/1000/bus and /run/media/minh/USB", "/run/user/[tài khoản]/bus and /run/media/[tài khoản]/USB"},
		{linux, "/srv/lan/x, lan truyền", "/srv/[tài khoản]/x, lan truyền"},
		{windows, `D:\Người dùng\Nguyễn Thị Lan\AppData\Local\TungBuoc`, `[thư mục người dùng]\AppData\Local\TungBuoc`},
		{windows, `open C:\Users\Trần Văn Bình\AppData\x: Access is denied.`, `open C:\Users\[tài khoản]\AppData\x: Access is denied.`},
		{windows, `c:\users\NGUYEN~1\AppData`, `c:\users\[tài khoản]\AppData`},
		{windows, `C:/Users/binh/x`, `C:/Users/[tài khoản]/x`},
		{windows, `XA-PC\nguyễn thị lan`, `XA-PC\[tài khoản]`},
		{root, "Kiosk nghỉ, kiosk mở lại; /srv/kiosk/x", "Kiosk nghỉ, kiosk mở lại; /srv/[tài khoản]/x"},
	} {
		if got := string(tt.r.clean([]byte(tt.say))); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.say, got, tt.want)
		}
		// The same in a line of the log.
		line, err := json.Marshal(map[string]string{"err": tt.say})
		if err != nil {
			t.Fatal(err)
		}
		cleaned := tt.r.clean(line)
		var got map[string]string
		if err := json.Unmarshal(cleaned, &got); err != nil || got["err"] != tt.want {
			t.Errorf("%s becomes %s, %v", line, cleaned, err)
		}
	}
	if got := string(newRedactor(func(string) string { return "" }).clean([]byte("nothing to say"))); !strings.HasPrefix(got, "nothing") {
		t.Error(got)
	}
}
