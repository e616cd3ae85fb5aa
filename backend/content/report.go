package content

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"tungbuoc/backend/guide"
)

// Problem is one thing wrong with a pack, with its place. Line and Column
// count from 1, and are 0 for a file that is not there; Message and Mend are
// Vietnamese, for the writer.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
	Mend    string `json:"mend"`

	whole bool // it is about the file as a whole: no line of it is to be looked at
}

func (p Problem) String() string {
	if p.whole || p.Line == 0 {
		return fmt.Sprintf("%s: %s %s", p.File, p.Message, p.Mend)
	}
	return fmt.Sprintf("%s:%d:%d: %s %s", p.File, p.Line, p.Column, p.Message, p.Mend)
}

// Report says what a pack holds and everything that is wrong with it.
type Report struct {
	Edition    int       `json:"edition"`
	Services   int       `json:"services"`
	Guides     int       `json:"guides"` // full lessons
	Procedures int       `json:"procedures"`
	Apps       int       `json:"apps"`
	Tasks      int       `json:"tasks"`
	Steps      int       `json:"steps"`      // written steps, a shared flow counted once
	Rehearsals int       `json:"rehearsals"` // lessons to practise from the first to the last touch
	Screens    int       `json:"screens"`    // drawn pictures, a shared flow counted once
	Links      int       `json:"links"`
	Errors     []Problem `json:"errors"`
	Warnings   []Problem `json:"warnings"`

	Reading []guide.Reading `json:"reading,omitempty"` // a lesson each; Check only
}

func (r *Report) count(p *guide.Pack) {
	r.Edition, r.Services, r.Links = p.Info.Edition, len(p.Services), len(p.Links)
	written := func(steps []guide.Step) {
		for _, st := range steps {
			if st.Use == "" {
				r.Steps++
			}
			if st.Screen != nil {
				r.Screens++
			}
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		switch s.Kind {
		case guide.KindProcedure:
			r.Procedures++
		case guide.KindApp:
			r.Apps++
		case guide.KindTask:
			r.Tasks++
		}
		if s.HasGuide() {
			r.Guides++
		}
		if s.Rehearse {
			r.Rehearsals++
		}
		written(s.Steps)
	}
	for _, f := range p.Flows {
		written(f.All())
	}
}

func (r *Report) sort() {
	for _, list := range [][]Problem{r.Errors, r.Warnings} {
		slices.SortStableFunc(list, func(a, b Problem) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
	}
}

// newLike makes a new zero value of what ptr points at.
func newLike(ptr any) any { return reflect.New(reflect.TypeOf(ptr).Elem()).Interface() }
