//! Columns and ledgers of an office's own: their names, and what their figures are made of.

use std::collections::BTreeMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{REPEATED, repeated};
use crate::check::shared::own_columns::{UNKNOWN_COLUMN, check_condition, column, unknown};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::case::Case;
use crate::record::complaint::Complaint;
use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::own::{Column, ColumnType, Ledger, MoneyUnit, OwnFigure, OwnName, Reckoning, TAKEN_NAMES};
use crate::source::Spanned;

static TAKEN: Rule = Rule {
    code: "own-name-taken",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "自设的栏、台账的数，用了记录里本来就有的键，或者程序自己要用的名称。",
    why: "写了也分不清是哪一个。",
    example: "投诉栏: [{ 名称: 状态 }]",
    fix: "换一个名称，例如 状态说明。",
};

static MISMATCH: Rule = Rule {
    code: "own-figure",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账的数写法不合：计、求和、平均、比写了不止一个，比的不是两个数，求和、平均的栏不是数，单位和栏不配；取值的栏没有写取值，别的栏写了取值。",
    why: "不知道要怎样算。",
    example: "{ 名称: 结案率, 比: [结案数] }",
    fix: "每个数只写一种算法；比写两个数的名称，前一个占后一个的百分之几。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&REPEATED, &TAKEN, &UNKNOWN_COLUMN, &MISMATCH], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let of_records = [
        ("投诉栏", &office.complaint_columns, Complaint::KEYS),
        ("案件栏", &office.case_columns, Case::KEYS),
        ("通报单栏", &office.notice_columns, Notice::KEYS),
    ];
    for (key, columns, keys) in of_records {
        let taken: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
        check_columns(key, columns, &taken, findings);
    }
    repeated("台账", office.ledgers.iter().map(|ledger| &ledger.name), findings);
    for ledger in &office.ledgers {
        check_columns("栏", &ledger.columns, &[], findings);
        check_figures(ledger, findings);
    }
}

fn check_columns(list: &str, columns: &[Column], taken: &[&str], findings: &mut Vec<Diagnostic>) {
    repeated(list, columns.iter().map(|column| &column.name), findings);
    for column in columns {
        if taken.contains(&column.name.value.text()) {
            findings.push(name_taken(&column.name));
        }
        let has_words = !column.words.is_empty();
        let wants_words = column.what() == ColumnType::Words;
        if wants_words && !has_words {
            let message = format!("「{}」是取值，却没有写可以取哪些词", column.name.value);
            let help = format!("写成 {{ 名称: {}, 取值: [甲, 乙] }}", column.name.value);
            findings.push(MISMATCH.finding(message).at(column.name.span.clone(), "没有取值").help(help));
        } else if has_words && !wants_words {
            let message = format!("「{}」写了取值，类型却是{}", column.name.value, column.what());
            let place = column.column_type.as_ref().map_or(&column.name.span, |written| &written.span);
            findings.push(MISMATCH.finding(message).at(place.clone(), "类型").help("去掉「类型」，或者去掉「取值」"));
        }
    }
}

fn name_taken(name: &Spanned<OwnName>) -> Diagnostic {
    TAKEN
        .finding(format!("「{}」这个名称已经有别的用处", name.value))
        .at(name.span.clone(), "换一个名称")
        .help(format!("例如 {}说明", name.value))
}

fn check_figures(ledger: &Ledger, findings: &mut Vec<Diagnostic>) {
    repeated("数", ledger.figures.iter().map(|figure| &figure.0.name), findings);
    let mut before: BTreeMap<&str, &OwnFigure> = BTreeMap::new();
    for figure in &ledger.figures {
        if TAKEN_NAMES.contains(&figure.name()) {
            findings.push(name_taken(&figure.0.name));
        }
        check_ways(figure, findings);
        check_share(figure, &before, findings);
        let Reckoning { summed, averaged, by, when, .. } = &figure.0;
        for name in summed.iter().chain(averaged) {
            if let Some(column) = column(ledger, name.value.text(), &name.span, findings) {
                check_number(figure, column, name, findings);
            }
        }
        if let Some(by) = by
            && let Some(column) = column(ledger, by.value.text(), &by.span, findings)
            && !column.is_for_print()
        {
            let message = format!("「{}」写的是{}，不能按它分开算：会把各条的印出来", by.value, column.what());
            findings.push(MISMATCH.finding(message).at(by.span.clone(), "不印的栏").help("换一栏，或者去掉「按」"));
        }
        if let Some(when) = when {
            check_condition(ledger, when, findings);
        }
        before.insert(figure.name(), figure);
    }
}

/// A figure is made in one way.
fn check_ways(figure: &OwnFigure, findings: &mut Vec<Diagnostic>) {
    let Reckoning { counted, summed, averaged, share, when, by, places, .. } = &figure.0;
    let ways: Vec<&str> = [
        counted.as_ref().map(|_| "计"),
        summed.as_ref().map(|_| "求和"),
        averaged.as_ref().map(|_| "平均"),
        (!share.is_empty()).then_some("比"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let place = &figure.0.name.span;
    let name = figure.name();
    if ways.len() > 1 {
        let message = format!("「{name}」写了 {} 种算法：{}", ways.len(), ways.join("、"));
        findings.push(MISMATCH.finding(message).at(place.clone(), "只能有一种").help("留下一种；另一种另写一个数"));
    }
    if ways.is_empty() && (when.is_some() || by.is_some() || places.is_some()) {
        let message = format!("「{name}」没有写怎样算");
        let help = format!("数条数的，写成 {{ 名称: {name}, 计: 条, … }}");
        findings.push(MISMATCH.finding(message).at(place.clone(), "没有计、求和、平均或比").help(help));
    }
    if !share.is_empty() && (when.is_some() || by.is_some()) {
        let message = format!("「{name}」是两个数的比，不能再写当、按");
        findings.push(MISMATCH.finding(message).at(place.clone(), "比").help("把条件写在那两个数里"));
    }
}

/// A share is of two figures that stand before it.
fn check_share(figure: &OwnFigure, before: &BTreeMap<&str, &OwnFigure>, findings: &mut Vec<Diagnostic>) {
    let share = &figure.0.share;
    if share.is_empty() {
        return;
    }
    if share.len() != 2 {
        let message = format!("「{}」的比要写两个数的名称，这里写了 {} 个", figure.name(), share.len());
        let help = "写成 比: [结案数, 立案数] 这样，前一个占后一个的百分之几";
        findings.push(MISMATCH.finding(message).at(figure.0.name.span.clone(), "比").help(help));
    }
    for part in share {
        let name = part.value.text();
        match before.get(name) {
            Some(known) if known.0.by.is_none() && known.0.share.is_empty() => {}
            Some(_) => findings.push(
                UNKNOWN_COLUMN
                    .finding(format!("「{name}」不是一个单独的数，不能用来比"))
                    .at(part.span.clone(), "按栏分开的，或本来就是比")
                    .help("另写一个数来比"),
            ),
            None => {
                let known: Vec<&str> = before.keys().copied().collect();
                findings.push(unknown("数", name, &part.span, &known, "比的两个数要排在它前面"));
            }
        }
    }
}

/// What is added up has to be numbers, and its unit has to fit.
fn check_number(figure: &OwnFigure, column: &Column, name: &Spanned<OwnName>, findings: &mut Vec<Diagnostic>) {
    let what = column.what();
    if !what.is_number() {
        let message = format!("「{}」写的是{what}，不能求和、求平均", name.value);
        let help = "只有数、金额、时长的栏可以；约数加不出准数";
        findings.push(MISMATCH.finding(message).at(name.span.clone(), "不是数").help(help));
    }
    let Some(unit) = &figure.0.unit else { return };
    let is_of_money = unit.value.parse::<MoneyUnit>().is_ok();
    let (is_right, help) = match what {
        ColumnType::Money => (is_of_money, "金额的单位写 元 或 万元；不写就是元"),
        ColumnType::Duration => (
            figure.0.averaged.is_some() && unit.value == "分钟",
            "时长的合计自带单位，印作 1小时19分钟 这样，不写「单位」；平均以分钟计",
        ),
        _ => (!is_of_money, "是金额的，把那一栏的类型写成 金额"),
    };
    if !is_right {
        let message = format!("「{}」写的是{what}，单位不能是{}", name.value, unit.value);
        findings.push(MISMATCH.finding(message).at(unit.span.clone(), "单位不合").help(help));
    }
}
