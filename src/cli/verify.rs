//! `zhoubao verify`: whether the papers are those of the manifest, and come out the same again.

use std::path::PathBuf;

use super::arguments::VerifyOptions;
use super::report::Report;
use super::{Exit, fonts, use_threads};
use crate::archive::verify::{files, offices, rebuild};
use crate::archive::{KnownFonts, open};
use crate::record::Problems;
use crate::record::find::find;

pub(super) fn run(options: &VerifyOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format);
    use_threads(options.jobs);
    match offices(&options.out) {
        Ok((folders, beside)) => {
            report.findings(beside);
            for folder in folders {
                let verified = files(&folder);
                report.office(&folder.file_name().unwrap_or_default().to_string_lossy());
                report.verified(verified.files, verified.findings);
            }
        }
        Err(finding) => report.findings(vec![finding]),
    }
    if options.rebuild {
        again(options, &mut report);
    }
    report.finish_verified(options.rebuild)
}

fn again(options: &VerifyOptions, report: &mut Report) {
    let fonts = match fonts::find(&options.fonts) {
        Ok(fonts) => fonts,
        Err(finding) => return report.findings(vec![finding]),
    };
    let fonts = KnownFonts::of(&fonts);
    let data = [PathBuf::from("data")];
    let paths = if options.paths.is_empty() { &data } else { options.paths.as_slice() };
    let mut problems = Problems::new();
    let folders = find(paths, &mut problems);
    report.findings(problems.into_vec());
    for folder in folders {
        let mut problems = Problems::new();
        let desk = open(&folder, &mut problems);
        report.office(&folder.name);
        report.weeks += folder.weeks.len();
        report.findings(problems.into_vec());
        let Some(desk) = desk else { continue };
        match rebuild(&desk, &folder, &fonts, &options.out) {
            Ok(rebuilt) => report.compared(rebuilt.files, rebuilt.findings),
            Err(finding) => report.findings(vec![finding]),
        }
    }
}
