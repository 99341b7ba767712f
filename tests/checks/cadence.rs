//! Periods that are no weeks: their lengths, the gaps between them, their numbers and dates.

use super::fixture::found;

const OFFICE: &str = "\
名称: 甲市某某局
行政区: 甲市
简称: 甲市某局
自称: 我局
上级: { 名称: 乙省某某厅, 简称: 省某厅, 文内: 省厅 }
周报名称: 工作情况报告
取舍: { 办法: 四舍五入, 小数位: 2 }
";

/// An office with further keys, and its periods: first day, last day, issue, day of the paper, further keys.
fn about(office: &str, periods: &[(&str, &str, u32, &str, &str)]) -> Vec<(&'static str, String)> {
    let weeks: Vec<String> = periods
        .iter()
        .map(|(start, end, issue, dated, more)| {
            format!("周期: {{ 起: {start}, 止: {end} }}\n期号: {issue}\n成文: {dated}\n{more}")
        })
        .collect();
    let weeks: Vec<&str> = weeks.iter().map(String::as_str).collect();
    let found = found(&format!("{OFFICE}{office}"), &weeks);
    assert!(found.iter().all(|it| !it.help.is_empty()), "{found:#?}");
    found.into_iter().map(|it| (it.code, it.text)).collect()
}

#[test]
fn a_period_has_the_length_that_the_office_says() {
    for (cadence, start, end, is_right) in [
        ("月", "2026-02-01", "2026-02-28", true),
        ("月", "2026-02-26", "2026-03-25", true),
        ("月", "2026-02-01", "2026-02-27", false),
        ("月", "2026-02-01", "2026-02-07", false),
        ("工作周", "2026-03-02", "2026-03-06", true),
        ("工作周", "2026-03-02", "2026-03-08", false),
        ("旬", "2026-02-21", "2026-02-28", true),
        ("季", "2026-01-01", "2026-03-31", true),
        ("季", "2026-01-01", "2026-02-28", false),
        ("半年", "2025-07-01", "2025-12-31", true),
        ("年", "2025-01-01", "2025-12-31", true),
        ("不定", "2026-03-02", "2026-03-12", true),
        ("周", "2026-03-01", "2026-03-31", false),
    ] {
        let found = about(&format!("报送周期: {cadence}\n"), &[(start, end, 1, end, "")]);
        let expected = if is_right { Vec::new() } else { vec![("week-length", end.to_owned())] };
        assert_eq!(found, expected, "{cadence} {start} {end}");
    }
    // Where the office does not say: weeks, and what the calendar has a word for.
    for (start, end) in [("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-03-31"), ("2026-03-02", "2026-03-08")] {
        assert_eq!(about("", &[(start, end, 1, end, "")]), []);
    }
    assert_eq!(about("", &[("2026-02-01", "2026-02-27", 1, "2026-02-27", "")]), [("week-length", "2026-02-27".into())]);
}

#[test]
fn gaps_and_numbers_follow_the_period() {
    let working = [
        ("2026-03-02", "2026-03-06", 9, "2026-03-06", ""),
        ("2026-03-09", "2026-03-13", 10, "2026-03-13", ""),
        ("2026-03-23", "2026-03-27", 12, "2026-03-27", ""),
    ];
    assert_eq!(about("报送周期: 工作周\n", &working[..2]), []);
    assert_eq!(about("报送周期: 工作周\n", &working), [("week-gap", "2026-03-23".to_owned())]);

    let months = [
        ("2026-01-01", "2026-01-31", 1, "2026-02-03", ""),
        ("2026-02-01", "2026-02-28", 2, "2026-03-03", ""),
        ("2026-03-01", "2026-03-31", 4, "2026-04-03", ""),
    ];
    assert_eq!(about("报送周期: 月\n", &months[..2]), []);
    assert_eq!(about("报送周期: 月\n", &months), [("issue-skipped", "4".to_owned())]);
    let missing = [months[0], ("2026-03-01", "2026-03-31", 3, "2026-04-03", "")];
    assert_eq!(about("报送周期: 月\n", &missing), [("week-gap", "2026-03-01".to_owned())]);
}

#[test]
fn numbers_may_run_on_over_years() {
    let turn = |issue: u32| {
        [("2025-12-01", "2025-12-31", 36, "2026-01-04", ""), ("2026-01-01", "2026-01-31", issue, "2026-02-04", "")]
    };
    assert_eq!(about("报送周期: 月\n期号排法: 连续\n", &turn(37)), []);
    assert_eq!(about("报送周期: 月\n期号排法: 连续\n", &turn(1)), [("issue-backward", "1".to_owned())]);
    assert_eq!(about("报送周期: 月\n", &turn(1)), []);
    assert_eq!(about("报送周期: 月\n", &turn(37)), [("issue-beyond-year", "37".to_owned())]);

    let both = |total: &'static str| {
        [
            ("2025-12-01", "2025-12-31", 12, "2026-01-04", "总期号: 36\n"),
            ("2026-01-01", "2026-01-31", 1, "2026-02-04", total),
        ]
    };
    assert_eq!(about("", &both("总期号: 37\n")), []);
    assert_eq!(about("", &both("总期号: 38\n")), [("issue-total", "38".to_owned())]);
}

#[test]
fn what_is_counted_some_days_longer_says_until_when() {
    let until = |day: &str, received: &str| {
        let more = format!(
            "统计截止: {day}\n通报单:\n  - {{ 编号: 6, 收到: 2026-01-20, 反映: 某景区有人揽客。, 处理: 已当场制止。, 上报: {received} }}\n"
        );
        about("报送周期: 月\n", &[("2026-01-01", "2026-01-31", 1, "2026-02-06", &more)])
    };
    assert_eq!(until("2026-02-05", "2026-02-04"), []);
    let codes = |found: Vec<(&'static str, String)>| found.into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert!(codes(until("2026-02-03", "2026-02-04")).contains(&"event-outside-week"));
    assert!(codes(until("2026-02-07", "2026-02-04")).contains(&"week-counted-until"));
}

#[test]
fn a_long_period_may_be_dated_later() {
    assert_eq!(about("", &[("2025-01-01", "2025-12-31", 1, "2026-02-20", "")]), []);
    let late = about("", &[("2026-03-02", "2026-03-08", 1, "2026-03-30", "")]);
    assert_eq!(late, [("week-dated-late", "2026-03-30".to_owned())]);
}

#[test]
fn of_records_since_a_day_the_next_goes_one_step_further() {
    let since = |records: &[(&str, u32)]| {
        let records: Vec<String> = records
            .iter()
            .map(|(last, issue)| {
                format!("周期: {{ 起: 2026-01-01, 止: {last}, 累计: 是 }}\n期号: {issue}\n成文: {last}\n")
            })
            .collect();
        let records: Vec<&str> = records.iter().map(String::as_str).collect();
        let found = found(&format!("{OFFICE}报送周期: 累计\n"), &records);
        found.into_iter().map(|it| (it.code, it.text)).collect::<Vec<_>>()
    };
    let (february, march, april, may) = ("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    let right: [&[(&str, u32)]; 5] = [
        // The first report of the year is often that of two months.
        &[(february, 1), (march, 2), (april, 3)],
        // By quarters.
        &[(march, 1), ("2026-06-30", 2), ("2026-09-30", 3)],
        // By weeks.
        &[("2026-03-05", 1), ("2026-03-12", 2), ("2026-03-19", 3)],
        // From two records nobody can tell how often there should be one.
        &[(february, 1), (may, 2)],
        // On any day.
        &[("2026-03-05", 1), (march, 2), ("2026-04-17", 3)],
    ];
    for records in right {
        assert_eq!(since(records), [], "{records:?}");
    }
    assert_eq!(since(&[(february, 1), (march, 2), (may, 4)]), [("week-gap", may.to_owned())]);
    assert_eq!(
        since(&[("2026-03-05", 1), ("2026-03-12", 2), ("2026-03-26", 3)]),
        [("week-gap", "2026-03-26".to_owned())]
    );
    assert_eq!(since(&[(february, 1), (march, 3)]), [("issue-skipped", "3".to_owned())]);
    assert_eq!(since(&[(february, 2), (march, 1)]), [("issue-backward", "1".to_owned())]);
}

#[test]
fn a_record_of_which_no_kind_of_paper_is_made_is_told() {
    let monthly = "报送周期: 周\n文书: [{ 代号: monthly, 模板: weekly, 报送周期: 月 }]\n";
    let week = ("2026-03-02", "2026-03-08", 1, "2026-03-09", "");
    assert_eq!(about(monthly, &[week]), [("week-without-paper", "{ 起: 2026-03-02, 止: 2026-03-08 }".to_owned())]);
    assert_eq!(about(monthly, &[("2026-03-01", "2026-03-31", 1, "2026-04-02", "")]), []);
    let since = "周期: { 起: 2026-01-01, 止: 2026-03-31, 累计: 是 }\n期号: 1\n成文: 2026-04-02\n";
    let found = found(OFFICE, &[since]);
    let [one] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(one.code, "week-without-paper");
}
