//! What stands under a platform in 投诉: single complaints, how many there are, or how many of each sort.

use super::complaint::Complaint;
use super::recorded::{Counts, Recorded};
use crate::record;
use crate::source::Spanned;
use crate::yaml::List;

/// The complaints of one platform; counted are those that were accepted.
pub type PlatformComplaints = Recorded<ComplaintCounts>;

record! {
    /// How many complaints a platform has of each sort; what is not written is not known, and never zero.
    pub struct ComplaintCounts {
        /// 接到多少件；比受理的多时写
        "接到" => pub came_in: Option<Spanned<u32>>,
        /// 受理多少件；总件数、占比都以此为准
        "受理" => pub count: Spanned<u32>,
        /// 接到而不予受理的件数
        "不予受理" => pub refused: Option<Spanned<u32>>,
        /// 受理的里面已经办结的件数
        "办结" => pub closed: Option<Spanned<u32>>,
        /// 受理的里面还在办理的件数
        "在办" => pub open: Option<Spanned<u32>>,
        /// 要逐件讲的投诉，可以只是其中几件
        "各件" => pub complaints: List<Complaint>,
    }
}

impl Counts for ComplaintCounts {
    type Item = Complaint;

    const KEYS: [&'static [(&'static str, &'static str)]; 2] = [Complaint::KEYS, Self::KEYS];

    const EXAMPLE: &'static str = "34，或者 { 受理: 34, 办结: 30 }";

    fn count(&self) -> &Spanned<u32> {
        &self.count
    }

    fn listed(&self) -> &[Complaint] {
        &self.complaints
    }

    fn number(_: &Complaint) -> u32 {
        1
    }
}
