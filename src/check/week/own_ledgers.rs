//! An office's own ledgers: figures that are typed beside the items that they are made of, and names in its own columns.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{UNREGISTERED, unknown};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::metrics::{Amount, LedgerTally, ledgers};
use crate::record::catalogue::{TextKind, texts};
use crate::record::own::LedgerOfPeriod;
use crate::record::value::PlainNumber;
use crate::source::Spanned;

static CONTRADICTED: Rule = Rule {
    code: "ledger-figure",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账直接记的数，与写了的各条算出来的不一样；或者条数比其中一部分还少。",
    why: "两个数有一个是错的，文书里就会前后不一。",
    example: "{ 条数: 3, 明细: [ … 两条 … ] }",
    fix: "写了各条的，数就不用写；各条不全的，只写数。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONTRADICTED, &UNREGISTERED], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, checker } = *view;
    let platforms = checker.platforms_until_now(office);
    let of_cases = week.listed_cases().map(|case| &case.own);
    let of_notices = week.notices.iter().map(|notice| &notice.own);
    let of_complaints = week.complaints.iter().flat_map(|(_, of)| of.listed()).map(|complaint| &complaint.own);
    let own = of_complaints.chain(of_cases).chain(of_notices).flat_map(|cells| texts("", cells));
    for found in own.chain(texts("台账", &week.ledgers)) {
        if let TextKind::Name(Some(register)) = found.kind
            && register.is_closed()
        {
            findings.extend(unknown(register, &platforms, found.text));
        }
    }
    for tally in ledgers(office, week) {
        if let Some(recorded) = week.ledgers.get(tally.ledger.name()) {
            against_items(&tally, recorded, findings);
        }
    }
}

/// What is typed and what the items say.
fn against_items(tally: &LedgerTally, recorded: &LedgerOfPeriod, findings: &mut Vec<Diagnostic>) {
    let Some(items) = &recorded.items else { return };
    if let Some(typed) = recorded.typed_count() {
        compare("条数", typed, Amount::Number(items.len().into()), findings);
    }
    for (name, typed) in &recorded.typed {
        if let Some(made) = tally.one(name).filter(|made| made.from.first() != Some(&typed.span)) {
            compare(name, typed, made.value, findings);
        }
    }
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
