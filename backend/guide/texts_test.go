package guide_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

func TestTexts(t *testing.T) {
	s := &guide.Service{
		Title: "Khai sinh", Official: "Tên trong sổ", Names: []string{"giấy khai sinh"},
		Fee:       &guide.Claim{Say: "Không mất tiền", Source: "luat"},
		Watch:     []guide.Line{{}, {Say: "Đừng chờ", Source: "cong"}},
		Facts:     []guide.Fact{{Ask: "Sinh ở đâu?", Answers: []guide.Answer{{Say: "Ở trạm"}}}},
		Checklist: []guide.Item{{Say: "Giấy chứng sinh", Note: "Ở trạm", Source: "luat"}},
		Steps: []guide.Step{{Use: "dang-nhap"}, {Say: "Chạm nút", Why: "Để mở", Source: "cong", Screen: &guide.Screen{
			Title: "Trang", Show: []guide.Part{{Button: "Nộp", Wrong: "Chưa phải"}},
		}}},
		Trouble: []guide.Trouble{{Wrong: "Máy báo lỗi", Do: "Chờ", Source: "cong"}},
	}
	want := []guide.Text{
		{Path: "title", Say: "Khai sinh"}, {Path: "fee.say", Say: "Không mất tiền"}, {Path: "watch[1].say", Say: "Đừng chờ"},
		{Path: "facts[0].ask", Say: "Sinh ở đâu?"}, {Path: "facts[0].answers[0].say", Say: "Ở trạm"},
		{Path: "checklist[0].say", Say: "Giấy chứng sinh"}, {Path: "checklist[0].note", Say: "Ở trạm"},
		{Path: "steps[1].say", Say: "Chạm nút"}, {Path: "steps[1].why", Say: "Để mở"}, {Path: "steps[1].screen.show[0].wrong", Say: "Chưa phải"},
		{Path: "trouble[0].wrong", Say: "Máy báo lỗi"}, {Path: "trouble[0].do", Say: "Chờ"},
	}
	if got := guide.Texts(s); !slices.Equal(got, want) {
		t.Errorf("texts %+v\nwant %+v", got, want)
	}
	if got := guide.Texts(s.Steps[1]); len(got) != 3 || got[0] != (guide.Text{Path: "say", Say: "Chạm nút"}) {
		t.Errorf("texts of a step, given as a value: %+v", got)
	}
	sourced := []guide.Sourced{
		{Path: "fee", Source: "luat", Say: "Không mất tiền"}, {Path: "watch[1]", Source: "cong", Say: "Đừng chờ"},
		{Path: "checklist[0]", Source: "luat", Say: "Giấy chứng sinh"}, {Path: "steps[1]", Source: "cong", Say: "Chạm nút"},
		{Path: "trouble[0]", Source: "cong", Say: "Máy báo lỗi"},
	}
	if got := guide.SourcedIn(s); !slices.Equal(got, sourced) {
		t.Errorf("lines %+v\nwant %+v", got, sourced)
	}
}

// No text that residents read is in a place where the walk does not look.
func TestEveryTextIsWalked(t *testing.T) {
	var fill func(v reflect.Value, depth int) int
	fill = func(v reflect.Value, depth int) (texts int) {
		switch v.Kind() {
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			return fill(v.Elem(), depth)
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range v.Len() {
				texts += fill(v.Index(i), depth)
			}
		case reflect.Map:
			if v.Type().Elem().Kind() == reflect.Struct {
				t.Errorf("%s: a walk does not go into maps", v.Type())
			}
		case reflect.Struct:
			if depth == 0 {
				t.Fatalf("%s: too deep", v.Type())
			}
			for i := range v.NumField() {
				field := v.Type().Field(i)
				if field.Tag.Get("lang") == "yes" {
					if field.Type.Kind() != reflect.String {
						t.Errorf("%s.%s: only a string can be translated", v.Type(), field.Name)
						continue
					}
					v.Field(i).SetString("câu")
					texts++
				} else {
					texts += fill(v.Field(i), depth-1)
				}
			}
		}
		return texts
	}
	var p guide.Pack
	want := fill(reflect.ValueOf(&p).Elem(), 12)
	if got := len(guide.Texts(&p)); got != want || want < 50 {
		t.Errorf("%d texts, want %d", got, want)
	}
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct{ got, want []string }{
		{guide.Step{Say: "Chạm nút.", Why: "Để mở."}.Unit(), []string{"Chạm nút.", "Để mở."}},
		{guide.Step{Say: "Chạm nút."}.Unit(), []string{"Chạm nút."}},
		{guide.Step{Use: "dang-nhap"}.Unit(), nil},
		{guide.Item{Say: "Giấy.", Note: "Bản chính."}.Unit(), []string{"Giấy.", "Bản chính."}},
		{guide.Item{Note: "Bản chính."}.Unit(), nil},
	} {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("unit %q, want %q", tt.got, tt.want)
		}
	}
}

// A sentence is as long as it is read: an abbreviation of the table does not
// part it, the end of a line does.
func TestLengthIsThatOfWhatIsRead(t *testing.T) {
	table := guide.Speech{Read: []guide.SayAs{{Write: []string{"TP."}, Say: "thành phố"}}}
	for _, tt := range []struct {
		text string
		long bool // over MaxSentence
	}{
		{"Ông bà mang giấy tới nhà của tổ ở TP. Tuyên Quang rồi chờ cô chú gọi tên ông bà vào nhé.", true},
		{"Ông bà mang giấy tới nhà của tổ ở đây. Rồi chờ cô chú gọi tên ông bà vào nhé.", false},
		{"Ông bà mang giấy tới nhà của tổ ở đây\nrồi ngồi chờ cô chú gọi tên ông bà vào nhé cùng con", false},
		{"Ông bà nói: \"Cháu ơi giúp ông bà với.\" Rồi chờ cô chú gọi tên ông bà vào nhé các cháu.", false},
	} {
		p := &guide.Pack{Speech: table, Services: []guide.Service{{Key: "a", Summary: tt.text}}}
		long := slices.ContainsFunc(p.Proofread(time.Time{}), func(problem guide.Problem) bool {
			return strings.HasPrefix(problem.Message, "Câu dài")
		})
		if long != tt.long {
			t.Errorf("%q: too long is %v", tt.text, long)
		}
		read := 0
		for _, at := range table.Splitter().Split(tt.text) {
			read = max(read, len(strings.Fields(tt.text[at.From:at.To])))
		}
		if read > guide.MaxSentence != tt.long {
			t.Errorf("%q: %d syllables are read in one go", tt.text, read)
		}
	}
}
