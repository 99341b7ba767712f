//! Handling times that can hardly be, and those that count for nothing.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::{LONGEST_TIME, all_complaints, is_timed};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::Status;
use crate::record::value::Minutes;
use crate::source::Spanned;

static TOO_LONG: Rule = Rule {
    code: "complaint-time-long",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "办结时长超过「检查」里的「办结时长」（不写就是 72小时）。",
    why: "多打一位，平均办结时长就抬高几倍。",
    example: "办结时长: 7200分钟",
    fix: "核对是不是多打了一位；本机构办得慢的，在 office.yaml 的「检查」里放宽。",
};

static NO_TIME_AT_ALL: Rule = Rule {
    code: "complaint-time-zero",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "办结时长是 0分钟。",
    why: "没有不用时间就办结的投诉，写 0 会拉低平均办结时长。",
    example: "办结时长: 0分钟",
    fix: "照平台上的时长写；不到一分钟的写 1分钟。",
};

static OUTLIER: Rule = Rule {
    code: "complaint-time-outlier",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "办结时长超过 12 小时，而且是这一周其他投诉的 20 倍以上。",
    why: "一件就左右了平均办结时长，上级多半会问起。",
    example: "别的都是几分钟，有一件是 26小时",
    fix: "核对时长；属实的不用改。",
};

static UNMEASURED: Rule = Rule {
    code: "complaint-time-unmeasured",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "平台不计办结时长，投诉却写了「办结时长」。",
    why: "它不计入总时长和平均时长，也不印出来。",
    example: "12345市长投诉热线下面写 办结时长: 7分钟",
    fix: "写错平台的移到计时长的平台下；这个平台也计时长的，在 office.yaml 里写「计时长: 是」；都不是就删掉。",
};

static VALIDITY: Rule = Rule {
    code: "complaint-valid-unused",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "平台不计办结时长，投诉却写了「有效: 否」。",
    why: "只有计时长的平台才统计有效投诉件；写在这里，件数照样算上这一件，周报却注明“不计入有效投诉”，前后不一。",
    example: "12345市长投诉热线下面写 有效: 否",
    fix: "删掉「有效」；不该计入的投诉，整件删掉；这个平台要统计有效投诉件的，在 office.yaml 里写「计时长: 是」。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&TOO_LONG, &NO_TIME_AT_ALL, &OUTLIER, &UNMEASURED, &VALIDITY], check: Check::Week(check) };

/// What is too long where the office does not say.
const LONG: Minutes = Minutes::new(72 * 60);

/// In minutes: what takes less is never out of proportion.
const HALF_A_DAY: u32 = 12 * 60;

/// So many times the others' median is out of proportion.
const TIMES: u32 = 20;

/// Times that are far too long or none, and what is typed where it does not count.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let longest = office.checks.as_ref().and_then(|checks| checks.longest_time.as_ref());
    let longest = longest.map_or(LONG, |longest| longest.value);
    let mut measured: Vec<&Spanned<Minutes>> = Vec::new();
    for (platform, complaint) in all_complaints(week) {
        let timed = is_timed(office, &platform.value);
        if let (Some(valid), false) = (complaint.valid.as_ref().filter(|valid| !valid.value), timed) {
            findings.push(
                VALIDITY
                    .finding(format!("「{platform}」不统计有效投诉件：件数照样算上这一件，周报却注明“不计入有效投诉”"))
                    .at(valid.span.clone(), "件数里算上了")
                    .help(
                        "删掉「有效」；不该计入的投诉，整件删掉；这个平台要统计有效投诉件的，在 office.yaml 里写「计时长: 是」",
                    ),
            );
        }
        let Some(time) = complaint.minutes.as_ref().filter(|_| complaint.status.value == Status::Closed) else {
            continue;
        };
        if timed {
            measured.push(time);
        } else {
            findings.push(
                UNMEASURED
                    .finding(format!("「{platform}」不计办结时长，这个时长不计入平均"))
                    .at(time.span.clone(), "不计入")
                    .help("核对是不是写错了平台；这个平台也计时长的，在 office.yaml 里写「计时长: 是」；都不是就删掉"),
            );
        }
        findings.extend(none(time));
        findings.extend(too_long(time, longest));
    }
    let carried = week.carried_over.iter().filter(|carried| carried.status.value == Status::Closed);
    findings.extend(carried.filter_map(|carried| none(carried.minutes.as_ref()?)));
    outliers(&measured, longest, findings);
}

fn none(time: &Spanned<Minutes>) -> Option<Diagnostic> {
    (time.value.get() == 0).then(|| {
        NO_TIME_AT_ALL
            .finding("办结时长是 0")
            .at(time.span.clone(), "没有用时间")
            .help("照平台上的时长写；不到一分钟的写 1分钟")
    })
}

fn too_long(time: &Spanned<Minutes>, longest: Minutes) -> Option<Diagnostic> {
    let help =
        "核对是不是多打了一位；属实的写明理由认可，本机构通常就这么久的，在 office.yaml 的「检查」里写「办结时长」";
    (time.value > longest && time.value <= LONGEST_TIME).then(|| {
        TOO_LONG.finding(format!("办结时长 {} 超过 {longest}", time.value)).at(time.span.clone(), "太长了").help(help)
    })
}

fn outliers(measured: &[&Spanned<Minutes>], longest: Minutes, findings: &mut Vec<Diagnostic>) {
    let mut sorted: Vec<u32> = measured.iter().map(|time| time.value.get()).collect();
    sorted.sort_unstable();
    // Of the others, whichever of the longer ones is left out.
    let Some(median) = sorted.len().checked_sub(2).filter(|rest| *rest > 0).and_then(|rest| sorted.get(rest / 2))
    else {
        return;
    };
    let is_out = |time: &Minutes| time.get() > HALF_A_DAY && time.get() >= median.saturating_mul(TIMES);
    for time in measured.iter().filter(|time| time.value <= longest && is_out(&time.value)) {
        findings.push(
            OUTLIER
                .finding(format!("办结时长 {} 比这一期别的投诉长得多", time.value))
                .at(time.span.clone(), format!("别的多在 {} 上下", Minutes::new(*median)))
                .help("核对时长；属实的不用改"),
        );
    }
}
