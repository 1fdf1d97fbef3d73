//! The command line as people type it. What the words mean for the engine is `plan.rs`'s business.
//!
//! Flags keep the names that fingers know from curl, wget and aria2.

use clap::{Args, Parser, Subcommand};
use haul_core::download::{host_and_port, parse_url};
use haul_core::proxy::NoProxy;
use haul_core::{Checksum, Proxy, RefusedCertificate, certificate, units};
use std::ffi::OsString;
use std::path::PathBuf;

/// Fetches files: fast, resumable, and never a wrong byte.
#[derive(Debug, Parser)]
#[command(name = "haul", version, after_help = EXAMPLES, arg_required_else_help = true, override_usage = USAGE)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const USAGE: &str = "haul [OPTIONS] <URL>...\n       haul <COMMAND>";

const EXAMPLES: &str = "\
`haul URL` is short for `haul get URL`.

Examples:
  haul https://example.org/debian.iso
  haul get -d ~/Downloads -x 16 https://example.org/debian.iso
  haul get --help";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Download now, show progress, and end when all files are whole
    #[command(after_help = GET_EXAMPLES)]
    Get(Box<GetArgs>),
}

const GET_EXAMPLES: &str = "\
Run again after a stop, a crash or a power cut, the same command goes on where it was.

Examples:
  haul get https://example.org/debian.iso
  haul get -o debian.iso --checksum sha-256=0123… https://example.org/download?id=7
  haul get --mirror https://mirror.example.net/debian.iso https://example.org/debian.iso
  haul get -d music -j 3 --limit-rate 2M -i links.txt
  haul get -H 'Authorization: Bearer …' --json https://example.org/a.zip
  haul get --renew debian.iso 'https://example.org/debian.iso?key=new'
  some-command | haul get -

Exit codes are aria2's: 0 all files are whole, 2 time-out, 3 not found, 6 network, 7 stopped before the end,
9 disk full, 19 host not found, 22 bad answer, 24 log-in needed, 28 bad option, 29 server busy, 32 wrong checksum;
and 33 certificate, 34 changed on the server, 35 a web page instead of the file.";

#[derive(Debug, Args)]
pub struct GetArgs {
    /// Addresses to download; `-` reads them from standard input
    #[arg(value_name = "URL", required_unless_present = "input_file")]
    pub urls: Vec<String>,

    /// Folder for the files; made if missing [default: the current one]
    #[arg(short, long, value_name = "DIR")]
    pub dir: Option<PathBuf>,

    /// Name of the file, or its path (for one URL)
    #[arg(short, long, value_name = "NAME|PATH")]
    pub out: Option<PathBuf>,

    /// Unfinished file, by its name, that the URL is a new link for (for one URL): what is there is kept if the link leads to
    /// the same file, and refused if it does not
    #[arg(long, value_name = "NAME|PATH", conflicts_with = "out")]
    pub renew: Option<PathBuf>,

    /// File with one URL a line, `-` for standard input. `#` begins a comment; lines that begin with a blank are options
    /// of the URL above, as in aria2: out=, dir=, header=, checksum=. Tabs stand between a URL and its mirrors. In a session
    /// that aria2 saved, what aria2 has of a file is used too
    #[arg(short, long, value_name = "FILE")]
    pub input_file: Option<PathBuf>,

    /// Downloads at once, 1 to 64 [default: 5]
    #[arg(short = 'j', long = "jobs", value_name = "N", value_parser = clap::value_parser!(u32).range(1..=64))]
    pub at_once: Option<u32>,

    /// Connections for a file, 1 to 64 [default: as many as are worth it, up to 16]
    #[arg(short = 'x', long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=64))]
    pub connections: Option<u32>,

    /// Bytes a second for a file: 500K, 1.5M; 0 is no limit
    #[arg(long, value_name = "SIZE", value_parser = limit)]
    pub limit_rate: Option<u64>,

    /// What the file must be (for one URL): sha-256=HEX; also md5, sha-1, sha-512, blake3
    #[arg(long, value_name = "ALGORITHM=HEX")]
    pub checksum: Option<Checksum>,

    /// Where else the same file is (for one URL): parts of it come from there too, or all when the first fails; can be
    /// repeated
    #[arg(long = "mirror", value_name = "URL")]
    pub mirrors: Vec<String>,

    /// Do not verify files with checksums that their servers have: in the answer, in Metalink, or in lists beside them
    /// (NAME.sha256, SHA256SUMS and the like), which are not looked for then
    #[arg(long)]
    pub no_server_checksums: bool,

    /// Another header for every request; can be repeated
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE")]
    pub headers: Vec<String>,

    /// Proxy: http://, https://, socks5:// (names are looked up here) or socks5h:// (there), with a log-in if it wants one;
    /// `none` for none [default: as http_proxy, https_proxy, all_proxy and no_proxy say]
    #[arg(long, value_name = "URL", value_parser = proxy)]
    pub proxy: Option<Proxy>,

    /// The proxy came as curl's -x
    #[arg(long = "proxy-by-x", hide = true, requires = "proxy")]
    pub proxy_by_x: bool,

    /// Certificates (PEM) to trust beside the system's; can be repeated
    #[arg(long, value_name = "FILE")]
    pub cacert: Vec<PathBuf>,

    /// Certificate (PEM) to show to servers that ask for one, with its private key unless that is in --key
    #[arg(long, value_name = "FILE")]
    pub cert: Option<PathBuf>,

    /// Private key (PEM) of --cert
    #[arg(long, value_name = "FILE", requires = "cert")]
    pub key: Option<PathBuf>,

    /// Do not write into the files' attributes where they came from
    #[arg(long)]
    pub no_origin: bool,

    /// A certificate to accept this once though nobody vouches for it, by its SHA-256, from the host of the URL or from HOST:PORT
    /// (443 where none is given), to which it may redirect; the message that it was refused names both. A mirror whose
    /// certificate is refused is not used. Can be repeated
    #[arg(long, value_name = "[HOST:PORT=]SHA256", value_parser = trust)]
    pub trust: Vec<Trust>,

    /// Seconds to wait for a connection, and of silence before one counts as dead [default: 15 and 30]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub timeout: Option<u32>,

    /// Tries without progress before giving up, 1 to 1000
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub max_tries: u32,

    /// One JSON object a line on standard output
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,

    /// Say nothing; the exit code tells
    #[arg(short, long)]
    pub quiet: bool,

    /// Go on with what is there: always so, accepted for fingers that type it
    #[arg(short, long = "continue")]
    pub continued: bool,
}

/// A certificate that the person knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trust {
    /// Host and port; none: the host of each URL, at any port.
    pub at: Option<String>,
    pub sha256: String,
}

fn trust(text: &str) -> Result<Trust, String> {
    let (at, sha256) = match text.rsplit_once('=') {
        Some((at, sha256)) => (Some(place(at).ok_or(NO_PLACE)?), sha256),
        None => (None, text),
    };
    Ok(Trust { at, sha256: certificate::parse_sha256(sha256).map_err(|error| error.to_string())? })
}

const NO_PLACE: &str =
    "a certificate is trusted at HOST:PORT, such as example.org:443, and not at an address";

/// Host and port as they are called where a certificate was refused.
fn place(text: &str) -> Option<String> {
    if text.is_empty() || text.contains(['/', '\\', '?', '#', '@', '%']) || text.contains(char::is_whitespace)
    {
        return None;
    }
    parse_url(&format!("https://{text}/")).ok().map(|url| host_and_port(&url))
}

impl Trust {
    /// Whether it is about `refused`, which a download of `url` met.
    pub fn covers(&self, refused: &RefusedCertificate, url: &str) -> bool {
        let is_there = match &self.at {
            Some(at) => *at == format!("{}:{}", refused.host, refused.port),
            None => parse_url(url).is_ok_and(|url| url.host_str() == Some(&refused.host)),
        };
        is_there && self.sha256 == refused.sha256
    }
}

fn proxy(text: &str) -> Result<Proxy, NoProxy> {
    Proxy::parse(text)
}

fn limit(text: &str) -> Result<u64, String> {
    let limit = units::parse_size(text).map_err(|error| error.to_string())?;
    match limit {
        1..haul_core::settings::MIN_LIMIT => Err("a limit below 1K would only stall the download".to_owned()),
        limit => Ok(limit.min(haul_core::settings::MAX_LIMIT)),
    }
}

/// The words as clap wants them: whatever begins with no command is a `get`.
pub fn with_command(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut words: Vec<OsString> = words.collect();
    let first = words.get(1).map(|word| word.to_string_lossy().into_owned());
    let known = ["get", "help", "-h", "--help", "-V", "--version"];
    if first.is_some_and(|first| !known.contains(&first.as_str())) {
        words.insert(1, "get".into());
    }
    with_curls_proxy(words)
}

/// `-x` counts connections, as in aria2; but what fingers used to curl write behind it is told apart by its value.
fn with_curls_proxy(words: Vec<OsString>) -> Vec<OsString> {
    let is_address = |word: &OsString| word.to_string_lossy().contains("://");
    let mut read = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let glued = word.to_str().and_then(|word| word.strip_prefix("-x")).map(OsString::from);
        let value = match glued {
            Some(glued) if is_address(&glued) => Some(glued),
            Some(glued) if glued.is_empty() => words.next_if(is_address),
            Some(_) | None => None,
        };
        match value {
            Some(value) => read.extend(["--proxy-by-x".into(), "--proxy".into(), value]),
            None => read.push(word),
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(line: &str) -> Result<GetArgs, clap::Error> {
        let words = line.split(' ').map(OsString::from);
        Cli::try_parse_from(with_command(words)).map(|cli| match cli.command {
            Command::Get(get) => *get,
        })
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn get_may_be_left_out() {
        for line in ["haul get http://a.org/b -q", "haul http://a.org/b -q", "haul -q http://a.org/b"] {
            let args = parse(line).unwrap();
            assert_eq!((args.urls, args.quiet), (vec!["http://a.org/b".to_owned()], true), "{line}");
        }
    }

    #[test]
    fn flags_are_read_as_fingers_write_them() {
        let args = parse(
            "haul get -x16 -j 2 -d dir -o name -c --limit-rate 1M --timeout 5 --max-tries=3 -H A:b --header C:d u",
        );
        let args = args.unwrap();
        assert_eq!((args.connections, args.at_once), (Some(16), Some(2)));
        assert_eq!((args.limit_rate, args.timeout, args.max_tries), (Some(1 << 20), Some(5), 3));
        assert_eq!(args.headers, ["A:b", "C:d"]);
        assert_eq!((args.dir, args.out), (Some("dir".into()), Some("name".into())));
    }

    #[test]
    fn a_proxy_is_taken_for_one_also_behind_curls_letter() {
        let manual = |url: &str| Some(Proxy::Manual { url: url.to_owned(), no_proxy: Vec::new() });
        let args = parse("haul --proxy p.org:3128 http://a.org/b").unwrap();
        assert_eq!((args.proxy, args.proxy_by_x), (manual("http://p.org:3128/"), false));
        for line in ["haul -x socks5://p:1080 http://a.org/b", "haul get -xsocks5://p:1080 http://a.org/b"] {
            let args = parse(line).unwrap();
            assert_eq!((args.proxy, args.proxy_by_x), (manual("socks5://p:1080"), true), "{line}");
        }
        assert_eq!(parse("haul -x 4 http://a.org/b").unwrap().connections, Some(4));
        assert_eq!(parse("haul --proxy none u").unwrap().proxy, Some(Proxy::None));
        assert!(parse("haul --proxy ftp://a u").is_err());
    }

    #[test]
    fn a_certificate_is_trusted_at_a_host_and_port() {
        let sha256 = "a1".repeat(32);
        let at = |place: &str| trust(&format!("{place}={sha256}")).map(|trust| trust.at.unwrap());
        for (written, meant) in [
            ("localhost", "localhost:443"),
            ("Example.ORG:8443", "example.org:8443"),
            ("bücher.example:443", "xn--bcher-kva.example:443"),
            ("127.0.0.1:1", "127.0.0.1:1"),
            ("[::1]", "[::1]:443"),
            ("[0:0::1]:8443", "[::1]:8443"),
        ] {
            assert_eq!(at(written).as_deref(), Ok(meant), "{written}");
        }
        for wrong in
            ["", ":443", "https://localhost:1", "localhost:1/", "localhost:99999", "::1", "a@b:1", "a b"]
        {
            assert_eq!(at(wrong), Err(NO_PLACE.to_owned()), "{wrong}");
        }
        let refused = RefusedCertificate {
            host: "example.org".into(),
            port: 8443,
            fault: haul_core::CertificateFault::UnknownIssuer,
            sha256: sha256.clone(),
            subject: None,
            issuer: None,
            not_before: None,
            not_after: None,
        };
        let anywhere = trust(&sha256).unwrap();
        assert!(anywhere.covers(&refused, "http://example.org/a"), "it redirects to another port");
        assert!(!anywhere.covers(&refused, "https://example.net/a"));
        let elsewhere = trust(&format!("example.org={sha256}")).unwrap();
        assert!(!elsewhere.covers(&refused, "https://example.org/a"));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for line in [
            "haul get",
            "haul get -x 0 u",
            "haul get -x 65 u",
            "haul get -j 0 u",
            "haul get --limit-rate 5 u",
            "haul get --limit-rate fast u",
            "haul get --checksum md5=1 u",
            "haul get --timeout 0 u",
            "haul get --max-tries 0 u",
            "haul get --json -q u",
            "haul get --no-such-flag u",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
        assert_eq!(parse("haul --limit-rate 0 u").unwrap().limit_rate, Some(0));
        assert!(parse("haul get -i list").is_ok());
    }
}
