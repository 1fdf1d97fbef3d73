//! What the words of a command line ask of the engine: downloads, settings, certificates. Contradictions are found here,
//! before anything is started.

use haul_core::filename::PartName;
use haul_core::lists::{Entry, aria2};
use haul_core::{NewDownload, Options, Settings, WhenChanged};
use std::collections::HashSet;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use crate::args::GetArgs;

/// All that one `haul get` has to do.
#[derive(Debug)]
pub struct Plan {
    pub downloads: Vec<NewDownload>,
    /// The folder of what names none itself; absolute.
    pub folder: PathBuf,
    pub certificates: Vec<Vec<u8>>,
    /// Certificate and private key (PEM) to show to servers that ask.
    pub identity: Option<Vec<u8>>,
    /// The one download goes on with what an expired link left under its name.
    pub renews: bool,
    /// What was left out, in words.
    pub warnings: Vec<String>,
}

/// Why there is nothing to start.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    #[error("-o names one file, but there are {0} addresses; use -d, or out= in an input file")]
    OneName(usize),
    #[error("--renew names one file, but there are {0} addresses")]
    OneRenewal(usize),
    #[error("--checksum is of one file, but there are {0} addresses; use checksum= in an input file")]
    OneChecksum(usize),
    #[error(
        "--mirror is of one file, but there are {0} addresses; write mirrors behind a tab in an input file"
    )]
    OneMirror(usize),
    #[error("{} is a folder; name the file too, or use -d", .0.display())]
    FolderAsName(PathBuf),
    #[error("{} has no file name", .0.display())]
    NoName(PathBuf),
    #[error("{0:?} is no header; write it as 'Name: value'")]
    BadHeader(String),
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{} is no text", .0.display())]
    NoText(PathBuf),
    #[error("there is no address in {}", .0.display())]
    NoAddress(PathBuf),
    #[error("there is no certificate (PEM) in {}", .0.display())]
    NoCertificate(PathBuf),
    #[error("the current folder cannot be found: {0}")]
    NoFolder(std::io::Error),
}

/// Reads the lists that `args` names and settles what is to be done.
pub fn plan(args: &GetArgs) -> Result<Plan, PlanError> {
    let folder = absolute(args.dir.as_deref().unwrap_or(Path::new(".")))?;
    let mut warnings = Vec::new();
    if args.proxy_by_x {
        warnings
            .push("-x with an address is taken for --proxy; with a number it counts connections".to_owned());
    }
    let entries = entries(args, &mut warnings)?;
    let mut seen = HashSet::new();
    let mut downloads = Vec::new();
    for entry in &entries {
        let download = download(args, entry, &folder, &mut warnings)?;
        if seen.insert((download.url.clone(), download.folder.clone(), download.options.name.clone())) {
            downloads.push(download);
        } else {
            warnings.push(format!("{} is named twice and will be downloaded once", download.url));
        }
    }
    match downloads.len() {
        0 | 1 => {}
        several if args.out.is_some() => return Err(PlanError::OneName(several)),
        several if args.renew.is_some() => return Err(PlanError::OneRenewal(several)),
        several if args.checksum.is_some() => return Err(PlanError::OneChecksum(several)),
        several if !args.mirrors.is_empty() => return Err(PlanError::OneMirror(several)),
        _ => {}
    }
    let certificates = args.cacert.iter().map(|path| certificate(path)).collect::<Result<_, _>>()?;
    let identity = args.cert.as_deref().map(|cert| identity(cert, args.key.as_deref())).transpose()?;
    Ok(Plan { downloads, folder, certificates, identity, renews: args.renew.is_some(), warnings })
}

/// The settings that the flags ask for, on top of `settings`.
pub fn settings(args: &GetArgs, mut settings: Settings) -> Settings {
    settings.max_tries = args.max_tries;
    settings.mark_origin = !args.no_origin;
    settings.server_checksums = !args.no_server_checksums;
    settings.proxy = args.proxy.clone().unwrap_or_default();
    if let Some(at_once) = args.at_once {
        settings.downloads_at_once = at_once;
    }
    if let Some(connections) = args.connections {
        settings.connections_per_download = connections;
        settings.connections_per_host = settings.connections_per_host.max(connections);
    }
    if let Some(timeout) = args.timeout {
        settings.connect_timeout_secs = timeout;
        settings.stall_timeout_secs = timeout;
    }
    settings
}

fn entries(args: &GetArgs, warnings: &mut Vec<String>) -> Result<Vec<Entry>, PlanError> {
    let mut entries = Vec::new();
    for url in &args.urls {
        if url == "-" {
            entries.extend(read_list(Path::new("-"), warnings)?);
        } else {
            entries.push(Entry { url: url.clone(), ..Entry::default() });
        }
    }
    if let Some(path) = &args.input_file {
        entries.extend(read_list(path, warnings)?);
    }
    Ok(entries)
}

fn read_list(path: &Path, warnings: &mut Vec<String>) -> Result<Vec<Entry>, PlanError> {
    let shown = if path == Path::new("-") { Path::new("standard input") } else { path };
    let text = String::from_utf8(read(path)?).map_err(|_| PlanError::NoText(shown.to_owned()))?;
    if text.contains('\0') {
        return Err(PlanError::NoText(shown.to_owned()));
    }
    let list = aria2::parse(&text);
    if list.entries.is_empty() {
        return Err(PlanError::NoAddress(shown.to_owned()));
    }
    warnings.extend(
        list.warnings.iter().map(|(line, reason)| format!("{}, line {line}: {reason}", shown.display())),
    );
    Ok(list.entries)
}

/// The bytes of a file; `-` is standard input.
fn read(path: &Path) -> Result<Vec<u8>, PlanError> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|source| PlanError::Unreadable { path: path.to_owned(), source })
}

/// Certificates in PEM. A file without any would be trusted in silence to hold nothing.
/// Certificate and key in one text.
fn identity(cert: &Path, key: Option<&Path>) -> Result<Vec<u8>, PlanError> {
    let mut pem = certificate(cert)?;
    if let Some(key) = key {
        pem.push(b'\n');
        pem.extend(read(key)?);
    }
    Ok(pem)
}

fn certificate(path: &Path) -> Result<Vec<u8>, PlanError> {
    let pem = read(path)?;
    let begins = b"-----BEGIN CERTIFICATE-----";
    if pem.windows(begins.len()).any(|window| window == begins) {
        Ok(pem)
    } else {
        Err(PlanError::NoCertificate(path.to_owned()))
    }
}

fn download(
    args: &GetArgs,
    entry: &Entry,
    folder: &Path,
    warnings: &mut Vec<String>,
) -> Result<NewDownload, PlanError> {
    let mut folder = entry.dir.as_ref().map_or(folder.to_owned(), |dir| folder.join(dir));
    let mut name = None;
    let renewed = args.renew.as_deref().map(finished_name);
    if let Some(out) = renewed.as_ref().or(entry.out.as_ref()).or(args.out.as_ref()) {
        let (parent, wanted) = split(&folder, out)?;
        (folder, name) = (parent, Some(wanted));
    }
    if entry.paused {
        warnings.push(format!("{} is paused in its list, and fetched all the same", entry.url));
    }
    let mut headers = Vec::new();
    for text in args.headers.iter().chain(&entry.headers) {
        match header(text)? {
            (name, _) if is_ours(&name) => {
                warnings.push(format!("the header {name} is Haul's own and was left out"))
            }
            header => headers.push(header),
        }
    }
    let folder = absolute(&folder)?;
    let options = Options {
        name,
        headers,
        begun_in: entry.begun.then(|| folder.clone()),
        connections: args.connections,
        limit: args.limit_rate.filter(|limit| *limit > 0),
        checksum: entry.checksum.clone().or_else(|| args.checksum.clone()),
        mirrors: entry.mirrors.iter().chain(&args.mirrors).cloned().collect(),
        when_changed: WhenChanged::StartOver,
        ..Options::default()
    };
    Ok(NewDownload { folder: Some(folder), options, ..NewDownload::of(&entry.url) })
}

/// What an unfinished file will be called; it may be named as it is called now, which shells fill in.
fn finished_name(path: &Path) -> PathBuf {
    PartName::becomes(path).map_or_else(|| path.to_owned(), |name| path.with_file_name(name))
}

/// The folder and the name of an `-o`, which may be a path: relative ones begin at `folder`.
fn split(folder: &Path, out: &Path) -> Result<(PathBuf, String), PlanError> {
    let path = folder.join(out);
    let ends_in_slash = out.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    if ends_in_slash || path.is_dir() {
        return Err(PlanError::FolderAsName(out.to_owned()));
    }
    match (path.parent(), path.components().next_back()) {
        (Some(parent), Some(Component::Normal(name))) => {
            Ok((parent.to_owned(), name.to_string_lossy().into_owned()))
        }
        _ => Err(PlanError::NoName(out.to_owned())),
    }
}

fn absolute(path: &Path) -> Result<PathBuf, PlanError> {
    std::path::absolute(path).map_err(PlanError::NoFolder)
}

/// RFC 9110 §5.1, §5.5: a token, and a value in one line.
fn header(text: &str) -> Result<(String, String), PlanError> {
    let bad = || PlanError::BadHeader(text.to_owned());
    let (name, value) = text.split_once(':').ok_or_else(bad)?;
    let (name, value) = (name.trim(), value.trim());
    let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    let is_name = !name.is_empty() && name.bytes().all(is_token);
    if is_name && !value.chars().any(char::is_control) {
        Ok((name.to_owned(), value.to_owned()))
    } else {
        Err(bad())
    }
}

/// Headers that decide which bytes an answer holds: another hand in them would end in a wrong file.
fn is_ours(name: &str) -> bool {
    const OURS: [&str; 7] =
        ["range", "if-range", "accept-encoding", "content-length", "transfer-encoding", "connection", "te"];
    OURS.iter().any(|ours| name.eq_ignore_ascii_case(ours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Cli, Command, with_command};
    use clap::Parser;

    fn planned(words: &[&str]) -> Result<Plan, PlanError> {
        let words = ["haul", "get"].iter().chain(words).map(Into::into);
        let Command::Get(args) = Cli::parse_from(with_command(words)).command;
        plan(&args)
    }

    #[test]
    fn a_path_is_a_folder_and_a_name() {
        let plan = planned(&["-d", "/d", "-o", "e/f.zip", "http://a.org"]).unwrap();
        let download = &plan.downloads[0];
        assert_eq!(
            (download.folder.as_deref(), download.options.name.as_deref()),
            (Some(Path::new("/d/e")), Some("f.zip"))
        );
        let plan = planned(&["-d", "/d", "-o", "/g/f.zip", "http://a.org"]).unwrap();
        assert_eq!(plan.downloads[0].folder.as_deref(), Some(Path::new("/g")));
        assert!(matches!(planned(&["-o", "e/", "u"]), Err(PlanError::FolderAsName(_))));
        assert!(matches!(planned(&["-o", "/tmp", "u"]), Err(PlanError::FolderAsName(_))));
        assert!(matches!(planned(&["-d", "/no", "-o", "..", "u"]), Err(PlanError::NoName(_))));
    }

    #[test]
    fn what_is_renewed_is_named_as_it_is_or_will_be_called() {
        for name in ["e/f.zip", "e/f.zip.part", "/d/e/f.zip.part", "e/.f.zip.part"] {
            let plan = planned(&["-d", "/d", "--renew", name, "http://a.org/new"]).unwrap();
            let download = &plan.downloads[0];
            assert_eq!(
                (plan.renews, download.folder.as_deref(), download.options.name.as_deref()),
                (true, Some(Path::new("/d/e")), Some("f.zip")),
                "{name}"
            );
        }
        let several = planned(&["--renew", "f", "http://a.org/1", "http://a.org/2"]);
        assert!(matches!(several, Err(PlanError::OneRenewal(2))));
    }

    #[test]
    fn one_name_and_one_checksum_are_of_one_file() {
        assert!(matches!(
            planned(&["-o", "x", "http://a.org/1", "http://a.org/2"]),
            Err(PlanError::OneName(2))
        ));
        let checksum = format!("md5={}", "0".repeat(32));
        let several = planned(&["--checksum", &checksum, "http://a.org/1", "http://a.org/2"]);
        assert!(matches!(several, Err(PlanError::OneChecksum(2))));
        let several = planned(&["--mirror", "http://b.org/1", "http://a.org/1", "http://a.org/2"]);
        assert!(matches!(several, Err(PlanError::OneMirror(2))));
    }

    #[test]
    fn the_same_twice_is_once_and_said() {
        let plan = planned(&["http://a.org/1", "http://a.org/1"]).unwrap();
        assert_eq!((plan.downloads.len(), plan.warnings.len()), (1, 1));
    }

    #[test]
    fn headers_are_checked_and_haul_keeps_its_own() {
        let plan = planned(&["-H", "A:  b: c ", "-H", "range: bytes=0-", "u"]).unwrap();
        assert_eq!(plan.downloads[0].options.headers, [("A".to_owned(), "b: c".to_owned())]);
        assert_eq!(plan.warnings.len(), 1);
        for bad in ["A", ": b", "A B: c", "A: b\r\nC: d", "Ä: b"] {
            assert!(matches!(planned(&["-H", bad, "u"]), Err(PlanError::BadHeader(_))), "{bad:?}");
        }
    }

    #[test]
    fn flags_become_settings() {
        let words = ["haul", "-x", "32", "-j", "3", "--timeout", "7", "u"].map(Into::into);
        let Command::Get(args) = Cli::parse_from(with_command(words.into_iter())).command;
        let settings = settings(&args, Settings { folder: "/".into(), ..Settings::default() });
        assert_eq!(settings.check(), Ok(()));
        assert_eq!((settings.connections_per_download, settings.connections_per_host), (32, 32));
        assert_eq!(
            (settings.downloads_at_once, settings.connect_timeout_secs, settings.stall_timeout_secs),
            (3, 7, 7)
        );
    }
}
