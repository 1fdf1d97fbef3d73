//! The `name=value` parameters that many headers have. RFC 9110 §5.6.6, read as kindly as browsers do.

/// Names in lower case, values without their quotes.
pub(crate) type Parameters = Vec<(String, String)>;

/// All parameters of a header that holds one value. What comes before the first has no `=` and is skipped.
pub(crate) fn all(text: &str) -> Parameters {
    read(text, &[';']).0
}

/// The parameters up to the comma that ends one value of a list, and what follows it.
pub(crate) fn until_comma(text: &str) -> (Parameters, &str) {
    read(text, &[';', ','])
}

/// Whatever `ends` names ends a parameter outside quotes, and all but the `;` the parameters too.
fn read<'a>(text: &'a str, ends: &[char]) -> (Parameters, &'a str) {
    let mut parameters = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let ends_name = |c| c == '=' || c == '"' || ends.contains(&c);
        let name_end = rest.find(ends_name).unwrap_or(rest.len());
        let name = rest[..name_end].trim().to_ascii_lowercase();
        let at_end;
        if let Some(at_value) = rest[name_end..].strip_prefix('=') {
            let value;
            (value, at_end) = read_value(at_value.trim_start(), ends);
            parameters.push((name, value));
        } else {
            // Where a name should be, a quoted text says nothing.
            at_end = read_value(&rest[name_end..], ends).1;
        }
        let mut after = at_end.chars();
        let Some(end) = after.next() else { return (parameters, "") };
        rest = after.as_str();
        if end != ';' {
            return (parameters, rest);
        }
    }
}

/// One value, and what follows from the end of its parameter on. A quote that never closes ends with the header.
fn read_value<'a>(text: &'a str, ends: &[char]) -> (String, &'a str) {
    let to_end = |text: &'a str| text.split_at(text.find(ends).unwrap_or(text.len()));
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, at_end) = to_end(text);
        return (value.trim().to_owned(), at_end);
    };
    let mut value = String::new();
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return (value, to_end(chars.as_str()).1),
            '\\' => value.extend(chars.next()),
            c => value.push(c),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(parameters: Parameters) -> String {
        parameters.iter().map(|(name, value)| format!("{name}=<{value}>")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn parameters_are_read_kindly() {
        let table = [
            ("", ""),
            ("attachment", ""),
            ("attachment; a=b", "a=<b>"),
            ("A = b ;; c=\"d;\\\"e\\\\\" ; f=", "a=<b> c=<d;\"e\\> f=<>"),
            ("a=\"b\".txt; c=d", "a=<b> c=<d>"),
            ("a=b\"c;d\"e", "a=<b\"c>"),
            ("a=\"never closed; b=c", "a=<never closed; b=c>"),
            ("\"a; b=c\"; d=e", "d=<e>"),
            ("a, b=c, d=e", "a, b=<c, d=e>"),
            ("a=b=c", "a=<b=c>"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(all(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_comma_ends_a_value_of_a_list() {
        for (text, expected, rest) in [
            ("; a=b, <c>", "a=<b>", " <c>"),
            ("; a=\"b,c\"; d , e", "a=<b,c>", " e"),
            ("a", "", ""),
            (",", "", ""),
        ] {
            let (parameters, after) = until_comma(text);
            assert_eq!((shown(parameters).as_str(), after), (expected, rest), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_borne(text in "([;,=\"\\\\ ab]|\\PC){0,60}") {
            all(&text);
            let (_, rest) = until_comma(&text);
            prop_assert!(text.ends_with(rest) && rest.len() <= text.len());
        }
    }
}
