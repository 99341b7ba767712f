//! A template's text as the engine reads it, with what is put into it for that, and the way back from its places.

use std::ops::Range;

/// Something that is put into a template before the engine reads it.
#[derive(Debug)]
pub(in crate::compose) struct Insertion {
    /// The byte of the template before which it goes.
    pub(in crate::compose) at: usize,
    pub(in crate::compose) text: String,
}

/// A template with its insertions.
#[derive(Debug)]
pub(in crate::compose) struct EngineText {
    text: String,
    /// Where the insertions stand in the text, in order.
    inserted: Vec<Range<usize>>,
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
            done = insertion.at;
            let start = text.len();
            text.push_str(&insertion.text);
            inserted.push(start..text.len());
        }
        text.push_str(&template[done..]);
        Self { text, inserted }
    }

    pub(in crate::compose) fn text(&self) -> &str {
        &self.text
    }

    /// A byte of the text as a byte of the template; one within an insertion is where that was put.
    pub(in crate::compose) fn place_in_template(&self, at: usize) -> usize {
        let before = self.inserted.iter().take_while(|inserted| inserted.start < at);
        at - before.map(|inserted| inserted.end.min(at) - inserted.start).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again_behind_insertions() {
        let insertions =
            [(6, "<二>"), (3, "<一>"), (6, "<三>")].map(|(at, text)| Insertion { at, text: text.to_owned() });
        let engine = EngineText::new("甲乙丙", insertions.into());
        assert_eq!(engine.text(), "甲<一>乙<二><三>丙");
        let places: Vec<usize> = engine.text().char_indices().map(|(at, _)| engine.place_in_template(at)).collect();
        assert_eq!(places, [0, 3, 3, 3, 3, 6, 6, 6, 6, 6, 6, 6]);
        assert_eq!(engine.place_in_template(engine.text().len()), 9);
    }
}
