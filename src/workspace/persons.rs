//! The persons of records that are not read otherwise.

use crate::record::bytes::from_disk;
use crate::record::find::OfficeFolder;
use crate::record::read;
use crate::record::week::Week;
use crate::yaml::Problems;

/// Reads the weeks of some offices for nothing but their persons, so that what is shown before they are read otherwise, or
/// where they are not, tells of nobody. Slow: for when something is to be shown.
pub fn know_persons(folders: &[OfficeFolder]) {
    for path in folders.iter().flat_map(|folder| &folder.weeks) {
        if let Ok(source) = from_disk(path) {
            let _ = read::<Week>(&source, &mut Problems::new());
        }
    }
}
