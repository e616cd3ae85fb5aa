package search

// marked cuts a title into pieces, every second one being what the reading
// matched; the first piece may be empty. Where some of it matched in a row,
// lone syllables are left out: they catch the eye and say nothing.
func marked(r *reading, title string) []string {
	if r == nil {
		return []string{title}
	}
	runs := letterRuns(title)
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
		if fit, _ := r.terms[i].fitsText(s); fit >= fitSlip*certain && r.terms[i].weight >= 1 {
			return true
		}
	}
	return false
}

// letterRun is a run of letters with what stands behind it.
type letterRun struct {
	letters, gap string
	hit          bool
}

// letterRuns takes text apart; the first run may have no letters.
func letterRuns(text string) []letterRun {
	list := []letterRun{{}}
	for _, r := range text {
		last := &list[len(list)-1]
		letter := isLetter(r)
		switch {
		case letter && last.gap != "":
			list = append(list, letterRun{letters: string(r)})
		case letter:
			last.letters += string(r)
		default:
			last.gap += string(r)
		}
	}
	return list
}
