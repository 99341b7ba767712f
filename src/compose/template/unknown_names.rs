//! The names that a template uses and nobody has: in every branch, also those that no week of the office has taken as
//! yet.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::engine::reading_engine;
use super::filter_fields::{FilterField, filter_fields};
use super::lexer::{Piece, Token, TokenKind, pieces};
use super::name_uses::{NameUses, first_kind};
use crate::compose::findings;
use crate::compose::variables::Kind::Map;
use crate::compose::variables::{TOP, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};
use crate::yaml::nearest::nearest;

/// Names and fields that `template` uses and that there are not, each at its first place.
///
/// A template that cannot be read has none: that is reported when it is used.
pub(super) fn unknown_names(template: &Arc<Source>, known: &Vocabulary) -> Vec<Diagnostic> {
    let mut tera = reading_engine();
    let text = template.text();
    if tera.add_raw_template(template.name(), &in_letters_of_the_engine(text)).is_err() {
        return Vec::new();
    }
    let Ok(asked_for) = tera.get_template_variables(template.name()) else { return Vec::new() };
    let pieces = pieces(text);
    let uses = NameUses::in_template(&pieces);
    let bound = uses.bound(known);
    let mut findings: BTreeMap<usize, Diagnostic> = BTreeMap::new();
    for name in asked_for.into_iter().filter(|name| known.field(TOP, name).is_none()) {
        let first_use = uses.all_paths().find_map(|path| path.first().filter(|first| first.text == name));
        let place = first_use.map_or(0..0, |first| first.place.clone());
        findings.insert(place.start, unknown_name(template, place, name, TOP, known));
    }
    let mut reported = HashSet::new();
    for path in uses.all_paths() {
        let Some((first, rest)) = path.split_first() else { continue };
        let mut kind = first_kind(first.text, &bound, known);
        for Token { text: name, place, .. } in rest {
            let Map(owner) = kind else { break };
            let Some(next) = known.field(owner, name) else {
                if reported.insert((owner, *name)) {
                    findings.insert(place.start, unknown_name(template, place.clone(), name, owner, known));
                }
                break;
            };
            kind = next;
        }
    }
    for tag in pieces.iter().filter_map(Piece::tag) {
        for FilterField { owner, name, place } in filter_fields(&tag.tokens, &bound, known) {
            if known.field(owner, name).is_none() {
                findings.insert(place.start, unknown_name(template, place, name, owner, known));
            }
        }
    }
    findings.into_values().collect()
}

/// The template as the engine can read it, which knows no names but those in ASCII letters: others, which are fields of an
/// office's own, get as many letters as they have bytes.
fn in_letters_of_the_engine(template: &str) -> String {
    let mut text = template.as_bytes().to_vec();
    for tag in pieces(template).iter().filter_map(Piece::tag) {
        let names = tag.tokens.iter().filter(|token| token.kind == TokenKind::Word && !token.text.is_ascii());
        for name in names {
            text[name.place.clone()].fill(b'x');
        }
    }
    String::from_utf8(text).unwrap_or_else(|_| template.to_owned())
}

/// `owner` is what has no field of that name, or [`TOP`].
fn unknown_name(
    template: &Arc<Source>,
    place: Range<usize>,
    name: &str,
    owner: &str,
    known: &Vocabulary,
) -> Diagnostic {
    let known: Vec<&str> = known.fields(owner).map(|known| known.name).collect();
    let here = format!("这里可以写：{}", known.join("、"));
    let help = match nearest(name, known.iter().copied()) {
        Some(guess) => format!("是不是想写「{guess}」？{here}"),
        None => here,
    };
    findings::TEMPLATE_NAME
        .finding(format!("模板里写了「{name}」，没有这项内容"))
        .at(Span::new(template, place), "没有这个名称")
        .help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::built_in::KINDS;

    /// What stands at the places of the findings, and their help.
    fn findings(text: &str) -> Vec<(String, String)> {
        let mut findings = Vec::new();
        for finding in unknown_names(&Source::new("weekly.md", text), &Vocabulary::default()) {
            let place = finding.primary.map_or_else(String::new, |label| label.span.text().to_owned());
            findings.push((place, finding.help.unwrap_or_default()));
        }
        findings
    }

    fn places(text: &str) -> Vec<String> {
        findings(text).into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn names_that_nobody_has_are_found_in_branches_not_taken() {
        let text = "{% if reutrns %}{{ office.nmae }}{% else %}{{ office.superior.intext }}{% endif %}";
        let findings = findings(text);
        assert_eq!(findings.iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(), ["reutrns", "nmae", "intext"]);
        assert!(findings[0].1.starts_with("是不是想写「returns」？"), "{findings:?}");
        assert!(findings[1].1.starts_with("是不是想写「name」？"), "{findings:?}");
        assert_eq!(places("{% for case in cases.items %}{{ case.finee }}{% endfor %}"), ["finee"]);
        assert_eq!(
            places("{% for p in complaints.timed %}{% for c in p.complaints %}{{ c.firm }}{% endfor %}{% endfor %}"),
            ["firm"]
        );
    }

    #[test]
    fn fields_that_filters_are_told_of_are_found_too() {
        for (text, wrong) in [
            (
                "{% for p in complaints.all %}{% for g in p.complaints | alike(by=[\"respondant\", \"unit\"]) %}{% endfor %}{% endfor %}",
                "respondant",
            ),
            ("{{ complaints.timed | sum(key=\"cuont\", default=0) }}", "cuont"),
            ("{{ cases.items | pluck(key=\"foo\", default=\"无\") | join(sep=\"、\") }}", "foo"),
            ("{{ cases.items | sort(attribute=\"day\") | length }}", "day"),
        ] {
            assert_eq!(places(text), [wrong], "{text}");
        }
        for text in [
            "{{ cases.items | pluck(key=\"fine\", default=\"无\") | join }}",
            "{{ unknown_list | pluck(key=\"foo\") }}",
        ] {
            assert!(!places(text).contains(&"foo".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_a_template_brings_itself_is_left_alone() {
        for text in [
            "{% set form = paper.form %}{{ form.anything }}{{ form }}",
            "{% for paper in sent.papers %}{{ paper.to }}{% endfor %}{{ paper.mark }}",
            "{% for i in inspected %}{{ i.name }}{% endfor %}{{ [i.date for i in cases.items if i.date] | join }}",
            "{% for g in carried_over.items | neighbours(by=[\"unit\"]) %}{{ g.count }}{{ loop.index }}{% endfor %}",
            "{% raw %}{{ office.nmae }}{% for a in cases.itmes %}{% endraw %}{{ \"\\\"}} {{ office.nmae\" }}",
            "{# {{ office.nmae }} #}{{ inspections.whatever }}{{ week.next | default(value=\"office.nmae\") | sentence }}",
            "{% if office.sealed is defined and not week.next %}{{ range(end=3) | length }}{% endif %}",
            "{{ broken",
            "office.nmae {office.nmae}",
        ] {
            assert_eq!(places(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_built_in_templates_ask_for_nothing_that_is_not_there() {
        for text in KINDS.map(|kind| kind.template) {
            assert_eq!(places(text), [""; 0]);
        }
    }
}
