//! The families that serve each role, the best first: those that offices have, then what Windows, macOS and Linux
//! bring, then free ones.

use super::role::Role;

/// How heavy a face of a family is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// A family's name as a font file gives it, in any of its languages.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    pub name: &'static str,
    pub weight: Weight,
    /// It is the font that offices' Word files name, so that its own widths are theirs.
    pub is_named: bool,
}

const fn named(name: &'static str) -> Family {
    Family { name, weight: Weight::Regular, is_named: true }
}

const fn regular(name: &'static str) -> Family {
    Family { name, weight: Weight::Regular, is_named: false }
}

const fn bold(name: &'static str) -> Family {
    Family { name, weight: Weight::Bold, is_named: false }
}

const FANG_SONG: &[Family] = &[
    named("仿宋_GB2312"),
    named("FangSong_GB2312"),
    named("仿宋"),
    named("FangSong"),
    regular("方正仿宋_GBK"),
    regular("FZFangSong-Z02"),
    regular("方正仿宋简体"),
    regular("FZFangSong-Z02S"),
    regular("华文仿宋"),
    regular("STFangsong"),
    regular("FandolFang R"),
    regular("FandolFang"),
];

const KAI_TI: &[Family] = &[
    named("楷体_GB2312"),
    named("KaiTi_GB2312"),
    named("楷体"),
    named("KaiTi"),
    regular("方正楷体_GBK"),
    regular("FZKai-Z03"),
    regular("方正楷体简体"),
    regular("FZKai-Z03S"),
    regular("Kaiti SC"),
    regular("华文楷体"),
    regular("STKaiti"),
    regular("FandolKai"),
    regular("AR PL UKai CN"),
    regular("LXGW WenKai"),
];

const HEI_TI: &[Family] = &[
    named("黑体"),
    named("SimHei"),
    regular("方正黑体_GBK"),
    regular("FZHei-B01"),
    regular("方正黑体简体"),
    regular("FZHei-B01S"),
    regular("Heiti SC"),
    regular("华文黑体"),
    regular("STHeiti"),
    regular("FandolHei"),
    regular("WenQuanYi Zen Hei"),
    bold("Noto Sans CJK SC"),
    bold("Source Han Sans SC"),
];

const XIAO_BIAO_SONG: &[Family] = &[
    named("方正小标宋简体"),
    named("FZXiaoBiaoSong-B05S"),
    regular("方正小标宋_GBK"),
    regular("FZXiaoBiaoSong-B05"),
    regular("华文中宋"),
    regular("STZhongsong"),
    bold("Songti SC"),
    bold("FandolSong"),
    bold("Noto Serif CJK SC"),
    bold("Source Han Serif SC"),
    named("宋体"),
    named("SimSun"),
];

const SONG_TI: &[Family] = &[
    named("宋体"),
    named("SimSun"),
    regular("方正书宋_GBK"),
    regular("FZShuSong-Z01"),
    regular("方正书宋简体"),
    regular("FZShuSong-Z01S"),
    regular("Songti SC"),
    regular("华文宋体"),
    regular("STSong"),
    regular("FandolSong"),
    regular("AR PL UMing CN"),
    regular("Noto Serif CJK SC"),
    regular("Source Han Serif SC"),
];

/// Families with the characters that people's names and units need and the GB 2312 fonts lack, such as 镕喆旸堃㛃昇玥珺㎡.
/// Those with a brush's shapes are first, as 仿宋 sets most of a paper.
pub const FALLBACKS: &[Family] = &[
    regular("LXGW WenKai"),
    regular("AR PL UKai CN"),
    named("宋体"),
    named("SimSun"),
    regular("Songti SC"),
    regular("Noto Serif CJK SC"),
    regular("Source Han Serif SC"),
    regular("AR PL UMing CN"),
    regular("Noto Sans CJK SC"),
    regular("Source Han Sans SC"),
    regular("Microsoft YaHei"),
    regular("PingFang SC"),
    regular("宋体-ExtB"),
    regular("SimSun-ExtB"),
    regular("SimSun-ExtG"),
    regular("MingLiU-ExtB"),
];

/// The families that serve a role, the best first.
pub fn serving(role: Role) -> &'static [Family] {
    match role {
        Role::FangSong => FANG_SONG,
        Role::KaiTi => KAI_TI,
        Role::HeiTi => HEI_TI,
        Role::XiaoBiaoSong => XIAO_BIAO_SONG,
        Role::SongTi => SONG_TI,
    }
}
