"""How long from a key to the changed results, in the real window.

Presses keys through the X server and watches the part of the screen where the
results stand until it changes: all of it counts, the page, the program, the
search and the painting. For a kiosk of 1366 by 768 that shows its first
screen. Prints milliseconds, sorted, as a JSON list.
"""

import ctypes
import ctypes.util
import json
import time
import zlib

x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
xtst = ctypes.CDLL(ctypes.util.find_library("Xtst"))


class Image(ctypes.Structure):
    """The head of an XImage."""

    _fields_ = [(n, ctypes.c_int) for n in ("width", "height", "xoffset", "format")] + [("data", ctypes.POINTER(ctypes.c_char))]
    _fields_ += [(n, ctypes.c_int) for n in ("byte_order", "bitmap_unit", "bitmap_bit_order", "bitmap_pad", "depth", "bytes_per_line")]


x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XGetImage.restype = ctypes.POINTER(Image)
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XFree.argtypes = x11.XFlush.argtypes = x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
xtst.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
xtst.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]
display = x11.XOpenDisplay(None)
root = x11.XDefaultRootWindow(display)

RESULTS = (862, 85, 100, 480)  # left, top, width, height: narrow, so that watching takes little time itself
SEARCH_TILE = (190, 165)
Z_PIXMAP, ALL_PLANES = 2, 0xFFFFFFFF
WORDS = ["giay khai sinh", "dang ky tam tru", "bao hiem y te", "tra tien dien", "can cuoc", "bang lai xe"]


def results():
    """A number for what stands where the results are."""
    image = x11.XGetImage(display, root, *RESULTS, ALL_PLANES, Z_PIXMAP)
    head = image.contents
    number = zlib.crc32(ctypes.string_at(head.data, head.height * head.bytes_per_line))
    x11.XFree(head.data)
    x11.XFree(image)
    return number


def settled():
    """Waits until the results have stood still for a while."""
    last, since = results(), time.perf_counter()
    while time.perf_counter() - since < 0.35:
        time.sleep(0.02)
        now = results()
        if now != last:
            last, since = now, time.perf_counter()
    return last


def press(name):
    code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(name.encode()))
    for down in (1, 0):
        xtst.XTestFakeKeyEvent(display, code, down, 0)
    x11.XFlush(display)


time.sleep(2)
xtst.XTestFakeMotionEvent(display, -1, *SEARCH_TILE, 0)
for down in (1, 0):
    xtst.XTestFakeButtonEvent(display, 1, down, 0)
x11.XFlush(display)
time.sleep(1.5)

times = []
for word in WORDS:
    for letter in word:
        before = settled()
        began = time.perf_counter()
        press("space" if letter == " " else letter)
        while results() == before and time.perf_counter() - began < 0.5:
            time.sleep(0.002)
        took = time.perf_counter() - began
        if took < 0.5:  # a key that changes nothing has no time
            times.append(round(took * 1000, 1))
    for _ in word:
        press("BackSpace")
        time.sleep(0.03)
print(json.dumps(sorted(times)))
