"""How long staff wait, in the real window.

For a kiosk of 1366 by 768 in an office with one person, who has begun a sentence.
"opens": from the last key of the PIN until the desk stands there. "letters": from a
key until the preview has the letter; "echo": until the field has it in which one
types. Prints milliseconds, sorted, as a JSON list.
"""

import json
import sys
import time

import watch

PIN = "290511"
RAIL = watch.Region(4, 90, 200, 60)
PREVIEW = watch.Region(830, 150, 480, 80)  # two lines
FIELD = watch.Region(300, 275, 400, 50)
WORDS = "mo trang nay roi cham nut xanh o cuoi"

watch.PATIENCE = 5  # a PIN is made slow to guess


def open_door():
    """Types the PIN, and measures what the last key does."""
    watch.touch(1200, 724)
    time.sleep(1.5)
    watch.type_out(PIN)
    return RAIL.change(lambda: watch.press("Return"))


def opens():
    for _ in range(12):
        yield open_door()
        time.sleep(1)
        watch.touch(100, 741)  # locks it
        time.sleep(1.5)


def letters(where):
    open_door()
    time.sleep(1)
    watch.touch(76, 327)  # the sentences
    time.sleep(2)
    watch.touch(956, 257)  # goes on with the one that is written
    time.sleep(2)
    for letter in WORDS:
        yield where.change(lambda: watch.press("space" if letter == " " else letter))


time.sleep(2)
times = list({"opens": opens, "letters": lambda: letters(PREVIEW), "echo": lambda: letters(FIELD)}[sys.argv[1]]())
print(json.dumps(sorted(t for t in times if t is not None)))  # a space at the end is not seen
