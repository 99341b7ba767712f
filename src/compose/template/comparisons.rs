//! With which other weeks a template compares: those whose variables it names, be it only to ask whether they are there, and
//! those that the office's file names (对比) where the template prints what is said of these.

use std::collections::BTreeSet;

use super::lexer::{Tag, TokenKind, pieces};
use crate::compose::comparison::Comparison;
use crate::record::compared_with::ComparedWith;

/// With which other weeks a template compares.
#[derive(Debug)]
pub(super) struct Comparisons {
    /// Those that it names.
    named: Vec<Comparison>,
    /// It prints how figures have changed that the office's file compares.
    pub(super) prints_declared: bool,
}

impl Comparisons {
    pub(super) fn of_template(template: &str) -> Self {
        Self { named: named(template), prints_declared: prints_declared(template) }
    }

    /// Of the papers of an office whose file names these.
    pub(super) fn where_declared(&self, declared: &BTreeSet<ComparedWith>) -> Vec<Comparison> {
        let mut all: BTreeSet<Comparison> = self.named.iter().copied().collect();
        if self.prints_declared {
            all.extend(declared.iter().map(|with| Comparison::from(*with)));
        }
        all.into_iter().collect()
    }
}

/// The fields that say how a figure has changed.
const CHANGES: [&str; 3] = ["compared", "phrase", "inspection_sentences"];

fn prints_declared(template: &str) -> bool {
    if !CHANGES.iter().any(|field| template.contains(field)) {
        return false;
    }
    let pieces = pieces(template);
    let mut tokens = pieces.iter().filter_map(|piece| piece.tag()).flat_map(|tag| &tag.tokens);
    tokens.any(|token| token.kind == TokenKind::Word && CHANGES.contains(&token.text))
}

/// Those that `template` names.
fn named(template: &str) -> Vec<Comparison> {
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
            assert_eq!(super::named(template), named, "{template}");
        }
    }
}
