//! What expressions go through, counted against the budget of the template.

use std::ops::Range;

use super::fault::{Result, fault};
use crate::compose::template::budget;

/// What an item of a list takes, in bytes of a template.
pub(super) const ITEM: usize = 64;

/// Counts what is gone through in one step.
pub(super) fn spend(place: &Range<usize>, bytes: usize) -> Result<()> {
    budget::spend(bytes).map_err(|_| fault(place, "循环转得太多", "请核对模板里的循环"))
}
