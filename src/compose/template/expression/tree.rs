//! What an expression of a template says, as a tree.

use std::ops::Range;

use tera::Value;

use super::catalogue::{Filter, Function, Test};

/// A part of an expression, and where it stands in the template, in bytes.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) what: What,
    pub(super) place: Range<usize>,
    /// Where its own words stand: of a filter, its name with what is in the brackets behind it.
    pub(super) words: Range<usize>,
}

#[derive(Debug)]
pub(super) enum What {
    Literal(Value),
    Name(String),
    /// `loop.index` and its kin, by the name that the engine has for it.
    Loop(&'static str),
    Field(Box<Node>, String, Access),
    Item(Box<Node>, Box<Node>, Access),
    Slice(Box<Slice>),
    List(Vec<Entry>),
    Map(Vec<MapEntry>),
    Comprehension(Box<Comprehension>),
    Not(Box<Node>),
    Negative(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Choice(Box<Choice>),
    Filter(&'static Filter, Box<Node>, Vec<Argument>),
    Test(&'static Test, Box<Node>, Vec<Argument>),
    Function(&'static Function, Vec<Argument>),
}

/// Whether what is absent may be asked for a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// `a.b`, `a[b]`
    Plain,
    /// `a?.b`, `a?[b]`: absent of what is absent.
    Optional,
}

/// `of[start:end:step]`
#[derive(Debug)]
pub(super) struct Slice {
    pub(super) of: Node,
    pub(super) start: Option<Node>,
    pub(super) end: Option<Node>,
    pub(super) step: Option<Node>,
    pub(super) access: Access,
}

/// An item of a list, or with `...` before it a list whose items it stands for.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) node: Node,
    pub(super) is_spread: bool,
}

#[derive(Debug)]
pub(super) enum MapEntry {
    Field(tera::value::Key<'static>, Node),
    Spread(Node),
}

/// `[item for key, name in of if condition]`
#[derive(Debug)]
pub(super) struct Comprehension {
    pub(super) item: Node,
    pub(super) key: Option<String>,
    pub(super) name: String,
    pub(super) of: Node,
    pub(super) condition: Option<Node>,
}

/// `so if condition else otherwise`
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) condition: Node,
    pub(super) so: Node,
    pub(super) otherwise: Node,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Plus,
    Minus,
    Times,
    Divide,
    DivideWhole,
    Rest,
    Power,
    Join,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
}

/// `name=value` in brackets.
#[derive(Debug)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) value: Node,
}
