"""A window of another application on which something can be dropped: drop_target.py FOLDER.

Makes a file `over` in the folder once something that it takes is held over it, and ends after one drop, with the addresses in
a file `uris` and the text in a file `text`.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk

folder = pathlib.Path(sys.argv[1])
URIS, TEXT = 0, 1


def over(widget, context, _x, _y, time):
    if widget.drag_dest_find_target(context, None):
        (folder / "over").touch()
    Gdk.drag_status(context, Gdk.DragAction.COPY, time)
    return True


def drop(widget, context, _x, _y, time):
    for target in ("text/uri-list", "text/plain"):
        widget.drag_get_data(context, Gdk.Atom.intern(target, False), time)
    return True


def take(_widget, context, _x, _y, data, info, time):
    if info == URIS:
        (folder / "uris").write_text("\n".join(data.get_uris()))
    else:
        (folder / "text").write_text(data.get_text() or "")
        context.finish(True, False, time)
        Gtk.main_quit()


# Not managed by the window manager, so that it lies where it is put, above everything.
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(90, 90)
entries = [Gtk.TargetEntry.new("text/uri-list", 0, URIS), Gtk.TargetEntry.new("text/plain", 0, TEXT)]
window.drag_dest_set(0, entries, Gdk.DragAction.COPY)
window.connect("drag-motion", over)
window.connect("drag-drop", drop)
window.connect("drag-data-received", take)
window.connect("map-event", lambda *_: print("ready", flush=True))
window.move(0, 0)
window.show_all()
Gtk.main()
