package paper

import (
	"context"
	"io"
	"regexp"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
)

// recoveryCode is a recovery code as it is shown.
var recoveryCode = regexp.MustCompile(`^\d{4} \d{4} \d{4}$`)

// PrintRecovery hands the recovery code to the usual printer, on a sheet of its own
// to be put away. It is in no file but the printer's: where nothing can be printed
// straight away, it is copied by hand. Errors: CodeInvalid, CodeUnavailable, those of
// printing.
func (p *Press) PrintRecovery(ctx context.Context, code string) error {
	if !recoveryCode.MatchString(code) {
		return guide.Errorf(guide.CodeInvalid, "Đây không phải mã khôi phục. Mời làm mã mới ở mục Người làm việc.")
	}
	if !p.o.Printers.Way(ctx).Direct() {
		return guide.Errorf(guide.CodeUnavailable, "Máy này chưa in thẳng được. Mời chép mã ra giấy.")
	}
	text := func(kind guide.ManualKind, say string) guide.ManualBlock {
		return guide.ManualBlock{Kind: kind, Spans: []guide.ManualSpan{{Text: say}}}
	}
	b := handout.Booklet{
		Chapters: []guide.ManualChapter{{Name: "ma-khoi-phuc", Title: "Mã khôi phục bàn in", Blocks: []guide.ManualBlock{
			text(guide.ManualHeading, code),
			text(guide.ManualText, "Quản trị quên mã PIN thì chạm “Quên mã PIN” ở bàn in, rồi bấm mã này."),
			text(guide.ManualText, "Mã dùng được một lần. Mời cất tờ này nơi có khóa, đừng để cạnh máy."),
		}}},
		Foot: "Từng Bước · in ngày " + p.o.Now().Format("02/01/2006"),
	}
	pages, err := b.Pages()
	if err != nil {
		return err
	}
	_, err = p.spool.print(ctx, "", "to", printer.Options{PaperMM: [2]float64{pages[0].W, pages[0].H}}, func(out io.Writer) error {
		return handout.WritePDF(out, handout.Document{Title: b.Title(), Made: p.o.Now()}, handout.Just(pages...).From(1))
	})
	return err
}
