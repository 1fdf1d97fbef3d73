//! PowerShell's `Invoke-WebRequest`, as browsers' "Copy as PowerShell" writes it.

use super::command::header;
use super::{Found, PastedLink, PastedRequest, Remark};

/// Whether `text` is such a command.
pub fn is_one(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["invoke-webrequest", "iwr ", "start-bitstransfer"].iter().any(|command| lower.contains(command))
        && text.contains("://")
}

/// Takes over the command.
pub fn read(text: &str, found: &mut Found) {
    let texts = texts(text);
    let mut request = PastedRequest::default();
    let mut cookies = Vec::new();
    let (mut url, mut method) = (None, None);
    let mut at = 0;
    while let Some(piece) = texts.get(at) {
        let flag = piece.before.trim_end().to_ascii_lowercase();
        let value = piece.value.clone();
        let next = texts.get(at + 1);
        let is_pair = next.is_some_and(|next| next.before.trim() == "=");
        if flag.ends_with("-uri")
            || flag.ends_with("-source")
            || (url.is_none() && value.contains("://") && !is_pair)
        {
            url = Some(value);
        } else if flag.ends_with("-method") {
            method = Some(value.to_ascii_uppercase()).filter(|method| method != "GET");
        } else if flag.ends_with("-useragent") || flag.ends_with("$session.useragent =") {
            request.headers.push(("User-Agent".into(), value));
        } else if flag.ends_with("-outfile") || flag.ends_with("-destination") {
            request.name = value.rsplit(['/', '\\']).next().map(str::to_owned);
        } else if flag.ends_with("net.cookie(") {
            cookies.extend(next.map(|next| format!("{value}={}", next.value)));
            // Name, value, path and host.
            at += 3;
        } else if let (true, Some(next)) = (is_pair, next) {
            request.headers.extend(header(&format!("{value}: {}", next.value)));
            at += 1;
        }
        at += 1;
    }
    if !cookies.is_empty() {
        request.headers.push(("Cookie".into(), cookies.join("; ")));
    }
    let Some(url) = url.filter(|url| url.contains("://")) else { return };
    found.add(PastedLink {
        url,
        pattern: None,
        request: (request != PastedRequest::default()).then_some(request),
    });
    if let Some(method) = method {
        found.remark(Remark::Sends { method });
    }
}

/// A text in quotes, and what stands between it and the one before.
struct Text {
    before: String,
    value: String,
}

/// In double quotes a backtick takes the next sign as it is; in single ones a quote is written twice.
fn texts(text: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut before = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign != '"' && sign != '\'' {
            before.push(sign);
            continue;
        }
        let mut value = String::new();
        while let Some(next) = signs.next() {
            match next {
                '`' if sign == '"' => value.extend(signs.next()),
                next if next == sign => match signs.next_if_eq(&sign) {
                    Some(twice) => value.push(twice),
                    None => break,
                },
                next => value.push(next),
            }
        }
        texts.push(Text { before: std::mem::take(&mut before), value });
    }
    texts
}
