//! Files that are dropped on the window, on Linux.
//!
//! WebKitGTK gives the page dropped links and text as they are, but of a dropped *file* it gives nothing. GTK knows its
//! address: so a drop with files is taken here, before the page, and every other drop is left to the page.

use gtk::prelude::*;
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use tauri::{Manager, WebviewWindow};
use url::Url;
use webkit2gtk::WebViewExt;

use crate::line::DropPoint;
use crate::{capture, dragging};

/// What is being dragged over the window, and the drag it belongs to.
type Dragged = Rc<RefCell<Option<(gtk::gdk::DragContext, Vec<PathBuf>)>>>;

pub(crate) fn listen(window: &WebviewWindow) -> tauri::Result<()> {
    let (app, label) = (window.app_handle().clone(), window.label().to_owned());
    window.with_webview(move |webview| {
        let view = webview.inner();
        let dragged = Dragged::default();
        let seen = dragged.clone();
        view.connect_drag_data_received(move |_, drag, _, _, data, _, _| {
            let uris = data.uris();
            // The page asks for each form of the data; only one of them lists addresses.
            if !uris.is_empty() {
                seen.replace(Some((drag.clone(), files(uris.iter().map(|uri| uri.as_str())))));
            }
        });
        // What was dragged out and comes back offers nothing: the page is not asked, which would agree.
        view.connect_drag_motion(|_, drag, _, _, time| {
            let is_own = dragging::is_own(drag);
            if is_own {
                drag.drag_status(gtk::gdk::DragAction::empty(), time);
            }
            is_own
        });
        view.connect_drag_drop(move |view, drag, x, y, time| match dragged.take() {
            // What was dragged out and comes back is here already.
            Some(_) if dragging::is_own(drag) => {
                drag.drop_finish(false, time);
                true
            }
            // What was dragged over the window earlier and not dropped is of another drag.
            Some((of, files)) if of == *drag && !files.is_empty() => {
                drag.drop_finish(true, time);
                capture::from_files(&app, &label, files, point(view.zoom_level(), x, y));
                true
            }
            Some(_) | None => false,
        });
    })
}

/// The page's own point at this one of the view.
fn point(zoom: f64, x: i32, y: i32) -> DropPoint {
    let unzoomed = |place: i32| (f64::from(place) / zoom) as i32;
    DropPoint { x: unzoomed(x), y: unzoomed(y) }
}

fn files<'a>(uris: impl Iterator<Item = &'a str>) -> Vec<PathBuf> {
    uris.filter_map(|uri| Url::parse(uri.trim()).ok())
        .filter(|uri| uri.scheme() == "file")
        .filter_map(|uri| uri.to_file_path().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_the_pages_own() {
        assert_eq!(point(1.5, 300, 150), DropPoint { x: 200, y: 100 });
    }

    #[test]
    fn only_files_are_taken_from_the_page() {
        let uris = ["file:///tmp/a%20b.txt\r", "https://example.org/a%2Fb", "nonsense"];
        assert_eq!(files(uris.into_iter()), [PathBuf::from("/tmp/a b.txt")]);
    }
}
