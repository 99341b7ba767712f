//! `zhoubao check`: what is wrong with the records.

use rayon::prelude::*;

use super::Exit;
use super::arguments::CheckOptions;
use super::report::Report;
use crate::archive::{findings_without_office, open};
use crate::record::Problems;
use crate::record::find::find;

pub(super) fn run(options: &CheckOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format);
    let mut problems = Problems::new();
    let offices = find(&options.paths, &mut problems);
    report.findings(problems.into_vec());
    for folder in &offices {
        let mut problems = Problems::new();
        let desk = open(folder, &mut problems);
        report.office(&folder.name);
        report.weeks += folder.weeks.len();
        report.findings(problems.into_vec());
        let findings = |path: &std::path::PathBuf| match &desk {
            Some(desk) => desk.week(path).findings,
            None => findings_without_office(path),
        };
        report.findings(folder.weeks.par_iter().flat_map_iter(findings).collect());
    }
    report.finish(false)
}
