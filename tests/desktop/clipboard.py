"""Another application that holds text in the clipboard: clipboard.py TEXT. Without TEXT it says what is in there, or with
--form FORM what is in there in that form."""

import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk

Gtk.init(sys.argv)
clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
if sys.argv[1:2] == ["--form"]:
    held = clipboard.wait_for_contents(Gdk.Atom.intern(sys.argv[2], False))
    sys.stdout.write((held.get_data() or b"").decode() if held else "")
    sys.exit()
if len(sys.argv) < 2:
    sys.stdout.write(clipboard.wait_for_text() or "")
    sys.exit()
clipboard.set_text(sys.argv[1], -1)
# Said from the loop: by then the display knows the new owner.
GLib.idle_add(lambda: print("ready", flush=True))
Gtk.main()
