//! What the field's values accept, how they print, and what is said to a slip; and that printing undoes parsing.

use super::{ApproximateCount, Date, DocumentNumber, IssueNumber, Minutes, Money, Phone, Quantity, Wrong};
use proptest::prelude::*;
use std::fmt::Display;
use std::str::FromStr;

/// Each is typed as it is printed.
fn same<T: FromStr<Err = Wrong> + Display>(texts: &[&str]) {
    for text in texts {
        assert_eq!(text.parse::<T>().map(|value| value.to_string()), Ok((*text).to_owned()));
    }
}

/// Each is refused, and the help holds the fix.
fn fixed<T: FromStr<Err = Wrong>>(slips: &[(&str, &str)]) {
    for (text, fix) in slips {
        let wrong = text.parse::<T>().err();
        let help = wrong.as_ref().and_then(Wrong::fix).unwrap_or("（没有说怎样改）");
        assert!(help.contains(fix), "{text}: {help} 里没有 {fix}");
    }
}

#[test]
fn approximate_counts() {
    same::<ApproximateCount>(&["0", "50", "100余", "0.35", "12.75", "3.50"]);
    fixed::<ApproximateCount>(&[
        ("１００余", "100余"),
        ("100多", "100余"),
        ("100余人", "100余"),
        ("约100", "100余"),
        ("５０", "50"),
        ("1OO", "100"),
        ("-5", "负号"),
        ("1,000", "1000"),
        ("050", "50"),
        ("余", "6"),
        ("", "6"),
        ("99999999999", "多打"),
        ("12．75", "12.75"),
        ("12.75公里", "12.75"),
        ("3.5余", "3.5"),
        ("03.5", "3.5"),
        ("1.23456", "4 位"),
        ("1.2.3", "1"),
    ]);
}

#[test]
fn quantities() {
    same::<Quantity>(&["12份", "3.2万元", "100余件", "0个", "12.75公里"]);
    fixed::<Quantity>(&[("12", "12份"), ("１２份", "12份"), ("份", "12份"), ("012份", "12"), ("3份、5件", "分开")]);
    let sum = |texts: &[&str]| {
        let all: Vec<Quantity> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        Quantity::sum(&all).map(|sum| sum.to_string())
    };
    assert_eq!(sum(&["1.2万元", "2万元"]).as_deref(), Some("3.2万元"));
    assert_eq!(sum(&["1.2万元", "5000元"]).as_deref(), Some("17000元"));
    assert_eq!(sum(&["0.0012亿元", "8000元"]).as_deref(), Some("128000元"));
    assert_eq!([sum(&["3份", "2件"]), sum(&["100余份", "3份"]), sum(&["3万余元", "3万元"])], [None, None, None]);
}

#[test]
fn issue_numbers() {
    same::<IssueNumber>(&["1", "52"]);
    fixed::<IssueNumber>(&[("0", "1"), ("02", "2"), ("第2期", "6"), ("2期", "2"), ("1O", "10")]);
}

#[test]
fn minutes() {
    same::<Minutes>(&["0分钟", "3分钟", "59分钟", "1小时", "1小时19分钟", "26小时"]);
    assert_eq!("79分钟".parse::<Minutes>(), Ok(Minutes::new(79)));
    assert_eq!(Minutes::new(79).to_string(), "1小时19分钟");
    let week = [6, 3, 7, 7, 12, 44].map(Minutes::new);
    assert_eq!(week.into_iter().sum::<Minutes>().to_string(), "1小时19分钟");
    fixed::<Minutes>(&[
        ("3", "3分钟"),
        ("3分", "3分钟"),
        ("３分钟", "3分钟"),
        ("1个小时", "1小时"),
        ("1时5分", "1小时5分钟"),
        ("1小时75分钟", "2小时15分钟"),
        ("1小时0分钟", "1小时"),
        ("半小时", "1小时19分钟"),
        ("", "1小时19分钟"),
        ("分钟", "3分钟"),
        ("小时", "2小时"),
        ("99999999小时", "多打"),
    ]);
}

#[test]
fn money() {
    same::<Money>(&["0", "0.00", "42565.00", "42565", "0.5", "999999999999999.99"]);
    let sum = ["42565.00", "0.5", "1"].iter().filter_map(|text| text.parse().ok()).sum::<Money>();
    assert_eq!(sum.to_string(), "42566.50");
    fixed::<Money>(&[
        ("42,565.00", "42565.00"),
        ("42，565.00", "42565.00"),
        ("42565.00元", "42565.00"),
        ("¥42565", "42565"),
        ("４２５６５", "42565"),
        ("4.2565万元", "42565"),
        ("-1", "负号"),
        ("1.005", "两位"),
        ("007", "0"),
        ("1e5", "42565.00"),
        (".5", "42565.00"),
        ("", "42565.00"),
        ("99999999999999999999", "多打"),
    ]);
}

#[test]
fn dates() {
    same::<Date>(&["2021-01-08", "2020-02-29", "1949-10-01"]);
    fixed::<Date>(&[
        ("2021年1月8日", "2021-01-08"),
        ("2021/1/8", "2021-01-08"),
        ("2021.01.08", "2021-01-08"),
        ("2021-1-8", "2021-01-08"),
        ("20210108", "2021-01-08"),
        ("２０２１-01-08", "2021-01-08"),
        ("2O21-01-08", "2021-01-08"),
        ("1月8日", "2021-01-08"),
        ("2021-02-30", "1 日到 28 日"),
        ("2021-04-31", "1 日到 30 日"),
        ("2021-13-01", "12 个月"),
        ("2021-00-01", "12 个月"),
        ("0021-01-08", "年份"),
    ]);
}

#[test]
fn document_numbers() {
    same::<DocumentNumber>(&["盘旅指报〔2021〕1号", "盘考办通〔2020〕9号", "云政发〔2021〕120号"]);
    fixed::<DocumentNumber>(&[
        ("盘旅指报[2021]1号", "盘旅指报〔2021〕1号"),
        ("盘旅指报【2021】1号", "盘旅指报〔2021〕1号"),
        ("盘旅指报（2021）1号", "盘旅指报〔2021〕1号"),
        ("盘旅指报〔2021〕第1号", "盘旅指报〔2021〕1号"),
        ("盘旅指报〔2021〕01号", "盘旅指报〔2021〕1号"),
        ("盘旅指报〔2021〕1", "盘旅指报〔2021〕1号"),
        ("盘旅指报 〔２０２１〕 1号", "盘旅指报〔2021〕1号"),
        ("盘旅指报〔21〕1号", "例如"),
        ("盘旅指报〔2021〕0号", "例如"),
        ("〔2021〕1号", "例如"),
    ]);
}

#[test]
fn phones() {
    same::<Phone>(&["19900000001", "0871-63112345", "010-63112345", "0871-6311234", "12345", "96301", "110"]);
    let masked = |text: &str| text.parse::<Phone>().map(|phone| phone.masked());
    assert_eq!(masked("13812345678"), Ok("138****5678".to_owned()));
    assert_eq!(masked("0871-63112345"), Ok("0871-****2345".to_owned()));
    assert_eq!(masked("12345"), Ok("12345".to_owned()));
    assert_eq!(format!("{:?}", "13812345678".parse::<Phone>()), "Ok(Phone(138****5678))");
    fixed::<Phone>(&[
        ("138 1234 5678", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("１３８12345678", "13812345678"),
        ("(0871)63112345", "0871-63112345"),
        ("1381234567", "10 位"),
        ("138123456789", "12 位"),
        ("087163112345", "短横"),
        ("无", "12345"),
    ]);
    assert!(!"1381234567".parse::<Phone>().map_or_else(|wrong| wrong.to_string(), |_| String::new()).contains("138"));
}

proptest! {
    #[test]
    fn printing_undoes_parsing(number in 0u32.., and_more: bool, cents in 0u64..100_000_000_000_000_000, places in 0usize..3,
        days in 0i64..100_000, code in "[\u{4e00}-\u{9fa5}]{1,8}", year in 1000u16..=9999) {
        let count = ApproximateCount { number: number.into(), and_more };
        prop_assert_eq!(count.to_string().parse(), Ok(count));
        let minutes = Minutes::new(number);
        prop_assert_eq!(minutes.to_string().parse(), Ok(minutes));
        let typed = match places {
            0 => (cents / 100).to_string(),
            1 => format!("{}.{}", cents / 100, cents % 10),
            _ => format!("{}.{:02}", cents / 100, cents % 100),
        };
        prop_assert_eq!(typed.parse::<Money>().map(|money| money.to_string()), Ok(typed));
        let date = Date::from_parts(1949, 1, 1).unwrap().plus_days(days);
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        if number > 0 {
            let document = DocumentNumber::new(code, year, number)?;
            prop_assert_eq!(document.to_string().parse(), Ok(document));
        }
    }

    #[test]
    fn nothing_typed_makes_a_parser_panic(text in "[0-9０-９年月日小时分钟余万元〔〕号.,，\\-—:：{}\\[\\] O]{0,12}", any in ".{0,12}") {
        for text in [text, any] {
            let _ = text.parse::<ApproximateCount>();
            let _ = text.parse::<Quantity>();
            let _ = text.parse::<IssueNumber>();
            let _ = text.parse::<Minutes>();
            let _ = text.parse::<Money>();
            let _ = text.parse::<Date>();
            let _ = text.parse::<DocumentNumber>();
            let _ = text.parse::<Phone>();
        }
    }
}
