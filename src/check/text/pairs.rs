//! Changes both marks of a pair at once.

use crate::diagnostic::{Certainty, Edit, Fix};
use crate::source::Span;

/// The most likely right marks in the places of the two that are typed; `label` says so in a menu.
pub fn replace_pair(label: String, (first, left): (&Span, &str), (last, right): (&Span, &str)) -> Option<Fix> {
    let edits = vec![
        Edit { place: first.clone(), text: left.to_owned() },
        Edit { place: last.clone(), text: right.to_owned() },
    ];
    Fix::edits(Certainty::Likely, label, edits)
}
