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
    match offices(&options.out) {
        Ok((folders, _)) => {
            for folder in folders {
                match merge(&folder, &waiting) {
                    Ok(Some(files)) => report.merged(&folder, files),
                    Ok(None) => {}
                    Err(finding) => report.findings(vec![finding]),
                }
            }
        }
        Err(finding) => report.findings(vec![finding]),
    }
    report.finish_merged()
}
