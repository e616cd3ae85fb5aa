package handout

import (
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Record is one A4 page of what was measured, to be signed: for a file, so with no code
// and no picture, and the same without colours.
type Record struct {
	Title, Under string
	Facts        [][2]string // what it is about: a label and what it is, in two columns
	Verdict      string
	Parts        []RecordPart
	Say          []string // smaller, under the table
	Signers      []string
	Foot         []string // smallest, at the foot: how to know it again
}

// RecordPart is lines of one kind.
type RecordPart struct {
	Title string
	Lines []RecordLine
}

// RecordLine is one thing that was measured.
type RecordLine struct {
	What, Value, Wanted string
	Mark                string // how it was; "": an empty box, for a person to tick
	Strong              bool   // to be noticed
}

// The page of a record, in millimetres.
const (
	recordSide, recordTop = 18.0, 14.0
	recordEnd             = 286.0
	recordTitle           = 6.6
	recordBody            = 3.15
	recordSmall           = 2.75
	recordFoot            = 2.45
	recordSign            = 27.0 // room for signatures
)

// The columns of its table, from the left edge of the text: where they begin and how
// wide they are.
var recordColumns = [4][2]float64{{0, 63}, {65, 50}, {117, 33}, {152, 22}}

// recordTight are spaces between lines and sizes of letters: the first with which all is
// on one page.
var recordTight = [][2]float64{{0.9, 1}, {0.6, 1}, {0.35, 1}, {0.15, 1}, {0.15, 0.94}, {0.1, 0.88}}

// Page lays the record out. Errors: CodeContent for letters that the typeface lacks,
// CodeInvalid when one page has no room for all.
func (r Record) Page() (*Page, error) {
	for _, tight := range recordTight {
		page := &Page{W: 210, H: 297}
		p := &pen{page: page, x: recordSide, y: recordTop, w: page.W - 2*recordSide}
		r.head(p)
		r.table(p, tight[0], recordBody*tight[1])
		r.feet(p)
		if err := p.err(); err != nil {
			return nil, err
		}
		if p.y <= recordEnd {
			return page, nil
		}
	}
	return nil, guide.Errorf(guide.CodeInvalid, "Một trang không đủ chỗ cho mọi mục.")
}

func (r Record) head(p *pen) {
	p.ink = indigo
	p.lines(r.Title, recordTitle, true, 1)
	p.ink = ""
	p.lines(r.Under, recordBody, false, 1)
	p.gap(1.2)
	p.rule(0.6)
	p.gap(2)
	half := (len(r.Facts) + 1) / 2
	left, right := p.part(0, p.w/2-3), p.part(p.w/2+1, p.w/2-1)
	for i, f := range r.Facts {
		column := left
		if i >= half {
			column = right
		}
		column.labelled(f[0], f[1], recordBody)
		column.gap(0.3)
	}
	p.join(left, right)
	p.gap(1.6)
	box := p.y
	p.gap(1.3)
	inside := p.part(3, p.w-6)
	inside.lines(r.Verdict, recordBody*1.2, true, 2)
	p.join(inside)
	p.gap(1.6)
	p.page.Shapes = append(p.page.Shapes, picture.Rect{X: p.x, Y: box, W: p.w, H: p.y - box, Stroke: black, Line: 0.35})
	p.gap(2.4)
}

func (r Record) table(p *pen, gap, body float64) {
	cells := func(texts [4]string, size float64, bold [4]bool) {
		var pens []*pen
		for i, text := range texts {
			cell := p.part(recordColumns[i][0], recordColumns[i][1])
			cell.lines(text, size, bold[i], 0)
			pens = append(pens, cell)
		}
		p.join(pens...)
	}
	cells([4]string{"Đo gì", "Đo được", "Cần", "Kết quả"}, recordSmall, [4]bool{true, true, true, true})
	p.gap(0.4)
	for _, part := range r.Parts {
		p.rule(0.35)
		p.gap(gap + 0.3)
		p.ink = indigo
		p.lines(part.Title, body, true, 1)
		p.ink = ""
		for i, l := range part.Lines {
			p.gap(gap)
			if i > 0 {
				p.ruled("#b8b8b8", 0.1)
				p.gap(gap)
			}
			if l.Mark == "" {
				p.part(recordColumns[3][0], recordColumns[3][1]).box(body * 1.2)
			}
			cells([4]string{l.What, l.Value, l.Wanted, l.Mark}, body, [4]bool{false, l.Strong, false, true})
		}
		p.gap(gap + 0.6)
	}
	p.rule(0.35)
	p.gap(1.2)
}

func (r Record) feet(p *pen) {
	for _, say := range r.Say {
		p.lines(say, recordSmall, false, 0)
		p.gap(0.4)
	}
	p.gap(1.6)
	var pens []*pen
	for i, who := range r.Signers {
		wide := p.w / float64(len(r.Signers))
		column := p.part(float64(i)*wide, wide)
		column.aligned(who, recordBody, true, 1, true)
		column.aligned("(ký, ghi rõ họ tên, ngày)", recordSmall, false, 1, true)
		pens = append(pens, column)
	}
	p.join(pens...)
	// Signatures have what is left, and never less.
	foot := float64(len(r.Foot))*recordFoot*leading + 1.2
	p.y = max(p.y+recordSign-8, recordEnd-foot)
	p.rule(0.2)
	p.gap(0.8)
	for _, say := range r.Foot {
		p.lines(say, recordFoot, false, 1)
	}
}
