//! From the tree to typed records: what a type expects, and what is said when it finds something else.
//!
//! Decoding never stops at the first problem: every element of a list and every field of a record is looked at, and
//! `None` only says that this value could not be had; why is in the [`Problems`].

use super::invisible::invisible;
use super::keys::{self, IsKey};
use super::problems::Problems;
use super::tree::{Kind, Node};
use super::wrong::Wrong;
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix};
use crate::source::{Span, Spanned};
use crate::yaml::rules;
use std::str::FromStr;

/// A type that can be read from YAML.
pub trait Decode: Sized {
    /// The value at `node`, or `None` with the reasons in `problems`.
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self>;

    /// Whether a record may lack its key.
    const OPTIONAL: bool = false;

    /// What stands for a key that is not there: an error, but for optional values. `owner` is the record that lacks it.
    fn missing(key: &'static str, owner: &Span, problems: &mut Problems) -> Option<Self> {
        problems.push(missing_key(key, owner));
        None
    }
}

/// The record `owner` lacks a key that it must have.
pub(super) fn missing_key(key: &str, owner: &Span) -> Diagnostic {
    rules::MISSING_KEY
        .finding(format!("这里少了「{key}」"))
        .at(owner.first_line(), "这一条里没有写")
        .help(format!("补上一行「{key}: …」，与同一条里的其他键左边对齐"))
}

/// The text of a scalar; anything else is reported as being of the wrong kind.
pub fn scalar<'a>(node: &'a Node, expected: &str, problems: &mut Problems) -> Option<&'a str> {
    if let Kind::Scalar { text, .. } = &node.kind {
        Some(text)
    } else {
        let wrong = wrong_kind(node, expected);
        problems.push(match &node.kind {
            // A sentence that begins with a bracket is read as a collection.
            Kind::List(_) | Kind::Map(_) if node.span.text().starts_with(['{', '[']) => {
                wrong.help("如果括号就是文字，给整个值加上引号")
            }
            Kind::List(_) | Kind::Map(_) => wrong.help("写在冒号后面的同一行里"),
            Kind::Null | Kind::Scalar { .. } => wrong.help("把值写在冒号后面；不用写的键整行删掉"),
        });
        None
    }
}

/// The elements of a list; anything else is reported as being of the wrong kind.
pub fn list<'a>(node: &'a Node, problems: &mut Problems) -> Option<&'a [Node]> {
    if let Kind::List(items) = &node.kind {
        Some(items)
    } else {
        let mut finding = wrong_kind(node, "一个列表").help("列表每项一行，以「- 」开头；一项也没有就写 []");
        finding.fix = in_full_width_brackets(node);
        problems.push(finding);
        None
    }
}

/// The entries of a map; anything else is reported as being of the wrong kind.
pub fn map<'a>(node: &'a Node, is_key: IsKey, problems: &mut Problems) -> Option<&'a [(Spanned<String>, Node)]> {
    if let Kind::Map(entries) = &node.kind {
        return Some(entries);
    }
    let help = match &node.kind {
        Kind::Scalar { text, plain: true } if text.contains('：') => {
            "键后面的冒号要用半角，后面空一格，例如「编号: 6」"
        }
        Kind::Scalar { text, plain: true } if text.contains(':') => "冒号后面要空一格，例如「编号: 6」",
        Kind::List(_) => "不要写成列表（「- 」或 [ ]），写成「键: 值」",
        _ => "写成「键: 值」，一键一行，比上一行多缩进两格",
    };
    let mut finding = wrong_kind(node, "几行「键: 值」").help(help);
    if matches!(node.kind, Kind::Scalar { plain: true, .. }) {
        finding.fix = keys::colon_fix(&node.span, is_key);
    }
    problems.push(finding);
    None
}

/// A list typed ［甲，乙］.
fn in_full_width_brackets(node: &Node) -> Option<Fix> {
    let Kind::Scalar { plain: true, .. } = node.kind else { return None };
    let text = node.span.text();
    if !(text.starts_with('［') && text.ends_with('］')) || text.matches(['［', '］']).count() > 2 {
        return None;
    }
    let start = node.span.range().start;
    let edit = |(at, mark): (usize, &str)| Edit {
        place: Span::new(node.span.source(), start + at..start + at + mark.len()),
        text: match mark {
            "［" => "[",
            "］" => "]",
            _ => ", ",
        }
        .to_owned(),
    };
    // A comma may belong to a name.
    let certainty = if text.contains('，') { Certainty::Likely } else { Certainty::Certain };
    let edits = text.match_indices(['［', '］', '，']).map(edit).collect();
    Fix::edits(certainty, "改用半角的括号和逗号", edits)
}

/// "Expected this, found that", at the node's first line.
fn wrong_kind(node: &Node, expected: &str) -> Diagnostic {
    let found = match &node.kind {
        Kind::Null => "这里是空的",
        Kind::Scalar { .. } => "这里写的是一个值",
        Kind::List(_) => "这里写的是一个列表",
        Kind::Map(_) => "这里写的是几行「键: 值」",
    };
    rules::WRONG_TYPE.finding(format!("这里应当是{expected}")).at(node.span.first_line(), found)
}

/// Decodes a value type by its [`FromStr`]; `expected` names it to the user.
pub fn parsed<T: FromStr<Err = Wrong>>(node: &Node, expected: &str, problems: &mut Problems) -> Option<T> {
    let text = scalar(node, expected, problems)?;
    match text.parse() {
        Ok(value) => Some(value),
        Err(wrong) => {
            problems.push(wrong.at(&node.span));
            None
        }
    }
}

impl Decode for String {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let text = scalar(node, "一段文字", problems)?;
        if text.trim().is_empty() {
            problems.push(
                rules::WRONG_VALUE
                    .finding("这里是空白，文书里会缺字")
                    .at(node.span.first_line(), "没有内容")
                    .help("填上内容；这一项可以不写的话，就整行删掉"),
            );
            return None;
        }
        if let Some(finding) = invisible(text, node) {
            problems.push(finding);
            return None;
        }
        Some(text.to_owned())
    }
}

impl Decode for bool {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match scalar(node, "「是」或「否」", problems)? {
            "是" | "true" => Some(true),
            "否" | "false" => Some(false),
            _ => {
                problems
                    .push(rules::WRONG_VALUE.finding("这里只能写「是」或「否」").at(node.span.first_line(), "认不出"));
                None
            }
        }
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        T::decode(node, problems).map(|value| Self::new(value, node.span.clone()))
    }
}

impl<T: Decode> Decode for Option<T> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if matches!(node.kind, Kind::Null) { Some(None) } else { T::decode(node, problems).map(Some) }
    }

    fn missing(_: &'static str, _: &Span, _: &mut Problems) -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Box<T> {
    const OPTIONAL: bool = T::OPTIONAL;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        T::decode(node, problems).map(Self::new)
    }

    fn missing(key: &'static str, owner: &Span, problems: &mut Problems) -> Option<Self> {
        T::missing(key, owner, problems).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let items = list(node, problems)?;
        let decoded: Vec<_> = items.iter().map(|item| T::decode(item, problems)).collect();
        decoded.into_iter().collect()
    }
}
