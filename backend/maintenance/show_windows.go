package maintenance

import (
	"context"
	"errors"
	"image"
	"runtime"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	gdi32            = windows.NewLazySystemDLL("gdi32.dll")
	kernel32         = windows.NewLazySystemDLL("kernel32.dll")
	registerClass    = user32.NewProc("RegisterClassExW")
	unregisterClass  = user32.NewProc("UnregisterClassW")
	createWindow     = user32.NewProc("CreateWindowExW")
	destroyWindow    = user32.NewProc("DestroyWindow")
	defWindowProc    = user32.NewProc("DefWindowProcW")
	getMessage       = user32.NewProc("GetMessageW")
	dispatchMessage  = user32.NewProc("DispatchMessageW")
	postMessage      = user32.NewProc("PostMessageW")
	beginPaint       = user32.NewProc("BeginPaint")
	endPaint         = user32.NewProc("EndPaint")
	getSystemMetrics = user32.NewProc("GetSystemMetrics")
	setForeground    = user32.NewProc("SetForegroundWindow")
	setDIBits        = gdi32.NewProc("SetDIBitsToDevice")
	getModule        = kernel32.NewProc("GetModuleHandleW")
)

const (
	wsPopupVisible = 0x90000000
	wsExTopmost    = 0x8
	wmDestroy      = 0x2
	wmPaint        = 0xf
	wmClose        = 0x10
	wmKeyDown      = 0x100
	wmAnswer       = 0x8001 // WM_APP+1: the screen has done its work
	vkReturn       = 0x0d
)

type wndClass struct {
	size, style                        uint32
	proc                               uintptr
	clsExtra, wndExtra                 int32
	instance, icon, cursor, background uintptr
	menu, class                        *uint16
	small                              uintptr
}

type message struct {
	window         uintptr
	message        uint32
	wParam, lParam uintptr
	time           uint32
	x, y           int32
	private        uint32
}

type paintStruct struct {
	dc       uintptr
	erase    int32
	rect     [4]int32
	restore  int32
	update   int32
	reserved [32]byte
}

type bitmapInfo struct {
	size          uint32
	width, height int32
	planes, bits  uint16
	rest          [6]uint32
}

// current is the screen that is shown; there is never more than one.
var current *show

// procedure is made once: Windows' callbacks are never given back.
var procedure = sync.OnceValue(func() uintptr {
	return windows.NewCallback(func(window, what, wParam, lParam uintptr) uintptr {
		return current.on(window, uint32(what), wParam, lParam)
	})
})

type show struct {
	drawn *image.RGBA
	keys  closer
}

// Show draws the screen over the whole glass until another try is due (wait), somebody
// asks for one, staff close it or ctx ends. Error: what the system says.
func Show(ctx context.Context, c Card, tries int, wait time.Duration) (Answer, error) {
	runtime.LockOSThread() // a window belongs to its thread
	defer runtime.UnlockOSThread()
	const screenWidth, screenHeight = 0, 1
	width, _, _ := getSystemMetrics.Call(screenWidth)
	height, _, _ := getSystemMetrics.Call(screenHeight)
	img, err := picture(int(int32(width)), int(int32(height)), say(c, tries, wait))
	if err != nil {
		return TryAgain, err
	}
	s := &show{drawn: img}
	window, done, err := s.open(int32(width), int32(height))
	if err != nil {
		return TryAgain, err
	}
	defer done()

	ended := make(chan struct{})
	defer close(ended)
	go func() {
		due := time.NewTimer(wait)
		defer due.Stop()
		answer := TryAgain
		select {
		case <-ctx.Done():
			answer = Leave
		case <-due.C:
		case <-ended:
			return
		}
		_, _, _ = postMessage.Call(window, wmAnswer, uintptr(answer), 0)
	}()
	var m message
	for {
		more, _, err := getMessage.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0)
		switch {
		case int32(more) < 0:
			return TryAgain, err
		case more == 0:
			return Leave, nil
		case m.message == wmAnswer:
			return Answer(m.wParam), nil
		case m.message == wmKeyDown && m.wParam == vkReturn:
			return TryAgain, nil
		}
		_, _, _ = dispatchMessage.Call(uintptr(unsafe.Pointer(&m)))
	}
}

func (s *show) open(width, height int32) (window uintptr, done func(), err error) {
	name, err1 := windows.UTF16PtrFromString("TungBuocMaintenance")
	text, err2 := windows.UTF16PtrFromString("Từng Bước")
	if err := errors.Join(err1, err2); err != nil {
		return 0, nil, err
	}
	instance, _, _ := getModule.Call(0)
	current = s
	class := wndClass{proc: procedure(), instance: instance, class: name}
	class.size = uint32(unsafe.Sizeof(class))
	if ok, _, err := registerClass.Call(uintptr(unsafe.Pointer(&class))); ok == 0 {
		return 0, nil, err
	}
	window, _, err = createWindow.Call(wsExTopmost, uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(text)), wsPopupVisible,
		0, 0, uintptr(width), uintptr(height), 0, 0, instance, 0)
	if window == 0 {
		_, _, _ = unregisterClass.Call(uintptr(unsafe.Pointer(name)), instance)
		return 0, nil, err
	}
	_, _, _ = setForeground.Call(window)
	return window, func() {
		_, _, _ = destroyWindow.Call(window)
		_, _, _ = unregisterClass.Call(uintptr(unsafe.Pointer(name)), instance)
	}, nil
}

// on answers what Windows tells the window.
func (s *show) on(window uintptr, what uint32, wParam, lParam uintptr) uintptr {
	switch what {
	case wmPaint:
		s.paint(window)
		return 0
	case wmClose:
		if s.keys.asked(time.Now()) {
			_, _, _ = postMessage.Call(window, wmAnswer, uintptr(Leave), 0)
		}
		return 0
	case wmDestroy:
		return 0
	}
	result, _, _ := defWindowProc.Call(window, uintptr(what), wParam, lParam)
	return result
}

func (s *show) paint(window uintptr) {
	var p paintStruct
	dc, _, _ := beginPaint.Call(window, uintptr(unsafe.Pointer(&p)))
	defer func() { _, _, _ = endPaint.Call(window, uintptr(unsafe.Pointer(&p))) }()
	width, height := s.drawn.Rect.Dx(), s.drawn.Rect.Dy()
	pixels := bgrx(s.drawn, 0, height)
	info := bitmapInfo{width: int32(width), height: -int32(height), planes: 1, bits: 32} // negative: the first row is the upper one
	info.size = uint32(unsafe.Sizeof(info))
	_, _, _ = setDIBits.Call(dc, 0, 0, uintptr(width), uintptr(height), 0, 0, 0, uintptr(height),
		uintptr(unsafe.Pointer(&pixels[0])), uintptr(unsafe.Pointer(&info)), 0)
}
