package search

import (
	"slices"
	"strings"
)

// maxExpression bounds an FTS5 expression, in syllables.
const maxExpression = 240

// anyOf is the FTS5 expression for texts with any form of any term. Syllables
// are letters and digits only, so nothing in them can be an operator.
func anyOf(questions []question) string {
	var all []string
	seen := map[string]bool{}
	for _, q := range questions {
		for _, t := range q.terms {
			for _, f := range forms(t, 0) {
				if !seen[f] && len(all) < maxExpression {
					seen[f] = true
					all = append(all, f)
				}
			}
		}
	}
	return strings.Join(all, " OR ")
}

// allOf is the FTS5 expression for texts with a form of every term that
// matters, leaving out the least important ones of a long query.
func allOf(q question) string {
	const most = 6
	terms := slices.Clone(q.terms)
	slices.SortStableFunc(terms, func(a, b term) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	var groups []string
	for _, t := range terms {
		if len(groups) < most && (t.weight >= 1 || len(groups) == 0) {
			groups = append(groups, "("+strings.Join(forms(t, fitNear*fitTyped), " OR ")+")")
		}
	}
	return strings.Join(groups, " AND ")
}

// forms lists, quoted and in a fixed order, the forms that fit at least so well.
func forms(t term, least float64) []string {
	var list []string
	for folded, f := range t.forms {
		if f.fit >= least || folded == t.folded {
			list = append(list, `"`+folded+`"`)
		}
	}
	slices.Sort(list)
	return list
}

// marked cuts a title into pieces, every second one being what the reading
// matched; the first piece may be empty. Where some of it matched in a row,
// lone syllables are left out: they catch the eye and say nothing.
func marked(r *reading, title string) []string {
	if r == nil {
		return []string{title}
	}
	runs := words(title)
	rows := false
	for i := range runs {
		runs[i].hit = r.matches(runs[i].letters)
		rows = rows || i > 0 && runs[i].hit && runs[i-1].hit
	}
	pieces := []string{""}
	inHit := false
	for i, w := range runs {
		hit := w.hit && (!rows || i > 0 && runs[i-1].hit || i+1 < len(runs) && runs[i+1].hit)
		gap := ""
		if i > 0 {
			gap = runs[i-1].gap
		}
		switch {
		case hit == inHit:
			pieces[len(pieces)-1] += gap + w.letters
		case hit: // what stands between is no part of it
			pieces[len(pieces)-1] += gap
			pieces = append(pieces, w.letters)
		default:
			pieces = append(pieces, gap+w.letters)
		}
		inHit = hit
	}
	last := runs[len(runs)-1].gap
	if inHit && last != "" {
		return append(pieces, last)
	}
	pieces[len(pieces)-1] += last
	return pieces
}

// matches says whether a word of a title is what the reading asks for.
func (r *reading) matches(letters string) bool {
	const certain = 0.8
	s := asSyllable(written(letters))
	if s.folded == "" {
		return false
	}
	for i := range r.terms {
		if fit, _ := r.terms[i].fits(s); fit >= fitSlip*certain && r.terms[i].weight >= 1 {
			return true
		}
	}
	return false
}

// word is a run of letters with what stands behind it.
type word struct {
	letters, gap string
	hit          bool
}

// words takes text apart; the first run may have no letters.
func words(text string) []word {
	list := []word{{}}
	for _, r := range text {
		last := &list[len(list)-1]
		letter := isLetter(r)
		switch {
		case letter && last.gap != "":
			list = append(list, word{letters: string(r)})
		case letter:
			last.letters += string(r)
		default:
			last.gap += string(r)
		}
	}
	return list
}
