//! `zhoubao merge`: the shards' manifests into one.

use super::arguments::MergeOptions;
use super::exit::Exit;
use super::reporters::report;
use crate::archive::merge;
use crate::archive::verify::offices;
use crate::report::{Event, Work};

pub(super) fn run(options: &MergeOptions) -> Exit {
    let report = report(options.messages.message_format);
    let waiting = || report.emit(&Event::Waiting { out: &options.out });
    let merged =
        offices(&options.out).map_err(|finding| vec![finding]).and_then(|(folders, _)| merge(&folders, &waiting));
    match merged {
        Ok(merged) => merged.iter().for_each(|office| report.emit(&Event::Merged(office))),
        Err(findings) => report.findings(findings),
    }
    report.finish(Work::Merge).into()
}
