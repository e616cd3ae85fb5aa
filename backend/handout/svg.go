package handout

import (
	"bytes"
	"fmt"
	"hash/fnv"

	"tungbuoc/backend/picture"
)

// SVG is the page as a picture for the staff's preview, with words as its
// title.
func (p *Page) SVG(title string) []byte {
	d := picture.Drawing{W: p.W, H: p.H, Shapes: append([]picture.Shape{
		picture.Rect{W: p.W, H: p.H, Fill: "#ffffff"},
	}, p.Shapes...), Alt: title}
	svg := bytes.TrimSuffix(d.SVG(), []byte("</svg>\n"))
	var b bytes.Buffer
	b.Write(svg)
	known := map[string]bool{}
	for _, s := range p.Stamps {
		art := inner((&picture.Drawing{W: s.Art.W, H: s.Art.H, Shapes: s.Art.Shapes}).SVG())
		id := artID(art)
		if !known[id] {
			known[id] = true
			fmt.Fprintf(&b, `<defs><g id="%s" stroke-linecap="round" stroke-linejoin="round">%s</g></defs>`, id, art)
		}
		fmt.Fprintf(&b, `<use href="#%s" transform="translate(%.4f %.4f) scale(%.6f)"/>`, id, s.X, s.Y, s.Scale)
	}
	for _, c := range p.Codes {
		fmt.Fprintf(&b, `<path transform="translate(%.4f %.4f) scale(%.6f)" fill="#000" shape-rendering="crispEdges" d="%s"/>`, c.X, c.Y, c.Module, c.Symbol.Path())
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// inner is what stands between the tags of an SVG.
func inner(svg []byte) []byte {
	_, rest, _ := bytes.Cut(svg, []byte(">"))
	return bytes.TrimSuffix(bytes.TrimSpace(rest), []byte("</svg>"))
}

// artID names a piece of art by what it is: on a screen with several previews
// the same name is always the same art.
func artID(art []byte) string {
	h := fnv.New64a()
	h.Write(art)
	return fmt.Sprintf("art-%x", h.Sum64())
}
