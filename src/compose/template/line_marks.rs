//! A mark before the first words of every line of a template, and before those behind a statement, which may leave out
//! what stands before them: so fixed words know their line.
//!
//! Marks stand only before literal characters, behind what begins a heading, a table's cell or a YAML key, so that
//! neither tags nor markup nor YAML nor the trimming of white space by `{%-` are disturbed.

use std::ops::Range;

use super::engine_text::Insertion;
use super::lexer::{Piece, PieceKind};
use crate::compose::front_matter;
use crate::compose::mark;

/// What a line is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Front matter, or a settings block (` ```表 `, ` ```附件 `).
    Yaml,
    Markup,
    /// A line that frames YAML: nothing is put on it.
    Frame,
}

/// The marks of a template, in the order of its lines.
pub(super) fn line_marks(template: &str, pieces: &[Piece]) -> Vec<Insertion> {
    let front = front_matter::lines(template);
    let mut marks = Vec::new();
    let mut in_fence = false;
    let mut start = 0;
    for (line, content) in (1..).zip(template.split_inclusive('\n')) {
        let place = start..start + content.len();
        start = place.end;
        let touching = touching(pieces, &place);
        let begins_in_tag = touching.first().is_some_and(|piece| !piece.is_text() && piece.place.start < place.start);
        let frames = line > front && !begins_in_tag && content.trim_start().starts_with("```");
        let manner = match line {
            line if line == 1 && front > 0 || line == front || frames => Manner::Frame,
            line if line < front || in_fence => Manner::Yaml,
            _ => Manner::Markup,
        };
        in_fence ^= frames;
        for at in words_to_mark(template, &place, touching, manner) {
            marks.push(Insertion::before(at, mark::line_mark(line)));
        }
    }
    marks
}

/// The pieces that stand on a line, in whole or in part.
fn touching<'a, 't>(pieces: &'a [Piece<'t>], line: &Range<usize>) -> &'a [Piece<'t>] {
    let first = pieces.partition_point(|piece| piece.place.end <= line.start);
    let end = pieces.partition_point(|piece| piece.place.start < line.end);
    &pieces[first..end]
}

/// Where on a line words stand that get a mark: the first that can bear one, and in markup the first behind each statement.
fn words_to_mark(template: &str, line: &Range<usize>, touching: &[Piece], manner: Manner) -> Vec<usize> {
    let mut marked = Vec::new();
    let mut pending = true;
    // Whether what follows may begin a line of the rendered text: nothing that is printed for sure stands before.
    let mut at_start = true;
    let mut is_row = false;
    for (at, piece) in touching.iter().enumerate() {
        match piece.kind {
            PieceKind::Text => {}
            PieceKind::Expression(_) => {
                at_start &= piece.place.start < line.start;
                continue;
            }
            PieceKind::Statement(_) => {
                at_start = true;
                pending |= manner == Manner::Markup;
                continue;
            }
            PieceKind::Comment => continue,
        }
        let end = piece.place.end.min(line.end);
        let literal = &template[piece.place.start.max(line.start)..end];
        is_row |= at_start && literal.trim_start().starts_with('|');
        let words = match manner {
            Manner::Frame => None,
            Manner::Yaml => behind_key(literal, touching.get(at + 1)),
            Manner::Markup if is_row => behind_pipes(literal, touching.get(at + 1)),
            Manner::Markup if at_start => behind_markup(literal),
            Manner::Markup => some_words(literal.trim_start()),
        };
        if let Some(words) = words.filter(|_| pending) {
            marked.push(end - words.len());
            pending = false;
        }
        at_start &= literal.trim().is_empty();
    }
    marked
}

fn some_words(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// A line's text behind whatever makes it a heading, a list or a quotation, so that the mark does not hide that.
fn behind_markup(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || "#>-+*".contains(c));
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    some_words(match digits.strip_prefix(['.', ')']) {
        Some(rest) if digits.len() < text.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => text,
    })
}

/// A row's text behind its first cells' edges, or the place of the expression that follows as `next`; a row of
/// `|---|:-:|` has none.
fn behind_pipes<'a>(row: &'a str, next: Option<&Piece>) -> Option<&'a str> {
    let text = row.trim_start_matches(|c: char| c.is_whitespace() || "|:-".contains(c));
    let prints_value = next.is_some_and(|piece| matches!(piece.kind, PieceKind::Expression(_)));
    (prints_value || !text.is_empty()).then_some(text)
}

/// The value on a line of YAML: behind a hyphen, a brace, the key, a bracket and an opening quote. `next` is the tag that
/// follows, if any: an expression prints the value itself, behind another tag there may still be a quote.
fn behind_key<'a>(line: &'a str, next: Option<&Piece>) -> Option<&'a str> {
    let item = behind_hyphens(line.trim_start());
    let entry = item.strip_prefix('{').map_or(item, trim_blanks);
    if entry.trim_end().is_empty() || entry.starts_with('#') {
        return None;
    }
    let behind_key = match entry.split_once(':') {
        Some((key, value)) if is_key(key) && (value.is_empty() || value.starts_with(char::is_whitespace)) => {
            trim_blanks(value)
        }
        _ => entry,
    };
    let first_value = behind_key.strip_prefix('[').map_or(behind_key, trim_blanks);
    if first_value.starts_with(['|', '>', ']', '}', '#']) {
        return None;
    }
    let quoted = first_value.strip_prefix(['"', '\'']);
    let value = quoted.unwrap_or(first_value);
    let prints_value = match next {
        Some(Piece { kind: PieceKind::Expression(_), .. }) => true,
        Some(_) => quoted.is_some(),
        None => false,
    };
    (prints_value || !value.trim_end().is_empty()).then_some(value)
}

fn behind_hyphens(line: &str) -> &str {
    let mut rest = line;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = trim_blanks(item);
    }
    rest
}

fn trim_blanks(text: &str) -> &str {
    text.trim_start_matches([' ', '\t'])
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "\"'[".contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::engine_text::EngineText;
    use super::super::lexer::pieces;
    use super::*;
    use crate::compose::mark::{LINE, LINE_END};
    use proptest::prelude::*;

    fn marked(template: &str) -> String {
        EngineText::new(template, line_marks(template, &pieces(template))).text().to_owned()
    }

    /// The template with `^` for each mark.
    fn shown(template: &str) -> String {
        marked(template)
            .split(LINE)
            .enumerate()
            .map(|(at, part)| match part.split_once(LINE_END) {
                Some((_, words)) if at > 0 => format!("^{words}"),
                _ => part.to_owned(),
            })
            .collect()
    }

    #[test]
    fn marks_stand_behind_what_begins_a_line() {
        assert_eq!(
            shown("# 甲\n{% if x %}## 乙{% endif %}\n- 丙\n1. 丁\n"),
            "# ^甲\n{% if x %}## ^乙{% endif %}\n- ^丙\n1. ^丁\n"
        );
        assert_eq!(shown("{{ x }}，甲{{ y }}\n"), "{{ x }}^，甲{{ y }}\n");
        assert_eq!(
            shown("{% if x %}# 甲{% else %}# 乙{% endif %}{{ y }}丙，{% if z %}丁{% endif %}戊\n"),
            "{% if x %}# ^甲{% else %}# ^乙{% endif %}{{ y }}^丙，{% if z %}^丁{% endif %}^戊\n"
        );
        assert_eq!(
            shown("| 甲 | 乙 |\n|---|--:|\n| {{ x }} | 件 |\n| < | ^ |\n").replace("^ |", "up |"),
            "| ^甲 | 乙 |\n|---|--:|\n| ^{{ x }} | 件 |\n| ^< | up |\n"
        );
    }

    #[test]
    fn marks_stand_outside_tags_and_within_raw_texts() {
        assert_eq!(shown("{{ \"}} 甲\" }}乙\n"), "{{ \"}} 甲\" }}^乙\n");
        assert_eq!(
            shown("{% if x == '%}甲'\n   or y %}\n{# 乙\n丙 #}丁\n"),
            "{% if x == '%}甲'\n   or y %}\n{# 乙\n丙 #}^丁\n"
        );
        assert_eq!(shown("{% raw %}{{ 甲\n乙 }}{% endraw %}\n"), "{% raw %}^{{ 甲\n^乙 }}{% endraw %}\n");
    }

    #[test]
    fn marks_stand_within_values_of_yaml() {
        let front = "---\n标题: \"{{ x }}周报\"\n签发人:\n  - 甲\n附件: [\"乙\", 丙]\n{% if x %}双面: 是{% endif %}\n主送: {{ y }}\n---\n";
        let marked = "---\n标题: \"^{{ x }}周报\"\n签发人:\n  - ^甲\n附件: [\"^乙\", 丙]\n{% if x %}双面: ^是{% endif %}\n主送: ^{{ y }}\n---\n";
        assert_eq!(shown(front), marked);
        let list = "---\n抄送: [{% for x in y %}\"{{ x }}\", {% endfor %}]\n主送: {% if x %}\"甲\"{% endif %}\n---\n";
        let marked =
            "---\n抄送: [{% for x in y %}\"^{{ x }}\", {% endfor %}]\n主送: {% if x %}\"^甲\"{% endif %}\n---\n";
        assert_eq!(shown(list), marked);
        assert_eq!(
            shown("```附件\n{ 名称: {{ x }}, 横排: 是 }\n```\n甲\n"),
            "```附件\n{ 名称: ^{{ x }}, 横排: 是 }\n```\n^甲\n"
        );
        assert_eq!(shown("```表\n宽: [4, auto]\n题: >-\n  甲\n```\n"), "```表\n宽: [^4, auto]\n题: >-\n  ^甲\n```\n");
    }

    proptest! {
        #[test]
        fn marked_lines_differ_only_by_marks(template in "(---\n([甲:\n-]{0,9}\n---\n)?)?([#甲乙:{}|`\"% \n-]|```|\\[|\\{%-? if x -?%\\}|\\{\\{ y \\}\\})*") {
            prop_assert_eq!(mark::unmark_lines(&marked(&template)), template);
        }
    }
}
