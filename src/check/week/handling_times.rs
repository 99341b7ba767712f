//! A complaint's state and its handling time belong together.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::{LONGEST_TIME, is_timed};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::Status;
use crate::record::value::Minutes;
use crate::source::Spanned;

static NO_TIME: Rule = Rule {
    code: "complaint-time-missing",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "在计办结时长的平台上，投诉已经办结，却没有写「办结时长」。",
    why: "少一件的时长，总时长和平均时长就都错了。",
    example: "{ 状态: 办结 }（“一机游”平台计时长）",
    fix: "补上「办结时长: 7分钟」这样一项；确实没有计时的，写明理由认可。",
};

pub static TIME_WHILE_OPEN: Rule = Rule {
    code: "complaint-time-open",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "投诉还在处理，却写了「办结时长」。",
    why: "状态和时长有一个是错的，件数或时长会算错。",
    example: "{ 状态: 处理中, 办结时长: 7分钟 }",
    fix: "已经办结就把状态改为「办结」，没有办结就删掉办结时长。",
};

pub static TIME_BEYOND_A_YEAR: Rule = Rule {
    code: "complaint-time-year",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "办结时长超过一年。",
    why: "没有投诉办这么久，多半是多打了几位；它会把平均时长抬得离谱。",
    example: "办结时长: 7000000分钟",
    fix: "核对是不是多打了几位。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&NO_TIME, &TIME_WHILE_OPEN, &TIME_BEYOND_A_YEAR], check: Check::Week(check) };

/// On a platform that measures handling times, a closed complaint has one; an open complaint has none anywhere.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for (name, complaints) in week.complaints.iter() {
        let timed = is_timed(office, &name.value);
        for complaint in complaints.listed() {
            if timed && complaint.status.value == Status::Closed && complaint.minutes.is_none() {
                findings.push(
                    NO_TIME
                        .finding("已经办结，却没有写「办结时长」")
                        .at(complaint.status.span.clone(), "办结了")
                        .help("这个平台计办结时长：补上「办结时长: 7分钟」这样一项"),
                );
            }
            findings.extend(time(&complaint.status, complaint.minutes.as_ref()));
        }
    }
}

/// What no handling time can be.
pub fn time(status: &Spanned<Status>, time: Option<&Spanned<Minutes>>) -> Option<Diagnostic> {
    match (status.value, time) {
        (Status::Open, Some(time)) => Some(
            TIME_WHILE_OPEN
                .finding("还在处理，却写了「办结时长」")
                .at(time.span.clone(), "不该有")
                .and_at(status.span.clone(), "状态是处理中")
                .help("已经办结就把状态改为「办结」，没有办结就删掉办结时长"),
        ),
        (_, Some(time)) if time.value > LONGEST_TIME => Some(
            TIME_BEYOND_A_YEAR
                .finding(format!("办结时长 {} 超过一年", time.value))
                .at(time.span.clone(), "太长了")
                .help("请核对是不是多打了几位"),
        ),
        _ => None,
    }
}
