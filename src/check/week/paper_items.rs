//! A paper to each item of a ledger: no two items are called alike.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::metrics::{PaperItem, is_wanted, paper_items};
use crate::record::paper::PaperKind;
use crate::source::Span;

static NAMESAKES: Rule = Rule {
    code: "paper-item-repeated",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账的一条一份的文书，两条的编号（或者「名」写的那一栏）相同。",
    why: "文件名和文号分不清是哪一条的。",
    example: "两条都写 决定书号: 西市监罚〔2026〕4号",
    fix: "核对编号；确实相同的，在「文书」里用「名」另指一栏。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NAMESAKES], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let mut told: Vec<&Span> = Vec::new();
    let wanted = office.papers.iter().filter(|kind| is_wanted(kind, office, week));
    for per in wanted.filter_map(PaperKind::per_item) {
        let mut known: HashMap<String, &Span> = HashMap::new();
        for PaperItem { name, place, .. } in paper_items(office, week, per) {
            match known.get(&name) {
                Some(first) if !told.contains(&place) => {
                    told.push(place);
                    findings.push(
                        NAMESAKES
                            .finding(format!("「{}」里有两条都是「{name}」，文书分不开", per.ledger.value))
                            .at(place.clone(), "又是一条")
                            .and_at((*first).clone(), "已有一条")
                            .help("核对编号；确实相同的，在 office.yaml 的「文书」里用「名」另指一栏"),
                    );
                }
                Some(_) => {}
                None => {
                    known.insert(name, place);
                }
            }
        }
    }
}
