//! How a paper's lines came out: how many need spacing of their own, and on which word processors may differ.

use super::galley::{CloseSetting, Galley, Ink, Line};
use super::unit::Twip;

/// The lines of a paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineCount {
    /// All that end of themselves: those of titles and marks end where layout says.
    pub lines: usize,
    /// Those that carry a spacing other than their style's.
    pub spaced: usize,
    /// The most that one is off its style's.
    pub widest: Twip,
    /// Those on which the profiles of word processors stay apart.
    pub fragile: Vec<FragileLine>,
    /// How a paper was set closer than usual.
    pub closed_up: Option<CloseSetting>,
}

/// A line that another word processor may break elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FragileLine {
    pub text: String,
    /// Counted from 1; 0 where it stands on none.
    pub page: usize,
}

impl Galley {
    #[must_use]
    pub fn count_lines(&self) -> LineCount {
        let mut count = LineCount { closed_up: self.closed_up, ..LineCount::default() };
        for paragraph in self.paragraphs().filter(|paragraph| !paragraph.forced) {
            let own = paragraph.style.tracking();
            for line in &paragraph.lines {
                count.lines += 1;
                count.spaced += usize::from(line.tracking != own);
                count.widest = count.widest.max(Twip((line.tracking.0 - own.0).abs()));
                if line.fragile {
                    count.fragile.push(FragileLine { text: line.text(), page: self.page_of(line) });
                }
            }
        }
        count
    }

    /// The first page on which the line's words stand.
    fn page_of(&self, line: &Line) -> usize {
        let text = line.text();
        for (number, page) in (1..).zip(&self.pages) {
            for drawn in &page.drawn {
                if matches!(&drawn.ink, Ink::Glyphs(glyphs) if text.starts_with(&*glyphs.text)) {
                    return number;
                }
            }
        }
        0
    }
}
