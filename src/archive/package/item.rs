//! 件: one paper as the catalogue tells it.

use crate::record::value::Date;

use crate::archive::manifest::Inputs;
use crate::document::{Document, Text};
use crate::layout::Galley;
use crate::record::filing::RetentionPeriod;
use crate::record::format::Format;
use crate::record::office::Office;
use crate::record::series::filed_as;
use crate::record::week::Week;
use crate::workspace::Due;

/// What DA/T 22—2015, 5.5.3 asks of an item, but for its 档号.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub kind: String,
    /// The folder of its week, and its file there: its PDF, where it has one.
    week: String,
    file: String,
    /// 文号; empty where it has none.
    pub number: String,
    /// 责任者.
    pub responsible: String,
    /// 题名.
    pub title: String,
    pub date: Date,
    /// 密级 as marked; empty where there is none.
    pub secrecy: String,
    /// Pages with something on them; `None` where its file has no pages.
    pub pages: Option<usize>,
    /// 备注.
    pub note: String,
    pub retention: Option<RetentionPeriod>,
    /// What the paper would be made from now; `None` where it has no template.
    pub inputs: Option<Inputs>,
}

impl Item {
    pub(super) fn from_paper(
        office: &Office,
        week: &Week,
        due: &Due,
        (document, galley): (&Document, &Galley),
        inputs: Option<Inputs>,
    ) -> Self {
        let name = filed_as(office, &week.period.value);
        let dated = galley.date.and_then(|(year, month, day)| Date::from_parts(year, month, day));
        let remark = due.subject.remark(week);
        let format = packed_format(due);
        let note =
            if dated.is_some() { remark } else { format!("{remark}；文件上没有日期，记一周的末日") };
        Self {
            kind: due.kind.clone(),
            week: name,
            file: due.file(format).display().to_string(),
            number: document.head.number.as_ref().map(Text::plain).unwrap_or_default(),
            responsible: responsible(document),
            title: title(document, galley),
            date: dated.unwrap_or_else(|| week.period.value.end().value),
            secrecy: document.head.secrecy.as_ref().map(Text::plain).unwrap_or_default(),
            pages: format.has_pages().then(|| galley.pages.iter().filter(|page| !page.drawn.is_empty()).count()),
            note,
            retention: office.filing.as_ref().and_then(|filing| filing.retention.for_kind(&due.kind)),
            inputs,
        }
    }

    /// Where its file lies below the office's output folder, with `/` between.
    pub(super) fn place(&self) -> String {
        format!("{}/{}", self.week, self.file)
    }
}

/// The format in which a paper is handed over: PDF, or the first that it has.
fn packed_format(due: &Due) -> Format {
    let has_pdf = due.formats.contains(&Format::Pdf);
    due.formats.first().copied().filter(|_| !has_pdf).unwrap_or(Format::Pdf)
}

/// Who signed it; where a stamp or nothing stands there, who issues it.
fn responsible(document: &Document) -> String {
    let mut names = Vec::new();
    for organ in document.signature.iter().flat_map(|signature| &signature.organs) {
        if !organ.is_empty() {
            names.push(organ.plain());
        }
    }
    if names.is_empty() { document.author.clone() } else { names.join("、") }
}

/// The title; what stands in for it is bracketed (5.5.3).
fn title(document: &Document, galley: &Galley) -> String {
    match &document.title {
        Some(title) if !title.is_empty() => title.plain(),
        _ => format!("［{}］", galley.title),
    }
}
