//! Papers sent up and received: how many, from whom, and which of them are not spoken of.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::history::{Dated, History};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::office::{InwardPaper, Office};
use crate::record::register::Register;
use crate::record::text::Text;
use crate::record::week::{Received, Week};
use crate::source::{Span, Spanned};

pub(super) static MORE_THAN_ROSTER: Rule = Rule {
    code: "paper-copies-many",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "收到的份数比成员单位还多；一条有几个名称的文书，按每家每种一份算。",
    why: "一家报一份，不会比家数还多，多半是多打了一位。",
    example: "成员单位 31 家，份数: 310",
    fix: "核对份数；一家报几份的，写明理由认可。",
};

pub(super) static NO_COPIES: Rule = Rule {
    code: "paper-copies-none",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「收到」里的一种文书是 0 份，又不是全体都要报的。",
    why: "会印成“收到……（0份）”。",
    example: "{ 文书: 每周案件情况办理统计表, 份数: 0 }",
    fix: "没有收到就删掉这一条。",
};

pub(super) static PAPER_TWICE: Rule = Rule {
    code: "paper-twice",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「收到」里同一种文书写了两次，或者用它的两个名称各写了一次。",
    why: "一种文书在周报里连名称带份数讲一次，写两次会印两遍、算两份。",
    example: "「每周案件情况办理统计表」和同一条登记里的「诉转案件办理情况统计表」各写了一条",
    fix: "并成一条；确实是两种文书的，在 office.yaml 的「收到文书」里分开登记。",
};

pub(super) static WEEKLY_UNSENT: Rule = Rule {
    code: "paper-weekly-unsent",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "周报登记在「上报文书」里，这一周的「上报」却没有写它。",
    why: "这一份周报就是要上报的，多半是漏了；份数也会少。",
    example: "「上报」里没有写 青禾区旅游市场秩序整治工作情况周报",
    fix: "在「上报」里补上周报。",
};

pub(super) static ROSTER_UNTOLD: Rule = Rule {
    code: "paper-roster-missing",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "全体成员单位都要报的文书，这一周的「收到」里没有写。",
    why: "没有写，就讲不出谁没有报；一份也没有收到，也要写明。",
    example: "「收到」里没有写 旅游市场秩序整治周报",
    fix: "补上报来的单位；一份也没有收到，写「单位: []」。",
};

pub(super) static SENT_GAP: Rule = Rule {
    code: "paper-sent-gap",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "前面连续四周以上都上报的文书，这一周没有上报。",
    why: "每周都报的，忽然不报，多半是漏写了。",
    example: "前四周都报了“零申报”表，这一周没有",
    fix: "报了就补写；以后不报了的不用改。",
};

pub(super) static UNIT_SILENT: Rule = Rule {
    code: "paper-unit-silent",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "成员单位连续四周以上没有报送全体都要报的文书；指在最后的一周。",
    why: "长期不报的单位要催，或者已经撤并，名册该改了。",
    example: "区信访局连续六周没有报周报",
    fix: "催报；已经撤并的，在 office.yaml 的「变更」里写明从哪天起换成怎样的「成员单位」。",
};

/// From so many weeks in a row on, it is a habit.
const HABIT: u32 = 4;

fn kind<'a>(office: &'a Office, received: &Received) -> Option<(usize, &'a InwardPaper)> {
    let mut kinds = office.inward.iter().enumerate();
    kinds.find(|(_, paper)| paper.names.0.iter().any(|name| name.value == received.paper.value))
}

/// How many came in: not none, and no more than there are units to send them.
pub(super) fn copies(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let members = office.members.written().map(<[_]>::len);
    for received in week.reports.iter().flat_map(|reports| &reports.received) {
        let kind = kind(office, received).map(|(_, kind)| kind);
        let is_from_everyone = kind.is_some_and(InwardPaper::is_from_everyone);
        let names = kind.map_or(1, |kind| kind.names.0.len());
        if let (Some(copies), Some(members)) = (&received.copies, members)
            && usize::try_from(copies.value).is_ok_and(|copies| copies > members.saturating_mul(names))
        {
            findings.push(
                MORE_THAN_ROSTER
                    .finding(format!("收到 {copies} 份，成员单位只有 {members} 家"))
                    .at(copies.span.clone(), "比家数还多")
                    .help("核对份数；一家报几份的，写明理由认可"),
            );
        }
        let is_none = match (&received.copies, received.units.written()) {
            (Some(copies), _) => copies.value == 0,
            (None, Some(units)) => units.is_empty() && !is_from_everyone,
            (None, None) => false,
        };
        if is_none {
            let place =
                received.copies.as_ref().map_or_else(|| received.paper.span.clone(), |copies| copies.span.clone());
            findings.push(
                NO_COPIES
                    .finding(format!("「收到」里的「{}」是 0 份", received.paper))
                    .at(place, "印成（0份）")
                    .help("没有收到就删掉这一条"),
            );
        }
    }
}

/// Each kind of paper is told once, whichever of its names is used.
pub(super) fn once(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let mut known: HashMap<Result<usize, &str>, &Received> = HashMap::new();
    for received in week.reports.iter().flat_map(|reports| &reports.received) {
        let kind = kind(office, received).map(|(at, _)| at).ok_or(received.paper.value.as_str());
        let first = *known.entry(kind).or_insert(received);
        if std::ptr::eq(first, received) {
            continue;
        }
        let finding = if first.paper.value == received.paper.value {
            PAPER_TWICE.finding(format!("「收到」里的「{}」写了两次", received.paper))
        } else {
            PAPER_TWICE
                .finding(format!("「{}」和「{}」登记为一种文书，「收到」里只写一次", first.paper, received.paper))
        };
        findings.push(
            finding
                .at(received.paper.span.clone(), "又写了一次")
                .and_at(first.paper.span.clone(), "已经写过")
                .help("并成一条；确实是两种文书的，在 office.yaml 的「收到文书」里分开登记"),
        );
    }
}

/// Papers that every week has to speak of: the weekly itself, and what all units must send.
pub(super) fn due(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(reports) = &week.reports else { return };
    let weekly = office.outward.iter().find(|paper| paper.name.value == office.weekly_name.value);
    if let Some(weekly) = weekly.filter(|weekly| !reports.sent.iter().any(|sent| sent.value == weekly.name.value)) {
        findings.push(
            WEEKLY_UNSENT
                .finding(format!("「上报」里没有写周报「{}」", weekly.name))
                .at(reports.span.first_line(), "没有写到")
                .and_at(weekly.name.span.clone(), "登记在上报文书里")
                .help(format!("在「上报」里补上「{}」", weekly.name)),
        );
    }
    let told: HashSet<usize> = reports.received.iter().filter_map(|it| Some(kind(office, it)?.0)).collect();
    for (at, paper) in office.inward.iter().enumerate().filter(|(_, paper)| paper.is_from_everyone()) {
        if let Some(name) = paper.names.0.first().filter(|_| !told.contains(&at)) {
            findings.push(
                ROSTER_UNTOLD
                    .finding(format!("「收到」里没有写全体都要报的「{name}」"))
                    .at(reports.span.first_line(), "没有写到")
                    .and_at(name.span.clone(), "登记为全体报送")
                    .help(format!("补上报来的单位；一份也没有收到，写 {{ 文书: {name}, 单位: [] }}")),
            );
        }
    }
}

/// Papers that were sent week after week, and then not.
pub(super) fn gaps(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let names = history.offices().into_iter().flat_map(|office| Register::OutwardPapers.names(office));
    let names = names.map(|name| name.value.as_str());
    for name in names.filter(|name| seen.insert(*name)) {
        let mut in_a_row = 0;
        for Dated { week, office, .. } in &history.weeks {
            // The office may have given it up, or it is the weekly itself.
            let is_registered = office.outward.iter().any(|paper| paper.name.value == name);
            if office.weekly_name.value == name || !is_registered {
                in_a_row = 0;
                continue;
            }
            let sent = week.reports.as_ref().map(|reports| &reports.sent);
            if sent.is_some_and(|sent| sent.iter().any(|sent| sent.value == name)) {
                in_a_row += 1;
                continue;
            }
            if in_a_row >= HABIT {
                let place = week.reports.as_ref().map_or(&week.period.span, |reports| &reports.span).first_line();
                findings.push(
                    SENT_GAP
                        .finding(format!("前面连续 {in_a_row} 周都上报「{name}」，这一周没有"))
                        .at(place, "没有写到")
                        .help("报了就补写到「上报」里；以后不报了的不用改"),
                );
            }
            in_a_row = 0;
        }
    }
}

/// What all units must send, by the first of its names.
fn from_everyone(office: &Office) -> impl Iterator<Item = (&str, usize)> {
    let papers = office.inward.iter().enumerate().filter(|(_, paper)| paper.is_from_everyone());
    papers.filter_map(|(at, paper)| Some((paper.names.0.first()?.value.as_str(), at)))
}

/// Units that for weeks have not sent what all must send, told at the last week of each silence.
pub(super) fn silent_units(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let offices = history.offices();
    let names = offices.iter().flat_map(|office| from_everyone(office)).map(|(name, _)| name);
    for name in names.filter(|name| seen.insert(*name)) {
        silent_about(name, history, findings);
    }
}

fn members(office: &Office) -> impl Iterator<Item = &str> {
    office.members.iter().map(|member| member.value.as_str())
}

fn silent_about(name: &str, history: &History, findings: &mut Vec<Diagnostic>) {
    let mut silences: HashMap<&str, (u32, usize)> = HashMap::new();
    // By week: the place to be marked, and who fell silent for how many weeks.
    let mut places: Vec<Span> = Vec::new();
    let mut ended: BTreeMap<usize, Vec<(&str, u32)>> = BTreeMap::new();
    let mut last_office: Option<&Office> = None;
    for Dated { week, office, .. } in history.weeks.iter().copied() {
        if last_office.is_some_and(|last| !std::ptr::eq(last, office)) {
            // Who left is no longer asked for.
            let there: HashSet<&str> = members(office).collect();
            silences.retain(|member, _| there.contains(member));
        }
        last_office = Some(office);
        let Some(at) = from_everyone(office).find_map(|(first, at)| (first == name).then_some(at)) else {
            silences.clear();
            continue;
        };
        let mut received = week.reports.iter().flat_map(|reports| &reports.received);
        let Some(received) = received.find(|received| kind(office, received).is_some_and(|(kind, _)| kind == at))
        else {
            continue;
        };
        let Some(units) = received.units.written() else { continue };
        let sent: HashSet<&str> = units.iter().map(|unit| unit.value.as_str()).collect();
        for member in members(office) {
            if sent.contains(member) {
                if let Some((weeks, last)) = silences.remove(member).filter(|(weeks, _)| *weeks >= HABIT) {
                    ended.entry(last).or_default().push((member, weeks));
                }
            } else {
                let (weeks, last) = silences.entry(member).or_default();
                (*weeks, *last) = (*weeks + 1, places.len());
            }
        }
        places.push(received.paper.span.clone());
    }
    for member in last_office.into_iter().flat_map(members) {
        if let Some((weeks, last)) = silences.get(member).filter(|(weeks, _)| *weeks >= HABIT) {
            ended.entry(*last).or_default().push((member, *weeks));
        }
    }
    for (week, units) in ended {
        let Some(place) = places.get(week) else { continue };
        let told: Vec<String> = units.iter().map(|(unit, weeks)| format!("{unit}（{weeks} 周）")).collect();
        findings.push(
            UNIT_SILENT
                .finding(format!("到这一周，连续没有报送的有：{}", told.join("、")))
                .at(place.clone(), "没有这几家")
                .help("催报；已经撤并的，在 office.yaml 的「变更」里写明从哪天起换成怎样的「成员单位」"),
        );
    }
}

pub(super) static DOUBLE_MARKS: Rule = Rule {
    code: "paper-marks",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文书名称自己带了《》，模板还会再加一对。",
    why: "会印成《《……》》。",
    example: "来文: 《关于做好考核评定的通知》",
    fix: "去掉名称两头的《》。",
};

/// Names that come to stand in 《》 have none of their own.
pub(super) fn marks_in_week(week: &Week, findings: &mut Vec<Diagnostic>) {
    findings.extend(week.assessments.iter().filter_map(|assessment| marked(&assessment.paper)));
}

pub(super) fn marks_in_office(office: &Office, findings: &mut Vec<Diagnostic>) {
    let outward = office.outward.iter().map(|paper| paper.name.written());
    let inward = office.inward.iter().flat_map(|paper| &paper.names.0).map(Text::written);
    findings.extend(outward.chain(inward).chain([office.weekly_name.written()]).filter_map(marked));
}

fn marked(name: &Spanned<String>) -> Option<Diagnostic> {
    let text = name.value.trim_end();
    let inner = text.strip_prefix('《')?.strip_suffix('》')?;
    // 《甲》和《乙》 is two names, which is another slip.
    if inner.contains(['《', '》']) && !is_balanced(inner) {
        return None;
    }
    let (open, close) = (name.part(0..'《'.len_utf8()), name.part(text.len() - '》'.len_utf8()..text.len()));
    let edits = [&open, &close].map(|place| crate::diagnostic::Edit { place: place.clone(), text: String::new() });
    let fix = Fix { certainty: Certainty::Certain, label: "去掉《》".to_owned(), edits: edits.into() };
    let finding = DOUBLE_MARKS
        .finding("名称不带《》，模板会加上")
        .at(open.clone(), "多出的一对")
        .and_at(close, "")
        .help("去掉两头的《》");
    Some(if open.text() == "《" { finding.fix(fix) } else { finding })
}

/// Whether each 》 closes a 《 before it.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '《' => depth += 1,
            '》' if depth == 0 => return false,
            '》' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}
