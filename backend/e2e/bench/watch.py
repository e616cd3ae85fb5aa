"""Eyes and hands of the bench: presses keys and buttons through the X server
and watches a part of the screen until it changes. All of it counts: the page,
the program and the painting.
"""

import ctypes
import ctypes.util
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

Z_PIXMAP, ALL_PLANES = 2, 0xFFFFFFFF
PATIENCE = 0.5  # seconds; what has not changed by then does not


class Region:
    """A part of the screen: narrow, so that watching takes little time itself."""

    def __init__(self, left, top, width, height):
        self.box = (left, top, width, height)

    def look(self):
        """A number for what stands there."""
        image = x11.XGetImage(display, root, *self.box, ALL_PLANES, Z_PIXMAP)
        head = image.contents
        number = zlib.crc32(ctypes.string_at(head.data, head.height * head.bytes_per_line))
        x11.XFree(head.data)
        x11.XFree(image)
        return number

    def settled(self):
        """Waits until it has stood still for a while."""
        last, since = self.look(), time.perf_counter()
        while time.perf_counter() - since < 0.45:
            time.sleep(0.02)
            now = self.look()
            if now != last:
                last, since = now, time.perf_counter()
        return last

    def change(self, act):
        """Milliseconds from act to the first change, None if nothing changes."""
        before = self.settled()
        began = time.perf_counter()
        act()
        while self.look() == before:
            if time.perf_counter() - began > PATIENCE:
                return None
            time.sleep(0.002)
        return round((time.perf_counter() - began) * 1000, 1)


def press(name):
    code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(name.encode()))
    for down in (1, 0):
        xtst.XTestFakeKeyEvent(display, code, down, 0)
    x11.XFlush(display)


def type_out(words):
    for letter in words:
        press("space" if letter == " " else letter)
        time.sleep(0.03)


def touch(x, y):
    xtst.XTestFakeMotionEvent(display, -1, x, y, 0)
    for down in (1, 0):
        xtst.XTestFakeButtonEvent(display, 1, down, 0)
    x11.XFlush(display)


def open_search():
    """From the first screen of a kiosk of 1366 by 768 to the search field."""
    time.sleep(2)
    touch(240, 268)
    time.sleep(1.5)
