//! An office opened as of a day: its records, templates and findings, which papers are due, figures explained, records
//! fixed. The editor, the archive and the command line stand on it.

mod explain;
pub mod findings;
mod fix;
mod generation;
mod office;
mod paper;
pub mod write;

pub use explain::{Explained, FIGURES, Printed};
pub use fix::{Draft, FixedPlaces, fix};
pub use generation::{Generation, generations};
pub use office::{OfficeDesk, WeekDesk, findings_without_office, load, open, open_with, rules};
pub use paper::{Due, Format, due, kinds};
pub use write::{WriteError, whole};
