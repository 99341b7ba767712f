//! 认可: a finding that a writer lets stand, and why.

use super::text::{Name, Rules};
use crate::record;
use crate::source::Spanned;

record! {
    /// One finding, or several of one rule about the same words, that stand for a reason.
    pub struct Acknowledgement {
        /// 规则的代号，就是问题后面方括号里的字
        "规则" => pub rule: Name<Rules>,
        /// 问题所指的文字，或者问题那句话里的几个字；只认可与它相符的
        "内容" => pub content: Spanned<String>,
        /// 为什么可以这样
        "理由" => pub reason: Spanned<String>,
    }
}
