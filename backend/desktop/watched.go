package desktop

import (
	"context"
	"io"
	"path/filepath"
	"time"

	window "github.com/wailsapp/wails/v2/pkg/runtime"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/webview"
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
	switch small := away && window.WindowIsMinimised(k.ctx); {
	case small:
		k.small.Store(true)
	case away && k.small.Swap(false): // it was small, and has come back
		k.aside.Store(false)
		away = false
	}
	word := lifeline.Word{Say: lifeline.SayBeat, Idle: b.Idle, Away: away}
	if b.Idle {
		word.Mark = &lifeline.Mark{X: b.X, Y: b.Y, Side: b.Side, Shade: b.Shade}
	}
	k.line.Say(word)
	if b.Idle && k.line.OnTrial() { // the first screen is really there
		k.proof.Do(func() { go k.prove() })
	}
}

// installs tells who watches that somebody is asked about the web view, which Windows
// lacks, and may be fetching it: that takes as long as it takes. done ends it.
func (k *kiosk) installs() (done func()) {
	if k.line == nil || webview.Installed() {
		return func() {}
	}
	ctx, done := context.WithCancel(context.Background())
	go func() {
		for {
			k.line.Say(lifeline.Word{Say: lifeline.SayBeat})
			select {
			case <-ctx.Done():
				return
			case <-time.After(2 * time.Second):
			}
		}
	}()
	return done
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
		case lifeline.SayGood:
			k.good()
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
