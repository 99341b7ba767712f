//! All free text of a week that can be printed, each piece with what it is.

use crate::record::notice::Notice;
use crate::record::week::Week;
use crate::source::Spanned;

/// What a text is, as far as rules must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Tells what has happened.
    Story,
    /// The body of a section: tells what has happened, and may count.
    Section,
    /// Tells what will be done.
    Plan,
    /// Printed between 《》.
    Title,
    Heading,
    /// The name of a firm, a unit, a person or a platform.
    Name,
}

impl Kind {
    /// Whether it is sentences, not a name or a heading.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Story | Self::Section | Self::Plan)
    }

    /// Whether it tells what has happened.
    #[must_use]
    pub fn is_past(self) -> bool {
        matches!(self, Self::Story | Self::Section)
    }
}

/// One free text.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The key under which it is written.
    pub key: &'static str,
    pub kind: Kind,
    pub value: &'a Spanned<String>,
    /// The notice that it belongs to.
    pub notice: Option<&'a Notice>,
}

/// The free texts of `week`, in the order of the record.
#[must_use]
pub fn texts(week: &Week) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    let mut add = |key, kind, value| texts.push(Text { key, kind, value, notice: None });
    for case in &week.cases {
        add("单位", Kind::Name, &case.unit);
        add("对象", Kind::Name, &case.subject);
        add("案由", Kind::Heading, &case.cause);
        add("处理", Kind::Story, &case.outcome);
    }
    for reception in &week.receptions {
        add("单位", Kind::Name, &reception.unit);
        add("情况", Kind::Story, &reception.story);
    }
    for assessment in &week.assessments {
        add("来文单位", Kind::Name, &assessment.from);
        add("来文", Kind::Title, &assessment.paper);
        add("办理", Kind::Story, &assessment.handling);
        add("反馈单位", Kind::Name, &assessment.answered_to);
    }
    for complaint in week.complaints.iter().flat_map(|(_, list)| list) {
        add("被投诉", Kind::Name, &complaint.respondent);
        add("转办", Kind::Name, &complaint.unit);
    }
    for carried in &week.carried_over {
        add("被投诉", Kind::Name, &carried.respondent);
        add("转办", Kind::Name, &carried.unit);
    }
    for section in &week.sections {
        add("标题", Kind::Heading, &section.title);
        add("正文", Kind::Section, &section.text);
    }
    if let Some(next) = &week.next {
        add("下一步", Kind::Plan, next);
    }
    for notice in &week.notices {
        texts.extend(of_notice(notice));
    }
    texts
}

fn of_notice(notice: &Notice) -> impl Iterator<Item = Text<'_>> {
    [
        ("来文单位", Kind::Name, notice.from.as_ref()),
        ("来源", Kind::Name, Some(&notice.origin)),
        ("被投诉", Kind::Name, Some(&notice.respondent)),
        ("反映", Kind::Story, Some(&notice.story)),
        ("核实", Kind::Story, notice.verification.as_ref()),
        ("被投诉", Kind::Name, notice.related.as_ref().map(|related| &related.respondent)),
        ("处理", Kind::Story, notice.handling.as_ref()),
        ("下一步", Kind::Plan, notice.next.as_ref()),
    ]
    .into_iter()
    .filter_map(move |(key, kind, value)| Some(Text { key, kind, value: value?, notice: Some(notice) }))
}
