package content_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
)

// leading is the small pack with all that leads to another lesson first: what one
// must have, an answer, a skill, and lines after the lesson that depend on answers.
func leading(t testing.TB) fstest.MapFS {
	t.Helper()
	pack := mustPack(t)
	edit := func(name string, pairs ...string) string {
		text := string(pack[name].Data)
		for i := 0; i < len(pairs); i += 2 {
			if !strings.Contains(text, pairs[i]) {
				t.Fatalf("%s has no %q", name, pairs[i])
			}
		}
		return strings.NewReplacer(pairs...).Replace(text)
	}
	const lesson, second = "services/khai-sinh.yaml", "services/lay-lai.yaml"
	pack[second] = &fstest.MapFile{Data: []byte(edit(lesson,
		"key: khai-sinh\n", "key: lay-lai\n", "kind: procedure\n", "kind: task\n", "codes: [\"1.001193\"]\n", "", "official: Thủ tục đăng ký khai sinh\n", "",
		"title: Làm giấy khai sinh", "title: Lấy lại mật khẩu", "sure: full", "sure: general",
		"  - use: dang-nhap\n", "  - use: dang-nhap\n    when: {married: yes}\n  - say: Chọn tỉnh\n    id: chon-tinh\n",
		"next: [{say: Chờ bản nháp.}]", "next: [{say: Chờ tin nhắn.}, {say: Giữ máy bên mình., when: {married: no}}]",
		"trouble: [{wrong: Quên mật khẩu, do: Ra Công an xã.}]", "trouble: [{wrong: Không có tin, do: Chờ thêm., when: {married: yes}}]"))}
	pack[lesson] = &fstest.MapFile{Data: []byte(edit(lesson,
		"{key: \"no\", say: Chưa}]", "{key: \"no\", say: Chưa}, {key: lost, say: Mất giấy, first: lay-lai}]",
		"  - use: dang-nhap\n", "  - use: dang-nhap\n  - say: Chọn tỉnh\n    id: chon-tinh\n"))}
	pack["flows/dang-nhap.yaml"] = &fstest.MapFile{Data: []byte(edit("flows/dang-nhap.yaml",
		"title: Đăng nhập\n", "title: Đăng nhập\nready: [mat-khau]\nbrief:\n  say: Đăng nhập cổng\n  id: dang-nhap-cong\n"))}
	pack["pack.yaml"] = &fstest.MapFile{Data: append(pack["pack.yaml"].Data,
		"ready:\n  - key: mat-khau\n    say: Nhớ mật khẩu\n    icon: key\n    missing: Làm bài này trước.\n    first: lay-lai\n"...)}
	if _, r := content.Check(pack, today); len(r.Errors) > 0 {
		t.Fatalf("the test's own pack has errors: %v", r.Errors)
	}
	return pack
}

// What is wrong with what comes first is said at its line.
func TestWhatComesFirstIsWrongAtItsLine(t *testing.T) {
	const lesson, second, flow = "services/khai-sinh.yaml", "services/lay-lai.yaml", "flows/dang-nhap.yaml"
	for name, tt := range map[string]struct {
		file, old, new string
		in             string
		line           int
		says           string
	}{
		"back again":            {second, "say: Chưa}]", "say: Chưa}, {key: gone, say: Mất, first: khai-sinh}]", second, 14, "đi vòng: khai-sinh → lay-lai → khai-sinh"},
		"needed all the same":   {second, "    when: {married: yes}\n", "", "pack.yaml", 13, "Thiếu “mat-khau” thì tới bài “lay-lai”"},
		"needed by nothing":     {flow, "ready: [mat-khau]\n", "", "pack.yaml", 9, "Không đoạn bước nào cần"},
		"needed twice":          {flow, "[mat-khau]", "[mat-khau, mat-khau]", flow, 3, "ghi hai lần"},
		"a flow that asks":      {flow, "    secret: password", "    secret: password\n    when: {married: yes}", flow, 13, "không hỏi gì nên không có when"},
		"a paper for nobody":    {lesson, "when: {married: no}", "when: {married: lost}", lesson, 30, "trả lời “Mất giấy” ở câu “Bố mẹ đã đăng ký kết hôn chưa?” thì sang bài “lay-lai” trước"},
		"all of nothing":        {lesson, "  - say: Chọn xã\n", "  - say: Chọn xã\n    whole: true\n", lesson, 38, "không dùng đoạn chung nào"},
		"answers that are one":  {lesson, "    when: {married: no}\n", "", lesson, 16, "các câu trả lời đi tiếp ra cùng một bài: “Rồi”, “Chưa”"},
		"the next one to ready": {"pack.yaml", "first: lay-lai", "first: lay-lay", "pack.yaml", 13, "Không có việc “lay-lay”"},
	} {
		t.Run(name, func(t *testing.T) {
			pack := leading(t)
			text := string(pack[tt.file].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("%s has no %q", tt.file, tt.old)
			}
			pack[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.old, tt.new, 1))}
			_, r := content.Check(pack, today)
			for _, p := range append(r.Errors, r.Warnings...) {
				if p.File == tt.in && p.Line == tt.line && strings.Contains(p.Message, tt.says) && p.Mend != "" {
					return
				}
			}
			t.Errorf("nothing at %s:%d saying %q in\n%v\n%v", tt.in, tt.line, tt.says, r.Errors, r.Warnings)
		})
	}
}
