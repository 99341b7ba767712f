//! `zhoubao build --package`: a year's papers for the records office.

use super::arguments::BuildOptions;
use super::report::Report;
use crate::archive::package::{self, PackageError};
use crate::archive::{OfficeDesk, findings};
use crate::layout::fonts::Fonts;
use crate::record::find::OfficeFolder;

/// Packs the papers of those offices whose build had no errors.
pub(super) fn run(
    options: &BuildOptions,
    fonts: &Fonts,
    offices: &[(&OfficeFolder, &OfficeDesk)],
    report: &mut Report,
) {
    let Some(year) = options.package else { return };
    let mut is_empty = !offices.is_empty();
    for (folder, desk) in offices {
        match package::write(desk, folder, fonts, &options.out, year, |_| String::new()) {
            Ok(None) => continue,
            Ok(Some(packaged)) => {
                report.package(&desk.name, year, &packaged);
                report.findings(packaged.warnings);
            }
            Err(PackageError::Findings(found)) => report.findings(found),
            Err(PackageError::Write(error)) => {
                report.findings(vec![findings::WRITE.finding(error.to_string()).help(error.help())]);
            }
        }
        is_empty = false;
    }
    if is_empty {
        let message = format!("没有一份文书是 {year} 年的，没有做归档包");
        report.findings(vec![findings::PACKAGE_EMPTY.finding(message).help("核对年份；文书归在成文日期所在的那一年")]);
    }
}
