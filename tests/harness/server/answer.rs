//! Which answer a request gets: the honest one, bent by the faults that hold for it.

use bytes::Bytes;

use super::Request;
use super::fault::{Fault, File, Length, Ranges};

/// An answer, ready to be sent.
pub(crate) struct Answer {
    pub status: u16,
    pub headers: Vec<(String, Vec<u8>)>,
    /// Where in the file the body begins.
    pub from: u64,
    pub body: Bytes,
    pub length: Framing,
    pub end: End,
    pub pace: Option<u64>,
}

/// How the end of the body is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framing {
    /// By Content-Length, whatever is really sent.
    Said(u64),
    Unsaid,
    Chunked {
        end: bool,
    },
}

/// What ends the answer.
#[derive(Clone)]
pub(crate) enum End {
    Whole,
    Cut(u64),
    Reset(u64),
    Silent(u64),
    SilentInHead,
    /// Nothing else but these bytes.
    Garbage(Vec<u8>),
}

impl Answer {
    /// What `request` is answered while `active` other answers are under way.
    pub fn to(request: &Request, file: &File, faults: &[Fault], active: usize) -> Answer {
        let mut answer = refusal(request, faults, active)
            .or_else(|| redirect(request, faults))
            .or_else(|| substitute(faults))
            .unwrap_or_else(|| serve(request, file, faults));
        for fault in faults {
            answer.bend(fault);
        }
        answer
    }

    fn plain(status: u16, body: impl Into<Bytes>) -> Answer {
        let body = body.into();
        let length = Framing::Said(body.len() as u64);
        Answer { status, headers: Vec::new(), from: 0, body, length, end: End::Whole, pace: None }
    }

    fn with(mut self, name: &str, value: impl AsRef<[u8]>) -> Answer {
        self.headers.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    /// Faults that hold whatever the answer is, and those that concern only how the file is sent.
    fn bend(&mut self, fault: &Fault) {
        let serves = matches!(self.status, 200 | 206);
        match fault {
            Fault::Header(name, value) => {
                // There is one of these.
                let is_type = |name: &str| name.eq_ignore_ascii_case("Content-Type");
                self.headers.retain(|(other, _)| !(is_type(name) && is_type(other)));
                self.headers.push((name.clone(), value.clone()));
            }
            Fault::SilentInHead => self.end = End::SilentInHead,
            Fault::Garbage(bytes) => self.end = End::Garbage(bytes.clone()),
            Fault::Pace(pace) => self.pace = Some(*pace),
            Fault::Gzip if serves => self.headers.push(("Content-Encoding".into(), b"gzip".to_vec())),
            Fault::CutAfter(count) if serves => self.end = End::Cut(*count),
            Fault::ResetAfter(count) if serves => self.end = End::Reset(*count),
            Fault::SilentAfter(count) if serves => self.end = End::Silent(*count),
            Fault::Length(length) if serves => self.length = framing(*length, self.body.len() as u64),
            Fault::ResetBeyond(_)
            | Fault::RefusedBeyond(..)
            | Fault::NeedsCookie(_)
            | Fault::Status(_)
            | Fault::Redirect(_)
            | Fault::WebPage => {}
            Fault::Gzip
            | Fault::CutAfter(_)
            | Fault::ResetAfter(_)
            | Fault::SilentAfter(_)
            | Fault::Length(_) => {}
            Fault::Ranges(_) | Fault::IgnoreIfRange => {}
        }
    }
}

fn framing(length: Length, sent: u64) -> Framing {
    match length {
        Length::Over(count) => Framing::Said(sent + count),
        Length::Under(count) => Framing::Said(sent.saturating_sub(count)),
        Length::Unsaid => Framing::Unsaid,
        Length::Chunked => Framing::Chunked { end: true },
        Length::ChunkedWithoutEnd => Framing::Chunked { end: false },
    }
}

fn refusal(request: &Request, faults: &[Fault], active: usize) -> Option<Answer> {
    let brings = |pair: &str| {
        request.header("cookie").is_some_and(|cookies| cookies.split("; ").any(|cookie| cookie == pair))
    };
    faults.iter().find_map(|fault| match fault {
        Fault::NeedsCookie(pair) if !brings(pair) => Some(Answer::plain(403, "no cookie\n")),
        Fault::ResetBeyond(count) if active >= *count => {
            Some(Answer { end: End::Reset(0), ..Answer::plain(0, "") })
        }
        Fault::RefusedBeyond(status, count) if active >= *count => {
            Some(Answer::plain(*status, "too many connections\n"))
        }
        Fault::Status(status) => {
            Some(Answer::plain(*status, "no file here\n").with("Content-Type", "text/plain"))
        }
        _ => None,
    })
}

/// `/hop/3/a.bin` leads to `/hop/2/a.bin`, and so on to `/a.bin`.
fn redirect(request: &Request, faults: &[Fault]) -> Option<Answer> {
    let hop = request.path.strip_prefix("/hop/").and_then(|rest| rest.split_once('/'));
    let target = match hop {
        Some(("1", name)) => Some(format!("/{name}")),
        Some((left, name)) => Some(format!("/hop/{}/{name}", left.parse::<u32>().unwrap() - 1)),
        None => faults.iter().find_map(|fault| match fault {
            Fault::Redirect(target) => Some(target.clone()),
            _ => None,
        }),
    };
    target.map(|target| Answer::plain(302, "").with("Location", target))
}

fn substitute(faults: &[Fault]) -> Option<Answer> {
    let page = "<!doctype html><title>Log in</title><p>Please log in to download this file.</p>";
    let is_page = faults.iter().any(|fault| matches!(fault, Fault::WebPage));
    is_page.then(|| Answer::plain(200, page).with("Content-Type", "text/html; charset=utf-8"))
}

/// The file or the part of it that was asked for. RFC 9110 §13.1.5 and §14.2.
fn serve(request: &Request, file: &File, faults: &[Fault]) -> Answer {
    let ranges = faults.iter().find_map(|fault| match fault {
        Fault::Ranges(ranges) => Some(*ranges),
        _ => None,
    });
    let size = file.bytes.len() as u64;
    let heeds_if_range = !faults.iter().any(|fault| matches!(fault, Fault::IgnoreIfRange));
    let asked = request.range().filter(|_| !heeds_if_range || if_range_holds(request, file));
    let answer = match (asked, ranges) {
        (None, _) | (_, Some(Ranges::Ignored)) => Answer::plain(200, file.bytes.clone()),
        (Some(_), Some(Ranges::Refused)) => {
            Answer::plain(416, "").with("Content-Range", format!("bytes */{size}"))
        }
        (Some((start, _)), _) if start >= size => {
            Answer::plain(416, "").with("Content-Range", format!("bytes */{size}"))
        }
        (Some((start, end)), ranges) => part(file, start, end.unwrap_or(size).min(size), ranges),
    };
    let answer = match ranges {
        Some(Ranges::Ignored) => answer,
        Some(_) | None => answer.with("Accept-Ranges", "bytes"),
    };
    with_validators(answer, file)
}

fn if_range_holds(request: &Request, file: &File) -> bool {
    request.header("if-range").is_none_or(|wanted| {
        let strong = file.etag.as_deref().filter(|etag| !etag.starts_with("W/"));
        strong == Some(wanted) || file.last_modified.as_deref() == Some(wanted)
    })
}

fn part(file: &File, start: u64, end: u64, ranges: Option<Ranges>) -> Answer {
    let size = file.bytes.len() as u64;
    let slice = |start: u64, end: u64| file.bytes.slice(start as usize..end as usize);
    let (start, end) = match ranges {
        Some(Ranges::Shifted(count)) => ((start + count).min(size - 1), (end + count).min(size)),
        Some(Ranges::AtMost(count)) => (start, end.min(start + count)),
        Some(_) | None => (start, end),
    };
    let said = format!("bytes {start}-{}/{size}", end - 1);
    let answer = match ranges {
        Some(Ranges::Beyond(count)) => {
            let beyond = vec![b'!'; count as usize];
            Answer::plain(206, [slice(start, end), beyond.into()].concat()).with("Content-Range", said)
        }
        Some(Ranges::Unnamed) => Answer::plain(206, slice(start, end)),
        Some(Ranges::SizeUnsaid) => Answer::plain(206, slice(start, end))
            .with("Content-Range", format!("bytes {start}-{}/*", end - 1)),
        Some(_) | None => Answer::plain(206, slice(start, end)).with("Content-Range", said),
    };
    Answer { from: start, ..answer }
}

fn with_validators(mut answer: Answer, file: &File) -> Answer {
    if let Some(etag) = &file.etag {
        answer = answer.with("ETag", etag);
    }
    if let Some(date) = &file.last_modified {
        answer = answer.with("Last-Modified", date);
    }
    answer.with("Content-Type", "application/octet-stream")
}
