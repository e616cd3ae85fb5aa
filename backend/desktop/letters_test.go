package desktop_test

import (
	"math"
	"reflect"
	"regexp"
	"strconv"
	"testing"

	"tungbuoc/backend/desktop"
)

// The drawn phone has letters as large as those around it, in the lesson and in
// the rehearsal, and places to touch where they are drawn. A size that there is
// none of is the nearest.
func TestLettersOfDrawingsGrow(t *testing.T) {
	r := mustResident(t, "")
	answers := map[string]string{"what": "password", "sim": "yes"}
	var lesson, practice [4][]float64 // the largest letters of each drawing
	var spots [4][]desktop.SpotView
	for size := range practice {
		walk, err := r.Walk("quen-mat-khau-vneid", answers, "vi", size)
		if err != nil {
			t.Fatal(err)
		}
		rehearsal, err := r.Rehearsal("quen-mat-khau-vneid", answers, "vi", size)
		if err != nil {
			t.Fatal(err)
		}
		for i, step := range walk.Steps {
			if step.Away {
				continue
			}
			lesson[size] = append(lesson[size], largestLetters(t, step.Picture))
			practice[size] = append(practice[size], largestLetters(t, rehearsal.Steps[i].Picture))
			spots[size] = append(spots[size], rehearsal.Steps[i].Spots...)
		}
	}
	for i := range practice[0] {
		// Where all that must be seen would not fit they grow by less.
		if lesson[2][i] < 1.05*lesson[0][i] || practice[1][i] < practice[0][i] || practice[2][i] < 1.1*practice[0][i] {
			t.Errorf("drawing %d: letters of %v in the lesson, %v in the rehearsal", i, column(lesson, i), column(practice, i))
		}
	}
	if len(practice[0]) == 0 || reflect.DeepEqual(spots[0], spots[3]) {
		t.Errorf("%d drawings; the places to touch do not move with the letters", len(practice[0]))
	}
	for asked, nearest := range map[int]int{-1: 0, 4: 3, math.MaxInt: 3, math.MinInt: 0} {
		walk, err := r.Rehearsal("quen-mat-khau-vneid", answers, "vi", asked)
		same, _ := r.Rehearsal("quen-mat-khau-vneid", answers, "vi", nearest)
		if err != nil || !reflect.DeepEqual(walk, same) {
			t.Errorf("size %d is not drawn as %d: %v", asked, nearest, err)
		}
	}
}

func largestLetters(t *testing.T, svg string) float64 {
	t.Helper()
	largest := 0.0
	for _, m := range regexp.MustCompile(`font-size="([\d.]+)"`).FindAllStringSubmatch(svg, -1) {
		size, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		largest = max(largest, size)
	}
	return largest
}

func column(rows [4][]float64, i int) (of []float64) {
	for _, row := range rows {
		of = append(of, row[i])
	}
	return of
}
