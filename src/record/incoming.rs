//! 来文种类: the kinds of papers that other offices send and that are answered one by one.

use super::notice::Notice;
use super::office::Office;
use super::text::{Heading, Name, Plan, Unregistered};
use crate::record;

record! {
    /// A kind of incoming papers, and the words of the replies.
    pub struct IncomingKind {
        /// 名称，记录里的“种类”这样写，例如 督办件
        "名称" => pub name: Name<Unregistered>,
        /// 文书里怎样称它，例如 《督办通知书》；不写就用名称
        "称" => pub called: Option<Name<Unregistered>>,
        /// 复文标题里“关于……”之后的事由；不写就是 办理情况
        "事由" => pub matter: Option<Heading>,
        /// 复文在“收悉。”之后的话；不写就是“现将办理情况报告如下：”
        "开头" => pub opening: Option<Plan>,
        /// 复文的结尾；不写就是“特此报告。”或“特此函复。”
        "结尾" => pub closing: Option<Plan>,
    }
}

/// The kind of a notice where the office's file names none.
pub const BUILT_IN: &str = "涉旅信息通报单";

impl Office {
    /// The kind of a notice: the one that it names, or the first that the office has. `None` is the built-in one, or a
    /// name that is not registered.
    #[must_use]
    pub fn incoming_kind(&self, notice: &Notice) -> Option<&IncomingKind> {
        match &notice.kind {
            Some(named) => self.incoming.iter().find(|kind| kind.name.value == named.value),
            None => self.incoming.iter().next(),
        }
    }

    /// The name of a notice's kind.
    #[must_use]
    pub fn incoming_kind_name<'a>(&'a self, notice: &'a Notice) -> &'a str {
        match (&notice.kind, self.incoming_kind(notice)) {
            (Some(named), _) => &named.value,
            (None, Some(kind)) => &kind.name.value,
            (None, None) => BUILT_IN,
        }
    }
}
