package printer

import "testing"

func TestMediaOfAQueue(t *testing.T) {
	names := func(custom bool, usual string, sizes ...string) queue {
		m := message{groups: []group{{tag: tagPrinter}}}
		if custom {
			sizes = append(sizes, "custom_min_48x60mm", "custom_max_80x600mm")
		}
		m.add("media-supported", keywords(append(sizes, "tray-1"))...)
		m.add("media-default", text(tagKeyword, usual))
		return readQueue(m.groups[0])
	}
	a4, a5, a6, letter := "iso_a4_210x297mm", "iso_a5_148x210mm", "iso_a6_105x148mm", "na_letter_8.5x11in"
	short, long, longest := "om_w227h283_80x99.8mm", "om_w227h567_80x200mm", "om_w227h842_80x297mm"
	office := names(false, a4, a5, a4, a6, letter)
	for _, tt := range []struct {
		name string
		q    queue
		mm   [2]float64
		want string // "": refused
	}{
		{"not told", queue{}, [2]float64{80, 152}, "Custom.80x152mm"},
		{"A4", office, [2]float64{210, 297}, a4},
		{"a leaflet lies", office, [2]float64{297, 210}, a4},
		{"A6", office, [2]float64{105, 148}, a6},
		{"A3 on an office printer", office, [2]float64{297, 420}, ""},
		{"A6 where there is A4 only", names(false, a4, a4, letter), [2]float64{105, 148}, a4},
		{"A4 where there is Letter only", names(false, letter, letter), [2]float64{210, 297}, ""},
		{"a slip on an office printer", office, [2]float64{80, 152}, a4},
		{"a slip, any length", names(true, short, short), [2]float64{80, 152.4}, "Custom.80x152.4mm"},
		{"a slip longer than any", names(true, short, short), [2]float64{80, 700}, ""},
		{"a slip shorter than any", names(true, short, short), [2]float64{80, 40}, "Custom.80x60mm"},
		{"a head of 72 mm", names(true, short, "om_x_72x100mm"), [2]float64{80, 152}, "Custom.80x152mm"},
		{"a slip on a short roll", names(false, short, short), [2]float64{80, 152}, ""},
		{"a short slip on a short roll", names(false, short, short), [2]float64{80, 98}, short},
		{"only the edges are cut", names(false, short, short), [2]float64{80, 105}, short},
		{"a slip on long rolls", names(false, longest, short, longest, long), [2]float64{80, 152}, long},
		{"a roll that is said to be 72", names(false, "om_x_72x200mm", "om_x_72x200mm"), [2]float64{80, 152}, "om_x_72x200mm"},
		{"a roll of 58", names(false, "om_x_58x200mm", "om_x_58x200mm"), [2]float64{80, 152}, ""},
		{"A4 on a roll", names(true, short, short), [2]float64{210, 297}, ""},
	} {
		if got, ok := tt.q.media(tt.mm); ok != (tt.want != "") || got != tt.want {
			t.Errorf("%s: got %q, %v, want %q", tt.name, got, ok, tt.want)
		}
	}
}
