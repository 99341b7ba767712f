//! How long the office may take to answer a notice, in working days.

use super::fixture::{OFFICE, WEEK, changed, codes, found, slip};
use zhoubao::diagnostic::Severity;
use zhoubao::record::value::Date;

/// Codes about an office whose 检查 ends in these lines.
fn office(lines: &str) -> Vec<super::fixture::Found> {
    found(&changed(OFFICE, "  放假: [2023-04-05]\n", lines), &[])
}

/// What is found where the reply may take so many working days and `lines` are added to 检查.
fn within(days: u32, lines: &str, week: &str) -> Vec<super::fixture::Found> {
    let office = changed(OFFICE, "答复期限: 5", &format!("答复期限: {days}"));
    found(&changed(&office, "  放假: [2023-04-05]\n", lines), &[week])
}

#[test]
fn working_days_are_counted_from_the_day_after() {
    // Tuesday to Friday: three working days.
    assert_eq!(within(3, "", WEEK), []);
    let late = within(2, "", WEEK);
    assert_eq!(codes(&late), ["notice-late"]);
    assert_eq!((late[0].text.as_str(), late[0].others[0].as_str()), ("2023-03-10", "2023-03-07"));
    assert!(late[0].message.contains("用了 3 个工作日，超过了 2 个"), "{late:#?}");
    assert_eq!(late[0].severity, Severity::Warning);
}

#[test]
fn holidays_do_not_count_and_working_weekends_do() {
    assert_eq!(within(2, "  放假: [2023-03-09]\n", WEEK), []);
    assert_eq!(within(1, "  放假: [{ 起: 2023-03-08, 止: 2023-03-09 }, 2023-03-09]\n", WEEK), []);
    let sunday = changed(WEEK, "上报: 2023-03-10", "上报: 2023-03-12");
    assert_eq!(within(3, "", &sunday), []);
    let late = within(3, "  调休上班: [{ 起: 2023-03-11, 止: 2023-03-12 }]\n", &sunday);
    assert_eq!(codes(&late), ["notice-late"]);
    assert!(late[0].message.contains("5 个工作日"), "{late:#?}");
}

/// What is found about the notice of a week of which that was received and answered on these days, where the reply may take two
/// working days; the office's 检查 ends in `lines`.
fn late(lines: &str, received: &str, answered: &str) -> Option<super::fixture::Found> {
    let day = Date::from_iso(answered).unwrap();
    let start = day.plus_days(-i64::from(day.days_since_monday()));
    let (end, dated) = (start.plus_days(6), start.plus_days(7));
    let week = changed(WEEK, "起: 2023-03-06, 止: 2023-03-12", &format!("起: {start}, 止: {end}"));
    let week = changed(&week, "成文: 2023-03-13", &format!("成文: {dated}"));
    let week = changed(&week, "收到: 2023-03-07", &format!("收到: {received}"));
    let week = changed(&week, "上报: 2023-03-10", &format!("上报: {answered}"));
    within(2, lines, &week).into_iter().find(|it| it.code == "notice-late")
}

/// What is said of a reply that took too long.
fn said(lines: &str, received: &str, answered: &str) -> String {
    late(lines, received, answered).unwrap().message
}

#[test]
fn what_the_state_council_announced_is_known_without_an_office_writing_it() {
    // Spring Festival of 2021: the 11th to the 17th are off, Sunday the 7th and Saturday the 20th are worked.
    assert_eq!(late("", "2021-02-10", "2021-02-19"), None, "the 18th and 19th");
    assert_eq!(
        said("", "2021-02-10", "2021-02-20"),
        "11 号通报单 2021-02-10 收到，2021-02-20 上报，用了 3 个工作日，超过了 2 个"
    );
    assert_eq!(late("", "2021-02-05", "2021-02-08"), None, "the 7th and 8th");
    assert!(said("", "2021-02-05", "2021-02-09").contains("用了 3 个工作日"));
    // National Day of 2023, behind which a Saturday and a Sunday are worked.
    assert_eq!(late("", "2023-09-28", "2023-10-08"), None);
    assert!(said("", "2023-09-28", "2023-10-09").contains("用了 3 个工作日"));
    // The office's own words stand above that.
    assert!(said("  调休上班: [2021-02-15]\n", "2021-02-10", "2021-02-19").contains("用了 3 个工作日"));
    assert_eq!(late("  放假: [2023-10-08]\n", "2023-09-28", "2023-10-09"), None);
}

#[test]
fn of_a_year_that_nobody_has_announced_it_is_said() {
    let finding = late("", "2026-12-30", "2027-01-04").unwrap();
    assert_eq!(finding.message, "11 号通报单 2026-12-30 收到，2027-01-04 上报，用了 3 个工作日，超过了 2 个");
    assert_eq!(
        finding.help,
        "程序里只有 2016 年至 2026 年的放假通知，2027 年的这几天是按没有节假日算的：先在 office.yaml「检查」的「放假」\
         「调休上班」里补上 2027 年的；请核对两个日期；确实逾期的，写明理由认可；节假日不对的，改 office.yaml 的「放假」\
         「调休上班」"
    );
    assert_eq!(finding.severity, Severity::Advice);
    let own = "  放假: [{ 起: 2027-01-01, 止: 2027-01-03 }]\n";
    assert_eq!(late(own, "2026-12-30", "2027-01-04"), None, "the 31st and the 4th");
    let own = said(own, "2026-12-30", "2027-01-05");
    assert!(own.contains("用了 3 个工作日"), "{own}");
    // An office's own days of one year say nothing of another.
    let old = late("  放假: [2023-04-05]\n", "2015-09-01", "2015-09-07").unwrap();
    assert!(old.help.starts_with("程序里只有 2016 年至 2026 年的放假通知，2015 年的这几天"), "{old:#?}");
}

#[test]
fn an_office_without_a_deadline_is_not_asked() {
    let office = changed(OFFICE, "  答复期限: 5\n", "");
    assert_eq!(found(&office, &[&changed(WEEK, "收到: 2023-03-07", "收到: 2023-03-06")]), []);
}

#[test]
fn an_open_notice_is_overdue_once_its_time_is_past() {
    let open = changed(WEEK, "    上报: 2023-03-10\n    文号: 15\n", "    状态: 处理中\n");
    assert_eq!(within(3, "", &open), []);
    let late = within(2, "", &open);
    assert_eq!(codes(&late), ["notice-overdue"]);
    assert_eq!((late[0].text.as_str(), late[0].others[0].as_str()), ("处理中", "2023-03-07"));
    assert!(late[0].message.contains("过了 3 个工作日"), "{late:#?}");
}

#[test]
fn the_table_of_holidays_agrees_with_itself_and_the_calendar() {
    let clash = office("  放假: [{ 起: 2023-01-21, 止: 2023-01-28 }, 2023-01-22]\n  调休上班: [2023-01-28]\n");
    assert_eq!(codes(&clash), ["office-holidays-clash"]);
    assert_eq!((clash[0].text.as_str(), clash[0].others[0].as_str()), ("2023-01-28", "2023-01-21"));
    let monday = office("  调休上班: [2023-01-30]\n");
    assert_eq!(codes(&monday), ["office-holidays"]);
    assert_eq!((monday[0].text.as_str(), monday[0].severity), ("2023-01-30", Severity::Advice));
    let long = office("  放假: [{ 起: 2023-01-21, 止: 2024-01-27 }]\n");
    assert_eq!(codes(&long), ["office-holidays"]);
    assert_eq!(long[0].text, "2024-01-27");
    assert_eq!(office("  放假: [{ 起: 2023-01-21, 止: 2023-01-27 }]\n  调休上班: [2023-01-28, 2023-01-29]\n"), []);
    // A day off that the office works all the same.
    assert_eq!(office("  调休上班: [{ 起: 2023-01-23, 止: 2023-01-25 }]\n"), []);
}

#[test]
fn a_year_typed_wrong_is_no_question_of_working_days() {
    assert_eq!(codes(&slip("收到: 2023-03-07", "收到: 1949-03-07")), ["date-year"]);
}
