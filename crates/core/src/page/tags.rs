//! The tags of an HTML text with their attributes, told apart as browsers do it. It is no tree: for links none is needed.
//! WHATWG HTML §13.2.5.

use std::borrow::Cow;

/// One opening tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// As it is written.
    pub name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    /// The text up to the next tag, where that is text only: of a title.
    pub text: &'a str,
}

impl<'a> Tag<'a> {
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Without its escapes; the first of its name counts.
    pub fn attribute(&self, wanted: &str) -> Option<Cow<'a, str>> {
        let found = self.attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| unescaped(value))
    }
}

/// Whose content is text, whatever it looks like.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "template"];

pub struct Tags<'a> {
    rest: &'a str,
}

impl<'a> Tags<'a> {
    pub fn of(html: &'a str) -> Self {
        Self { rest: html }
    }

    /// Past the next `end`; without one nothing is left.
    fn skip_past(&mut self, end: &str) {
        self.rest = self.rest.split_once(end).map_or("", |(_, rest)| rest);
    }

    /// What stands before `</name`, and past it.
    fn raw_text(&mut self, name: &str) -> &'a str {
        let all = self.rest;
        let mut from = 0;
        while let Some(at) = all[from..].find("</").map(|at| from + at) {
            let end = all.get(at + 2..at + 2 + name.len());
            if end.is_some_and(|end| end.eq_ignore_ascii_case(name)) {
                self.rest = &all[at..];
                return &all[..at];
            }
            from = at + 2;
        }
        self.rest = "";
        all
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let (_, tag) = self.rest.split_once('<')?;
            self.rest = tag;
            if let Some(comment) = tag.strip_prefix("!--") {
                self.rest = comment;
                self.skip_past("-->");
            } else if tag.starts_with(['!', '/', '?']) {
                self.skip_past(">");
            } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (mut tag, rest) = opening(tag)?;
                self.rest = rest;
                if RAW.iter().any(|raw| tag.is(raw)) {
                    tag.text = self.raw_text(tag.name);
                }
                return Some(tag);
            }
        }
    }
}

/// The tag that begins here and what follows it; none: it never ends.
fn opening(text: &str) -> Option<(Tag<'_>, &str)> {
    let (name, mut rest) = split_before(text, |c| c.is_ascii_whitespace() || c == '/' || c == '>');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((Tag { name, attributes, text: "" }, after));
        }
        if rest.is_empty() {
            return None;
        }
        let (attribute, after) = attribute(rest)?;
        attributes.push(attribute);
        rest = after;
    }
}

fn attribute(text: &str) -> Option<((&str, &str), &str)> {
    // An equals sign in the first place is part of the name.
    let first = text.chars().next()?.len_utf8();
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    let (name, rest) = text.split_at(first + split_before(&text[first..], ends).0.len());
    let Some(value) = rest.trim_ascii_start().strip_prefix('=').map(str::trim_ascii_start) else {
        return Some(((name, ""), rest));
    };
    if let Some(quote) = value.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        let (value, rest) = value[1..].split_once(quote)?;
        return Some(((name, value), rest));
    }
    let (value, rest) = split_before(value, |c| c.is_ascii_whitespace() || c == '>');
    Some(((name, value), rest))
}

fn split_before(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// The longest name of an escape that is known here, and a number.
const LONGEST: usize = 10;

/// With what its escapes stand for. Unknown ones stay: in addresses an ampersand most often is one.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('&') {
        plain.push_str(before);
        let end = escape.bytes().take(LONGEST).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((meant(&escape[..end])?, &escape[end + 1..])));
        let (sign, after) = known.unwrap_or(('&', escape));
        plain.push(sign);
        rest = after;
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

fn meant(escape: &str) -> Option<char> {
    if let Some(number) = escape.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        return char::from_u32(match hex {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        });
    }
    const NAMED: [(&str, char); 14] = [
        ("amp", '&'),
        ("AMP", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("sol", '/'),
        ("colon", ':'),
        ("period", '.'),
        ("equals", '='),
        ("quest", '?'),
        ("num", '#'),
        ("percnt", '%'),
    ];
    NAMED.iter().find(|(name, _)| *name == escape).map(|(_, sign)| *sign)
}
