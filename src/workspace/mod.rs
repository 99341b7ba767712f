//! An office opened as of a day: its records, templates and findings, which papers are due, figures explained, records
//! fixed. The editor, the archive and the command line stand on it.

mod comparing;
mod due;
mod explain;
pub mod findings;
mod fix;
mod generation;
pub mod numbering;
mod office;
mod persons;
mod publishing;
mod recorded_persons;
mod subject;
mod unprinted;

pub use crate::compose::{ComparedRecord, Composer, word_fonts};
pub use crate::disk::write;
pub use crate::disk::write::{WriteError, whole};
pub use crate::document::{Masked, WordFonts};
pub use due::{Due, Kind, due, kinds};
pub use explain::{Explained, Explanation, Printed};
pub use fix::{Draft, FixedPlaces, fix};
pub use generation::{Generation, generations};
pub use office::{CheckedWeek, OfficeWorkspace, findings_without_office, open, open_with, rules};
pub use persons::know_persons;
pub use subject::Subject;
