//! 栏: a column that an office adds to complaints, cases or notices, or that one of its ledgers has.

use super::interned::{interned, interned_words};
use super::name::OwnName;
use crate::diagnostic::persons::{Whose, keep_key};
use crate::record::catalogue::{Field, Kind, Scalar, Shape, Sort, TextKind};
use crate::record::register::Register;
use crate::record::value::{ApproximateCount, Date, Minutes, Money, Phone, PlainNumber};
use crate::source::{Span, Spanned};
use crate::yaml::Filled;
use crate::{record, words};

words! {
    /// What stands in a column.
    pub enum ColumnType {
        /// 几个字，一行
        "文字" => Text,
        /// 叙述，可以分段
        "长文" => Story,
        /// 日期，例如 2026-01-05
        "日期" => Date,
        /// 用了多久，例如 1小时19分钟
        "时长" => Duration,
        /// 金额，元
        "金额" => Money,
        /// 数，可以有小数
        "数" => Number,
        /// 数，或 100余 这样的约数
        "约数" => ApproximateCount,
        /// 是 或 否
        "是否" => Truth,
        /// “取值”里的一个词
        "取值" => Words,
        /// 企业名称，登记在“企业”里
        "企业" => Firm,
        /// 单位名称，登记在“成员单位”里
        "单位" => Unit,
        /// 投诉平台的名称
        "平台" => Platform,
        /// 人的姓名；程序的提示里不显示
        "姓名" => Person,
        /// 人的电话；程序的提示里不显示
        "电话" => Phone,
        /// 人的证件号；程序的提示里不显示
        "证件号" => Identity,
        /// 人的住址；程序的提示里不显示
        "地址" => Address,
        /// 别处给的编号，不印
        "编号" => Code,
    }
}

record! {
    /// A column of an office's own.
    pub struct Column {
        /// 栏的名称，记录里用它作键，模板里用它来取
        "名称" => pub name as _: Spanned<OwnName>,
        /// 写的是什么；不写就是文字，有“取值”时就是取值
        "类型" => pub column_type as _: Option<Spanned<ColumnType>>,
        /// 只能写这几个词
        "取值" => pub words as _: Filled<Spanned<String>>,
        /// 写 是，记录里就可以不写这一栏
        "可缺" => pub optional as _: Option<Spanned<bool>>,
        /// 日期不能早于哪一栏的日期，例如结案不早于立案
        "不早于" => pub not_before as _: Option<Spanned<OwnName>>,
        /// 日期可以在统计截止和成文以后，例如期限：写 是
        "可在以后" => pub may_be_later as _: Option<Spanned<bool>>,
        /// 登记的日期可以在这一期以前，例如接着办的旧案：写 是
        "可在以前" => pub may_be_earlier as _: Option<Spanned<bool>>,
        /// 这一栏写什么，编辑器里显示
        "说明" => pub meaning as _: Option<Spanned<String>>,
    }
}

impl Column {
    /// What stands in it: as it is declared, or what its 取值 say.
    #[must_use]
    pub fn what(&self) -> ColumnType {
        match &self.column_type {
            Some(declared) => declared.value,
            None if self.words.is_empty() => ColumnType::Text,
            None => ColumnType::Words,
        }
    }

    /// Whether a record need not have it.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.optional.as_ref().is_some_and(|optional| optional.value)
    }

    /// Whether papers may print what stands in it: not what is a person's, and no number that somebody else gave.
    #[must_use]
    pub fn is_for_print(&self) -> bool {
        use ColumnType::{Address, Code, Identity, Person, Phone};
        !matches!(self.what(), Person | Phone | Identity | Address | Code)
    }

    /// Whether a day in it may come when the paper is made already.
    #[must_use]
    pub fn may_be_later(&self) -> bool {
        self.may_be_later.as_ref().is_some_and(|may| may.value)
    }

    /// Whether a day in it may be one before the period.
    #[must_use]
    pub fn may_be_earlier(&self) -> bool {
        self.may_be_earlier.as_ref().is_some_and(|may| may.value)
    }

    /// Whether what stands in it may be a part of a file's name: not what is a person's.
    #[must_use]
    pub fn may_name_files(&self) -> bool {
        self.is_for_print() || self.what() == ColumnType::Code
    }

    /// From here on a record need not have it.
    pub(super) fn make_optional(&mut self) {
        self.optional = Some(Spanned::new(true, self.name.span.clone()));
    }

    /// From here on, what stands in it in any record is known as a person's.
    pub(super) fn keep_persons(&self) {
        if let Some(whose) = self.whose() {
            keep_key(self.name.value.text(), whose);
        }
    }

    /// What of a person stands in it, if it is a person's.
    pub(super) fn whose(&self) -> Option<Whose> {
        match self.what() {
            ColumnType::Person => Some(Whose::Name),
            ColumnType::Phone | ColumnType::Identity => Some(Whose::Number),
            ColumnType::Address => Some(Whose::Address),
            _ => None,
        }
    }

    /// As the catalogue has it, like any other field.
    #[must_use]
    pub(super) fn field(&self) -> Field {
        let name = self.name.value.text();
        let meaning = self.meaning.as_ref().map_or("", |meaning| interned(&meaning.value));
        let is_optional = self.is_optional();
        Field {
            key: name,
            meaning: if meaning.is_empty() { self.what().meaning() } else { meaning },
            variable: Some(name),
            is_needed: !is_optional,
            may_be_empty: is_optional,
            shape: self.shape(),
        }
    }

    /// A field that all offices have as if it were a column, declared at `place`; `None` where no column has such values.
    #[must_use]
    pub fn built_in(field: &Field, place: &Span) -> Option<Self> {
        let Shape::Value(kind) = &field.shape else { return None };
        let words = match kind {
            Kind::Words(words) => {
                words.iter().map(|(word, _)| Spanned::new((*word).to_owned(), place.clone())).collect()
            }
            _ => Vec::new(),
        };
        Some(Self {
            name: Spanned::new(OwnName::built_in(field.key), place.clone()),
            column_type: Some(Spanned::new(ColumnType::of_kind(kind)?, place.clone())),
            words: words.into(),
            optional: None,
            not_before: None,
            may_be_later: None,
            may_be_earlier: None,
            meaning: None,
            span: place.clone(),
        })
    }

    /// What may stand in it.
    fn shape(&self) -> Shape {
        match self.what() {
            ColumnType::Date => Date::shape(),
            ColumnType::Duration => Minutes::shape(),
            ColumnType::Money => Money::shape(),
            ColumnType::Number => PlainNumber::shape(),
            ColumnType::ApproximateCount => ApproximateCount::shape(),
            ColumnType::Truth => bool::shape(),
            ColumnType::Phone => Phone::shape(),
            ColumnType::Words => {
                let words: Vec<&str> = self.words.iter().map(|word| interned(&word.value)).collect();
                Shape::Value(Kind::Words(interned_words(&words)))
            }
            text => Shape::Value(Kind::Text(text.text_kind())),
        }
    }
}

impl ColumnType {
    /// What a text is that stands in such a column.
    pub(super) fn text_kind(self) -> TextKind {
        match self {
            Self::Text => TextKind::Heading,
            Self::Story => TextKind::Story,
            Self::Firm => TextKind::Name(Some(Register::Firms)),
            Self::Unit => TextKind::Name(Some(Register::Units)),
            Self::Platform => TextKind::Name(Some(Register::Platforms)),
            _ => TextKind::Plain,
        }
    }

    /// The type of a column whose values are of that kind.
    fn of_kind(kind: &Kind) -> Option<Self> {
        Some(match kind {
            Kind::Truth => Self::Truth,
            Kind::Words(_) => Self::Words,
            Kind::Text(TextKind::Name(Some(Register::Firms))) => Self::Firm,
            Kind::Text(TextKind::Name(Some(Register::Units))) => Self::Unit,
            Kind::Text(TextKind::Name(Some(Register::Platforms))) => Self::Platform,
            Kind::Text(TextKind::Plain) => Self::Code,
            Kind::Text(kind) if kind.is_prose() => Self::Story,
            Kind::Text(_) => Self::Text,
            Kind::Parsed(parsed) => match parsed.sort {
                Sort::Date => Self::Date,
                Sort::Duration => Self::Duration,
                Sort::Money => Self::Money,
                Sort::Count | Sort::Number => Self::Number,
                Sort::ApproximateCount => Self::ApproximateCount,
                _ => return None,
            },
        })
    }

    /// The register that its names are of, where it has names.
    #[must_use]
    pub fn register(self) -> Option<Register> {
        match self.text_kind() {
            TextKind::Name(register) => register,
            _ => None,
        }
    }

    /// Whether one can count with what stands there.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Duration | Self::Money | Self::Number)
    }
}

/// The keys of columns, each with what it means.
pub(super) fn keys(columns: &[Column]) -> Vec<(&'static str, &'static str)> {
    columns.iter().map(|column| (column.name.value.text(), column.what().meaning())).collect()
}

/// Adds columns of another time, which not all records have.
pub(super) fn add_columns(known: &mut Vec<Column>, others: &[Column]) {
    for column in known.iter_mut().filter(|column| others.iter().all(|other| other.name.value != column.name.value)) {
        column.make_optional();
    }
    for other in others {
        if known.iter().all(|column| column.name.value != other.name.value) {
            let mut other = other.clone();
            other.make_optional();
            known.push(other);
        }
    }
}
