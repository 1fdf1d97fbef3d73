//! What people paste, as browsers and shells write it.

use super::*;
use proptest::prelude::*;

fn urls(text: &str) -> Vec<String> {
    read(text).links.into_iter().map(|link| link.url).collect()
}

fn only(text: &str) -> (String, PastedRequest) {
    let pasted = read(text);
    assert_eq!(pasted.links.len(), 1, "{pasted:?}");
    let link = pasted.links.into_iter().next().unwrap();
    (link.url, link.request.unwrap_or_default())
}

fn headers(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn patterns_stand_for_many_links() {
    let table: &[(&str, &[&str])] = &[
        ("https://a.org/[1-3].zip", &["https://a.org/1.zip", "https://a.org/2.zip", "https://a.org/3.zip"]),
        ("https://a.org/[08-10]", &["https://a.org/08", "https://a.org/09", "https://a.org/10"]),
        ("https://a.org/[3-1]", &["https://a.org/3", "https://a.org/2", "https://a.org/1"]),
        ("https://a.org/[0-20:10]", &["https://a.org/0", "https://a.org/10", "https://a.org/20"]),
        ("https://a.org/[a-c:2]", &["https://a.org/a", "https://a.org/c"]),
        (
            "https://{a,b}.org/[1-2]",
            &["https://a.org/1", "https://a.org/2", "https://b.org/1", "https://b.org/2"],
        ),
        // None of these is one.
        ("http://[::1]:80/f", &["http://[::1]:80/f"]),
        ("https://a.org/f[1].zip", &["https://a.org/f[1].zip"]),
    ];
    for (text, expected) in table {
        assert_eq!(urls(text), *expected, "{text}");
    }
    let pasted = read("https://a.org/[1-2].zip\nhttps://a.org/2.zip\nand https://b.org/f");
    assert_eq!(pasted.links.iter().filter(|link| link.pattern.is_some()).count(), 2);
    assert_eq!((pasted.links.len(), pasted.repeated), (3, 1));
}

#[test]
fn a_pattern_without_end_is_said_and_not_written_out() {
    for (pattern, count) in
        [("https://a.org/[0-99999]", 100_000), ("https://a.org/[0-999]/[0-999]", 1_000_000)]
    {
        let pasted = read(pattern);
        assert_eq!(pasted.links, []);
        assert_eq!(pasted.remarks, [Remark::TooMany { pattern: pattern.into(), count }]);
    }
    assert_eq!(read("https://a.org/[0-999999999999999999][0-999999999999999999]").links, []);
}

#[test]
fn what_browsers_copy_for_a_posix_shell_is_read() {
    let chromium = "curl 'https://files.example.org/get?id=7&t=a%2Fb' \\\n  -H 'accept: */*' \\\n  -H 'accept-encoding: gzip' \\\n  \
                    -b 'sid=abc; theme=dark' \\\n  -H 'range: bytes=0-' \\\n  -H 'referer: https://example.org/' \\\n  --compressed";
    let (url, request) = only(chromium);
    assert_eq!(url, "https://files.example.org/get?id=7&t=a%2Fb");
    let expected =
        [("accept", "*/*"), ("Cookie", "sid=abc; theme=dark"), ("referer", "https://example.org/")];
    assert_eq!(request.headers, headers(&expected));

    let quoted = "curl $'https://a.org/it\\'s' -H $'x-name: \\u00fc\\x41'";
    let (url, request) = only(quoted);
    assert_eq!((url.as_str(), request.headers), ("https://a.org/it's", headers(&[("x-name", "üA")])));
}

#[test]
fn what_browsers_copy_for_cmd_is_read() {
    let now = "curl ^\"https://a.org/f?x=1^&y=2^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  -H ^\"x-q: say ^\\^\"hi^\\^\" 100^%^\"";
    let (url, request) = only(now);
    assert_eq!(url, "https://a.org/f?x=1&y=2");
    assert_eq!(request.headers, headers(&[("accept", "*/*"), ("x-q", "say \"hi\" 100%")]));
    let once = "curl \"https://a.org/f\" ^\n  -H \"cookie: a=b\"";
    assert_eq!(only(once).1.headers, headers(&[("cookie", "a=b")]));
}

#[test]
fn what_browsers_copy_for_powershell_is_read() {
    let text = r#"$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0"
$session.Cookies.Add((New-Object System.Net.Cookie("sid", "a`"b", "/", "a.org")))
$session.Cookies.Add((New-Object System.Net.Cookie("t", "1", "/", "a.org")))
Invoke-WebRequest -UseBasicParsing -Uri "https://a.org/f.zip" `
-WebSession $session `
-Headers @{
"authority"="a.org"
  "accept-encoding"="gzip"
  "referer"="https://a.org/page"
}"#;
    let (url, request) = only(text);
    assert_eq!(url, "https://a.org/f.zip");
    let expected = [
        ("User-Agent", "Mozilla/5.0"),
        ("authority", "a.org"),
        ("referer", "https://a.org/page"),
        ("Cookie", "sid=a\"b; t=1"),
    ];
    assert_eq!(request.headers, headers(&expected));
}

#[test]
fn flags_that_matter_are_taken_over_and_others_named() {
    let text = "curl -sSLo /tmp/x.iso -u ada:se:cret --limit-rate 2M -x socks5://p:1 --frobnicate -k https://a.org/f";
    let pasted = read(text);
    let request = pasted.links[0].request.clone().unwrap();
    assert_eq!((request.name.as_deref(), request.limit), (Some("x.iso"), Some(2 << 20)));
    assert_eq!(request.proxy.as_deref(), Some("socks5://p:1"));
    assert_eq!(request.headers, headers(&[("Authorization", "Basic YWRhOnNlOmNyZXQ=")]));
    assert_eq!(
        pasted.remarks,
        [Remark::UnknownFlags { flags: vec!["--frobnicate".into()] }, Remark::Insecure]
    );

    let posts = read("curl https://a.org/f --data-raw 'a=b'");
    assert_eq!(posts.remarks, [Remark::Sends { method: "POST".into() }]);
    assert_eq!(urls("wget -c -nc https://a.org/1 https://a.org/2"), ["https://a.org/1", "https://a.org/2"]);
    assert_eq!(
        urls("curl a.org/f; curl -O https://b.org/[1-2]"),
        ["http://a.org/f", "https://b.org/1", "https://b.org/2"]
    );
    let (_, request) = only("wget --header='X: y' -O n.zip --user=a --password=b 'https://a.org/f'");
    assert_eq!(request.name.as_deref(), Some("n.zip"));
    assert_eq!(request.headers, headers(&[("X", "y"), ("Authorization", "Basic YTpi")]));
    let (_, request) = only("aria2c -x16 -o n --checksum=sha-1=ab https://a.org/f https://b.org/f");
    assert_eq!((request.connections, request.mirrors), (Some(16), vec!["https://b.org/f".into()]));
    assert_eq!(request.checksum.as_deref(), Some("sha-1=ab"));
}

#[test]
fn a_text_that_only_mentions_curl_is_a_text() {
    assert_eq!(urls("curl is at https://curl.se/download.html today"), ["https://curl.se/download.html"]);
    assert_eq!(urls("see https://a.org/f\ncurl"), ["https://a.org/f"]);
}

#[test]
fn carets_in_quotes_are_no_sign_of_cmd() {
    assert_eq!(words::commands("x '^\"'"), [["x", "^\""]]);
}

proptest! {
    #[test]
    fn nothing_that_is_pasted_stops_it(text in "(curl |wget |iwr -Uri |)[ -~\n^$'\"\\\\`]{0,200}(://)?[ -~ü]{0,80}") {
        let pasted = read(&text);
        prop_assert!(pasted.links.len() <= MOST_LINKS);
    }

    #[test]
    fn a_quoted_word_is_read_as_it_was(word in "[^\\p{C}']{0,40}") {
        let commands = words::commands(&format!("x '{word}'"));
        prop_assert_eq!(&commands[0][1], &word);
    }
}

#[test]
fn a_metalink_description_brings_checksums_mirrors_and_names() {
    let sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let text = format!(
        r#"<?xml version="1.0"?><metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="folder/a.iso">
           <hash type="sha-256">{sha}</hash><url priority="2">https://b.org/x?a=1&amp;b=2</url>
           <url priority="1">https://a.org/x</url><url priority="3">ftp://c.org/x</url></file></metalink>"#
    );
    let (url, request) = only(&text);
    assert_eq!(url, "https://a.org/x");
    assert_eq!(request.name.as_deref(), Some("a.iso"));
    assert_eq!(request.checksum, Some(format!("sha-256={sha}")));
    assert_eq!(request.mirrors, ["https://b.org/x?a=1&b=2"]);
    // One that has nothing on the web says so; a broken one is any text.
    let ftp_only = r#"<metalink><file name="a"><url>ftp://a.org/a</url></file></metalink>"#;
    assert_eq!(read(ftp_only).remarks, [Remark::Unsupported { scheme: "ftp".into(), count: 1 }]);
    assert_eq!(urls("<metalink><file name='a'><url>https://a.org/a</url>"), ["https://a.org/a"]);
}

#[test]
fn files_that_stand_for_a_link_are_that_link() {
    let windows =
        "[InternetShortcut]\r\nURL=https://a.org/x?a=1&b=2\r\nIconFile=https://a.org/favicon.ico\r\n";
    let macos = "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
                 \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\"><plist version=\"1.0\"><dict><key>URL</key>\n\
                 <string>https://a.org/x?a=1&amp;b=2</string></dict></plist>";
    let linux = "[Desktop Entry]\nType=Link\nURL=https://a.org/x?a=1&b=2\n";
    for text in [windows, macos, linux] {
        assert_eq!(urls(text), ["https://a.org/x?a=1&b=2"], "{text}");
    }
}

#[test]
fn what_cannot_be_followed_is_said_beside_what_can() {
    let pasted = read("magnet:?xt=urn:btih:abc\nhttps://a.org/b.zip");
    assert_eq!(pasted.links.len(), 1);
    assert_eq!(pasted.remarks, [Remark::Unsupported { scheme: "magnet".into(), count: 1 }]);
}
