//! Files that stand for one link: `.url` of Windows, `.webloc` of macOS, `.desktop` of Linux.

/// The link that `text` stands for, if it is the text of such a file.
pub(super) fn url_of(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if ["[InternetShortcut]", "[Desktop Entry]"].iter().any(|head| text.starts_with(head)) {
        let url = text.lines().find_map(|line| line.trim().strip_prefix("URL="));
        return url.map(|url| url.trim().to_owned());
    }
    let is_property_list =
        text.starts_with("<?xml") || text.starts_with("<!DOCTYPE plist") || text.starts_with("<plist");
    let (_, behind) = text.split_once("<plist").filter(|_| is_property_list)?;
    let (_, behind) = behind.split_once("<key>URL</key>")?;
    let (url, _) = behind.trim_start().strip_prefix("<string>")?.split_once("</string>")?;
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(plain.iter().fold(url.trim().to_owned(), |url, (written, meant)| url.replace(written, meant)))
}
