//! `zhoubao build --package`: a year's papers for the records office.

use crate::archive::making::Order;
use crate::archive::package::{self, PackageError};
use crate::archive::verify::outdated_packages;
use crate::record::find::OfficeFolder;
use crate::report::{Event, Report};
use crate::workspace::{OfficeWorkspace, findings};

/// Packs an office's papers of `year`; whether it has any.
pub(super) fn pack(order: &Order, folder: &OfficeFolder, office: &OfficeWorkspace, year: i16, report: &Report) -> bool {
    match package::write(office, folder, order.fonts, &order.out, year) {
        Ok(None) => return false,
        Ok(Some(packaged)) => {
            report.emit(&Event::Package { office: &office.name, year, packaged: &packaged });
            report.findings(packaged.warnings);
        }
        Err(PackageError::Findings(found)) => report.findings(found),
        Err(PackageError::Write(error)) => {
            report.finding(findings::WRITE.finding(error.to_string()).help(error.help()));
        }
    }
    true
}

/// Tells which packages of an office are no longer its papers of the year.
pub(super) fn tell_outdated(order: &Order, office: &str, report: &Report) {
    // Where the manifest cannot be read, whoever made the papers has said so.
    report.findings(outdated_packages(&order.out.join(office)).unwrap_or_default());
}

/// No office has papers of that year.
pub(super) fn nothing(year: i16, report: &Report) {
    let message = format!("没有一份文书是 {year} 年的，没有做归档包");
    report.finding(findings::PACKAGE_EMPTY.finding(message).help("核对年份；文书归在成文日期所在的那一年"));
}
