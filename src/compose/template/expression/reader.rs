//! Finds the expressions in a template's tags, reads them, and puts calls of ours in their places.

use std::ops::Range;

use super::fault::{Fault, Result, whole_fault};
use super::parser::{LOOSEST, Parser};
use super::tree::{Node, What};
use crate::compose::template::engine_text::Insertion;
use crate::compose::template::lexer::{Piece, PieceKind, Tag, Token, TokenKind};

/// An expression of a template, and what becomes of its value.
#[derive(Debug)]
pub(super) struct Expression {
    pub(super) node: Node,
    pub(super) purpose: Purpose,
}

/// What a value is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Print,
    /// Of `if` and `elif`.
    Ask,
    /// By `set`, or as an argument of a component.
    Keep,
    /// As arguments of a component, by their names.
    Spread,
    /// By `for`; with keys, if it has two names.
    GoThrough {
        with_keys: bool,
    },
}

/// The expressions of a template by their numbers, and what is wrong with others.
#[derive(Debug, Default)]
pub(in crate::compose::template) struct Expressions {
    pub(super) all: Vec<Expression>,
    /// Of expressions that cannot be read, with the place of the tag. These are left to the engine.
    pub(in crate::compose::template) unread: Vec<(Range<usize>, Fault)>,
    /// Filters, tests, functions and arguments that nobody has.
    pub(in crate::compose::template) unknown: Vec<Fault>,
}

/// What a block that is filtered is kept by. No template writes it.
const FILTERED: &str = "zhoubao_filtered";

/// What a loop with two names goes through. No template writes it.
const PAIR: &str = "zhoubao_pair";

/// The function that gives the value of the expression with that number. No template writes it.
pub(super) fn function_name(number: usize) -> String {
    format!("zhoubao_{number}")
}

/// Reads all expressions of a template, and says what is to stand in their places.
pub(in crate::compose::template) fn replace(template: &str, pieces: &[Piece]) -> (Expressions, Vec<Insertion>) {
    let mut reader = Reader::default();
    for piece in pieces {
        let Some(tag) = piece.tag() else { continue };
        let sign = if matches!(piece.kind, PieceKind::Expression(_)) { "}}" } else { "%}" };
        let text = &template[piece.place.clone()];
        if !text.ends_with(sign) || tag.tokens.is_empty() {
            continue;
        }
        let close = piece.place.end - sign.len() - usize::from(tag.trims_behind)..piece.place.end;
        let tag = TagToRead { tag, close, place: piece.place.clone() };
        let done = match piece.kind {
            PieceKind::Expression(_) => reader.printed(&tag),
            _ => reader.statement(&tag),
        };
        if let Err(fault) = done {
            reader.expressions.unread.push((piece.place.clone(), fault));
        }
    }
    (reader.expressions, reader.insertions)
}

/// A tag that the lexer has taken apart, and where its closing sign and the whole of it stand.
struct TagToRead<'p, 't> {
    tag: &'p Tag<'t>,
    close: Range<usize>,
    place: Range<usize>,
}

impl<'t> TagToRead<'_, 't> {
    /// Reads from the token with that number on.
    fn parser(&self, at: usize) -> Parser<'t, '_> {
        Parser::new(&self.tag.tokens, at, self.close.clone())
    }

    fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.tag.tokens.get(at)
    }
}

/// A block whose text is filtered at its end.
struct Filtered {
    /// The filters, behind the block's text.
    node: Node,
    /// By which tag and name the filtered text is kept; `None` where it is printed.
    kept: Option<(String, String)>,
}

#[derive(Default)]
struct Reader {
    expressions: Expressions,
    insertions: Vec<Insertion>,
    /// `set` with filters and `filter`, the inner ones last; `None` for a `set` without.
    open: Vec<Option<Filtered>>,
}

impl Reader {
    fn printed(&mut self, tag: &TagToRead) -> Result<()> {
        if tag.tag.word(0) == "<" {
            return self.component(tag, 1);
        }
        self.whole(tag, 0, Purpose::Print)
    }

    fn statement(&mut self, tag: &TagToRead) -> Result<()> {
        match tag.tag.word(0) {
            "if" | "elif" => self.whole(tag, 1, Purpose::Ask),
            "for" => {
                let with_keys = tag.tag.word(2) == ",";
                let list = if with_keys { 5 } else { 3 };
                if tag.tag.word(list - 1) != "in" {
                    return Ok(());
                }
                self.whole(tag, list, Purpose::GoThrough { with_keys })?;
                if with_keys {
                    self.pairs(tag);
                }
                Ok(())
            }
            "set" | "set_global" if tag.tag.word(2) == "=" => {
                if tag.tag.word(3) == "<" {
                    return self.component(tag, 4);
                }
                self.whole(tag, 3, Purpose::Keep)
            }
            "set" | "set_global" => self.filtered_set(tag),
            "filter" => self.filter(tag),
            "endset" | "endfilter" => {
                self.end_of_filtered(tag);
                Ok(())
            }
            "component" => {
                self.component_types(tag);
                Ok(())
            }
            "<" => self.component(tag, 1),
            _ => Ok(()),
        }
    }

    /// All tokens from that one on, as one expression.
    fn whole(&mut self, tag: &TagToRead, at: usize, purpose: Purpose) -> Result<()> {
        let mut parser = tag.parser(at);
        let node = parser.expression(LOOSEST)?;
        if parser.token().is_some() {
            return Err(parser.unexpected());
        }
        self.expressions.unknown.append(&mut parser.unknown);
        self.put(node, purpose);
        Ok(())
    }

    /// `for key, value in …` goes through pairs of ours, in their order, and takes them apart in each turn.
    fn pairs(&mut self, tag: &TagToRead) {
        let (Some(key), Some(value)) = (tag.token(1), tag.token(3)) else { return };
        let names = key.place.start..value.place.end;
        self.insertions.push(Insertion::in_place_of(names, PAIR.to_owned()));
        let end = if tag.tag.trims_behind { "-%}" } else { "%}" };
        let sets = format!("{{%set {}={PAIR}[0]%}}{{%set {}={PAIR}[1]{end}", key.text, value.text);
        self.insertions.push(Insertion::before(tag.place.end, sets));
    }

    /// Puts a call in the place of an expression.
    fn put(&mut self, node: Node, purpose: Purpose) {
        let place = node.place.clone();
        let call = self.call(node, purpose);
        self.insertions.push(Insertion::in_place_of(place, call));
    }

    fn call(&mut self, node: Node, purpose: Purpose) -> String {
        let number = self.expressions.all.len();
        self.expressions.all.push(Expression { node, purpose });
        format!("{}()", function_name(number))
    }

    /// The arguments of a component that is called: `name={expression}` and `{...expression}`.
    fn component(&mut self, tag: &TagToRead, name: usize) -> Result<()> {
        let mut parser = tag.parser(name);
        parser.name()?;
        loop {
            match parser.token() {
                Some(token) if token.kind == TokenKind::Sign && token.text == "{" => parser.advance(),
                Some(token) if token.kind == TokenKind::Sign && matches!(token.text, "/" | ">") => break,
                Some(_) => {
                    parser.advance();
                    continue;
                }
                None => return Err(parser.unexpected()),
            }
            let purpose = if parser.skip("...") { Purpose::Spread } else { Purpose::Keep };
            let node = parser.expression(LOOSEST)?;
            if parser.next() != "}" {
                return Err(parser.unexpected());
            }
            parser.advance();
            self.put(node, purpose);
        }
        self.expressions.unknown.append(&mut parser.unknown);
        parser.skip("/");
        parser.expect(">")?;
        match parser.token() {
            Some(token) => {
                let fix = "先用 {% set x = <…/> %} 记下组件的内容，再用 x";
                Err(whole_fault(&token.place, "组件不能和别的运算写在一起", fix))
            }
            None => Ok(()),
        }
    }

    /// Types in a component's definition are left out: to the engine, numbers with their origins are texts.
    fn component_types(&mut self, tag: &TagToRead) {
        let mut depth = 0_usize;
        for (at, token) in tag.tag.tokens.iter().enumerate() {
            match token.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                ":" if depth == 1 => {
                    if let Some(kind) = tag.token(at + 1) {
                        let place = token.place.start..kind.place.end;
                        self.insertions.push(Insertion::in_place_of(place, String::new()));
                    }
                }
                _ => {}
            }
        }
    }

    /// `{% set name | filter %}`: the block is kept, and filtered behind its end.
    fn filtered_set(&mut self, tag: &TagToRead) -> Result<()> {
        if tag.tag.word(2) != "|" {
            self.open.push(None);
            return Ok(());
        }
        let mut parser = tag.parser(2);
        let start = parser.here();
        let mut node = parser.node(What::Name(FILTERED.to_owned()), start);
        while parser.token().is_some() {
            node = parser.filter(node)?;
        }
        self.expressions.unknown.append(&mut parser.unknown);
        let kept = Some((tag.tag.word(0).to_owned(), tag.tag.word(1).to_owned()));
        self.begin_filtered(tag, Filtered { node, kept });
        Ok(())
    }

    /// `{% filter name | … %}`: likewise, and then printed.
    fn filter(&mut self, tag: &TagToRead) -> Result<()> {
        let mut parser = tag.parser(1);
        let start = parser.here();
        let text = parser.node(What::Name(FILTERED.to_owned()), start);
        let mut node = parser.filter_behind_pipe(text)?;
        while parser.token().is_some() {
            node = parser.filter(node)?;
        }
        self.expressions.unknown.append(&mut parser.unknown);
        self.begin_filtered(tag, Filtered { node, kept: None });
        Ok(())
    }

    fn begin_filtered(&mut self, tag: &TagToRead, filtered: Filtered) {
        if let Some(first) = tag.token(0) {
            let place = first.place.start..tag.close.start;
            self.insertions.push(Insertion::in_place_of(place, format!("set {FILTERED} ")));
        }
        self.open.push(Some(filtered));
    }

    fn end_of_filtered(&mut self, tag: &TagToRead) {
        let Some(Some(Filtered { node, kept })) = self.open.pop() else { return };
        let Some(first) = tag.token(0) else { return };
        let purpose = if kept.is_some() { Purpose::Keep } else { Purpose::Print };
        let call = self.call(node, purpose);
        let end = if tag.tag.trims_behind { "-" } else { "" };
        let behind = match kept {
            Some((set, name)) => format!("endset %}}{{% {set} {name} = {call} {end}%}}"),
            None => format!("endset %}}{{{{ {call} {end}}}}}"),
        };
        self.insertions.push(Insertion::in_place_of(first.place.start..tag.place.end, behind));
    }
}
