//! Which keys stand before persons, and which words behind them are nobody's name.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Keys whose values are persons.
const NAME_KEYS: [&str; 31] = [
    "姓名",
    "性名",
    "姓明",
    "性命",
    "姓各",
    "姓名字",
    "名字",
    "名姓",
    "投诉人",
    "投诉者",
    "举报人",
    "举报者",
    "来访人",
    "反映人",
    "当事人",
    "联系人",
    "申请人",
    "报案人",
    "受害人",
    "消费者",
    "游客",
    "旅客",
    "称呼",
    "本人",
    "申诉人",
    "投拆人",
    "投述人",
    "name",
    "Name",
    "xingming",
    "NAME",
];

/// Keys whose values are numbers or accounts of persons.
const NUMBER_KEYS: [&str; 16] = [
    "电话",
    "手机",
    "座机",
    "联系方式",
    "号码",
    "身份证",
    "证件",
    "护照",
    "卡号",
    "账号",
    "帐号",
    "微信",
    "QQ",
    "邮箱",
    "phone",
    "tel",
];

/// Keys that one slip may turn into another word: a key that is none of the record's and differs in one character.
const LONG_KEYS: [&str; 5] = ["投诉人", "举报人", "反映人", "来访人", "当事人"];

/// What is written where a name is not known, or not told.
const NOBODY: [&str; 30] = [
    "无",
    "不详",
    "匿名",
    "未知",
    "保密",
    "先生",
    "女士",
    "小姐",
    "游客",
    "旅客",
    "本人",
    "投诉人",
    "举报人",
    "网民",
    "网友",
    "市民",
    "群众",
    "消费者",
    "当事人",
    "联系人",
    "导游",
    "司机",
    "姓名",
    "电话",
    "同上",
    "未留",
    "不愿透露",
    "没有",
    "暂无",
    "未提供",
];

/// What organisations' names end with.
const ORGANISATIONS: [&str; 27] = [
    "公司",
    "集团",
    "旅行社",
    "酒店",
    "宾馆",
    "饭店",
    "餐厅",
    "商店",
    "超市",
    "中心",
    "街道",
    "办事处",
    "委员会",
    "政府",
    "平台",
    "热线",
    "景区",
    "公园",
    "委",
    "局",
    "厅",
    "社",
    "店",
    "处",
    "站",
    "所",
    "馆",
];

/// What is said of persons behind their names, and before.
const TITLES: [&str; 12] =
    ["先生", "女士", "小姐", "同志", "老师", "经理", "导游", "师傅", "夫妇", "一行", "一家", "等人"];
const ROLES: [&str; 12] =
    ["投诉人", "举报人", "游客", "旅客", "网民", "市民", "导游", "司机", "联系人", "当事人", "姓名", "消费者"];

/// A key without blanks, quotation marks and numbers around it.
fn plain_key(key: &str) -> Cow<'_, str> {
    if key.chars().all(is_letter) {
        return Cow::Borrowed(key);
    }
    Cow::Owned(key.chars().filter(|c| is_letter(*c)).collect())
}

/// Nearly all keys are Han, of which that is known without looking it up.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphabetic()
}

/// What kind of a person's value stands behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PersonsKey {
    Name,
    Number,
}

/// Whose value stands behind a key; `None` where it is no person's. `is_key` is whether a word is another key of the
/// record.
pub(super) fn persons_key(key: &str, is_key: &dyn Fn(&str) -> bool) -> Option<PersonsKey> {
    let key = plain_key(key);
    if is_name_key(&key, is_key) {
        Some(PersonsKey::Name)
    } else {
        NUMBER_KEYS_FINDER.as_ref().is_some_and(|finder| finder.is_match(&*key)).then_some(PersonsKey::Number)
    }
}

fn is_name_key(key: &str, is_key: &dyn Fn(&str) -> bool) -> bool {
    NAME_KEYS.contains(&key)
        || key.ends_with("姓名")
        // Which keys a record has is only worked out where it matters.
        || (LONG_KEYS.iter().any(|known| differ_in_one(key, known)) && !is_key(key))
}

/// Finds keys for numbers within longer ones. Every key of every record is asked for, and all are short: nothing is to be
/// gained by looking ahead.
static NUMBER_KEYS_FINDER: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).prefilter(false).build(NUMBER_KEYS).ok());

/// Finds keys for names in lines that no parser could read; the first of them may have a blank within.
pub(super) static NAME_KEYS_IN_LINES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let spaced = ["姓 名", "姓　名", "姓  名"];
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(NAME_KEYS.iter().chain(&spaced)).ok()
});

fn differ_in_one(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let mut differing = 0;
    loop {
        match (one.next(), other.next()) {
            (None, None) => return differing == 1,
            (Some(a), Some(b)) => differing += usize::from(a != b),
            _ => return false,
        }
        if differing > 1 {
            return false;
        }
    }
}

/// Whether a word is said of somebody who is not named, or of an organisation.
pub(super) fn is_nobody(name: &str) -> bool {
    let length = name.chars().count();
    length < 2
        || NOBODY.contains(&name)
        || name.contains(['某', '*', '＊', '×'])
        || (length >= 4 && ORGANISATIONS.iter().any(|word| name.ends_with(word)))
}

/// A name without what is said of whoever has it.
pub(super) fn without_titles(name: &str) -> &str {
    let name = TITLES.iter().find_map(|title| name.strip_suffix(title)).unwrap_or(name);
    ROLES.iter().find_map(|role| name.strip_prefix(role)).unwrap_or(name).trim()
}
