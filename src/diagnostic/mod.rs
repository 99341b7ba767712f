//! What is said to the user about his data: one type, and its renderers.

mod add_new;
mod excerpt;
mod finding;
mod fix;
mod github;
mod human;
mod json;
pub mod manual;

mod persons;
mod rule;
mod sarif;
mod severity;
mod visible;
mod written;

pub use add_new::{add_new, add_unlike};
pub use finding::{Diagnostic, Label};
pub use fix::{Certainty, Edit, Fix, Keeps};
pub use github::{note_for_github, to_github};
pub use human::Human;
pub use json::{spans_to_json, to_json};
pub use rule::Rule;
pub use sarif::Sarif;
pub use severity::Severity;
pub use visible::discreet;

#[cfg(test)]
mod tests;
