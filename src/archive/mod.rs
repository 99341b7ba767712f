//! Which papers are due, making them, and putting them on the disk whole or not at all.

mod desk;
mod explain;
pub mod findings;
mod job;
mod mend;
pub mod package;
mod paper;
mod write;

pub use desk::{OfficeDesk, WeekDesk, findings_without_office, load, open, open_with, rules};
pub use explain::{Explained, FIGURES, Printed};
pub use job::{Job, Made, Outcome, WeekOutcome};
pub use mend::{Draft, Mended, mend};
pub use paper::{Due, Format, due, kinds};
pub use write::{WriteError, whole};
