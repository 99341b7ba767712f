//! The offices that a call is about.

use std::path::PathBuf;

use super::persons::know_persons_around;
use crate::record::find::{OfficeFolder, find};
use crate::report::Report;
use crate::yaml::Problems;

/// The offices of `paths`. What is wrong with finding them is reported.
pub(super) fn find_offices(paths: &[PathBuf], report: &Report) -> Vec<OfficeFolder> {
    let mut problems = Problems::new();
    let offices = find(paths, &mut problems);
    if !problems.is_empty() {
        know_persons_around(paths);
    }
    report.findings(problems.into_vec());
    offices
}
