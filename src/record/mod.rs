//! What the writers typed, as typed records: weeks, offices, and the field's values, every one with its place.
//!
//! What the values mean together (a date outside the week, a firm that nobody knows) is not this room's affair but
//! `check`'s.

pub mod acknowledgement;
pub mod built_in;
pub mod bytes;
pub mod case;
pub mod case_counts;
pub mod catalogue;
pub mod change;
pub mod checks;
pub mod complaint;
pub mod complaint_counts;
pub mod filing;
pub mod find;
mod folder_names;
pub mod format;
mod generations;
pub mod incoming;
pub mod inspection;
pub mod issuing;
mod leadership;
mod names;
pub mod notice;
mod notice_kinds;
pub mod office;
pub mod paper;
pub mod register;
pub mod text;
pub mod value;
pub mod week;

use crate::yaml::{Problems, tree};
pub use generations::{OfficeFrom, generations};

pub use catalogue::{Described, Walk};

use crate::source::Source;
use std::cell::LazyCell;
use std::sync::Arc;

/// The record that `source` holds, or `None` if anything in it is wrong; what, is in `problems`.
pub fn read<T: Described>(source: &Arc<Source>, problems: &mut Problems) -> Option<T> {
    let before = problems.errors();
    let keys = LazyCell::new(|| T::shape().keys());
    let record = T::decode(&tree::parse(source, &|word| keys.contains(word), problems)?, problems);
    record.filter(|_| problems.errors() == before)
}
