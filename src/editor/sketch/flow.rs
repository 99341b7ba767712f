//! Collections in brackets.

use std::ops::Range;

use super::{DEEPEST, Leaf, Pen, Role, Step, Style};

impl Pen<'_> {
    /// Reads the collection whose bracket stands at `at`; returns where reading goes on.
    pub(super) fn flow(&mut self, at: usize, path: &[Step], limit: usize, depth: usize) -> usize {
        if depth > DEEPEST {
            return limit;
        }
        let is_list = self.text[at..].starts_with('[');
        let (mut at, mut items) = (at + 1, 0);
        loop {
            at = self.skip(at, limit);
            let Some(next) = self.text.get(at..limit).and_then(|rest| rest.chars().next()) else { return limit };
            match next {
                ']' | '}' => return at + 1,
                ',' | ':' => at += 1,
                _ if is_list => {
                    let path = [path, &[Step::Item(items)]].concat();
                    items += 1;
                    at = self.node(at, &path, limit, depth);
                }
                '{' | '[' => at = self.flow(at, path, limit, depth + 1),
                _ => at = self.entry(at, path, limit, depth),
            }
        }
    }

    fn entry(&mut self, at: usize, path: &[Step], limit: usize, depth: usize) -> usize {
        let (range, style) = self.scalar(at, limit);
        let name = self.text.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']).to_owned();
        let path = [path, &[Step::Key(name)]].concat();
        let after = self.skip(range.end, limit);
        self.flow_leaf(&path, Role::Key, style, range);
        if !self.text.get(after..limit).unwrap_or_default().starts_with(':') {
            return after;
        }
        let value = self.skip(after + 1, limit);
        match self.text.get(value..limit).and_then(|rest| rest.chars().next()) {
            None | Some(',' | '}' | ']') => value,
            Some(_) => self.node(value, &path, limit, depth),
        }
    }

    fn node(&mut self, at: usize, path: &[Step], limit: usize, depth: usize) -> usize {
        if self.text[at..].starts_with(['{', '[']) {
            return self.flow(at, path, limit, depth + 1);
        }
        let (range, style) = self.scalar(at, limit);
        let end = range.end;
        self.flow_leaf(path, Role::Value, style, range);
        end
    }

    /// The scalar at `at`; never empty, so that reading goes on.
    fn scalar(&self, at: usize, limit: usize) -> (Range<usize>, Style) {
        let rest = self.text.get(at..limit).unwrap_or_default();
        if rest.starts_with(['"', '\'']) {
            return (at..self.quoted(at, limit).min(limit), Style::Quoted);
        }
        let ends = |at: usize, c: char| match c {
            ',' | '[' | ']' | '{' | '}' | '\n' | '\r' => true,
            ':' => rest[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '}' | ']')),
            '#' => rest[..at].ends_with(' '),
            _ => false,
        };
        let length = rest.char_indices().find(|(at, c)| ends(*at, *c)).map_or(rest.len(), |(at, _)| at);
        let length = rest[..length].trim_end().len();
        let least = rest.chars().next().map_or(0, char::len_utf8);
        (at..at + length.max(least), Style::Plain)
    }

    /// Past white space and comments.
    fn skip(&self, mut at: usize, limit: usize) -> usize {
        loop {
            let rest = self.text.get(at..limit).unwrap_or_default();
            at += rest.len() - rest.trim_start().len();
            if !rest.trim_start().starts_with('#') {
                return at;
            }
            at = self.line_end(at);
        }
    }

    fn flow_leaf(&mut self, path: &[Step], role: Role, style: Style, range: Range<usize>) {
        self.leaves.push(Leaf { path: path.to_vec(), role, style, range, in_flow: true });
    }
}
