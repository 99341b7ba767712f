//! Templates in the engine's language: which there are, what they ask for, and how they are filled.

mod budget;
mod choice;
mod comparisons;
mod engine;
mod engine_errors;
mod engine_text;
mod error_words;
mod expression;
mod files;
mod filling;
mod filter_fields;
mod lexer;
mod line_marks;
mod lost_sets;
mod name_uses;
mod named_fields;
mod unknown_names;

pub use choice::Templates;
pub(super) use expression::Roundings;
pub(super) use named_fields::{NamedFields, is_at_top, is_shown_whole, owners};
