//! What `zhoubao check` finds in an office.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::record::find::OfficeFolder;
use crate::workspace::{findings_without_office, open};
use crate::yaml::Problems;

/// All findings about an office's own files, and about its weeks.
pub(super) struct Findings {
    pub(super) of_office: Vec<Diagnostic>,
    pub(super) of_weeks: Vec<Diagnostic>,
}

pub(super) fn findings(folder: &OfficeFolder) -> Findings {
    let mut problems = Problems::new();
    let office = open(folder, &mut problems);
    let of_weeks = if let Some(office) = &office {
        office.check(folder)
    } else {
        folder.weeks.par_iter().flat_map_iter(|path| findings_without_office(path)).collect()
    };
    Findings { of_office: problems.into_vec(), of_weeks }
}
