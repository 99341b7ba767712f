//! An office's own ledgers: figures that are typed beside the items that they are made of.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::metrics::{Amount, LedgerTally, ledgers, of_typical};
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

static FRACTION: Rule = Rule {
    code: "ledger-fraction",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "台账直接记的数以台账的量词计（件、起、处），写的却不是整数。",
    why: "没有半件；多半是打错了一位，或者这个数的单位不是它。",
    example: "量词是 件，记录里写 回访: 650.5",
    fix: "改正这个数；不以量词计的，在 office.yaml 里给它写「单位」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONTRADICTED, &FRACTION], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for tally in ledgers(office, week) {
        if let Some(recorded) = week.ledgers.get(tally.ledger.name()) {
            against_items(&tally, recorded, findings);
            if let Some(typical) = of_typical(office, week, tally.ledger) {
                against_typical(&typical, recorded, findings);
            }
            fractions(tally.ledger, recorded, findings);
        }
    }
}

/// What is typed and what the items say.
fn against_items(tally: &LedgerTally, recorded: &LedgerOfPeriod, findings: &mut Vec<Diagnostic>) {
    let Some(items) = &recorded.items else { return without_items(tally, recorded, findings) };
    if let Some(typed) = recorded.typed_count() {
        let listed = items.len();
        if typed.value.number() > listed.into() {
            findings.push(not_all_listed(typed, listed));
        } else {
            let amount = Amount::Number(typed.value.number());
            compare("条数", typed, amount, Amount::Number(listed.into()), findings);
        }
    }
    for (name, typed) in &recorded.typed {
        let Some(figure) = tally.ledger.figure(name) else { continue };
        let amount = Amount::from_typed(tally.ledger, figure, typed.value);
        match tally.one(name) {
            Some(made) if made.from.first() != Some(&typed.span) => compare(name, typed, amount, made.value, findings),
            None => findings.push(
                CONTRADICTED
                    .finding(format!("「{name}」写的是 {amount}，各条里却没有可以算它的"))
                    .at(typed.span.clone(), "与各条不符")
                    .help(format!("在各条里写上这一栏，或者去掉「{name}: {amount}」")),
            ),
            _ => {}
        }
    }
}

/// Of what is counted by the piece there are whole numbers.
fn fractions(ledger: &Ledger, recorded: &LedgerOfPeriod, findings: &mut Vec<Diagnostic>) {
    let Some(unit) = &ledger.unit else { return };
    for (name, typed) in recorded.typed.iter().filter(|(_, typed)| !typed.value.number().is_integer()) {
        let figure = ledger.figure(name).filter(|figure| figure.is_typed());
        let of_figure = figure.and_then(|figure| ledger.unit_of(figure).as_ref());
        if of_figure.is_some_and(|of_figure| of_figure.value == unit.value) {
            findings.push(
                FRACTION
                    .finding(format!("「{name}」以{unit}计，写的却是 {}", typed.value))
                    .at(typed.span.clone(), "不是整数")
                    .help(format!("改正这个数；不以{unit}计的，在 office.yaml 里写 {{ 名称: {name}, 单位: … }}")),
            );
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

/// Some of the items are no more than all, and come to no more than what is typed of all.
fn against_typical(typical: &LedgerTally, recorded: &LedgerOfPeriod, findings: &mut Vec<Diagnostic>) {
    for (name, typed) in &recorded.typed {
        let figure = typical.ledger.figure(name);
        let is_mean = figure.is_some_and(|figure| figure.0.averaged.is_some());
        let of_some = figure.map_or(typical.count.as_ref(), |_| typical.one(name));
        let Some(of_some) = of_some.filter(|made| !is_mean && made.value.number() > typed.value.number()) else {
            continue;
        };
        findings.push(
            CONTRADICTED
                .finding(format!("「{name}」写的是 {typed}，「典型」里的几条已经有 {}", of_some.value))
                .at(typed.span.clone(), "比几条还少")
                .help("核对这个数和「典型」里的各条"),
        );
    }
}

/// How many items there are, where the record says it in one way or another.
pub(super) fn typed_total<'a>(ledger: &Ledger, recorded: &'a LedgerOfPeriod) -> Option<&'a Spanned<PlainNumber>> {
    recorded.typed_count().or_else(|| {
        let mut of_all = ledger.figures.iter().filter(|figure| Ledger::counts_all(figure));
        of_all.find_map(|figure| recorded.typed(figure.name()))
    })
}

fn not_all_listed(typed: &Spanned<PlainNumber>, listed: usize) -> Diagnostic {
    CONTRADICTED
        .finding(format!("「条数」写的是 {typed}，「明细」里只有 {listed} 条"))
        .at(typed.span.clone(), "与各条不符")
        .help(format!("只写其中几条的，把「明细」改成「典型」，各个数另外写；各条不缺的，去掉「条数: {typed}」"))
}

/// `amount`: what is typed.
fn compare(name: &str, typed: &Spanned<PlainNumber>, amount: Amount, made: Amount, findings: &mut Vec<Diagnostic>) {
    if amount.normalized() != made.normalized() {
        findings.push(
            CONTRADICTED
                .finding(format!("「{name}」写的是 {amount}，各条算出来是 {made}"))
                .at(typed.span.clone(), "与各条不符")
                .help(format!("核对各条；各条不缺的，去掉「{name}: {amount}」")),
        );
    }
}
