//! What templates see at the top: all that they can ask for.

use std::sync::Arc;

use tera::{Context, Value};

use super::tracer::{Computed, Tracer};
use super::view::Kind::{List, Map, Open};
use super::view::{Variable, view};
use crate::diagnostic::Diagnostic;
use crate::document::Origin;
use crate::metrics::Metrics;
use crate::record::office::Office;
use crate::record::week::{Assessment, Reception, Section, Week};

/// What a paper is about, as its template sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The week as a whole.
    Week,
    /// The notice at that place in the week's list, counted from 0.
    Notice(usize),
}

/// A template's variables, and the origins that their marks refer to.
#[derive(Debug)]
pub(in crate::compose) struct Variables {
    context: Context,
    /// The week's notices, each as a template sees it.
    notices: Vec<Value>,
    /// The kinds of papers that the office's file names.
    papers: Vec<(String, Value)>,
    pub(in crate::compose) origins: Vec<Arc<Origin>>,
    pub(in crate::compose) figures: Vec<Computed>,
    /// What is wrong with the fields in prose.
    pub(in crate::compose) findings: Vec<Diagnostic>,
}

view! {
    /// 各种文书都有的
    top(self, office: &Office, week: &Week, metrics: &Metrics, notices: &[Value]) {
        /// 本中心
        "office": Map("office") => self.office(office),
        /// 本周
        "week": Map("week") => self.week(week),
        /// 执法检查，用项目名取，例如 `inspections["出动人次"]`
        "inspections": Open => self.shown(&week.inspections),
        /// 各项检查，按 office.yaml 的先后
        "inspected": List("inspected") => self.all_inspected(office, week),
        /// 各项检查写成的句子，不带句号：有角色的按角色的先后，没有角色的在最后
        "inspection_sentences": Open => self.inspection_sentences(office, week),
        /// 查处案件；没有时不能印
        "cases": Map("cases") => metrics.cases.as_ref().map(|cases| self.cases(cases)),
        /// 各通报单
        "notices": List("notice") => notices.to_vec(),
        /// 现场受理
        "receptions": List("reception") => week.receptions.iter().map(|it| self.reception(it)).collect::<Vec<_>>(),
        /// 考核评定
        "assessments": List("assessment") => week.assessments.iter().map(|it| self.assessment(it)).collect::<Vec<_>>(),
        /// 投诉
        "complaints": Map("complaints") => self.complaints_by_platform(office, &metrics.complaints),
        /// 续办；没有时不能印
        "carried_over": Map("carried_over") =>
            (!week.carried_over.is_empty()).then(|| self.carried_over(&week.carried_over)),
        /// 退换货；没有记录时不能印
        "returns": Map("returns") => metrics.returns.as_ref().map(|returns| self.returns(returns)),
        /// 上报文书；没有上报时不能印
        "sent": Map("sent") =>
            metrics.outward.as_ref().filter(|outward| !outward.papers.is_empty()).map(|outward| self.sent(outward)),
        /// 收到的各种文书
        "received": List("received") => metrics.inward.iter().map(|inward| self.received(inward)).collect::<Vec<_>>(),
        /// 只有文字的章节
        "sections": List("section") => week.sections.iter().map(|section| self.section(section)).collect::<Vec<_>>(),
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

view! {
    /// 一个只有文字的章节
    section(self, section: &Section) sees *section => Section {}
}

/// What the paper that is being made is of: put beside the others once that is known.
pub(in crate::compose) const OF_PAPER: [Variable; 2] = [
    Variable { name: "paper", meaning: "这种文书", kind: Map("paper") },
    Variable {
        name: "notice", meaning: "所答复的通报单，一张通报单一份的文书才有", kind: Map("notice")
    },
];

impl Variables {
    pub(in crate::compose) fn for_week(office: &Office, week: &Week) -> Self {
        let metrics = Metrics::for_week(office, week);
        let mut tracer = Tracer::new();
        let notices: Vec<Value> = week.notices.iter().map(|notice| tracer.notice_with_fields(office, notice)).collect();
        let mut context = Context::new();
        for (name, value) in tracer.top(office, week, &metrics, &notices).into_map().unwrap_or_default() {
            context.insert_value(name.to_string(), value);
        }
        let mut papers = Vec::new();
        for paper in &office.papers {
            papers.push((paper.kind.value.0.clone(), tracer.paper(paper)));
        }
        let Tracer { origins, figures, findings, .. } = tracer;
        Self { context, notices, papers, origins, figures, findings }
    }

    /// What a paper of a kind about `topic` sees.
    pub(in crate::compose) fn for_paper(&self, kind: &str, topic: Topic) -> Context {
        let mut context = self.context.clone();
        let [paper, answered] = OF_PAPER;
        context.insert_value(paper.name, self.paper(kind));
        match topic {
            Topic::Week => {}
            Topic::Notice(at) => {
                if let Some(notice) = self.notices.get(at) {
                    context.insert_value(answered.name, notice.clone());
                }
            }
        }
        context
    }

    /// What the office's file says about papers of a kind.
    fn paper(&self, kind: &str) -> Value {
        let named = self.papers.iter().find(|(name, _)| name == kind).map(|(_, value)| value.clone());
        named.unwrap_or_else(|| Tracer::new().unnamed_paper(kind))
    }
}

impl Tracer {
    /// A paper of a kind of which the office's file says nothing.
    fn unnamed_paper(&mut self, kind: &str) -> Value {
        self.show(&[], vec![("kind", kind.to_owned().into())])
    }
}
