//! Folding, as Chinese needs it.
//!
//! YAML joins the lines of a folded text (`>-`, or a plain or quoted text over several lines) with a space, as is
//! right between English words. Between a Han character or a full-width mark and whatever stands on the next line
//! it would be a wrong character in the paper: `收到\n12日` is 收到12日. So a space that stands for a line end goes
//! where a wide character stands on either side; spaces that were typed within a line stay.

use granit_parser::ScalarStyle;
use memchr::memchr2;
use unicode_width::UnicodeWidthChar;

/// `text` is the value as YAML folds it, `raw` the same in the source.
pub(super) fn without_fold_spaces(text: String, raw: &str, style: ScalarStyle) -> String {
    if style == ScalarStyle::Literal || memchr2(b'\n', b'\r', raw.as_bytes()).is_none() {
        return text;
    }
    let breaks = breaks(raw, style);
    let mut breaks = breaks.iter().copied().peekable();
    let mut kept = String::with_capacity(text.len());
    let mut visible = 0;
    let mut pieces = text.split(' ').peekable();
    while let Some(piece) = pieces.next() {
        kept.push_str(piece);
        let Some(next) = pieces.peek() else { break };
        visible += piece.chars().filter(|c| !c.is_whitespace()).count();
        while breaks.next_if(|before| *before < visible).is_some() {}
        let is_fold = breaks.peek() == Some(&visible);
        // Nothing stands behind a space that another follows, or that ends the text.
        if !(is_fold && wide_beside(kept.chars().next_back(), next.chars().next())) {
            kept.push(' ');
        }
    }
    kept
}

/// Whether the space between these two stands beside a wide character; white space on either side (an empty line, a
/// more indented one) keeps the space.
fn wide_beside(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    !before.is_whitespace() && !after.is_whitespace() && (is_wide(before) || is_wide(after))
}

/// Han, kana, full-width forms, and the marks that Unicode leaves undecided and Chinese sets in a full cell.
fn is_wide(c: char) -> bool {
    c.width() == Some(2) || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '℃' | '‰' | '①'..='⑳')
}

/// Before how many visible characters each line end of the source stands.
fn breaks(raw: &str, style: ScalarStyle) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut visible = 0;
    let mut chars = raw.chars().peekable();
    if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
        chars.next();
    }
    while let Some(c) = chars.next() {
        match c {
            '\n' => breaks.push(visible),
            '\r' if chars.peek() != Some(&'\n') => breaks.push(visible),
            '\'' if style == ScalarStyle::SingleQuoted => {
                chars.next_if_eq(&'\'');
                visible += 1;
            }
            '\\' if style == ScalarStyle::DoubleQuoted => match chars.next() {
                Some('n' | 'r' | 't' | 'v' | 'f' | ' ' | '\t' | '_' | 'N' | 'L' | 'P' | '\n' | '\r') | None => {}
                Some(escape) => {
                    let digits = match escape {
                        'x' => 2,
                        'u' => 4,
                        'U' => 8,
                        _ => 0,
                    };
                    chars.by_ref().take(digits).for_each(drop);
                    visible += 1;
                }
            },
            c if c.is_whitespace() => {}
            _ => visible += 1,
        }
    }
    breaks
}
