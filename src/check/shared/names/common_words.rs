//! Words that many registered names have.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Words that many names have: a wrong character in one is never another's name.
pub const COMMON: [&str; 64] = [
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "旅行社",
    "国际",
    "旅游",
    "市场",
    "监管",
    "综合",
    "调度",
    "指挥中心",
    "投诉",
    "平台",
    "管理",
    "委员会",
    "街道",
    "办事处",
    "景区",
    "公安",
    "分局",
    "文化",
    "交通",
    "运输",
    "应急",
    "卫生",
    "健康",
    "宣传部",
    "网信办",
    "发展和改革",
    "工业和信息化",
    "信息化",
    "人力资源",
    "社会保障",
    "住房",
    "城乡建设",
    "城市",
    "商务",
    "信访",
    "财政局",
    "司法局",
    "政务",
    "服务",
    "便民",
    "热线",
    "市长",
    "退换货",
    "处置",
    "秩序",
    "整治",
    "工作",
    "情况",
    "周报",
    "案件",
    "办理",
    "统计表",
    "购物",
    "场所",
    "团队",
    "领导",
    "责任",
    "制度",
    "客运",
    "酒店",
    "监督",
];

pub static COMMON_WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| finder(COMMON.into_iter()));

/// Finds all of `words` at once; built once an office, and asked for every paragraph.
pub fn finder<'a>(words: impl Iterator<Item = &'a str>) -> Option<AhoCorasick> {
    AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(words).ok()
}
