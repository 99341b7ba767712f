//! Numbers in prose by themselves: shares of more than all, figures without a measure word.

use std::ops::Range;

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static BEYOND_ALL: Rule = Rule {
    code: "text-percent",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "满意率、办结率、回复率等超过 100%。",
    why: "部分不会多于全部。",
    example: "办结率105%",
    fix: "核对百分数。",
};

static UNIT_MISSING: Rule = Rule {
    code: "text-unit",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "出动、检查、投诉、办结、罚款等数字后面没有量词。",
    why: "没有量词，不知道是人还是人次、件还是起、元还是万元。",
    example: "共出动执法人员100余，检查50余家",
    fix: "补上量词，例如「人（次）」「家（次）」「件」「元」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&BEYOND_ALL, &UNIT_MISSING], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    if !passage.text.kind.is_prose() {
        return;
    }
    let line = &passage.line;
    for run in line.digit_runs() {
        if line.before(run.start) == '.' {
            continue;
        }
        percent(line, &run, findings);
        unit(line, &run, findings);
    }
}

fn percent(line: &Line, run: &Range<usize>, findings: &mut Vec<Diagnostic>) {
    const RATES: [&str; 17] = [
        "满意率",
        "满意度",
        "办结率",
        "办理率",
        "回复率",
        "反馈率",
        "回访率",
        "合格率",
        "结案率",
        "处置率",
        "覆盖率",
        "知晓率",
        "好评率",
        "及时率",
        "受理率",
        "调解率",
        "整改率",
    ];
    const LINKS: [&str; 11] = ["为", "达", "达到", "均为", "均达", "均达到", "是", "：", "高达", "由", "保持在"];
    let fraction = if line.c(run.end) == '.' { line.digits_end(run.end + 1) } else { run.end };
    if !matches!(line.c(fraction), '%' | '％') || run.len() < 3 {
        return;
    }
    let before = line.text(0..run.start);
    let linked = LINKS.iter().filter_map(|link| before.strip_suffix(link)).chain([before]);
    let is_rate = linked.into_iter().any(|before| RATES.iter().any(|rate| before.ends_with(rate)));
    let more = line.number(run.clone()).is_none_or(|whole| whole > 100)
        || (fraction > run.end && line.text(run.end + 1..fraction).contains(|c| c != '0'));
    if is_rate && more {
        let text = line.text(run.start..fraction + 1);
        findings.push(
            BEYOND_ALL
                .finding(format!("「{text}」超过了 100%"))
                .at(line.place(run.start..fraction + 1), "部分不会多于全部")
                .help("核对百分数"),
        );
    }
}

/// What is counted, the words that the sentence must have, and the measure words; the first is proposed.
const MEASURES: [(&[&str], &[&str], &str); 7] = [
    (&["执法人员", "工作人员", "执法力量"], &["出动", "派出", "投入"], "人（次）"),
    (&["执法车辆"], &["出动", "派出", "投入"], "辆（次）"),
    (
        &[
            "检查",
            "检查旅行社",
            "检查景区",
            "检查企业",
            "检查涉旅企业",
            "检查商户",
            "检查经营单位",
            "检查购物店",
            "检查酒店",
        ],
        &[],
        "家（次）",
    ),
    (
        &["受理投诉", "受理涉旅投诉", "收到投诉", "接到投诉", "处理投诉", "投诉件", "有效投诉件", "退换货件", "办结"],
        &[],
        "件",
    ),
    (&["查处案件", "立案", "查处涉旅案件"], &[], "起"),
    (&["罚款", "退款", "退货金额", "退还", "赔偿", "退赔", "涉及金额"], &[], "元"),
    (&["发放宣传资料", "发放宣传折页", "发放宣传单", "宣传折页", "宣传资料"], &[], "份"),
];

fn unit(line: &Line, run: &Range<usize>, findings: &mut Vec<Diagnostic>) {
    // 12345 and its like are platforms.
    if run.len() > 6 || (run.len() == 5 && matches!(line.c(run.start), '1' | '9')) {
        return;
    }
    let fraction = if line.c(run.end) == '.' { line.digits_end(run.end + 1) } else { run.end };
    let end = fraction + usize::from(matches!(line.c(fraction), '余' | '多'));
    if !matches!(line.c(end), '，' | '。' | '；' | '\0') || (line.c(end) == '\0' && end < line.len()) {
        return;
    }
    let all_before = line.text(0..run.start);
    let summing = ["共", "约", "近", "共计", "合计", "达"];
    let before = summing.iter().find_map(|word| all_before.strip_suffix(word)).unwrap_or(all_before);
    let sentence = line.text(line.sentence(run.start).start..run.start);
    let found = MEASURES.iter().find(|(counted, wanted, _)| {
        counted.iter().any(|word| before.ends_with(word))
            && (wanted.is_empty() || wanted.iter().any(|word| sentence.contains(word)))
    });
    if let Some((_, _, measure)) = found {
        let place = line.place(run.start..end);
        let typed = line.text(run.start..end);
        findings.push(
            UNIT_MISSING.finding(format!("「{typed}」后面没有量词")).at(place.clone(), "多少什么？").propose(
                "补上量词，例如",
                place,
                format!("{typed}{measure}"),
            ),
        );
    }
}
