//! What is said of filters, tests and functions that nobody has.

use super::catalogue::{FILTERS, FUNCTIONS, Named, TESTS};
use crate::compose::template::error_words::guess;

/// What is wrong, and the fix.
pub(super) type Explained = (String, String);

pub(super) fn unknown_filter(name: &str) -> Explained {
    (format!("没有「{name}」这个过滤器"), known_means(name, FILTERS))
}

pub(super) fn unknown_test(name: &str) -> Explained {
    (format!("没有「{name}」这种判断"), known_means(name, TESTS))
}

pub(super) fn unknown_function(name: &str) -> Explained {
    (format!("没有「{name}」这个函数"), known_means(name, FUNCTIONS))
}

fn known_means<T>(name: &str, known: &[Named<T>]) -> String {
    const CLOCK: [&str; 4] = ["now", "get_env", "get_random", "date"];
    if CLOCK.contains(&name) {
        return "公文不能随时钟、电脑或运气而变，所以没有它；日期用记录里的，例如 {{ week.dated | full_date }}"
            .to_owned();
    }
    let known: Vec<&str> = known.iter().map(|known| known.name).collect();
    guess(name, &known, "请核对名称；可以用的办法见使用说明")
}
