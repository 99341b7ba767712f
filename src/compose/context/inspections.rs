//! What templates see of a week's inspections: each figure, and the sentences that a clerk makes of all of them.
//!
//! Figures with a role are told role by role: who was sent, what was inspected, what was found; how it was dealt with, what
//! was put right; what was handed out. Those without a role stand behind, one beside the other.

use tera::Value;

use super::compared::ComparedFigure;
use super::tracer::Tracer;
use super::view::Kind::Plain;
use super::view::view;
use crate::compose::before_number::runs_into_number;
use crate::metrics::{FigureKey, inspected};
use crate::record::inspection::{Inspection, InspectionCount, Role};
use crate::record::office::Office;
use crate::record::value::ApproximateCount;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

view! {
    /// 一个检查项目
    inspected(self, office: &Office, inspection: &Inspection, count: &InspectionCount) {
        /// 名称
        "name": Plain => self.text(&inspection.name),
        /// 角色；没有登记的没有
        "role": Plain => self.shown(&inspection.role),
        /// 本期的数；只写了累计的没有
        "count": Plain => count.now().map(|now| self.shown(now)),
        /// 累计的数；没有写的没有
        "standing": Plain => count.standing().map(|standing| self.shown(standing)),
        /// 量词
        "unit": Plain => self.shown(&inspection.unit),
        /// 和上一期、上年同期比，例如 环比增加12家次、上升6%；office.yaml 的「对比」写了、那一期又记了准数的才有
        "compared": Plain => Item::new(office, inspection, count).compared(self),
        /// 文中怎样写，例如 出动100余人次、旅游车辆65辆次
        "phrase": Plain => Item::new(office, inspection, count).phrase(self),
    }
}

/// The roles of which each sentence tells.
const SENTENCES: [&[Role]; 3] =
    [&[Role::Sent, Role::Inspected, Role::Found], &[Role::DealtWith, Role::PutRight], &[Role::HandedOut]];

impl Tracer {
    /// The inspections with their measure words, in the office's order.
    pub(super) fn all_inspected(&mut self, office: &Office, week: &Week) -> Vec<Value> {
        items(office, week).iter().map(|item| self.inspected(office, item.inspection, item.count)).collect()
    }

    /// All inspections in sentences, without their full stops.
    pub(super) fn inspection_sentences(&mut self, office: &Office, week: &Week) -> Vec<String> {
        let items = items(office, week);
        let mut sentences = Vec::new();
        for roles in SENTENCES {
            let mut clauses = Vec::new();
            for role in roles {
                let (some, none): (Vec<&Item>, Vec<&Item>) =
                    items.iter().filter(|item| item.role() == Some(*role)).partition(|item| item.has_any());
                clauses.extend(self.clause(&some));
                clauses.extend(self.clause(&none));
            }
            sentences.push(clauses.join("，"));
        }
        let others: Vec<String> =
            items.iter().filter(|item| item.role().is_none()).map(|item| item.phrase(self)).collect();
        sentences.push(others.join("、"));
        sentences.retain(|sentence| !sentence.is_empty());
        sentences
    }

    /// Figures of one role, one beside the other; `None` where there are none. A verb that they share is said once.
    fn clause(&mut self, items: &[&Item]) -> Option<String> {
        let mut phrases = Vec::new();
        let mut said = None;
        for item in items {
            let verb = item.verb();
            let is_said = verb.is_some() && verb == said;
            said = verb.filter(|_| !item.is_only_standing());
            phrases.push(item.phrase_behind(is_said, self));
        }
        (!phrases.is_empty()).then(|| phrases.join("、"))
    }
}

/// The figures that the week gives, in the office's order.
fn items<'a>(office: &'a Office, week: &'a Week) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for inspection in &office.inspections {
        if let Some(count) = week.inspections.get(&inspection.name.value) {
            items.push(Item::new(office, inspection, count));
        }
    }
    items
}

/// A figure of an inspection, as it is told.
struct Item<'a> {
    office: &'a Office,
    inspection: &'a Inspection,
    count: &'a InspectionCount,
    /// The words before the number: as the office puts them, or its name.
    words: &'a str,
    /// Where these words are written.
    place: &'a Span,
    /// The measure word behind the number, and where it is written.
    unit: Option<(&'a str, &'a Span)>,
}

impl<'a> Item<'a> {
    fn new(office: &'a Office, inspection: &'a Inspection, count: &'a InspectionCount) -> Self {
        let Inspection { name, unit, in_text, .. } = inspection;
        let (words, own_unit) = match unit {
            Some(_) => (name.value.as_str(), None),
            None => without_unit(&name.value),
        };
        let unit = match unit {
            Some(unit) => Some((unit.value.as_str(), &unit.span)),
            None => own_unit.map(|unit| (unit, &name.span)),
        };
        let (words, place) = match in_text {
            Some(in_text) => (in_text.value.as_str(), &in_text.span),
            None => (words, &name.span),
        };
        Self { office, inspection, count, words, place, unit }
    }

    /// Whether its name tells what was done by itself, with a verb at its end, or is a rate: 隐患整改, 限期整改, 整改率. Another
    /// verb before it would be one too many.
    fn tells_by_itself(&self) -> bool {
        let Some(role) = self.role().filter(|_| self.inspection.in_text.is_none()) else { return false };
        let begins_with_verb = verbs(role).iter().any(|verb| self.words.starts_with(verb));
        let ends_with_verb = verbs(role).iter().any(|verb| self.words.ends_with(verb));
        !begins_with_verb && (ends_with_verb || self.words.ends_with('率'))
    }

    fn role(&self) -> Option<Role> {
        self.inspection.role.as_ref().map(|role| role.value)
    }

    /// Whether the week has some of it, or it is told by what it has come to alone.
    fn has_any(&self) -> bool {
        self.count.now().or(self.count.standing()).is_some_and(|count| !count.number.is_zero())
    }

    fn is_only_standing(&self) -> bool {
        self.count.now().is_none()
    }

    /// The verb that its role puts before its words; `None` where these have their own.
    fn verb(&self) -> Option<&'static str> {
        let verbs = verbs(self.role()?);
        let has_own = self.inspection.in_text.is_some() || verbs.iter().any(|verb| self.words.starts_with(verb));
        verbs.first().copied().filter(|_| !has_own && !self.tells_by_itself())
    }

    /// 出动执法人员126人次, 检查沿街商户212家次（累计1860余家次）.
    fn phrase(&self, tracer: &mut Tracer) -> String {
        self.phrase_behind(false, tracer)
    }

    /// It is said already, where `is_said`, with which verb it begins.
    fn phrase_behind(&self, is_said: bool, tracer: &mut Tracer) -> String {
        let verb = self.verb().unwrap_or_default();
        let none = format!("{}{verb}", self.negation());
        let standing = self.count.standing().filter(|standing| !standing.number.is_zero());
        let mut phrase = match (self.count.now(), self.count.standing()) {
            (Some(zero), _) | (None, Some(zero))
                if zero.number.is_zero() && self.role().is_some() && !self.tells_by_itself() =>
            {
                let none = if is_said { String::new() } else { tracer.marked(&none, &zero.span) };
                none + &tracer.marked(self.words, self.place)
            }
            (Some(now), _) => self.said(if is_said { "" } else { verb }, now, tracer),
            (None, Some(all)) => self.said(&format!("累计{verb}"), all, tracer),
            (None, None) => String::new(),
        };
        let mut besides = Vec::new();
        besides.extend(self.compared(tracer));
        if let (Some(_), Some(standing)) = (self.count.now(), standing) {
            let number = self.number(standing, tracer);
            besides.push(format!("累计{number}"));
        }
        if !besides.is_empty() {
            phrase.push_str(&format!("（{}）", besides.join("，")));
        }
        phrase
    }

    /// The period's figure beside those of other periods.
    fn compared(&self, tracer: &mut Tracer) -> Option<String> {
        let now = &inspected(self.count.now()?)?.about(self.words);
        let key = FigureKey::Inspection(self.inspection.name.value.clone());
        let unit = self.unit.map_or("", |(unit, _)| unit);
        let with = &self.inspection.compared;
        tracer.comparison(&ComparedFigure { key, now, unit, with }, &self.office.rounding)
    }

    /// What stands before the words where there is nothing to count: 未 before a verb, 无 before what may be none.
    fn negation(&self) -> &'static str {
        match self.role() {
            Some(Role::DealtWith) if self.inspection.in_text.is_none() => "无",
            _ => "未",
        }
    }

    /// What stands before the words, these, and the number with its measure word.
    fn said(&self, before: &str, number: &Spanned<ApproximateCount>, tracer: &mut Tracer) -> String {
        let quoted = runs_into_number(self.words);
        let words = if quoted { format!("{before}“{}”", self.words) } else { format!("{before}{}", self.words) };
        tracer.marked(&words, self.place) + &self.number(number, tracer)
    }

    fn number(&self, number: &Spanned<ApproximateCount>, tracer: &mut Tracer) -> String {
        let number = tracer.one_line(&number.value, &number.span);
        let unit = self.unit.map(|(unit, place)| tracer.marked(unit, place)).unwrap_or_default();
        format!("{number}{unit}")
    }
}

/// The verbs with which names of a role may begin; where none does, the first is put before the name. What was done about
/// what was found has too many verbs: names say it themselves.
fn verbs(role: Role) -> &'static [&'static str] {
    match role {
        Role::Sent => &["出动", "派出"],
        Role::Inspected => &["检查", "抽查", "巡查", "排查", "走访", "巡逻", "督查"],
        Role::Found => &["发现", "查出", "排查", "查获"],
        Role::DealtWith => &[],
        Role::PutRight => &["整改完成", "整改", "完成", "整治", "督促", "清理"],
        Role::HandedOut => &["发放", "散发", "张贴", "推送"],
    }
}

/// A name and the measure word at its end, as in 出动人次, 检查家次: a character and 次, behind two characters at least.
fn without_unit(name: &str) -> (&str, Option<&str>) {
    let last_two = name.char_indices().rev().nth(1);
    match last_two {
        Some((at, _)) if name.ends_with('次') && name[..at].chars().count() >= 2 => (&name[..at], Some(&name[at..])),
        _ => (name, None),
    }
}
