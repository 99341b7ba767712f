//! 附件 in a template: a block that begins one, and the list of all of them.

use super::element_rules;
use super::item::{Item, YesNo};
use super::line_ends::without_line_ends;
use super::printed::Printed;
use super::runs::RunReader;
use crate::diagnostic::Diagnostic;
use crate::document::{Attachment, Text};
use crate::record;
use crate::record::value::Wrong;

record! {
    /// What stands in a block ` ```附件 `; all that follows up to the next one is the 附件.
    struct WrittenSettings {
        /// 附件名称
        "名称" => name: Item,
        /// 是否横排
        "横排" => landscape: Option<Item>,
    }
}

/// The 附件 that a block's YAML begins, still empty.
pub(super) fn begun(printed: &Printed, reader: &mut RunReader) -> Result<Attachment, Vec<Diagnostic>> {
    let WrittenSettings { name, landscape, .. } = printed.read()?;
    reader.dates.restart();
    let (title, title_ends) = without_line_ends(&reader.title(&name.marked));
    title_is_good(&title).map_err(|wrong| vec![printed.finding(&name.range, &wrong)])?;
    let landscape = landscape.filter(Item::is_given).map(|item| printed.parse::<YesNo>(&item)).transpose()?;
    let landscape = landscape.is_some_and(|YesNo(yes)| yes);
    Ok(Attachment { number: None, title, title_ends, body: Vec::new(), landscape })
}

fn title_is_good(title: &Text) -> Result<(), Wrong> {
    if title.is_empty() {
        return Err(Wrong::new("附件没有名称").help("写成 名称: 投诉统计表 这样"));
    }
    element_rules::enclosure(&title.plain())
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
