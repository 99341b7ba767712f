//! The counts of a platform's complaints agree with one another, and with those that are listed beside them.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::Status;
use crate::record::complaint_counts::ComplaintCounts;
use crate::source::Spanned;

static COUNTS: Rule = Rule {
    code: "complaint-counts",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "一个平台的件数对不上：受理不是办结加在办，接到不是受理加不予受理，或者逐件写的比件数多。",
    why: "几个数印在同一段里，一加就看出不对。",
    example: "热线: { 受理: 34, 办结: 30, 在办: 5 }",
    fix: "核对这几个数，改掉写错的一个；不知道的不用写。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&COUNTS], check: Check::Week(check) };

/// What may be acknowledged at the end of each help.
const OR_ACKNOWLEDGE: &str = "另有去向的，写明理由认可";

/// The counts of each platform agree.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for (_, complaints) in view.week.complaints.iter() {
        if let Some(counts) = complaints.counts() {
            let ComplaintCounts { came_in, count: accepted, refused, closed, open, .. } = counts;
            findings.extend(parts(("受理", Some(accepted)), ("办结", closed.as_ref()), ("在办", open.as_ref())));
            findings.extend(parts(
                ("接到", came_in.as_ref()),
                ("受理", Some(accepted)),
                ("不予受理", refused.as_ref()),
            ));
            listed(counts, findings);
        }
    }
}

/// A count, where it is written, by its key.
type Count<'a> = (&'static str, Option<&'a Spanned<u32>>);

/// Two parts come to the whole; one alone is no more than the whole.
fn parts((whole_key, whole): Count, one: Count, other: Count) -> Option<Diagnostic> {
    let whole = whole?;
    let written: Vec<_> = [one, other].into_iter().filter_map(|(key, count)| Some((key, count?))).collect();
    let sum = written.iter().map(|(_, count)| count.value).fold(0, u32::saturating_add);
    let said: Vec<String> = written.iter().map(|(key, count)| format!("{key} {} 件", count.value)).collect();
    let said = said.join("、");
    let message = match written.len() {
        2 if sum != whole.value => format!("{said}，加起来是 {sum} 件，不是{whole_key}的 {} 件", whole.value),
        1 if sum > whole.value => format!("{said}，比{whole_key}的 {} 件还多", whole.value),
        _ => return None,
    };
    let (last_key, last) = written.last()?;
    let rest = whole.value.checked_sub(sum - last.value);
    let help = match rest {
        Some(rest) if written.len() == 2 => {
            format!("错在后一个，就写「{last_key}: {rest}」；错在总数，就写「{whole_key}: {sum}」；{OR_ACKNOWLEDGE}")
        }
        _ => format!("核对这几个数；错在总数，就写「{whole_key}: {sum}」；{OR_ACKNOWLEDGE}"),
    };
    let mut finding = COUNTS.finding(message).at(whole.span.clone(), format!("{whole_key} {} 件", whole.value));
    for (key, count) in &written {
        finding = finding.and_at(count.span.clone(), format!("{key} {} 件", count.value));
    }
    Some(finding.help(help))
}

/// No more are listed than there are, and of all that are listed each state has as many as is said of it.
fn listed(counts: &ComplaintCounts, findings: &mut Vec<Diagnostic>) {
    let of_status = |status| counts.complaints.iter().filter(move |complaint| complaint.status.value == status).count();
    let all = counts.complaints.len();
    let are_all = usize::try_from(counts.count.value) == Ok(all);
    let told = [
        ("受理", Some(&counts.count), all),
        ("办结", counts.closed.as_ref(), of_status(Status::Closed)),
        ("在办", counts.open.as_ref(), of_status(Status::Open)),
    ];
    for (key, count, listed) in told {
        let Some(count) = count else { continue };
        let listed = u32::try_from(listed).unwrap_or(u32::MAX);
        if listed > count.value || are_all && listed != count.value {
            findings.push(
                COUNTS
                    .finding(format!("{key} {} 件，「各件」里写的却有 {listed} 件", count.value))
                    .at(count.span.clone(), format!("{key} {} 件", count.value))
                    .help(format!("件数错了就写「{key}: {listed}」；「各件」多写、错写的，删掉或改「状态」")),
            );
        }
    }
}
