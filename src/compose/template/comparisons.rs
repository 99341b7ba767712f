//! With which other weeks a template compares: those whose variables it names, be it only to ask whether they are there.

use super::lexer::{Tag, TokenKind, pieces};
use crate::compose::comparison::Comparison;

/// Those that `template` names.
pub(super) fn comparisons(template: &str) -> Vec<Comparison> {
    let mut named: Vec<Comparison> = Vec::new();
    // Most templates need not be taken apart for it.
    let worded = Comparison::ALL.into_iter().filter(|comparison| template.contains(comparison.variable()));
    let worded: Vec<Comparison> = worded.collect();
    if worded.is_empty() {
        return named;
    }
    let pieces = pieces(template);
    for comparison in worded {
        if pieces.iter().filter_map(|piece| piece.tag()).any(|tag| names(tag, comparison.variable())) {
            named.push(comparison);
        }
    }
    named
}

/// Whether a tag has that word, but as a field of something or as an argument's name.
fn names(tag: &Tag, variable: &str) -> bool {
    for (at, token) in tag.tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| tag.word(before));
        let is_word = token.kind == TokenKind::Word && token.text == variable;
        if is_word && !matches!(before, "." | "?.") && tag.word(at + 1) != "=" {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_compares_with_the_weeks_that_it_names() {
        use Comparison::{Before, YearBefore};
        for (template, named) in [
            ("本周{{ complaints.total }}件", &[][..]),
            ("{{ complaints.total | change(from=before.complaints.total) }}", &[Before]),
            ("{% if before %}有{% endif %}", &[Before]),
            ("{% for case in year_before.cases.items %}{{ case.date }}{% endfor %}", &[YearBefore]),
            ("{% if year_before and before %}{% endif %}", &[Before, YearBefore]),
            ("before {# {{ before }} #} {{ week.before }}{{ \"before\" }}{{ a | f(before=1) }}", &[]),
        ] {
            assert_eq!(comparisons(template), named, "{template}");
        }
    }
}
