//! 附件 in a template: a block that begins one, and the list of all of them.

use std::ops::Range;

use super::item::{Item, YesNo};
use super::reader::Reader;
use super::rules;
use super::table::Fault;
use crate::document::{Attachment, Block, Text};
use crate::record;
use crate::record::value::Wrong;

record! {
    /// What stands in a block ` ```附件 `; all that follows up to the next one is the 附件.
    pub(super) struct AttachmentSettings {
        /// 附件名称
        "名称" => name: Item,
        /// 是否横排
        "横排" => landscape: Option<Item>,
    }
}

impl AttachmentSettings {
    /// Begins the 附件.
    pub(super) fn begin(&self, reader: &mut Reader, range: &Range<usize>) -> Result<Attachment, Fault> {
        let fault = |wrong: Wrong| (wrong, range.clone());
        reader.dates.restart();
        let title = reader.line(&self.name.marked);
        if title.is_empty() {
            return Err(fault(Wrong::new("附件没有名称").help("写成 名称: 投诉统计表 这样")));
        }
        rules::name(&title.plain()).map_err(fault)?;
        let landscape = match self.landscape.as_ref().filter(|item| item.is_given()) {
            Some(item) => item.parse::<YesNo>().map_err(fault)?.0,
            None => false,
        };
        Ok(Attachment { number: None, title, body: Vec::<Block>::new(), landscape })
    }
}

/// 附件说明 (7.3.4): the names in `listed`, then those of `attachments` that are not among them; where there are several,
/// each 附件 gets its number in that list, and they stand in its order.
pub(super) fn numbered(listed: Vec<Text>, mut attachments: Vec<Attachment>) -> (Vec<Text>, Vec<Attachment>) {
    let mut names = listed;
    let mut places = Vec::with_capacity(attachments.len());
    for attachment in &attachments {
        let plain = attachment.title.plain();
        let place = names.iter().position(|name| name.plain() == plain).unwrap_or_else(|| {
            names.push(attachment.title.clone());
            names.len() - 1
        });
        places.push(place);
    }
    if names.len() > 1 {
        for (attachment, place) in attachments.iter_mut().zip(places) {
            attachment.number = u32::try_from(place + 1).ok();
        }
        attachments.sort_by_key(|attachment| attachment.number);
    }
    (names, attachments)
}
