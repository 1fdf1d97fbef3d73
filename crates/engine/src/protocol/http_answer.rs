//! Which bytes an HTTP answer proves to hold. Nothing is written that this module did not let through.

use bytes::Bytes;
use futures::stream::BoxStream;
use haul_core::http::{self as rules, ContentRange};
use haul_core::{AnswerFault, Checksum, Failure, Resource, digest, filename, link};
use reqwest::header::{self, HeaderName, HeaderValue};
use reqwest::{Response, StatusCode, Version};
use std::time::SystemTime;
use url::Url;

use super::{Answer, Ask, redirect};

/// Bytes of a header that are kept.
const MAX_KEPT: usize = 1024;

/// An answer whose head was found good.
pub struct Verdict {
    resource: Resource,
    name: String,
    refused_name: Option<String>,
    attachment: bool,
    start: u64,
    end: Option<u64>,
}

/// Reads the head of `response`, which came from `url` for `ask`, to a file that has a description at `metalink`.
///
/// # Errors
/// What the status stands for if it is no success; `BadAnswer` if the head contradicts itself or the request:
/// `WrongRange` then means that asking without a range may still work.
pub fn judge(response: &Response, url: &Url, ask: &Ask, metalink: Option<Url>) -> Result<Verdict, Failure> {
    let host = url.host_str().unwrap_or_default();
    let (start, end, size, ranges) = match response.status() {
        StatusCode::OK => {
            let length = content_length(response)?;
            (0, length, length, false)
        }
        StatusCode::PARTIAL_CONTENT => partial(response, ask)?,
        StatusCode::RANGE_NOT_SATISFIABLE if !ask.whole => return Err(unsatisfied(response, ask)),
        status => {
            let now = text(response, &header::DATE).and_then(|date| rules::date(&date));
            let wait = text(response, &header::RETRY_AFTER)
                .and_then(|value| rules::retry_after(&value, now.unwrap_or_else(SystemTime::now)));
            return Err(Failure::from_status(status.as_u16(), host, wait));
        }
    };
    refuse_encoded(response, url)?;
    let disposition = response.headers().get(header::CONTENT_DISPOSITION).map(|value| value.as_bytes());
    let content_type = short_text(response, &header::CONTENT_TYPE);
    let etag = short_text(response, &header::ETAG);
    let last_modified = short_text(response, &header::LAST_MODIFIED);
    let date = short_text(response, &header::DATE);
    let validator = rules::validator(etag.as_deref(), last_modified.as_deref(), date.as_deref());
    let is_reliable = rules::validator(None, last_modified.as_deref(), date.as_deref()).is_some();
    let hint = rules::hint(etag.as_deref(), last_modified.as_deref()).filter(|_| validator.is_none());
    let resource = Resource {
        final_url: url.to_string(),
        size,
        validator,
        modified: last_modified.filter(|_| is_reliable),
        hint,
        ranges,
        content_type: content_type.clone(),
        digest: digest_of(response),
        metalink: metalink.map(String::from),
    };
    Ok(Verdict {
        name: filename::choose(None, disposition, url, content_type.as_deref()),
        refused_name: filename::refused(disposition, url),
        attachment: disposition.is_some_and(|value| value.to_ascii_lowercase().starts_with(b"attachment")),
        resource,
        start,
        end,
    })
}

/// The strongest checksum that the server gives of the whole file; of a part's content it says nothing of the rest.
fn digest_of(response: &Response) -> Option<Checksum> {
    let values = |name: &str| response.headers().get_all(name).iter().map(HeaderValue::as_bytes);
    let mut all = digest::repr_digest(values("repr-digest"));
    all.extend(digest::digest(values("digest")));
    if response.status() == StatusCode::OK {
        all.extend(digest::repr_digest(values("content-digest")));
    }
    all.into_iter().max_by_key(|checksum| checksum.algorithm)
}

/// Where `response`, which came from `url`, says that a description of the file is: on the web, nowhere that only this
/// machine reaches, and not in the open what came encrypted.
pub fn metalink_of(response: &Response, url: &Url) -> Option<Url> {
    let mut links = response.headers().get_all(header::LINK).iter().map(HeaderValue::as_bytes).peekable();
    links.peek()?;
    let is_good = |target: &Url| {
        let in_the_open = url.scheme() == "https" && target.scheme() == "http";
        !in_the_open && !redirect::leads_inside(url, target) && target.as_str().len() <= MAX_KEPT
    };
    link::metalinks(links, url).into_iter().find(is_good)
}

impl Verdict {
    /// Whether everything came though only a part was asked for, of something that did not change.
    pub fn is_whole_though_unchanged(&self, ask: &Ask) -> bool {
        ask.from > 0
            && self.start == 0
            && !self.resource.ranges
            && ask.same_as.is_some()
            && ask.same_as == self.resource.validator
    }

    /// Whether what is missing of it can be asked for later.
    pub fn is_resumable(&self) -> bool {
        self.resource.is_resumable()
    }

    /// Of the body, if it was said.
    pub fn length(&self) -> Option<u64> {
        self.end.map(|end| end - self.start)
    }

    pub fn into_answer(
        self,
        url: &Url,
        shared: bool,
        body: BoxStream<'static, Result<Bytes, Failure>>,
    ) -> Answer {
        let resource = Resource { final_url: url.to_string(), ..self.resource };
        Answer {
            resource,
            name: self.name,
            refused_name: self.refused_name,
            attachment: self.attachment,
            start: self.start,
            end: self.end,
            shared,
            body,
        }
    }
}

/// A 206 is good only for exactly what was asked for, or less of it. RFC 9110 §15.3.7, §14.4.
fn partial(response: &Response, ask: &Ask) -> Result<(u64, Option<u64>, Option<u64>, bool), Failure> {
    let wrong = Failure::BadAnswer { fault: AnswerFault::WrongRange };
    let header = text(response, &header::CONTENT_RANGE).as_deref().and_then(ContentRange::parse);
    let Some(ContentRange::Satisfied { range, total }) = header else { return Err(wrong) };
    let beyond = ask.to.is_some_and(|to| range.end > to);
    // Without a total it cannot be known how much there is after this.
    let unknown_end = ask.from == 0 && total.is_none();
    if ask.whole || range.start != ask.from || beyond || unknown_end {
        return Err(wrong);
    }
    if content_length(response)?.is_some_and(|length| length != range.end - range.start) {
        return Err(Failure::BadAnswer { fault: AnswerFault::Malformed });
    }
    Ok((range.start, Some(range.end), total, true))
}

fn unsatisfied(response: &Response, ask: &Ask) -> Failure {
    match text(response, &header::CONTENT_RANGE).as_deref().and_then(ContentRange::parse) {
        // There is less than there was.
        Some(ContentRange::Unsatisfied { total: Some(total) }) if ask.from >= total && ask.from > 0 => {
            Failure::SourceChanged { was: None, now: Some(total) }
        }
        _ => Failure::BadAnswer { fault: AnswerFault::WrongRange },
    }
}

/// Content-Length, unless the framing makes it void. RFC 9112 §6.3.
fn content_length(response: &Response) -> Result<Option<u64>, Failure> {
    let headers = response.headers();
    if response.version() <= Version::HTTP_11 && headers.contains_key(header::TRANSFER_ENCODING) {
        return Ok(None);
    }
    let values: Vec<&str> =
        headers.get_all(header::CONTENT_LENGTH).iter().map(|value| value.to_str().unwrap_or("?")).collect();
    rules::content_length(&values).map_err(|fault| Failure::BadAnswer { fault })
}

/// A coding that nobody asked for would be saved as if it were the file. One exception: servers that call a `.gz` file
/// gzip-coded mean the file.
///
/// The same holds for a coding of the transfer that is not the chunks' own. RFC 9112 §6.1.
fn refuse_encoded(response: &Response, url: &Url) -> Result<(), Failure> {
    let path = url.path().to_ascii_lowercase();
    let codings = codings(response, &header::CONTENT_ENCODING);
    let is_the_file = match codings.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => true,
        ["gzip" | "x-gzip"] => path.ends_with(".gz") || path.ends_with(".tgz"),
        ["br"] => path.ends_with(".br"),
        ["zstd"] => path.ends_with(".zst"),
        _ => false,
    };
    let is_plain = codings_of_transfer(response).iter().all(|coding| coding == "chunked");
    if is_the_file && is_plain { Ok(()) } else { Err(Failure::BadAnswer { fault: AnswerFault::Encoded }) }
}

/// HTTP/2 has none, and its field for them means nothing. RFC 9113 §8.2.2.
fn codings_of_transfer(response: &Response) -> Vec<String> {
    if response.version() > Version::HTTP_11 {
        return Vec::new();
    }
    codings(response, &header::TRANSFER_ENCODING)
}

/// All that `name` lists, over all fields of that name, but for what changes nothing.
fn codings(response: &Response, name: &HeaderName) -> Vec<String> {
    let fields = response.headers().get_all(name).iter();
    let text = fields.map(|value| String::from_utf8_lossy(value.as_bytes())).collect::<Vec<_>>().join(",");
    let codings = text.split(',').map(|coding| coding.trim().to_ascii_lowercase());
    codings.filter(|coding| !matches!(coding.as_str(), "" | "identity")).collect()
}

/// What is kept with the download: a value of absurd length is as good as none.
fn short_text(response: &Response, name: &HeaderName) -> Option<String> {
    text(response, name).filter(|text| text.len() <= MAX_KEPT)
}

fn text(response: &Response, name: &HeaderName) -> Option<String> {
    response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
}
