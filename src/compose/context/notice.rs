//! What templates see of a notice.

use tera::{Map, Value};

use super::Tracer;
use crate::compose::wording::map_value;
use crate::record::notice::{Notice, Person, Related};
use crate::record::office::Office;

impl Tracer {
    pub(super) fn notice(&mut self, office: &Office, notice: &Notice) -> Value {
        let sender = office.sender(notice);
        let mut fields = vec![("来源", self.line(&notice.origin)), ("被投诉", self.line(&notice.respondent))];
        if let Some(person) = &notice.complainant {
            fields.push(("投诉人", self.person(person)));
        }
        map! {
            "number" => self.text(&notice.number),
            "from" => self.text(sender.name),
            "from_short" => self.text(sender.short),
            "from_in_text" => self.text(sender.in_text),
            "upward" => sender.is_superior,
            "received" => self.date(&notice.received),
            "origin" => self.text(&notice.origin),
            "complainant" => notice.complainant.as_ref().map(|person| self.person(person)),
            "respondent" => self.text(&notice.respondent),
            "story" => self.prose_with(&notice.story, &fields),
            "verification" => self.maybe_prose_with(notice.verification.as_ref(), &fields),
            "related" => notice.related.as_ref().map(|related| self.related(office, related)),
            "handling" => self.maybe_prose_with(notice.handling.as_ref(), &fields),
            "open" => notice.is_open(),
            "reported" => notice.reported.as_ref().map(|reported| self.date(reported)),
            "document_number" => self.maybe(notice.document_number.as_ref()),
            "next" => self.maybe_prose_with(notice.next.as_ref(), &fields),
        }
    }

    /// 刘某某（19900000001）.
    fn person(&mut self, person: &Person) -> String {
        let mut marked = self.line(&person.name);
        if let Some(phone) = &person.phone {
            marked.push_str(&self.marked(&format!("（{}）", phone.value), &phone.span));
        }
        marked
    }

    /// The platform by its full name and the firm by its short one, as replies call them.
    fn related(&mut self, office: &Office, related: &Related) -> Value {
        let platform = office.platforms.iter().find(|known| known.name.value == related.platform.value);
        let platform = platform.and_then(|platform| platform.full.as_ref()).unwrap_or(&related.platform);
        let firm = office.firms.iter().find(|known| known.name.value == related.respondent.value);
        let firm = firm.and_then(|firm| firm.short.as_ref()).unwrap_or(&related.respondent);
        map! {
            "platform" => self.marked(&platform.value, &related.platform.span),
            "date" => self.date(&related.date),
            "firm" => self.marked(&firm.value, &related.respondent.span),
        }
    }
}
