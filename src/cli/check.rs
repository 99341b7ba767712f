//! `zhoubao check`: what is wrong with the records, and what of their papers' content.

use rayon::prelude::*;

use super::arguments::CheckOptions;
use super::fonts;
use super::report::Report;
use super::{Exit, mend, rules};
use crate::diagnostic::Diagnostic;
use crate::record::Problems;
use crate::record::find::{OfficeFolder, find};
use crate::workspace::{findings_without_office, open};

/// Offices that are looked at together: more would only fill the memory.
const AT_ONCE: usize = 8;

pub(super) fn run(options: &CheckOptions) -> Exit {
    if let Some(code) = &options.explain {
        return rules::run(code.as_deref());
    }
    let mut report = Report::new(options.messages.message_format);
    // A machine may have hundreds of fonts: they are looked through meanwhile.
    let fonts = std::thread::spawn(fonts::missing);
    if options.fix {
        mend::run(&options.paths, options.yes, &mut report);
    }
    let mut problems = Problems::new();
    let offices = find(&options.paths, &mut problems);
    report.findings(problems.into_vec());
    for some in offices.chunks(AT_ONCE) {
        let found: Vec<_> = some.par_iter().map(findings).collect();
        for (folder, (of_office, of_weeks)) in some.iter().zip(found) {
            report.office(&folder.name);
            report.weeks += folder.weeks.len();
            report.findings(of_office);
            report.findings(of_weeks);
        }
    }
    report.findings(fonts.join().ok().flatten().into_iter().collect());
    report.finish(false)
}

/// All findings about an office's own files, and about its weeks.
pub(super) fn findings(folder: &OfficeFolder) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let mut problems = Problems::new();
    let desk = open(folder, &mut problems);
    let of_weeks = if let Some(desk) = &desk {
        desk.check(folder)
    } else {
        folder.weeks.par_iter().flat_map_iter(|path| findings_without_office(path)).collect()
    };
    (problems.into_vec(), of_weeks)
}
