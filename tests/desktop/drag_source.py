"""A window of another application from which a link, files or text can be dragged: drag_source.py uris|text DATA FILE.

FILE is there once what lies below the pointer would take it. Ends after one drag; with 1 if nobody took what was dragged.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk

kind, data, wanted = sys.argv[1:]
targets = ["text/uri-list", "text/plain"] if kind == "uris" else ["text/plain", "UTF8_STRING"]


def give(_widget, _context, selection, _info, _time):
    if kind == "uris" and selection.get_target().name() == "text/uri-list":
        selection.set_uris(data.split("\n"))
    else:
        selection.set_text(data, -1)


def begin(_widget, context):
    context.connect("action-changed", lambda _context, action: action and pathlib.Path(wanted).touch())


def fail(*_):
    global taken
    taken = False
    return False


taken = True
# Not managed by the window manager, so that it lies where it is put, above everything.
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(90, 90)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label="drag me"))
window.add(handle)
entries = [Gtk.TargetEntry.new(target, 0, number) for number, target in enumerate(targets)]
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, entries, Gdk.DragAction.COPY | Gdk.DragAction.LINK)
handle.connect("drag-data-get", give)
handle.connect("drag-begin", begin)
handle.connect("drag-failed", fail)
handle.connect("drag-end", lambda *_: Gtk.main_quit())
window.connect("map-event", lambda *_: print("ready", flush=True))
window.move(0, 0)
window.show_all()
Gtk.main()
sys.exit(not taken)
