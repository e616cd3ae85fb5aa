"""Eyes and hands for the window test: finds what is on the screen by its
accessible name, as a screen reader would, and touches it as a finger would.

Reads one command a line from standard input and answers each with one line of
JSON. Run it with Debian's /usr/bin/python3, which has pyatspi:

    wait SECONDS NAME      wait for a node whose name contains NAME
    touch SECONDS NAME     the same, then touch its middle
    twice MS SECONDS NAME  the same, then touch its middle again after MS milliseconds
    hold SECONDS NAME      the same, but rest the finger on it for a while, as who asks what it is
    gone SECONDS NAME      wait until there is no such node
    names                  the names of everything that shows
    controls               what shows and can be touched, with its place, but the drawn phone
    scale N                the system draws everything N times as large, and says places as if it did not
    outside                what the toolkit shows of its own, around the page: roles and names
    shot FILE              take a picture of the screen
    key KEY...             press keys one after another, as xdotool writes them
    copied                 what can be pasted: the clipboard's text, what is selected, and X11's third place
    copy TEXT              put text into the clipboard, as another program
"""

import json
import subprocess
import sys
import time

import gi
import pyatspi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

SKIP = {"filler", "panel", "scroll pane", "application", "frame"}

# What lies inside these says nothing more: not looking there keeps a search
# over the bus fast, drawn phones above all. Not an alert: a question that must be
# answered is one, and has buttons.
LEAVES = {"notification", "push button", "button", "image", "heading", "paragraph", "static", "label", "progress bar"}

# Running text has no name of its own.
TEXTS = {"alert", "notification", "paragraph", "static", "label", "status bar", "section", "block quote", "list item"}


def text(node):
    """What is written in a node itself; in one that only holds others, nothing."""
    try:
        return node.queryText().getText(0, -1).replace("\ufffc", "").strip()
    except NotImplementedError:
        return ""


def nodes():
    """Yields (role, name, extents) of every showing node of the program."""
    desktop = pyatspi.Registry.getDesktop(0)
    stack = [app for app in desktop if app is not None]
    while stack:
        node = stack.pop()
        try:
            role, name = node.getRoleName(), node.name or ""
            showing = node.getState().contains(pyatspi.STATE_SHOWING)
            if not name and role in TEXTS:
                name = text(node)
            leaf = role in LEAVES and name
            children = [] if leaf else [node.getChildAtIndex(i) for i in range(min(node.childCount, 500))]
            if name and showing and role not in SKIP:
                box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
                if box.width > 0 and box.height > 0:
                    yield role, name, box
        except Exception:  # the page changed while it was being read
            continue
        stack.extend(c for c in children if c is not None)


DRAWN = "Điện thoại mẫu để tập"
TOUCHABLE = {"push button", "button", "toggle button", "radio button", "check box", "entry", "link"}


def controls():
    """What can be touched, in the order of the page."""
    found = []

    def look(node):
        try:
            role, name = node.getRoleName(), node.name or ""
            if name == DRAWN:
                return  # as small as it is on a phone
            state = node.getState()
            if role in TOUCHABLE and state.contains(pyatspi.STATE_SHOWING) and state.contains(pyatspi.STATE_FOCUSABLE):
                box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
                if box.width > 2 and box.height > 2:
                    found.append({"role": role, "name": name, "x": box.x, "y": box.y, "w": box.width, "h": box.height})
                return
            children = [node.getChildAtIndex(i) for i in range(min(node.childCount, 500))]
        except Exception:  # the page changed while it was being read
            return
        for child in children:
            if child is not None:
                look(child)

    for app in pyatspi.Registry.getDesktop(0):
        if app is not None:
            look(app)
    return found


def outside():
    """The toolkit's own: everything of the program but the page, showing or about to."""
    found = []

    def look(node):
        try:
            role = node.getRoleName()
            if role == "document web":
                return
            if node.getState().contains(pyatspi.STATE_SHOWING):
                found.append(f"{role}: {node.name or ''}")
            children = [node.getChildAtIndex(i) for i in range(node.childCount)]
        except Exception:  # it went while it was being read
            return
        for child in children:
            if child is not None:
                look(child)

    for app in pyatspi.Registry.getDesktop(0):
        if app is not None:
            look(app)
    return sorted(found)


def focused():
    """What has the focus: its role and its name, or the words in it."""
    stack = [app for app in pyatspi.Registry.getDesktop(0) if app is not None]
    best = None
    while stack:
        node = stack.pop()
        try:
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                best = node  # the innermost: frames that hold it say so, too
            stack.extend(c for c in (node.getChildAtIndex(i) for i in range(min(node.childCount, 500))) if c is not None)
        except Exception:  # the page changed while it was being read
            continue
    return (best.getRoleName(), best.name or text(best)) if best is not None else None


def find(name, seconds):
    """The best node whose name contains `name`: exact first, buttons first."""
    deadline = time.monotonic() + seconds
    while True:
        hits = [n for n in nodes() if name in n[1]]
        if hits:
            return min(hits, key=lambda n: (n[1] != name, "button" not in n[0], len(n[1])))
        if time.monotonic() > deadline:
            return None
        time.sleep(0.1)


SCALE = 1


def middle(box):
    return SCALE * (box.x + box.width // 2), SCALE * (box.y + box.height // 2)


def touch(box, again=()):
    x, y = middle(box)
    # Not with --sync: that waits for a movement, which a second touch on the
    # same place does not make.
    touches = ["click", "1"]
    for pause in again:
        touches += ["sleep", str(pause / 1000), "click", "1"]
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.05", *touches], check=True)


def hold(box):
    x, y = middle(box)
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.05", "mousedown", "1", "sleep", "0.8", "mouseup", "1"], check=True)


def run(line):
    global SCALE
    verb, _, rest = line.partition(" ")
    if verb == "scale":
        SCALE = int(rest)
        return {"ok": True}
    if verb == "names":
        return {"ok": True, "names": [f"{role}: {name}" for role, name, _ in nodes()]}
    if verb == "outside":
        return {"ok": True, "names": outside()}
    if verb == "controls":
        return {"ok": True, "controls": controls()}
    if verb == "focused":
        seconds, _, name = rest.partition(" ")
        deadline = time.monotonic() + float(seconds)
        while True:
            now = focused()
            if now and name in now[1]:
                return {"ok": True, "role": now[0], "name": now[1]}
            if time.monotonic() > deadline:
                return {"ok": False, "why": f"{name!r} has no focus, but {now!r}"}
            time.sleep(0.1)
    if verb == "shot":
        time.sleep(0.5)  # let a fade end
        subprocess.run(["scrot", "--overwrite", rest], check=True)
        return {"ok": True}
    if verb == "key":
        subprocess.run(["xdotool", "key", *rest.split()], check=True)
        return {"ok": True}
    if verb == "copied":
        places = (Gdk.SELECTION_CLIPBOARD, Gdk.SELECTION_PRIMARY, Gdk.SELECTION_SECONDARY)
        return {"ok": True, "names": [Gtk.Clipboard.get(place).wait_for_text() or "" for place in places]}
    if verb == "copy":
        Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).set_text(rest, -1)
        return {"ok": True}
    again = []
    if verb == "twice":
        pause, _, rest = rest.partition(" ")
        again = [float(pause)]
    seconds, _, name = rest.partition(" ")
    if verb == "gone":
        deadline = time.monotonic() + float(seconds)
        while find(name, 0):
            if time.monotonic() > deadline:
                return {"ok": False, "why": f"{name!r} is still there"}
            time.sleep(0.1)
        return {"ok": True}
    hit = find(name, float(seconds))
    if hit is None:
        return {"ok": False, "why": f"no {name!r} on the screen", "names": sorted({n for _, n, _ in nodes()})}
    role, found, box = hit
    if verb in ("touch", "twice", "hold"):
        time.sleep(0.8)  # announced a moment before it is painted; the page takes no touch for 0.4 s then
        if verb == "hold":
            hold(box)
        else:
            touch(box, again)
    return {"ok": True, "role": role, "name": found, "x": box.x, "y": box.y, "w": box.width, "h": box.height}


for command in sys.stdin:
    try:
        answer = run(command.strip())
    except Exception as err:  # a broken hand is a failed step, not a dead test
        answer = {"ok": False, "why": repr(err)}
    print(json.dumps(answer, ensure_ascii=False), flush=True)
