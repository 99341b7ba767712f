//! How the elements of a paper are written (GB/T 9704-2012, 7): each rule looks at one element's text.

use crate::diagnostic::persons::masked;
use crate::record::value::{Date, DocumentNumber, Wrong};

/// What an element's text must be.
pub(super) type Rule = fn(&str) -> Result<(), Wrong>;

/// Quoted in a message.
fn about(what: &str, text: &str, reason: &str) -> Wrong {
    let shown: String = masked(text).chars().take(24).collect();
    Wrong::new(format!("{what}「{shown}」{reason}"))
}

fn holds(good: bool, wrong: impl FnOnce() -> Wrong) -> Result<(), Wrong> {
    if good { Ok(()) } else { Err(wrong()) }
}

/// A number from 1 as it is printed: no leading zero.
fn is_number(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[expect(clippy::unnecessary_wraps, reason = "a rule like the others")]
pub(super) fn as_written(_: &str) -> Result<(), Wrong> {
    Ok(())
}

/// 份号 (7.2.1).
pub(super) fn copy_number(text: &str) -> Result<(), Wrong> {
    let good = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    holds(good, || about("份号", text, "不是六位数字").help("写六位半角数字，例如 000001"))
}

/// 密级和保密期限 (7.2.2).
pub(super) fn secrecy(text: &str) -> Result<(), Wrong> {
    let level = ["绝密", "机密", "秘密"].iter().find_map(|level| text.strip_prefix(level));
    let good = level.is_some_and(|rest| match rest.strip_prefix('★') {
        Some(term) => !term.is_empty() && !term.contains(|c: char| c.is_whitespace() || c == '★'),
        None => rest.is_empty(),
    });
    holds(good, || about("密级", text, "的写法不对").help("写绝密、机密或秘密，有保密期限的接 ★ 和期限，例如 秘密★1年"))
}

/// 紧急程度 (7.2.3).
pub(super) fn urgency(text: &str) -> Result<(), Wrong> {
    holds(matches!(text, "特急" | "加急"), || {
        let help = match text {
            "特提" | "平急" => "特提和平急只用于电报；公文写 特急 或 加急",
            _ => "写 特急 或 加急",
        };
        about("紧急程度", text, "不对").help(help)
    })
}

/// 发文字号 (7.2.5).
pub(super) fn number(text: &str) -> Result<(), Wrong> {
    text.parse::<DocumentNumber>().map(|_| ())
}

/// 令号 (10.2): 第1号; some orders have a 发文字号 instead.
pub(super) fn order_number(text: &str) -> Result<(), Wrong> {
    let bare = text.strip_prefix('第').and_then(|rest| rest.strip_suffix('号'));
    match bare {
        Some(bare) => holds(is_number(bare), || {
            about("令号", text, "的写法不对").help("顺序号用半角数字，前面不补 0，例如 第1号")
        }),
        None => number(text),
    }
}

/// 期号 of a 简报 or 纪要, with its brackets.
pub(super) fn issue(text: &str) -> Result<(), Wrong> {
    holds(is_bracketed(text), || about("期号", text, "没有放在全角括号里").help("写成 （第2期） 这样"))
}

/// 附注 (7.3.6).
pub(super) fn note(text: &str) -> Result<(), Wrong> {
    holds(is_bracketed(text), || about("附注", text, "没有放在全角括号里").help("写成 （联系人：…，联系电话：…） 这样"))
}

fn is_bracketed(text: &str) -> bool {
    text.strip_prefix('（').and_then(|rest| rest.strip_suffix('）')).is_some_and(|inner| !inner.trim().is_empty())
}

/// 主送机关 (7.3.2).
pub(super) fn addressee(text: &str) -> Result<(), Wrong> {
    let good = text
        .strip_suffix('：')
        .is_some_and(|names| !names.trim().is_empty() && !names.ends_with(['：', ':', '，', '。', '、']));
    holds(good, || {
        let bare = text.trim_end_matches(['：', ':', '，', '。', '、', ' ']);
        about("主送", text, "没有以全角冒号结尾").help(format!("写成 {bare}："))
    })
}

/// 成文日期 and the other dates (7.3.5.4): 2021年1月15日.
pub(super) fn date(text: &str) -> Result<(), Wrong> {
    let (year, month, day) = date_parts(text).ok_or_else(|| {
        about("日期", text, "的写法不对").help("用半角数字写全年月日，月和日前面不补 0，例如 2021年1月15日")
    })?;
    Date::existing(year, month, day, text).map(|_| ())
}

fn date_parts(text: &str) -> Option<(i16, i8, i8)> {
    let (year, behind_year) = text.split_once('年')?;
    let (month, behind_month) = behind_year.split_once('月')?;
    let day = behind_month.strip_suffix('日')?;
    let good = year.len() == 4 && is_number(year) && is_number(month) && is_number(day);
    good.then_some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The name of an 附件 (7.3.4): its number is put there by the engine.
pub(super) fn enclosure(text: &str) -> Result<(), Wrong> {
    match unnumbered(text).map(str::trim) {
        None => name(text),
        Some("") => Err(about("附件", text, "前面写了序号").help("序号由程序编")),
        Some(bare) => Err(about("附件", text, "前面写了序号").help(format!("序号由程序编，写成 {bare}"))),
    }
}

/// What stands behind the number that a name begins with: 1.甲, １．甲, 1、甲. 3.15 and 5.19 are days, and numbers of
/// nothing.
fn unnumbered(text: &str) -> Option<&str> {
    let behind = text.trim_start_matches(|c: char| matches!(c, '0'..='9' | '０'..='９'));
    let bare = behind.strip_prefix(['.', '．', '、']).filter(|_| behind.len() < text.len())?;
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_day = behind.starts_with('.')
        && is_number_up_to(12, &text[..text.len() - behind.len()])
        && is_number_up_to(31, &bare[..bare.len() - rest.len()])
        && !rest.starts_with(['年', '月', '日', '.', '．', '、']);
    (!is_day).then_some(bare)
}

fn is_number_up_to(most: u8, text: &str) -> bool {
    is_number(text) && text.parse::<u8>().is_ok_and(|number| number <= most)
}

/// Names that are listed: 抄送 (7.4.2; its full stop is put there by the engine), 出席.
pub(super) fn name(text: &str) -> Result<(), Wrong> {
    let bare = text.trim_end_matches(CLOSING);
    holds(bare.len() == text.len(), || about("名称", text, "末尾不写标点").help(format!("写成 {bare}")))
}

const CLOSING: [char; 9] = ['。', '，', '；', '、', '：', '.', ',', ';', ':'];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(rule: Rule, good: &[&str], bad: &[&str]) {
        for text in good {
            assert_eq!(rule(text), Ok(()), "{text}");
        }
        for text in bad {
            assert!(rule(text).is_err_and(|wrong| wrong.fix().is_some()), "{text}");
        }
    }

    #[test]
    fn elements_are_written_as_the_standard_has_them() {
        all(copy_number, &["000001", "123456"], &["1", "0000001", "００００01", "12345六"]);
        all(secrecy, &["秘密", "机密★5年", "绝密★长期"], &["保密", "秘密★", "秘密1年", "秘密 ★1年", "秘密★1年★"]);
        all(urgency, &["特急", "加急"], &["特提", "平急", "急"]);
        all(
            number,
            &["盘旅指报〔2021〕1号"],
            &[
                "盘旅指报[2021]1号",
                "盘旅指报（2021）1号",
                "盘旅指报〔2021〕01号",
                "盘旅指报〔2021〕第1号",
                "〔2021〕1号",
            ],
        );
        all(order_number, &["第1号", "盘政令〔2021〕1号"], &["第01号", "第一号", "1号"]);
        all(issue, &["（第2期）", "（总第156期）"], &["第2期", "(第2期)", "（）"]);
        all(note, &["（联系人：张某某）"], &["联系人：张某某", "(联系人)"]);
        all(
            addressee,
            &["市指挥中心：", "市政府，市指挥中心："],
            &["市指挥中心", "市指挥中心:", "市指挥中心：：", "市指挥中心。：", "："],
        );
        all(
            date,
            &["2021年1月5日", "2020年2月29日"],
            &[
                "2021年01月5日",
                "2021年1月05日",
                "2021年2月29日",
                "2021-01-05",
                "二〇二一年一月五日",
                "21年1月5日",
                "２０２１年1月5日",
            ],
        );
        let good = ["投诉统计表", "《“一机游”周报》", "2021年统计表", "3.15活动方案", "12345热线统计"];
        all(name, &good, &["投诉统计表。", "投诉统计表；", "投诉统计表、"]);
        all(enclosure, &good, &["1.甲", "１．甲", "2、乙", "1.2021年统计表", "2.3月份报表", "10.甲", "1.", "甲。"]);
    }

    proptest! {
        #[test]
        fn every_day_is_a_date_as_it_is_printed(days in 0_i64..60_000) {
            let day = Date::from_parts(1949, 10, 1).unwrap().plus_days(days);
            prop_assert_eq!(date(&crate::compose::dates::full(day)), Ok(()));
        }

        #[test]
        fn nothing_makes_a_rule_panic(text in "[0-9年月日〔〕号第（）：。★秘密 O０]{0,12}", any in ".{0,8}") {
            for rule in [copy_number, secrecy, urgency, number, order_number, issue, note, addressee, date, name, enclosure] {
                let _ = (rule(&text), rule(&any));
            }
        }
    }
}
