//! The table: what is done to the file, and what has to be said about it.

use zhoubao::diagnostic::Rule;
use zhoubao::yaml::rules::{
    ALIAS, CONTROL_CHARACTER, DUPLICATE_KEY, EMPTY, ENCODING, MISSING_KEY, SEVERAL_DOCUMENTS, SYNTAX, TAB, TOO_LARGE,
    UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE,
};

pub struct Case {
    pub name: &'static str,
    pub edit: Edit,
    pub rule: &'static Rule,
    /// A text on the line of the damaged file that has to be named.
    pub at: &'static str,
}

pub enum Edit {
    /// The first occurrence of one text becomes another.
    Replace(&'static str, &'static str),
    /// The file ends where this text began.
    Cut(&'static str),
    /// Something else altogether.
    Whole(&'static str),
    Make(fn(&str) -> Vec<u8>),
}

/// For findings about the file as a whole: its first line.
pub const WHOLE_FILE: &str = "";

/// For findings at the end of the file: its last line.
pub const LAST_LINE: &str = "\0last";

/// The 64th line of a file that nests with every line.
pub const DEEPEST: &str = "\0deepest";

const fn replace(name: &'static str, from: &'static str, to: &'static str, rule: &'static Rule) -> Case {
    Case { name, edit: Edit::Replace(from, to), rule, at: to }
}

const fn replace_at(
    name: &'static str,
    from: &'static str,
    to: &'static str,
    rule: &'static Rule,
    at: &'static str,
) -> Case {
    Case { name, edit: Edit::Replace(from, to), rule, at }
}

const fn cut(name: &'static str, before: &'static str, rule: &'static Rule, at: &'static str) -> Case {
    Case { name, edit: Edit::Cut(before), rule, at }
}

const fn whole(name: &'static str, text: &'static str, rule: &'static Rule, at: &'static str) -> Case {
    Case { name, edit: Edit::Whole(text), rule, at }
}

const fn make(name: &'static str, make: fn(&str) -> Vec<u8>, rule: &'static Rule, at: &'static str) -> Case {
    Case { name, edit: Edit::Make(make), rule, at }
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn alias_bomb(_: &str) -> Vec<u8> {
    let level = |n: usize| format!("级{n}: &a{n} [{}]\n", vec![format!("*a{}", n.saturating_sub(1)); 10].join(", "));
    let levels: String = (1..40).map(level).collect();
    format!("级0: &a0 [一, 一, 一, 一, 一, 一, 一, 一, 一, 一]\n{levels}").into_bytes()
}

fn nested(depth: usize) -> Vec<u8> {
    (0..depth).map(|n| format!("{}层:\n", "  ".repeat(n))).collect::<String>().into_bytes()
}

fn gb18030(text: &str) -> Vec<u8> {
    // 周期 as GB18030 writes it; the rest of the file may stay UTF-8's ASCII.
    let ascii: Vec<u8> = text.bytes().filter(u8::is_ascii).collect();
    [b"\xd6\xdc\xc6\xda: { ".as_slice(), &ascii].concat()
}

pub const CASES: &[Case] = &[
    // Keys.
    replace("键写错一个字", "    被投诉: 花之城", "    被投拆: 花之城", &UNKNOWN_KEY),
    replace("顶层键写错", "执法检查: {", "执法捡查: {", &UNKNOWN_KEY),
    replace("没有的键", "    来源: 人民网", "    天气: 晴\n    来源: 人民网", &UNKNOWN_KEY),
    replace("花括号里的键写错", "{ 件数: 15", "{ 件数量: 15", &UNKNOWN_KEY),
    replace("英文键", "期号: 2 ", "issue: 2 ", &UNKNOWN_KEY),
    replace_at("键里有空格", "    来源: 人民网", "    来 源: 人民网", &UNKNOWN_KEY, "来 源"),
    replace_at("少了编号", "  - 编号: 6\n    收到", "  - 收到", &MISSING_KEY, "  - 收到"),
    replace_at("少了成文", "成文: 2021-01-15", "# 成文", &MISSING_KEY, "周期:"),
    replace_at("少了止", "{ 起: 2021-01-08, 止: 2021-01-14 }", "{ 起: 2021-01-08 }", &MISSING_KEY, "{ 起"),
    replace_at("少了状态", ", 状态: 处理中 }", " }", &MISSING_KEY, "云南中青国际旅行社有限公司, 转办"),
    replace_at(
        "键写两次",
        "    收到: 2021-01-12",
        "    收到: 2021-01-12\n    收到: 2021-01-13",
        &DUPLICATE_KEY,
        "收到: 2021-01-13",
    ),
    replace_at("顶层键写两次", "\n投诉:\n", "\n期号: 3\n投诉:\n", &DUPLICATE_KEY, "期号: 3"),
    replace_at(
        "平台写两次",
        "  12301平台: []",
        "  12301平台: []\n  数字旅游平台: [] ",
        &DUPLICATE_KEY,
        "数字旅游平台: [] ",
    ),
    // Kinds of value.
    replace("列表处写了一个值", "  数字旅游平台: []", "  数字旅游平台: 无", &WRONG_TYPE),
    replace("列表处写了键值", "  数字旅游平台: []", "  数字旅游平台: { 被投诉: 甲 }", &WRONG_TYPE),
    replace("列表处空着", "  数字旅游平台: []", "  数字旅游平台:", &WRONG_TYPE),
    replace("键值处写了列表", "投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", "投诉人: [刘某某]", &WRONG_TYPE),
    replace(
        "键值处写了一个值",
        "退换货: { 件数: 15, 金额: 42565.00, 满意: 15, 撤销: 15, 推诿诱导: 0 }",
        "退换货: 15件",
        &WRONG_TYPE,
    ),
    replace("值处写了列表", "期号: 2 ", "期号: [2] ", &WRONG_TYPE),
    replace("值处写了键值", "    来源: 人民网地方领导留言板", "    来源: { 网: 人民网 }", &WRONG_TYPE),
    replace("值以花括号开头", "    来源: 人民网地方领导留言板", "    来源: {来源}", &WRONG_TYPE),
    replace("必须有的值空着", "    收到: 2021-01-11", "    收到:", &WRONG_TYPE),
    replace("必须有的值写 null", "    收到: 2021-01-11", "    收到: null", &WRONG_TYPE),
    replace("必须有的值写 ~", "期号: 2 ", "期号: ~ ", &WRONG_TYPE),
    replace_at(
        "列表项写成一个值",
        "    - { 被投诉: 云南中青国际旅行社有限公司, 转办: 区文化和旅游局, 状态: 处理中 }",
        "    - 云南中青",
        &WRONG_TYPE,
        "- 云南中青",
    ),
    whole("整份是一句话", "本周无事", &WRONG_TYPE, "本周无事"),
    whole("整份是列表", "# 注\n- 周期\n- 期号\n", &WRONG_TYPE, "- 周期"),
    // Values.
    replace("不存在的日期", "收到: 2021-01-11", "收到: 2021-02-30", &WRONG_VALUE),
    replace("没有十三月", "收到: 2021-01-11", "收到: 2021-13-11", &WRONG_VALUE),
    replace("平年的闰日", "成文: 2021-01-15", "成文: 2021-02-29", &WRONG_VALUE),
    replace("中文日期", "收到: 2021-01-11", "收到: 2021年1月11日", &WRONG_VALUE),
    replace("斜杠日期", "收到: 2021-01-11", "收到: 2021/1/11", &WRONG_VALUE),
    replace("日期里的全角数字", "收到: 2021-01-11", "收到: ２０２１-01-11", &WRONG_VALUE),
    replace("起在止之后", "起: 2021-01-08", "起: 2021-01-18", &WRONG_VALUE),
    replace("期号是 0", "期号: 2 ", "期号: 0 ", &WRONG_VALUE),
    replace("字母 O 当作 0", "件数: 15", "件数: 1O", &WRONG_VALUE),
    replace("全角数字", "件数: 15", "件数: １５", &WRONG_VALUE),
    replace("负数", "件数: 15", "件数: -15", &WRONG_VALUE),
    replace("大得放不下的数", "件数: 15", "件数: 99999999999999999999", &WRONG_VALUE),
    replace("小数作件数", "件数: 15", "件数: 15.5", &WRONG_VALUE),
    replace("前面多了 0", "编号: 6", "编号: 06", &WRONG_VALUE),
    replace("约数写作多", "出动人次: 100余", "出动人次: 100多", &WRONG_VALUE),
    replace("约数带单位", "检查家次: 50余", "检查家次: 50余家", &WRONG_VALUE),
    replace("时长没有单位", "办结时长: 6分钟", "办结时长: 6", &WRONG_VALUE),
    replace("时长六十分以上", "办结时长: 44分钟", "办结时长: 1小时64分钟", &WRONG_VALUE),
    replace("金额带单位", "金额: 42565.00", "金额: 42565.00元", &WRONG_VALUE),
    replace("金额三位小数", "金额: 42565.00", "金额: 42565.005", &WRONG_VALUE),
    replace("金额是负数", "金额: 42565.00", "金额: -42565.00", &WRONG_VALUE),
    replace("金额有全角逗号", "金额: 42565.00", "金额: 42，565.00", &WRONG_VALUE),
    replace("电话少一位", "\"19900000001\"", "\"1990000001\"", &WRONG_VALUE),
    replace("电话有汉字", "\"19900000001\"", "\"不详\"", &WRONG_VALUE),
    replace("文号写了全称", "文号: 1 ", "文号: 盘旅调〔2021〕1号 ", &WRONG_VALUE),
    replace("状态写错", "状态: 处理中", "状态: 处理", &WRONG_VALUE),
    // YAML.
    replace_at("缩进用制表符", "    收到: 2021-01-11", "\t收到: 2021-01-11", &TAB, "\t收到"),
    replace_at("空格后有制表符", "    收到: 2021-01-11", "  \t收到: 2021-01-11", &TAB, "\t收到"),
    replace_at("文字块以制表符开头", "下一步: >-\n  下", "下一步: >-\n\t下", &TAB, "\t下"),
    replace("全角冒号", "    收到: 2021-01-11", "    收到：2021-01-11", &SYNTAX),
    replace("列表第一行的全角冒号", "  - 编号: 6", "  - 编号：6", &SYNTAX),
    replace("顶层全角冒号", "期号: 2 ", "期号：2 ", &SYNTAX),
    replace("冒号后没有空格", "    收到: 2021-01-11", "    收到:2021-01-11", &SYNTAX),
    replace("没有冒号", "    收到: 2021-01-11", "    收到 2021-01-11", &SYNTAX),
    replace("短横后没有空格", "  - 编号: 6", "  -编号: 6", &SYNTAX),
    replace("缩进多一格", "    收到: 2021-01-11", "     收到: 2021-01-11", &SYNTAX),
    replace("缩进少一格", "    收到: 2021-01-11", "   收到: 2021-01-11", &SYNTAX),
    replace_at("没有缩进", "    收到: 2021-01-11", "收到: 2021-01-11", &SYNTAX, "收到: 2021-01-11"),
    replace("列表缩进多一格", "  - 编号: 8", "   - 编号: 8", &SYNTAX),
    replace("列表缩进少一格", "  - 编号: 8", " - 编号: 8", &SYNTAX),
    replace("文字块没有缩进", "      盘龙区指挥中心工作人员", "盘龙区指挥中心工作人员", &SYNTAX),
    replace("文字块缩进不齐", "      该投诉人表示", "     该投诉人表示", &SYNTAX),
    replace("双引号没有关上", "\"19900000001\"", "\"19900000001", &SYNTAX),
    replace("单引号没有关上", "    来源: 人民网", "    来源: '人民网", &SYNTAX),
    replace("引号后有文字", "    来源: 人民网地方", "    来源: \"人民网\"地方", &SYNTAX),
    replace("反斜杠", "    来源: 人民网", "    来源: \"人民\\网\" #", &SYNTAX),
    replace("花括号没有关上", "止: 2021-01-14 }", "止: 2021-01-14", &SYNTAX),
    replace(
        "方括号没有关上",
        "单位: [区文化和旅游局, 区市场监管局] }",
        "单位: [区文化和旅游局, 区市场监管局 }",
        &SYNTAX,
    ),
    replace("多了右括号", "止: 2021-01-14 }", "止: 2021-01-14 }}", &SYNTAX),
    replace("全角逗号", "起: 2021-01-08, 止", "起: 2021-01-08，止", &SYNTAX),
    replace("少了逗号", "起: 2021-01-08, 止", "起: 2021-01-08 止", &SYNTAX),
    replace(
        "全角花括号",
        "周期: { 起: 2021-01-08, 止: 2021-01-14 }",
        "周期: ｛ 起: 2021-01-08, 止: 2021-01-14 ｝",
        &SYNTAX,
    ),
    replace("花括号后有文字", "    来源: 人民网", "    来源: {来源}人民网", &SYNTAX),
    replace("值里有冒号", "    来源: 人民网", "    来源: 网站: 人民网", &SYNTAX),
    replace("以 @ 开头", "    来源: 人民网", "    来源: @人民网", &SYNTAX),
    replace("以 % 开头", "    来源: 人民网", "    来源: %人民网", &SYNTAX),
    replace_at("两份文档", "通报单:\n", "---\n通报单:\n", &SEVERAL_DOCUMENTS, "---\n通报单"),
    replace_at("三点之后又有内容", "通报单:\n", "...\n通报单:\n", &SEVERAL_DOCUMENTS, "...\n通报单"),
    replace("没有的别名", "    来源: 人民网地方领导留言板", "    来源: *人民网", &ALIAS),
    replace("标签", "    来源: 人民网", "    来源: !!str 人民网", &ALIAS),
    replace_at("合并键", "退换货: {", "退换货: { <<: 甲, ", &ALIAS, "<<"),
    make("别名炸弹", alias_bomb, &TOO_LARGE, "级5: "),
    make("层次太深", |_| nested(200), &TOO_LARGE, DEEPEST),
    make("方括号套方括号", |_| "[".repeat(5000).into_bytes(), &TOO_LARGE, WHOLE_FILE),
    // Bytes.
    whole("空文件", "", &EMPTY, WHOLE_FILE),
    whole("只有空行", "\n\n\n", &EMPTY, WHOLE_FILE),
    whole("只有注释", "# 一\n# 二\n", &EMPTY, WHOLE_FILE),
    whole("只有分隔线", "---\n", &EMPTY, WHOLE_FILE),
    whole("只有 BOM", "\u{feff}", &EMPTY, WHOLE_FILE),
    make("GB18030", gb18030, &ENCODING, WHOLE_FILE),
    make("UTF-16 LE", |text| utf_16(text, u16::to_le_bytes), &ENCODING, WHOLE_FILE),
    make("UTF-16 BE", |text| utf_16(text, u16::to_be_bytes), &ENCODING, WHOLE_FILE),
    make("UTF-16 LE 带 BOM", |text| utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes), &ENCODING, WHOLE_FILE),
    make("UTF-16 BE 带 BOM", |text| utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes), &ENCODING, WHOLE_FILE),
    make("坏字节", |text| [text.as_bytes(), b"\n# \xff\n"].concat(), &ENCODING, "# \u{fffd}"),
    make("断在一个汉字中间", |text| text.as_bytes()[..=text.find("期号").unwrap_or(0)].to_vec(), &ENCODING, "\u{fffd}"),
    replace("NUL", "    来源: 人民网", "    来源: 人\0民网", &CONTROL_CHARACTER),
    replace("ESC", "    来源: 人民网", "    来源: \u{1b}[31m人民网", &CONTROL_CHARACTER),
    replace("值里有制表符", "    来源: 人民网地方", "    来源: 人民网\t地方", &CONTROL_CHARACTER),
    replace_at(
        "文字块里有制表符",
        "      盘龙区指挥中心工作人员",
        "      盘龙区指挥中心\t工作人员",
        &CONTROL_CHARACTER,
        "\t工作",
    ),
    replace_at(
        "引号里的 \\t",
        "    来源: 人民网地方领导留言板",
        "    来源: \"人民网\\t地方\"",
        &CONTROL_CHARACTER,
        "\\t地方",
    ),
    make("太大", |text| text.repeat(8 * 1024 * 1024 / text.len() + 1).into_bytes(), &TOO_LARGE, WHOLE_FILE),
    // Cut short.
    cut("断在引号里", "00001\"", &SYNTAX, "\"199"),
    cut("断在花括号里", ", 止: 2021-01-14", &SYNTAX, "周期"),
    cut("断在列表的花括号里", ", 转办: 区文化和旅游局, 状态: 办结 }", &SYNTAX, "- { 被投诉: 昆明市景怡旅行社有限公司"),
    cut("断在一条中间", "    反映: 有网民", &MISSING_KEY, "- 编号: 6"),
    cut("断在键里", "步: >-\n  下一步，", &SYNTAX, LAST_LINE),
    cut("断在第一条之前", "期号: 2 ", &MISSING_KEY, "周期"),
];
