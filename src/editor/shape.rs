//! What may stand where in a week's and an office's file: the catalogue, as it is asked by what is being typed.

use std::sync::LazyLock;

use super::lenient::Step;
use crate::record::Described;
use crate::record::catalogue::{self, Field, Kind, Record, Sort, TextKind};
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::week::Week;

#[derive(Debug, Clone, Copy)]
pub(super) enum Shape<'a> {
    /// Fixed keys, and what stands under each.
    Record(&'a Record),
    /// Keys that stand in a register.
    Table(Register, &'a catalogue::Shape),
    List(&'a catalogue::Shape),
    /// One of two that differ in form.
    Either(&'a catalogue::Shape, &'a catalogue::Shape),
    Value(Value),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Value {
    Text,
    /// Prose that may name other fields of its record in braces.
    Prose(&'static [&'static str]),
    Date,
    /// One of a few words, each with what it means.
    Words(&'static [(&'static str, &'static str)]),
    Name(Register),
}

/// The shape of a week's file of an office that adds nothing to it.
pub(super) fn week() -> Shape<'static> {
    static WEEK: LazyLock<catalogue::Shape> = LazyLock::new(Week::shape);
    Shape::new(&WEEK)
}

pub(super) fn office() -> Shape<'static> {
    static OFFICE: LazyLock<catalogue::Shape> = LazyLock::new(Office::shape);
    Shape::new(&OFFICE)
}

impl<'a> Shape<'a> {
    pub(super) fn new(shape: &'a catalogue::Shape) -> Self {
        Self::in_record(shape, &[])
    }

    /// In a record whose prose may name the fields `in_braces`.
    fn in_record(shape: &'a catalogue::Shape, in_braces: &'static [&'static str]) -> Self {
        match shape {
            catalogue::Shape::Value(kind) => Self::Value(Value::new(kind, in_braces)),
            catalogue::Shape::Record(record) => Self::Record(record),
            catalogue::Shape::List(item) => Self::List(item),
            catalogue::Shape::Table(Some(register), values) => Self::Table(*register, values),
            catalogue::Shape::Table(None, _) => Self::Value(Value::Text),
            catalogue::Shape::Either(one, other) => Self::Either(one, other),
        }
    }

    /// What stands under the key of a record's field.
    pub(super) fn from_field(record: &'a Record, field: &'a Field) -> Self {
        Self::in_record(&field.shape, record.in_braces)
    }

    /// What stands at the end of `path`.
    pub(super) fn at(self, path: &[Step]) -> Option<Self> {
        path.iter().try_fold(self, |shape, step| shape.alternatives().into_iter().find_map(|shape| shape.below(step)))
    }

    /// What stands one step below it.
    fn below(self, step: &Step) -> Option<Self> {
        match (self, step) {
            (Self::Record(record), Step::Key(key)) => record.field(key).map(|field| Self::from_field(record, field)),
            (Self::Table(_, under), Step::Key(_)) | (Self::List(under), Step::Item(_)) => Some(Self::new(under)),
            _ => None,
        }
    }

    /// What it may be: it alone, or each of those of which it is one.
    pub(super) fn alternatives(self) -> Vec<Self> {
        match self {
            Self::Either(one, other) => [one, other].into_iter().flat_map(|it| Self::new(it).alternatives()).collect(),
            shape => vec![shape],
        }
    }

    /// The map that it is or may be.
    pub(super) fn map(self) -> Option<Self> {
        self.alternatives().into_iter().find(|shape| matches!(shape, Self::Record(_) | Self::Table(..)))
    }

    /// Whether it is or may be a list.
    pub(super) fn may_be_list(self) -> bool {
        self.alternatives().iter().any(|shape| matches!(shape, Self::List(_)))
    }

    /// The single value that it is or may be.
    pub(super) fn value(self) -> Option<Value> {
        self.alternatives().into_iter().find_map(|shape| match shape {
            Self::Value(value) => Some(value),
            _ => None,
        })
    }

    /// What the last key of `path` means.
    pub(super) fn meaning(self, path: &[Step]) -> Option<&'static str> {
        let (Step::Key(key), before) = path.split_last()? else { return None };
        match self.at(before)?.map()? {
            Self::Record(record) => record.field(key).map(|field| field.meaning),
            _ => None,
        }
    }
}

impl Value {
    fn new(kind: &Kind, in_braces: &'static [&'static str]) -> Self {
        match kind {
            Kind::Text(TextKind::Name(Some(register))) => Self::Name(*register),
            Kind::Text(text) if text.is_prose() => Self::Prose(in_braces),
            Kind::Words(words) => Self::Words(words),
            Kind::Truth => Self::Words(&[("是", ""), ("否", "")]),
            Kind::Parsed(parsed) if parsed.sort == Sort::Date => Self::Date,
            Kind::Text(_) | Kind::Parsed(_) => Self::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(steps: &str) -> Vec<Step> {
        steps.split('/').map(|step| step.parse().map_or(Step::Key(step.to_owned()), Step::Item)).collect()
    }

    #[test]
    fn keys_of_all_depths_have_their_meaning() {
        let meaning = |steps| week().meaning(&path(steps));
        assert_eq!(meaning("投诉/12301平台/0/办结时长"), Some("办结用了多久，例如 7分钟"));
        assert_eq!(meaning("投诉/12301平台/在办"), Some("受理的里面还在办理的件数"));
        assert_eq!(meaning("投诉/12301平台/各件/0/办结时长"), Some("办结用了多久，例如 7分钟"));
        assert_eq!(meaning("周期/起"), Some("第一天"));
        assert_eq!(meaning("通报单/1/关联投诉/日期"), Some("投诉日期"));
        assert_eq!(meaning("通报单/1/天气"), None);
        assert_eq!(office().meaning(&path("检查项目/0/量词")), Some("量词，例如 辆次"));
        let changed = |steps| office().meaning(&path(steps));
        assert_eq!(changed("变更/1/检查项目/0/量词"), Some("量词，例如 辆次"));
        assert!(changed("变更/0/自").is_some_and(|meaning| meaning.contains("从这天起")));
        assert_eq!(changed("变更/0/认可"), None);
    }

    #[test]
    fn values_know_their_register() {
        let value = |steps| week().at(&path(steps)).and_then(Shape::value);
        assert!(matches!(value("投诉/12301平台/0/转办"), Some(Value::Name(Register::Units))));
        assert!(matches!(value("报送/收到/0/单位/3"), Some(Value::Name(Register::Members))));
        assert!(matches!(value("续办/0/平台"), Some(Value::Name(Register::Platforms))));
        assert!(matches!(value("认可/0/规则"), Some(Value::Name(Register::Rules))));
        assert!(matches!(value("认可/0/理由"), Some(Value::Text)));
        assert!(matches!(value("通报单/0/处理"), Some(Value::Prose(["来源", ..]))));
        assert!(matches!(value("投诉/12301平台"), Some(Value::Text)));
        assert!(value("通报单/0").is_none());
        let weights = office().at(&path("检查/轻重"));
        assert!(matches!(weights, Some(Shape::Table(Register::Rules, _))));
    }
}
