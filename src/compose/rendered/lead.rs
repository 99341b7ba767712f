//! The first sentence of a numbered paragraph where that is the heading of what follows: （一）巡查。出动……

use crate::document::{Level, Text};

/// More characters than such a heading has.
const LONGEST: usize = 24;

/// How many bytes of a paragraph with a number of `level`, which stands at its head as a run of its own, are its heading;
/// `None` where the first sentence is no heading, or where headings of that level are set like the text (7.3.3).
///
/// A heading is short, has no figure, leads on to nothing, and something stands behind it.
pub(super) fn lead(level: Level, text: &Text) -> Option<usize> {
    if !matches!(level, Level::One | Level::Two) {
        return None;
    }
    let plain = text.plain();
    let number = text.0.first()?.text.len();
    let behind = plain.get(number..)?;
    let end = behind.find('。')?;
    let words = behind.get(..end)?;
    let is_heading = (1..=LONGEST).contains(&words.chars().count())
        && !words.contains(|c: char| c.is_ascii_digit() || "：；:;".contains(c));
    let lead = number + end + '。'.len_utf8();
    let has_more = plain.get(lead..).is_some_and(|rest| !rest.trim().is_empty());
    (is_heading && has_more).then_some(lead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Engine;

    fn led(level: Level, words: &str) -> Option<String> {
        let text = Text::engine(Engine::HeadingNumber, "（一）").then(&Text::engine(Engine::Separator, words));
        lead(level, &text).map(|at| text.plain()[..at].to_owned())
    }

    #[test]
    fn a_short_first_sentence_without_figures_is_a_heading() {
        assert_eq!(led(Level::Two, "加强巡查。出动40人次。").as_deref(), Some("（一）加强巡查。"));
        assert_eq!(led(Level::One, "加强巡查，营造氛围。出动40人次。").as_deref(), Some("（一）加强巡查，营造氛围。"));
        for words in ["加强巡查。", "出动40人次。查处2起。", "检查：酒店。网吧。", "加强巡查", "。甲。"]
        {
            assert_eq!(led(Level::Two, words), None, "{words}");
        }
        assert_eq!(led(Level::Two, &format!("{}。乙。", "甲".repeat(25))), None);
        assert_eq!(led(Level::Three, "加强巡查。出动40人次。"), None, "1. is set like the text");
    }
}
