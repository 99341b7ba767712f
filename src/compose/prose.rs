//! Prose with fields in it: `{投诉人}` stands for what the same record says elsewhere, `{2021-01-12}` for a date.
//!
//! So a name is typed once and a date in prose is written as all other dates are. Anything else in braces that
//! looks like a field is an error, since an official paper has no braces; what does not look like one prints as typed.

use crate::record::value::Date;

use crate::compose::findings;
use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::yaml::nearest::nearest;

/// A piece of prose.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    Words(&'a str),
    /// The field of that name.
    Field(&'static str),
    Date(Date),
}

/// Splits prose at its fields; `fields` are the names that it may use.
pub(super) fn pieces<'a>(
    prose: &'a Spanned<String>,
    fields: &[&'static str],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = prose.value.as_str();
    let mut words_from = rest;
    let mut searched_to = 0;
    while let Some(open) = rest.find('{') {
        let inner = rest[open + 1..].split(['}', '{', '\n']).next().unwrap_or_default();
        let closed = rest[open + 1 + inner.len()..].starts_with('}');
        let piece = if closed { field(inner, prose, fields, &mut searched_to, findings) } else { None };
        let after = &rest[open + 1..];
        let Some(piece) = piece else {
            rest = after;
            continue;
        };
        let before = &words_from[..words_from.len() - rest.len() + open];
        pieces.extend((!before.is_empty()).then_some(Piece::Words(before)));
        pieces.push(piece);
        rest = &after[inner.len() + 1..];
        words_from = rest;
    }
    pieces.extend((!words_from.is_empty()).then_some(Piece::Words(words_from)));
    pieces
}

/// Whether prose names that field.
pub(super) fn names_field(prose: &Spanned<String>, field: &'static str) -> bool {
    pieces(prose, &[field], &mut Vec::new()).contains(&Piece::Field(field))
}

/// More wrong fields than anybody reads.
const MOST: usize = 5_000;

fn field<'a>(
    inner: &str,
    prose: &Spanned<String>,
    fields: &[&'static str],
    searched_to: &mut usize,
    findings: &mut Vec<Diagnostic>,
) -> Option<Piece<'a>> {
    if let Some(field) = fields.iter().find(|field| **field == inner) {
        return Some(Piece::Field(field));
    }
    if inner.len() == 10
        && let Some(date) = Date::from_iso(inner)
    {
        return Some(Piece::Date(date));
    }
    let looks_like_a_field = !inner.is_empty()
        && inner.chars().count() <= 12
        && inner.chars().all(|c| c.is_alphabetic() || c.is_ascii_digit() || c == '-');
    if looks_like_a_field && findings.len() < MOST {
        let allowed = if fields.is_empty() {
            "{2021-01-12} 这样的日期".to_owned()
        } else {
            let names: Vec<_> = fields.iter().map(|field| format!("{{{field}}}")).collect();
            format!("{}，或 {{2021-01-12}} 这样的日期", names.join("、"))
        };
        let help = match nearest(inner, fields.iter().copied()) {
            Some(guess) => format!("是不是想写「{{{guess}}}」？这里可以写：{allowed}"),
            None => format!("这里可以写：{allowed}"),
        };
        let message = format!("「{{{inner}}}」不是这里能用的字段");
        findings.push(findings::FIELD.finding(message).at(place(prose, inner, searched_to), "认不出").help(help));
    }
    None
}

/// Where the braces stand in the file, as near as can be said; they are looked for behind `searched_to`, where the
/// last ones ended, so that each is reported at its own place and a long text is gone through once.
fn place(prose: &Spanned<String>, inner: &str, searched_to: &mut usize) -> Span {
    let braces = format!("{{{inner}}}");
    let range = prose.span.range();
    match prose.span.text().get(*searched_to..).and_then(|rest| rest.find(&braces)) {
        Some(at) => {
            let at = range.start + *searched_to + at;
            *searched_to = at + braces.len() - range.start;
            Span::new(prose.span.source(), at..at + braces.len())
        }
        None => prose.span.first_line(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn prose(text: &str) -> Spanned<String> {
        let source = Source::new("周.yaml", text);
        Spanned::new(text.to_owned(), Span::new(&source, 0..text.len()))
    }

    #[test]
    fn fields_and_dates_are_found_and_the_rest_stays_as_typed() {
        let text = prose("{2021-01-12}与{投诉人}联系{{ x }}，{");
        let mut findings = Vec::new();
        let found = pieces(&text, &["投诉人"], &mut findings);
        let date = Piece::Date(Date::from_parts(2021, 1, 12).unwrap());
        assert_eq!(found, [date, Piece::Words("与"), Piece::Field("投诉人"), Piece::Words("联系{{ x }}，{")]);
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn a_field_is_named_where_it_would_be_filled_in() {
        for (text, names_it) in [
            ("有游客在{来源}反映", true),
            ("{{来源}}", true),
            ("有游客在{ 来源 }反映", false),
            ("有游客在{来 源}、{来源、来源反映", false),
        ] {
            assert_eq!(names_field(&prose(text), "来源"), names_it, "{text}");
        }
    }

    #[test]
    fn a_misspelt_field_is_an_error_at_its_place() {
        let mut findings = Vec::new();
        pieces(&prose("与{投诉入}联系"), &["投诉人", "来源"], &mut findings);
        let [finding] = &findings[..] else { panic!("{findings:?}") };
        assert_eq!(finding.primary.as_ref().map(|label| label.span.text()), Some("{投诉入}"));
        assert!(finding.help.as_ref().is_some_and(|help| help.contains("{投诉人}")));
    }
}
