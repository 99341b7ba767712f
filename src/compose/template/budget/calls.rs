//! Where a template can go through something again and again, and the calls that count it there.

use crate::compose::template::engine_text::Insertion;
use crate::compose::template::lexer::{Piece, PieceKind, Tag};

/// The function that counts. No template writes it.
pub(super) const SPEND: &str = "zhoubao_spend";

/// The counting calls of a template, in the order of their places: behind every tag that begins a loop or a component or
/// keeps what is printed. Loops in brackets and other values that are kept are counted where they are evaluated.
pub(in crate::compose) fn calls(pieces: &[Piece]) -> Vec<Insertion> {
    let mut calls = Calls::default();
    for piece in pieces {
        match &piece.kind {
            PieceKind::Statement(tag) => calls.statement(piece, tag),
            PieceKind::Expression(_) | PieceKind::Text | PieceKind::Comment => {}
        }
    }
    calls.insertions
}

#[derive(Default)]
struct Calls<'t> {
    insertions: Vec<Insertion>,
    /// Loops and components that are open: which call counts their turns, and where they begin.
    open: Vec<(usize, usize)>,
    /// Names that are being set to what is printed.
    setting: Vec<&'t str>,
}

impl<'t> Calls<'t> {
    fn statement(&mut self, piece: &Piece, tag: &Tag<'t>) {
        match tag.word(0) {
            "for" | "component" => {
                self.open.push((self.insertions.len(), piece.place.start));
                self.behind(piece, tag, "");
            }
            "endfor" | "endcomponent" => {
                if let Some((call, start)) = self.open.pop()
                    && let Some(call) = self.insertions.get_mut(call)
                {
                    call.text = call.text.replacen("()", &format!("(n={})", piece.place.start - start), 1);
                }
            }
            "set" | "set_global" => {
                match (tag.word(2), tag.word(3)) {
                    // A component's text.
                    ("=", "<") => self.behind(piece, tag, tag.word(1)),
                    ("=", _) => {}
                    _ => self.setting.push(tag.word(1)),
                }
            }
            "endset" => {
                if let Some(name) = self.setting.pop() {
                    self.behind(piece, tag, name);
                }
            }
            _ => {}
        }
    }

    /// Puts a call behind a tag, for the value `kept` by that name, if any. The tag's own `-` reaches over the call.
    fn behind(&mut self, piece: &Piece, tag: &Tag, kept: &str) {
        let value = if kept.is_empty() { String::new() } else { format!("v={kept}") };
        let end = if tag.trims_behind { "-%}" } else { "%}" };
        self.insert(piece.place.end, format!("{{%if {SPEND}({value})%}}{{%endif{end}"));
    }

    fn insert(&mut self, at: usize, text: String) {
        self.insertions.push(Insertion::before(at, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::template::engine_text::EngineText;
    use crate::compose::template::lexer::pieces;

    /// The template with its calls, under a shorter name.
    fn shown(template: &str) -> String {
        EngineText::new(template, calls(&pieces(template))).text().replace(SPEND, "spend")
    }

    #[test]
    fn loops_components_and_kept_texts_are_counted() {
        assert_eq!(
            shown("{% for a in b -%} 甲 {%- endfor %}"),
            "{% for a in b -%}{%if spend(n=22)%}{%endif-%} 甲 {%- endfor %}"
        );
        assert_eq!(
            shown("{% for a in b %}{% for c in a %}{% endfor %}{% endfor %}"),
            "{% for a in b %}{%if spend(n=44)%}{%endif%}{% for c in a %}{%if spend(n=16)%}{%endif%}{% endfor %}{% endfor %}"
        );
        assert_eq!(shown("{% set a = <b/> %}"), "{% set a = <b/> %}{%if spend(v=a)%}{%endif%}");
        assert_eq!(shown("{% set a %}甲{% endset %}"), "{% set a %}甲{% endset %}{%if spend(v=a)%}{%endif%}");
    }

    #[test]
    fn what_only_looks_like_a_loop_is_left_alone() {
        for template in [
            "{% raw %}{% for a in b %}{% endraw %}",
            "{%- raw -%}{% set a = b %}{%- endraw -%}",
            "{# {% for a in b %} #}",
            "{{ \"{% for a in b %}\" }}",
            "{{ '\\'[a for a in b]' }}",
            "for a in b %}",
            "{ % for a in b %}",
            "{% if a %}{{ b[0] }}{% endif %}",
            "{% set a = \"甲\" %}{{ [x.a for x in b] | join }}",
        ] {
            assert_eq!(shown(template), template);
        }
    }
}
