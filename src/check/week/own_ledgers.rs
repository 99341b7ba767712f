//! An office's own ledgers: figures that are typed beside the items that they are made of.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::metrics::{Amount, LedgerTally, ledgers};
use crate::record::own::{Ledger, LedgerOfPeriod};
use crate::record::value::PlainNumber;
use crate::source::Spanned;

pub(super) static CONTRADICTED: Rule = Rule {
    code: "ledger-figure",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账直接记的数，与写了的各条算出来的不一样；或者条数比其中一部分还少；按栏分开写的，加起来与总数不一样。",
    why: "两个数有一个是错的，文书里就会前后不一。",
    example: "{ 条数: 3, 明细: [ … 两条 … ] }",
    fix: "写了各条的，数就不用写；各条不全的，只写数。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONTRADICTED], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for tally in ledgers(office, week) {
        if let Some(recorded) = week.ledgers.get(tally.ledger.name()) {
            against_items(&tally, recorded, findings);
        }
    }
}

/// What is typed and what the items say.
fn against_items(tally: &LedgerTally, recorded: &LedgerOfPeriod, findings: &mut Vec<Diagnostic>) {
    let Some(items) = &recorded.items else { return without_items(tally, recorded, findings) };
    if let Some(typed) = recorded.typed_count() {
        compare("条数", typed, Amount::Number(items.len().into()), findings);
    }
    for (name, typed) in &recorded.typed {
        match tally.one(name) {
            Some(made) if made.from.first() != Some(&typed.span) => compare(name, typed, made.value, findings),
            None if tally.ledger.figure(name).is_some() => findings.push(
                CONTRADICTED
                    .finding(format!("「{name}」写的是 {}，各条里却没有可以算它的", typed.value))
                    .at(typed.span.clone(), "与各条不符")
                    .help(format!("在各条里写上这一栏，或者去掉「{name}: {}」", typed.value)),
            ),
            _ => {}
        }
    }
}

/// Counts that are typed alone: whole numbers, none of which is more than there are.
fn without_items(tally: &LedgerTally, recorded: &LedgerOfPeriod, findings: &mut Vec<Diagnostic>) {
    let all = typed_total(tally.ledger, recorded);
    for (name, typed) in &recorded.typed {
        let figure = tally.ledger.figure(name);
        if figure.is_some_and(|figure| figure.0.counted.is_none()) {
            continue;
        }
        if !typed.value.number().is_integer() {
            findings.push(
                CONTRADICTED
                    .finding(format!("「{name}」是条数，写的却是 {}", typed.value))
                    .at(typed.span.clone(), "不是整数")
                    .help("条数写整数，例如 3"),
            );
        }
        let Some(all) = all.filter(|all| all.span != typed.span) else { continue };
        let must_be_equal = figure.is_none_or(Ledger::counts_all);
        let (one, whole) = (typed.value.number(), all.value.number());
        if one > whole || (must_be_equal && one != whole) {
            findings.push(
                CONTRADICTED
                    .finding(format!("「{name}」写的是 {}，一共却是 {} 条", typed.value, all.value))
                    .at(typed.span.clone(), "与总数不符")
                    .and_at(all.span.clone(), "一共")
                    .help("核对这两个数"),
            );
        }
    }
}

/// How many items there are, where the record says it in one way or another.
pub(super) fn typed_total<'a>(ledger: &Ledger, recorded: &'a LedgerOfPeriod) -> Option<&'a Spanned<PlainNumber>> {
    recorded.typed_count().or_else(|| {
        let mut of_all = ledger.figures.iter().filter(|figure| Ledger::counts_all(figure));
        of_all.find_map(|figure| recorded.typed(figure.name()))
    })
}

fn compare(name: &str, typed: &Spanned<PlainNumber>, made: Amount, findings: &mut Vec<Diagnostic>) {
    if Amount::Number(typed.value.number().normalize()) != made.normalized() {
        findings.push(
            CONTRADICTED
                .finding(format!("「{name}」写的是 {}，各条算出来是 {made}", typed.value))
                .at(typed.span.clone(), "与各条不符")
                .help(format!("核对各条；各条不缺的，去掉「{name}: {}」", typed.value)),
        );
    }
}
