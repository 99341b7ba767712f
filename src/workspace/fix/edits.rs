//! The edits of several fixes in one text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Fix;

/// Edits of one text that do not overlap, in the order of their places.
#[derive(Debug)]
pub(super) struct Edits<'a> {
    text: &'a str,
    /// Where the edit that begins at some byte ends, and its text.
    by_start: BTreeMap<usize, (usize, &'a str)>,
    /// Of how many fixes they are.
    pub(super) fixes: usize,
}

/// One edit, in bytes of the text as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement<'a> {
    pub(super) place: Range<usize>,
    pub(super) text: &'a str,
}

impl<'a> Edits<'a> {
    /// The edits of `fixes`; a fix that overlaps an earlier one is left out whole.
    pub(super) fn new(text: &'a str, fixes: &[&'a Fix]) -> Self {
        let mut edits = Self { text, by_start: BTreeMap::new(), fixes: 0 };
        for fix in fixes {
            if fix.edits.iter().all(|edit| edits.have_room_for(&edit.place.range())) {
                for edit in &fix.edits {
                    let Range { start, end } = edit.place.range();
                    edits.by_start.insert(start, (end, &edit.text));
                }
                edits.fixes += 1;
            }
        }
        edits
    }

    /// Whether `place` is one of the text and no edit touches it yet.
    fn have_room_for(&self, place: &Range<usize>) -> bool {
        let before = self.by_start.range(..=place.start).next_back();
        let behind = self.by_start.range(place.start..).next();
        self.text.get(place.clone()).is_some()
            && before.is_none_or(|(start, (end, _))| *end <= place.start && *start != place.start)
            && behind.is_none_or(|(start, _)| *start >= place.end)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Replacement<'a>> {
        self.by_start.iter().map(|(start, (end, text))| Replacement { place: *start..*end, text })
    }

    /// The text with the edits.
    pub(super) fn applied(&self) -> String {
        let mut applied = String::with_capacity(self.text.len());
        let mut behind = 0;
        for Replacement { place, text } in self.iter() {
            applied.push_str(self.text.get(behind..place.start).unwrap_or_default());
            applied.push_str(text);
            behind = place.end;
        }
        applied.push_str(self.text.get(behind..).unwrap_or_default());
        applied
    }

    /// Where what stands at `at` in the text, outside the edits, stands with them.
    pub(super) fn moved(&self, at: usize) -> usize {
        let mut moved = at;
        for Replacement { place, text } in self.iter().take_while(|edit| edit.place.end <= at) {
            moved = moved + text.len() - place.len();
        }
        moved
    }

    /// Where the text with the edits is another than it was.
    pub(super) fn changed_places(&self) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        let (mut behind, mut at) = (0, 0);
        for Replacement { place, text } in self.iter() {
            let old = self.text.get(place.clone()).unwrap_or_default();
            let head = common_length(old.chars(), text.chars());
            let tail = common_length(old[head..].chars().rev(), text[head..].chars().rev());
            at += place.start - behind;
            places.push(at + head..at + text.len() - tail);
            at += text.len();
            behind = place.end;
        }
        places
    }
}

/// For how many bytes two texts are the same.
fn common_length(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::Edits;
    use crate::diagnostic::{Edit, Fix};
    use crate::source::{Source, Span};
    use std::sync::Arc;

    /// A fix that replaces what stands between two bytes, at one place or several.
    fn fix(source: &Arc<Source>, places: &[(usize, usize, &str)]) -> Fix {
        let mut edits = Vec::new();
        for (start, end, text) in places {
            edits.push(Edit { place: Span::new(source, *start..*end), text: (*text).to_owned() });
        }
        Fix::any(edits)
    }

    /// The text with those of `fixes` that can be made, and how many they are.
    fn fixed(source: &Source, fixes: &[&Fix]) -> (String, usize) {
        let edits = Edits::new(source.text(), fixes);
        (edits.applied(), edits.fixes)
    }

    #[test]
    fn of_fixes_that_get_in_one_another_s_way_the_first_is_made() {
        let source = Source::new("周.yaml", "期号：２，止");
        let colon = fix(&source, &[(6, 9, ": ")]);
        let both = fix(&source, &[(0, 3, "甲"), (6, 12, "乙")]);
        let digit = fix(&source, &[(9, 12, "2")]);
        assert_eq!(fixed(&source, &[&colon, &both, &digit]), ("期号: 2，止".to_owned(), 2));
        assert_eq!(fixed(&source, &[&colon, &colon]), ("期号: ２，止".to_owned(), 1));
        let inserted = fix(&source, &[(9, 9, " ")]);
        assert_eq!(fixed(&source, &[&colon, &inserted]), ("期号:  ２，止".to_owned(), 2));
        assert_eq!(fixed(&source, &[&fix(&source, &[(7, 9, "")])]), (source.text().to_owned(), 0));
    }
}
