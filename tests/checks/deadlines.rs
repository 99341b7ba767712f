//! How long the office may take to answer a notice, in working days.

use super::fixture::{OFFICE, WEEK, changed, codes, found, slip};
use zhoubao::diagnostic::Severity;

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

/// The table of holidays has days of 2023, none of 2024.
#[test]
fn a_year_without_holidays_says_nothing_of_notices_of_other_years() {
    let notice = WEEK.split("通报单:\n").nth(1).unwrap().split("\n现场受理").next().unwrap();
    let next_year = changed(notice, "收到: 2023-03-07", "收到: 2023-12-29").replace("编号: 11", "编号: 12");
    let next_year = next_year.replace("上报: 2023-03-10", "上报: 2024-01-02");
    let week = changed(WEEK, notice, &format!("{notice}{next_year}"));
    let found = within(2, "  放假: [2023-04-05]\n", &week);
    let late: Vec<_> = found.iter().filter(|finding| finding.code == "notice-late").collect();
    let [late] = late[..] else { panic!("{found:#?}") };
    assert_eq!((late.severity, late.text.as_str()), (Severity::Warning, "2023-03-10"));
    assert!(late.help.starts_with("请核对两个日期"), "{late:#?}");
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
}

#[test]
fn a_year_typed_wrong_is_no_question_of_working_days() {
    assert_eq!(codes(&slip("收到: 2023-03-07", "收到: 1949-03-07")), ["date-year"]);
}
