//! Other records of an office that a template looks at: a week whose figures it sets beside those of its own (环比, 同比), or all
//! those of the year, for a register.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use crate::record::compared_with::ComparedWith;
use crate::record::office::Office;
use crate::record::value::Period;
use crate::record::week::Week;
use crate::source::Source;

/// Which other records a template looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// 上一期: the one that ended right before.
    Before,
    /// 上年同期: the same one of the year before.
    YearBefore,
    /// All records of the year up to its own, or those within its period: what a register lists.
    Register,
}

impl Comparison {
    pub const ALL: [Self; 3] = [Self::Before, Self::YearBefore, Self::Register];

    /// The variable under which templates see it.
    #[must_use]
    pub fn variable(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::YearBefore => "year_before",
            Self::Register => "register",
        }
    }

    /// With what figures are compared; `None` where they are not.
    #[must_use]
    pub fn compared_with(self) -> Option<ComparedWith> {
        match self {
            Self::Before => Some(ComparedWith::Before),
            Self::YearBefore => Some(ComparedWith::YearBefore),
            Self::Register => None,
        }
    }

    /// What a paper calls that week's period.
    #[must_use]
    pub fn calls(self, period: &Period) -> Cow<'static, str> {
        match self {
            Self::Before => period.previous(),
            // 上年 is the template's own word there: 上年1—6月.
            Self::YearBefore if period.is_cumulative() => period.this(),
            Self::YearBefore => Cow::Borrowed(self.word()),
            Self::Register => Cow::Owned(period.called()),
        }
    }

    /// What messages call such a record.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Before => "上一期",
            Self::YearBefore => "上年同期",
            Self::Register => "登记的一期",
        }
    }
}

impl From<ComparedWith> for Comparison {
    fn from(with: ComparedWith) -> Self {
        match with {
            ComparedWith::Before => Self::Before,
            ComparedWith::YearBefore => Self::YearBefore,
        }
    }
}

/// Another week, read and sound, with the office as it was then.
#[derive(Debug, Clone, Copy)]
pub struct ComparedWeek<'w> {
    pub comparison: Comparison,
    pub office: &'w Office,
    pub week: &'w Week,
    pub path: &'w std::path::Path,
}

/// The record of another week of which a paper may print something.
#[derive(Debug, Clone)]
pub struct ComparedRecord {
    pub comparison: Comparison,
    pub path: PathBuf,
    /// As it was read.
    pub source: Arc<Source>,
}

impl ComparedRecord {
    pub(super) fn of(compared: &ComparedWeek) -> Self {
        Self {
            comparison: compared.comparison,
            path: compared.path.to_path_buf(),
            source: Arc::clone(compared.week.span.source()),
        }
    }
}
