"""A password manager that holds text in the clipboard, and says what it is: secret.py TEXT."""

import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk

Gtk.init(sys.argv)
HINT = "x-kde-passwordManagerHint"
FORMS = ["UTF8_STRING", "text/plain;charset=utf-8", HINT]


def give(_widget, selection, _info, _time):
    text = "secret" if selection.get_target().name() == HINT else sys.argv[1]
    selection.set(selection.get_target(), 8, text.encode())


holder = Gtk.Invisible()
holder.connect("selection-get", give)
for number, form in enumerate(FORMS):
    Gtk.selection_add_target(holder, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern(form, False), number)
assert Gtk.selection_owner_set(holder, Gdk.SELECTION_CLIPBOARD, Gdk.CURRENT_TIME)
# Said from the loop: by then the display knows the new owner.
GLib.idle_add(lambda: print("ready", flush=True))
Gtk.main()
