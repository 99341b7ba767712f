//! What templates see of a notice.

use tera::Value;

use super::tracer::Tracer;
use super::view::Kind::{Map, Plain};
use super::view::view;
use crate::compose::prose::names_field;
use crate::record::catalogue::{Content, Walk as _};
use crate::record::notice::{Notice, Person, Related};
use crate::record::office::{Office, Sender};
use crate::record::text::Text;

view! {
    /// 一张通报单
    notice(self, office: &Office, notice: &Notice, sender: Sender) sees *notice => Notice {
        /// 来文的种类，例如 涉旅信息通报单、督办件
        "kind": Plain => self.notice_kind(office, notice),
        /// 来文的编号
        "number": Plain => self.shown(&notice.number),
        /// 怎样提到来文，例如 《涉旅信息通报单》（6号）
        "reference": Plain => self.reference(office, notice),
        /// 复文标题里的事由；没有登记的不能印
        "matter": Plain => office.incoming_kind(notice).map(|kind| self.shown(&kind.matter)),
        /// 复文在“收悉。”之后的话；没有登记的不能印
        "opening": Plain => office.incoming_kind(notice).map(|kind| self.shown(&kind.opening)),
        /// 复文的结尾；没有登记的不能印
        "closing": Plain => office.incoming_kind(notice).map(|kind| self.shown(&kind.closing)),
        /// 来文单位的名称
        "from": Plain => self.text(sender.name),
        /// 来文单位在正文里的简称
        "from_short": Plain => self.text(sender.short),
        /// 来文单位在正文里更短的说法
        "from_in_text": Plain => self.text(sender.in_text),
        /// 是否上级来文，用于判断
        "upward": Plain => sender.is_superior,
        /// 投诉人，带电话
        "complainant": Plain => notice.complainant.as_ref().map(|person| self.person(person)),
        /// 关联的投诉
        "related": Map("related") => notice.related.as_ref().map(|related| self.related(office, related)),
        /// “反映”里是否写了 {来源}，用于判断
        "story_names_origin": Plain => story_names(notice, "origin"),
        /// “反映”里是否写了 {被投诉}，用于判断
        "story_names_respondent": Plain => story_names(notice, "respondent"),
        /// 是否还在处理，用于判断
        "open": Plain => notice.is_open(),
    }
}

view! {
    /// 关联的投诉
    related(self, office: &Office, related: &Related) sees *related => Related {
        /// 投诉平台，用全称
        "platform": Plain => self.marked(platform_in_full(office, related), &related.platform.span),
        /// 被投诉的企业，用简称
        "firm" of "被投诉": Plain => self.marked(firm_in_short(office, related), &related.respondent.span),
    }
}

/// Whether a notice's story names, in braces, the field that templates see under `variable`.
fn story_names(notice: &Notice, variable: &str) -> bool {
    let Content::Record(fields) = notice.content() else { return false };
    let field = fields.iter().find(|field| field.variable == Some(variable));
    field.is_some_and(|field| names_field(&notice.story, field.key))
}

fn platform_in_full<'a>(office: &'a Office, related: &'a Related) -> &'a str {
    let platform = office.platforms.iter().find(|known| known.name.value == related.platform.value);
    let full = platform.and_then(|platform| platform.full.as_deref());
    &full.unwrap_or(&related.platform).value
}

fn firm_in_short<'a>(office: &'a Office, related: &'a Related) -> &'a str {
    let firm = office.firms.iter().find(|known| known.name.value == related.respondent.value);
    let short = firm.and_then(|firm| firm.short.as_deref());
    &short.unwrap_or(&related.respondent).value
}

impl Tracer {
    /// A notice, whose prose may name some of its fields in braces.
    pub(super) fn notice_with_fields(&mut self, office: &Office, notice: &Notice) -> Value {
        let fields = match notice.content() {
            Content::Record(fields) => fields,
            _ => Vec::new(),
        };
        for entry in fields.iter().filter(|field| Notice::IN_BRACES.contains(&field.key)) {
            let value = match (entry.value.content(), &notice.complainant) {
                (Content::Text(_, text), _) => self.one_line(&text.value, &text.span),
                // The one record that prose may name: it is printed as a name and a number.
                (Content::Record(_), Some(person)) => self.person(person),
                _ => continue,
            };
            self.in_braces.push((entry.key, value));
        }
        let shown = self.notice(office, notice, office.sender(notice));
        self.in_braces.clear();
        shown
    }

    pub(super) fn notice_kind(&mut self, office: &Office, notice: &Notice) -> String {
        let registered = office.incoming_kind(notice).map(|kind| kind.name.written());
        let place = notice.kind.as_ref().map(Text::written).or(registered);
        let name = office.incoming_kind_name(notice);
        place.map_or_else(|| name.to_owned(), |place| self.marked(name, &place.span))
    }

    /// 《涉旅信息通报单》（6号）, 督办件（督办〔2020〕3号）.
    fn reference(&mut self, office: &Office, notice: &Notice) -> String {
        let called = match office.incoming_kind(notice).map(|kind| kind.called.as_ref().unwrap_or(&kind.name)) {
            Some(called) => self.marked(&called.value, &called.span),
            None => self.marked(&format!("《{}》", office.incoming_kind_name(notice)), &notice.number.span),
        };
        format!("{called}{}", self.marked(&format!("（{}）", notice.number.value.in_text()), &notice.number.span))
    }

    /// 刘某某（19900000001）.
    fn person(&mut self, person: &Person) -> String {
        let mut marked = self.one_line(&person.name.value, &person.name.span);
        if let Some(phone) = &person.phone {
            marked.push_str(&self.marked(&format!("（{}）", phone.value), &phone.span));
        }
        marked
    }
}
