//! What templates see at the top: all that they can ask for.

use std::sync::Arc;

use tera::{Context, Value};

use super::other_figures::OtherFigures;
use super::paper_number::{PaperNumber, paper_numbers};
use super::topic::Topic;
use super::tracer::{Computed, Tracer};
use super::view::Kind::{List, Map, Open, Plain};
use super::view::{Variable, view};
use crate::compose::comparison::{ComparedWeek, Comparison};
use crate::compose::fields::in_order;
use crate::compose::register::{Register, RegisteredWeek};
use crate::diagnostic::Diagnostic;
use crate::document::Origin;
use crate::metrics::{Metrics, SilentUnit, silent_units};
use crate::record::office::Office;
use crate::record::own::{Ledger, LedgerOfPeriod};
use crate::record::paper::PaperKind;
use crate::record::per::{PerItem, PerWhat};
use crate::record::week::{Assessment, Reception, Week};
use crate::source::Span;

/// A template's variables, and the origins that their marks refer to.
#[derive(Debug)]
pub(in crate::compose) struct Variables {
    context: Context,
    /// The week's notices, each as a template sees it.
    notices: Vec<Value>,
    /// The units that have not reported, where there are papers to them.
    units: Vec<Value>,
    /// The items of ledgers with papers, ledger by ledger.
    items: Vec<Vec<Value>>,
    /// Where the notices, the units and the items of each ledger stand.
    places: Places,
    numbers: Vec<PaperNumber>,
    /// Where they stand, or the week's period where there are none.
    place_of_numbers: Span,
    /// The kinds whose papers have a number by their form.
    numbered: Vec<String>,
    /// The kinds of papers that the office's file names.
    papers: Vec<(String, Value)>,
    pub(in crate::compose) origins: Vec<Arc<Origin>>,
    pub(in crate::compose) figures: Vec<Computed>,
    /// What is wrong with the fields in prose.
    pub(in crate::compose) findings: Vec<Diagnostic>,
    /// The same of records that registers list.
    pub(in crate::compose) unlisted: Vec<Diagnostic>,
}

/// Where the things stand that papers may be about.
#[derive(Debug)]
struct Places {
    notices: Vec<Span>,
    units: Vec<Span>,
    items: Vec<Vec<Span>>,
}

view! {
    /// 各种文书都有的
    top(self, office: &Office, compared: &[(Comparison, Value)], register: Option<Value>) {
        /// 本中心
        "office": Map("office") => self.office(office),
        /// 上一期，例如 `complaints.total | change(from=before.complaints.total)`；没有上一期的记录时不能印
        "before": Map("compared") => compared_week(compared, Comparison::Before),
        /// 上年同期；没有那一期的记录时不能印
        "year_before": Map("compared") => compared_week(compared, Comparison::YearBefore),
        /// 登记簿：今年到这一期为止的各期记录；报送周期不同的文书，是这一期的起止之间的各期记录
        "register": Map("register") => register,
    }
}

/// The week that templates compare with, where there is one.
fn compared_week(compared: &[(Comparison, Value)], wanted: Comparison) -> Option<Value> {
    compared.iter().find(|(comparison, _)| *comparison == wanted).map(|(_, value)| value.clone())
}

view! {
    /// 用来比较的一期
    compared(self, office: &Office, week: &Week, metrics: &Metrics, notices: &[Value], ledgers: &[(&'static str, Value)]) {
        /// 本周
        "week": Map("week") => self.week(office, week),
        /// 执法检查，用项目名取，例如 `inspections["出动人次"]`
        "inspections": Open => self.shown(&week.inspections),
        /// 各项检查，按 office.yaml 的先后
        "inspected" of "执法检查": List("inspected") => self.all_inspected(office, week),
        /// 各项检查写成的句子，不带句号：有角色的按角色的先后，没有角色的在最后
        "inspection_sentences" of "执法检查": Open => self.inspection_sentences(office, week),
        /// 查处案件；没有时不能印
        "cases": Map("cases") => metrics.cases.as_ref().map(|cases| self.cases_with_figures(office, cases, &metrics.case_figures)),
        /// 记录里是不是写明了没有查处案件（0 或 []），用于判断
        "no_cases": Plain => week.cases.is_some() && metrics.cases.is_none(),
        /// 各通报单
        "notices": List("notice") => notices.to_vec(),
        /// 现场受理
        "receptions": List("reception") => week.receptions.iter().map(|it| self.reception(it)).collect::<Vec<_>>(),
        /// 考核评定
        "assessments": List("assessment") => week.assessments.iter().map(|it| self.assessment(it)).collect::<Vec<_>>(),
        /// 投诉
        "complaints": Map("complaints") => self.complaints_with_figures(office, metrics),
        /// 续办；没有时不能印
        "carried_over": Map("carried_over") =>
            (!week.carried_over.is_empty()).then(|| self.carried_over(office, &week.carried_over)),
        /// 退换货；没有记录时不能印
        "returns": Map("returns") => metrics.returns.as_ref().map(|returns| self.returns(returns)),
        /// 上报文书；没有上报时不能印
        "sent": Map("sent") =>
            metrics.outward.as_ref().filter(|outward| !outward.papers.is_empty()).map(|outward| self.sent(outward)),
        /// 收到的各种文书
        "received": List("received") => metrics.inward.iter().map(|inward| self.received(inward)).collect::<Vec<_>>(),
        /// 本周记了的台账，用名称取，例如 `ledgers.涉旅案件`
        "ledgers": Map(LEDGERS) => in_order(ledgers.iter().map(|(name, value)| ((*name).into(), value.clone())).collect()),
        /// 本周记了的各本台账，按 office.yaml 的先后
        "all_ledgers": List("ledger") => ledgers.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>(),
        /// 章节
        "sections": List("section") => week.sections.iter().map(|it| self.section(it, &it.part())).collect::<Vec<_>>(),
    }
}

view! {
    /// 一次现场受理
    reception(self, reception: &Reception) sees *reception => Reception {}
}

view! {
    /// 一次考核评定
    assessment(self, assessment: &Assessment) sees *assessment => Assessment {}
}

/// What is seen of ledgers by their names.
pub(in crate::compose) const LEDGERS: &str = "ledgers";

/// What is seen of the item of a ledger that a paper is about.
pub(in crate::compose) const ITEM: &str = "item";

/// What the paper that is being made is of: put beside the others once that is known.
pub(in crate::compose) const OF_PAPER: [Variable; 4] = [
    Variable { name: "paper", meaning: "这种文书", kind: Map("paper"), of: &[] },
    Variable {
        name: "notice", meaning: "所答复的通报单，一张通报单一份的文书才有", kind: Map("notice"), of: &[]
    },
    Variable {
        name: "unit", meaning: "没有报送的单位，一个未报单位一份的文书才有", kind: Map("silent_unit"), of: &[]
    },
    Variable {
        name: ITEM,
        meaning: "台账的一条，台账一条一份的文书才有；用栏的名称取，例如 `item.案由`",
        kind: Open,
        of: &[],
    },
];

impl Variables {
    /// `has_register`: whether a paper may be a register.
    pub(in crate::compose) fn for_week(
        office: &Office,
        week: &Week,
        others: &[ComparedWeek],
        has_register: bool,
    ) -> Self {
        let mut tracer = Tracer::new();
        tracer.others = others.iter().filter_map(|other| OtherFigures::new(office, other)).collect();
        let (notices, own) = tracer.whole_week(office, office, week);
        tracer.others.clear();
        let mut compared = Vec::new();
        let mut unlisted = Vec::new();
        for other in others {
            tracer.other_week = Some(other.comparison);
            let found_before = tracer.findings.len();
            let (_, shown) = tracer.whole_week(office, other.office, other.week);
            if other.comparison == Comparison::Register {
                unlisted.extend(tracer.findings.drain(found_before..));
            }
            compared.push((other.comparison, shown));
        }
        let found_before = tracer.findings.len();
        let of_year = RegisteredWeek { office, week };
        let register = has_register.then(|| tracer.register_of(of_year, others, &compared, &own));
        // They are those of the records once more.
        tracer.findings.truncate(found_before);
        tracer.other_week = None;
        let mut context = Context::new();
        for shown in [own, tracer.top(office, &compared, register)] {
            for (name, value) in shown.into_map().unwrap_or_default() {
                context.insert_value(name.to_string(), value);
            }
        }
        let silent = units_with_papers(office, week);
        let units = silent.iter().map(|unit| tracer.silent_unit(unit)).collect();
        let items = office.ledgers.iter().map(|ledger| tracer.items_with_papers(office, week, ledger)).collect();
        let places = Places {
            notices: week.notices.iter().map(|notice| notice.span.clone()).collect(),
            units: silent.iter().map(|unit| unit.name.from.first().unwrap_or(&week.period.span).clone()).collect(),
            items: office.ledgers.iter().map(|ledger| places_of_items(week, ledger)).collect(),
        };
        let numbers = paper_numbers(&mut tracer, office, week, &silent);
        let place_of_numbers = week.paper_numbers.span.as_ref().unwrap_or(&week.period.span).clone();
        let (mut papers, mut numbered) = (Vec::new(), Vec::new());
        for paper in &office.papers {
            let kind = &paper.kind.value.0;
            papers.push((kind.clone(), tracer.paper_of_week(week, paper)));
            if paper.form.as_ref().is_some_and(|form| form.value.is_numbered()) {
                numbered.push(kind.clone());
            }
        }
        let Tracer { origins, figures, findings, .. } = tracer;
        Self {
            context,
            notices,
            units,
            items,
            places,
            numbers,
            place_of_numbers,
            numbered,
            papers,
            origins,
            figures,
            findings,
            unlisted,
        }
    }

    /// What a paper of a kind about `topic` sees.
    pub(in crate::compose) fn for_paper(&self, kind: &str, topic: Topic) -> Context {
        let mut context = self.context.clone();
        let [paper, answered, unit, item] = OF_PAPER;
        context.insert_value(paper.name, self.paper(kind, topic));
        let (variable, value) = match topic {
            Topic::Week => return context,
            Topic::Notice(at) => (answered, self.notices.get(at)),
            Topic::Unit(at) => (unit, self.units.get(at)),
            Topic::Item { ledger, at } => (item, self.items.get(ledger).and_then(|items| items.get(at))),
        };
        if let Some(value) = value {
            context.insert_value(variable.name, value.clone());
        }
        context
    }

    /// Where that stands which a paper is about, where it is not the whole week.
    pub(in crate::compose) fn place(&self, topic: Topic) -> Option<&Span> {
        match topic {
            Topic::Week => None,
            Topic::Notice(at) => self.places.notices.get(at),
            Topic::Unit(at) => self.places.units.get(at),
            Topic::Item { ledger, at } => self.places.items.get(ledger)?.get(at),
        }
    }

    /// The document number of a paper, where the record has one.
    fn number(&self, kind: &str, topic: Topic) -> Option<Value> {
        self.numbers.iter().find(|number| number.is_of(kind, topic)).map(PaperNumber::value)
    }

    /// Where the document number of a paper to a unit, or about an item, would stand that has none and needs one: by its form, or as others of
    /// its kind have one.
    pub(in crate::compose) fn missing_number(&self, kind: &str, topic: Topic) -> Option<&Span> {
        let needs_one = || {
            self.numbered.iter().any(|known| known == kind) || self.numbers.iter().any(|number| number.is_of_kind(kind))
        };
        let is_missing =
            matches!(topic, Topic::Unit(_) | Topic::Item { .. }) && self.number(kind, topic).is_none() && needs_one();
        is_missing.then_some(&self.place_of_numbers)
    }

    /// What the office's file says about papers of a kind, and the record about this one.
    fn paper(&self, kind: &str, topic: Topic) -> Value {
        let named = self.papers.iter().find(|(name, _)| name == kind).map(|(_, value)| value.clone());
        let paper = named.unwrap_or_else(|| Tracer::new().unnamed_paper(kind));
        let Some(number) = self.number(kind, topic) else { return paper };
        let mut fields = paper.into_map().unwrap_or_default();
        fields.insert("document_number".into(), number);
        fields.into()
    }
}

/// The units that have not reported, where the office makes papers to them.
fn units_with_papers<'a>(office: &'a Office, week: &'a Week) -> Vec<SilentUnit<'a>> {
    let has_papers = office.papers.iter().any(|paper| paper.is_per(PerWhat::SilentUnit));
    if has_papers { silent_units(office, week) } else { Vec::new() }
}

/// The items of a ledger in the file.
fn places_of_items(week: &Week, ledger: &Ledger) -> Vec<Span> {
    let recorded = week.ledgers.get(ledger.name()).and_then(|recorded| recorded.items.as_deref());
    recorded.unwrap_or_default().iter().map(|item| item.span.clone()).collect()
}

impl Tracer {
    /// The items of a ledger, where the office makes papers about them.
    fn items_with_papers(&mut self, office: &Office, week: &Week, ledger: &Ledger) -> Vec<Value> {
        let is_about = |per: &PerItem| per.ledger.value.text() == ledger.name();
        if !office.papers.iter().filter_map(PaperKind::per_item).any(is_about) {
            return Vec::new();
        }
        let listed = week.ledgers.get(ledger.name()).map(LedgerOfPeriod::listed).unwrap_or_default();
        listed.iter().map(|item| self.ledger_item(item)).collect()
    }

    /// A week's notices, and all that templates see of it with them among the rest. `now`: the office of the paper, which may
    /// be of another time than that of the week.
    fn whole_week(&mut self, now: &Office, office: &Office, week: &Week) -> (Vec<Value>, Value) {
        let metrics = Metrics::for_week_as_seen_from(now, office, week);
        let notices: Vec<Value> = week.notices.iter().map(|notice| self.notice_with_fields(office, notice)).collect();
        let ledgers: Vec<(&str, Value)> =
            metrics.ledgers.iter().map(|it| (it.ledger.name(), self.ledger_with_figures(office, it))).collect();
        let shown = self.compared(office, week, &metrics, &notices, &ledgers);
        (notices, shown)
    }

    /// What a register lists. `compared` and `shown` are how templates see `others` and `own`.
    fn register_of(
        &mut self,
        own: RegisteredWeek,
        others: &[ComparedWeek],
        compared: &[(Comparison, Value)],
        shown: &Value,
    ) -> Value {
        self.other_week = Some(Comparison::Register);
        let listed = compared.iter().filter(|(comparison, _)| *comparison == Comparison::Register);
        let mut periods: Vec<Value> = listed.map(|(_, shown)| shown.clone()).collect();
        periods.push(shown.clone());
        self.register(&Register::new(own, others), periods)
    }

    /// A paper of a kind of which the office's file says nothing.
    fn unnamed_paper(&mut self, kind: &str) -> Value {
        self.show(&[], vec![("kind", kind.to_owned().into())])
    }
}
