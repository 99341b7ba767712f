//! `zhoubao check`: what is wrong with the records, and what of their papers' content.

use rayon::prelude::*;

use super::Exit;
use super::arguments::CheckOptions;
use super::fonts;
use super::report::Report;
use crate::archive::{findings_without_office, open};
use crate::diagnostic::Diagnostic;
use crate::record::Problems;
use crate::record::find::find;

pub(super) fn run(options: &CheckOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format);
    // A machine may have hundreds of fonts: they are looked through meanwhile.
    let fonts = std::thread::spawn(fonts::missing);
    let mut problems = Problems::new();
    let offices = find(&options.paths, &mut problems);
    report.findings(problems.into_vec());
    for folder in &offices {
        let mut problems = Problems::new();
        let desk = open(folder, &mut problems);
        report.office(&folder.name);
        report.weeks += folder.weeks.len();
        report.findings(problems.into_vec());
        let findings: Vec<Diagnostic> = if let Some(desk) = &desk {
            desk.check(folder)
        } else {
            folder.weeks.par_iter().flat_map_iter(|path| findings_without_office(path)).collect()
        };
        report.findings(findings);
    }
    report.findings(fonts.join().ok().flatten().into_iter().collect());
    report.finish(false)
}
