//! The names that templates may use, and those that a template uses and nobody has: in every branch, also those that
//! no week of the office has taken as yet.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use tera::Tera;

use super::variables::Kind::{self, List, Map, Open};
use super::variables::{TOP, field, fields};
use super::{findings, wording};
use crate::diagnostic::Diagnostic;
use crate::record::nearest::nearest;
use crate::source::{Source, Span};

/// Names and fields that `template` uses and that there are not, each at its first place.
///
/// A template that cannot be read has none: that is told when it is used.
pub(super) fn unknown(template: &Arc<Source>) -> Vec<Diagnostic> {
    let mut tera = Tera::default();
    wording::register(&mut tera);
    let text = template.text();
    if tera.add_raw_template(template.name(), text).is_err() {
        return Vec::new();
    }
    let Ok(asked_for) = tera.get_template_variables(template.name()) else { return Vec::new() };
    let uses = Uses::of(text);
    let bound = uses.bound();
    let mut wrong: BTreeMap<usize, Diagnostic> = BTreeMap::new();
    for name in asked_for.into_iter().filter(|name| field(TOP, name).is_none()) {
        let place = uses.paths.iter().find_map(|path| path.first().filter(|first| first.name == name));
        let place = place.map_or(0..0, |first| first.place.clone());
        wrong.insert(place.start, told(template, place, name, TOP));
    }
    let mut known = HashSet::new();
    for path in &uses.paths {
        let Some((first, rest)) = path.split_first() else { continue };
        let mut kind = bound.get(first.name).copied().or_else(|| field(TOP, first.name)).unwrap_or(Open);
        for Word { name, place } in rest {
            let Map(of) = kind else { break };
            let Some(next) = field(of, name) else {
                if known.insert((of, *name)) {
                    wrong.insert(place.start, told(template, place.clone(), name, of));
                }
                break;
            };
            kind = next;
        }
    }
    wrong.into_values().collect()
}

fn told(template: &Arc<Source>, place: Range<usize>, name: &str, of: &str) -> Diagnostic {
    let known: Vec<&str> = fields(of).iter().map(|(known, _)| *known).collect();
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

/// A name in a tag, and where it stands.
#[derive(Debug, Clone, PartialEq)]
struct Word<'t> {
    name: &'t str,
    place: Range<usize>,
}

/// `office.superior.name`, name by name.
type Path<'t> = Vec<Word<'t>>;

/// What a template's tags speak of.
#[derive(Debug, Default)]
struct Uses<'t> {
    paths: Vec<Path<'t>>,
    /// Names that a tag brings, each with the list whose items it stands for; `None` where that is not a plain path.
    brought: Vec<(&'t str, Option<Path<'t>>)>,
}

/// A piece of a tag.
#[derive(Debug, PartialEq)]
enum Token<'t> {
    Word(Word<'t>),
    /// A text in quotes.
    Text,
    Sign(char),
}

impl<'t> Uses<'t> {
    fn of(text: &'t str) -> Self {
        let mut uses = Self::default();
        for tag in tags(text) {
            uses.read(&tokens(text, tag));
        }
        uses
    }

    fn read(&mut self, tokens: &[Token<'t>]) {
        let word = |at: usize| match tokens.get(at) {
            Some(Token::Word(word)) => Some(word.name),
            _ => None,
        };
        if let (Some("set" | "set_global"), Some(name)) = (word(0), word(1)) {
            self.brought.push((name, None));
        }
        if word(0) == Some("for")
            && let Some(list_at) = (1..tokens.len()).find(|at| word(*at) == Some("in"))
        {
            let (list, end) = path(tokens, list_at + 1);
            let is_plain = tokens.get(end).is_none_or(|token| matches!(token, Token::Sign('-')));
            let names: Vec<&str> = (1..list_at).filter_map(word).collect();
            let list = (is_plain && names.len() == 1 && !list.is_empty()).then_some(list);
            self.brought.extend(names.into_iter().map(|name| (name, list.clone())));
        }
        let mut at = 0;
        while at < tokens.len() {
            let (path, end) = path(tokens, at);
            if path.is_empty() {
                at += 1;
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let is_other = matches!(before, Some(Token::Sign('.' | '|'))) || at > 0 && word(at - 1) == Some("is");
            let is_called = tokens.get(end) == Some(&Token::Sign('('));
            let is_argument =
                tokens.get(end) == Some(&Token::Sign('=')) && tokens.get(end + 1) != Some(&Token::Sign('='));
            if !is_other && !is_called && !is_argument {
                self.paths.push(path);
            }
            at = end;
        }
    }

    /// What the names that tags bring stand for; [`Open`] where that cannot be said.
    fn bound(&self) -> HashMap<&'t str, Kind> {
        let mut bound: HashMap<&str, Kind> = HashMap::new();
        for (name, list) in &self.brought {
            let kind = list.as_ref().map_or(Open, |list| match resolved(list, &bound) {
                List(of) => Map(of),
                _ => Open,
            });
            let before = bound.get(name).copied().or_else(|| field(TOP, name));
            let kind = if before.is_none_or(|before| before == kind) { kind } else { Open };
            bound.insert(name, kind);
        }
        bound
    }
}

fn resolved(path: &[Word], bound: &HashMap<&str, Kind>) -> Kind {
    let Some((first, rest)) = path.split_first() else { return Open };
    let mut kind = bound.get(first.name).copied().or_else(|| field(TOP, first.name)).unwrap_or(Open);
    for word in rest {
        kind = match kind {
            Map(of) => field(of, word.name).unwrap_or(Open),
            _ => Open,
        };
    }
    kind
}

/// The path that begins at a token, and the token behind it.
fn path<'t>(tokens: &[Token<'t>], mut at: usize) -> (Path<'t>, usize) {
    let mut path = Vec::new();
    while let Some(Token::Word(word)) = tokens.get(at) {
        path.push(word.clone());
        at += 1;
        match tokens.get(at..at + 2) {
            Some([Token::Sign('.'), Token::Word(_)]) => at += 1,
            _ => break,
        }
    }
    (path, at)
}

/// What stands within `{{ … }}` and `{% … %}`, comments left out.
fn tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('{')).map(|found| at + found) {
        let start = open + 2;
        let close = match text.as_bytes().get(open + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let end =
            if close == "#}" { text.get(start..).and_then(|rest| rest.find(close)) } else { end(text, start, close) };
        let Some(end) = end.map(|length| start + length) else { break };
        if close != "#}" {
            tags.push(start..end);
        }
        at = end + close.len();
    }
    tags
}

/// How far it is to `close`, which does not stand within quotes.
fn end(text: &str, start: usize, close: &str) -> Option<usize> {
    let rest = text.get(start..)?;
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        if quote.is_some() {
            quote = quote.filter(|open| *open != c);
        } else if matches!(c, '"' | '\'' | '`') {
            quote = Some(c);
        } else if rest[at..].starts_with(close) {
            return Some(at);
        }
    }
    None
}

fn tokens(text: &str, tag: Range<usize>) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = tag.start;
    let inside = text.get(..tag.end).unwrap_or_default();
    while let Some(c) = inside.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &inside[at..];
        let length = if c.is_ascii_alphabetic() || c == '_' {
            let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(Token::Word(Word { name: &rest[..length], place: at..at + length }));
            length
        } else if matches!(c, '"' | '\'' | '`') {
            tokens.push(Token::Text);
            rest[1..].find(c).map_or(rest.len(), |length| length + 2)
        } else {
            // The signs of white space before and behind a tag say nothing here.
            let is_trim = c == '-' && (at == tag.start || at + 1 == tag.end);
            if !c.is_whitespace() && !is_trim {
                tokens.push(Token::Sign(c));
            }
            c.len_utf8()
        };
        at += length;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::variables::TYPES;
    use super::*;

    fn said(text: &str) -> Vec<(String, String)> {
        let found = unknown(&Source::new("weekly.md", text)).into_iter();
        let said = found.map(|finding| {
            let place = finding.primary.map_or_else(String::new, |label| label.span.text().to_owned());
            (place, finding.help.unwrap_or_default())
        });
        said.collect()
    }

    fn places(text: &str) -> Vec<String> {
        said(text).into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn names_that_nobody_has_are_found_in_branches_not_taken() {
        let text = "{% if reutrns %}{{ office.nmae }}{% else %}{{ office.superior.intext }}{% endif %}";
        let said = said(text);
        assert_eq!(said.iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(), ["reutrns", "nmae", "intext"]);
        assert!(said[0].1.starts_with("是不是想写「returns」？"), "{said:?}");
        assert!(said[1].1.starts_with("是不是想写「name」？"), "{said:?}");
        assert_eq!(places("{% for case in cases.items %}{{ case.finee }}{% endfor %}"), ["finee"]);
        assert_eq!(
            places("{% for p in complaints.timed %}{% for c in p.complaints %}{{ c.firm }}{% endfor %}{% endfor %}"),
            ["firm"]
        );
    }

    #[test]
    fn what_a_template_brings_itself_is_left_alone() {
        for text in [
            "{% set form = paper.form %}{{ form.anything }}{{ form }}",
            "{% for paper in sent.papers %}{{ paper.to }}{% endfor %}{{ paper.mark }}",
            "{% for g in carried_over.items | neighbours(by=[\"unit\"]) %}{{ g.count }}{{ loop.index }}{% endfor %}",
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
        for text in [include_str!("../../templates/weekly.md"), include_str!("../../templates/notice.md")] {
            assert_eq!(places(text), [""; 0]);
        }
    }

    /// The table here and the maps made for templates tell the same names.
    #[test]
    fn the_table_knows_what_templates_are_given() {
        let made = [
            include_str!("context/mod.rs"),
            include_str!("context/figures.rs"),
            include_str!("context/notice.rs"),
            include_str!("context/office.rs"),
            include_str!("context/week.rs"),
        ]
        .concat();
        let quoted = |line: &str| line.split('"').nth(1).map(str::to_owned);
        let given: HashSet<String> = made
            .lines()
            .flat_map(|line| {
                let pairs =
                    line.split(", \"").filter_map(|part| part.split_once("\" => ")).map(|(name, _)| name.to_owned());
                let pairs = pairs.map(|name| name.rsplit('"').next().unwrap_or_default().to_owned());
                pairs.chain(line.contains("insert_value(").then(|| quoted(line)).flatten()).collect::<Vec<_>>()
            })
            .collect();
        let known: HashSet<String> =
            TYPES.iter().flat_map(|(_, fields)| fields.iter().map(|(name, _)| (*name).to_owned())).collect();
        // These two are put in where a paper is composed.
        let apart = ["paper", "notice"].map(str::to_owned);
        assert_eq!(known.difference(&given).filter(|name| !apart.contains(name)).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(given.difference(&known).collect::<Vec<_>>(), [""; 0]);
    }
}
