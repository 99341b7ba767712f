//! Collections in brackets.

use std::ops::Range;

use super::leaf::{DEEPEST, Leaf, Role, Step, Style};
use super::text::{Text, unquoted};

/// Reads a collection in brackets, which ends at `limit` if nothing closes it.
pub(super) struct Flow<'a, 'b> {
    pub(super) text: Text<'a>,
    pub(super) limit: usize,
    pub(super) leaves: &'b mut Vec<Leaf>,
}

impl Flow<'_, '_> {
    /// Reads the collection whose bracket stands at `at`; returns where reading goes on.
    pub(super) fn collection(&mut self, at: usize, path: &[Step], depth: usize) -> usize {
        if depth > DEEPEST {
            return self.limit;
        }
        let is_list = self.rest(at).starts_with('[');
        let (mut at, mut items) = (at + 1, 0);
        loop {
            at = self.skip(at);
            let Some(next) = self.rest(at).chars().next() else { return self.limit };
            match next {
                ']' | '}' => return at + 1,
                ',' | ':' => at += 1,
                _ if is_list => {
                    let item = [path, &[Step::Item(items)]].concat();
                    items += 1;
                    at = self.value(at, &item, depth);
                }
                '{' | '[' => at = self.collection(at, path, depth + 1),
                _ => at = self.entry(at, path, depth),
            }
        }
    }

    /// A key, and its value where it has one.
    fn entry(&mut self, at: usize, path: &[Step], depth: usize) -> usize {
        let (range, style) = self.scalar(at);
        let name = unquoted(self.text.part(range.start, range.end));
        let below = [path, &[Step::Key(name)]].concat();
        let after = self.skip(range.end);
        self.add(&below, Role::Key, style, range);
        if !self.rest(after).starts_with(':') {
            return after;
        }
        let value = self.skip(after + 1);
        match self.rest(value).chars().next() {
            None | Some(',' | '}' | ']') => value,
            Some(_) => self.value(value, &below, depth),
        }
    }

    fn value(&mut self, at: usize, path: &[Step], depth: usize) -> usize {
        if self.rest(at).starts_with(['{', '[']) {
            return self.collection(at, path, depth + 1);
        }
        let (range, style) = self.scalar(at);
        let end = range.end;
        self.add(path, Role::Value, style, range);
        end
    }

    /// The scalar at `at`; never empty, so that reading goes on.
    fn scalar(&self, at: usize) -> (Range<usize>, Style) {
        let rest = self.rest(at);
        if rest.starts_with(['"', '\'']) {
            return (at..self.text.quoted_end(at, self.limit).min(self.limit), Style::Quoted);
        }
        let length = rest[..plain_end(rest)].trim_end().len();
        let least = rest.chars().next().map_or(0, char::len_utf8);
        (at..at + length.max(least), Style::Plain)
    }

    /// Past white space and comments.
    fn skip(&self, mut at: usize) -> usize {
        loop {
            let rest = self.rest(at);
            at += rest.len() - rest.trim_start().len();
            if !rest.trim_start().starts_with('#') {
                return at;
            }
            at = self.text.line_end(at);
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.part(at, self.limit)
    }

    fn add(&mut self, path: &[Step], role: Role, style: Style, range: Range<usize>) {
        self.leaves.push(Leaf { path: path.to_vec(), role, style, range, in_flow: true });
    }
}

/// Where a scalar without quotes ends: before a bracket, a comma, a line end, a colon behind a key, or a comment.
fn plain_end(rest: &str) -> usize {
    for (at, c) in rest.char_indices() {
        let ends = match c {
            ',' | '[' | ']' | '{' | '}' | '\n' | '\r' => true,
            ':' => rest[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '}' | ']')),
            '#' => rest[..at].ends_with(' '),
            _ => false,
        };
        if ends {
            return at;
        }
    }
    rest.len()
}
