//! What templates see: the office's and the week's records and figures, every value marked with where it comes from.
//!
//! Values to print are marked strings; what is only for deciding (`n`, `closed`, `all_satisfied`) is a plain number
//! or truth value. The fields of records are seen by the names that the records give them; what is seen besides is
//! stated in a [`view`](view::view), name, meaning and value together.

mod compared;
pub(super) mod figures;
pub(super) mod inspections;
pub(super) mod ledger;
pub(super) mod notice;
pub(super) mod office;
mod other_figures;
mod paper_number;
pub(super) mod register;
pub(super) mod section;
pub(super) mod silent_unit;
pub(super) mod top;
mod topic;
mod tracer;
pub(super) mod view;
pub(super) mod week;

pub(super) use top::Variables;
pub use topic::Topic;
pub use tracer::Computed;
