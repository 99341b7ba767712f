//! Where a run has fixed a file, so that no two fixes undo one another for ever.

use std::ops::Range;

use super::edits::Edits;

/// Where a run has fixed a file, in bytes of it as it now is: no second fix is made there.
#[derive(Debug, Default)]
pub struct FixedPlaces(Vec<Range<usize>>);

impl FixedPlaces {
    pub(super) fn touch(&self, place: &Range<usize>) -> bool {
        self.0.iter().any(|fixed| fixed.start < place.end && place.start < fixed.end)
    }

    /// `edits` are made: the places of earlier ones move along, their own come to them.
    pub(super) fn add(&mut self, edits: &Edits) {
        for place in &mut self.0 {
            *place = edits.moved(place.start)..edits.moved(place.end);
        }
        self.0.extend(edits.changed_places());
    }
}

#[cfg(test)]
mod tests {
    use super::{Edits, FixedPlaces};
    use crate::diagnostic::{Certainty, Fix};
    use crate::source::{Source, Span};

    #[test]
    fn what_was_fixed_is_known_wherever_later_fixes_move_it() {
        let mut fixed = FixedPlaces::default();
        let source = Source::new("周.yaml", "回复盖，１２家");
        let cover = Fix::word(Certainty::Certain, Span::new(&source, 3..9), "覆盖");
        let count = Fix::word(Certainty::Certain, Span::new(&source, 12..18), "12");
        fixed.add(&Edits::new(source.text(), &[&cover, &count]));
        assert_eq!(fixed.0, [3..6, 12..14]);

        let source = Source::new("周.yaml", "回覆盖，12家");
        let already = Fix::word(Certainty::Certain, Span::new(&source, 0..3), "已经");
        fixed.add(&Edits::new(source.text(), &[&already]));
        assert_eq!(fixed.0, [6..9, 15..17, 0..6]);
        assert!(fixed.touch(&(6..9)) && !fixed.touch(&(9..15)));
    }
}
