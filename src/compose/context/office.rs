//! What templates see of `office.yaml`.

use tera::{Map, Value};

use super::Tracer;
use crate::compose::wording::map_value;
use crate::record::office::{Names, Office};
use crate::record::paper::PaperKind;

impl Tracer {
    pub(super) fn paper(&mut self, paper: &PaperKind) -> Value {
        map! {
            "kind" => paper.kind.value.0.clone(),
            "form" => paper.form.as_ref().map(|form| form.value.word()),
            "mark" => self.maybe(paper.mark.as_ref()),
            "editor" => self.maybe(paper.editor.as_ref()),
        }
    }

    pub(super) fn office(&mut self, office: &Office) -> Value {
        let superior = map! {
            "name" => self.text(&office.superior.name),
            "short" => self.text(&office.superior.short),
            "in_text" => self.text(&office.superior.in_text),
        };
        let contact = office.contact.as_ref().map(|contact| {
            map! { "name" => self.text(&contact.name), "phone" => self.text(&contact.phone) }
        });
        let issuing = office.issuing.as_ref();
        let signers = issuing.and_then(|issuing| issuing.signers.as_ref());
        let copies_to = issuing.and_then(|issuing| issuing.copies_to.as_ref());
        let stamp = issuing.and_then(|issuing| issuing.stamp.as_ref());
        let stamp = stamp.map(|stamp| map! { "title" => self.text(&stamp.title), "name" => self.text(&stamp.name) });
        map! {
            "mark" => self.maybe(issuing.and_then(|issuing| issuing.mark.as_ref())),
            "signers" => self.names(signers),
            "copies_to" => self.names(copies_to),
            "issuer" => self.maybe(issuing.and_then(|issuing| issuing.issuer.as_ref())),
            "sealed" => issuing.is_some_and(|issuing| issuing.seal.is_some()),
            "stamp" => stamp,
            "name" => self.text(&office.name),
            "district" => self.text(&office.district),
            "short" => self.text(&office.short),
            "self_name" => self.text(&office.self_name),
            "superior" => superior,
            "contact" => contact,
            "weekly_name" => self.text(&office.weekly_name),
            "document_code" => self.maybe(office.document_code.as_ref()),
            "returns_platform" => self.maybe(office.returns_platform.as_ref()),
        }
    }

    pub(super) fn names(&mut self, names: Option<&Names>) -> Vec<Value> {
        names.iter().flat_map(|names| &names.0).map(|name| self.text(name)).collect()
    }
}
