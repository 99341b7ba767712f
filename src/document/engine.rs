//! What the engine itself puts on a page, by no template's and no record's words.

/// An element of a paper that the engine makes, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Engine {
    /// 签发人：.
    SignersLabel,
    /// The red line of 版头.
    RedLine,
    /// The red double lines of a 信函.
    DoubleLine,
    /// 一、 （一） 1. （1）.
    HeadingNumber,
    /// The lines of a table.
    TableLine,
    /// The axes, the scale and the marks of a chart.
    ChartScale,
    /// 出席, 请假, 列席, each with its colon.
    AttendanceLabel,
    /// 附件：, and the numbers of several 附件.
    EnclosureLabel,
    /// 附件1, above an 附件.
    AttachmentNumber,
    /// 抄送：, and the full stop behind the last organ.
    CopiesLabel,
    /// 印发 behind its date.
    PrintedLabel,
    /// The lines of 版记.
    ImprintLine,
    /// — 1 —.
    PageNumber,
    /// A mark or a space between names in a row.
    Separator,
    /// 归档文件目录 and its cover.
    Catalogue,
    /// （公开版）, behind the title.
    PublicMark,
}

impl Engine {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.about().0
    }

    /// The standard and its clause that it follows; `None` where that is practice.
    #[must_use]
    pub fn clause(self) -> Option<&'static str> {
        self.about().1
    }

    fn about(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::SignersLabel => ("签发人", Some("GB/T 9704—2012，7.2.6")),
            Self::RedLine => ("版头中的分隔线", Some("GB/T 9704—2012，7.2.7")),
            Self::DoubleLine => ("信函的红色双线", Some("GB/T 9704—2012，10.1")),
            Self::HeadingNumber => ("结构层次序数", Some("GB/T 9704—2012，7.3.3")),
            Self::TableLine => ("表格线", None),
            Self::ChartScale => ("图的坐标和刻度", None),
            Self::AttendanceLabel => ("出席人员名单", Some("GB/T 9704—2012，10.3")),
            Self::EnclosureLabel => ("附件说明", Some("GB/T 9704—2012，7.3.4")),
            Self::AttachmentNumber => ("附件序号", Some("GB/T 9704—2012，7.3.7")),
            Self::CopiesLabel => ("抄送机关", Some("GB/T 9704—2012，7.4.2")),
            Self::PrintedLabel => ("印发日期", Some("GB/T 9704—2012，7.4.3")),
            Self::ImprintLine => ("版记中的分隔线", Some("GB/T 9704—2012，7.4.1")),
            Self::PageNumber => ("页码", Some("GB/T 9704—2012，7.5")),
            Self::Separator => ("名称之间的间隔", None),
            Self::PublicMark => ("公开版的标记", None),
            Self::Catalogue => ("归档文件目录", Some("DA/T 22—2015，附录D")),
        }
    }
}
