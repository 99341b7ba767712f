//! 归档: by what the records office files an office's papers (DA/T 22—2015, 5.4).

use std::fmt;
use std::str::FromStr;

use super::catalogue::{Content, Described, Shape, Walk};
use super::value::decode_by_parsing;
use crate::diagnostic::Certainty;
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::wrong::shown;
use crate::yaml::{Decode, Problems, Table, Wrong};
use crate::{record, words};

record! {
    /// What the 档号 of an office's papers are made of.
    pub struct Filing {
        /// 全宗号：档案馆编给本机构的代号，例如 X043
        "全宗号" => pub fonds: Spanned<FilingCode>,
        /// 门类代码；不写就是 WS（文书档案）
        "门类" => pub category: Option<Spanned<FilingCode>>,
        /// 永久、30年 或 10年；各种文书不一样的，按代号分别写：{ weekly: 10年, notice: 30年 }
        "保管期限" => pub retention: Retention,
        /// 机构（问题）代码，例如 BGS；不按机构分类的不写
        "机构代码" => pub section: Option<Spanned<FilingCode>>,
    }
}

words! {
    /// How long the records office keeps a paper.
    pub enum RetentionPeriod {
        /// 永久保存，档号里写 Y
        "永久" => Permanent,
        /// 定期30年，档号里写 D30
        "30年" => ThirtyYears,
        /// 定期10年，档号里写 D10
        "10年" => TenYears,
    }
}

impl RetentionPeriod {
    /// As it stands in a 档号 (5.4.3).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Permanent => "Y",
            Self::ThirtyYears => "D30",
            Self::TenYears => "D10",
        }
    }
}

/// 保管期限: one for all papers of the office, or one for each kind.
#[derive(Debug, Clone)]
pub enum Retention {
    Alike(Spanned<RetentionPeriod>),
    ByKind(Table<Spanned<RetentionPeriod>>),
}

impl Retention {
    /// How long papers of a kind are kept; `None` where it is not said.
    #[must_use]
    pub fn for_kind(&self, kind: &str) -> Option<RetentionPeriod> {
        match self {
            Self::Alike(period) => Some(period.value),
            Self::ByKind(kinds) => kinds.get(kind).map(|period| period.value),
        }
    }
}

impl Decode for Retention {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Table::decode(node, problems).map(Self::ByKind),
            _ => Spanned::decode(node, problems).map(Self::Alike),
        }
    }
}

impl Walk for Retention {
    fn content(&self) -> Content<'_> {
        match self {
            Self::Alike(period) => period.content(),
            Self::ByKind(kinds) => kinds.content(),
        }
    }
}

impl Described for Retention {
    fn shape() -> Shape {
        Spanned::<RetentionPeriod>::shape().or(Table::<Spanned<RetentionPeriod>>::shape())
    }
}

/// A part of a 档号: capital letters and digits, at most eight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingCode(String);

impl FromStr for FilingCode {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_code(text) {
            return Ok(Self(text.to_owned()));
        }
        let wrong = Wrong::new(format!("代码「{}」不能用在档号里", shown(text)));
        let capital = text.to_ascii_uppercase();
        Err(if is_code(&capital) {
            wrong.help(format!("字母要大写：{capital}")).fixed(Certainty::Certain, capital)
        } else {
            wrong.help("只用大写英文字母和数字，1 到 8 位，例如 X043、BGS")
        })
    }
}

fn is_code(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

impl fmt::Display for FilingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

decode_by_parsing!(FilingCode, Code, "大写字母和数字的代码，例如 X043", {
    "type": ["string", "integer"],
    "minimum": 0,
    "maximum": 99_999_999,
    "pattern": "^[A-Z0-9]{1,8}$",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::read;
    use crate::source::Source;

    fn filing(text: &str) -> Result<Filing, Vec<String>> {
        let mut problems = Problems::new();
        let read = read::<Filing>(&Source::new("归档.yaml", text), &mut problems);
        if let Some(filing) = read {
            return Ok(filing);
        }
        let findings = problems.into_vec().into_iter();
        Err(findings.map(|finding| [finding.message, finding.help.unwrap_or_default()].join("；")).collect())
    }

    #[test]
    fn one_period_holds_for_all_kinds_or_each_has_its_own() {
        let alike = filing("{ 全宗号: X043, 保管期限: 30年, 机构代码: BGS }").unwrap();
        assert_eq!(alike.retention.for_kind("weekly"), Some(RetentionPeriod::ThirtyYears));
        let own = filing("{ 全宗号: 0043, 保管期限: { weekly: 10年, notice: 永久 } }").unwrap();
        assert_eq!(own.fonds.value.to_string(), "0043");
        let codes = ["weekly", "notice", "minutes"].map(|kind| own.retention.for_kind(kind).map(RetentionPeriod::code));
        assert_eq!(codes, [Some("D10"), Some("Y"), None]);
    }

    #[test]
    fn what_no_archive_numbers_by_is_refused_with_the_fix() {
        let small = filing("{ 全宗号: x043, 保管期限: 30年 }").unwrap_err();
        assert_eq!(small, ["代码「x043」不能用在档号里；字母要大写：X043"]);
        for code in ["X-043", "全宗43", "X043000000", "X 43"] {
            let wrong = filing(&format!("{{ 全宗号: {code}, 保管期限: 永久 }}")).unwrap_err();
            assert!(wrong[0].contains(code) && wrong[0].contains("1 到 8 位"), "{wrong:?}");
        }
        let odd = filing("{ 全宗号: X043, 保管期限: 长期 }").unwrap_err();
        assert!(odd[0].contains("永久、30年、10年"), "{odd:?}");
        let absent = filing("{ 全宗号: X043 }").unwrap_err();
        assert!(absent[0].contains("少了「保管期限」"), "{absent:?}");
    }
}
