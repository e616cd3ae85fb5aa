"""How long from a key to the changed results, in the real window.

For a kiosk of 1366 by 768 that shows its first screen. Prints milliseconds,
sorted, as a JSON list.
"""

import json
import time

import watch

RESULTS = watch.Region(862, 85, 100, 480)
WORDS = ["giay khai sinh", "dang ky tam tru", "bao hiem y te", "tra tien dien", "can cuoc", "bang lai xe"]

watch.open_search()
times = []
for word in WORDS:
    for letter in word:
        times.append(RESULTS.change(lambda: watch.press("space" if letter == " " else letter)))
    for _ in word:
        watch.press("BackSpace")
        time.sleep(0.03)
print(json.dumps(sorted(t for t in times if t is not None)))  # a key that changes nothing has no time
