//! Command lines taken apart into words, as shells do: POSIX shells, and Windows' `cmd` as browsers write for it.

/// The words of each command of `text`; one ends at a line end that nothing escapes, at `;`, `&&` and `|`.
pub fn commands(text: &str) -> Vec<Vec<String>> {
    let for_cmd = is_for_cmd(text);
    let text = if for_cmd { without_carets(text) } else { text.to_owned() };
    let mut splitter = Splitter { for_cmd, ..Splitter::default() };
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        splitter.take(sign, &mut rest);
    }
    splitter.end_command();
    splitter.commands
}

type Rest<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// `^` is `cmd`'s own sign for "take the next as it is". In a POSIX shell nothing begins with `^"`, and no line ends in it.
fn is_for_cmd(text: &str) -> bool {
    let argument = text.split_whitespace().nth(1).unwrap_or_default();
    text.contains("^\n") || text.contains("^\r\n") || argument.starts_with("^\"")
}

fn without_carets(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '^' => match signs.next() {
                Some('\n') => out.push(' '),
                Some(next) => out.push(next),
                None => {}
            },
            _ => out.push(sign),
        }
    }
    out
}

#[derive(Default)]
struct Splitter {
    for_cmd: bool,
    commands: Vec<Vec<String>>,
    words: Vec<String>,
    word: Option<String>,
}

impl Splitter {
    fn take(&mut self, sign: char, rest: &mut Rest<'_>) {
        match sign {
            '\n' | ';' | '|' => self.end_command(),
            '&' if rest.peek() == Some(&'&') => self.end_command(),
            sign if sign.is_whitespace() => self.end_word(),
            '#' if self.word.is_none() => while rest.next_if(|&next| next != '\n').is_some() {},
            '"' => self.quoted(rest),
            '\'' if !self.for_cmd => self.push_all(rest, '\''),
            '$' if !self.for_cmd && rest.peek() == Some(&'\'') => {
                rest.next();
                self.ansi(rest);
            }
            '\\' if !self.for_cmd => self.escaped(rest),
            sign => self.push(sign),
        }
    }

    fn push(&mut self, sign: char) {
        self.word.get_or_insert_default().push(sign);
    }

    fn end_word(&mut self) {
        self.words.extend(self.word.take());
    }

    fn end_command(&mut self) {
        self.end_word();
        if !self.words.is_empty() {
            self.commands.push(std::mem::take(&mut self.words));
        }
    }

    /// A backslash outside quotes: the next sign as it is; a line end vanishes.
    fn escaped(&mut self, rest: &mut Rest<'_>) {
        match rest.next() {
            Some('\n') | None => {}
            Some('\r') => {
                rest.next_if_eq(&'\n');
            }
            Some(sign) => self.push(sign),
        }
    }

    /// Up to `end`, as it is written.
    fn push_all(&mut self, rest: &mut Rest<'_>, end: char) {
        self.word.get_or_insert_default();
        for sign in rest.by_ref().take_while(|&sign| sign != end) {
            self.push(sign);
        }
    }

    /// In double quotes a backslash takes away the meaning of few signs only.
    fn quoted(&mut self, rest: &mut Rest<'_>) {
        self.word.get_or_insert_default();
        while let Some(sign) = rest.next() {
            match sign {
                '"' => return,
                '\\' => {
                    let escapes: &[char] = if self.for_cmd { &['"', '\\'] } else { &['"', '\\', '$', '`'] };
                    match rest.next_if(|next| escapes.contains(next) || *next == '\n') {
                        Some('\n') => {}
                        Some(next) => self.push(next),
                        None => self.push('\\'),
                    }
                }
                sign => self.push(sign),
            }
        }
    }

    /// `$'…'`: C's escapes.
    fn ansi(&mut self, rest: &mut Rest<'_>) {
        self.word.get_or_insert_default();
        while let Some(sign) = rest.next() {
            match sign {
                '\'' => return,
                '\\' => self.ansi_escape(rest),
                sign => self.push(sign),
            }
        }
    }

    fn ansi_escape(&mut self, rest: &mut Rest<'_>) {
        let sign = match rest.next() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('x') => code(rest, 2),
            Some('u') => code(rest, 4),
            Some('U') => code(rest, 8),
            Some(sign) => sign,
            None => return,
        };
        self.push(sign);
    }
}

/// A character by up to `most` hexadecimal digits.
fn code(rest: &mut Rest<'_>, most: usize) -> char {
    let mut value = 0;
    for _ in 0..most {
        let Some(digit) = rest.peek().and_then(|sign| sign.to_digit(16)) else { break };
        value = value * 16 + digit;
        rest.next();
    }
    char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER)
}
