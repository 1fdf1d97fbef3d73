//! How pages are drawn on Linux. Without a graphics card WebKit would compose each frame on an emulated one: in a virtual
//! machine that costs three to ten times the processor time, and about 90 MiB more, than painting plainly (`make bench-ui`).

use std::fs::{self, File};
use std::io;
use std::path::Path;
use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where the kernel shows what can render (Linux Documentation, "DRM User space: Render nodes").
const DEVICES: &str = "/dev/dri";
const RENDERS: &str = "renderD";

/// Has the window's page painted as this machine does it best. Before the page loads, or it is painted twice.
///
/// # Errors
/// Where the window is gone.
pub fn choose(window: &WebviewWindow) -> tauri::Result<()> {
    if has_renderer(Path::new(DEVICES)) {
        return Ok(());
    }
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether there is a graphics card that this user may use.
fn has_renderer(devices: &Path) -> bool {
    let usable = || -> io::Result<bool> {
        for device in fs::read_dir(devices)? {
            let device = device?;
            let renders = device.file_name().to_string_lossy().starts_with(RENDERS);
            if renders && File::options().read(true).write(true).open(device.path()).is_ok() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    usable().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::has_renderer;
    use std::fs::{File, Permissions, create_dir, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    use tempfile::TempDir;

    #[test]
    fn a_card_that_renders_and_may_be_used_is_one() {
        let devices = TempDir::new().unwrap();
        assert!(!has_renderer(&devices.path().join("none")), "no folder of devices");
        File::create(devices.path().join("card0")).unwrap();
        assert!(!has_renderer(devices.path()), "a screen alone renders nothing");
        // Nobody can write to a folder, whatever the rights.
        create_dir(devices.path().join("renderD128")).unwrap();
        assert!(!has_renderer(devices.path()), "it cannot be opened");
        let second = devices.path().join("renderD129");
        File::create(&second).unwrap();
        set_permissions(&second, Permissions::from_mode(0o600)).unwrap();
        assert!(has_renderer(devices.path()), "one of two can be used");
    }
}
