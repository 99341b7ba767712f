//! Making an office's papers: those that are not right already, whole or not at all, with a manifest that is true at
//! every moment.

mod cause;
mod each_week;
mod kept;
mod order;
mod orphans;
mod outcome;
mod output;
mod paths;
mod plan;
mod sealed;
mod sealed_weeks;
mod sent;
mod sound_week;
mod strangers;
mod task;
mod week;
mod writers;

pub use cause::Cause;
pub(super) use cause::differences;
pub use each_week::make_office;
pub use order::{Order, Sealing, Watch};
pub use orphans::orphaned_offices;
pub use outcome::{Made, Outcome, Stale, WeekOutcome};
pub(super) use paths::{below, path_of};
