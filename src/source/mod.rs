//! A text file that somebody wrote (YAML or a template) and places in it.
//!
//! The one room that every other may import: a value, a diagnostic and a run of a document all have to say
//! where they come from, and they say it in the same words.

mod part;
mod scan;
mod span;
mod text;

pub use part::Parts;
pub use scan::first_char;
pub use span::{Span, Spanned};
pub use text::{Position, Source};
