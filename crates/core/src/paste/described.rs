//! Metalink descriptions: each file with its checksum, and the servers that have it.

use super::{Found, PastedLink, PastedRequest};
use crate::download::MAX_MIRRORS;
use crate::metalink;

/// A description says early what it is.
const SAYS_WITHIN: usize = 4096;

/// Whether `text` is a description of files that can be had; then they are found.
pub(super) fn read(text: &str, found: &mut Found) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begin = &text[..text.floor_char_boundary(SAYS_WITHIN)];
    if !begin.starts_with('<') || !begin.contains("metalink") {
        return false;
    }
    let links = metalink::files(text).unwrap_or_default().into_iter().filter_map(|file| {
        let mut urls = file.mirrors.into_iter().map(String::from);
        let url = urls.next()?;
        // It may be in a folder, which is nobody's business here.
        let name = file.name.rsplit(['/', '\\']).next().filter(|name| !name.is_empty());
        let request = PastedRequest {
            name: name.map(str::to_owned),
            checksum: file.checksums.first().map(|sum| format!("{}={}", sum.algorithm, sum.hex)),
            mirrors: urls.take(MAX_MIRRORS).collect(),
            ..PastedRequest::default()
        };
        Some(PastedLink { url, pattern: None, request: Some(request) })
    });
    links.for_each(|link| found.add(link));
    !found.pasted.links.is_empty()
}
