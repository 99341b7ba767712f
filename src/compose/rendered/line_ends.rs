//! Where the writer of a title ends its lines.

use crate::document::Text;
use crate::record::line_end::is_line_end;

/// A title without the marks that end its lines, and the places of those marks, in characters from its beginning.
pub(super) fn without_line_ends(title: &Text) -> (Text, Vec<usize>) {
    let mut bare = Text::default();
    let mut ends = Vec::new();
    let mut passed = 0;
    for run in &title.0 {
        for character in run.text.chars() {
            if is_line_end(character) {
                ends.push(passed);
            } else {
                bare.push(character, &run.origin);
                passed += 1;
            }
        }
    }
    // A mark before or behind the whole, or behind another, ends no line.
    ends.retain(|end| (1..passed).contains(end));
    ends.dedup();
    (bare, ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Engine;

    #[test]
    fn a_mark_ends_a_line_and_is_gone() {
        let bare = |title: &str| {
            let (bare, ends) = without_line_ends(&Text::engine(Engine::Separator, title));
            (bare.plain(), ends)
        };
        assert_eq!(bare("关于甲|乙的｜报告"), ("关于甲乙的报告".to_owned(), vec![3, 5]));
        assert_eq!(bare("|甲||乙|"), ("甲乙".to_owned(), vec![1]));
        assert_eq!(bare("周报"), ("周报".to_owned(), vec![]));
    }
}
