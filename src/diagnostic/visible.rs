//! Text made safe for a terminal: nothing that moves the cursor, colours, hides or reorders gets through.

use std::borrow::Cow;

/// `text` with every control, direction and zero-width character replaced by one visible character; a tab by a space.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| visible_char(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(visible_char).collect())
}

/// The same, but that lines stay lines.
pub(super) fn visible_lines(text: &str) -> Cow<'_, str> {
    let shown = |c: char| if c == '\n' { c } else { visible_char(c) };
    if text.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

/// C0 by its picture (U+2400 block); the others, which have none, by U+FFFD.
fn visible_char(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn ordinary_text_is_untouched() {
        assert_eq!(visible("“一机游”退换货——42565.00元"), "“一机游”退换货——42565.00元");
    }

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(visible("\u{1b}[31m红\u{7}\u{7f}\t"), "␛[31m红␇␡ ");
        assert_eq!(visible("a\u{202e}b\u{200b}c\u{9b}d"), "a\u{fffd}b\u{fffd}c\u{fffd}d");
    }
}
