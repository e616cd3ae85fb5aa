package picture

import (
	"strings"

	"tungbuoc/backend/guide"
)

// touchable is how high what can be touched is at least: 64 pixels where the
// phone is 500 wide.
const touchable = 46.0

// block is one laid-out part, or a row of tiles.
type block struct {
	parts  []int // indices in Screen.Show
	height float64
	cut    bool            // some of its words did not fit
	draw   func(y float64) // with its upper edge at y
}

// blocks turns the parts into blocks; neighbouring tiles share a row. A button
// of the page's head is not among them.
func (p *pen) blocks() []block {
	var blocks []block
	show := p.screen.Show
	for i := 0; i < len(show); {
		if p.inHead(i) {
			i++
			continue
		}
		if show[i].Kind() != guide.PartTile {
			p.cut = false
			b := p.block(show[i])
			b.parts, b.cut = []int{i}, p.cut
			draw := b.draw
			b.draw = func(y float64) {
				p.part = b.parts[0]
				draw(y)
			}
			blocks = append(blocks, b)
			i++
			continue
		}
		last := i + 1
		for last < len(show) && show[last].Kind() == guide.PartTile && last-i < 3 {
			last++
		}
		blocks = append(blocks, p.tiles(i, last)...)
		i = last
	}
	return blocks
}

// inHead says whether a part is the button in the head of the page.
func (p *pen) inHead(i int) bool {
	return p.screen.Show[i].Corner && p.screen.On == guide.SurfacePortal && p.headButton() == i
}

// headButton is the index of the button in the page's head, or -1.
func (p *pen) headButton() int {
	for i, part := range p.screen.Show {
		if part.Corner && part.Kind() == guide.PartButton {
			return i
		}
	}
	return -1
}

func (p *pen) block(part guide.Part) block {
	switch part.Kind() {
	case guide.PartNotice:
		return p.notice(part.Notice)
	case guide.PartMessage:
		return p.message(part)
	case guide.PartField:
		return p.field(part)
	case guide.PartButton:
		if p.dark {
			return p.shutter(part)
		}
		return p.button(part)
	case guide.PartLink:
		if p.dark {
			return p.bubble(part.Link)
		}
		return p.link(part.Link)
	case guide.PartCheck:
		return p.choice(part.Check, sign{on: part.On, taken: part.Untick})
	case guide.PartChoice:
		return p.choice(part.Choice, sign{on: part.On, round: true})
	case guide.PartRow:
		return p.row(part)
	case guide.PartPhoto:
		return p.photo(part.Photo)
	case guide.PartScan:
		return p.scan(part.Scan)
	}
	return p.plain(part.Text)
}

// paint is the colour of plain words here. On paper a camera's picture is
// light: a dark one takes ink, and hides the ring.
func (p *pen) paint() Colour {
	if p.dark && !p.paper {
		return white
	}
	return ink
}

func (p *pen) plain(text string) block {
	w := p.wrap(text, inner, bodySize, false, 4)
	return block{height: w.height, draw: func(y float64) {
		p.write(w, left, y, false, p.paint())
		p.put(box{left, y, inner, w.height})
	}}
}

// padding is the room over and under words in a frame, together.
func (p *pen) padding() float64 {
	if p.tight {
		return 10
	}
	return 20
}

// notice is a message of the app in a frame with a thick left edge.
func (p *pen) notice(text string) block {
	w := p.wrap(text, inner-40, bodySize, true, 4)
	h := max(w.height+p.padding(), touchable)
	return block{height: h, draw: func(y float64) {
		b := box{left, y, inner, h}
		p.add(rect(b, 10, tint, indigo, 2), Path{Fill: indigo, Ops: []Op{
			op('M', left, y, 10, 0), op('C', left, y, 4, 0, 0, 4, 0, 10),
			op('L', left, y, 0, h-10), op('C', left, y, 0, h-4, 4, h, 10, h), op('Z', 0, 0),
		}})
		p.write(w, left+24, y+(h-w.height)/2, false, ink)
		p.put(b)
	}}
}

// message is a text message: the sender above a bubble.
func (p *pen) message(part guide.Part) block {
	aside := 24.0 // a message stands at one side of the talk
	if p.tight {
		aside = 0
	}
	w := p.wrap(part.Message, inner-28-aside, bodySize, false, 4)
	sender := p.wrap(part.Value, inner, smallSize, true, 1)
	top := sender.height + 4
	h := top + max(w.height+p.padding(), touchable)
	return block{height: h, draw: func(y float64) {
		p.write(sender, left, y, false, soft)
		b := box{left, y + top, inner - aside, h - top}
		p.add(rect(b, 20, tint, indigo, 2))
		p.write(w, left+16, b.y+(b.h-w.height)/2, false, ink)
		p.put(box{left, y, b.w, h}) // with the sender: who writes is half the message
	}}
}

func (p *pen) field(part guide.Part) block {
	label := p.wrap(part.Field, inner, smallSize, false, 2)
	most := 1
	if p.letters > 1 { // a real field has one line, but a cut word says nothing
		most = 2
	}
	value := p.wrap(part.Value, inner-28, bodySize, false, most)
	top := label.height + 10 // room for the ring
	high := max(touchable, bodySize*p.letters+24, value.height+20)
	return block{height: top + high, draw: func(y float64) {
		p.write(label, left, y, false, soft)
		b := box{left, y + top, inner, high}
		p.add(rect(b, 10, white, line, 2))
		switch part.Secret {
		case guide.SecretPassword:
			p.password(b)
		case guide.SecretPasscode:
			p.passcode(b)
		case guide.SecretOTP:
			p.otp(b)
		default:
			p.fill(func() { p.write(value, left+14, b.y+(high-value.height)/2, false, ink) })
		}
		p.put(b)
	}}
}

func (p *pen) button(part guide.Part) block {
	w := p.wrap(part.Button, inner-28, buttonSize, true, 3)
	h := max(w.height+22, 48)
	return block{height: h, draw: func(y float64) {
		b := box{left, y, inner, h}
		fill, words := white, indigo
		if part.Main {
			fill, words = indigo, white
		}
		p.add(rect(b, 14, fill, indigo, 2.5))
		p.write(w, width/2, y+(h-w.height)/2, true, words)
		p.put(b)
	}}
}

func (p *pen) link(text string) block {
	w := p.wrap(text, inner-12, bodySize, true, 2)
	h := max(w.height+10, touchable)
	if p.tight && p.fills == nil { // nobody touches it
		h = w.height + 10
	}
	return block{height: h, draw: func(y float64) {
		top := y + (h-w.height)/2
		p.write(w, left+4, top, false, indigo)
		for i, l := range w.lines {
			under := top + w.size*(1.02+0.2+leading*float64(i))
			p.add(polyline(indigo, 2, left+4, under, left+4+Width(l, w.size, true), under))
		}
		p.put(box{left, y, max(w.wide()+8, touchable), h})
	}}
}

// choice is a tick box, or a round one of several.
// sign is what stands before a line that is chosen.
type sign struct {
	round bool // a dot, else a tick
	on    bool // chosen
	taken bool // a tick that a touch takes away
}

func (p *pen) choice(text string, m sign) block {
	const side = 26.0
	w := p.wrap(text, inner-side-18, bodySize, false, 4)
	h := max(w.height+8, touchable)
	return block{height: h, draw: func(y float64) {
		x, cy := left+4+side/2, y+h/2
		if m.round {
			p.add(Circle{X: x, Y: cy, R: side / 2, Fill: white, Stroke: ink, Line: 2.5})
			if m.on {
				p.fill(func() { p.add(Circle{X: x, Y: cy, R: 7, Fill: indigo}) })
			}
		} else {
			p.add(Rect{X: x - side/2, Y: cy - side/2, W: side, H: side, Radius: 5, Fill: white, Stroke: ink, Line: 2.5})
			tick := func() { p.add(polyline(indigo, 4, x-7, cy, x-2, cy+6, x+8, cy-7)) }
			switch _, later := p.fills[p.part]; {
			case m.taken:
				tick()
				if later {
					p.fill(func() {
						p.add(Rect{X: x - side/2, Y: cy - side/2, W: side, H: side, Radius: 5, Fill: white, Stroke: ink, Line: 2.5})
					})
				}
			case m.on:
				p.fill(tick)
			}
		}
		p.write(w, left+side+16, y+(h-w.height)/2, false, ink)
		p.put(box{left, y, inner, h})
	}}
}

func (p *pen) row(part guide.Part) block {
	title := p.wrap(part.Row, inner-34, bodySize, true, 3)
	value := p.wrap(part.Value, inner-34, smallSize, false, 2)
	h := max(title.height+value.height+16, touchable)
	return block{height: h, draw: func(y float64) {
		top := y + (h-title.height-value.height)/2
		p.write(title, left+6, top, false, p.paint())
		p.write(value, left+6, top+title.height, false, soft)
		x, cy := left+inner-14.0, y+h/2
		p.add(polyline(p.paint(), 2.5, x-4, cy-7, x+3, cy, x-4, cy+7))
		if !p.dark {
			p.add(polyline(grey, 2, left, y+h, left+inner, y+h))
		}
		p.put(box{left, y, inner, h})
	}}
}

// tiles are squares of a menu, as many in a row as have room for their names;
// with large letters each is a line of its own. A square shows the first
// letter of its name: real icons would have to be copied.
func (p *pen) tiles(first, last int) []block {
	const side, between = 58.0, 14.0
	count := last - first
	columns := max(count, 2)
	w := (inner - between*float64(columns-1)) / float64(columns)
	p.cut, p.less = false, false
	names := make([]words, count)
	most := 0.0
	for i := range names {
		names[i] = p.wrap(p.screen.Show[first+i].Tile, w, smallSize, false, 3)
		most = max(most, names[i].height)
	}
	if p.cut || p.less {
		var lines []block
		for i := first; i < last; i++ {
			lines = append(lines, p.tileLine(i))
		}
		return lines
	}
	b := block{height: side + 6 + most, draw: func(y float64) {
		for i, name := range names {
			p.part = first + i
			x := left + float64(i)*(w+between)
			p.icon(p.screen.Show[first+i].Tile, box{x + (w-side)/2, y, side, side})
			p.write(name, x+w/2, y+side+4, true, ink)
			p.put(box{x, y, w, side + 6 + name.height})
		}
	}}
	for i := first; i < last; i++ {
		b.parts = append(b.parts, i)
	}
	return []block{b}
}

// tileLine is a tile whose name stands beside it.
func (p *pen) tileLine(i int) block {
	const side = 50.0
	p.cut = false
	name := p.wrap(p.screen.Show[i].Tile, inner-side-14, bodySize, true, 3)
	h := max(name.height+4, side)
	return block{parts: []int{i}, height: h, cut: p.cut, draw: func(y float64) {
		p.part = i
		p.icon(p.screen.Show[i].Tile, box{left, y + (h-side)/2, side, side})
		p.write(name, left+side+14, y+(h-name.height)/2, false, ink)
		p.put(box{left, y, inner, h})
	}}
}

func (p *pen) icon(name string, b box) {
	p.add(rect(b, 15, tint, indigo, 2))
	p.text([]string{initial(name)}, b.x+b.w/2, b.y+b.h/2+9.5, 27, 0, true, true, indigo)
}

func initial(words string) string {
	for _, r := range words {
		return strings.ToUpper(string(r))
	}
	return ""
}
