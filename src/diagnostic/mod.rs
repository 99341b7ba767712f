//! What is said to the user about his data: one type, and its renderers.

mod add_new;
mod excerpt;
mod finding;
mod fix;
pub mod gate;
mod github;
mod human;
mod json;
pub mod manual;
pub mod persons;
mod rule;
mod sarif;
mod severity;
mod visible;
mod written;

pub use add_new::{add_new, add_unlike};
pub use finding::{Diagnostic, Label};
pub use fix::{Certainty, Edit, Fix, Keeps};
pub use gate::discreet;
pub use github::{note_for_github, to_github};
pub use human::Human;
pub use json::{spans_to_json, to_json};
pub use rule::Rule;
pub use sarif::Sarif;
pub use severity::Severity;

#[cfg(test)]
mod tests;
