package picture

import (
	"strings"

	"tungbuoc/backend/guide"
)

const (
	left  = 18 + margin
	inner = 324 - 2*margin
)

// blocksOf turns the parts into blocks; neighbouring tiles share a row.
func blocksOf(s guide.Screen) []block {
	var blocks []block
	for i := 0; i < len(s.Show); {
		if s.Show[i].Kind() != guide.PartTile {
			blocks = append(blocks, blockOf(s.Show[i], isTarget(s, s.Show[i])).at(i))
			i++
			continue
		}
		first, row := i, []guide.Part{}
		for i < len(s.Show) && s.Show[i].Kind() == guide.PartTile && len(row) < 3 {
			row = append(row, s.Show[i])
			i++
		}
		blocks = append(blocks, tiles(row, first, s))
	}
	return blocks
}

// at makes the block remember where its part was drawn.
func (b block) at(part int) block {
	draw := b.draw
	b.draw = func(p *pen, y float64) box {
		p.part = part
		drawn := draw(p, y)
		p.spots = append(p.spots, spot{part, drawn})
		return drawn
	}
	return b
}

func isTarget(s guide.Screen, p guide.Part) bool { return p.ID != "" && p.ID == s.Target }

func blockOf(part guide.Part, target bool) block {
	var b block
	switch part.Kind() {
	case guide.PartNotice:
		b = framed(part.Notice, tint, indigo)
	case guide.PartMessage:
		b = message(part)
	case guide.PartField:
		b = field(part)
	case guide.PartButton:
		b = button(part)
	case guide.PartLink:
		b = link(part.Link)
	case guide.PartCheck:
		b = choice(part.Check, part.On, false)
	case guide.PartChoice:
		b = choice(part.Choice, part.On, true)
	case guide.PartRow:
		b = row(part)
	case guide.PartPhoto:
		b = photo(part.Photo)
	default:
		b = plain(part.Text)
	}
	b.target = target
	return b
}

func plain(words string) block {
	lines := Wrap(words, inner, 19, false, 4)
	h := float64(len(lines)) * 25
	return block{height: h, draw: func(p *pen, y float64) box {
		p.text(lines, left, y+19, 19, 25, false, false, ink)
		return box{left, y, inner, h}
	}}
}

// framed is a message of the app in a frame with a thick left edge.
func framed(words string, fill, edge Colour) block {
	lines := Wrap(words, inner-36, 19, true, 4)
	h := float64(len(lines))*25 + 20
	return block{height: h, draw: func(p *pen, y float64) box {
		b := box{left, y, inner, h}
		p.add(rect(b, 8, fill, edge, 2), Path{Fill: edge, Ops: []Op{
			op('M', left, y, 10, 0), op('L', left, y, 8, 0), op('C', left, y, 4, 0, 0, 4, 0, 8),
			op('L', left, y, 0, h-8), op('C', left, y, 0, h-4, 4, h, 8, h), op('L', left, y, 10, h), op('Z', 0, 0),
		}})
		p.text(lines, left+24, y+28, 19, 25, true, false, ink)
		return b
	}}
}

// message is a text message: the sender above a bubble.
func message(part guide.Part) block {
	lines := Wrap(part.Message, inner-52, 19, false, 4)
	sender := Wrap(part.Value, inner, 16, true, 1)
	h := float64(len(lines))*25 + 22 + 24
	return block{height: h, draw: func(p *pen, y float64) box {
		p.text(sender, left, y+16, 16, 0, true, false, soft)
		b := box{left, y + 24, inner - 24, h - 24}
		p.add(rect(b, 18, tint, indigo, 2))
		p.text(lines, left+14, b.y+28, 19, 25, false, false, ink)
		return box{left, y, b.w, h} // with the sender: who writes is half the message
	}}
}

func field(part guide.Part) block {
	label := Wrap(part.Field, inner, 17, false, 2)
	value := Wrap(part.Value, inner-24, 19, false, 1)
	top := float64(len(label))*21 + 10 // room for the ring
	const boxHeight = 46
	return block{height: top + boxHeight, draw: func(p *pen, y float64) box {
		p.text(label, left, y+16, 17, 21, false, false, soft)
		b := box{left, y + top, inner, boxHeight}
		p.add(rect(b, 8, white, ink, 2))
		switch part.Secret {
		case guide.SecretPassword:
			p.password(b)
		case guide.SecretPasscode:
			p.passcode(b)
		case guide.SecretOTP:
			p.otp(b)
		default:
			p.fill(func() { p.text(value, left+12, b.y+30, 19, 0, false, false, ink) })
		}
		return b
	}}
}

func button(part guide.Part) block {
	lines := Wrap(part.Button, inner-28, 20, true, 3)
	h := float64(len(lines))*25 + 26
	return block{height: h, draw: func(p *pen, y float64) box {
		b := box{left, y, inner, h}
		fill, words := white, indigo
		if part.Main {
			fill, words = indigo, white
		}
		p.add(rect(b, 12, fill, indigo, 2.5))
		p.text(lines, left+inner/2, y+33, 20, 25, true, true, words)
		return b
	}}
}

func link(words string) block {
	lines := Wrap(words, inner, 19, true, 2)
	h := float64(len(lines))*27 + 4
	return block{height: h, draw: func(p *pen, y float64) box {
		p.text(lines, left, y+20, 19, 27, true, false, indigo)
		wide := 0.0
		for i, l := range lines {
			w := Width(l, 19, true)
			wide = max(wide, w)
			p.add(polyline(indigo, 2, left, y+25+float64(i)*27, left+w, y+25+float64(i)*27))
		}
		return box{left, y, max(wide, 48), h}
	}}
}

// choice is a tick box, or a round one of several.
func choice(words string, on, round bool) block {
	lines := Wrap(words, inner-42, 19, false, 3)
	h := max(float64(len(lines))*25, 30) + 4
	return block{height: h, draw: func(p *pen, y float64) box {
		x, cy := left+14.0, y+16.0
		if round {
			p.add(Circle{X: x, Y: cy, R: 12, Fill: white, Stroke: ink, Line: 2.5})
			if on {
				p.fill(func() { p.add(Circle{X: x, Y: cy, R: 6.5, Fill: indigo}) })
			}
		} else {
			p.add(Rect{X: x - 12, Y: cy - 12, W: 24, H: 24, Radius: 4, Fill: white, Stroke: ink, Line: 2.5})
			if on {
				p.fill(func() { p.add(polyline(indigo, 3.5, x-7, cy, x-2, cy+6, x+8, cy-7)) })
			}
		}
		p.text(lines, left+40, y+22, 19, 25, false, false, ink)
		return box{left, y, inner, h}
	}}
}

func row(part guide.Part) block {
	title := Wrap(part.Row, inner-30, 19, true, 2)
	value := Wrap(part.Value, inner-30, 17, false, 2)
	h := float64(len(title))*25 + float64(len(value))*22 + 18
	return block{height: h, draw: func(p *pen, y float64) box {
		p.text(title, left+4, y+27, 19, 25, true, false, ink)
		p.text(value, left+4, y+27+float64(len(title))*25-3, 17, 22, false, false, soft)
		x, cy := left+inner-14.0, y+h/2
		p.add(polyline(ink, 2.5, x-4, cy-7, x+3, cy, x-4, cy+7), polyline(line, 1.5, left, y+h, left+inner, y+h))
		return box{left, y, inner, h}
	}}
}

func photo(words string) block {
	lines := Wrap(words, inner, 17, false, 2)
	h := 92 + float64(len(lines))*22
	return block{height: h, draw: func(p *pen, y float64) box {
		b := box{left + 50, y, inner - 100, 84}
		p.add(rect(b, 8, tint, ink, 2), Circle{X: b.x + 40, Y: y + 26, R: 10, Fill: white, Stroke: soft, Line: 2})
		p.add(polyline(soft, 2.5, b.x+14, y+70, b.x+64, y+38, b.x+92, y+58, b.x+124, y+30, b.x+b.w-14, y+70))
		p.text(lines, width/2, y+106, 17, 22, false, true, ink)
		return box{left, y, inner, h}
	}}
}

// tiles is a row of up to three squares of a menu. A square shows the first
// letter of its name: real icons would have to be copied.
func tiles(parts []guide.Part, first int, s guide.Screen) block {
	const w, side = (inner - 2*10) / 3, 58
	names := make([][]string, len(parts))
	most, target := 0, false
	for i, part := range parts {
		names[i] = Wrap(part.Tile, w, 16, false, 3)
		most = max(most, len(names[i]))
		target = target || isTarget(s, part)
	}
	h := side + 8 + float64(most)*20
	return block{height: h, target: target, draw: func(p *pen, y float64) box {
		var hit box
		for i, part := range parts {
			x := left + float64(i)*(w+10)
			p.add(Rect{X: x + (w-side)/2, Y: y, W: side, H: side, Radius: 14, Fill: tint, Stroke: indigo, Line: 2})
			p.text([]string{initial(part.Tile)}, x+w/2, y+39, 26, 0, true, true, indigo)
			p.text(names[i], x+w/2, y+side+20, 16, 20, false, true, ink)
			tile := box{x, y, w, side + 8 + float64(len(names[i]))*20}
			p.spots = append(p.spots, spot{first + i, tile})
			if isTarget(s, part) {
				hit = tile
			}
		}
		return hit
	}}
}

func initial(words string) string {
	for _, r := range words {
		return strings.ToUpper(string(r))
	}
	return ""
}
