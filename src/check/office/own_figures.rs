//! Figures of an office's own ledgers: each is made in one way, of what the ledger has.

use std::collections::BTreeMap;

use super::own_columns::{TAKEN, name_taken};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{REPEATED, repeated};
use crate::check::shared::own_columns::{MISMATCH, UNKNOWN_COLUMN, check_condition, column, unknown};
use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::record::own::{Column, ColumnType, Ledger, MoneyUnit, OwnFigure, OwnName, Reckoning, TAKEN_NAMES};
use crate::source::Spanned;

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&REPEATED, &TAKEN, &UNKNOWN_COLUMN, &MISMATCH], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    for ledger in &office.ledgers {
        check_figures(office, ledger, true, findings);
    }
    for of_records in [office.complaints_as_ledger(), office.cases_as_ledger()] {
        check_figures(office, &of_records, false, findings);
    }
}

/// That a figure does not say how it is made.
fn not_made(figure: &OwnFigure) -> Diagnostic {
    let name = figure.name();
    let help = format!("数条数的，写成 {{ 名称: {name}, 计: 条, … }}");
    let finding = MISMATCH.finding(format!("「{name}」没有写怎样算"));
    finding.at(figure.0.name.span.clone(), "没有计、求和、平均或比").help(help)
}

/// `may_be_typed`: whether each period's record may say a figure.
fn check_figures(office: &Office, ledger: &Ledger, may_be_typed: bool, findings: &mut Vec<Diagnostic>) {
    repeated("数", ledger.figures.iter().map(|figure| &figure.0.name), findings);
    let mut before: BTreeMap<&str, &OwnFigure> = BTreeMap::new();
    for figure in &ledger.figures {
        if TAKEN_NAMES.contains(&figure.name()) {
            findings.push(name_taken(&figure.0.name));
        }
        check_ways(figure, may_be_typed, findings);
        check_shares(figure, findings);
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
            check_condition(office, ledger, when, findings);
        }
        before.insert(figure.name(), figure);
    }
}

/// A figure is made in one way.
fn check_ways(figure: &OwnFigure, may_be_typed: bool, findings: &mut Vec<Diagnostic>) {
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
    if ways.is_empty() && (!may_be_typed || when.is_some() || by.is_some() || places.is_some()) {
        findings.push(not_made(figure));
    }
    if !share.is_empty() && (when.is_some() || by.is_some()) {
        let message = format!("「{name}」是两个数的比，不能再写当、按");
        findings.push(MISMATCH.finding(message).at(place.clone(), "比").help("把条件写在那两个数里"));
    }
}

/// Only what is parted has parts of which each is a share of all, and means do not add up.
fn check_shares(figure: &OwnFigure, findings: &mut Vec<Diagnostic>) {
    let Some(shares) = figure.0.shares.as_ref().filter(|shares| shares.value) else { return };
    let name = figure.name();
    let message = match (&figure.0.by, &figure.0.averaged) {
        (None, _) => format!("「{name}」没有写「按」，没有各部分可以算占比"),
        (Some(_), Some(_)) => format!("「{name}」是平均，各部分加起来不是总数，不能算占比"),
        (Some(_), None) => return,
    };
    findings.push(
        MISMATCH.finding(message).at(shares.span.clone(), "算不出").help("去掉「占比」；两个数的比写 比: [前, 后]"),
    );
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
        return;
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
