//! The table: what is done to the file, and what has to be said about it.

use zhoubao::diagnostic::Code;

pub struct Case {
    pub name: &'static str,
    pub edit: Edit,
    pub code: Code,
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

const fn replace(name: &'static str, from: &'static str, to: &'static str, code: Code) -> Case {
    Case { name, edit: Edit::Replace(from, to), code, at: to }
}

const fn replace_at(name: &'static str, from: &'static str, to: &'static str, code: Code, at: &'static str) -> Case {
    Case { name, edit: Edit::Replace(from, to), code, at }
}

const fn cut(name: &'static str, before: &'static str, code: Code, at: &'static str) -> Case {
    Case { name, edit: Edit::Cut(before), code, at }
}

const fn whole(name: &'static str, text: &'static str, code: Code, at: &'static str) -> Case {
    Case { name, edit: Edit::Whole(text), code, at }
}

const fn make(name: &'static str, make: fn(&str) -> Vec<u8>, code: Code, at: &'static str) -> Case {
    Case { name, edit: Edit::Make(make), code, at }
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

use Code::{
    Alias, ControlCharacter, DuplicateKey, Empty, Encoding, MissingKey, SeveralDocuments, Syntax, Tab, TooLarge,
    UnknownKey, WrongType, WrongValue,
};

pub const CASES: &[Case] = &[
    // Keys.
    replace("键写错一个字", "    被投诉: 花之城", "    被投拆: 花之城", UnknownKey),
    replace("顶层键写错", "执法检查: {", "执法捡查: {", UnknownKey),
    replace("没有的键", "    来源: 人民网", "    天气: 晴\n    来源: 人民网", UnknownKey),
    replace("花括号里的键写错", "{ 件数: 15", "{ 件数量: 15", UnknownKey),
    replace("英文键", "期号: 2 ", "issue: 2 ", UnknownKey),
    replace_at("键里有空格", "    来源: 人民网", "    来 源: 人民网", UnknownKey, "来 源"),
    replace_at("少了编号", "  - 编号: 6\n    收到", "  - 收到", MissingKey, "  - 收到"),
    replace_at("少了成文", "成文: 2021-01-15", "# 成文", MissingKey, "周期:"),
    replace_at("少了止", "{ 起: 2021-01-08, 止: 2021-01-14 }", "{ 起: 2021-01-08 }", MissingKey, "{ 起"),
    replace_at("少了状态", ", 状态: 处理中 }", " }", MissingKey, "云南中青国际旅行社有限公司, 转办"),
    replace_at(
        "键写两次",
        "    收到: 2021-01-12",
        "    收到: 2021-01-12\n    收到: 2021-01-13",
        DuplicateKey,
        "收到: 2021-01-13",
    ),
    replace_at("顶层键写两次", "\n投诉:\n", "\n期号: 3\n投诉:\n", DuplicateKey, "期号: 3"),
    replace_at(
        "平台写两次",
        "  12301平台: []",
        "  12301平台: []\n  数字旅游平台: [] ",
        DuplicateKey,
        "数字旅游平台: [] ",
    ),
    // Kinds of value.
    replace("列表处写了一个值", "  数字旅游平台: []", "  数字旅游平台: 无", WrongType),
    replace("列表处写了键值", "  数字旅游平台: []", "  数字旅游平台: { 被投诉: 甲 }", WrongType),
    replace("列表处空着", "  数字旅游平台: []", "  数字旅游平台:", WrongType),
    replace("键值处写了列表", "投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", "投诉人: [刘某某]", WrongType),
    replace(
        "键值处写了一个值",
        "退换货: { 件数: 15, 金额: 42565.00, 满意: 15, 撤销: 15, 推诿诱导: 0 }",
        "退换货: 15件",
        WrongType,
    ),
    replace("值处写了列表", "期号: 2 ", "期号: [2] ", WrongType),
    replace("值处写了键值", "    来源: 人民网地方领导留言板", "    来源: { 网: 人民网 }", WrongType),
    replace("值以花括号开头", "    来源: 人民网地方领导留言板", "    来源: {来源}", WrongType),
    replace("必须有的值空着", "    来源: 人民网地方领导留言板", "    来源:", WrongType),
    replace("必须有的值写 null", "    来源: 人民网地方领导留言板", "    来源: null", WrongType),
    replace("必须有的值写 ~", "期号: 2 ", "期号: ~ ", WrongType),
    replace_at(
        "列表项写成一个值",
        "    - { 被投诉: 云南中青国际旅行社有限公司, 转办: 区文化和旅游局, 状态: 处理中 }",
        "    - 云南中青",
        WrongType,
        "- 云南中青",
    ),
    whole("整份是一句话", "本周无事", WrongType, "本周无事"),
    whole("整份是列表", "# 注\n- 周期\n- 期号\n", WrongType, "- 周期"),
    // Values.
    replace("不存在的日期", "收到: 2021-01-11", "收到: 2021-02-30", WrongValue),
    replace("没有十三月", "收到: 2021-01-11", "收到: 2021-13-11", WrongValue),
    replace("平年的闰日", "成文: 2021-01-15", "成文: 2021-02-29", WrongValue),
    replace("中文日期", "收到: 2021-01-11", "收到: 2021年1月11日", WrongValue),
    replace("斜杠日期", "收到: 2021-01-11", "收到: 2021/1/11", WrongValue),
    replace("日期里的全角数字", "收到: 2021-01-11", "收到: ２０２１-01-11", WrongValue),
    replace("起在止之后", "起: 2021-01-08", "起: 2021-01-18", WrongValue),
    replace("期号是 0", "期号: 2 ", "期号: 0 ", WrongValue),
    replace("字母 O 当作 0", "件数: 15", "件数: 1O", WrongValue),
    replace("全角数字", "件数: 15", "件数: １５", WrongValue),
    replace("负数", "件数: 15", "件数: -15", WrongValue),
    replace("大得放不下的数", "件数: 15", "件数: 99999999999999999999", WrongValue),
    replace("小数作件数", "件数: 15", "件数: 15.5", WrongValue),
    replace("前面多了 0", "编号: 6", "编号: 06", WrongValue),
    replace("约数写作多", "出动人次: 100余", "出动人次: 100多", WrongValue),
    replace("约数带单位", "检查家次: 50余", "检查家次: 50余家", WrongValue),
    replace("时长没有单位", "办结时长: 6分钟", "办结时长: 6", WrongValue),
    replace("时长六十分以上", "办结时长: 44分钟", "办结时长: 1小时64分钟", WrongValue),
    replace("金额带单位", "金额: 42565.00", "金额: 42565.00元", WrongValue),
    replace("金额三位小数", "金额: 42565.00", "金额: 42565.005", WrongValue),
    replace("金额是负数", "金额: 42565.00", "金额: -42565.00", WrongValue),
    replace("金额有全角逗号", "金额: 42565.00", "金额: 42，565.00", WrongValue),
    replace("电话少一位", "\"19900000001\"", "\"1990000001\"", WrongValue),
    replace("电话有汉字", "\"19900000001\"", "\"不详\"", WrongValue),
    replace("文号写了全称", "文号: 1 ", "文号: 盘旅调〔2021〕1号 ", WrongValue),
    replace("状态写错", "状态: 处理中", "状态: 处理", WrongValue),
    // YAML.
    replace_at("缩进用制表符", "    收到: 2021-01-11", "\t收到: 2021-01-11", Tab, "\t收到"),
    replace_at("空格后有制表符", "    收到: 2021-01-11", "  \t收到: 2021-01-11", Tab, "\t收到"),
    replace_at("文字块以制表符开头", "下一步: >-\n  下", "下一步: >-\n\t下", Tab, "\t下"),
    replace("全角冒号", "    收到: 2021-01-11", "    收到：2021-01-11", Syntax),
    replace("列表第一行的全角冒号", "  - 编号: 6", "  - 编号：6", Syntax),
    replace("顶层全角冒号", "期号: 2 ", "期号：2 ", Syntax),
    replace("冒号后没有空格", "    收到: 2021-01-11", "    收到:2021-01-11", Syntax),
    replace("没有冒号", "    收到: 2021-01-11", "    收到 2021-01-11", Syntax),
    replace("短横后没有空格", "  - 编号: 6", "  -编号: 6", Syntax),
    replace("缩进多一格", "    收到: 2021-01-11", "     收到: 2021-01-11", Syntax),
    replace("缩进少一格", "    收到: 2021-01-11", "   收到: 2021-01-11", Syntax),
    replace_at("没有缩进", "    收到: 2021-01-11", "收到: 2021-01-11", Syntax, "收到: 2021-01-11"),
    replace("列表缩进多一格", "  - 编号: 8", "   - 编号: 8", Syntax),
    replace("列表缩进少一格", "  - 编号: 8", " - 编号: 8", Syntax),
    replace("文字块没有缩进", "      盘龙区指挥中心工作人员", "盘龙区指挥中心工作人员", Syntax),
    replace("文字块缩进不齐", "      该投诉人表示", "     该投诉人表示", Syntax),
    replace("双引号没有关上", "\"19900000001\"", "\"19900000001", Syntax),
    replace("单引号没有关上", "    来源: 人民网", "    来源: '人民网", Syntax),
    replace("引号后有文字", "    来源: 人民网地方", "    来源: \"人民网\"地方", Syntax),
    replace("反斜杠", "    来源: 人民网", "    来源: \"人民\\网\" #", Syntax),
    replace("花括号没有关上", "止: 2021-01-14 }", "止: 2021-01-14", Syntax),
    replace(
        "方括号没有关上",
        "单位: [区文化和旅游局, 区市场监管局] }",
        "单位: [区文化和旅游局, 区市场监管局 }",
        Syntax,
    ),
    replace("多了右括号", "止: 2021-01-14 }", "止: 2021-01-14 }}", Syntax),
    replace("全角逗号", "起: 2021-01-08, 止", "起: 2021-01-08，止", Syntax),
    replace("少了逗号", "起: 2021-01-08, 止", "起: 2021-01-08 止", Syntax),
    replace(
        "全角花括号",
        "周期: { 起: 2021-01-08, 止: 2021-01-14 }",
        "周期: ｛ 起: 2021-01-08, 止: 2021-01-14 ｝",
        Syntax,
    ),
    replace("花括号后有文字", "    来源: 人民网", "    来源: {来源}人民网", Syntax),
    replace("值里有冒号", "    来源: 人民网", "    来源: 网站: 人民网", Syntax),
    replace("以 @ 开头", "    来源: 人民网", "    来源: @人民网", Syntax),
    replace("以 % 开头", "    来源: 人民网", "    来源: %人民网", Syntax),
    replace_at("两份文档", "通报单:\n", "---\n通报单:\n", SeveralDocuments, "---\n通报单"),
    replace_at("三点之后又有内容", "通报单:\n", "...\n通报单:\n", SeveralDocuments, "...\n通报单"),
    replace("没有的别名", "    来源: 人民网地方领导留言板", "    来源: *人民网", Alias),
    replace("标签", "    来源: 人民网", "    来源: !!str 人民网", Alias),
    replace_at("合并键", "退换货: {", "退换货: { <<: 甲, ", Alias, "<<"),
    make("别名炸弹", alias_bomb, TooLarge, "级5: "),
    make("层次太深", |_| nested(200), TooLarge, DEEPEST),
    make("方括号套方括号", |_| "[".repeat(5000).into_bytes(), TooLarge, WHOLE_FILE),
    // Bytes.
    whole("空文件", "", Empty, WHOLE_FILE),
    whole("只有空行", "\n\n\n", Empty, WHOLE_FILE),
    whole("只有注释", "# 一\n# 二\n", Empty, WHOLE_FILE),
    whole("只有分隔线", "---\n", Empty, WHOLE_FILE),
    whole("只有 BOM", "\u{feff}", Empty, WHOLE_FILE),
    make("GB18030", gb18030, Encoding, WHOLE_FILE),
    make("UTF-16 LE", |text| utf_16(text, u16::to_le_bytes), Encoding, WHOLE_FILE),
    make("UTF-16 BE", |text| utf_16(text, u16::to_be_bytes), Encoding, WHOLE_FILE),
    make("UTF-16 LE 带 BOM", |text| utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes), Encoding, WHOLE_FILE),
    make("UTF-16 BE 带 BOM", |text| utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes), Encoding, WHOLE_FILE),
    make("坏字节", |text| [text.as_bytes(), b"\n# \xff\n"].concat(), Encoding, "# \u{fffd}"),
    make("断在一个汉字中间", |text| text.as_bytes()[..=text.find("期号").unwrap_or(0)].to_vec(), Encoding, "\u{fffd}"),
    replace("NUL", "    来源: 人民网", "    来源: 人\0民网", ControlCharacter),
    replace("ESC", "    来源: 人民网", "    来源: \u{1b}[31m人民网", ControlCharacter),
    replace("值里有制表符", "    来源: 人民网地方", "    来源: 人民网\t地方", ControlCharacter),
    replace_at(
        "文字块里有制表符",
        "      盘龙区指挥中心工作人员",
        "      盘龙区指挥中心\t工作人员",
        ControlCharacter,
        "\t工作",
    ),
    replace_at(
        "引号里的 \\t",
        "    来源: 人民网地方领导留言板",
        "    来源: \"人民网\\t地方\"",
        ControlCharacter,
        "\\t地方",
    ),
    make("太大", |text| text.repeat(8 * 1024 * 1024 / text.len() + 1).into_bytes(), TooLarge, WHOLE_FILE),
    // Cut short.
    cut("断在引号里", "00001\"", Syntax, "\"199"),
    cut("断在花括号里", ", 止: 2021-01-14", Syntax, "周期"),
    cut("断在列表的花括号里", ", 转办: 区文化和旅游局, 状态: 办结 }", Syntax, "- { 被投诉: 昆明市景怡旅行社有限公司"),
    cut("断在一条中间", "    上报: 2021-01-12", MissingKey, "- 编号: 6"),
    cut("断在键里", "步: >-\n  下一步，", Syntax, LAST_LINE),
    cut("断在第一条之前", "期号: 2 ", MissingKey, "周期"),
];
