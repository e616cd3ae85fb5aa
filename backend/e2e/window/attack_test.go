//go:build window

package window

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// attackFor is how long the attack goes on in the suite. TUNGBUOC_ATTACK=5m is the long
// form, TUNGBUOC_SEED another attack.
const attackFor = 45 * time.Second

// Whatever keys, chords, clicks, drags and long presses come: the same process, its one
// window over the whole glass, nothing of the toolkit beside the page; and afterwards
// the first screen, which answers a touch.
func TestAttack(t *testing.T) {
	config, err := filepath.Abs("testdata/openbox.xml")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("OPENBOX_CONFIG", config)
	seed, length := uint64(17), attackFor
	if given := os.Getenv("TUNGBUOC_SEED"); given != "" {
		if seed, err = strconv.ParseUint(given, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	if given := os.Getenv("TUNGBUOC_ATTACK"); given != "" {
		if length, err = time.ParseDuration(given); err != nil {
			t.Fatal(err)
		}
	}
	s := mustScreen(t, "1366x768")
	s.end = s.end.Add(length)
	if stopped, ok := t.Deadline(); ok && stopped.Before(s.end) {
		t.Fatalf("an attack of %s does not fit: give -timeout", length)
	}
	k := s.mustKiosk()
	s.see("Sinh con")
	a := &attack{screen: s, kiosk: k, dice: rand.New(rand.NewPCG(seed, 0)), outside: s.do("outside").Names}
	a.chords = chords()
	a.dice.Shuffle(len(a.chords), func(i, j int) { a.chords[i], a.chords[j] = a.chords[j], a.chords[i] })
	t.Logf("seed %d, %s, %d chords; around the page stands %q", seed, length, len(a.chords), a.outside)

	pictures := max(length/8, time.Second)
	next := time.Now().Add(pictures)
	rounds, began := 0, time.Now()
	for end := time.Now().Add(length); time.Now().Before(end) && !t.Failed(); rounds++ {
		if rounds%2 == 0 {
			a.intoAField()
			if rounds == 0 {
				s.picture("attack-field")
			}
			a.sweep()
		} else {
			a.round()
		}
		if time.Now().After(next) {
			next = next.Add(pictures)
			s.picture(fmt.Sprintf("attack-%d", rounds))
		}
	}
	t.Logf("%d rounds in %s, %d of %d chords", rounds, time.Since(began).Round(time.Second), min(a.pressed, len(a.chords)), len(a.chords))
	if t.Failed() {
		return
	}
	a.homeAgain()
	t.Logf("home after %s", time.Since(began).Round(time.Second))
	s.picture("attack-home")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// attack is somebody with a keyboard, a mouse and time.
type attack struct {
	*screen
	kiosk   *kiosk
	dice    *rand.Rand
	chords  []string
	pressed int      // of chords
	outside []string // what belongs there
}

// names of keys, as X11 has them.
var (
	letters  = strings.Fields("a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9")
	signs    = strings.Fields("period comma semicolon colon slash minus plus equal bracketleft grave apostrophe backslash space")
	movers   = strings.Fields("Return Escape Tab ISO_Left_Tab BackSpace Delete Insert Home End Prior Next Left Right Up Down KP_0 KP_5 KP_Insert KP_Enter KP_Add")
	function = strings.Fields("F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12")
	special  = strings.Fields("Menu Print Pause Scroll_Lock Help Find Cancel Undo Redo Select Execute Super_L Alt_L Control_L Multi_key " +
		"XF86Back XF86Forward XF86Refresh XF86HomePage XF86Search XF86Mail XF86WWW XF86Favorites XF86Copy XF86Paste XF86Cut XF86Open XF86Close " +
		"XF86Reload XF86ZoomIn XF86ZoomOut XF86New XF86Save XF86Calculator XF86Explorer XF86Sleep XF86MenuKB")
	modifiers = []string{"", "ctrl+", "alt+", "shift+", "super+", "ctrl+shift+", "ctrl+alt+", "alt+shift+", "ctrl+alt+shift+", "ISO_Level3_Shift+", "ctrl+super+"}
)

// chords are all keys with all modifiers, but what ends the virtual screen itself.
func chords() []string {
	var all []string
	for _, key := range slices.Concat(letters, signs, movers, function, special) {
		for _, with := range modifiers {
			if key == "BackSpace" && strings.HasPrefix(with, "ctrl+alt") {
				continue // ends an X server
			}
			all = append(all, with+key)
		}
	}
	return all
}

func (a *attack) place() string {
	return fmt.Sprintf("%d %d", a.dice.IntN(1366), a.dice.IntN(768))
}

// chord gives the next of all, until each has been pressed, then any.
func (a *attack) chord() string {
	a.pressed++
	if a.pressed <= len(a.chords) {
		return a.chords[a.pressed-1]
	}
	return a.chords[a.dice.IntN(len(a.chords))]
}

// sweep presses forty chords one after another.
func (a *attack) sweep() {
	a.t.Helper()
	var these []string
	for range 40 {
		these = append(these, a.chord())
	}
	a.xdotool(append([]string{"key", "--delay", "4"}, these...)...)
	a.look(strings.Join(these, " "))
}

// round does twenty things in a row and then looks whether all is as it must be.
func (a *attack) round() {
	a.t.Helper()
	var script []string
	for range 20 {
		script = append(script, a.act())
	}
	// Whatever was held down is let go, as somebody who leaves does.
	script = append(script, "keyup ctrl keyup shift keyup alt keyup super mouseup 1 mouseup 2 mouseup 3")
	done := strings.Join(script, " ")
	a.xdotool(strings.Fields(done)...)
	a.look(done)
}

func (a *attack) act() string {
	pick := func(of ...string) string { return of[a.dice.IntN(len(of))] }
	held := pick("ctrl", "shift", "alt", "super")
	switch n := a.dice.IntN(20); {
	case n < 11:
		return "key --delay 4 " + a.chords[a.dice.IntN(len(a.chords))]
	case n < 13:
		return fmt.Sprintf("mousemove %s click --repeat %d --delay 60 %s", a.place(), 1+a.dice.IntN(3), pick("1", "1", "1", "2", "3", "8", "9"))
	case n < 14: // a long press
		return fmt.Sprintf("mousemove %s mousedown %s sleep 0.7 mouseup 1 mouseup 3", a.place(), pick("1", "1", "3"))
	case n < 16: // text, a picture, the page itself
		return fmt.Sprintf("mousemove %s mousedown 1 mousemove %s mousemove %s sleep 0.1 mousemove %s mouseup 1", a.place(), a.place(), a.place(), a.place())
	case n < 18: // enlarge, go back, scroll
		return fmt.Sprintf("mousemove %s keydown %s click --repeat 5 --delay 10 %s keyup %s", a.place(), held, pick("4", "5", "6", "7"), held)
	case n < 19:
		return fmt.Sprintf("mousemove %s keydown %s click %s keyup %s", a.place(), held, pick("1", "2", "3"), held)
	default: // a key that is held down
		key := pick("F10", "F7", "Tab", "Menu", "a", "Escape")
		return fmt.Sprintf("keydown %s sleep 0.8 keyup %s", key, key)
	}
}

// look fails the test when anything is not as it must be.
func (a *attack) look(after string) {
	a.t.Helper()
	var faults []string
	select {
	case <-a.kiosk.done:
		a.t.Fatalf("the kiosk ended after %s", after)
	default:
	}
	if on := a.onGlass("Từng Bước"); on != "1366x768" {
		faults = append(faults, fmt.Sprintf("the window is %q", on))
	}
	if windows := a.windows(); len(windows) != 1 {
		faults = append(faults, fmt.Sprintf("on the glass are %q", windows))
	}
	for _, name := range a.do("outside").Names {
		if !slices.Contains(a.outside, name) {
			faults = append(faults, "the toolkit shows "+name)
		}
	}
	if len(faults) > 0 {
		a.picture("failed-attack")
		a.t.Errorf("%s\nafter %s", strings.Join(faults, "\n"), after)
	}
}

// intoAField goes to the search, where the toolkit has most to offer, if the screen
// that is shown has a way there.
func (a *attack) intoAField() {
	for range 6 {
		a.xdotool("key", "Escape", "sleep", "0.1")
	}
	a.xdotool("mousemove", "683", "384", "click", "1", "sleep", "0.5", "key", "Escape", "sleep", "0.5")
	for _, name := range []string{"Tìm", "Search"} {
		if found := a.try("wait 0 %s", name); found.OK {
			a.xdotool("mousemove", strconv.Itoa(found.X+found.W/2), strconv.Itoa(found.Y+found.H/2), "sleep", "0.05", "click", "1", "sleep", "0.6")
			return
		}
	}
}

// homeAgain leaves what the attack has opened and touches a tile of the first screen.
func (a *attack) homeAgain() {
	a.t.Helper()
	names := []string{"Sinh con", "Birth"} // the attack may have chosen a language
	var tile string
	until(a.t, a.end, "the first screen", func() bool {
		for _, tile = range names {
			if a.try("wait 0 %s", tile).OK {
				return true
			}
		}
		a.xdotool("key", "Escape", "sleep", "0.2", "key", "Escape")
		if a.try("wait 0 %s", "Mời bà con chạm").OK {
			a.xdotool("mousemove", "683", "384", "sleep", "0.5", "click", "1")
		}
		return false
	})
	a.touch(tile)
	until(a.t, a.end, "the tile to open", func() bool {
		return a.try("wait 0 %s", "Làm giấy khai sinh cho con").OK || a.try("wait 0 %s", "Register a birth").OK
	})
	a.look("the way home")
}
