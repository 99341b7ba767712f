//! A template's text as the engine reads it, with what is put into it for that, and the way back from its places.

use std::ops::Range;

/// Something that is put into a template before the engine reads it.
#[derive(Debug)]
pub(in crate::compose) struct Insertion {
    /// The byte of the template before which it goes.
    pub(in crate::compose) at: usize,
    /// So many bytes of the template are left out behind it, because it stands for them.
    pub(in crate::compose) replaces: usize,
    pub(in crate::compose) text: String,
}

impl Insertion {
    pub(in crate::compose) fn before(at: usize, text: String) -> Self {
        Self { at, replaces: 0, text }
    }

    pub(in crate::compose) fn in_place_of(place: Range<usize>, text: String) -> Self {
        Self { at: place.start, replaces: place.len(), text }
    }
}

/// A template with its insertions.
#[derive(Debug)]
pub(in crate::compose) struct EngineText {
    text: String,
    /// Where the insertions stand in the text, in order, each with how much of the template it stands for.
    inserted: Vec<(Range<usize>, usize)>,
}

impl EngineText {
    /// Of insertions at the same place the earlier in the list goes first.
    pub(in crate::compose) fn new(template: &str, mut insertions: Vec<Insertion>) -> Self {
        insertions.sort_by_key(|insertion| insertion.at);
        let mut text = String::with_capacity(template.len() + insertions.iter().map(|it| it.text.len()).sum::<usize>());
        let mut inserted = Vec::with_capacity(insertions.len());
        let mut done = 0;
        for insertion in insertions {
            text.push_str(&template[done..insertion.at]);
            done = insertion.at + insertion.replaces;
            let start = text.len();
            text.push_str(&insertion.text);
            inserted.push((start..text.len(), insertion.replaces));
        }
        text.push_str(&template[done..]);
        Self { text, inserted }
    }

    pub(in crate::compose) fn text(&self) -> &str {
        &self.text
    }

    /// A byte of the text as a byte of the template; one within an insertion is where that was put.
    pub(in crate::compose) fn place_in_template(&self, at: usize) -> usize {
        let mut place = at;
        for (inserted, replaces) in self.inserted.iter().take_while(|(inserted, _)| inserted.start < at) {
            place -= inserted.end.min(at) - inserted.start;
            place += if at < inserted.end { 0 } else { *replaces };
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again_behind_insertions() {
        let insertions =
            [(6, "<二>"), (3, "<一>"), (6, "<三>")].map(|(at, text)| Insertion::before(at, text.to_owned()));
        let engine = EngineText::new("甲乙丙", insertions.into());
        assert_eq!(engine.text(), "甲<一>乙<二><三>丙");
        let places: Vec<usize> = engine.text().char_indices().map(|(at, _)| engine.place_in_template(at)).collect();
        assert_eq!(places, [0, 3, 3, 3, 3, 6, 6, 6, 6, 6, 6, 6]);
        assert_eq!(engine.place_in_template(engine.text().len()), 9);
    }

    #[test]
    fn places_are_found_again_behind_what_stands_for_others() {
        let insertions = vec![Insertion::in_place_of(1..4, "<>".to_owned()), Insertion::before(5, "!".to_owned())];
        let engine = EngineText::new("abcdefg", insertions);
        assert_eq!(engine.text(), "a<>e!fg");
        let places: Vec<usize> = (0..=engine.text().len()).map(|at| engine.place_in_template(at)).collect();
        assert_eq!(places, [0, 1, 1, 4, 5, 5, 6, 7]);
    }
}
