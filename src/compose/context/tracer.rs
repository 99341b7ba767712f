//! Values on their way into a template, each marked with where it comes from.

use std::fmt::Display;
use std::sync::Arc;

use tera::Value;

use super::other_figures::OtherFigures;
use crate::compose::comparison::Comparison;
use crate::compose::mark;
use crate::compose::prose::{Piece, pieces};
use crate::diagnostic::Diagnostic;
use crate::document::Origin;
use crate::metrics::{Figure, FigureName};
use crate::record::value::Minutes;
use crate::source::{Span, Spanned};
use crate::yaml::rules;

/// A figure that templates can print, as it is printed.
#[derive(Debug, Clone)]
pub struct Computed {
    pub value: String,
    /// Always [`Origin::Figure`].
    pub origin: Arc<Origin>,
}

/// Marks values, and keeps the origins that the marks refer to.
pub(super) struct Tracer {
    /// The first [`mark::MADE`] say how a template makes a value.
    pub(super) origins: Vec<Arc<Origin>>,
    pub(super) figures: Vec<Computed>,
    /// What is wrong with the fields in prose.
    pub(super) findings: Vec<Diagnostic>,
    /// What the fields in braces stand for, by key, while a record whose prose may have such is shown.
    pub(super) in_braces: Vec<(&'static str, String)>,
    /// The figures with which those of the week may be compared, while that week is shown.
    pub(super) others: Vec<OtherFigures>,
    /// The other week that is shown, while one is.
    pub(super) other_week: Option<Comparison>,
}

impl Tracer {
    pub(super) fn new() -> Self {
        let mut origins = Vec::with_capacity(mark::MADE);
        for number in 0..mark::MADE {
            let (name, rule) = made_by_template(number);
            let made = Origin::Figure { name: name.word(), of: None, rule: rule.to_owned(), from: Vec::new() };
            origins.push(Arc::new(made));
        }
        Self {
            origins,
            figures: Vec::new(),
            findings: Vec::new(),
            in_braces: Vec::new(),
            others: Vec::new(),
            other_week: None,
        }
    }

    fn origin(&mut self, origin: Origin) -> usize {
        self.origins.push(Arc::new(origin));
        self.origins.len() - 1
    }

    pub(super) fn marked(&mut self, text: &str, place: &Span) -> String {
        let origin = self.origin(Origin::Record(place.clone()));
        mark::value(&[origin], text)
    }

    pub(super) fn text<T: Display>(&mut self, value: &Spanned<T>) -> Value {
        self.one_line(&value.value, &value.span).into()
    }

    /// A value that stands within a sentence, and so has no line break.
    pub(super) fn one_line(&mut self, value: &dyn Display, span: &Span) -> String {
        let text = value.to_string();
        if text.trim_end().contains('\n') {
            self.findings.push(
                rules::WRONG_VALUE
                    .finding("这一项只能写一行，不能换行")
                    .at(span.first_line(), "从这里起有几行")
                    .help("写成一行；要分段的文字只能写在「情况」「处理」「正文」这样的叙述里"),
            );
        }
        self.marked(text.trim_end(), span)
    }

    /// A value that templates can count with, where its text says a number.
    pub(super) fn number(&mut self, value: &dyn Display, span: &Span) -> Value {
        let text = value.to_string();
        match number_in(&text) {
            Some(number) => {
                let origin = self.origin(Origin::Record(span.clone()));
                mark::number_value(&[origin], &number, &text).into()
            }
            None => self.one_line(value, span).into(),
        }
    }

    /// Digits that are a number among cells of words.
    pub(super) fn numeral(&mut self, digits: &Spanned<String>) -> Value {
        let origin = self.origin(Origin::Record(digits.span.clone()));
        mark::numeral(&[origin], &digits.value).into()
    }

    /// A day, or the days from one to another.
    pub(super) fn dates(&mut self, start: &dyn Display, end: Option<&dyn Display>, span: &Span) -> Value {
        let origin = self.origin(Origin::Record(span.clone()));
        let last = end.map(ToString::to_string);
        mark::date(&[origin], &start.to_string(), last.as_deref()).into()
    }

    /// A number, with what it counts where that stands behind it: 13, 42565.00, 98.5%, 1小时19分钟.
    pub(super) fn figure<T: Display>(&mut self, figure: &Figure<T>) -> Value {
        self.computed(figure, number_in).into()
    }

    /// [`Tracer::figure`], to stand within a phrase.
    pub(super) fn figure_text<T: Display>(&mut self, figure: &Figure<T>) -> String {
        self.computed(figure, number_in)
    }

    /// A figure that is no number: a name.
    pub(super) fn named_figure<T: Display>(&mut self, figure: &Figure<T>) -> Value {
        self.computed(figure, |_| None).into()
    }

    fn computed<T: Display>(&mut self, figure: &Figure<T>, number: fn(&str) -> Option<String>) -> String {
        let origin = Arc::new(Origin::Figure {
            name: figure.own_name.unwrap_or(figure.name.word()),
            of: self.of(figure.of.as_deref()),
            rule: figure.rule.clone(),
            from: figure.from.clone(),
        });
        let value = figure.value.to_string();
        let origins = [self.origins.len()];
        let marked = match number(&value) {
            Some(number) => mark::number_value(&origins, &number, &value),
            None => mark::value(&origins, &value),
        };
        self.origins.push(Arc::clone(&origin));
        // Those of other weeks are no figures of this one.
        if self.other_week.is_none() {
            self.figures.push(Computed { value, origin });
        }
        marked
    }

    /// Which of several figures of one name it is: that of another week says so.
    fn of(&self, of: Option<&str>) -> Option<String> {
        match (self.other_week.map(Comparison::word), of) {
            (None, of) => of.map(str::to_owned),
            (Some(week), None) => Some(week.to_owned()),
            (Some(week), Some(of)) => Some(format!("{week}，{of}")),
        }
    }

    /// Prose: in its braces stand dates, which are written as dates, and fields of its record.
    /// The line break that ends a block of YAML text is not part of the prose.
    pub(super) fn prose(&mut self, written: &Spanned<String>) -> Value {
        let prose = Spanned::new(written.value.trim_end().to_owned(), written.span.clone());
        let fields = std::mem::take(&mut self.in_braces);
        let names: Vec<_> = fields.iter().map(|(name, _)| *name).collect();
        let mut findings = Vec::new();
        let mut marked = String::new();
        for piece in pieces(&prose, &names, &mut findings) {
            match piece {
                Piece::Words(words) => marked.push_str(&self.marked(words, &prose.span)),
                Piece::Date(date) => {
                    let origin = self.origin(Origin::Record(prose.span.clone()));
                    marked.push_str(&mark::date(&[origin], &date.to_string(), None));
                }
                Piece::Field(field) => {
                    marked.extend(fields.iter().filter(|(name, _)| *name == field).map(|(_, value)| value.as_str()));
                }
            }
        }
        self.in_braces = fields;
        self.findings.extend(findings);
        marked.into()
    }
}

/// What a text says, as the number to count with: nothing for digits, which say it themselves; hundredths for a percentage,
/// minutes for a duration. `None` for what is no number, such as 100余.
fn number_in(text: &str) -> Option<String> {
    if are_digits(text) {
        return Some(String::new());
    }
    if let Some(percent) = text.strip_suffix('%').filter(|percent| are_digits(percent)) {
        return Some(percent.to_owned());
    }
    text.parse::<Minutes>().ok().map(|minutes| minutes.get().to_string())
}

/// Whether a text is digits, perhaps with a point among them.
fn are_digits(text: &str) -> bool {
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split('.').all(are_digits) && text.matches('.').count() <= 1
}

/// What the origin of that number says, below [`mark::MADE`].
fn made_by_template(number: usize) -> (FigureName, &'static str) {
    match number {
        mark::TOGETHER => (FigureName::Alike, "相邻的、标出的各项都相同的件数"),
        mark::SUMMED => (FigureName::Summed, "模板里把这几项加起来"),
        mark::AVERAGED => (FigureName::Averaged, "模板里求这几项的平均"),
        mark::SHARED => (FigureName::Share, "模板里求前一项占后一项的百分比"),
        mark::CHANGED => (FigureName::Change, "模板里比较这两项"),
        mark::ALIKE => (FigureName::Alike, "标出的各项都相同的件数"),
        mark::COUNTED => (FigureName::Counted, "模板里数出来的"),
        _ => (FigureName::Computed, "模板里用这几项算出来的"),
    }
}
