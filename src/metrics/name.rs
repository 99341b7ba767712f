//! What the field calls the figures that papers can print.

use crate::words;

words! {
    /// A figure's name.
    pub enum FigureName {
        "执法检查" => Inspected,
        "执法检查累计" => InspectedInAll,
        "现场受理人数" => Received,
        "查处案件数" => Cases,
        "案件结果" => CaseResult,
        "续办件数" => CarriedOver,
        "罚款" => Fine,
        "投诉件数" => Complaints,
        "接到件数" => CameIn,
        "不予受理件数" => Refused,
        "办结件数" => Closed,
        "在办件数" => Open,
        "有效投诉件" => Valid,
        "有时长的投诉件" => Measured,
        "办结总时长" => TotalTime,
        "平均办结时长" => MeanTime,
        "平台投诉件数" => OfPlatform,
        "平台接到件数" => CameInOfPlatform,
        "平台不予受理件数" => RefusedOfPlatform,
        "平台办结件数" => ClosedOfPlatform,
        "平台在办件数" => OpenOfPlatform,
        "同类件数" => Alike,
        "退换货件数" => Returns,
        "退货金额" => ReturnedAmount,
        "满意件数" => Satisfied,
        "撤销件数" => Withdrawn,
        "推诿诱导件数" => Evasions,
        "上报份数" => CopiesSent,
        "收到份数" => CopiesReceived,
        "未报送单位" => SilentUnits,
        "台账条数" => OfLedger,
        "占比" => ShareOfAll,
        "环比增减" => ChangeFromBefore,
        "同比增减" => ChangeFromYearBefore,
        "模板合计" => Summed,
        "模板平均" => Averaged,
        "模板占比" => Share,
        "模板增减" => Change,
        "模板计数" => Counted,
        "模板计算" => Computed,
    }
}

impl FigureName {
    /// All names, as they are asked for.
    pub fn words() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|name| name.word())
    }
}
