//! The names that an office has registered, and where a text has one of them or nearly so.
//!
//! A name with one slip still has one of its parts whole: the parts of all names are looked for at once, and only
//! where one stands is the rest of the name compared.

mod common_words;
pub mod finder;
pub mod known;
mod short_forms;
mod slips;
