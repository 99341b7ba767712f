//! A reading of YAML that never fails: what is typed where, also while half of it is not typed yet.
//!
//! The parser of `record` refuses a text with a slip in it; whoever is typing has one on most keystrokes. This
//! reading goes by lines and indentation, forgives what it does not understand, and knows no types.

mod flow;

use std::ops::Range;

/// A step from a collection into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    /// Counted from 0.
    Item(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Quoted,
    /// Behind `|` or `>`.
    Block,
}

/// A key or a scalar value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The way to the value; of a key, the way to what stands under it.
    pub(super) path: Vec<Step>,
    pub(super) role: Role,
    pub(super) style: Style,
    /// In bytes, quotes included.
    pub(super) range: Range<usize>,
    /// Within `{ }` or `[ ]`.
    pub(super) in_flow: bool,
}

impl Leaf {
    /// What it says, quotes left out and lines as they are.
    pub(super) fn value<'a>(&self, text: &'a str) -> &'a str {
        let raw = text.get(self.range.clone()).unwrap_or_default();
        match self.style {
            Style::Quoted => raw.trim_matches(['"', '\'']),
            Style::Plain | Style::Block => raw.trim(),
        }
    }

    /// Whether the place lies in it; directly behind it counts too.
    pub(super) fn touches(&self, offset: usize) -> bool {
        self.range.start <= offset && offset <= self.range.end
    }
}

/// A week is some 10 KB; of a file beyond this nobody asks for keys.
const MOST_BYTES: usize = 1024 * 1024;

/// A week nests some 6 levels; lines that stand deeper than this are passed over.
const DEEPEST: usize = 64;

/// All keys and scalars of `text`, in its order; none of a text that is too long for a record.
pub(super) fn sketch(text: &str) -> Vec<Leaf> {
    if text.len() > MOST_BYTES {
        return Vec::new();
    }
    let at = text.find(|c| c != '\u{feff}').unwrap_or(text.len());
    let mut pen = Pen { text, at, leaves: Vec::new(), frames: Vec::new() };
    while pen.at < text.len() {
        pen.line();
    }
    pen.leaves
}

/// A block collection that is open where the pen stands.
struct Frame {
    column: usize,
    path: Vec<Step>,
    /// The last key or item: what stands deeper belongs to it.
    last: Option<Step>,
    is_list: bool,
    /// The last key or item has its value.
    filled: bool,
}

struct Pen<'a> {
    text: &'a str,
    at: usize,
    leaves: Vec<Leaf>,
    frames: Vec<Frame>,
}

impl Pen<'_> {
    fn line(&mut self) {
        let start = self.at;
        let end = self.line_end(start);
        let mut at = self.content(start, end);
        if at == end || self.text[at..].starts_with('#') || matches!(self.text[at..end].trim_end(), "---" | "...") {
            self.at = self.next_line(end);
            return;
        }
        self.frames.retain(|frame| frame.column <= at - start);
        let line = start;
        let mut dashed = None;
        while let Some(rest) =
            self.text[at..end].strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' '))
        {
            if self.frames.len() >= DEEPEST {
                break;
            }
            self.item(at - line);
            dashed = Some(at - line);
            at = end - rest.trim_start_matches(' ').len();
        }
        let column = at - line;
        if self.frames.len() >= DEEPEST || at == end || self.text[at..].starts_with('#') {
            self.at = self.next_line(end);
        } else if let Some((key, value)) = key(&self.text[at..end]) {
            let style = if key.is_quoted { Style::Quoted } else { Style::Plain };
            self.key(column, at..at + key.length, style);
            self.value(at + value, end, column);
        } else if let Some(dash) = dashed {
            self.value(at, end, dash);
        } else {
            self.fragment(column, at, end);
        }
    }

    /// A line with neither key nor hyphen: the rest of a value, a value on a line of its own, or a key half typed.
    fn fragment(&mut self, column: usize, at: usize, end: usize) {
        self.frames.retain(|frame| frame.column <= column);
        if self.frames.last().is_some_and(|frame| frame.is_list && frame.column == column)
            && self.frames.iter().rev().nth(1).is_some_and(|frame| frame.column == column)
        {
            self.frames.pop();
        }
        match self.frames.last() {
            Some(frame) if frame.column < column && frame.filled => {
                if let Some(leaf) = self.leaves.last_mut().filter(|leaf| leaf.style == Style::Plain) {
                    leaf.range.end = at + self.text[at..end].trim_end().len();
                }
                self.at = self.next_line(end);
            }
            Some(frame) if frame.column == column && frame.is_list => {
                let path = frame.path.clone();
                self.leaf(path, Role::Value, Style::Plain, at..at + self.text[at..end].trim_end().len());
                self.at = self.next_line(end);
            }
            Some(frame) if frame.column < column => {
                let column = frame.column;
                self.value(at, end, column);
            }
            _ => {
                self.key(column, at..at + self.text[at..end].trim_end().len(), Style::Plain);
                self.at = self.next_line(end);
            }
        }
    }

    fn item(&mut self, column: usize) {
        self.frames.retain(|frame| frame.column <= column);
        if !self.frames.last().is_some_and(|frame| frame.is_list && frame.column == column) {
            let path = self.slot();
            self.fill();
            self.frames.push(Frame { column, path, last: None, is_list: true, filled: false });
        }
        if let Some(frame) = self.frames.last_mut() {
            let next = if let Some(Step::Item(at)) = frame.last { at + 1 } else { 0 };
            (frame.last, frame.filled) = (Some(Step::Item(next)), false);
        }
    }

    fn key(&mut self, column: usize, range: Range<usize>, style: Style) {
        self.frames.retain(|frame| frame.column < column || (frame.column == column && !frame.is_list));
        if self.frames.last().is_none_or(|frame| frame.column < column) {
            let path = self.slot();
            self.fill();
            self.frames.push(Frame { column, path, last: None, is_list: false, filled: false });
        }
        let name = self.text.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']).to_owned();
        if let Some(frame) = self.frames.last_mut() {
            (frame.last, frame.filled) = (Some(Step::Key(name)), false);
        }
        let path = self.slot();
        self.leaf(path, Role::Key, style, range);
    }

    /// The way to what comes next, deeper than the innermost collection.
    fn slot(&self) -> Vec<Step> {
        let innermost = self.frames.last();
        innermost.map_or_else(Vec::new, |frame| frame.path.iter().chain(&frame.last).cloned().collect())
    }

    fn fill(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.filled = true;
        }
    }

    /// What stands from `at` on, under a key or hyphen in `column`.
    fn value(&mut self, at: usize, end: usize, column: usize) {
        let at = self.content(at, end);
        let rest = &self.text[at..end];
        if rest.is_empty() || rest.starts_with('#') {
            self.at = self.next_line(end);
            return;
        }
        self.fill();
        let path = self.slot();
        match rest.as_bytes().first() {
            Some(b'{' | b'[') => {
                let limit = self.limit(end, column, true);
                let ended = self.flow(at, &path, limit, 0);
                self.at = self.next_line(self.line_end(ended.max(at)));
            }
            Some(b'"' | b'\'') => {
                let ended = self.quoted(at, self.limit(end, column, false));
                self.leaf(path, Role::Value, Style::Quoted, at..ended);
                self.at = self.next_line(self.line_end(ended));
            }
            Some(b'|' | b'>') if is_block_header(rest) => {
                let (start, limit) = (self.next_line(end), self.limit(end, column, false));
                let ended = start + self.text.get(start..limit).unwrap_or_default().trim_end().len();
                self.leaf(path, Role::Value, Style::Block, start.min(ended)..ended);
                self.at = limit.max(start);
            }
            _ => self.plain(at, end, column, path),
        }
    }

    fn plain(&mut self, at: usize, end: usize, column: usize, path: Vec<Step>) {
        let rest = &self.text[at..end];
        let mut ended = at + rest.find(" #").map_or(rest, |comment| &rest[..comment]).trim_end().len();
        let mut next = self.next_line(end);
        while next < self.text.len() {
            let line_end = self.line_end(next);
            let content = self.content(next, line_end);
            let line = &self.text[content..line_end];
            if line.is_empty() || content - next <= column || line.starts_with(['#', '-']) || key(line).is_some() {
                break;
            }
            ended = content + line.trim_end().len();
            next = self.next_line(line_end);
        }
        self.leaf(path, Role::Value, Style::Plain, at..ended);
        self.at = next;
    }

    /// Where a value that is not closed has to end: before the next line that stands no deeper than `column`; with
    /// `entries`, only before one that is a key or an item.
    fn limit(&self, end: usize, column: usize, entries: bool) -> usize {
        let mut next = self.next_line(end);
        while next < self.text.len() {
            let line_end = self.line_end(next);
            let content = self.content(next, line_end);
            let line = &self.text[content..line_end];
            if !line.is_empty()
                && content - next <= column
                && (!entries || line.starts_with("- ") || key(line).is_some())
            {
                return next;
            }
            next = self.next_line(line_end);
        }
        self.text.len()
    }

    /// Behind the closing quote; at the line's end where there is none before `limit`.
    fn quoted(&self, at: usize, limit: usize) -> usize {
        match closing_quote(self.text.get(at..limit).unwrap_or_default()) {
            Some(length) => at + length,
            None => self.line_end(at),
        }
    }

    fn leaf(&mut self, path: Vec<Step>, role: Role, style: Style, range: Range<usize>) {
        self.leaves.push(Leaf { path, role, style, range, in_flow: false });
    }

    fn line_end(&self, at: usize) -> usize {
        self.text.get(at..).unwrap_or_default().find(['\n', '\r']).map_or(self.text.len(), |length| at + length)
    }

    fn next_line(&self, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
    }

    fn content(&self, at: usize, end: usize) -> usize {
        end - self.text[at..end].trim_start_matches([' ', '\t']).len()
    }
}

/// The length of a quoted text, both quotes included.
fn closing_quote(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && quote == '"' {
            characters.next();
        } else if c == quote {
            if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') {
                characters.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}

struct TypedKey {
    length: usize,
    is_quoted: bool,
}

/// The key with which a line begins, and how far into the line its value begins.
fn key(line: &str) -> Option<(TypedKey, usize)> {
    let ends_key = |rest: &str| rest.starts_with(':') && rest[1..].chars().next().is_none_or(char::is_whitespace);
    if line.starts_with(['"', '\'']) {
        let length = closing_quote(line)?;
        let rest = line[length..].trim_start();
        return ends_key(rest).then(|| (TypedKey { length, is_quoted: true }, line.len() - rest.len() + 1));
    }
    if line.starts_with(['{', '[', '#', '|', '>', '%', '@', '`']) {
        return None;
    }
    let colon = line.match_indices(':').map(|(at, _)| at).find(|at| ends_key(&line[*at..]))?;
    let key = line[..colon].trim_end();
    (!key.contains(" #")).then_some((TypedKey { length: key.len(), is_quoted: false }, colon + 1))
}

/// `>-`, `|2+` and the like, and nothing behind it but a comment.
fn is_block_header(rest: &str) -> bool {
    let rest = rest[1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')).trim();
    rest.is_empty() || rest.starts_with('#')
}
