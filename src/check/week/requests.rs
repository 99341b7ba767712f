//! A report to a superior carries no request.

use std::ops::Range;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Superior;
use crate::source::Spanned;

static REQUEST: Rule = Rule {
    code: "notice-request",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "答复上级的通报单，在「核实」「处理」「下一步」里夹带了请示事项：请批示、请予支持、请协调、妥否……",
    why: "报告不得夹带请示事项（《党政机关公文处理工作条例》第十五条）：上级不会在报告上批复。",
    example: "下一步: 恳请市指挥中心协调购买地退货",
    fix: "删掉这一句；需要上级办的事，另行请示。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&REQUEST], check: Check::Week(check) };

/// What a superior alone can be asked to do.
const ASKED: [&str; 17] = [
    "批示",
    "批复",
    "批准",
    "审批",
    "审定",
    "审示",
    "指示",
    "明示",
    "核准",
    "支持",
    "协调",
    "指导",
    "裁定",
    "定夺",
    "研究解决",
    "同意",
    "帮助解决",
];

/// Words between 请 and what is asked.
const BETWEEN: [&str; 11] = ["予以", "给予", "尽快", "及时", "大力", "继续", "进一步", "帮助", "协助", "一并", "予"];

/// Whom else a superior may be called.
const SUPERIORS: [&str; 10] =
    ["上级机关", "上级部门", "上级单位", "上级", "贵中心", "贵单位", "贵办", "各位领导", "领导", "市级部门"];

/// Whoever asks in a sentence with one of these is not the office.
const OTHERS: [&str; 11] =
    ["游客", "投诉人", "消费者", "旅客", "顾客", "网民", "当事人", "来访", "商家", "导游", "家属"];

/// 申请, 邀请 and others have the character 请, and ask for nothing.
const WITHIN_WORDS: [char; 12] = ['申', '邀', '聘', '提', '呈', '约', '宴', '报', '已', '经', '求', '延'];

/// What is said to a superior politely, and need not answer.
const NO_REQUESTS: [char; 3] = ['放', '知', '谅'];

/// Phrases that are a request by themselves.
const PHRASES: [&str; 8] = ["妥否", "当否", "可否，请", "特此请示", "现请示", "请示如下", "望予批复", "盼复"];

/// Each of these phrases has one of these characters.
const OF_PHRASES: [char; 3] = ['否', '请', '复'];

/// So many requests are reported of one text.
const MOST: usize = 5;

/// As far back as what stands before a request is looked at, in characters.
const NEAR: usize = 60;

/// Requests in what is said to a superior.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let Superior { name, short, in_text, .. } = &office.superior;
    let superiors = [name, short, in_text].into_iter().chain(office.other_superiors.iter());
    let superiors: Vec<&str> = superiors.map(|name| name.value.as_str()).chain(SUPERIORS).collect();
    for notice in week.notices.iter().filter(|notice| office.sender(notice).is_superior) {
        for prose in
            [notice.verification.as_deref(), notice.handling.as_deref(), notice.next.as_deref()].into_iter().flatten()
        {
            findings.extend(found(&prose.value, &superiors).take(MOST).map(|range| finding(prose, range)));
        }
    }
}

fn finding(prose: &Spanned<String>, range: Range<usize>) -> Diagnostic {
    let words = prose.value.get(range.clone()).unwrap_or_default();
    REQUEST
        .finding(format!("报告里夹带了请示事项：「{words}」"))
        .at(prose.part(range), "向上级提了请求")
        .help("报告不得夹带请示事项（《党政机关公文处理工作条例》第十五条）：删掉这一句，需要上级办的事另行请示")
}

/// The places of requests in `text`, one a sentence.
fn found(text: &str, superiors: &[&str]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    text.split_inclusive(['。', '！', '？', '；', '\n']).filter_map(move |clause| {
        let phrases = if clause.contains(OF_PHRASES) { PHRASES.as_slice() } else { &[] };
        let here = phrases
            .iter()
            .filter_map(|phrase| clause.find(phrase).map(|at| at..at + phrase.len()))
            .min_by_key(|range| range.start)
            .or_else(|| clause.match_indices('请').find_map(|(at, _)| request(clause, at, superiors)));
        let start = from;
        from += clause.len();
        here.map(|range| start + range.start..start + range.end)
    })
}

/// The request whose 请 stands at `at`.
fn request(sentence: &str, at: usize, superiors: &[&str]) -> Option<Range<usize>> {
    let (before, after) = sentence.split_at_checked(at)?;
    let rest = after.strip_prefix('请')?;
    let near = before.char_indices().rev().take(NEAR).last().map_or(0, |(at, _)| at);
    let before = before.get(near..)?;
    let polite = before.chars().next_back().filter(|c| ['恳', '敬', '特', '谨', '祈'].contains(c));
    if before.ends_with(WITHIN_WORDS) || rest.starts_with(['求', '假', '柬']) || is_quoted(before) {
        return None;
    }
    // The office asks where nobody else is said to: within the words since the last comma.
    let clause = before.rsplit(['，', '：', '、']).next().unwrap_or(before);
    if OTHERS.iter().any(|other| clause.contains(other)) {
        return None;
    }
    let start = at - polite.map_or(0, char::len_utf8);
    let addressed = superiors.iter().filter(|name| rest.starts_with(**name)).map(|name| name.len()).max();
    let mut asked = rest.get(addressed.unwrap_or(0)..)?;
    while let Some(shorter) = BETWEEN.iter().find_map(|word| asked.strip_prefix(word)) {
        asked = shorter;
    }
    let verb = ASKED.iter().find(|verb| asked.starts_with(**verb)).map(|verb| verb.len());
    let end = at + after.len() - asked.len();
    match (verb, addressed) {
        (Some(verb), _) => Some(start..end + verb),
        // 请上级部门放心 asks for nothing.
        (None, Some(_)) => (!asked.starts_with(NO_REQUESTS)).then_some(start..end),
        (None, None) => {
            let to_others = OTHERS.iter().any(|other| rest.starts_with(other)) || rest.starts_with(['企', '各', '旅']);
            (polite == Some('恳') && !to_others).then_some(start..end)
        }
    }
}

/// Whether a quotation is open at the end of `before`.
fn is_quoted(before: &str) -> bool {
    before.matches('“').count() > before.matches('”').count()
}

#[cfg(test)]
mod tests {
    use super::{OF_PHRASES, PHRASES, found};

    #[test]
    fn no_phrase_is_passed_over() {
        assert!(PHRASES.iter().all(|phrase| phrase.contains(OF_PHRASES)));
    }

    fn requests(text: &str) -> Vec<&str> {
        found(text, &["市指挥中心", "上级"]).filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn what_only_a_superior_can_do_is_a_request() {
        assert_eq!(requests("已责令整改。恳请市指挥中心协调购买地退货。"), ["恳请市指挥中心协调"]);
        assert_eq!(requests("拟予以处罚，妥否，请批示。"), ["妥否"]);
        assert_eq!(requests("因人手不足，请予以大力支持。"), ["请予以大力支持"]);
        assert_eq!(requests("请上级部署；敬请批复"), ["请上级", "敬请批复"]);
        assert_eq!(requests("恳请减免"), ["恳请"]);
    }

    #[test]
    fn what_others_ask_is_none() {
        for text in [
            "游客请求退款，投诉人请求给予赔偿。",
            "请游客保留票据，恳请游客谅解。",
            "商家恳请予以支持，未获同意。",
            "已向区政府申请支持经费，邀请协调员参加，导游请假。",
            "经请示区政府同意，已报请批准。",
            "游客称“请协调退款”，已经退还。",
            "督促企业诚信经营，请各旅行社自查。",
            "聘请指导老师。",
            "请上级放心，我中心将举一反三。",
        ] {
            assert_eq!(requests(text), Vec::<&str>::new(), "{text}");
        }
    }
}
