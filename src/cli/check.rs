//! `zhoubao check`: what is wrong with the records, and what of their papers' content.

use rayon::prelude::*;

use super::arguments::CheckOptions;
use super::exit::Exit;
use super::findings::{Findings, findings};
use super::offices::find_offices;
use super::reporters::report;
use super::threads::use_threads;
use super::{check_explain, fix, fonts};
use crate::report::{Event, Work};

/// Offices that are looked at together: more would only fill the memory.
const AT_ONCE: usize = 8;

pub(super) fn run(options: &CheckOptions) -> Exit {
    if let Some(code) = &options.explain {
        return check_explain::run(code.as_deref());
    }
    let report = report(options.messages.message_format);
    use_threads(None);
    // A machine may have hundreds of fonts: they are looked through meanwhile.
    let fonts = std::thread::Builder::new().spawn(fonts::missing);
    if options.fix {
        fix::run(&options.paths, options.yes, &report);
    }
    let folders = find_offices(&options.paths, &report);
    for some in folders.chunks(AT_ONCE) {
        let found: Vec<Findings> = some.par_iter().map(findings).collect();
        for (folder, findings) in some.iter().zip(found) {
            report.emit(&Event::Office { name: &folder.name });
            report.emit(&Event::Weeks { count: folder.weeks.len() });
            report.findings(findings.of_office);
            report.findings(findings.of_weeks);
        }
    }
    let missing = match fonts {
        Ok(thread) => thread.join().ok().flatten(),
        // The machine gives no more threads.
        Err(_) => fonts::missing(),
    };
    report.findings(missing.into_iter().collect());
    report.finish(Work::Check).into()
}
