//! Registers: the lists of names in `office.yaml`. Which fields take their names from them is said by the fields' types.
//! The program's own rules are one more.

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
    IncomingKinds,
    /// The superior by each of its names, and the other superiors.
    Superiors,
    /// Rules that may be acknowledged or weighed; no office registers them.
    Rules,
}

impl Register {
    pub const ALL: [Self; 10] = [
        Self::Platforms,
        Self::Inspections,
        Self::Firms,
        Self::Units,
        Self::Members,
        Self::OutwardPapers,
        Self::InwardPapers,
        Self::IncomingKinds,
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
            Self::IncomingKinds => "来文种类",
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
}
