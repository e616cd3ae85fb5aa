"""What a screen reader is told without asking: prints, a line each, the words that
come into a place whose changes are announced (aria-live, role=status).

WebKit on Linux tells of new elements, and not of words that change within one.
Run it with Debian's /usr/bin/python3, which has pyatspi.
"""

import pyatspi


def words(node):
    """All that is written in a node, as it is read out."""
    if node.name:
        return node.name
    try:
        text = node.queryText().getText(0, -1).replace("\ufffc", "").strip()
    except NotImplementedError:
        text = ""
    return " ".join([text, *(words(child) for child in node if child is not None)]).strip()


def came(event):
    try:
        if any(a in ("container-live:polite", "container-live:assertive") for a in event.source.getAttributes()):
            print(words(event.any_data), flush=True)
    except Exception:  # it has gone again
        pass


pyatspi.Registry.registerEventListener(came, "object:children-changed:add")
print("listening", flush=True)
pyatspi.Registry.start()
