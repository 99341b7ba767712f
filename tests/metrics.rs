//! Figures of the real week, counted by hand from the specimen, and what they remember.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use zhoubao::metrics::Metrics;
use zhoubao::record::office::Office;
use zhoubao::record::week::Week;
use zhoubao::record::{Described, read};
use zhoubao::source::Source;
use zhoubao::yaml::Problems;

const OFFICE: &str = include_str!("../data/panlong/office.yaml");
const WEEK: &str = include_str!("../data/panlong/2021/2021-01-08.yaml");

fn parse<T: Described>(text: &str) -> T {
    let mut problems = Problems::new();
    let record = read(&Source::new("x.yaml", text), &mut problems);
    record.unwrap_or_else(|| panic!("{:#?}", problems.into_vec()))
}

fn with<T>(office: &str, week: &str, look: impl FnOnce(&Metrics) -> T) -> T {
    let (office, week): (Office, Week) = (parse(office), parse(week));
    look(&Metrics::for_week(&office, &week))
}

#[test]
fn complaints_are_counted_by_platform_and_status() {
    with(OFFICE, WEEK, |metrics| {
        let told: Vec<_> = metrics
            .complaints
            .platforms
            .iter()
            .map(|tally| (tally.platform.name.value.as_str(), tally.count.value, tally.closed.as_ref().unwrap().value))
            .collect();
        assert_eq!(
            told,
            [
                ("数字旅游平台", 0, 0),
                ("12301平台", 0, 0),
                ("12345市长投诉热线", 1, 0),
                ("智旅通投诉平台", 2, 1),
                ("“一机游”游客投诉平台", 6, 6)
            ]
        );
        assert_eq!((metrics.complaints.total.value, metrics.complaints.valid.value), (9, 6));
        assert_eq!(metrics.complaints.platforms[0].count.from[0].text(), "数字旅游平台");
    });
}

#[test]
fn handling_times_are_summed_exactly_and_the_mean_follows_the_offices_rule() {
    let told = |office: &str| {
        with(office, WEEK, |metrics| {
            let complaints = &metrics.complaints;
            let total = complaints.total_time.as_ref().unwrap();
            let places: Vec<_> = total.from.iter().map(|place| place.text().to_owned()).collect();
            assert_eq!(places, ["6分钟", "3分钟", "7分钟", "7分钟", "12分钟", "44分钟"]);
            (total.value.to_string(), complaints.mean_minutes.as_ref().unwrap().value.to_string())
        })
    };
    assert_eq!(told(OFFICE), ("1小时19分钟".to_owned(), "13.16".to_owned()));
    assert_eq!(told(&OFFICE.replace("办法: 截断", "办法: 四舍五入")).1, "13.17");
}

#[test]
fn a_complaint_that_is_not_valid_or_not_closed_changes_the_mean_not_by_its_silence() {
    let week = WEEK.replace("办结时长: 44分钟 }", "办结时长: 44分钟, 有效: 否 }");
    with(OFFICE, &week, |metrics| {
        assert_eq!(metrics.complaints.valid.value, 5);
        assert_eq!(metrics.complaints.mean_minutes.as_ref().unwrap().value.to_string(), "7");
    });
    let week = WEEK.replace("状态: 办结, 办结时长: 44分钟", "状态: 处理中");
    with(OFFICE, &week, |metrics| {
        assert_eq!(metrics.complaints.valid.value, 6);
        assert_eq!(metrics.complaints.mean_minutes.as_ref().unwrap().value.to_string(), "7");
    });
}

#[test]
fn who_is_missing_follows_from_the_roster_in_its_order() {
    with(OFFICE, WEEK, |metrics| {
        let counts: Vec<_> = metrics.inward.iter().map(|tally| tally.copies.value).collect();
        assert_eq!(counts, [10, 28, 2, 4]);
        let missing: Vec<_> = metrics.inward[1].missing.iter().map(|unit| unit.value).collect();
        assert_eq!(missing, ["区农林局", "区信访局", "区民宗局"]);
        assert!(metrics.inward[2].missing.is_empty(), "not everybody has to send this paper");
    });
}

#[test]
fn papers_sent_up_count_with_their_copies() {
    with(OFFICE, WEEK, |metrics| {
        let outward = metrics.outward.as_ref().unwrap();
        assert_eq!((outward.papers.len(), outward.copies.value), (4, 5));
    });
}

#[test]
fn returns_are_taken_as_told() {
    with(OFFICE, WEEK, |metrics| {
        let returns = metrics.returns.as_ref().unwrap();
        assert_eq!((returns.count.value, returns.amount.value.to_string().as_str()), (15, "42565.00"));
    });
}
