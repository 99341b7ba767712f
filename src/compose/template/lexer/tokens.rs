//! What stands within a tag: words, numbers, texts in quotes, and signs.

use std::ops::Range;

/// A token of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::compose) struct Token<'t> {
    pub(in crate::compose) kind: TokenKind,
    /// As the template has it, a text in quotes with its quotes: so a sign or a word is known by this alone.
    pub(in crate::compose) text: &'t str,
    /// In the template, in bytes.
    pub(in crate::compose) place: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compose) enum TokenKind {
    /// A name or a keyword.
    Word,
    Number,
    /// A text in quotes of one of the three kinds, with its escapes as they were typed.
    Quoted,
    Sign,
    /// A character that the engine refuses within a tag.
    Stray,
}

/// All signs; of those that begin alike, the longer ones first.
const SIGNS: [&str; 31] = [
    "...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?[", "+", "-", "*", "/", "%", "!", ".", ",", ":", "~", "|",
    "=", ">", "<", "(", ")", "[", "]", "{", "}", "@",
];

/// A tag from behind its opening sign to behind its closing one.
#[derive(Debug)]
pub(super) struct Inside<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    /// The template's end where nothing closes the tag.
    pub(super) end: usize,
    /// Whether `-` stands directly before the closing sign.
    pub(super) trims_behind: bool,
}

/// Reads a tag from `start` on. `close` ends it wherever a token may begin, also amid braces.
pub(super) fn inside<'t>(template: &'t str, start: usize, close: &str) -> Inside<'t> {
    let mut tokens = Vec::new();
    let mut at = start;
    loop {
        let behind = template[at..].trim_ascii_start();
        at = template.len() - behind.len();
        let trims_behind = behind.strip_prefix('-').is_some_and(|closing| closing.starts_with(close));
        if trims_behind || behind.starts_with(close) {
            return Inside { tokens, end: at + usize::from(trims_behind) + close.len(), trims_behind };
        }
        let Some((kind, length)) = first_token(behind) else {
            return Inside { tokens, end: at, trims_behind: false };
        };
        tokens.push(Token { kind, text: &behind[..length], place: at..at + length });
        at += length;
    }
}

/// What `text` begins with, and how long that is; `None` at the end.
fn first_token(text: &str) -> Option<(TokenKind, usize)> {
    let first = text.chars().next()?;
    Some(match first {
        '"' | '\'' | '`' => (TokenKind::Quoted, quoted_length(text, first)),
        '0'..='9' => (TokenKind::Number, number_length(text)),
        '_' | 'a'..='z' | 'A'..='Z' => (TokenKind::Word, word_length(text)),
        // Fields of an office's own have names in its language, which the engine never sees.
        first if first.is_alphabetic() => (TokenKind::Word, word_length(text)),
        _ => match SIGNS.iter().find(|sign| text.starts_with(**sign)) {
            Some(sign) => (TokenKind::Sign, sign.len()),
            None => (TokenKind::Stray, first.len_utf8()),
        },
    })
}

fn word_length(text: &str) -> usize {
    text.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(text.len())
}

/// How long a text in quotes is, with them; a backslash keeps the next character from ending it.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

/// Digits with at most one point among or behind them.
fn number_length(text: &str) -> usize {
    let mut has_point = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {}
            b'.' if !has_point => has_point = true,
            _ => return at,
        }
    }
    text.len()
}
