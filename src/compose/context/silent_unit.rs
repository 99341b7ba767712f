//! What templates see of a unit that has not reported.

use super::view::Kind::{List, Open, Plain};
use super::view::view;
use crate::metrics::SilentUnit;
use crate::record::office::InwardPaper;

view! {
    /// 没有报送的单位
    silent_unit(self, unit: &SilentUnit) {
        /// 单位名称
        "name": Plain => self.named_figure(&unit.name),
        /// 欠报的文书
        "owed": List("owed_paper") => unit.owed.iter().map(|paper| self.owed_paper(paper)).collect::<Vec<_>>(),
    }
}

view! {
    /// 欠报的一种文书
    owed_paper(self, paper: &InwardPaper) {
        /// 名称，列表
        "names": Open => paper.names.0.iter().map(|name| self.text(name)).collect::<Vec<_>>(),
        /// 简称；没有登记简称的，是第一个名称
        "short": Plain => paper.short.as_ref().or(paper.names.0.first()).map(|name| self.text(name)),
    }
}
