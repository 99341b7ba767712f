//! Characters that are typed for one another: they sound or look alike.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// Groups of characters that look alike.
const LOOKS: &str = "\
己已巳 末未 人入八 土士 天夫无 干千于 日曰目 田由甲申 大太犬 午牛 戊戌戍 今令 历厉 处外 折拆 侯候 形行刑 旅旋族 投役 诉拆折 \
区匹 县具 市巿 理埋 监盐 管菅 局居 场扬杨 游遊 质货贷 责贵 任仟 限根 司同 商啇 务各 景影 园圆 因困 \
古吉 镇填 神祌 社杜 话活 语浯 报服 记纪 州洲 办力为 昆昊 明朋 盘盆 龙尤 云去 湖胡 州川 中申 国围 际标 \
青责清 花化 城诚 博搏 览贤 馆饭 世也 界介 艺乞 炬矩 隆降 房户 产严 开井 发友 乐东 途逐 怡恰 炎灸 徽微 拔拨 庆厌 \
石右 木本 水永 王玉主 贝见 车东 鸟乌 厂广 儿几九 刀刃力 口囗 问间闻 部陪 都郡 院陀 委季 员贝 \
合台 古舌 治冶 冷泠 减咸 准淮 凉谅 住往 佳住 但旦 借惜措 传伟 促捉 值植 清情请晴睛 晴睛 晾惊 提题 检捡险验 擦察 \
析折 扰拢 抢枪 拦栏 挡档 按桉 据剧 搏博 播潘 操燥 燥躁 辩辨辫 赔陪 赢羸 赎续 购构 贩饭 版板 账帐 钩钓 钱线 铁轶 \
锋峰蜂 镜境 陈阵 除徐 隐稳 雪雷 露霜 项顶 颁领 额颜 饮饭 鱼渔 默黙 山屮 上土 \
督瞥 查杳 核该 买卖 情倩 受爱 复夏 复覆 履覆 置罝 署暑 罚罗 群郡 着看 睹赌 矛予 示未 礼札 种钟 科料 秩秋 \
秘密 移侈 程呈 稍梢 穷空 究穷 童重 端瑞 第弟 策荣 等寺 算箅 箱相 简间 籍藉 粗租 系糸 \
红江 约纳 级极 纠叫 纷份 纸低 线钱 组祖 终纵 经轻 结洁 给绐 络洛 绝色 统充 继断 绩积 绪诸 维唯 综踪 缓援 编偏 \
网冈 职积 股般 育肓 能熊 脱说 自目 致到 航船 良艮 节芒 茶荼 荣策 获荻 营宫 落洛 蓝篮 \
行衍 街衔 补扑 表衣 被披 装袋 要耍 规现 视祝 角用 解懈 计汁 讯迅 训川 议仪 讲井 许午 论伦 设没 访防 证征 评平 识织 \
诈炸 译泽 试拭 诚城 详祥 误娱 诱秀 说脱 请清 读续 调凋 谈淡 谢射 警惊 财材 败贩 贯惯 费废 资姿 赛寨 起赴 超趋 \
跟根 路跑 踏蹋 转轮 轮论 软饮 轻经 载裁栽 辆辅 输榆 辖瞎 边达 过迁 迎仰 返反 还坏 远元 违讳 连莲 \
追退 送迭 适括 选先 透秀 递第 通涌 速束 造告 逾愈 遇偶 道首 遵尊 避僻";

/// Each two characters of a group, in both orders, sorted.
static LOOK_ALIKE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let of_group = |group: &'static str| group.chars().flat_map(|one| group.chars().map(move |other| (one, other)));
    let mut pairs: Vec<_> = LOOKS.split_whitespace().flat_map(of_group).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
});

/// Whether somebody may type or choose the one for the other: same sound, near sound or near shape.
#[must_use]
pub fn alike(one: char, other: char) -> bool {
    one != other && (LOOK_ALIKE.binary_search(&(one, other)).is_ok() || sound_alike(one, other))
}

/// Same syllable, tones aside, taking n for ng, z for zh, c for ch, s for sh and l for n.
fn sound_alike(one: char, other: char) -> bool {
    let (Some(one), Some(other)) = (one.to_pinyin_multi(), other.to_pinyin_multi()) else { return false };
    one.into_iter().any(|one| other.into_iter().any(|other| same_sound(one.plain(), other.plain())))
}

fn same_sound(one: &str, other: &str) -> bool {
    one == other || blurred(one).eq(blurred(other))
}

/// A syllable without what dialects do not tell apart.
fn blurred(syllable: &str) -> impl Iterator<Item = u8> + '_ {
    let bytes = syllable.as_bytes();
    bytes.iter().enumerate().filter_map(move |(at, byte)| match (at, byte) {
        (1, b'h') if matches!(bytes[0], b'z' | b'c' | b's') => None,
        (_, b'g') if at > 0 && at + 1 == bytes.len() && bytes[at - 1] == b'n' => None,
        (0, b'n') => Some(b'l'),
        _ => Some(*byte),
    })
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn what_sounds_or_looks_alike_is_told_from_what_does_not() {
        for (one, other) in
            [('山', '上'), ('途', '图'), ('整', '政'), ('行', '形'), ('治', '冶'), ('旅', '旋'), ('怡', '宜')]
        {
            assert!(alike(one, other), "{one}{other}");
        }
        for (one, other) in [('山', '海'), ('海', '河'), ('辰', '马'), ('青', '旅'), ('市', '区')] {
            assert!(!alike(one, other), "{one}{other}");
        }
    }
}
