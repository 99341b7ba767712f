//! 来文种类: the kinds of papers that other offices send and that are answered one by one.

use super::text::{Heading, Name, Plan, Unregistered};
use crate::record;

record! {
    /// A kind of incoming papers, and the words of the replies.
    pub struct IncomingKind {
        /// 名称，记录里的“种类”这样写，例如 督办件
        "名称" => pub name: Name<Unregistered>,
        /// 文书里怎样称它，例如 《督办通知书》；不写就用名称
        "称" => pub called: Option<Name<Unregistered>>,
        /// 复文标题里“关于……”之后的事由；不写就是 办理情况；要在哪里换行，就在哪里写 |
        "事由" => pub matter: Option<Heading>,
        /// 复文在“收悉。”之后的话；不写就是“现将办理情况报告如下：”
        "开头" => pub opening: Option<Plan>,
        /// 复文的结尾；不写就是“特此报告。”或“特此函复。”
        "结尾" => pub closing: Option<Plan>,
    }
}
