//! Rows that are dragged out of the window, on Linux: finished ones as their files, others as their links.
//!
//! As long as the pointer is within the window the drag is the page's, which orders rows and takes them to entries of the side
//! bar. Once it leaves, other programs are meant, and only GTK can tell those of a file.

use gtk::gdk::{DragAction, DragContext};
use gtk::prelude::*;
use gtk::{SelectionData, TargetList, Widget};
use std::cell::RefCell;
use std::rc::Rc;
use tauri::WebviewWindow;

const URIS: u32 = 0;
const TEXT: u32 = 1;
/// Of the mouse: the one that is held down.
const BUTTON: i32 = 1;

/// The pointer has `uris` in hand from now on.
pub(crate) fn begin(window: &WebviewWindow, uris: Vec<String>) -> tauri::Result<()> {
    window.with_webview(move |webview| {
        if let Some(window) = webview.inner().toplevel() {
            drag(&window, uris);
        }
    })
}

fn drag(window: &Widget, uris: Vec<String>) {
    let targets = TargetList::new(&[]);
    targets.add_uri_targets(URIS);
    targets.add_text_targets(TEXT);
    let give = window.connect_drag_data_get(move |_, _, data, info, _| give(data, info, &uris));
    let handlers = Rc::new(RefCell::new(vec![give]));
    let over = handlers.clone();
    // It may end any number of ways; each of them says so.
    let end = window.connect_drag_end(move |window, _| {
        for handler in over.take() {
            window.disconnect(handler);
        }
    });
    let actions = DragAction::COPY | DragAction::LINK;
    match window.drag_begin_with_coordinates(&targets, actions, BUTTON, None, -1, -1) {
        Some(drag) => {
            drag.drag_set_icon_name("text-x-generic", 0, 0);
            handlers.borrow_mut().push(end);
        }
        None => {
            tracing::info!("nothing can be dragged out");
            window.disconnect(end);
            for handler in handlers.take() {
                window.disconnect(handler);
            }
        }
    }
}

fn give(data: &SelectionData, info: u32, uris: &[String]) {
    let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
    let is_taken = if info == URIS { data.set_uris(&uris) } else { data.set_text(&uris.join("\n")) };
    if !is_taken {
        tracing::info!("what is dragged out is not taken");
    }
}

/// Whether it began here: then it is no drop.
pub(crate) fn is_own(drag: &DragContext) -> bool {
    drag.drag_get_source_widget().is_some_and(|source| source.is_toplevel())
}
