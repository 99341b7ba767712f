//! What may stand where in a week's and an office's file.

use super::registers::Register;
use super::sketch::Step;
use crate::record::acknowledgement::Acknowledgement;
use crate::record::case::Case;
use crate::record::checks::{Checks, Weekday, Weight};
use crate::record::complaint::{CarriedOver, Complaint, Status};
use crate::record::issuing::{Issuing, MarginRule, Seal, Stamp};
use crate::record::notice::{Notice, Person, Related};
use crate::record::office::{
    Contact, Firm, Inspection, InwardPaper, Office, OutwardPaper, Platform, Rounding, RoundingRule, Superior,
};
use crate::record::paper::{FormName, PaperKind, PerWhat};
use crate::record::value::Period;
use crate::record::week::{Assessment, Received, Reception, Reports, Returns, Section, Week};

/// The keys of a record, each with what it means.
pub(super) type Keys = &'static [(&'static str, &'static str)];

#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Fixed keys, and what stands under each.
    Record(Keys, fn(&str) -> Shape),
    /// Keys that stand in a register.
    Table(Register, fn() -> Shape),
    List(fn() -> Shape),
    /// A collection or, where that is enough, a single value.
    Either(fn() -> Shape, Value),
    Value(Value),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Value {
    Text,
    /// Prose that may name other fields of its record in braces.
    Prose(&'static [&'static str]),
    Date,
    Words(fn() -> Vec<&'static str>),
    Name(Register),
}

const FIELDS: &[&str] = &["来源", "被投诉", "投诉人"];
const TRUTH: Value = Value::Words(|| vec!["是", "否"]);

/// The words of an enum of words.
macro_rules! words {
    ($type:ty) => {
        Value::Words(|| <$type>::ALL.iter().map(|word| word.word()).collect())
    };
}

impl Shape {
    /// What stands at the end of `path`.
    pub(super) fn at(self, path: &[Step]) -> Option<Self> {
        path.iter().try_fold(self, |shape, step| match (shape.collection(), step) {
            (Self::Record(keys, under), Step::Key(key)) => {
                keys.iter().any(|(known, _)| known == key).then(|| under(key))
            }
            (Self::Table(_, under), Step::Key(_)) | (Self::List(under), Step::Item(_)) => Some(under()),
            _ => None,
        })
    }

    /// The collection that it is or may be.
    pub(super) fn collection(self) -> Self {
        match self {
            Self::Either(collection, _) => collection(),
            shape => shape,
        }
    }

    /// The single value that it is or may be.
    pub(super) fn value(self) -> Option<Value> {
        match self {
            Self::Value(value) | Self::Either(_, value) => Some(value),
            _ => None,
        }
    }

    /// What the last key of `path` means.
    pub(super) fn meaning(self, path: &[Step]) -> Option<&'static str> {
        let (Step::Key(key), before) = path.split_last()? else { return None };
        match self.at(before)?.collection() {
            Self::Record(keys, _) => keys.iter().find(|(known, _)| known == key).map(|(_, meaning)| meaning.trim()),
            _ => None,
        }
    }
}

const TEXT: Shape = Shape::Value(Value::Text);
const DATE: Shape = Shape::Value(Value::Date);

const fn name(register: Register) -> Shape {
    Shape::Value(Value::Name(register))
}

/// A record of nothing but texts.
fn texts(_: &str) -> Shape {
    TEXT
}

fn text() -> Shape {
    TEXT
}

fn period() -> Shape {
    Shape::Record(Period::KEYS, |_| DATE)
}

fn acknowledgements() -> Shape {
    Shape::List(|| Shape::Record(Acknowledgement::KEYS, |key| if key == "规则" { name(Register::Rule) } else { TEXT }))
}

pub(super) fn week() -> Shape {
    Shape::Record(Week::KEYS, |key| match key {
        "周期" => period(),
        "成文" => DATE,
        "执法检查" => Shape::Table(Register::Inspection, text),
        "查处案件" => Shape::List(|| Shape::Record(Case::KEYS, case)),
        "通报单" => Shape::List(|| Shape::Record(Notice::KEYS, notice)),
        "现场受理" => Shape::List(|| Shape::Record(Reception::KEYS, reception)),
        "考核评定" => Shape::List(|| Shape::Record(Assessment::KEYS, assessment)),
        "投诉" => Shape::Table(Register::Platform, || Shape::List(|| Shape::Record(Complaint::KEYS, complaint))),
        "续办" => Shape::List(|| Shape::Record(CarriedOver::KEYS, complaint)),
        "退换货" => Shape::Record(Returns::KEYS, texts),
        "报送" => Shape::Record(Reports::KEYS, |key| match key {
            "上报" => Shape::List(|| name(Register::Outward)),
            _ => Shape::List(|| Shape::Record(Received::KEYS, received)),
        }),
        "章节" => Shape::List(|| {
            Shape::Record(Section::KEYS, |key| if key == "正文" { Shape::Value(Value::Prose(&[])) } else { TEXT })
        }),
        "下一步" => Shape::Value(Value::Prose(&[])),
        "认可" => acknowledgements(),
        _ => TEXT,
    })
}

fn case(key: &str) -> Shape {
    match key {
        "日期" => DATE,
        "单位" => name(Register::Unit),
        "对象" => name(Register::Firm),
        "处理" => Shape::Value(Value::Prose(&[])),
        _ => TEXT,
    }
}

fn notice(key: &str) -> Shape {
    match key {
        "收到" | "上报" => DATE,
        "来文单位" => name(Register::Superior),
        "投诉人" => Shape::Record(Person::KEYS, texts),
        "被投诉" => name(Register::Firm),
        "关联投诉" => Shape::Record(Related::KEYS, complaint),
        "状态" => Shape::Value(words!(Status)),
        "反映" | "核实" | "处理" | "下一步" => Shape::Value(Value::Prose(FIELDS)),
        _ => TEXT,
    }
}

fn complaint(key: &str) -> Shape {
    match key {
        "平台" => name(Register::Platform),
        "日期" => DATE,
        "被投诉" => name(Register::Firm),
        "转办" => name(Register::Unit),
        "状态" => Shape::Value(words!(Status)),
        "有效" => Shape::Value(TRUTH),
        _ => TEXT,
    }
}

fn reception(key: &str) -> Shape {
    match key {
        "日期" => DATE,
        "单位" => name(Register::Unit),
        "情况" => Shape::Value(Value::Prose(&[])),
        _ => TEXT,
    }
}

fn assessment(key: &str) -> Shape {
    match key {
        "收到" | "反馈" => DATE,
        "办理" => Shape::Value(Value::Prose(&[])),
        _ => TEXT,
    }
}

fn received(key: &str) -> Shape {
    match key {
        "文书" => name(Register::Inward),
        "单位" => Shape::List(|| name(Register::Member)),
        _ => TEXT,
    }
}

pub(super) fn office() -> Shape {
    Shape::Record(Office::KEYS, |key| match key {
        "上级" => Shape::Record(Superior::KEYS, texts),
        "其他上级" | "成员单位" => Shape::List(text),
        "公文" => Shape::Record(Issuing::KEYS, issuing),
        "联系" => Shape::Record(Contact::KEYS, texts),
        "取舍" => Shape::Record(Rounding::KEYS, |key| match key {
            "办法" => Shape::Value(words!(RoundingRule)),
            _ => TEXT,
        }),
        "检查项目" => Shape::List(|| Shape::Either(|| Shape::Record(Inspection::KEYS, texts), Value::Text)),
        "投诉平台" => Shape::List(|| {
            Shape::Record(Platform::KEYS, |key| if key == "计时长" { Shape::Value(TRUTH) } else { TEXT })
        }),
        "企业" => Shape::List(|| Shape::Record(Firm::KEYS, texts)),
        "上报文书" => Shape::List(|| Shape::Record(OutwardPaper::KEYS, texts)),
        "收到文书" => Shape::List(|| {
            Shape::Record(InwardPaper::KEYS, |key| match key {
                "名称" => Shape::Either(|| Shape::List(text), Value::Text),
                "全体报送" => Shape::Value(TRUTH),
                _ => TEXT,
            })
        }),
        "文书" => Shape::List(|| {
            Shape::Record(PaperKind::KEYS, |key| match key {
                "每" => Shape::Value(words!(PerWhat)),
                "版式" => Shape::Value(words!(FormName)),
                _ => TEXT,
            })
        }),
        "检查" => Shape::Record(Checks::KEYS, checks),
        "认可" => acknowledgements(),
        _ => TEXT,
    })
}

fn issuing(key: &str) -> Shape {
    match key {
        "签发人" | "抄送" => Shape::Either(|| Shape::List(text), Value::Text),
        "印章" => Shape::Record(Seal::KEYS, texts),
        "签名章" => Shape::Record(Stamp::KEYS, texts),
        "双面" => Shape::Value(TRUTH),
        "页边距" => Shape::Value(words!(MarginRule)),
        _ => TEXT,
    }
}

fn checks(key: &str) -> Shape {
    match key {
        "首日" => Shape::Value(words!(Weekday)),
        "放假" | "调休上班" => Shape::List(|| Shape::Either(period, Value::Date)),
        "轻重" => Shape::Table(Register::Rule, || Shape::Value(words!(Weight))),
        _ => TEXT,
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
        assert_eq!(meaning("周期/起"), Some("第一天。"));
        assert_eq!(meaning("通报单/1/关联投诉/日期"), Some("投诉日期"));
        assert_eq!(meaning("通报单/1/天气"), None);
        assert_eq!(office().meaning(&path("检查项目/0/量词")), Some("量词，例如 辆次"));
    }

    #[test]
    fn values_know_their_register() {
        let value = |steps| week().at(&path(steps)).and_then(Shape::value);
        assert!(matches!(value("投诉/12301平台/0/转办"), Some(Value::Name(Register::Unit))));
        assert!(matches!(value("报送/收到/0/单位/3"), Some(Value::Name(Register::Member))));
        assert!(value("投诉/12301平台").is_none());
    }
}
