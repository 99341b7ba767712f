//! What `{% set %}` keeps within a loop is lost with the turn of the loop. Whoever counts so prints the figure of before.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::lexer::{Piece, Tag, Token, TokenKind, pieces};
use crate::compose::findings::TEMPLATE_SET;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// Where names are kept that are lost: those of `template` that a loop keeps and that are asked for behind it, or that a loop
/// goes on reckoning with from turn to turn.
pub(super) fn lost_sets(template: &Arc<Source>) -> Vec<Diagnostic> {
    let mut reading = Reading { template, levels: vec![HashMap::new()], lost: HashMap::new(), findings: Vec::new() };
    for tag in pieces(template.text()).iter().filter_map(Piece::tag) {
        reading.tag(tag);
    }
    reading.findings
}

struct Reading<'s, 't> {
    template: &'s Arc<Source>,
    /// The names that are kept, each with its place: at the top, and in each loop that is open.
    levels: Vec<HashMap<&'t str, Range<usize>>>,
    /// Those of loops that have ended.
    lost: HashMap<&'t str, Range<usize>>,
    findings: Vec<Diagnostic>,
}

impl<'t> Reading<'_, 't> {
    fn tag(&mut self, tag: &Tag<'t>) {
        let first = tag.word(0);
        let kept = matches!(first, "set" | "set_global").then(|| tag.tokens.get(1)).flatten();
        let brought = brought(tag);
        for (at, token) in tag.tokens.iter().enumerate() {
            let is_kept = kept.is_some_and(|kept| kept.place == token.place);
            if is_asked_for(tag, at) && !is_kept && !brought.contains(&token.text) {
                self.asked_for(token, kept.filter(|_| first == "set"));
            }
        }
        match (first, kept) {
            ("set", Some(name)) => self.keep(name, self.levels.len() - 1),
            ("set_global", Some(name)) => self.keep(name, 0),
            ("for", _) => {
                self.levels.push(HashMap::new());
                for name in brought {
                    self.lost.remove(name);
                }
            }
            ("endfor", _) if self.levels.len() > 1 => self.lost.extend(self.levels.pop().unwrap_or_default()),
            _ => {}
        }
    }

    fn keep(&mut self, name: &Token<'t>, level: usize) {
        self.lost.remove(name.text);
        if let Some(names) = self.levels.get_mut(level) {
            names.insert(name.text, name.place.clone());
        }
    }

    /// A name is asked for, perhaps to keep another one or itself.
    fn asked_for(&mut self, token: &Token<'t>, kept: Option<&Token<'t>>) {
        let name = token.text;
        if let Some(place) = self.lost.remove(name) {
            self.tell(name, place, token, "循环结束就没有了，这里用的是循环以前的");
        }
        let innermost = self.levels.len() - 1;
        let is_outer = self.levels.iter().position(|names| names.contains_key(name)).is_some_and(|at| at < innermost);
        let goes_on = kept.filter(|kept| kept.text == name && is_outer && !self.levels[innermost].contains_key(name));
        if let Some(kept) = goes_on {
            self.tell(name, kept.place.clone(), token, "每一轮都从循环以前的算起，不会累计");
        }
    }

    fn tell(&mut self, name: &str, set: Range<usize>, asked_for: &Token, what: &str) {
        self.findings.push(
            TEMPLATE_SET
                .finding(format!("循环里用 set 记下的「{name}」留不到这一轮以后"))
                .at(Span::new(self.template, set), "在循环里记下")
                .and_at(Span::new(self.template, asked_for.place.clone()), what)
                .help(format!(
                    "写成 {{% set_global {name} = … %}}，循环以前也用 set_global 记下；只在这一轮用的，换一个名称"
                )),
        );
    }
}

/// The names that stand for the items of a loop, also of one in brackets: `[x.name for x in list]`.
fn brought<'t>(tag: &Tag<'t>) -> Vec<&'t str> {
    let mut names = Vec::new();
    for (at, _) in tag.tokens.iter().enumerate().filter(|(_, token)| token.text == "for") {
        names.extend(tag.tokens.iter().skip(at + 1).map(|token| token.text).take_while(|text| *text != "in"));
    }
    names
}

/// Whether a token is a variable's name: no field, filter, test or argument.
fn is_asked_for(tag: &Tag, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |before| tag.word(before));
    let is_test = before(1) == "is" || (before(1) == "not" && before(2) == "is");
    let is_word = tag.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    is_word && !is_test && !matches!(before(1), "." | "?." | "|") && !matches!(tag.word(at + 1), "=" | "(")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::built_in::KINDS;

    /// The names that are told, each with the words at its second place.
    fn told(text: &str) -> Vec<String> {
        let findings = lost_sets(&Source::new("weekly.md", text));
        findings.iter().map(|finding| finding.primary.as_ref().unwrap().span.text().to_owned()).collect()
    }

    #[test]
    fn a_count_that_is_kept_in_a_loop_is_told_once() {
        for text in [
            "{% set n = 0 %}{% for a in l %}{% set n = n + 1 %}{% endfor %}{{ n }}",
            "{% set n = 0 %}{% for a in l %}{% if a %}{% set n = a.x %}{% endif %}{% endfor %}{{ n }}",
            "{% for a in l %}{% set n = a %}{% endfor %}{% if n %}甲{% endif %}",
            "{% set n = 0 %}{% for a in l %}{% set n = n + 1 %}| {{ n }} |{% endfor %}",
            "{% set n = 0 %}{% for a in l %}{% for b in a %}{% set n = b %}{% endfor %}{{ n }}{% endfor %}",
            "{% for a in l %}{% set n %}甲{% endset %}{% endfor %}{{ n | upper }}",
        ] {
            let names = told(text);
            assert!(!names.is_empty() && names.iter().all(|name| name == "n"), "{text}: {names:?}");
        }
    }

    #[test]
    fn what_a_loop_keeps_for_itself_is_not() {
        for text in [
            "{% set_global n = 0 %}{% for a in l %}{% set_global n = n + 1 %}{% endfor %}{{ n }}",
            "{% for a in l %}{% set n = a %}{{ n }}{% endfor %}{% for b in l %}{% set n = b %}{{ n }}{% endfor %}",
            "{% for a in l %}{% set n = a %}{{ n }}{% endfor %}{% set n = 1 %}{{ n }}",
            "{% for a in l %}{% set n = a %}{% endfor %}{% for n in l %}{{ n }}{% endfor %}",
            "{% for a in l %}{% set n = a %}{% endfor %}{{ [n.x for n in l] | join }}",
            "{% for a in l %}{% set n = a %}{% set n = n | trim %}{{ n }}{% endfor %}",
            "{% for a in l %}{% set n = a %}{% endfor %}{{ b.n }}{{ b | f(n=1) }}{{ \"n\" }}",
            "{% set n = 1 %}{% for a in l %}{% set m = n + 1 %}{{ m }}{% endfor %}{{ n }}",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_built_in_templates_lose_nothing() {
        for text in KINDS.map(|kind| kind.template) {
            assert_eq!(told(text), [""; 0]);
        }
    }
}
