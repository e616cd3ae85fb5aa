package content_test

import (
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// On every way through every lesson the minutes of the chapters add up to those
// of the whole, and none takes longer than the page of its service says.
func TestMinutesAddUpInEveryLesson(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	ways := 0
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		shown, err := lib.Pack.ShownSteps(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, answers := range s.Combinations() {
			walk, err := lib.Pack.Walk(s, answers)
			if err != nil {
				t.Fatal(err)
			}
			whole := guide.Minutes(walk.Steps)
			if len(walk.Steps) > 0 && whole > guide.Minutes(shown) {
				t.Errorf("%s %v takes %d minutes, its page says %d", s.Key, answers, whole, guide.Minutes(shown))
			}
			chapters := guide.Chapters(walk.Steps)
			if chapters == nil {
				continue
			}
			ways++
			sum := 0
			for _, minutes := range guide.MinutesOf(chapters, walk.Steps) {
				sum += minutes
			}
			if sum != whole {
				t.Errorf("%s %v: the chapters take %d minutes, the whole %d", s.Key, answers, sum, whole)
			}
		}
	}
	if ways < 100 {
		t.Errorf("only %d ways with chapters", ways)
	}
}
