//! `zhoubao merge`: the shards' manifests into one.

use super::Exit;
use super::arguments::MergeOptions;
use super::report::Report;
use crate::archive::merge;
use crate::archive::verify::offices;
use crate::record::find::display;

pub(super) fn run(options: &MergeOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format);
    let waiting = || {
        anstream::eprintln!("另一个 zhoubao 正在往「{}」里写，等它做完……", display(&options.out));
    };
    let merged =
        offices(&options.out).map_err(|finding| vec![finding]).and_then(|(folders, _)| merge(&folders, &waiting));
    match merged {
        Ok(merged) => merged.iter().for_each(|office| report.merged(&office.folder, office.files)),
        Err(findings) => report.findings(findings),
    }
    report.finish_merged()
}
