package desktop

import (
	"io"
	"path/filepath"

	window "github.com/wailsapp/wails/v2/pkg/runtime"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/safefile"
)

// BeatView is what the page says of itself every two seconds.
type BeatView struct {
	Idle  bool `json:"idle"`  // nobody is at the kiosk: the mark is shown
	X     int  `json:"x"`     // of the mark, in pixels of the screen
	Y     int  `json:"y"`     //
	Side  int  `json:"side"`  //
	Shade int  `json:"shade"` // which of its two shades has just been painted
}

// Beat says that the page lives, to who watches over the window.
func (r *Resident) Beat(b BeatView) {
	if r.beats != nil {
		r.beats(b)
	}
}

// beat passes a beat on.
func (k *kiosk) beat(b BeatView) {
	if k.line == nil {
		return
	}
	away := k.aside.Load()
	if away && !window.WindowIsMinimised(k.ctx) { // it has come back
		k.aside.Store(false)
		away = false
	}
	word := lifeline.Word{Say: lifeline.SayBeat, Idle: b.Idle, Away: away}
	if b.Idle {
		word.Mark = &lifeline.Mark{X: b.X, Y: b.Y, Side: b.Side, Shade: b.Shade}
	}
	k.line.Say(word)
}

// obey does what who watches over the window wants.
func (k *kiosk) obey() {
	if k.line == nil {
		return
	}
	for order := range k.line.Orders {
		switch order {
		case lifeline.SayStop:
			k.end(order)
		case lifeline.SayForward:
			k.comeForward()
		}
	}
	k.log.Warn("nobody watches over the window any more")
}

// over tells who watches that the window ends as it should: it was told to, or it can
// be opened here no better a second time.
func (k *kiosk) over(err error) {
	switch guide.ErrorCode(err) {
	case "", guide.CodeNoDisplay, guide.CodeRunning, guide.CodeUnavailable:
		k.line.Say(lifeline.Word{Say: lifeline.SayEnded})
	}
}

// leaveCard leaves what the maintenance screen says of the office: when it is needed,
// nobody can be asked.
func (k *kiosk) leaveCard() {
	st, ok := k.resident.storage.Within(storageWait)
	if !ok {
		return
	}
	office := st.Office()
	text, err := maintenance.Card{Office: office.Title(""), Phone: office.Phone, Hours: office.Hours}.Text()
	if err == nil {
		err = safefile.Write(filepath.Join(k.options.DataDir, maintenance.CardName), func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	}
	if err != nil {
		k.log.Warn("office card", "err", err)
	}
}
