//! What may stand where in a week's and an office's file.

use super::lenient::Step;
use crate::record::acknowledgement::Acknowledgement;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::checks::{Checks, Weekday, Weight};
use crate::record::complaint::{CarriedOver, Complaint, Status};
use crate::record::issuing::{Issuing, MarginRule, Seal, Stamp};
use crate::record::notice::{Notice, Person, Related};
use crate::record::office::{
    Contact, Firm, Inspection, InwardPaper, Office, OutwardPaper, Platform, Rounding, RoundingRule, Superior,
};
use crate::record::paper::{FormName, PaperKind, PerWhat};
use crate::record::register::{Register, register_of};
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

const PROSE: Shape = Shape::Value(Value::Prose(&[]));
const TRUTH: Shape = Shape::Value(Value::Words(|| vec!["是", "否"]));

/// A record of a type, and what stands under its keys if it is neither a text nor a registered name.
macro_rules! record {
    ($type:ident) => {
        Shape::Record($type::KEYS, |key| named(stringify!($type), key))
    };
    ($type:ident { $($key:pat => $shape:expr),+ $(,)? }) => {
        Shape::Record($type::KEYS, |key| match key {
            $($key => $shape,)+
            _ => named(stringify!($type), key),
        })
    };
}

/// A text, or a name where `key` of the record type `record` takes it from a register.
fn named(record: &str, key: &str) -> Shape {
    register_of(record, key).map_or(TEXT, |register| Shape::Value(Value::Name(register)))
}

/// A table whose keys are names that `key` of the record type `record` takes from a register.
fn table(record: &str, key: &str, under: fn() -> Shape) -> Shape {
    register_of(record, key).map_or(TEXT, |register| Shape::Table(register, under))
}

fn text() -> Shape {
    TEXT
}

fn texts() -> Shape {
    Shape::Either(|| Shape::List(text), Value::Text)
}

fn period() -> Shape {
    record!(Period { "起" | "止" => DATE })
}

fn days() -> Shape {
    Shape::List(|| Shape::Either(period, Value::Date))
}

fn acknowledgements() -> Shape {
    Shape::List(|| record!(Acknowledgement))
}

pub(super) fn week() -> Shape {
    record!(Week {
        "周期" => period(),
        "成文" => DATE,
        "执法检查" => table("Week", "执法检查", text),
        "查处案件" => Shape::List(case),
        "通报单" => Shape::List(notice),
        "现场受理" => Shape::List(|| record!(Reception { "日期" => DATE, "情况" => PROSE })),
        "考核评定" => Shape::List(|| record!(Assessment { "收到" | "反馈" => DATE, "办理" => PROSE })),
        "投诉" => table("Week", "投诉", || Shape::List(complaint)),
        "续办" => Shape::List(|| record!(CarriedOver { "状态" => STATUS })),
        "退换货" => record!(Returns),
        "报送" => record!(Reports {
            "上报" => Shape::List(|| named("Reports", "上报")),
            "收到" => Shape::List(received),
        }),
        "章节" => Shape::List(|| record!(Section { "正文" => PROSE })),
        "下一步" => PROSE,
        "认可" => acknowledgements(),
    })
}

const STATUS: Shape = Shape::Value(words!(Status));

fn case() -> Shape {
    record!(Case { "日期" => DATE, "处理" => PROSE })
}

fn notice() -> Shape {
    record!(Notice {
        "收到" | "上报" => DATE,
        "投诉人" => record!(Person),
        "关联投诉" => record!(Related { "日期" => DATE }),
        "状态" => STATUS,
        "反映" | "核实" | "处理" | "下一步" => Shape::Value(Value::Prose(FIELDS)),
    })
}

fn complaint() -> Shape {
    record!(Complaint { "日期" => DATE, "状态" => STATUS, "有效" => TRUTH })
}

fn received() -> Shape {
    record!(Received { "单位" => Shape::List(|| named("Received", "单位")) })
}

pub(super) fn office() -> Shape {
    Shape::Record(Office::KEYS, of_office)
}

fn change() -> Shape {
    Shape::Record(Change::KEYS, |key| if key == "自" { DATE } else { of_office(key) })
}

fn of_office(key: &str) -> Shape {
    match key {
        "上级" => record!(Superior),
        "其他上级" | "成员单位" => Shape::List(text),
        "公文" => record!(Issuing {
            "签发人" | "抄送" => texts(),
            "印章" => record!(Seal),
            "签名章" => record!(Stamp),
            "双面" => TRUTH,
            "页边距" => Shape::Value(words!(MarginRule)),
        }),
        "联系" => record!(Contact),
        "取舍" => record!(Rounding { "办法" => Shape::Value(words!(RoundingRule)) }),
        "检查项目" => Shape::List(|| Shape::Either(|| record!(Inspection), Value::Text)),
        "投诉平台" => Shape::List(|| record!(Platform { "计时长" => TRUTH })),
        "企业" => Shape::List(|| record!(Firm)),
        "上报文书" => Shape::List(|| record!(OutwardPaper)),
        "收到文书" => Shape::List(|| record!(InwardPaper { "名称" => texts(), "全体报送" => TRUTH })),
        "文书" => Shape::List(paper_kind),
        "检查" => record!(Checks {
            "首日" => Shape::Value(words!(Weekday)),
            "放假" | "调休上班" => days(),
            "轻重" => table("Checks", "轻重", || Shape::Value(words!(Weight))),
        }),
        "认可" => acknowledgements(),
        "变更" => Shape::List(change),
        _ => named("Office", key),
    }
}

fn paper_kind() -> Shape {
    record!(PaperKind { "每" => Shape::Value(words!(PerWhat)), "版式" => Shape::Value(words!(FormName)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::register::USES;

    fn path(steps: &str) -> Vec<Step> {
        steps.split('/').map(|step| step.parse().map_or(Step::Key(step.to_owned()), Step::Item)).collect()
    }

    #[test]
    fn keys_of_all_depths_have_their_meaning() {
        let meaning = |steps| week().meaning(&path(steps));
        assert_eq!(meaning("投诉/12301平台/0/办结时长"), Some("办结用了多久，例如 7分钟"));
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
        assert!(value("投诉/12301平台").is_none());
        let weights = office().at(&path("检查/轻重"));
        assert!(matches!(weights, Some(Shape::Table(Register::Rules, _))));
    }

    #[test]
    fn every_key_that_takes_names_is_known_to() {
        for (record, key, register) in USES {
            let found = [week(), office()].into_iter().any(|root| takes(root, key, *register));
            assert!(found, "{record} {key}");
        }
    }

    /// Whether names of `register` stand under `key` in `shape` or deeper.
    fn takes(shape: Shape, key: &str, register: Register) -> bool {
        match shape.collection() {
            Shape::Record(keys, under) => keys.iter().any(|(own, _)| {
                let below = under(own);
                let names = match below.collection() {
                    Shape::Table(names, _) | Shape::Value(Value::Name(names)) => Some(names),
                    Shape::List(item) => match item().value() {
                        Some(Value::Name(names)) => Some(names),
                        _ => None,
                    },
                    _ => None,
                };
                (*own == key && names == Some(register)) || takes(below, key, register)
            }),
            Shape::Table(_, under) | Shape::List(under) => takes(under(), key, register),
            Shape::Either(..) | Shape::Value(_) => false,
        }
    }
}
