//! A complaint's state and its handling time belong together.

use crate::diagnostic::{Code, Diagnostic};
use crate::record::complaint::{Complaint, Status};
use crate::record::office::Office;
use crate::record::value::Minutes;
use crate::record::week::Week;

/// A year: no complaint takes longer, and sums of times stay far from what a number can hold.
const LONGEST: Minutes = Minutes::new(365 * 24 * 60);

/// On a platform that measures handling times, a closed complaint has one; an open complaint has none anywhere.
pub(super) fn times(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    for (name, complaints) in week.complaints.iter().flat_map(crate::record::Table::iter) {
        let mut platforms = office.platforms.iter().flatten();
        let timed = platforms.any(|platform| platform.name.value == name.value && platform.is_timed());
        findings.extend(complaints.iter().filter_map(|complaint| time(complaint, timed)));
    }
}

fn time(complaint: &Complaint, timed: bool) -> Option<Diagnostic> {
    match (complaint.status.value, &complaint.time) {
        (Status::Closed, None) if timed => Some(
            Diagnostic::error(Code::MissingKey, "已经办结，却没有写「办结时长」")
                .at(complaint.status.span.clone(), "办结了")
                .help("这个平台计办结时长：补上「办结时长: 7分钟」这样一项"),
        ),
        (Status::Open, Some(time)) => Some(
            Diagnostic::error(Code::WrongValue, "还在处理，却写了「办结时长」")
                .at(time.span.clone(), "不该有")
                .and_at(complaint.status.span.clone(), "状态是处理中")
                .help("已经办结就把状态改为「办结」，没有办结就删掉办结时长"),
        ),
        (_, Some(time)) if time.value > LONGEST => Some(
            Diagnostic::error(Code::WrongValue, format!("办结时长 {} 超过一年", time.value))
                .at(time.span.clone(), "太长了")
                .help("请核对是不是多打了几位"),
        ),
        _ => None,
    }
}
