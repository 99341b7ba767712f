//! The office is none of its own member units, superiors or addressees, and names those that it has rightly.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::unquoted::within_quotes;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::text::Text;
use crate::source::Spanned;

static SELF_LISTED: Rule = Rule {
    code: "office-self-listed",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「成员单位」「其他上级」或「抄送」里列了本机构自己。",
    why: "自己不向自己报送，也不抄送自己；列在成员单位里，周报会说自己没有报。",
    example: "成员单位里有 青禾区旅游市场监管综合调度指挥中心",
    fix: "删掉这一项。",
};

static COPIED_SUPERIOR: Rule = Rule {
    code: "office-copies-superior",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「抄送」里有主送的上级机关。",
    why: "主送的机关不再抄送。",
    example: "抄送: [南渡市旅游市场监管综合调度指挥中心]",
    fix: "从「抄送」里删掉。",
};

static SENT_TO: Rule = Rule {
    code: "office-sent-to",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "上报文书的「报送」与一个上级的名称只差一个字。",
    why: "照写的印，报送的机关就印错了。",
    example: "报送: 市指挥中芯",
    fix: "写错了就照上级的名称改；确实是另一个机关的，不用改。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&SELF_LISTED, &COPIED_SUPERIOR, &SENT_TO], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let mut copies: Vec<&Spanned<String>> = Vec::new();
    if let Some(names) = office.issuing.as_ref().and_then(|issuing| issuing.copies_to.as_ref()) {
        copies.extend(names.0.iter().map(Text::written));
    }
    self_listed("成员单位", office.members.iter().map(Text::written), office, findings);
    self_listed("其他上级", office.other_superiors.iter().map(Text::written), office, findings);
    self_listed("抄送", copies.iter().copied(), office, findings);
    copied_superior(&copies, office, findings);
    for to in office.outward.iter().map(|paper| &paper.to) {
        findings.extend(near_superior(to, office));
    }
}

/// The office itself is none of its member units, superiors or addressees.
fn self_listed<'a>(
    list: &str,
    names: impl Iterator<Item = &'a Spanned<String>>,
    office: &Office,
    findings: &mut Vec<Diagnostic>,
) {
    for name in names.filter(|name| is_one_of(&[&office.name, &office.short, &office.self_name], name)) {
        findings.push(
            SELF_LISTED
                .finding(format!("「{list}」里列了本机构自己"))
                .at(name.span.clone(), "就是本机构")
                .help("删掉这一项"),
        );
    }
}

/// To whom a paper goes, it is not copied.
fn copied_superior(copies: &[&Spanned<String>], office: &Office, findings: &mut Vec<Diagnostic>) {
    let superior = &office.superior;
    for name in copies.iter().filter(|name| is_one_of(&[&superior.name, &superior.short, &superior.in_text], name)) {
        findings.push(
            COPIED_SUPERIOR
                .finding(format!("「{name}」是主送机关，不再抄送"))
                .at(name.span.clone(), "已经主送")
                .and_at(superior.name.span.clone(), "主送")
                .help("从「抄送」里删掉"),
        );
    }
}

/// A paper that goes to a superior under a name with a slip.
fn near_superior(to: &Spanned<String>, office: &Office) -> Option<Diagnostic> {
    let known = Register::Superiors.names(office);
    let near = known.iter().find(|known| is_slip(&to.value, &known.value)).filter(|_| !is_one_of(&known, to))?;
    let place = within_quotes(to);
    let finding = SENT_TO
        .finding(format!("报送的「{to}」与「{near}」只差一个字"))
        .at(place.clone(), "这样印")
        .and_at(near.span.clone(), "登记的是这样")
        .help(format!("是不是想写「{near}」？确实是另一个机关的，不用改"));
    Some(finding.fix(Fix::word(Certainty::Likely, place, near.value.clone())))
}

fn is_one_of(names: &[&Spanned<String>], name: &Spanned<String>) -> bool {
    names.iter().any(|known| known.value == name.value)
}

/// One character of a name of four or more is another; but 市文化和旅游局 is no slip for 区文化和旅游局.
fn is_slip(typed: &str, known: &str) -> bool {
    known.chars().count() >= 4 && level_of(typed) == level_of(known) && strsim::osa_distance(typed, known) == 1
}

/// The level that a name begins with.
fn level_of(name: &str) -> Option<char> {
    name.chars().next().filter(|c| "省市州县区".contains(*c))
}
