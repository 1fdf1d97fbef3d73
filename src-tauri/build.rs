//! Embeds the configuration, the capabilities, the icons and the built interface.

fn main() {
    // The interface is read by a macro, whose files cargo does not watch.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
