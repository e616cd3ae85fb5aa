"""How long from a touch to the next step of a lesson, in the real window.

For a kiosk of 1366 by 768 that shows its first screen. Goes through a lesson
with drawn phones, forth by touch and back by key, and watches picture and
words. Prints milliseconds, sorted, as a JSON list.
"""

import json
import time

import watch

# From the drawn phone over to the words, through both.
STEP = watch.Region(140, 330, 600, 24)
FOUND = watch.Region(845, 90, 480, 40)  # the first that is found
MAIN = (1250, 713)  # the one main action, always in this corner
LESSON = "dang nhap cong"
STEPS = 7

watch.open_search()
watch.type_out(LESSON)
time.sleep(1)
FOUND.settled()
watch.press("Return")
time.sleep(1.5)
for _ in range(4):  # its lesson, what one must have, its papers, its chapters
    watch.touch(*MAIN)
    time.sleep(1.5)
times = []
for _ in range(3):
    for _ in range(STEPS):
        times.append(STEP.change(lambda: watch.touch(*MAIN)))
    for _ in range(STEPS):
        times.append(STEP.change(lambda: watch.press("Escape")))
print(json.dumps(sorted(t for t in times if t is not None)))
