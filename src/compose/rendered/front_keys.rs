//! What may stand in a template's front matter: the elements of a paper that are not its body.

use super::item::{Item, Items};
use crate::record;

record! {
    /// Front matter as a template's author writes it. What its expressions print nothing for is not there.
    pub(super) struct Front {
        /// 白头、公文、上行文、信函、命令、纪要 或 简报；不写就是白头
        "版式" => pub(super) form: Option<Item>,
        /// 六位数字
        "份号" => pub(super) copy_number: Option<Item>,
        /// 密级和保密期限，例如 秘密★1年
        "密级" => pub(super) secrecy: Option<Item>,
        /// 特急 或 加急
        "紧急程度" => pub(super) urgency: Option<Item>,
        /// 发文机关标志；联合行文写几个机关，主办的在前
        "标志" => pub(super) mark: Option<Items>,
        /// 联合行文时排在机关名称右侧的“文件”
        "标志后缀" => pub(super) mark_suffix: Option<Item>,
        /// 发文字号；命令写令号
        "文号" => pub(super) number: Option<Item>,
        /// 上行文的签发人，一人或几人
        "签发人" => pub(super) signers: Option<Items>,
        /// 简报、纪要的期号，连括号
        "期号" => pub(super) issue: Option<Item>,
        /// 简报的编印单位
        "编印" => pub(super) editor: Option<Item>,
        /// 简报报头的日期
        "编印日期" => pub(super) editor_date: Option<Item>,
        /// 标题；要在哪里换行，就在哪里写 |，不会印出来
        "标题" => pub(super) title: Option<Item>,
        /// 主送机关，以全角冒号结尾
        "主送" => pub(super) addressee: Option<Item>,
        /// 附件说明里的名称
        "附件" => pub(super) enclosures: Option<Items>,
        /// 发文机关署名，一个或几个
        "署名" => pub(super) organs: Option<Items>,
        /// 成文日期
        "日期" => pub(super) date: Option<Item>,
        /// 不盖章、盖章 或 签名章；不写就是不盖章
        "盖章" => pub(super) sealing: Option<Item>,
        /// 签名章的职务
        "职务" => pub(super) signatory_title: Option<Item>,
        /// 签名章的姓名
        "签名" => pub(super) signatory: Option<Item>,
        /// 附注，连括号
        "附注" => pub(super) note: Option<Item>,
        /// 纪要的出席人员
        "出席" => pub(super) present: Option<Items>,
        /// 纪要的请假人员
        "请假" => pub(super) absent: Option<Items>,
        /// 纪要的列席人员
        "列席" => pub(super) attending: Option<Items>,
        /// 抄送机关，不写句号
        "抄送" => pub(super) copies_to: Option<Items>,
        /// 印发机关
        "印发机关" => pub(super) issuer: Option<Item>,
        /// 印发日期，不写“印发”二字
        "印发日期" => pub(super) issued: Option<Item>,
        /// 是否双面印刷；不写就由 office.yaml 决定
        "双面" => pub(super) both_sides: Option<Item>,
    }
}
