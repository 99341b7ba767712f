//! `zhoubao verify`: whether the papers are those of the manifest, and come out the same again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::arguments::VerifyOptions;
use super::report::Report;
use super::{Exit, fonts, use_threads};
use crate::archive::KnownFonts;
use crate::archive::verify::{files, offices, orphaned_office, rebuild};
use crate::record::Problems;
use crate::record::find::find;
use crate::workspace::open;

pub(super) fn run(options: &VerifyOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format);
    use_threads(options.jobs);
    let (folders, beside) = match offices(&options.out) {
        Ok(found) => found,
        Err(finding) => {
            report.findings(vec![finding]);
            return report.finish_verified(options.rebuild);
        }
    };
    report.findings(beside);
    let rebuilt = if options.rebuild { again(options, &mut report) } else { BTreeMap::new() };
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let compared = rebuilt.get(&name);
        if options.rebuild && options.paths.is_empty() && compared.is_none() {
            report.findings(orphaned_office(&folder).into_iter().collect());
        }
        let verified = files(&folder, compared.unwrap_or(&BTreeSet::new()));
        if verified.files > 0 {
            report.office(&name);
        }
        report.verified(verified.files, verified.findings);
    }
    report.finish_verified(options.rebuild)
}

/// Makes the papers of all offices again; by office, those that could be compared.
fn again(options: &VerifyOptions, report: &mut Report) -> BTreeMap<String, BTreeSet<String>> {
    let mut compared = BTreeMap::new();
    let fonts = match fonts::find(&options.fonts) {
        Ok(fonts) => fonts,
        Err(finding) => {
            report.findings(vec![finding]);
            return compared;
        }
    };
    let known_fonts = KnownFonts::new(&fonts);
    let data = [PathBuf::from("data")];
    let paths = if options.paths.is_empty() { &data } else { options.paths.as_slice() };
    let mut problems = Problems::new();
    let folders = find(paths, &mut problems);
    report.findings(problems.into_vec());
    for folder in folders {
        let mut problems = Problems::new();
        let opened = open(&folder, &mut problems);
        report.office(&folder.name);
        report.weeks += folder.weeks.len();
        report.findings(problems.into_vec());
        let Some(opened) = opened else { continue };
        match rebuild(&opened, &folder, &known_fonts, &options.out) {
            Ok(rebuilt) => {
                report.compared(rebuilt.files.len(), rebuilt.findings);
                compared.insert(folder.name, rebuilt.files);
            }
            Err(finding) => report.findings(vec![finding]),
        }
    }
    compared
}
