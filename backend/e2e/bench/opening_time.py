"""How long from a touch to the screen it opens, in the real window.

For a kiosk of 1366 by 768 that shows its first screen. Its argument says which
way: "topic" from the first screen to a topic, "service" from the topic to a
service's page, "group" from the topic to a group of services. Goes there by touch
and back by key. Prints milliseconds, sorted, as a JSON list.
"""

import json
import sys
import time

import watch

# Over the left column below the title: nothing is pressed here, and every screen
# has something else there.
BELOW_TITLE = watch.Region(32, 150, 420, 16)
TOPIC = (585, 157)  # "Sinh con" on the first screen
TIMES = 24
WAYS = {
    "topic": [TOPIC],
    "service": [TOPIC, (243, 267)],  # the first of those asked for most
    "group": [TOPIC, (243, 450)],  # the first of the groups
}

*before, last = WAYS[sys.argv[1]]
time.sleep(2)
for place in before:
    watch.touch(*place)
    time.sleep(1.5)
times = []
for _ in range(TIMES):
    times.append(BELOW_TITLE.change(lambda: watch.touch(*last)))
    BELOW_TITLE.settled()
    watch.press("Escape")
    time.sleep(0.2)  # asked for, and not yet on the glass
print(json.dumps(sorted(t for t in times if t is not None)))
