//! The lines of a text, and what one of them begins with.

/// A text, asked for what stands at one of its bytes.
#[derive(Clone, Copy)]
pub(super) struct Text<'a>(pub(super) &'a str);

impl<'a> Text<'a> {
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// What stands from `at` to `end`; nothing where that is no part of the text.
    pub(super) fn part(self, at: usize, end: usize) -> &'a str {
        self.0.get(at..end).unwrap_or_default()
    }

    /// Where the line that goes on at `at` ends.
    pub(super) fn line_end(self, at: usize) -> usize {
        self.part(at, self.len()).find(['\n', '\r']).map_or(self.len(), |length| at + length)
    }

    /// Where the line begins that follows the one which ends at `end`.
    pub(super) fn next_line(self, end: usize) -> usize {
        let rest = self.part(end, self.len());
        end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
    }

    /// The first byte from `at` on that is no blank; `end` where there is none.
    pub(super) fn content(self, at: usize, end: usize) -> usize {
        end - self.part(at, end).trim_start_matches([' ', '\t']).len()
    }

    /// Behind the quote that closes the one at `at`; at the line's end where there is none before `limit`.
    pub(super) fn quoted_end(self, at: usize, limit: usize) -> usize {
        match closing_quote(self.part(at, limit)) {
            Some(length) => at + length,
            None => self.line_end(at),
        }
    }
}

/// The key with which a line begins.
pub(super) struct TypedKey {
    /// In bytes, quotes included.
    pub(super) length: usize,
    pub(super) is_quoted: bool,
    /// How far into the line its value begins.
    pub(super) value: usize,
}

pub(super) fn key(line: &str) -> Option<TypedKey> {
    if line.starts_with(['"', '\'']) {
        let length = closing_quote(line)?;
        let rest = line[length..].trim_start();
        return ends_key(rest).then(|| TypedKey { length, is_quoted: true, value: line.len() - rest.len() + 1 });
    }
    if line.starts_with(['{', '[', '#', '|', '>', '%', '@', '`']) {
        return None;
    }
    let colon = line.match_indices(':').map(|(at, _)| at).find(|at| ends_key(&line[*at..]))?;
    let key = line[..colon].trim_end();
    (!key.contains(" #")).then_some(TypedKey { length: key.len(), is_quoted: false, value: colon + 1 })
}

/// Whether a colon stands there and nothing directly behind it.
fn ends_key(rest: &str) -> bool {
    rest.strip_prefix(':').is_some_and(|behind| behind.chars().next().is_none_or(char::is_whitespace))
}

/// Whether a line begins with the hyphen of an item; what stands behind the hyphen.
pub(super) fn item(line: &str) -> Option<&str> {
    line.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// `>-`, `|2+` and the like, and nothing behind it but a comment.
pub(super) fn is_block_header(rest: &str) -> bool {
    let behind = rest[1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')).trim();
    behind.is_empty() || behind.starts_with('#')
}

/// A key as it is meant, without quotes.
pub(super) fn unquoted(key: &str) -> String {
    key.trim_matches(['"', '\'']).to_owned()
}

/// The length of a quoted text, both quotes included.
fn closing_quote(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && quote == '"' {
            characters.next();
        } else if c == quote {
            if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') {
                characters.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}
