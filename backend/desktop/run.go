package desktop

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
	window "github.com/wailsapp/wails/v2/pkg/runtime"

	"tungbuoc/backend/closing"
	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/instance"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/screens"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/traces"
	"tungbuoc/backend/webview"
)

// Options say how to open the kiosk.
type Options struct {
	DataDir string // the office's data folder
	Assets  fs.FS  // the built pages
	Pack    fs.FS  // the content
	Version string
	Window  bool // a window with a frame instead of the full screen
}

// closeAsked is the event that tells the page that someone wants to close it.
const closeAsked = "close-asked"

// kiosk is the open window.
type kiosk struct {
	options   Options
	log       *slog.Logger
	one       *instance.Instance
	line      *lifeline.Line // to who watches over the window; nil: nobody
	meanwhile func()         // ends what installs has begun
	aside     atomic.Bool    // staff have put the window aside
	small     atomic.Bool    // and it has been seen so
	proof     sync.Once
	resident  *Resident
	staff     *Staff
	mayClose  atomic.Bool
	asked     closing.Asked
	ctx       context.Context
}

// Run opens the kiosk and returns when it has closed.
//
// Errors: CodeNoDisplay (there is no screen), CodeRunning (it is open
// already), CodeUnavailable (Windows lacks WebView2), CodeInternal (the window
// could not be made).
func Run(o Options) (err error) {
	k := &kiosk{options: o, log: slog.New(slog.DiscardHandler)}
	if !generatingBindings {
		k.line = lifeline.Join()
		ended := false // a panic is no end as it should be
		defer func() {
			if ended {
				k.over(err)
			}
		}()
		defer func() {
			if p := recover(); p != nil {
				panic(p)
			}
			ended = true
		}()
	}
	if !generatingBindings { // that run must leave no trace on the disk
		if !webview.HasScreen() {
			return guide.Errorf(guide.CodeNoDisplay, "Không có màn hình để mở Từng Bước. Mời chạy trên máy có màn hình, hoặc dùng make run để mở trên màn hình ảo.")
		}
		_ = safefile.Folder(o.DataDir, 0o700) // a failure shows when the log and the database are opened
		log, file := logbook.Open(o.DataDir)
		defer file.Close()
		k.log = log
		one, err := instance.Claim(o.DataDir, log)
		if err != nil {
			return err
		}
		defer one.Close()
		k.one = one
	}
	k.resident = NewResident(ResidentOptions{
		Log: k.log, Version: o.Version, Pack: o.Pack, Idle: KioskIdle, DataDir: o.DataDir, Voice: speech.FindVoice,
	})
	k.resident.beats = k.beat
	k.resident.proving.Store(k.line.OnTrial())
	k.staff = NewStaff(k.resident, time.Now)
	k.resident.endings = append(k.resident.endings, func(staffed bool) {
		traces.Forget(traces.What{Copied: !staffed}) // what staff have copied is for another program
	})
	k.meanwhile = k.installs()
	defer k.meanwhile()
	webview.Tune()
	if !o.Window {
		webview.Alone()
	}
	if err := wails.Run(k.window()); err != nil {
		if !webview.Installed() { // Wails has offered to fetch it
			return guide.Wrap(err, guide.CodeUnavailable, webview.Missing)
		}
		return guide.Wrap(err, guide.CodeInternal, "Không mở được cửa sổ Từng Bước. Mời khởi động lại máy; nếu vẫn lỗi, gửi tệp %s cho người hỗ trợ.", logbook.Name)
	}
	return nil
}

func (k *kiosk) window() *options.App {
	state := options.Fullscreen // the Fullscreen field does nothing on Linux
	if k.options.Window {
		state = options.Normal
	}
	return &options.App{
		Title: "Từng Bước", Width: 1366, Height: 768, MinWidth: 1024, MinHeight: 600,
		WindowStartState: state,
		BackgroundColour: options.NewRGB(0xfb, 0xf9, 0xf4),
		AssetServer:      &assetserver.Options{Assets: k.options.Assets, Middleware: k.middleware},
		Bind:             []any{k.resident, k.staff},
		ErrorFormatter:   FormatError,
		Logger:           logbook.Quiet{Log: k.log},
		LogLevel:         logger.ERROR, LogLevelProduction: logger.ERROR,
		OnStartup: k.startup, OnBeforeClose: k.beforeClose, OnShutdown: k.shutdown,
		DragAndDrop: &options.DragAndDrop{DisableWebViewDrop: true},
		Linux: &linux.Options{
			// The only policy that means what it says (see the Wails source);
			// painting in software also suits weak PCs.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
			ProgramName:      "tungbuoc",
			Messages:         &linux.Messages{WebKit2GTKMinRequired: "Máy này cần WebKit2GTK bản %s trở lên."},
		},
		Windows: &windows.Options{
			DisablePinchZoom:    true,
			Theme:               windows.Light,
			WebviewUserDataPath: filepath.Join(k.options.DataDir, "webview"),
			Messages:            webviewMessages,
		},
	}
}

// middleware stands before the built pages.
func (k *kiosk) middleware(pages http.Handler) http.Handler {
	return webview.Headers(WithSounds(k.resident, pages))
}

// webviewMessages are what Windows shows when its web view is missing.
var webviewMessages = &windows.Messages{
	InstallationRequired: "Máy chưa có WebView2. Bấm OK để tải và cài.",
	UpdateRequired:       "WebView2 trên máy đã cũ. Bấm OK để tải bản mới.",
	MissingRequirements:  "Máy thiếu phần mềm cần có",
	Webview2NotInstalled: "Máy chưa cài WebView2",
	Error:                "Có lỗi",
	FailedToInstall:      "Không cài được WebView2. Mời thử lại khi có mạng.",
	DownloadPage:         "Từng Bước cần WebView2. Bấm OK để mở trang tải.",
	PressOKToInstall:     "Bấm OK để cài.",
	ContactAdmin:         "Từng Bước cần WebView2. Mời nhờ người quản trị máy cài.",
	InvalidFixedWebview2: "Bản WebView2 chép kèm không dùng được.",
	WebView2ProcessCrash: "WebView2 bị lỗi. Mời mở lại Từng Bước.",
}

func (k *kiosk) startup(ctx context.Context) {
	k.ctx = ctx
	k.meanwhile()
	if k.one != nil {
		go k.one.Serve(k.comeForward)
	}
	asked := closing.Wanted(nil)
	go func() { k.end(<-asked) }()
	go k.obey()
	k.staff.shows(glass{ctx: ctx, aside: &k.aside, end: k.end})
	if !k.options.Window {
		go screens.Follow(time.Tick(lookAtScreens), k.monitors, k.fill)
	}
	k.log.Info("window open", "version", k.options.Version)
	if !generatingBindings {
		go k.leaveCard()
		go datafolder.Sweep(k.options.DataDir, k.log)
		go k.staff.sweep()
	}
}

// end closes the window, whoever asked for it and may.
func (k *kiosk) end(by string) {
	k.log.Info("asked to stop", "by", by)
	k.mayClose.Store(true)
	window.Quit(k.ctx)
}

func (k *kiosk) comeForward() {
	k.log.Info("second start: window brought forward")
	window.WindowUnminimise(k.ctx)
	window.WindowShow(k.ctx)
	if !k.options.Window && !window.WindowIsFullscreen(k.ctx) {
		window.WindowFullscreen(k.ctx)
	}
	window.WindowSetAlwaysOnTop(k.ctx, true)
	window.WindowSetAlwaysOnTop(k.ctx, false)
}

// lookAtScreens is how long lies between two looks at the monitors.
const lookAtScreens = 2 * time.Second

// monitors tells what the window stands on, "" while it is small.
func (k *kiosk) monitors() string {
	all, err := window.ScreenGetAll(k.ctx)
	if err != nil || window.WindowIsMinimised(k.ctx) {
		return ""
	}
	return fmt.Sprint(all)
}

// fill fills the glass that the window stands on now.
func (k *kiosk) fill() {
	k.log.Info("monitors changed: window fills the screen again")
	window.WindowUnfullscreen(k.ctx)
	window.WindowFullscreen(k.ctx)
}

// glass is the open window.
type glass struct {
	ctx   context.Context
	aside *atomic.Bool
	end   func(by string)
}

// Minimise keeps the full screen for when the window comes back.
func (g glass) Minimise() {
	g.aside.Store(true)
	window.WindowMinimise(g.ctx)
}

// Close ends the kiosk, once the page has its answer.
func (g glass) Close() { go g.end("staff") }

// Copy puts text where other programs paste from. Error: CodeUnavailable.
func (g glass) Copy(text string) error {
	if err := window.ClipboardSetText(g.ctx, text); err != nil {
		return guide.Wrap(err, guide.CodeUnavailable, "Chưa sao chép được. Mời chép đường dẫn trên màn hình bằng tay.")
	}
	return nil
}

// beforeClose refuses Alt+F4 and the like on the full screen, however often: the page
// says that staff close it behind their door.
func (k *kiosk) beforeClose(ctx context.Context) (prevent bool) {
	if k.mayClose.Load() || k.options.Window {
		return false
	}
	if k.asked.Again(time.Now()) {
		k.log.Info("close refused")
		window.EventsEmit(ctx, closeAsked)
	}
	return true
}

func (k *kiosk) shutdown(ctx context.Context) {
	k.leaveCard()
	k.resident.close(ctx)
	k.log.Info("closed")
}

// FormatError turns an error into the text the page reads.
func FormatError(err error) any {
	text, merr := json.Marshal(Failure{Code: string(guide.ErrorCode(err)), Message: guide.Message(err)})
	if merr != nil {
		return `{"code":"internal","message":""}` // two strings always encode
	}
	return string(text)
}
