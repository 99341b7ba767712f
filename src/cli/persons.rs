//! Persons whose names or numbers may stand in a call: in the path of a file that is not there, or of a folder.

use std::path::PathBuf;

use crate::record::find::{find, owner};
use crate::workspace::know_persons;
use crate::yaml::Problems;

/// Reads the records of a call, or those beside which what is missing would lie, and those in `data`, for nothing but their
/// persons. Slow: for when something about the call is to be told.
pub(super) fn know_persons_around(paths: &[PathBuf]) {
    let mut places = vec![PathBuf::from("data")];
    for path in paths {
        places.extend(if path.exists() { Some(path.clone()) } else { owner(path) });
    }
    places.retain(|place| place.exists());
    know_persons(&find(&places, &mut Problems::new()));
}
