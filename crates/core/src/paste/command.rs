//! Command lines of curl, wget and aria2. What they say of how a file is asked for is taken over; what means nothing here is
//! named.

use super::{Found, PastedLink, PastedRequest, Remark, pattern, words};
use crate::encoding::to_base64;
use crate::units;

/// Whether `text` begins with a command that is read here, and not with a sentence about one.
pub fn is_one(text: &str) -> bool {
    let mut words = text.trim_start().trim_start_matches("$ ").split_whitespace();
    let is_tool = words.next().is_some_and(|word| Tool::of(word).is_some());
    let begins_command =
        |word: &str| word.starts_with(['-', '\'', '"', '$', '^', '\\']) || word.contains(['/', '.']);
    is_tool && words.next().is_some_and(begins_command)
}

/// Takes over each command of `text`.
pub fn read(text: &str, found: &mut Found) {
    for words in words::commands(text) {
        let mut words = words.into_iter().skip_while(|word| word == "$" || word == "sudo");
        let Some(tool) = words.next().as_deref().and_then(Tool::of) else { continue };
        let mut reader = Reader { tool, ..Reader::of(tool) };
        reader.read(words);
        reader.hand_over(found);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tool {
    Curl,
    Wget,
    Aria2,
}

impl Tool {
    fn of(word: &str) -> Option<Tool> {
        match word.strip_suffix(".exe").unwrap_or(word) {
            "curl" => Some(Self::Curl),
            "wget" | "wget2" => Some(Self::Wget),
            "aria2c" => Some(Self::Aria2),
            _ => None,
        }
    }
}

/// What a flag means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Url,
    Header,
    UserAgent,
    Referrer,
    Cookie,
    /// `user:password`.
    User,
    UserName,
    Password,
    Name,
    Connections,
    Limit,
    Proxy,
    Checksum,
    Method,
    /// Something is sent.
    Body,
    Head,
    Insecure,
    /// Known, with a value that is of no use here.
    Ignored,
    /// Known, without a value.
    Switch,
}

/// What `name` means to `tool`; none: not known.
fn meaning(tool: Tool, name: &str) -> Option<Meaning> {
    use Meaning as M;
    use Tool::{Aria2, Curl, Wget};
    Some(match (tool, name) {
        (Curl, "--url") => M::Url,
        (Curl, "-H" | "--header") | (Wget | Aria2, "--header") => M::Header,
        (Curl, "-A" | "--user-agent") | (Wget | Aria2, "-U" | "--user-agent") => M::UserAgent,
        (Curl, "-e" | "--referer") | (Wget | Aria2, "--referer") => M::Referrer,
        (Curl, "-b" | "--cookie") => M::Cookie,
        (Curl, "-u" | "--user") => M::User,
        (Wget, "--user" | "--http-user") | (Aria2, "--http-user") => M::UserName,
        (Wget, "--password" | "--http-password") | (Aria2, "--http-passwd") => M::Password,
        (Curl | Aria2, "-o") | (Curl, "--output") | (Wget, "-O" | "--output-document") | (Aria2, "--out") => {
            M::Name
        }
        (Aria2, "-x" | "--max-connection-per-server" | "-s" | "--split") => M::Connections,
        (Curl | Wget, "--limit-rate") | (Aria2, "--max-download-limit") => M::Limit,
        (Curl, "-x" | "--proxy") | (Aria2, "--all-proxy" | "--http-proxy" | "--https-proxy") => M::Proxy,
        (Aria2, "--checksum") => M::Checksum,
        (Curl, "-X" | "--request") | (Wget, "--method") => M::Method,
        (
            Curl,
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--data-ascii" | "--data-urlencode" | "--json",
        )
        | (Curl, "-F" | "--form" | "-T" | "--upload-file")
        | (Wget, "--post-data" | "--post-file" | "--body-data" | "--body-file") => M::Body,
        (Curl, "-I" | "--head") | (Wget, "--spider") => M::Head,
        (Curl, "-k" | "--insecure") | (Wget, "--no-check-certificate") => M::Insecure,
        (
            Curl,
            "--resolve" | "--retry" | "--connect-timeout" | "-m" | "--max-time" | "--output-dir" | "-c",
        )
        | (
            Curl,
            "--cookie-jar" | "--max-redirs" | "-w" | "--write-out" | "-C" | "--continue-at" | "-r"
            | "--range",
        )
        | (Wget, "-P" | "--directory-prefix" | "-t" | "--tries" | "-T" | "--timeout" | "-w" | "--wait")
        | (Wget, "-o" | "--output-file" | "--load-cookies" | "--save-cookies")
        | (Aria2, "-d" | "--dir" | "-k" | "--min-split-size" | "-j" | "--max-concurrent-downloads")
        | (
            Aria2,
            "--retry-wait" | "-m" | "--max-tries" | "-t" | "--timeout" | "--load-cookies"
            | "--file-allocation",
        ) => M::Ignored,
        (
            Curl,
            "-L" | "--location" | "--compressed" | "-O" | "--remote-name" | "-J" | "--remote-header-name",
        )
        | (Curl, "-s" | "--silent" | "-S" | "--show-error" | "-f" | "--fail" | "-v" | "--verbose" | "-#")
        | (
            Curl,
            "--globoff" | "-g" | "--http1.1" | "--http2" | "--progress-bar" | "-G" | "--get" | "-Z"
            | "--parallel",
        )
        | (
            Wget,
            "-c"
            | "--continue"
            | "-q"
            | "--quiet"
            | "-N"
            | "--timestamping"
            | "--content-disposition"
            | "-nc",
        )
        | (Wget, "--no-clobber" | "-nv" | "--no-verbose" | "--show-progress" | "-b" | "--background")
        | (Aria2, "-c" | "-q" | "--continue" | "--quiet") => M::Switch,
        _ => return None,
    })
}

/// Reads the words of one command.
struct Reader {
    tool: Tool,
    urls: Vec<String>,
    request: PastedRequest,
    user: Option<String>,
    password: Option<String>,
    unknown: Vec<String>,
    /// The method, if it sends something.
    sends: Option<String>,
    insecure: bool,
    /// Everything behind `--` is an address.
    only_urls: bool,
}

impl Reader {
    fn of(tool: Tool) -> Self {
        Self {
            tool,
            urls: Vec::new(),
            request: PastedRequest::default(),
            user: None,
            password: None,
            unknown: Vec::new(),
            sends: None,
            insecure: false,
            only_urls: false,
        }
    }

    fn read(&mut self, mut words: impl Iterator<Item = String>) {
        while let Some(word) = words.next() {
            if self.only_urls || !word.starts_with('-') || word == "-" {
                self.urls.push(word);
            } else if word == "--" {
                self.only_urls = true;
            } else if word.starts_with("--") {
                self.long(&word, &mut words);
            } else {
                self.short(&word, &mut words);
            }
        }
    }

    fn long(&mut self, word: &str, words: &mut impl Iterator<Item = String>) {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word, None),
        };
        match meaning(self.tool, name) {
            None => self.unknown.push(name.to_owned()),
            Some(meaning) if !takes_value(meaning) => self.switch(meaning),
            Some(meaning) => {
                if let Some(value) = value.or_else(|| words.next()) {
                    self.value(meaning, value);
                }
            }
        }
    }

    /// `-sSLo NAME`, `-oNAME`.
    fn short(&mut self, word: &str, words: &mut impl Iterator<Item = String>) {
        // wget has a few of two letters.
        if meaning(self.tool, word) == Some(Meaning::Switch) {
            return;
        }
        for (at, letter) in word.char_indices().skip(1) {
            let name = format!("-{letter}");
            match meaning(self.tool, &name) {
                None => self.unknown.push(name),
                Some(meaning) if !takes_value(meaning) => self.switch(meaning),
                Some(meaning) => {
                    let rest = &word[at + letter.len_utf8()..];
                    let value = if rest.is_empty() { words.next() } else { Some(rest.to_owned()) };
                    if let Some(value) = value {
                        self.value(meaning, value);
                    }
                    return;
                }
            }
        }
    }

    fn switch(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Insecure => self.insecure = true,
            Meaning::Head => {}
            _ => debug_assert_eq!(meaning, Meaning::Switch),
        }
    }

    fn value(&mut self, meaning: Meaning, value: String) {
        let request = &mut self.request;
        match meaning {
            Meaning::Url => self.urls.push(value),
            Meaning::Header => request.headers.extend(header(&value)),
            Meaning::UserAgent => request.headers.push(("User-Agent".into(), value)),
            Meaning::Referrer => request.headers.push(("Referer".into(), value)),
            // Without "=" it names a file.
            Meaning::Cookie if value.contains('=') => request.headers.push(("Cookie".into(), value)),
            Meaning::Cookie => self.unknown.push("-b".into()),
            Meaning::User => match value.split_once(':') {
                Some((user, password)) => {
                    (self.user, self.password) = (Some(user.into()), Some(password.into()));
                }
                None => self.user = Some(value),
            },
            Meaning::UserName => self.user = Some(value),
            Meaning::Password => self.password = Some(value),
            Meaning::Name if value != "-" => request.name = Some(file_name(&value)),
            Meaning::Connections => {
                request.connections = value.parse().ok().filter(|count| (1..=64).contains(count))
            }
            Meaning::Limit => request.limit = units::parse_size(&value).ok().filter(|&limit| limit > 0),
            Meaning::Proxy => request.proxy = Some(value).filter(|proxy| !proxy.is_empty()),
            Meaning::Checksum => request.checksum = Some(value),
            Meaning::Method if value.eq_ignore_ascii_case("get") => {}
            Meaning::Method => self.sends = Some(value.to_ascii_uppercase()),
            Meaning::Body => {
                self.sends.get_or_insert_with(|| "POST".into());
            }
            Meaning::Name | Meaning::Ignored | Meaning::Head | Meaning::Insecure | Meaning::Switch => {}
        }
    }

    fn hand_over(mut self, found: &mut Found) {
        if let Some(user) = self.user.take() {
            self.request.headers.push(log_in(&user, &self.password.unwrap_or_default()));
        }
        let mut urls: Vec<String> = self.urls.iter().flat_map(|url| address(self.tool, url, found)).collect();
        if self.tool == Tool::Aria2 && urls.len() > 1 {
            // All addresses of one command of aria2 are of one file.
            self.request.mirrors = urls.split_off(1);
        }
        let several = urls.len() > 1;
        for url in urls {
            let name = self.request.name.clone().filter(|_| !several);
            let request = PastedRequest { name, ..self.request.clone() };
            let request = (request != PastedRequest::default()).then_some(request);
            found.add(PastedLink { url, pattern: None, request });
        }
        if !self.unknown.is_empty() {
            self.unknown.dedup();
            found.remark(Remark::UnknownFlags { flags: self.unknown });
        }
        if let Some(method) = self.sends {
            found.remark(Remark::Sends { method });
        }
        if self.insecure {
            found.remark(Remark::Insecure);
        }
    }
}

fn takes_value(meaning: Meaning) -> bool {
    !matches!(meaning, Meaning::Switch | Meaning::Insecure | Meaning::Head)
}

/// What stands for an address on a command line: without a scheme too, and for many if curl would see a pattern in it.
fn address(tool: Tool, word: &str, found: &mut Found) -> Vec<String> {
    let word = word.trim();
    let is_web =
        |url: &str| ["http://", "https://"].iter().any(|scheme| url.to_ascii_lowercase().starts_with(scheme));
    let url = if word.contains("://") { word.to_owned() } else { format!("http://{word}") };
    if !is_web(&url) || url.len() <= "https://".len() {
        return Vec::new();
    }
    match pattern::Pattern::of(&url).filter(|_| tool == Tool::Curl) {
        None => vec![url],
        Some(pattern) => pattern.links().unwrap_or_else(|count| {
            found.remark(Remark::TooMany { pattern: url, count });
            Vec::new()
        }),
    }
}

/// The header of a log-in. RFC 7617.
pub(crate) fn log_in(user: &str, password: &str) -> (String, String) {
    ("Authorization".into(), format!("Basic {}", to_base64(format!("{user}:{password}").as_bytes())))
}

/// A header as curl takes it; none for those that are the download's own business.
pub(crate) fn header(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once(':')?;
    let (name, value) = (name.trim(), value.trim());
    (!value.is_empty() && !is_own_business(name)).then(|| (name.to_owned(), value.to_owned()))
}

/// Which part of the file, how it is packed and over which connection is decided with each request.
fn is_own_business(name: &str) -> bool {
    const OWN: [&str; 13] = [
        "range",
        "if-range",
        "if-match",
        "if-none-match",
        "if-modified-since",
        "content-length",
        "content-type",
        "host",
        "accept-encoding",
        "connection",
        "transfer-encoding",
        "te",
        "upgrade",
    ];
    name.is_empty() || name.starts_with(':') || OWN.iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// Only the name: the folder is chosen in the dialog.
fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}
