//! The name of a column, a ledger or a figure of an office's own.

use std::fmt;

use super::interned::{LONGEST, interned};
use crate::record::catalogue::{Content, Kind, Scalar, Shape, TextKind};
use crate::source::Spanned;
use crate::yaml::tree::Node;
use crate::yaml::wrong::shown;
use crate::yaml::{Decode, Problems, Wrong, decode};

/// A name that is a key in records and can be asked for in templates (`item.来源`, `item["罚款（元）"]`): at most 30
/// characters, none that means something in YAML or in templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OwnName(&'static str);

impl OwnName {
    #[must_use]
    pub fn text(self) -> &'static str {
        self.0
    }

    /// That of a field that all offices have.
    #[must_use]
    pub fn built_in(name: &'static str) -> Self {
        Self(name)
    }
}

impl AsRef<str> for OwnName {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl std::str::FromStr for OwnName {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = |reason: &str| Wrong::new(format!("名称「{}」{reason}", shown(text)));
        if text.is_empty() {
            return Err(wrong("是空的").help("写几个字，例如 来源"));
        }
        if let Some(other) = text.chars().find(|c| is_refused(*c)) {
            let other = if other.is_whitespace() { "空格".to_owned() } else { format!("「{other}」") };
            return Err(wrong("里有不能用的字符").help(format!("去掉{other}；记录和模板里都要写这个名称")));
        }
        if text.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(wrong("全是小写英文字母，模板里会和程序自己的名称混").help("用汉字写，例如 来源"));
        }
        if text.chars().count() > LONGEST {
            return Err(wrong("太长了").help(format!("不超过 {LONGEST} 个字")));
        }
        Ok(Self(interned(text)))
    }
}

fn is_refused(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "\"'`{}[]:：,#&*!|>%@\\".contains(c)
}

impl fmt::Display for OwnName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Decode for OwnName {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        decode::parsed(node, "一个名称", problems)
    }
}

impl Scalar for OwnName {
    fn shape() -> Shape {
        Shape::Value(Kind::Text(TextKind::Plain))
    }

    fn content(_: &Spanned<Self>) -> Content<'_> {
        Content::Absent
    }
}
