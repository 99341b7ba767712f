//! Characters that nobody sees: they come with text copied from web pages and chats, make names that look alike
//! differ, and no two programs print them alike.

use super::tree::Node;
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix};
use crate::source::{Span, first_char};
use crate::yaml::rules;

/// The first invisible character in a value, as a finding at its place; a space or line break is none, a tab is one.
pub(super) fn invisible(text: &str, node: &Node) -> Option<Diagnostic> {
    // No invisible character begins with a byte with which Han or visible ASCII does.
    let may_begin = |byte| !matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xe3..=0xec);
    let (_, found) = first_char(text, may_begin, is_invisible)?;
    let written = &node.span;
    // A character that was typed as an escape (`"\u200b"`) does not stand in the file: the whole value is shown.
    let place = written.text().find(found).map_or_else(
        || written.first_line(),
        |at| {
            let start = written.range().start + at;
            Span::new(written.source(), start..start + found.len_utf8())
        },
    );
    let (name, help) = match found {
        '\t' => ("制表符（Tab，U+0009）".to_owned(), "把它改成空格，或者删掉"),
        c => {
            (format!("字符（U+{:04X}）", u32::from(c)), "多半是从网页或聊天里粘贴来的：删掉它，或把这几个字重新打一遍")
        }
    };
    let message = format!("这里有一个看不见的{name}");
    let mut finding = rules::CONTROL_CHARACTER.finding(message).at(place, "").help(help);
    finding.fix = fix(written);
    Some(finding)
}

/// Without all of them; tabs become spaces. `None` where they do not stand in the file as themselves.
fn fix(written: &Span) -> Option<Fix> {
    let start = written.range().start;
    let mut certainty = Certainty::Certain;
    let mut edits = Vec::new();
    for (at, c) in written.text().char_indices().filter(|(_, c)| is_invisible(*c)) {
        // A selector may choose the form of a name's rare character, and be meant.
        if matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}') {
            certainty = Certainty::Likely;
        }
        let place = Span::new(written.source(), start + at..start + at + c.len_utf8());
        edits.push(Edit { place, text: if c == '\t' { " ".to_owned() } else { String::new() } });
    }
    Fix::edits(certainty, "去掉看不见的字符", edits).filter(|fix| !fix.edits.is_empty())
}

/// Controls (a tab among them), zero-width characters, direction marks, variation selectors and the soft hyphen.
fn is_invisible(c: char) -> bool {
    if matches!(c, '\u{3000}'..='\u{d7ff}' | ' '..='~') {
        return false;
    }
    c.is_control() && !matches!(c, '\n' | '\r')
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
