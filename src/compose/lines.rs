//! A template's text with a mark before the first words of every line, so that fixed words know their line.
//!
//! Marks stand only before literal characters, behind what begins a heading, a table's cell or a YAML key, so that
//! neither tags nor markup nor YAML nor the trimming of white space by `{%-` are disturbed.

use super::mark::{LINE, LINE_END, SEPARATOR, number};

/// What a line is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Front matter, or a settings block (` ```表 `, ` ```附件 `).
    Yaml,
    Markup,
    /// A line that frames YAML: nothing is put on it.
    Frame,
}

/// `front` is how many lines the front matter takes, its two `---` included; 0 where there is none.
pub(super) fn mark_lines(template: usize, text: &str, front: usize) -> String {
    let mut marker = Marker { template, marked: String::with_capacity(text.len() + text.len() / 8), closing: None };
    let mut in_fence = false;
    for (at, content) in text.split_inclusive('\n').enumerate() {
        let frames = at >= front && marker.closing.is_none() && content.trim_start().starts_with("```");
        let manner = match at + 1 {
            line if line == 1 && front > 0 || line == front || frames => Manner::Frame,
            line if line < front || in_fence => Manner::Yaml,
            _ => Manner::Markup,
        };
        in_fence ^= frames;
        marker.line(at + 1, content, manner);
    }
    marker.marked
}

struct Marker {
    template: usize,
    marked: String,
    /// What closes the tag that is open, which may run over several lines.
    closing: Option<&'static str>,
}

impl Marker {
    fn line(&mut self, line: usize, content: &str, manner: Manner) {
        let mut rest = content;
        let mut pending = manner != Manner::Frame;
        // Whether what follows may begin a line of the rendered text: nothing but tags without output stands before.
        let mut at_start = true;
        let mut is_row = false;
        while !rest.is_empty() {
            if let Some(close) = self.closing {
                let Some(end) = rest.find(close) else {
                    self.marked.push_str(rest);
                    return;
                };
                self.marked.push_str(&rest[..end + close.len()]);
                rest = &rest[end + close.len()..];
                self.closing = None;
                continue;
            }
            let tags = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
            let next = tags.iter().filter_map(|(open, close)| Some((rest.find(open)?, *close))).min();
            let literal = &rest[..next.map_or(rest.len(), |(at, _)| at)];
            is_row |= at_start && literal.trim_start().starts_with('|');
            let words = match manner {
                Manner::Yaml => behind_key(literal, next.map(|(at, _)| &rest[at..at + 2])),
                Manner::Markup if is_row => behind_pipes(literal),
                Manner::Markup if at_start => behind_markup(literal),
                Manner::Markup | Manner::Frame => words(literal.trim_start()),
            };
            if let Some(words) = words.filter(|_| pending) {
                self.marked.push_str(&literal[..literal.len() - words.len()]);
                self.mark(line);
                self.marked.push_str(words);
                pending = false;
            } else {
                self.marked.push_str(literal);
            }
            at_start &= literal.trim().is_empty();
            rest = &rest[literal.len()..];
            if let Some((_, close)) = next {
                self.marked.push_str(&rest[..2]);
                rest = &rest[2..];
                at_start &= close != "}}";
                self.closing = Some(close);
            }
        }
    }

    fn mark(&mut self, line: usize) {
        self.marked.push(LINE);
        number(&mut self.marked, self.template);
        self.marked.push(SEPARATOR);
        number(&mut self.marked, line);
        self.marked.push(LINE_END);
    }
}

fn words(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// A line's text behind whatever makes it a heading, a list or a quotation, so that the mark does not hide that.
fn behind_markup(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || "#>-+*".contains(c));
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    words(match digits.strip_prefix(['.', ')']) {
        Some(rest) if digits.len() < text.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => text,
    })
}

/// A row's text behind its first cells' edges; a row of `|---|:-:|` has none.
fn behind_pipes(row: &str) -> Option<&str> {
    words(row.trim_start_matches(|c: char| c.is_whitespace() || "|:-".contains(c)))
}

/// The value on a line of YAML: behind a hyphen, a brace, the key, a bracket and an opening quote. `tag` is how the tag
/// begins that follows: `{{` prints the value itself, `{%` may still have a quote behind it.
fn behind_key<'a>(line: &'a str, tag: Option<&str>) -> Option<&'a str> {
    let is_blank = |c: char| c == ' ' || c == '\t';
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start_matches(is_blank);
    }
    rest = rest.strip_prefix('{').map_or(rest, |inner| inner.trim_start_matches(is_blank));
    if rest.trim_end().is_empty() || rest.starts_with('#') {
        return None;
    }
    let is_key = |key: &str| !key.is_empty() && !key.contains(|c: char| c.is_whitespace() || "\"'[".contains(c));
    if let Some((key, value)) = rest.split_once(':')
        && is_key(key)
        && (value.is_empty() || value.starts_with(char::is_whitespace))
    {
        rest = value.trim_start_matches(is_blank);
    }
    rest = rest.strip_prefix('[').map_or(rest, |inner| inner.trim_start_matches(is_blank));
    if rest.starts_with(['|', '>', ']', '}', '#']) {
        return None;
    }
    let quoted = rest.strip_prefix(['"', '\'']);
    let value = quoted.unwrap_or(rest);
    let prints_value = tag == Some("{{") || tag.is_some() && quoted.is_some();
    (prints_value || !value.trim_end().is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::super::mark::unmark_lines;
    use super::*;
    use proptest::prelude::*;

    /// The text with `^` for each mark.
    fn shown(text: &str, front: usize) -> String {
        let marked = mark_lines(0, text, front);
        marked
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
            shown("# 甲\n{% if x %}## 乙{% endif %}\n- 丙\n1. 丁\n", 0),
            "# ^甲\n{% if x %}## ^乙{% endif %}\n- ^丙\n1. ^丁\n"
        );
        assert_eq!(shown("{{ x }}，甲{{ y }}\n", 0), "{{ x }}^，甲{{ y }}\n");
        assert_eq!(
            shown("| 甲 | 乙 |\n|---|--:|\n| {{ x }} | 件 |\n| < | ^ |\n", 0).replace("^ |", "up |"),
            "| ^甲 | 乙 |\n|---|--:|\n| {{ x }} | ^件 |\n| ^< | up |\n"
        );
    }

    #[test]
    fn marks_stand_within_values_of_yaml() {
        let front = "---\n标题: \"{{ x }}周报\"\n签发人:\n  - 甲\n附件: [\"乙\", 丙]\n{% if x %}双面: 是{% endif %}\n主送: {{ y }}\n---\n";
        let marked = "---\n标题: \"^{{ x }}周报\"\n签发人:\n  - ^甲\n附件: [\"^乙\", 丙]\n{% if x %}双面: ^是{% endif %}\n主送: ^{{ y }}\n---\n";
        assert_eq!(shown(front, 8), marked);
        let list = "---\n抄送: [{% for x in y %}\"{{ x }}\", {% endfor %}]\n主送: {% if x %}\"甲\"{% endif %}\n---\n";
        let marked =
            "---\n抄送: [{% for x in y %}\"^{{ x }}\", {% endfor %}]\n主送: {% if x %}\"^甲\"{% endif %}\n---\n";
        assert_eq!(shown(list, 4), marked);
        assert_eq!(
            shown("```附件\n{ 名称: {{ x }}, 横排: 是 }\n```\n甲\n", 0),
            "```附件\n{ 名称: ^{{ x }}, 横排: 是 }\n```\n^甲\n"
        );
        assert_eq!(
            shown("```表\n宽: [4, auto]\n题: >-\n  甲\n```\n", 0),
            "```表\n宽: [^4, auto]\n题: >-\n  ^甲\n```\n"
        );
    }

    proptest! {
        #[test]
        fn marked_lines_differ_only_by_marks(text in "([#甲乙:{}|`\"% \n-]|```|\\[|\\{%-? if x -?%\\}|\\{\\{ y \\}\\})*", front in 0_usize..4) {
            prop_assert_eq!(unmark_lines(&mark_lines(3, &text, front)), text);
        }
    }
}
