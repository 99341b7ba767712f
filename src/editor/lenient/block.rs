//! Collections by indentation, line by line.

use std::ops::Range;

use super::flow::Flow;
use super::leaf::{DEEPEST, Leaf, Role, Step, Style};
use super::text::{Text, is_block_header, item, key, unquoted};

/// A week is some 10 KB; of a file beyond this nobody asks for keys.
const MOST_BYTES: usize = 1024 * 1024;

/// All keys and scalars of `text`, in its order; none of a text that is too long for a record.
pub(in crate::editor) fn read_leniently(text: &str) -> Vec<Leaf> {
    if text.len() > MOST_BYTES {
        return Vec::new();
    }
    let at = text.find(|c| c != '\u{feff}').unwrap_or(text.len());
    let mut reader = Reader { text: Text(text), at, leaves: Vec::new(), frames: Vec::new() };
    while reader.at < text.len() {
        reader.line();
    }
    reader.leaves
}

/// A collection that is open where the reader stands.
struct Frame {
    column: usize,
    path: Vec<Step>,
    /// The last key or item: what stands deeper belongs to it.
    last: Option<Step>,
    is_list: bool,
    /// The last key or item has its value.
    filled: bool,
}

struct Reader<'a> {
    text: Text<'a>,
    at: usize,
    leaves: Vec<Leaf>,
    frames: Vec<Frame>,
}

impl Reader<'_> {
    fn line(&mut self) {
        let start = self.at;
        let end = self.text.line_end(start);
        let mut at = self.text.content(start, end);
        let content = self.text.part(at, end);
        if content.is_empty() || content.starts_with('#') || matches!(content.trim_end(), "---" | "...") {
            self.pass_line(end);
            return;
        }
        self.close_deeper_than(at - start);
        let mut dash = None;
        while let Some(behind) = item(self.text.part(at, end)) {
            if self.frames.len() >= DEEPEST {
                break;
            }
            self.item(at - start);
            dash = Some(at - start);
            at = end - behind.trim_start_matches(' ').len();
        }
        let column = at - start;
        let rest = self.text.part(at, end);
        if self.frames.len() >= DEEPEST || rest.is_empty() || rest.starts_with('#') {
            self.pass_line(end);
        } else if let Some(key) = key(rest) {
            let style = if key.is_quoted { Style::Quoted } else { Style::Plain };
            self.key(column, at..at + key.length, style);
            self.value(at + key.value, end, column);
        } else if let Some(dash) = dash {
            self.value(at, end, dash);
        } else {
            self.fragment(column, at, end);
        }
    }

    /// A line with neither key nor hyphen: the rest of a value, a value on a line of its own, or a key half typed.
    fn fragment(&mut self, column: usize, at: usize, end: usize) {
        self.close_deeper_than(column);
        if self.frames.last().is_some_and(|frame| frame.is_list && frame.column == column)
            && self.frames.iter().rev().nth(1).is_some_and(|frame| frame.column == column)
        {
            self.frames.pop();
        }
        let range = at..at + self.text.part(at, end).trim_end().len();
        match self.frames.last() {
            Some(frame) if frame.column < column && frame.filled => {
                if let Some(leaf) = self.leaves.last_mut().filter(|leaf| leaf.style == Style::Plain) {
                    leaf.range.end = range.end;
                }
                self.pass_line(end);
            }
            Some(frame) if frame.column == column && frame.is_list => {
                let path = frame.path.clone();
                self.add(path, Role::Value, Style::Plain, range);
                self.pass_line(end);
            }
            Some(frame) if frame.column < column => {
                let column = frame.column;
                self.value(at, end, column);
            }
            _ => {
                self.key(column, range, Style::Plain);
                self.pass_line(end);
            }
        }
    }

    fn item(&mut self, column: usize) {
        self.close_deeper_than(column);
        if !self.frames.last().is_some_and(|frame| frame.is_list && frame.column == column) {
            self.open(column, true);
        }
        if let Some(frame) = self.frames.last_mut() {
            let next = if let Some(Step::Item(at)) = frame.last { at + 1 } else { 0 };
            (frame.last, frame.filled) = (Some(Step::Item(next)), false);
        }
    }

    fn key(&mut self, column: usize, range: Range<usize>, style: Style) {
        self.frames.retain(|frame| frame.column < column || (frame.column == column && !frame.is_list));
        if self.frames.last().is_none_or(|frame| frame.column < column) {
            self.open(column, false);
        }
        let name = unquoted(self.text.part(range.start, range.end));
        if let Some(frame) = self.frames.last_mut() {
            (frame.last, frame.filled) = (Some(Step::Key(name)), false);
        }
        let path = self.slot();
        self.add(path, Role::Key, style, range);
    }

    /// What stands from `at` on, under a key or hyphen in `column`.
    fn value(&mut self, at: usize, end: usize, column: usize) {
        let start = self.text.content(at, end);
        let rest = self.text.part(start, end);
        if rest.is_empty() || rest.starts_with('#') {
            self.pass_line(end);
            return;
        }
        self.fill();
        let path = self.slot();
        match rest.as_bytes().first() {
            Some(b'{' | b'[') => {
                let limit = self.limit(end, column, true);
                let mut flow = Flow { text: self.text, limit, leaves: &mut self.leaves };
                let ended = flow.collection(start, &path, 0);
                self.pass_line(self.text.line_end(ended.max(start)));
            }
            Some(b'"' | b'\'') => {
                let ended = self.text.quoted_end(start, self.limit(end, column, false));
                self.add(path, Role::Value, Style::Quoted, start..ended);
                self.pass_line(self.text.line_end(ended));
            }
            Some(b'|' | b'>') if is_block_header(rest) => {
                let (first, limit) = (self.text.next_line(end), self.limit(end, column, false));
                let ended = first + self.text.part(first, limit).trim_end().len();
                self.add(path, Role::Value, Style::Block, first.min(ended)..ended);
                self.at = limit.max(first);
            }
            _ => self.plain(start, end, column, path),
        }
    }

    /// A value without quotes, with the lines that go on with it.
    fn plain(&mut self, at: usize, end: usize, column: usize, path: Vec<Step>) {
        let rest = self.text.part(at, end);
        let mut ended = at + rest.find(" #").map_or(rest, |comment| &rest[..comment]).trim_end().len();
        let mut next = self.text.next_line(end);
        while next < self.text.len() {
            let line_end = self.text.line_end(next);
            let content = self.text.content(next, line_end);
            let line = self.text.part(content, line_end);
            if line.is_empty() || content - next <= column || line.starts_with(['#', '-']) || key(line).is_some() {
                break;
            }
            ended = content + line.trim_end().len();
            next = self.text.next_line(line_end);
        }
        self.add(path, Role::Value, Style::Plain, at..ended);
        self.at = next;
    }

    /// Where a value that is not closed has to end: before the next line that stands no deeper than `column`; with
    /// `entries`, only before one that is a key or an item.
    fn limit(&self, end: usize, column: usize, entries: bool) -> usize {
        let mut next = self.text.next_line(end);
        while next < self.text.len() {
            let line_end = self.text.line_end(next);
            let content = self.text.content(next, line_end);
            let line = self.text.part(content, line_end);
            if !line.is_empty()
                && content - next <= column
                && (!entries || line.starts_with("- ") || key(line).is_some())
            {
                return next;
            }
            next = self.text.next_line(line_end);
        }
        self.text.len()
    }

    fn pass_line(&mut self, end: usize) {
        self.at = self.text.next_line(end);
    }

    fn close_deeper_than(&mut self, column: usize) {
        self.frames.retain(|frame| frame.column <= column);
    }

    /// Opens a collection as the value of what stands around it.
    fn open(&mut self, column: usize, is_list: bool) {
        let path = self.slot();
        self.fill();
        self.frames.push(Frame { column, path, last: None, is_list, filled: false });
    }

    /// The way to what comes next, deeper than the innermost collection.
    fn slot(&self) -> Vec<Step> {
        let innermost = self.frames.last();
        innermost.map_or_else(Vec::new, |frame| frame.path.iter().chain(&frame.last).cloned().collect())
    }

    /// The last key or item has its value.
    fn fill(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.filled = true;
        }
    }

    fn add(&mut self, path: Vec<Step>, role: Role, style: Style, range: Range<usize>) {
        self.leaves.push(Leaf { path, role, style, range, in_flow: false });
    }
}
