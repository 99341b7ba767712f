//! 对比: with which other periods the papers compare a figure.

use crate::words;

words! {
    /// With which other period a figure is compared.
    pub enum ComparedWith {
        /// 和上一期比
        "环比" => Before,
        /// 和上年同期比
        "同比" => YearBefore,
    }
}
