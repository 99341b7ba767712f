//! Where the words of running text begin and end, as a dictionary has them.

use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::check::shared::han::is_han;

/// As far as the text around a place is looked at, in characters.
const AROUND: usize = 12;

/// Whether the ends of a place lie within longer words: 布署 in 公布署名, 对对 in 对对方.
pub(super) fn straddles(text: &str, place: &Range<usize>) -> bool {
    let (Some(before), Some(behind)) = (text.get(..place.start), text.get(place.end..)) else { return false };
    let before = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(AROUND).last();
    let from = before.map_or(place.start, |(at, _)| at);
    let behind: usize = behind.chars().take_while(|c| is_han(*c)).take(AROUND).map(char::len_utf8).sum();
    let around = &text[from..place.end + behind];
    let ends = [place.start - from, place.end - from];
    let mut open = ends.map(|end| end > 0 && end < around.len());
    for at in WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(around) {
        for (open, end) in open.iter_mut().zip(ends) {
            *open &= at != end;
        }
    }
    open.contains(&true)
}

#[cfg(test)]
mod tests {
    use super::straddles;

    #[test]
    fn words_that_reach_over_an_end_are_seen() {
        for (text, within, is) in [
            ("公布署名文章", "布署", true),
            ("已回复盖有公章的函件", "复盖", true),
            ("对对方当事人进行劝导", "对对", true),
            ("按照统一布署开展", "布署", false),
        ] {
            let at = text.find(within).unwrap_or_default();
            assert_eq!(straddles(text, &(at..at + within.len())), is, "{text}");
        }
    }
}
