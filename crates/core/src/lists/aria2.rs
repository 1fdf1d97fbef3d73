//! aria2's lists: its input files, and the sessions that it and Motrix save. A line for each download, with option lines below
//! it (aria2's manual, "Input File").

pub mod control;

use super::Entry;

/// What a list says, and what of it is not understood: line numbers (from 1) with a reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct List {
    pub entries: Vec<Entry>,
    pub warnings: Vec<(usize, String)>,
}

/// Reads a list: an address a line, `#` comments, and lines that begin with a blank for options of the address above.
pub fn parse(text: &str) -> List {
    let mut list = List::default();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let is_option = line.starts_with([' ', '\t']);
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let understood = match list.entries.last_mut() {
            // A list that is indented as a whole has no options in it.
            Some(entry) if is_option && !is_address(words) => option(entry, words),
            Some(_) | None => {
                list.entries.push(address(words));
                Ok(())
            }
        };
        if let Err(reason) = understood {
            list.warnings.push((at + 1, reason));
        }
    }
    list
}

/// An option may hold an address, but begins with its name.
fn is_address(words: &str) -> bool {
    words.split('=').next().is_some_and(|begin| begin.contains("://"))
}

/// Several addresses in a line are mirrors of one file in aria2, with tabs between them.
fn address(words: &str) -> Entry {
    let mut urls = words.split('\t').map(str::trim).filter(|url| !url.is_empty()).map(str::to_owned);
    let url = urls.next().unwrap_or_default();
    Entry { url, mirrors: urls.collect(), ..Entry::default() }
}

fn option(entry: &mut Entry, words: &str) -> Result<(), String> {
    let (key, value) = words.split_once('=').ok_or("this is no KEY=VALUE")?;
    let value = value.trim();
    match key.trim() {
        "out" => entry.out = Some(value.into()),
        "dir" => entry.dir = Some(value.into()),
        "header" => entry.headers.push(value.to_owned()),
        "referer" => entry.headers.push(format!("Referer: {value}")),
        "user-agent" => entry.headers.push(format!("User-Agent: {value}")),
        "pause" => entry.paused = value == "true",
        // The number under which aria2 knows it: only a list that aria2 saved has it.
        "gid" => entry.begun = true,
        "checksum" => entry.checksum = Some(value.parse().map_err(|error| format!("{error}"))?),
        key => return Err(format!("the option {key} is not understood and was left out")),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(url: &str) -> Entry {
        Entry { url: url.to_owned(), ..Entry::default() }
    }

    #[test]
    fn lists_are_read_as_aria2_writes_them() {
        let list = parse(
            "\u{feff}# music\r\nhttp://a.org/1\r\n  out=one.zip\r\n\tdir=/tmp\r\n  header=A: b\r\n  header=C: d\r\n  gid=2089b05ecca3d829\r\n  pause=true\r\n\r\n\
             http://a.org/2\r\n  checksum=md5=d41d8cd98f00b204e9800998ecf8427e\r\n",
        );
        let one = Entry {
            out: Some("one.zip".into()),
            dir: Some("/tmp".into()),
            headers: vec!["A: b".into(), "C: d".into()],
            paused: true,
            begun: true,
            ..entry("http://a.org/1")
        };
        let checksum = "md5=d41d8cd98f00b204e9800998ecf8427e".parse().unwrap();
        let two = Entry { checksum: Some(checksum), ..entry("http://a.org/2") };
        assert_eq!(list, List { entries: vec![one, two], warnings: vec![] });
    }

    #[test]
    fn an_option_may_hold_an_address() {
        let list = parse("http://a.org/1\n  referer=http://a.org/\n  header=Origin: http://b.org\n");
        let headers = vec!["Referer: http://a.org/".into(), "Origin: http://b.org".into()];
        assert_eq!(list.entries, [Entry { headers, ..entry("http://a.org/1") }]);
    }

    #[test]
    fn what_is_not_understood_is_named_by_its_line() {
        let list =
            parse("http://a.org/1\thttp://b.org/1\n split=4\n nonsense\n checksum=md5=1\nhttp://a.org/2");
        let one = Entry { mirrors: vec!["http://b.org/1".into()], ..entry("http://a.org/1") };
        assert_eq!(list.entries, [one, entry("http://a.org/2")]);
        assert_eq!(list.warnings.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4]);
    }

    #[test]
    fn an_indented_list_is_a_list() {
        let list = parse("  http://a.org/1\n  http://a.org/2?a=b\n");
        assert_eq!(list.entries, [entry("http://a.org/1"), entry("http://a.org/2?a=b")]);
        assert_eq!(parse("").entries, []);
    }
}
