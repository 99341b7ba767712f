//! An official paper as content: what it says and what each part is, without fonts, measures or files.
//!
//! The elements are those of GB/T 9704-2012 clause 7, in the order in which a paper shows them. Whatever a paper
//! does not have is `None` or empty.

mod origin;

pub use origin::{Origin, Place};

use std::sync::Arc;

/// A stretch of text with one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub origin: Arc<Origin>,
}

/// Text made of runs; the whole is one line of thought without line breaks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// All of the text, without origins.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }

    pub fn push(&mut self, text: impl Into<String>, origin: &Arc<Origin>) {
        let text = text.into();
        match self.0.last_mut() {
            Some(last) if Arc::ptr_eq(&last.origin, origin) => last.text.push_str(&text),
            _ => self.0.push(Run { text, origin: Arc::clone(origin) }),
        }
    }
}

/// A heading's level: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    One,
    Two,
    Three,
    Four,
}

/// A piece of the body (正文).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The text begins with its number, which the engine has put there.
    Heading {
        level: Level,
        text: Text,
    },
    Paragraph(Text),
}

/// 版头 (7.2): of its elements only the 发文字号 so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// 发文字号, such as 盘旅指报〔2021〕1号.
    pub number: Option<Text>,
}

/// 发文机关署名 and 成文日期 (7.3.5), unsealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub organ: Text,
    pub date: Text,
}

/// A whole paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub head: Head,
    /// 标题.
    pub title: Text,
    /// 主送机关, with its closing colon.
    pub addressee: Option<Text>,
    /// 正文.
    pub body: Vec<Block>,
    pub signature: Option<Signature>,
    /// 附注, in its brackets.
    pub note: Option<Text>,
    /// Who issues it: the author in the files' properties.
    pub author: String,
}

impl Document {
    /// Every text of the paper, in the order in which a reader meets them.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let body = self.body.iter().map(|block| match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => text,
        });
        let signature = self.signature.iter().flat_map(|signature| [&signature.organ, &signature.date]);
        (self.head.number.iter())
            .chain([&self.title])
            .chain(&self.addressee)
            .chain(body)
            .chain(signature)
            .chain(&self.note)
    }
}
