//! What a run says while it goes on: events, counted here and reported by one reporter for each format.
//!
//! Whoever makes, checks or verifies emits [`Event`]s and knows of no format; a [`Reporter`] knows its format and nothing
//! of who emits them.

mod counting;
mod event;
mod github;
mod human;
mod json;
mod limit;
mod question;
mod reporter;
mod run;
mod sarif;
mod stdout;
mod summary;
#[cfg(test)]
mod tests;
mod unwritten;
mod wording;

pub use event::{Answer, Event};
pub use github::GitHubReporter;
pub use human::HumanReporter;
pub use json::JsonReporter;
pub use reporter::Reporter;
pub use run::Report;
pub use sarif::SarifReporter;
pub use stdout::{flush, note, note_help, print_help, print_line, print_own};
pub use summary::{Ending, Summary, Work};
