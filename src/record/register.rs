//! Registers: the lists of names in `office.yaml`, and the keys of the records that take their names from them. The
//! program's own rules are one more.

use super::office::{Inspection, Office, Superior};
use crate::source::Spanned;

/// A list of names that an office keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    Platforms,
    Inspections,
    Firms,
    /// The members, and the office itself by each of its names.
    Units,
    Members,
    OutwardPapers,
    InwardPapers,
    /// The superior by each of its names, and the other superiors.
    Superiors,
    /// Rules that may be acknowledged or weighed; no office registers them.
    Rules,
}

impl Register {
    pub const ALL: [Self; 9] = [
        Self::Platforms,
        Self::Inspections,
        Self::Firms,
        Self::Units,
        Self::Members,
        Self::OutwardPapers,
        Self::InwardPapers,
        Self::Superiors,
        Self::Rules,
    ];

    /// What one of its names is.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Platforms => "投诉平台",
            Self::Inspections => "检查项目",
            Self::Firms => "企业",
            Self::Units => "单位",
            Self::Members => "成员单位",
            Self::OutwardPapers => "上报文书",
            Self::InwardPapers => "收到文书",
            Self::Superiors => "上级机关",
            Self::Rules => "检查规则",
        }
    }

    /// The key of `office.yaml` under which a new name is registered, where one can be.
    #[must_use]
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::Units => Some(Self::Members.title()),
            Self::Superiors => Some("其他上级"),
            Self::Rules => None,
            _ => Some(self.title()),
        }
    }

    /// Whether a name that is not registered is an error. The other registers only help to write names alike.
    #[must_use]
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::Firms | Self::Units | Self::Superiors)
    }

    /// Whether a table that takes its keys from it has every one of them.
    #[must_use]
    pub fn is_told_in_full(self) -> bool {
        matches!(self, Self::Platforms | Self::Inspections)
    }

    /// The names that `office` has registered, in the order of its file.
    #[must_use]
    pub fn names(self, office: &Office) -> Vec<&Spanned<String>> {
        let members = || office.members.iter();
        match self {
            Self::Platforms => office.platforms.iter().map(|platform| &platform.name).collect(),
            Self::Inspections => office.inspections.iter().map(|Inspection { name, .. }| name).collect(),
            Self::Firms => office.firms.iter().map(|firm| &firm.name).collect(),
            Self::Units => members().chain([&office.self_name, &office.short, &office.name]).collect(),
            Self::Members => members().collect(),
            Self::OutwardPapers => office.outward.iter().map(|paper| &paper.name).collect(),
            Self::InwardPapers => office.inward.iter().flat_map(|paper| &paper.names.0).collect(),
            Self::Superiors => {
                let Superior { name, short, in_text, .. } = &office.superior;
                [name, short, in_text].into_iter().chain(office.other_superiors.iter()).collect()
            }
            Self::Rules => Vec::new(),
        }
    }
}

/// Each key that takes names from a register, behind the name of its record's type: as its value, as elements of its
/// list or as keys of its table.
pub const USES: &[(&str, &str, Register)] = &[
    ("Week", "执法检查", Register::Inspections),
    ("Week", "投诉", Register::Platforms),
    ("Case", "单位", Register::Units),
    ("Case", "对象", Register::Firms),
    ("Notice", "来文单位", Register::Superiors),
    ("Notice", "被投诉", Register::Firms),
    ("Related", "平台", Register::Platforms),
    ("Related", "被投诉", Register::Firms),
    ("Reception", "单位", Register::Units),
    ("Assessment", "来文单位", Register::Superiors),
    ("Assessment", "反馈单位", Register::Superiors),
    ("Complaint", "被投诉", Register::Firms),
    ("Complaint", "转办", Register::Units),
    ("CarriedOver", "平台", Register::Platforms),
    ("CarriedOver", "被投诉", Register::Firms),
    ("CarriedOver", "转办", Register::Units),
    ("Reports", "上报", Register::OutwardPapers),
    ("Received", "文书", Register::InwardPapers),
    ("Received", "单位", Register::Members),
    ("OutwardPaper", "报送", Register::Superiors),
    ("Acknowledgement", "规则", Register::Rules),
    ("Checks", "轻重", Register::Rules),
];

/// The register that `key` of the record type `record` takes its names from.
#[must_use]
pub fn register_of(record: &str, key: &str) -> Option<Register> {
    USES.iter().find(|(owner, used, _)| (*owner, *used) == (record, key)).map(|(.., register)| *register)
}
