//! 各件文号: each number is of a paper that the week has.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{UNREGISTERED, unknown};
use crate::check::views::WeekView;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::metrics::{PaperItem, is_wanted, paper_items, silent_units};
use crate::record::built_in::weekly_kind;
use crate::record::office::Office;
use crate::record::paper::PaperKind;
use crate::record::paper_numbers::NumbersOfKind;
use crate::record::per::{EachOf, PerItem, PerWhat};
use crate::record::register::Register;
use crate::record::series::Series;
use crate::record::text::Text;
use crate::record::week::Week;
use crate::source::{Span, Spanned};
use crate::yaml::nearest::{nearest, only_nearest};

static OF_NOTHING: Rule = Rule {
    code: "paper-number-unknown",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「各件文号」里的文号，这一周没有那一份文书：没有那种文书，那个单位什么也不欠，台账里没有那一条，或者这一周不做那种文书。",
    why: "文号登记了，文书却不会做：不是文号写错了地方，就是报送记错了。",
    example: "各件文号: { reminder: { 区林业局: 13 } }，区林业局这一周报了",
    fix: "核对单位和「收到」；确实没有这一份的，删掉这个文号。",
};

static MISPLACED: Rule = Rule {
    code: "paper-number-place",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「各件文号」里的写法与那种文书不合：一周一份的写了几个，一个单位、台账的一条一份的只写了一个；通报单的回复、周报的文号写了两处。",
    why: "分不清哪个号是哪一份的。",
    example: "各件文号: { reminder: 12 }，reminder 是每个未报单位一份",
    fix: "照提示的写法改。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&OF_NOTHING, &MISPLACED, &UNREGISTERED], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for (name, numbers) in week.paper_numbers.iter() {
        match office.papers.iter().find(|paper| paper.kind.value.0 == name.value) {
            None => findings.push(unknown_kind(office, name)),
            Some(kind) if misplaced(office, week, (kind, name), numbers, findings) => {}
            Some(kind) if !is_wanted(kind, office, week) => findings.push(unwanted(kind, name)),
            Some(kind) => match kind.each_of() {
                EachOf::What(PerWhat::SilentUnit) => of_units(office, week, kind, numbers, findings),
                EachOf::Item(per) => of_items(office, week, (kind, per), numbers, findings),
                EachOf::What(_) => {}
            },
        }
    }
}

fn unknown_kind(office: &Office, name: &Spanned<String>) -> Diagnostic {
    let known: Vec<&str> = office.papers.iter().map(|paper| paper.kind.value.0.as_str()).collect();
    let here = if known.is_empty() {
        "office.yaml 没有写「文书」；周报的文号写在 文号，通报单的写在那一份通报单里".to_owned()
    } else {
        format!("有这些代号：{}", known.join("、"))
    };
    let help = match nearest(&name.value, known.iter().copied()) {
        Some(guess) => format!("是不是想写「{guess}」？{here}"),
        None => here,
    };
    let only = only_nearest(&name.value, known.iter().copied());
    OF_NOTHING
        .finding(format!("office.yaml 的「文书」里没有代号「{name}」"))
        .at(name.span.clone(), "没有这种文书")
        .help(help)
        .fix(only.map(|guess| Fix::word(Certainty::Likely, name.span.clone(), guess)))
}

/// Whether the numbers of a kind stand where they cannot; that is then told.
fn misplaced(
    office: &Office,
    week: &Week,
    (kind, name): (&PaperKind, &Spanned<String>),
    numbers: &NumbersOfKind,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let code = &name.value;
    let is_weekly = weekly_kind(office, Series::of_period(office, &week.period.value)) == Some(code.as_str());
    let (what, help) = match (kind.each_of(), numbers, &week.document_number) {
        (EachOf::What(PerWhat::Week), NumbersOfKind::One(_), Some(number)) if is_weekly => {
            findings.push(
                MISPLACED
                    .finding(format!("{code} 的文号写了两处"))
                    .at(name.span.clone(), "又写在这里")
                    .and_at(number.span.clone(), "已经写在「文号」里")
                    .help("留下「文号」，删掉这一处"),
            );
            return true;
        }
        (EachOf::What(PerWhat::Week), NumbersOfKind::One(_), _)
        | (EachOf::What(PerWhat::SilentUnit) | EachOf::Item(_), NumbersOfKind::Each(_), _) => return false,
        (EachOf::What(PerWhat::Notice), ..) => {
            ("每份通报单一份，文号不写在这里", "写在各份通报单的「文号」里".to_owned())
        }
        (EachOf::What(PerWhat::Week), NumbersOfKind::Each(_), _) => {
            ("每周只有一份，这里写了几个文号", format!("写成 {code}: 12"))
        }
        (EachOf::Item(per), NumbersOfKind::One(number), _) => {
            let item =
                paper_items(office, week, per).into_iter().next().map_or_else(|| "1".to_owned(), |item| item.name);
            ("台账的一条一份，要逐条写", format!("写成 {code}: {{ {item}: {number} }}"))
        }
        (EachOf::What(PerWhat::SilentUnit), NumbersOfKind::One(number), _) => {
            let unit = silent_units(office, week).first().map_or("单位", |unit| unit.name.value).to_owned();
            ("每个未报单位一份，要按单位写", format!("写成 {code}: {{ {unit}: {number} }}"))
        }
    };
    findings.push(MISPLACED.finding(format!("{code} {what}")).at(name.span.clone(), "写法不合").help(help));
    true
}

fn unwanted(kind: &PaperKind, name: &Spanned<String>) -> Diagnostic {
    let finding = OF_NOTHING.finding(format!("这一期不做 {name}，却写了它的文号")).at(name.span.clone(), "没有这一份");
    let when: Option<&Span> = kind.when.as_ref().and_then(|when| when.0.first()).map(|first| &first.span);
    let finding = match when {
        Some(when) => finding.and_at(when.clone(), "这样才做"),
        None => finding,
    };
    finding.help("核对记录；这一期确实不做它的，删掉这一行")
}

fn of_units(office: &Office, week: &Week, kind: &PaperKind, numbers: &NumbersOfKind, findings: &mut Vec<Diagnostic>) {
    let silent = silent_units(office, week);
    let names: Vec<&str> = silent.iter().map(|unit| unit.name.value).collect();
    let period = week.period.value.unit();
    let here = match names.as_slice() {
        [] => format!("这{period}没有单位未报"),
        names => format!("这{period}未报的有：{}", names.join("、")),
    };
    let members: Vec<&Spanned<String>> = office.members.iter().map(Text::written).collect();
    for unit in numbers.all().into_iter().filter_map(|(unit, _)| unit) {
        if names.contains(&unit.value.as_str()) {
            continue;
        }
        let Some(member) = members.iter().find(|member| member.value == unit.value) else {
            findings.extend(unknown(Register::Members, &members, unit));
            continue;
        };
        findings.push(
            OF_NOTHING
                .finding(format!("「{unit}」这一期什么也不欠，没有给它的 {}", kind.kind.value))
                .at(unit.span.clone(), "没有这一份")
                .and_at(member.span.clone(), "成员单位")
                .help(format!("{here}；它没有报的，核对「收到」里的单位；报了的，删掉这个文号")),
        );
    }
}

fn of_items(
    office: &Office,
    week: &Week,
    (kind, per): (&PaperKind, &PerItem),
    numbers: &NumbersOfKind,
    findings: &mut Vec<Diagnostic>,
) {
    let names: Vec<String> = paper_items(office, week, per).into_iter().map(|PaperItem { name, .. }| name).collect();
    let of_any = PerItem { when: None, ..per.clone() };
    let all: Vec<String> = paper_items(office, week, &of_any).into_iter().map(|item| item.name).collect();
    for item in numbers.all().into_iter().filter_map(|(item, _)| item) {
        if names.contains(&item.value) {
            continue;
        }
        let (ledger, code) = (&per.ledger.value, &kind.kind.value);
        let here = match names.as_slice() {
            [] => format!("这一期的「{ledger}」没有一条要做 {code}"),
            names => format!("要做 {code} 的各条是：{}", names.join("、")),
        };
        // A number that differs by a digit is another case's: none is put in its place.
        let (message, help) = if all.contains(&item.value) {
            (
                format!("「{item}」这一期不做 {code}：它不合「当」"),
                format!("{here}；要做的，核对台账里的这一条；不做的，删掉这个文号"),
            )
        } else {
            let message = format!("「{ledger}」里没有要做 {code} 的「{item}」");
            (message, format!("{here}；核对写法；没有这一条的，删掉这个文号"))
        };
        findings.push(OF_NOTHING.finding(message).at(item.span.clone(), "没有这一份").help(help));
    }
}
