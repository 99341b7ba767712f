//! What templates see of `office.yaml`.

use super::view::Kind::{Open, Plain};
use super::view::view;
use crate::record::issuing::Issuing;
use crate::record::office::Office;
use crate::record::paper::PaperKind;
use crate::record::text::Names;
use crate::record::week::Week;

view! {
    /// 这种文书，“文书”里写的
    paper(self, paper: &PaperKind) sees *paper => PaperKind {
        /// 代号，用于判断
        "kind": Plain => paper.kind.value.0.clone(),
        /// 版式，用于判断
        "form": Plain => paper.form.as_ref().map(|form| form.value.word()),
        /// 这一份的发文顺序号：记录里“各件文号”写的，周报的“文号”，或者通报单的“文号”；没有时不能印
        "document_number": Plain => None::<tera::Value>,
    }
}

view! {
    /// 本中心
    office(self, office: &Office) sees *office => Office, office.issuing => Issuing {
        /// 领导本机构的机关，例如 区委、区政府；推不出又没有写时不能印
        "leadership": Plain => self.leaders(office),
        /// 签发人，列表
        "signers": Open => self.names(office.issuing.as_ref().and_then(|issuing| issuing.signers.as_ref())),
        /// 抄送机关，列表
        "copies_to": Open => self.names(office.issuing.as_ref().and_then(|issuing| issuing.copies_to.as_ref())),
        /// 是否用印，用于判断
        "sealed": Plain => office.issuing.as_ref().is_some_and(|issuing| issuing.seal.is_some()),
    }
}

impl super::tracer::Tracer {
    /// What the office's file says of a kind of papers; its title may name some of the week's fields in braces.
    pub(super) fn paper_of_week(&mut self, week: &Week, paper: &PaperKind) -> tera::Value {
        let period = &week.period;
        let days = self.dates(&period.value.start().value, Some(&period.value.end().value), &period.span);
        let called = self.marked(&period.value.called(), &period.span);
        let issue = self.one_line(&week.issue.value, &week.issue.span);
        let mut fields =
            vec![("期间", called), ("周期", days.as_str().unwrap_or_default().to_owned()), ("期号", issue)];
        if let Some(total) = &week.total_issue {
            fields.push(("总期号", self.one_line(&total.value, &total.span)));
        }
        self.in_braces = fields;
        let shown = self.paper(paper);
        self.in_braces.clear();
        shown
    }

    /// What is not written follows of the place.
    fn leaders(&mut self, office: &Office) -> Option<tera::Value> {
        let place = office.leadership.as_ref().map_or(&office.district.span, |written| &written.span);
        office.leaders().map(|leaders| self.marked(leaders, place).into())
    }

    /// An empty list where nothing is written.
    fn names<K>(&mut self, names: Option<&Names<K>>) -> Vec<tera::Value> {
        names.iter().flat_map(|names| &names.0).map(|name| self.text(name)).collect()
    }
}
