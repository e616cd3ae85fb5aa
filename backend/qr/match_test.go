package qr_test

import (
	"testing"

	"tungbuoc/backend/qr"
)

func TestMatchMakesSymbolsEqual(t *testing.T) {
	const android, ios = "https://play.google.com/store/apps/details?id=vn.momo.platform.app", "https://apps.apple.com/vn/app/momo/id918751511"
	a, b := mustEncode(t, android, qr.Q), mustEncode(t, ios, qr.Q)
	if a.Size() <= b.Size() {
		t.Fatalf("sizes %d and %d: nothing to match", a.Size(), b.Size())
	}
	for _, order := range [][]*qr.Symbol{{a, b}, {b, a}} {
		got := qr.Match(order...)
		for i, s := range got {
			if s.Size() != a.Size() || s.Text() != order[i].Text() || s.Level() < qr.Q {
				t.Errorf("%s: %d modules at %s, want %d", s.Text(), s.Size(), s.Level(), a.Size())
			}
		}
	}
	if got := qr.Match(a); got[0] != a {
		t.Error("a single symbol became another")
	}
}
