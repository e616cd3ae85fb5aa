package desktop

import (
	"context"

	window "github.com/wailsapp/wails/v2/pkg/runtime"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/proof"
)

// provenEvent is the event that tells the page that people may come in.
const provenEvent = "proven"

// prove says to who watches whether this program, which is tried for the first time,
// can do what a kiosk is for. The first screen is painted by now.
func (k *kiosk) prove() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	st, _ := k.resident.storage.Within(patience)
	why, err := proof.Of(ctx, st.DB, k.resident.library, k.resident.now())
	if err != nil {
		k.log.Error("this program is not good", "why", why, "err", err)
		k.line.Say(lifeline.Word{Say: lifeline.SayUnfit, Why: why})
		return
	}
	k.log.Info("this program has proven itself")
	k.line.Say(lifeline.Word{Say: lifeline.SayProven, Grown: st.DB.Grown()})
}

// good lets people in.
func (k *kiosk) good() {
	k.resident.proving.Store(false)
	window.EventsEmit(k.ctx, provenEvent)
}

// shut refuses staff while it is not known whether this program stays: what they wrote
// would be lost with it. Error: CodeBusy.
func (o *office) shut() error {
	if o.proving.Load() {
		return guide.Errorf(guide.CodeBusy, "Máy đang mở thử bản mới. Mời chờ một phút rồi thử lại.")
	}
	return nil
}
