//! What the writers typed: bytes → text → tree → typed records, every value with its place.
//!
//! Reading reports everything that is wrong with a file at once, in Chinese, at its place. What the values mean
//! together (a date outside the week, a firm that nobody knows) is not this room's affair but `check`'s.

pub mod acknowledgement;
pub mod built_in;
pub mod bytes;
pub mod case;
pub mod change;
pub mod checks;
pub mod complaint;
pub mod decode;
pub mod fields;
pub mod filing;
pub mod find;
pub mod format;
mod generations;
mod invisible;
pub mod issuing;
mod keys;
pub mod nearest;
pub mod notice;
pub mod office;
pub mod paper;
pub mod problems;
pub mod register;
pub mod rules;
pub mod schema;
pub mod table;
pub mod tree;
pub mod value;
pub mod week;
pub mod words;

pub use decode::Decode;
pub use generations::{OfficeFrom, generations};
pub use problems::Problems;
pub use table::Table;

use crate::source::Source;
use std::sync::Arc;

/// The record that `source` holds, or `None` if anything in it is wrong; what, is in `problems`.
pub fn read<T: Decode>(source: &Arc<Source>, problems: &mut Problems) -> Option<T> {
    let before = problems.errors();
    let record = T::decode(&tree::parse(source, problems)?, problems);
    record.filter(|_| problems.errors() == before)
}
