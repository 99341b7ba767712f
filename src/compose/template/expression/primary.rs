//! What expressions are made of: names with their fields, literals, lists, groups of fields, calls.

use tera::Value;
use tera::value::Key;

use super::catalogue::{FUNCTIONS, Parameter, parameters_of};
use super::fault::{Fault, Result, whole_fault};
use super::literal::{number, unquoted};
use super::parser::{LOOSEST, NO_CHOICE, Parser};
use super::tree::{Access, Argument, Comprehension, Entry, MapEntry, Node, Slice, What};
use crate::compose::template::lexer::{Token, TokenKind};

/// Whether a token may be a part of a name of an office's own.
fn is_of_name(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word | TokenKind::Number => true,
        TokenKind::Stray => matches!(token.text, "（" | "）"),
        TokenKind::Quoted | TokenKind::Sign => false,
    }
}

/// Words that are no names.
const KEYWORDS: [&str; 7] = ["and", "or", "not", "in", "is", "if", "else"];

impl<'t, 'a> Parser<'t, 'a> {
    pub(super) fn primary(&mut self) -> Result<Node> {
        let start = self.here();
        let Some(token) = self.token() else { return Err(self.unexpected()) };
        let literal = match (token.kind, token.text) {
            (TokenKind::Number, typed) => number(typed)
                .ok_or_else(|| whole_fault(&token.place, format!("数「{typed}」太长"), "请核对这里的数"))?,
            (TokenKind::Quoted, typed) => unquoted(typed).map(Value::from).ok_or_else(|| {
                let fix = "反斜杠后面只能是引号、反斜杠、n、t、r；引号要成对";
                whole_fault(&token.place, "引号里的文字写法不对", fix)
            })?,
            (TokenKind::Word, "true" | "True") => true.into(),
            (TokenKind::Word, "false" | "False") => false.into(),
            (TokenKind::Word, "none" | "None" | "null") => Value::none(),
            (TokenKind::Word, name) if !KEYWORDS.contains(&name) => return self.name_with_parts(),
            (TokenKind::Sign, "[") => return self.list(),
            (TokenKind::Sign, "{") => return self.map(),
            (TokenKind::Sign, "(") => {
                self.advance();
                let inner = self.expression(LOOSEST)?;
                self.expect(")")?;
                let place = start..self.behind();
                return Ok(Node { what: inner.what, words: inner.words, place });
            }
            (TokenKind::Sign, "<") => {
                let fix = "先用 {% set x = <…/> %} 记下组件的内容，再用 x";
                return Err(whole_fault(&token.place, "组件不能和别的运算写在一起", fix));
            }
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok(self.node(What::Literal(literal), start))
    }

    /// `a.b[c]`, or `a(…)`.
    fn name_with_parts(&mut self) -> Result<Node> {
        let start = self.here();
        let name = self.name()?;
        if self.next() == "(" {
            let arguments = self.arguments(parameters_of(FUNCTIONS, name.text))?;
            let explain = super::unknown::unknown_function;
            let what = match self.known(FUNCTIONS, name, &arguments, explain) {
                Some(function) => What::Function(function, arguments),
                None => What::Literal(Value::undefined()),
            };
            return Ok(self.node(what, start));
        }
        let mut node = self.node(What::Name(name.text.to_owned()), start);
        loop {
            let access = match self.next() {
                "." => Access::Plain,
                "?." => Access::Optional,
                "[" | "?[" => {
                    self.one_more_part()?;
                    node = self.subscript(node)?;
                    continue;
                }
                "(" => return Err(self.unexpected()),
                _ => return Ok(node),
            };
            self.one_more_part()?;
            self.advance();
            let field = self.field_name(start)?;
            node = match &node.what {
                What::Name(name) if name == "loop" => {
                    let name = loop_field(field.text).ok_or_else(|| {
                        let reason = format!("loop 没有「{}」", field.text);
                        whole_fault(&field.place, reason, "loop 只有 index、index0、first、last、length")
                    })?;
                    self.node(What::Loop(name), start)
                }
                _ => self.node(What::Field(Box::new(node), field.text.to_owned(), access), start),
            };
        }
    }

    /// The name of a field behind a point. What begins with a digit or has a bracket in it, as names of an office's own may, can only
    /// stand in `[ ]`; `start`: where that begins of which it is a field.
    fn field_name(&mut self, start: usize) -> Result<&'a Token<'t>> {
        let first = self.here();
        let (mut name, mut end) = (String::new(), first);
        let mut ahead = 0;
        while let Some(token) = self.token_ahead(ahead)
            && token.place.start == end
            && is_of_name(token)
        {
            name.push_str(token.text);
            end = token.place.end;
            ahead += 1;
        }
        let is_plain = ahead == 1 && self.token().is_some_and(|token| token.kind == TokenKind::Word);
        if is_plain || !name.chars().any(char::is_alphabetic) {
            return self.name();
        }
        let of = self.words_between(start, first);
        let of = of.trim_end_matches(['.', '?']);
        let reason = format!("「{name}」以数字开头，或者里面有括号，不能写在点后面");
        Err(whole_fault(&(first..end), reason, format!("写在方括号和引号里：{of}[\"{name}\"]")))
    }

    /// `[at]` or `[start:end:step]` behind `of`.
    pub(super) fn subscript(&mut self, of: Node) -> Result<Node> {
        let place = of.place.start;
        let access = if self.next() == "?[" { Access::Optional } else { Access::Plain };
        self.advance();
        let start = if self.next() == ":" { None } else { Some(self.expression(LOOSEST)?) };
        if let (Some(at), false) = (&start, self.next() == ":") {
            debug_assert!(at.place.start >= place, "an item's place stands behind what it is of");
            self.expect("]")?;
            let Some(at) = start else { return Err(self.unexpected()) };
            return Ok(self.node(What::Item(Box::new(of), Box::new(at), access), place));
        }
        self.expect(":")?;
        let end = if matches!(self.next(), ":" | "]") { None } else { Some(self.expression(LOOSEST)?) };
        let step = if self.skip(":") { Some(self.expression(LOOSEST)?) } else { None };
        self.expect("]")?;
        Ok(self.node(What::Slice(Box::new(Slice { of, start, end, step, access })), place))
    }

    /// `(name=value, …)` of what has these parameters, where it is known; none where no bracket opens.
    pub(super) fn arguments(&mut self, parameters: Option<&[Parameter]>) -> Result<Vec<Argument>> {
        let mut arguments: Vec<Argument> = Vec::new();
        if !self.skip("(") {
            return Ok(arguments);
        }
        while self.next() != ")" {
            if !arguments.is_empty() {
                self.expect(",")?;
                if self.next() == ")" {
                    break;
                }
            }
            if let Some(fault) = parameters.and_then(|parameters| self.without_name(parameters)) {
                return Err(fault);
            }
            let name = self.name()?;
            if arguments.iter().any(|argument| argument.name == name.text) {
                return Err(whole_fault(&name.place, format!("参数「{}」写了两次", name.text), "留下一个"));
            }
            self.expect("=")?;
            arguments.push(Argument { name: name.text.to_owned(), value: self.expression(LOOSEST)? });
        }
        self.expect(")")?;
        Ok(arguments)
    }

    /// That what comes next is a value without its parameter's name, as in `containing("龙")`.
    fn without_name(&self, parameters: &[Parameter]) -> Option<Fault> {
        let token = self.token()?;
        let begins_value = match token.kind {
            TokenKind::Word => self.peek(1) != "=",
            TokenKind::Quoted | TokenKind::Number => true,
            TokenKind::Sign => matches!(token.text, "[" | "{" | "(" | "-"),
            TokenKind::Stray => false,
        };
        let first = parameters.iter().find(|parameter| parameter.is_needed).or(parameters.first());
        let fix = match first {
            Some(first) if matches!(token.kind, TokenKind::Quoted | TokenKind::Number) => {
                format!("写成 {}={}", first.name, token.text)
            }
            Some(first) => format!("写成 {}=…", first.name),
            None => "后面不写括号".to_owned(),
        };
        begins_value.then(|| whole_fault(&token.place, "括号里的值前面要写参数的名称", fix))
    }

    /// `[a, b, ...c]` or `[a for b in c if d]`.
    fn list(&mut self) -> Result<Node> {
        let start = self.here();
        self.expect("[")?;
        let mut entries = Vec::new();
        while self.next() != "]" {
            if !entries.is_empty() {
                self.expect(",")?;
                if self.next() == "]" {
                    break;
                }
            }
            let is_spread = self.skip("...");
            let node = self.expression(LOOSEST)?;
            if entries.is_empty() && !is_spread && self.next() == "for" {
                return self.comprehension(node, start);
            }
            entries.push(Entry { node, is_spread });
        }
        self.expect("]")?;
        Ok(self.node(What::List(entries), start))
    }

    fn comprehension(&mut self, item: Node, start: usize) -> Result<Node> {
        self.expect("for")?;
        let first = self.name()?.text.to_owned();
        let (key, name) = if self.skip(",") { (Some(first), self.name()?.text.to_owned()) } else { (None, first) };
        self.expect("in")?;
        let of = self.expression(NO_CHOICE)?;
        let condition = if self.skip("if") { Some(self.expression(NO_CHOICE)?) } else { None };
        self.expect("]")?;
        Ok(self.node(What::Comprehension(Box::new(Comprehension { item, key, name, of, condition })), start))
    }

    /// `{"a": b, ...c}`
    fn map(&mut self) -> Result<Node> {
        let start = self.here();
        self.expect("{")?;
        let mut entries = Vec::new();
        while self.next() != "}" {
            if !entries.is_empty() {
                self.expect(",")?;
                if self.next() == "}" {
                    break;
                }
            }
            if self.skip("...") {
                entries.push(MapEntry::Spread(self.expression(LOOSEST)?));
                continue;
            }
            let key = self.key()?;
            self.expect(":")?;
            entries.push(MapEntry::Field(key, self.expression(LOOSEST)?));
        }
        self.expect("}")?;
        Ok(self.node(What::Map(entries), start))
    }

    fn key(&mut self) -> Result<Key<'static>> {
        let Some(token) = self.token() else { return Err(self.unexpected()) };
        let key = match (token.kind, token.text) {
            (TokenKind::Quoted, typed) => unquoted(typed).map(Key::from),
            (TokenKind::Number, typed) => typed.parse::<i128>().ok().map(Key::from),
            (_, "true" | "True") => Some(Key::Bool(true)),
            (_, "false" | "False") => Some(Key::Bool(false)),
            _ => None,
        };
        let key = key.ok_or_else(|| self.unexpected())?;
        self.advance();
        Ok(key)
    }
}

/// The name that the engine has for a field of `loop`.
fn loop_field(name: &str) -> Option<&'static str> {
    Some(match name {
        "index" => "__tera_loop_index",
        "index0" => "__tera_loop_index0",
        "first" => "__tera_loop_first",
        "last" => "__tera_loop_last",
        "length" => "__tera_loop_length",
        _ => return None,
    })
}
