//! From the parser's events to the tree, within a budget.

use super::node::{Kind, Node};
use super::persons::PersonsNotes;
use super::{error, fold};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span, Spanned};
use crate::yaml::keys::IsKey;
use crate::yaml::problems::Problems;
use crate::yaml::rules;
use crate::yaml::wrong::shown;
use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks, StrInput, Tag};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// A week nests some 6 levels; more than this is no week, and recursion stays within any thread's stack.
const MOST_DEPTH: usize = 64;

/// A week has some 300 nodes; what aliases expand to counts as well.
const MOST_NODES: usize = 200_000;

pub(super) fn document(source: &Arc<Source>, is_key: IsKey, problems: &mut Problems) -> Option<Node> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MOST_DEPTH,
        block_nesting_limit: MOST_DEPTH,
    };
    let parser = Parser::new_from_str_with_options(source.text(), options);
    let mut builder = Builder {
        source,
        parser,
        problems,
        is_key,
        anchors: HashMap::new(),
        nodes: 0,
        persons: PersonsNotes::default(),
    };
    match builder.document() {
        Ok(node) => node,
        Err(Stop::Syntax(scan_error)) => {
            builder.problems.push(error::explain(source, &scan_error, is_key));
            None
        }
        Err(Stop::Reported) => None,
    }
}

/// Why reading cannot go on.
enum Stop {
    Syntax(ScanError),
    /// The reason is among the problems already.
    Reported,
}

impl From<ScanError> for Stop {
    fn from(error: ScanError) -> Self {
        Self::Syntax(error)
    }
}

struct Builder<'a> {
    source: &'a Arc<Source>,
    parser: Parser<'a, StrInput<'a>>,
    problems: &'a mut Problems,
    is_key: IsKey<'a>,
    /// What stands under each anchor, once it has been read to its end.
    anchors: HashMap<usize, Anchored>,
    nodes: usize,
    persons: PersonsNotes,
}

struct Anchored {
    node: Node,
    nodes: usize,
    depth: usize,
}

/// Where the keys of a map stand among its entries so far. Most maps are small: looking at all their keys is faster than
/// keeping them by their hashes.
#[derive(Default)]
struct Places(HashMap<String, usize>);

impl Places {
    fn of(&mut self, key: &str, entries: &[(Spanned<String>, Node)]) -> Option<usize> {
        /// So many are looked at.
        const FEW: usize = 24;
        if entries.len() <= FEW {
            return entries.iter().position(|(known, _)| known.value == key);
        }
        for (at, (known, _)) in entries.iter().enumerate().skip(self.0.len()) {
            self.0.insert(known.value.clone(), at);
        }
        self.0.get(key).copied()
    }
}

/// A node with the depth below it and itself (a scalar has 1).
type Deep = (Node, usize);

impl<'a> Builder<'a> {
    fn document(&mut self) -> Result<Option<Node>, Stop> {
        let mut root = None;
        while let Some(next) = self.parser.next_event() {
            let (event, marks) = next?;
            match event {
                Event::DocumentStart(..) if root.is_some() => {
                    let place = self.separator(&self.span(&marks));
                    let separator = place.text().to_owned();
                    return Err(self.stop(
                        rules::SEVERAL_DOCUMENTS
                            .finding("一个文件里只能写一份记录，这里又开始了一份")
                            .at(place, "第二份从这里开始")
                            .help(format!("删掉这一行「{separator}」，或者把后面的内容放进另一个文件")),
                    ));
                }
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, &marks, 1)?.0),
            }
        }
        if root.as_ref().is_none_or(|root| matches!(root.kind, Kind::Null)) {
            self.problems.push(
                rules::EMPTY
                    .finding("文件里没有内容，或者只有注释")
                    .at(Span::new(self.source, 0..0), "")
                    .help("照着上一周的文件写，或者从备份恢复"),
            );
            return Ok(None);
        }
        Ok(root)
    }

    /// The `---` that begins the document at `start`, or the `...` that ended the one before it.
    fn separator(&self, start: &Span) -> Span {
        let before = self.source.text().get(..start.range().start).unwrap_or_default().trim_end();
        match before.strip_suffix("...") {
            Some(rest) if !start.text().starts_with("---") => Span::new(self.source, rest.len()..before.len()),
            _ => start.first_line(),
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Marks), Stop> {
        match self.parser.next_event() {
            Some(next) => Ok(next?),
            None => Err(self.stop(error::cut_short(self.source))),
        }
    }

    fn node(&mut self, event: Event<'a>, marks: &Marks, depth: usize) -> Result<Deep, Stop> {
        let span = self.span(marks);
        self.count(1, depth, &span)?;
        let before = self.nodes;
        let (node, anchor, below) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag, marks);
                (self.scalar(text, style, marks), anchor, 1)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_tag(tag, marks);
                let (node, below) = self.list(&span, depth)?;
                (node, anchor, below + 1)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_tag(tag, marks);
                let (node, below) = self.map(&span, depth)?;
                (node, anchor, below + 1)
            }
            Event::Alias(anchor) => return self.alias(anchor, depth, span),
            _ => {
                self.problems.push(
                    rules::ALIAS
                        .finding("这个别名没有对应的锚点")
                        .at(span.clone(), "YAML 把开头的 * 当作别名")
                        .help("如果 * 就是文字，给整个值加上引号；如果想引用别处，先在那里写 &名字"),
                );
                let kind = Kind::Scalar { text: span.text().to_owned(), plain: true };
                return Ok((Node { kind, span }, 1));
            }
        };
        if anchor != 0 {
            let nodes = self.nodes - before + 1;
            self.anchors.insert(anchor, Anchored { node: node.clone(), nodes, depth: below });
        }
        Ok((node, below))
    }

    fn list(&mut self, start: &Span, depth: usize) -> Result<Deep, Stop> {
        let (mut items, mut deepest) = (Vec::new(), 0);
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let end = self.end_of_collection(&marks, items.last().map(|item: &Node| &item.span));
                return Ok((Node { kind: Kind::List(items), span: self.join(start, end) }, deepest));
            }
            let (item, below) = self.node(event, &marks, depth + 1)?;
            deepest = deepest.max(below);
            items.push(item);
        }
    }

    fn map(&mut self, start: &Span, depth: usize) -> Result<Deep, Stop> {
        let mut entries: Vec<(Spanned<String>, Node)> = Vec::new();
        let mut places = Places::default();
        let (mut deepest, mut last) = (0, None);
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let end = self.end_of_collection(&marks, last.as_ref());
                return Ok((Node { kind: Kind::Map(entries), span: self.join(start, end) }, deepest));
            }
            let (key, _) = self.node(event, &marks, depth + 1)?;
            let (event, marks) = self.next()?;
            let (value, below) = self.node(event, &marks, depth + 1)?;
            deepest = deepest.max(below);
            last = Some(value.span.clone());
            let Some(key) = self.key(key) else { continue };
            self.persons.note(&key.value, &value, self.is_key);
            if let Some((first, _)) = places.of(&key.value, &entries).and_then(|at| entries.get(at)) {
                let first = first.span.clone();
                self.problems.push(
                    rules::DUPLICATE_KEY
                        .finding(format!("「{}」写了两次", shown(&key.value)))
                        .at(key.span, "这是第二次")
                        .and_at(first, "第一次在这里")
                        .help("留下对的一个，删掉另一个"),
                );
            } else {
                entries.push((key, value));
            }
        }
    }

    /// A key has to be a text; `<<` (merge) is none that we know.
    fn key(&mut self, node: Node) -> Option<Spanned<String>> {
        match node.kind {
            Kind::Scalar { text, plain: true } if text == "<<" => {
                self.problems.push(
                    rules::ALIAS
                        .finding("这里不能用合并键「<<」")
                        .at(node.span, "")
                        .help("把要合并进来的几行照样写一遍"),
                );
                None
            }
            Kind::Scalar { text, .. } => Some(Spanned::new(text, node.span)),
            Kind::Null | Kind::List(_) | Kind::Map(_) => {
                self.problems.push(
                    rules::WRONG_TYPE
                        .finding("冒号前面要有一个键，而且是一个词")
                        .at(node.span.first_line(), "")
                        .help("写成「键: 值」"),
                );
                None
            }
        }
    }

    /// Words behind a bare value that begin with `#` are a comment to YAML and would be missing from the paper. A comment
    /// that is meant as one has a space behind its `#`.
    fn warn_of_lost_words(&mut self, value: &Span) {
        let rest = self.source.text().get(value.range().end..).unwrap_or_default();
        if !rest.trim_start_matches([' ', '\t']).starts_with('#') {
            return;
        }
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
        let comment = line.trim_start_matches([' ', '\t']);
        let words = comment.strip_prefix('#').unwrap_or_default();
        if comment.len() < line.len() && words.starts_with(|c: char| !c.is_whitespace() && c != '#') {
            let start = value.range().end + line.len() - comment.len();
            let place = Span::new(self.source, start..start + comment.trim_end().len());
            self.problems.push(
                rules::LOST_WORDS
                    .finding(format!("「{}」当作注释，不会印出来", shown(place.text())))
                    .at(place, "# 后面的字都不算")
                    .help("如果是正文，给整个值加上英文双引号；如果就是注释，在 # 后面空一格"),
            );
        }
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, marks: &Marks) -> Node {
        let span = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => self.content_of_block(marks),
            _ => self.span(marks),
        };
        let plain = style == ScalarStyle::Plain;
        if plain {
            self.warn_of_lost_words(&span);
        }
        if plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
            return Node { kind: Kind::Null, span };
        }
        let text = fold::without_fold_spaces(text.into_owned(), span.text(), style);
        Node { kind: Kind::Scalar { text, plain }, span }
    }

    fn alias(&mut self, anchor: usize, depth: usize, span: Span) -> Result<Deep, Stop> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err(self.stop(
                rules::ALIAS
                    .finding("这个别名引用了它自己所在的那一段")
                    .at(span, "")
                    .help("不用别名，把内容照样写一遍"),
            ));
        };
        let (node, nodes, below) = (anchored.node.clone(), anchored.nodes, anchored.depth);
        self.count(nodes, depth + below, &span)?;
        Ok((node, below))
    }

    /// Charges `nodes` to the budget.
    fn count(&mut self, nodes: usize, depth: usize, span: &Span) -> Result<(), Stop> {
        self.nodes = self.nodes.saturating_add(nodes);
        let (message, help) = if depth > MOST_DEPTH {
            (format!("层次太深，超过 {MOST_DEPTH} 层"), "请核对缩进和括号；一周的记录用不到这么多层")
        } else if self.nodes > MOST_NODES {
            (format!("内容太多，展开后超过 {MOST_NODES} 项"), "请核对是不是放错了文件，或者别名套着别名")
        } else {
            return Ok(());
        };
        Err(self.stop(rules::TOO_LARGE.finding(message).at(span.first_line(), "到这里为止").help(help)))
    }

    fn refuse_tag(&mut self, tag: Option<Cow<'a, Tag>>, marks: &Marks) {
        let Some(tag) = tag else { return };
        let place = marks.tag_span().map_or_else(|| self.span(marks), |marks| self.span(&marks));
        self.problems.push(
            rules::ALIAS
                .finding(format!("这里不能用标签「{}」", shown(&tag.original())))
                .at(place.first_line(), "YAML 把开头的 ! 当作标签")
                .help("如果 ! 就是文字，给整个值加上引号；否则删掉它"),
        );
    }

    fn stop(&mut self, diagnostic: Diagnostic) -> Stop {
        self.problems.push(diagnostic);
        Stop::Reported
    }

    fn span(&self, marks: &Marks) -> Span {
        Span::new(self.source, marks.byte_range().unwrap_or_default())
    }

    fn join(&self, start: &Span, end: usize) -> Span {
        let start = start.range().start;
        Span::new(self.source, start..end.max(start))
    }

    /// A flow collection ends behind its bracket; a block collection is only noticed to have ended at the next token,
    /// so it ends where its last value does.
    fn end_of_collection(&self, marks: &Marks, last: Option<&Span>) -> usize {
        let span = self.span(marks);
        match last {
            Some(last) if !span.text().ends_with([']', '}']) => last.range().end,
            _ => span.range().end,
        }
    }

    /// The content lines of `>` or `|`, from the first character of the first to the last of the last.
    fn content_of_block(&self, marks: &Marks) -> Span {
        let span = self.span(marks);
        let raw = span.text();
        let header = match raw.chars().next() {
            Some('>' | '|') => raw.find(['\n', '\r']).unwrap_or(raw.len()),
            _ => 0,
        };
        let body = raw.get(header..).unwrap_or_default();
        let start = span.range().start + header + (body.len() - body.trim_start().len());
        Span::new(self.source, start..(span.range().start + raw.trim_end().len()).max(start))
    }
}
