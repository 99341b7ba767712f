//! `zhoubao schema`: what editors know about the files, so that it completes, explains and checks while one types.

use std::path::{Path, PathBuf};

use super::arguments::{MessageFormat, RecordName, SchemaOptions};
use super::exit::Exit;
use super::persons::know_persons_around;
use super::reporters::report;
use crate::diagnostic::{Diagnostic, Rule};
use crate::record::OfficeFrom;
use crate::record::bytes::from_disk;
use crate::record::find::{OFFICE_FILE, OfficeFolder, display, find};
use crate::record::office::Office;
use crate::report::{note, print_line, print_own};
use crate::schema;
use crate::workspace::findings;
use crate::workspace::{generations, rules, whole};
use crate::yaml::Problems;
use crate::yaml::rules::MACHINE_UNREADABLE;

pub(super) fn run(options: &SchemaOptions) -> Exit {
    let report = report(MessageFormat::Human);
    let office = match office(options.path.as_deref()) {
        Ok(office) => office,
        Err(findings) => {
            know_persons_around(options.path.as_slice());
            let is_of_machine = findings.iter().any(|finding| finding.rule == &MACHINE_UNREADABLE);
            report.findings(findings);
            return if is_of_machine { Exit::Machine } else { Exit::Data };
        }
    };
    let rules: Vec<_> = rules().collect();
    let generations: Vec<&Office> = office.iter().flatten().map(|generation| &generation.office).collect();
    let Some(folder) = &options.out else {
        print_own(&schema(options.record, &generations, &rules));
        return Exit::Clean;
    };
    for record in [RecordName::Week, RecordName::Office] {
        let path = folder.join(record.schema_file());
        let schema = schema(record, &generations, &rules);
        if let Err(error) = whole(&path, format!("{schema}\n").as_bytes()) {
            report.finding(findings::WRITE.finding(error.to_string()).help(error.help()));
            return Exit::Machine;
        }
        print_line(&display(&path));
    }
    Exit::Clean
}

fn schema(record: RecordName, generations: &[&Office], rules: &[&Rule]) -> String {
    match record {
        RecordName::Week => schema::week(generations, rules),
        RecordName::Office => schema::office(generations, rules),
    }
}

/// The office whose names the schemas offer; `None` where it is not clear which, and where there is none yet.
fn office(path: Option<&Path>) -> Result<Option<Vec<OfficeFrom>>, Vec<Diagnostic>> {
    let data = PathBuf::from("data");
    let mut problems = Problems::new();
    let found = match path {
        Some(path) => find(&[path.to_path_buf()], &mut problems),
        None if data.is_dir() => find(&[data], &mut problems),
        None => Vec::new(),
    };
    match found.as_slice() {
        [OfficeFolder { path, .. }] => {
            let office = generations(&from_disk, &path.join(OFFICE_FILE), &mut problems);
            office.map(Some).ok_or_else(|| problems.into_vec())
        }
        [] if path.is_some() => Err(problems.into_vec()),
        found => {
            let why = if found.is_empty() { "没有找到指挥中心" } else { "不止一个指挥中心" };
            note(&format!("{why}：没有列出平台、企业、单位等名称；要列出，写明是哪一个：zhoubao schema data/文件夹"));
            Ok(None)
        }
    }
}
