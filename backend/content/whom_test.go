package content_test

import (
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// Every condition of the shipped lessons can be said and read again, and each of their
// own steps and lines has a place for another one.
func TestConditionsOfTheShippedPack(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report)
	}
	places := 0
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		for _, place := range lib.Pack.WordingPlacesOf(s.Key) {
			if !guide.IsWhen(place.Target) {
				continue
			}
			places++
			when, _, there := s.ForWhom(place.Target)
			again, known := s.ReadWhen(s.SayWhen(when))
			if !there || !known {
				t.Fatalf("%s: %v is said %q", place.Target, when, s.SayWhen(when))
			}
			for _, answers := range s.Combinations() {
				if when.Holds(answers) != again.Holds(answers) {
					t.Errorf("%s: %v is read again as %v", place.Target, when, again)
					break
				}
			}
		}
	}
	if places < 1000 {
		t.Errorf("%d places", places)
	}
}
