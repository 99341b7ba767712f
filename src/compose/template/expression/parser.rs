//! Reads expressions: operators by how tightly they bind, as the engine has it.

use std::ops::Range;

use super::catalogue::{FILTERS, Named, Parameter, TESTS, find, parameters_of};
use super::fault::{Fault, Reason, Result, whole_fault};
use super::tree::{Choice, Node, Operator, What};
use crate::compose::template::lexer::{Token, TokenKind};

/// So deep may an expression lie within another.
const MOST_DEPTH: usize = 40;
/// So many operators, filters and fields may an expression have.
const MOST_PARTS: usize = 256;
/// What binds least: everything.
pub(super) const LOOSEST: u8 = 0;
/// All but `a if b else c`.
pub(super) const NO_CHOICE: u8 = 1;
const NOT: u8 = 5;
const NEGATIVE: u8 = 20;
const IS: u8 = 5;
const PIPE: u8 = 17;

/// Reads the tokens of one tag.
#[derive(Debug)]
pub(super) struct Parser<'t, 'a> {
    tokens: &'a [Token<'t>],
    at: usize,
    /// Where the tag's closing sign stands.
    close: Range<usize>,
    depth: usize,
    parts: usize,
    /// Filters, tests and functions that nobody has, and arguments that those have not.
    pub(super) unknown: Vec<Fault>,
}

impl<'t, 'a> Parser<'t, 'a> {
    pub(super) fn new(tokens: &'a [Token<'t>], at: usize, close: Range<usize>) -> Self {
        Self { tokens, at, close, depth: 0, parts: 0, unknown: Vec::new() }
    }

    /// The token that comes next as text; empty at the end, and for a text in quotes.
    pub(super) fn next(&self) -> &'t str {
        self.peek(0)
    }

    pub(super) fn peek(&self, ahead: usize) -> &'t str {
        let token = self.tokens.get(self.at + ahead).filter(|token| token.kind != TokenKind::Quoted);
        token.map_or("", |token| token.text)
    }

    pub(super) fn token(&self) -> Option<&'a Token<'t>> {
        self.tokens.get(self.at)
    }

    pub(super) fn token_ahead(&self, ahead: usize) -> Option<&'a Token<'t>> {
        self.tokens.get(self.at + ahead)
    }

    /// All tokens that stand there, without what is between them.
    pub(super) fn words_between(&self, start: usize, end: usize) -> String {
        let between = self.tokens.iter().filter(|token| token.place.start >= start && token.place.end <= end);
        between.map(|token| token.text).collect()
    }

    /// Goes on behind the next token.
    pub(super) fn advance(&mut self) {
        self.at += 1;
    }

    /// Goes on behind the next token, if it is that.
    pub(super) fn skip(&mut self, text: &str) -> bool {
        let is_it = self.next() == text;
        self.at += usize::from(is_it);
        is_it
    }

    pub(super) fn expect(&mut self, text: &str) -> Result<()> {
        if self.skip(text) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Where the next token begins.
    pub(super) fn here(&self) -> usize {
        self.token().map_or(self.close.start, |token| token.place.start)
    }

    /// Where the last token ends.
    pub(super) fn behind(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(self.close.start, |token| token.place.end)
    }

    /// That the next token cannot stand where it does.
    pub(super) fn unexpected(&self) -> Fault {
        let place = self.token().map_or(self.close.clone(), |token| token.place.clone());
        Fault {
            place, reason: Reason::Misplaced, fix: "请核对括号、引号和标点，都用半角的".to_owned()
        }
    }

    /// A name: of a variable, a field, a filter.
    pub(super) fn name(&mut self) -> Result<&'a Token<'t>> {
        match self.token() {
            Some(token) if token.kind == TokenKind::Word => {
                self.advance();
                Ok(token)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// One more operator, filter or field.
    pub(super) fn one_more_part(&mut self) -> Result<()> {
        self.parts += 1;
        if self.parts > MOST_PARTS { Err(self.too_complex()) } else { Ok(()) }
    }

    fn too_complex(&self) -> Fault {
        let place = self.here()..self.here();
        whole_fault(&place, "这一处写得太复杂", "先用 {% set … %} 分步算好")
    }

    pub(super) fn node(&self, what: What, start: usize) -> Node {
        let place = start..self.behind().max(start);
        Node { what, words: place.clone(), place }
    }

    /// An expression of what binds at least as tightly as that.
    pub(super) fn expression(&mut self, least: u8) -> Result<Node> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(self.too_complex());
        }
        let node = self.operators(least)?;
        self.depth -= 1;
        Ok(node)
    }

    fn operators(&mut self, least: u8) -> Result<Node> {
        let start = self.here();
        let mut node = self.first(start)?;
        loop {
            node = match self.next() {
                "[" => {
                    self.one_more_part()?;
                    self.subscript(node)?
                }
                "if" if least == LOOSEST => return self.choice(node, start),
                "|" if PIPE >= least => self.filter(node)?,
                "is" if IS >= least => self.test(node)?,
                "not" if IS >= least && self.peek(1) == "in" => {
                    self.advance();
                    let contained = self.infix(node, start)?;
                    self.node(What::Not(Box::new(contained)), start)
                }
                sign if binding(sign).is_some_and(|(left, _)| left >= least) => self.infix(node, start)?,
                _ => return Ok(node),
            };
        }
    }

    /// What an expression begins with.
    fn first(&mut self, start: usize) -> Result<Node> {
        let (sign, least) = match self.next() {
            "not" => ("not", NOT),
            "-" => ("-", NEGATIVE),
            _ => return self.primary(),
        };
        self.advance();
        if matches!(self.next(), "not" | "-") {
            return Err(self.unexpected());
        }
        let of = Box::new(self.expression(least)?);
        Ok(self.node(if sign == "not" { What::Not(of) } else { What::Negative(of) }, start))
    }

    fn infix(&mut self, left: Node, start: usize) -> Result<Node> {
        let sign = self.next();
        let Some((_, right_binding)) = binding(sign) else { return Err(self.unexpected()) };
        self.one_more_part()?;
        self.advance();
        let (left, right) = (Box::new(left), Box::new(self.expression(right_binding)?));
        let what = match (sign, operator(sign)) {
            ("and", _) => What::And(left, right),
            ("or", _) => What::Or(left, right),
            (_, Some(operator)) => What::Binary(operator, left, right),
            _ => return Err(self.unexpected()),
        };
        Ok(self.node(what, start))
    }

    /// `node if condition else otherwise`
    fn choice(&mut self, so: Node, start: usize) -> Result<Node> {
        self.advance();
        let condition = self.expression(LOOSEST)?;
        self.expect("else")?;
        let otherwise = self.expression(LOOSEST)?;
        Ok(self.node(What::Choice(Box::new(Choice { condition, so, otherwise })), start))
    }

    /// `| name(…)` behind `of`.
    pub(super) fn filter(&mut self, of: Node) -> Result<Node> {
        self.one_more_part()?;
        self.expect("|")?;
        self.filter_behind_pipe(of)
    }

    pub(super) fn filter_behind_pipe(&mut self, of: Node) -> Result<Node> {
        let name = self.name()?;
        let arguments = self.arguments(parameters_of(FILTERS, name.text))?;
        let start = of.place.start;
        let filter = self.known(FILTERS, name, &arguments, super::unknown::unknown_filter);
        let what = match filter {
            Some(filter) => What::Filter(filter, Box::new(of), arguments),
            None => What::Literal(tera::Value::undefined()),
        };
        Ok(Node { words: name.place.start..self.behind(), ..self.node(what, start) })
    }

    /// `is name(…)` or `is not name(…)` behind `of`.
    fn test(&mut self, of: Node) -> Result<Node> {
        self.one_more_part()?;
        self.expect("is")?;
        let is_negated = self.skip("not");
        let name = self.name()?;
        let arguments = self.arguments(parameters_of(TESTS, name.text))?;
        let start = of.place.start;
        let test = self.known(TESTS, name, &arguments, super::unknown::unknown_test);
        let what = match test {
            Some(test) => What::Test(test, Box::new(of), arguments),
            None => What::Literal(tera::Value::undefined()),
        };
        let test = Node { words: name.place.start..self.behind(), ..self.node(what, start) };
        Ok(if is_negated { self.node(What::Not(Box::new(test)), start) } else { test })
    }

    /// The filter, test or function of that name; what is wrong with name and arguments is noted.
    pub(super) fn known<T>(
        &mut self,
        all: &'static [Named<T>],
        name: &Token,
        arguments: &[super::tree::Argument],
        explain: fn(&str) -> (String, String),
    ) -> Option<&'static Named<T>> {
        let Some(found) = find(all, name.text) else {
            let (reason, fix) = explain(name.text);
            self.unknown.push(whole_fault(&name.place, reason, fix));
            return None;
        };
        let known = |argument: &&super::tree::Argument| found.parameters.iter().all(|one| one.name != argument.name);
        if let Some(strange) = arguments.iter().find(known) {
            let reason = format!("{} 没有参数「{}」", name.text, strange.name);
            self.unknown.push(whole_fault(&strange.value.place, reason, parameters(found.parameters)));
        }
        for parameter in found.parameters.iter().filter(|parameter| parameter.is_needed) {
            if arguments.iter().all(|argument| argument.name != parameter.name) {
                let reason = format!("{} 少了参数「{}」", name.text, parameter.name);
                self.unknown.push(whole_fault(&name.place, reason, parameters(found.parameters)));
            }
        }
        Some(found)
    }
}

/// What may stand in the brackets, as a fix.
fn parameters(all: &[Parameter]) -> String {
    let mut names = Vec::new();
    for parameter in all {
        names.push(format!("{}={}", parameter.name, if parameter.is_needed { "…（必须写）" } else { "…" }));
    }
    if names.is_empty() {
        "后面不写括号".to_owned()
    } else {
        format!("括号里可以写：{}", names.join("、"))
    }
}

/// How tightly an operator binds what stands to its left and to its right.
fn binding(sign: &str) -> Option<(u8, u8)> {
    Some(match sign {
        "or" => (1, 2),
        "and" => (3, 4),
        "in" => (5, 6),
        "==" | "!=" | "<" | "<=" | ">" | ">=" => (7, 8),
        "+" | "-" => (11, 12),
        "*" | "/" | "%" | "~" | "//" => (13, 14),
        "**" => (16, 15),
        _ => return None,
    })
}

fn operator(sign: &str) -> Option<Operator> {
    Some(match sign {
        "in" => Operator::In,
        "==" => Operator::Equal,
        "!=" => Operator::NotEqual,
        "<" => Operator::Less,
        "<=" => Operator::LessOrEqual,
        ">" => Operator::Greater,
        ">=" => Operator::GreaterOrEqual,
        "+" => Operator::Plus,
        "-" => Operator::Minus,
        "*" => Operator::Times,
        "/" => Operator::Divide,
        "//" => Operator::DivideWhole,
        "%" => Operator::Rest,
        "~" => Operator::Join,
        "**" => Operator::Power,
        _ => return None,
    })
}
