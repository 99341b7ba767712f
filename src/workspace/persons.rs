//! The persons of records that are not read otherwise.

use super::generation::generations;
use crate::record::bytes::from_disk;
use crate::record::find::{OFFICE_FILE, OfficeFolder};
use crate::record::read_week_without_office;
use crate::yaml::Problems;

/// Reads the weeks of some offices for nothing but their persons, so that what is shown before they are read otherwise, or
/// where they are not, tells of nobody. Slow: for when something is to be shown.
pub fn know_persons(folders: &[OfficeFolder]) {
    for folder in folders {
        let offices = generations(&from_disk, &folder.path.join(OFFICE_FILE), &mut Problems::new());
        // Its own columns for persons are known from then on.
        offices.iter().flatten().for_each(|generation| drop(generation.office.own_columns()));
    }
    for path in folders.iter().flat_map(|folder| &folder.weeks) {
        if let Ok(source) = from_disk(path) {
            let _ = read_week_without_office(&source, &mut Problems::new());
        }
    }
}
