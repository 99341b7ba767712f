//! A notice's state and its reply belong together.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Notice;
use crate::source::Span;

static MISSING: Rule = Rule {
    code: "notice-reply-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "办结的通报单（没有写「状态: 处理中」的都是）少了「处理」「上报」。",
    why: "少了它就做不成答复。",
    example: "一份通报单没有写 上报，也没有写 状态: 处理中",
    fix: "补上提示里的那一行；还在处理的，写「状态: 处理中」。",
};

pub static NUMBER_MISSING: Rule = Rule {
    code: "notice-number-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "办结的通报单少了「文号」，而 office.yaml 里有「发文代字」。",
    why: "答复要印发文字号。",
    example: "一份通报单写了 上报，没有写 文号",
    fix: "用 zhoubao number 编上接着的号，或者照发文登记簿写上；还在处理的，写「状态: 处理中」。",
};

static WHILE_OPEN: Rule = Rule {
    code: "notice-reply-open",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "通报单写着「状态: 处理中」，却又写了「上报」或「文号」。",
    why: "还没有办完就没有答复：状态和日期有一个是错的。",
    example: "状态: 处理中 之外又有 上报: 2021-01-14",
    fix: "已经答复的，删掉「状态」；没有答复的，删掉「上报」「文号」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&MISSING, &NUMBER_MISSING, &WHILE_OPEN], check: Check::Week(check) };

/// A closed notice has all that its reply needs; an open one has no reply.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for notice in &view.week.notices {
        if let (true, Some(status)) = (notice.is_open(), &notice.status) {
            let reported = notice.reported.as_ref().map(|reported| ("上报", &reported.span));
            let number = notice.document_number.as_ref().map(|number| ("文号", &number.span));
            findings.extend(
                [reported, number].into_iter().flatten().map(|(key, place)| too_early(key, place, &status.span)),
            );
            continue;
        }
        if notice.handling.is_none() {
            findings.push(missing(&MISSING, notice, "处理", "…", ""));
        }
        if notice.reported.is_none() {
            findings.push(missing(&MISSING, notice, "上报", "2021-01-12", ""));
        }
        if notice.document_number.is_none() && view.office.document_code.is_some() {
            findings.push(missing(&NUMBER_MISSING, notice, "文号", "1", "，或者用 zhoubao number 编上"));
        }
    }
}

fn missing(rule: &'static Rule, notice: &Notice, key: &str, example: &str, or_else: &str) -> Diagnostic {
    rule.finding(format!("这里少了「{key}」")).at(notice.span.first_line(), "这一份通报单里没有写").help(format!(
        "补上一行「{key}: {example}」，与同一条里的其他键左边对齐{or_else}；还没有办完的，写「状态: 处理中」"
    ))
}

fn too_early(key: &str, place: &Span, status: &Span) -> Diagnostic {
    WHILE_OPEN
        .finding(format!("还在处理，却写了「{key}」"))
        .at(place.clone(), "不该有")
        .and_at(status.clone(), "状态是处理中")
        .help("已经答复的，删掉「状态」；没有答复的，删掉「上报」「文号」")
}
