//! Patterns with `*` for any number of characters and `?` for one, as people write hosts, content types and addresses. The
//! case of letters does not matter, and a slash is a character like any other.

/// Characters of a pattern at most.
pub const MAX_PATTERN: usize = 500;

/// One pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob {
    pattern: Vec<char>,
}

impl Glob {
    /// None if `pattern` is empty or far too long.
    pub fn new(pattern: &str) -> Option<Self> {
        let pattern: Vec<char> = lower(pattern.trim()).collect();
        (1..=MAX_PATTERN).contains(&pattern.len()).then_some(Self { pattern })
    }

    /// Whether it fits the whole of `text`. As long as the two are, multiplied, at most: only the last star is ever taken
    /// back.
    pub fn fits(&self, text: &str) -> bool {
        let (text, pattern): (Vec<char>, &[char]) = (lower(text).collect(), &self.pattern);
        let (mut at, mut in_pattern) = (0, 0);
        // Behind the last star, and how much of the text it stands for.
        let mut star: Option<(usize, usize)> = None;
        while at < text.len() {
            match pattern.get(in_pattern) {
                Some('*') => {
                    in_pattern += 1;
                    star = Some((in_pattern, at));
                }
                Some(wanted) if *wanted == '?' || *wanted == text[at] => {
                    (at, in_pattern) = (at + 1, in_pattern + 1);
                }
                _ => {
                    let Some((behind, until)) = star else { return false };
                    star = Some((behind, until + 1));
                    (at, in_pattern) = (until + 1, behind);
                }
            }
        }
        pattern[in_pattern..].iter().all(|rest| *rest == '*')
    }

    /// Characters that it names: of two that fit, the longer one says more.
    pub fn weight(&self) -> usize {
        self.pattern.iter().filter(|char| !matches!(char, '*' | '?')).count()
    }
}

fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// Several patterns. What is none fits nothing.
#[derive(Debug, Clone, Default)]
pub struct Globs(Vec<Glob>);

impl Globs {
    pub fn of(patterns: &[String]) -> Self {
        Self(patterns.iter().filter_map(|pattern| Glob::new(pattern)).collect())
    }

    /// Whether one of them fits the whole of `text`.
    pub fn fit(&self, text: &str) -> bool {
        self.0.iter().any(|glob| glob.fits(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, text: &str) -> bool {
        Globs::of(&[pattern.to_owned()]).fit(text)
    }

    #[test]
    fn stars_stand_for_anything_also_for_slashes() {
        assert!(fits("*.example.org", "Files.example.org"));
        assert!(!fits("*.example.org", "example.org"));
        assert!(!fits("*.example.org", "a.example.org.evil"));
        assert!(fits("https://*/pub/*.iso", "https://a.org/x/pub/y/z.iso"));
        assert!(fits("image/*", "image/svg+xml"));
        assert!(fits("IMAGE/sv?+xml", "image/svg+xml"));
        assert!(fits("*", "") && fits("a**b*", "ab") && fits("*aab", "aaab"));
        assert!(!fits("", "") && !fits(" ", " ") && !fits("a?", "a") && !fits("a", "ab"));
        assert!(fits("*.ÄPFEL.de", "x.äpfel.de"));
    }

    #[test]
    fn many_stars_take_no_longer_than_the_two_are_long() {
        let (pattern, text) = ("a*".repeat(MAX_PATTERN / 2 - 1) + "b", "a".repeat(16_000));
        assert!(!fits(&pattern, &text));
    }
}
