//! A window of Tauri's with a page of one word, painted as Haul's is: what a start takes and holds before anything is Haul's own.
//! `make bench-ui` measures it beside the real one.

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &[u8] = b"<!doctype html><title>Empty</title><p>Empty";

fn main() -> anyhow::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let mut page = Response::new(PAGE.to_vec());
            page.headers_mut().insert("content-type", tauri::http::HeaderValue::from_static("text/html"));
            page
        })
        .setup(|app| {
            let url = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            let window = WebviewWindowBuilder::new(app, "main", url).inner_size(1080.0, 720.0).build()?;
            #[cfg(target_os = "linux")]
            haul_desktop::rendering::choose(&window)?;
            drop(window);
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}
