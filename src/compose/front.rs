//! A rendered template's front matter: the elements of a paper that are not its body.

use std::sync::Arc;

use super::attachment;
use super::elements::Elements;
use super::item::{Item, Items, Printed};
use super::markup::{self, Content};
use super::office::OfficeTraits;
use super::reader::Reader;
use crate::compose::{findings, front_matter};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Origin};
use crate::record;
use crate::source::Source;

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
        /// 标题
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

/// The document that a rendered template says.
pub(super) fn document(
    rendered: &str,
    template: &Arc<Source>,
    origins: &[Arc<Origin>],
    office: &OfficeTraits,
) -> Result<Document, Vec<Diagnostic>> {
    let Some((front, body)) = front_matter::split(rendered) else {
        let message = format!("{}：开头没有两行 --- 之间的标题、主送等项", template.name());
        let help = "模板第一行写 ---，接着写「标题: …」等项，再写一行 ---";
        return Err(vec![findings::TEMPLATE.finding(message).help(help)]);
    };
    let front = Printed { text: front, template, fallback: 1 };
    let mut findings = Vec::new();
    let document = match front.read::<Front>() {
        Ok(written) => {
            let mut reader = Reader::new(origins, template);
            let mut elements = Elements { printed: front, reader: &mut reader, office, findings: &mut findings };
            Some(elements.document(&written))
        }
        Err(found) => {
            findings.extend(found);
            None
        }
    };
    let mut reader = Reader::new(origins, template);
    let printed = Printed { text: body, template, fallback: front_matter::lines(template.text()) + 1 };
    let content = markup::content(printed, &mut reader).unwrap_or_else(|found| {
        findings.extend(found);
        Content::default()
    });
    match document {
        Some(mut document) if findings.is_empty() => {
            document.body = content.body;
            (document.enclosures, document.attachments) =
                attachment::numbered(document.enclosures, content.attachments);
            Ok(document)
        }
        _ => Err(findings),
    }
}
