//! What templates see: the office's and the week's records and figures, every value marked with where it comes from.
//!
//! Values to print are marked strings; what is only for deciding (`n`, `closed`, `all_satisfied`) is a plain number
//! or truth value.

use std::fmt::Display;
use std::sync::Arc;

use tera::{Context, Map, Value};

use super::mark;
use super::prose::{Piece, pieces};
use super::wording::map_value;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Origin;
use crate::metrics::{Complaints, Figure, InwardTally, Metrics, OutwardTally, PlatformTally, Returns};
use crate::record::Table;
use crate::record::case::Case;
use crate::record::complaint::{Complaint, Status};
use crate::record::notice::{Notice, Person, Related};
use crate::record::office::{Names, Office};
use crate::record::paper::PaperKind;
use crate::record::value::{Date, Period};
use crate::record::week::{Assessment, Reception, Section, Week};
use crate::source::{Span, Spanned};

/// A template's variables, and the origins that their marks refer to.
#[derive(Debug)]
pub(super) struct Variables {
    pub(super) context: Context,
    /// The week's notices, each as a template sees it.
    pub(super) notices: Vec<Value>,
    /// The kinds of papers that the office's file names.
    papers: Vec<(String, Value)>,
    pub(super) origins: Vec<Arc<Origin>>,
    /// What is wrong with the fields in prose.
    pub(super) findings: Vec<Diagnostic>,
}

/// A map of a template's values. What the records do not have is left out, not empty: to ask for it by `if` is fine,
/// to print it is an error.
macro_rules! map {
    ($($key:literal => $value:expr),* $(,)?) => {{
        let entries = [$( ($key, Value::from($value)) ),*];
        let present = entries.into_iter().filter(|(_, value)| !value.is_none());
        map_value(present.map(|(key, value)| (key.into(), value)).collect::<Map>())
    }};
}

impl Variables {
    pub(super) fn of(office: &Office, week: &Week) -> Self {
        let metrics = Metrics::of(office, week);
        let mut tracer = Tracer::default();
        let notices: Vec<Value> = week.notices.iter().flatten().map(|notice| tracer.notice(office, notice)).collect();
        let mut context = Context::new();
        context.insert_value("office", tracer.office(office));
        context.insert_value("week", tracer.week(week));
        context.insert_value("inspections", tracer.inspections(week));
        context.insert_value("inspected", tracer.inspected(office, week).into());
        if let Some(cases) = week.cases.as_ref().filter(|cases| !cases.is_empty()) {
            context.insert_value("cases", tracer.cases(cases));
        }
        context.insert_value("notices", notices.clone().into());
        let receptions = week.receptions.iter().flatten();
        context.insert_value("receptions", receptions.map(|it| tracer.reception(it)).collect::<Vec<_>>().into());
        let assessments = week.assessments.iter().flatten();
        context.insert_value("assessments", assessments.map(|it| tracer.assessment(it)).collect::<Vec<_>>().into());
        context.insert_value("complaints", tracer.complaints(&metrics.complaints));
        if let Some(returns) = &metrics.returns {
            context.insert_value("returns", tracer.returns(returns));
        }
        if let Some(outward) = metrics.outward.as_ref().filter(|outward| !outward.papers.is_empty()) {
            context.insert_value("sent", tracer.outward(outward));
        }
        let received = metrics.inward.iter().map(|inward| tracer.inward(inward));
        context.insert_value("received", received.collect::<Vec<_>>().into());
        let sections = week.sections.iter().flatten();
        context.insert_value("sections", sections.map(|section| tracer.section(section)).collect::<Vec<_>>().into());
        let papers = office.papers.iter().flatten();
        let papers = papers.map(|paper| (paper.kind.value.0.clone(), tracer.paper(paper))).collect();
        Self { context, notices, papers, origins: tracer.origins, findings: tracer.findings }
    }

    /// What the office's file says about papers of a kind.
    pub(super) fn paper(&self, kind: &str) -> Value {
        let named = self.papers.iter().find(|(name, _)| name == kind).map(|(_, value)| value.clone());
        named.unwrap_or_else(|| map! { "kind" => kind.to_owned() })
    }
}

#[derive(Default)]
struct Tracer {
    origins: Vec<Arc<Origin>>,
    findings: Vec<Diagnostic>,
}

impl Tracer {
    fn origin(&mut self, origin: Origin) -> usize {
        self.origins.push(Arc::new(origin));
        self.origins.len() - 1
    }

    fn marked(&mut self, text: &str, place: &Span) -> String {
        let origin = self.origin(Origin::Record(place.clone()));
        mark::value(&[origin], text)
    }

    fn text<T: Display>(&mut self, value: &Spanned<T>) -> Value {
        self.line(value).into()
    }

    /// A value that stands within a sentence, and so has no line break.
    fn line<T: Display>(&mut self, value: &Spanned<T>) -> String {
        let text = value.value.to_string();
        if text.trim_end().contains('\n') {
            self.findings.push(
                Diagnostic::error(Code::WrongValue, "这一项只能写一行，不能换行")
                    .at(value.span.first_line(), "从这里起有几行")
                    .help("写成一行；要分段的文字只能写在「情况」「处理」「正文」这样的叙述里"),
            );
        }
        self.marked(text.trim_end(), &value.span)
    }

    fn maybe<T: Display>(&mut self, value: Option<&Spanned<T>>) -> Value {
        value.map_or_else(Value::none, |value| self.text(value))
    }

    fn date(&mut self, date: &Spanned<Date>) -> Value {
        let origin = self.origin(Origin::Record(date.span.clone()));
        mark::date(&[origin], &date.value.to_string(), None).into()
    }

    fn period(&mut self, period: &Spanned<Period>) -> Value {
        let origin = self.origin(Origin::Record(period.span.clone()));
        let (start, end) = (period.value.start().to_string(), period.value.end().to_string());
        mark::date(&[origin], &start, Some(&end)).into()
    }

    fn figure<T: Display>(&mut self, figure: &Figure<T>) -> Value {
        let origin = Origin::Figure { name: figure.name, rule: figure.rule.clone(), from: figure.from.clone() };
        let origin = self.origin(origin);
        mark::value(&[origin], &figure.value.to_string()).into()
    }

    /// Prose without fields of its own; dates in braces are still written as dates.
    fn prose(&mut self, prose: &Spanned<String>) -> Value {
        self.prose_with(prose, &[])
    }

    /// Prose in which `fields` stand for other values of the same record.
    /// The line break that ends a block of YAML text is not part of the prose.
    fn prose_with(&mut self, prose: &Spanned<String>, fields: &[(&'static str, String)]) -> Value {
        let prose = &Spanned::new(prose.value.trim_end().to_owned(), prose.span.clone());
        let names: Vec<_> = fields.iter().map(|(name, _)| *name).collect();
        let mut findings = Vec::new();
        let mut marked = String::new();
        for piece in pieces(prose, &names, &mut findings) {
            match piece {
                Piece::Words(words) => marked.push_str(&self.marked(words, &prose.span)),
                Piece::Date(date) => {
                    let origin = self.origin(Origin::Record(prose.span.clone()));
                    marked.push_str(&mark::date(&[origin], &date.to_string(), None));
                }
                Piece::Field(field) => {
                    marked.extend(fields.iter().filter(|(name, _)| *name == field).map(|(_, value)| value.as_str()));
                }
            }
        }
        self.findings.extend(findings);
        marked.into()
    }

    fn maybe_prose_with(&mut self, prose: Option<&Spanned<String>>, fields: &[(&'static str, String)]) -> Value {
        prose.map_or_else(Value::none, |prose| self.prose_with(prose, fields))
    }

    fn paper(&mut self, paper: &PaperKind) -> Value {
        map! {
            "kind" => paper.kind.value.0.clone(),
            "form" => paper.form.as_ref().map(|form| form.value.word()),
            "mark" => self.maybe(paper.mark.as_ref()),
            "editor" => self.maybe(paper.editor.as_ref()),
        }
    }

    fn office(&mut self, office: &Office) -> Value {
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

    fn week(&mut self, week: &Week) -> Value {
        map! {
            "period" => self.period(&week.period),
            "issue" => self.text(&week.issue),
            "document_number" => self.maybe(week.document_number.as_ref()),
            "dated" => self.date(&week.dated),
            "next" => week.next.as_ref().map(|next| self.prose(next)),
        }
    }

    fn inspections(&mut self, week: &Week) -> Value {
        let mut map = Map::new();
        for (name, count) in week.inspections.iter().flat_map(Table::iter) {
            map.insert(name.value.clone().into(), self.text(count));
        }
        map_value(map)
    }

    fn names(&mut self, names: Option<&Names>) -> Vec<Value> {
        names.iter().flat_map(|names| &names.0).map(|name| self.text(name)).collect()
    }

    /// The same with their measure words, in the office's order.
    fn inspected(&mut self, office: &Office, week: &Week) -> Vec<Value> {
        let counted = office.inspections.iter().flatten().filter_map(|inspection| {
            let count = week.inspections.as_ref()?.get(&inspection.name.value)?;
            Some(map! {
                "name" => self.text(&inspection.name),
                "count" => self.text(count),
                "unit" => self.maybe(inspection.unit.as_ref()),
            })
        });
        counted.collect()
    }

    fn cases(&mut self, cases: &[Case]) -> Value {
        let places = cases.iter().map(|case| case.span.clone()).collect();
        let count = Figure::new("查处案件数", "记录的案件数", cases.len(), places);
        map! {
            "n" => cases.len(),
            "count" => self.figure(&count),
            "items" => cases.iter().map(|case| self.case(case)).collect::<Vec<_>>(),
        }
    }

    fn case(&mut self, case: &Case) -> Value {
        map! {
            "date" => self.date(&case.date),
            "unit" => self.text(&case.unit),
            "subject" => self.text(&case.subject),
            "cause" => self.text(&case.cause),
            "outcome" => self.prose(&case.outcome),
            "fine" => self.maybe(case.fine.as_ref()),
        }
    }

    fn notice(&mut self, office: &Office, notice: &Notice) -> Value {
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
            "handling" => self.prose_with(&notice.handling, &fields),
            "reported" => self.date(&notice.reported),
            "document_number" => self.text(&notice.document_number),
            "next" => self.prose_with(&notice.next, &fields),
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
        let platform = office.platforms.iter().flatten().find(|known| known.name.value == related.platform.value);
        let platform = platform.and_then(|platform| platform.full.as_ref()).unwrap_or(&related.platform);
        let firm = office.firms.iter().flatten().find(|known| known.name.value == related.respondent.value);
        let firm = firm.and_then(|firm| firm.short.as_ref()).unwrap_or(&related.respondent);
        map! {
            "platform" => self.marked(&platform.value, &related.platform.span),
            "date" => self.date(&related.date),
            "firm" => self.marked(&firm.value, &related.respondent.span),
        }
    }

    fn reception(&mut self, reception: &Reception) -> Value {
        map! {
            "unit" => self.text(&reception.unit),
            "date" => self.date(&reception.date),
            "persons" => self.text(&reception.persons),
            "story" => self.prose(&reception.story),
        }
    }

    fn assessment(&mut self, assessment: &Assessment) -> Value {
        map! {
            "received" => self.date(&assessment.received),
            "from" => self.text(&assessment.from),
            "paper" => self.text(&assessment.paper),
            "handling" => self.prose(&assessment.handling),
            "answered" => self.date(&assessment.answered),
            "answered_to" => self.text(&assessment.answered_to),
        }
    }

    fn complaints(&mut self, complaints: &Complaints) -> Value {
        let closed = complaints.platforms.iter().map(|tally| tally.closed.value).fold(0, usize::saturating_add);
        let from = complaints.platforms.iter().flat_map(|tally| tally.closed.from.clone()).collect();
        let closed = Figure::new("办结件数", "各平台办结件数之和", closed, from);
        let (none, some): (Vec<_>, Vec<_>) = complaints.platforms.iter().partition(|tally| tally.complaints.is_empty());
        let (timed, untimed): (Vec<_>, Vec<_>) = some.into_iter().partition(|tally| tally.platform.is_timed());
        map! {
            "n" => complaints.total.value,
            "platforms" => complaints.platforms.len(),
            "all" => complaints.platforms.iter().map(|tally| self.platform(tally)).collect::<Vec<_>>(),
            "closed" => self.figure(&closed),
            "open" => self.figure(&open(&complaints.platforms, "在办件数")),
            "none" => none.into_iter().map(|tally| self.text(&tally.platform.name)).collect::<Vec<_>>(),
            "untimed" => untimed.into_iter().map(|tally| self.platform(tally)).collect::<Vec<_>>(),
            "timed" => timed.into_iter().map(|tally| self.platform(tally)).collect::<Vec<_>>(),
            "total" => self.figure(&complaints.total),
            "valid" => self.figure(&complaints.valid),
            "total_time" => complaints.total_time.as_ref().map(|figure| self.figure(figure)),
            "mean_minutes" => complaints.mean_minutes.as_ref().map(|figure| self.figure(figure)),
        }
    }

    fn platform(&mut self, tally: &PlatformTally) -> Value {
        map! {
            "name" => self.text(&tally.platform.name),
            "n" => tally.count.value,
            "count" => self.figure(&tally.count),
            "closed" => self.figure(&tally.closed),
            "open" => self.figure(&open(std::slice::from_ref(tally), "平台在办件数")),
            "complaints" => tally.complaints.iter().map(|complaint| self.complaint(complaint)).collect::<Vec<_>>(),
        }
    }

    fn complaint(&mut self, complaint: &Complaint) -> Value {
        map! {
            "respondent" => self.text(&complaint.respondent),
            "unit" => self.text(&complaint.unit),
            "status" => self.text(&complaint.status),
            "closed" => complaint.status.value == Status::Closed,
            "minutes" => self.maybe(complaint.time.as_ref()),
        }
    }

    fn returns(&mut self, returns: &Returns) -> Value {
        let n = returns.count.value;
        map! {
            "n" => n,
            "count" => self.figure(&returns.count),
            "amount" => self.figure(&returns.amount),
            "satisfied" => self.figure(&returns.satisfied),
            "withdrawn" => self.figure(&returns.withdrawn),
            "evasions" => self.figure(&returns.evasions),
            "all_satisfied" => returns.satisfied.value == n,
            "all_withdrawn" => returns.withdrawn.value == n,
            "no_evasion" => returns.evasions.value == 0,
        }
    }

    fn outward(&mut self, outward: &OutwardTally) -> Value {
        let papers = outward.papers.iter();
        let papers = papers.map(|(sent, paper)| map! { "name" => self.text(sent), "to" => self.text(&paper.to) });
        let papers: Vec<_> = papers.collect();
        map! { "papers" => papers, "copies" => self.figure(&outward.copies) }
    }

    fn inward(&mut self, inward: &InwardTally) -> Value {
        let names = &inward.paper.names.0;
        let short = inward.paper.short.as_ref().or(names.first());
        map! {
            "names" => names.iter().map(|name| self.text(name)).collect::<Vec<_>>(),
            "short" => self.maybe(short),
            "everyone" => inward.paper.is_from_everyone(),
            "units" => inward.units.iter().map(|unit| self.text(unit)).collect::<Vec<_>>(),
            "copies" => self.figure(&inward.copies),
            "missing" => inward.missing.iter().map(|unit| self.figure(unit)).collect::<Vec<_>>(),
        }
    }

    fn section(&mut self, section: &Section) -> Value {
        map! { "title" => self.text(&section.title), "text" => self.prose(&section.text) }
    }
}

/// Complaints that are not done with yet.
fn open(platforms: &[PlatformTally], name: &'static str) -> Figure<usize> {
    let complaints = platforms.iter().flat_map(|tally| tally.complaints);
    let open = complaints.filter(|complaint| complaint.status.value == Status::Open);
    let places: Vec<Span> = open.map(|complaint| complaint.span.clone()).collect();
    Figure::new(name, "状态为处理中的件数", places.len(), places)
}
