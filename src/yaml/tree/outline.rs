//! What is open at a place in a broken file: quotes and brackets, found without a parser.
//!
//! A parser notices a missing quote or bracket only where the next one stands, often lines later; the writer has to
//! look where it was opened.

/// A quote or bracket and the byte at which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opened {
    pub(super) mark: char,
    pub(super) at: usize,
}

/// What is open just before some byte of a text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) quote: Option<Opened>,
    /// From the outermost to the innermost.
    pub(super) brackets: Vec<Opened>,
    /// Column (in bytes) of the key whose block text (`>` or `|`) we are in: lines that stand deeper are text.
    block: Option<usize>,
}

impl Outline {
    /// Reads `text` up to the byte `until`.
    pub(super) fn at(text: &str, until: usize) -> Self {
        let mut outline = Self::default();
        let mut start = 0;
        for line in text.get(..until).unwrap_or(text).split_inclusive(['\n', '\r']) {
            outline.line(line, start);
            start += line.len();
        }
        outline
    }

    fn line(&mut self, line: &str, start: usize) {
        let content = line.trim_start_matches([' ', '-', '\t']);
        let column = line.len() - content.len();
        if self.quote.is_none() && self.brackets.is_empty() {
            match self.block {
                Some(key) if column > key || content.trim().is_empty() => return,
                _ => self.block = None,
            }
        }
        // Whether a quote or bracket here would begin a value.
        let mut fresh = true;
        let mut before = ' ';
        let mut chars = line.char_indices().skip_while(|(at, _)| *at < column).peekable();
        while let Some((at, c)) = chars.next() {
            if let Some(quote) = self.quote {
                if quote.mark == '"' && c == '\\' {
                    chars.next();
                } else if c == quote.mark && !(c == '\'' && chars.next_if(|(_, next)| *next == '\'').is_some()) {
                    self.quote = None;
                    fresh = false;
                }
                continue;
            }
            match c {
                '#' if before.is_whitespace() => return,
                '"' | '\'' if fresh => self.quote = Some(Opened { mark: c, at: start + at }),
                '[' | '{' if fresh => self.brackets.push(Opened { mark: c, at: start + at }),
                ']' | '}' => drop(self.brackets.pop()),
                '>' | '|' if fresh && self.brackets.is_empty() => {
                    self.block = Some(column);
                    return;
                }
                _ => {}
            }
            fresh = match c {
                '[' | '{' => fresh,
                ',' => !self.brackets.is_empty(),
                ':' => chars.peek().is_none_or(|(_, next)| next.is_whitespace()),
                c if c.is_whitespace() => fresh,
                _ => false,
            };
            before = c;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Opened, Outline};

    #[test]
    fn an_unclosed_quote_is_found_where_it_was_opened() {
        let text = "a: { b: \"1 }\nc: 2\nd: \"";
        assert_eq!(Outline::at(text, text.len() - 1).quote, Some(Opened { mark: '"', at: 8 }));
    }

    #[test]
    fn marks_within_texts_and_comments_open_nothing() {
        let text = "a: 他说\"好\" [甲] # {\nb: >-\n  \"乙 {\n  丙\nc: 1";
        let outline = Outline::at(text, text.len());
        assert_eq!(outline.quote, None);
        assert_eq!(outline.brackets, []);
    }

    #[test]
    fn brackets_nest() {
        let text = "a: [1, {b: [2], c: 3";
        let outline = Outline::at(text, text.len());
        assert_eq!(outline.brackets.iter().map(|open| open.at).collect::<Vec<_>>(), [3, 7]);
    }
}
