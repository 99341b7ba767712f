//! The catalogue of fields: what may stand where in the files, and what does stand there.
//!
//! A field is stated once, by its line in [`record!`](crate::record!) and its type: the key, what it means, its name in
//! templates, and, by the type, what kind of value it is, out of which register a name is taken, and whether it may be
//! absent. Everything else that is known of fields is made of that. [`Described::shape`] tells it of a type, for
//! schemas, editors and the tables in `docs/`; [`Walk::content`] tells it of a value, for checks and templates.

mod content;
mod kind;
mod macros;
mod shape;
mod texts;
mod wrappers;

pub use content::{Content, Entry, Walk};
pub use kind::{IsText, Kind, Parsed, Sort, TextKind};
pub use shape::{Described, Field, Record, Shape};
pub use texts::{FoundText, texts};
pub use wrappers::Scalar;
