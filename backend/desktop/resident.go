package desktop

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// codeSizeMM is the smallest side, in millimetres, at which the hand-off
// screen shows a code. It decides the error correction level.
const codeSizeMM = 75

// wholeKiosk stands in counts for events that belong to no service.
const wholeKiosk = "kiosk"

// storageWait is how long the first screen waits for the database. A sick
// disk must not keep residents from the lessons.
const storageWait = 2 * time.Second

// Resident is what the resident's screens may call. Every method recovers
// from panics (a panic would leave the page waiting for ever), takes the
// language to answer in, and returns a [*guide.Error] on failure. None of them
// can change anything but counts.
type Resident struct {
	*office
	version string
	root    []byte // who may sign programs
	idle    IdleView
	started time.Time
	ready   atomic.Bool
	beats   func(BeatView) // tells who watches over the window; nil: nobody
}

// Boot gives all that the first screen needs.
func (r *Resident) Boot(lang string) (BootView, error) {
	return guard(r.office, "Boot", func() (BootView, error) {
		st, ok := r.storage.Within(storageWait)
		if !ok {
			st.Notice = "Thư mục dữ liệu chưa trả lời. Số lượt dùng có thể không được ghi."
		}
		own := st.OpenedMost(r.log)
		p, err := r.firstScreen(lang, own)
		if err != nil {
			return BootView{}, err
		}
		v := p.boot(st, own, r.version, r.idle.Set(st.Set))
		v.Proving = r.proving.Load()
		return v, nil
	})
}

// firstScreen presents the home screen. In the pack's own language that needs
// two small files only; the rest is read once the screen is on the glass, so
// that reading does not slow the window's start on a weak PC.
func (r *Resident) firstScreen(lang string, own []string) (presenter, error) {
	first, err := r.content.Now().First(own...)
	if err == nil && (r.ready.Load() || lang != first.Info.Languages[0]) {
		var lib *content.Library
		if lib, err = r.library(); err == nil {
			return r.presenter(lib, lang), nil
		}
	}
	if err != nil {
		return presenter{}, err
	}
	return presenter{pack: first}, nil
}

// Topic gives the list under a home tile. Error: CodeNotFound.
func (r *Resident) Topic(key, lang string) (TopicPageView, error) {
	return guard(r.office, "Topic", func() (TopicPageView, error) {
		lib, err := r.library()
		if err != nil {
			return TopicPageView{}, err
		}
		return r.presenter(lib, lang).topicPage(key)
	})
}

// Service gives a service's page. Error: CodeNotFound.
func (r *Resident) Service(key, lang string) (ServiceView, error) {
	return guard(r.office, "Service", func() (ServiceView, error) {
		lib, s, err := r.find(key)
		if err != nil {
			return ServiceView{}, err
		}
		return r.presenter(lib, lang).service(s)
	})
}

// Walk fits a service's guide to the answers given so far. size is that of the
// letters in its drawings, as [picture.LettersOf] has it. Nothing of the answers
// is kept. Error: CodeNotFound.
func (r *Resident) Walk(key string, answers map[string]string, lang string, size int) (WalkView, error) {
	return guard(r.office, "Walk", func() (WalkView, error) {
		lib, s, err := r.find(key)
		if err != nil {
			return WalkView{}, err
		}
		w, err := lib.Pack.Shown(s, answers)
		if err != nil {
			return WalkView{}, err
		}
		return r.presenter(lib, lang).walk(s, w, size), nil
	})
}

// Codes gives the verified codes of a service's hand-off. A code that cannot
// be verified is left out; when none is left, Problem says what to do.
// Error: CodeNotFound.
func (r *Resident) Codes(key, lang string) (CodesView, error) {
	return guard(r.office, "Codes", func() (CodesView, error) {
		lib, s, err := r.find(key)
		if err != nil {
			return CodesView{}, err
		}
		p := r.presenter(lib, lang)
		view := CodesView{Code: s.Code(), Codes: []CodeView{}, Phones: []PhoneView{}}
		if view.App = s.InApp(); view.App != "" {
			return view, nil
		}
		for _, name := range lib.Pack.HandoffLinks(s) {
			link, err := lib.Pack.Link(s.Links[name])
			if err != nil {
				return CodesView{}, err
			}
			if err := p.code(&view, name, link); err != nil {
				r.log.Error("code not shown", "service", s.Key, "link", link.Key, "err", err)
				view.Problem = guide.Message(err)
			}
		}
		if slices.ContainsFunc(view.Codes, func(c CodeView) bool { return c.Link == guide.LinkAndroid || c.Link == guide.LinkIOS }) {
			view.Phones = []PhoneView{{guide.LinkAndroid, picture.PictogramText("android")}, {guide.LinkIOS, picture.PictogramText("iphone")}}
		}
		if len(view.Codes) == 0 && view.Problem == "" {
			view.Problem = "Chưa có địa chỉ đã kiểm tra cho mục này. Mời ông bà hỏi cán bộ."
		}
		return view, nil
	})
}

// WiFi gives the office's network for visitors, with the code that joins a phone.
// Error: CodeNotFound when the office has none.
func (r *Resident) WiFi() (WifiView, error) {
	return guard(r.office, "WiFi", func() (WifiView, error) {
		st, ok := r.storage.Within(storageWait)
		wifi := st.Office().WiFi
		if !ok || wifi == nil {
			return WifiView{}, guide.Errorf(guide.CodeNotFound, "Ở đây chưa có Wi-Fi cho khách. Mời ông bà hỏi cán bộ.")
		}
		symbol, err := qr.ForWiFi(*wifi)
		if err != nil {
			return WifiView{}, err
		}
		return WifiView{wifi.Name, wifi.Password, CodeView{Link: guide.LinkWeb, Host: wifi.Name, Size: symbol.Side(), Path: symbol.Path()}}, nil
	})
}

// Trial gives the code to practise scanning with, and what phones show of it.
// Error: CodeUnverified.
func (r *Resident) Trial(lang string) (TrialView, error) {
	return guard(r.office, "Trial", func() (TrialView, error) {
		symbol, err := qr.ForTrial(lang)
		if err != nil {
			return TrialView{}, err
		}
		v := TrialView{Phones: []ScannedView{}, Code: CodeView{Link: guide.LinkWeb, Host: symbol.Text(), Size: symbol.Side(), Path: symbol.Path()}}
		for _, phone := range picture.Scanners() {
			v.Phones = append(v.Phones, ScannedView{string(phone), picture.ScannedText(phone)})
		}
		return v, nil
	})
}

// Count adds one to an event of a service. A count that cannot be kept is
// logged, not shown: it is the office's loss, not the resident's.
func (r *Resident) Count(service, event, detail, lang string) error {
	return r.do("Count", func() error {
		st, ok := r.storage.Within(storageWait)
		if !ok || st.DB == nil || r.proving.Load() {
			return nil
		}
		count := guide.Count{Service: service, Event: guide.Event(event), Detail: detail, Lang: lang}
		switch {
		case service == "" && count.AtStep():
			return guide.Errorf(guide.CodeInvalid, "Bước này không thuộc việc nào.")
		case service == "": // staff may be called from a screen without a service
			count.Service = wholeKiosk
		default:
			lib, _, err := r.find(service)
			if err == nil && count.AtStep() {
				_, err = lib.Pack.Place(detail) // no word but the pack's own is kept
			}
			if err != nil {
				return err
			}
		}
		lib, err := r.library()
		if err == nil {
			err = count.In(lib.Pack.Info.Languages)
		}
		if err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return st.DB.Count(ctx, count)
	})
}

// Ready is called once, when the home screen is on the glass.
func (r *Resident) Ready() {
	if r.ready.CompareAndSwap(false, true) {
		r.log.Info("home ready", "ms", time.Since(r.started).Milliseconds())
		r.content.Begin()
	}
}

func (r *Resident) find(key string) (*content.Library, *guide.Service, error) {
	r.linksKnown()
	lib, err := r.library()
	if err != nil {
		return nil, nil, err
	}
	s, err := lib.Pack.InSession(key)
	return lib, s, err
}

func (o *office) presenter(lib *content.Library, lang string) presenter {
	return presenter{pack: lib.Pack, lang: lib.In(lib.Shown(lang)), now: o.now()}
}
