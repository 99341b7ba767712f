//! Closed sets of words: what is said to one that is not among them.

use super::nearest::only_nearest;
use super::wrong::{Wrong, shown};
use crate::diagnostic::Certainty;

/// Why `text` is none of `words`, with the one that was probably meant.
#[must_use]
pub fn not_among(text: &str, words: &[&str]) -> Wrong {
    let allowed = words.join("、");
    let wrong = Wrong::new(format!("没有「{}」这种写法", shown(text.trim())));
    if let Some(day) = day(text, words) {
        return wrong.help(format!("写成「{day}」")).fixed_word(Certainty::Certain, day);
    }
    match only_nearest(text, words.iter().copied()) {
        Some(guess) => {
            wrong.help(format!("是不是想写「{guess}」？这里可以写：{allowed}")).fixed_word(Certainty::Likely, guess)
        }
        None => wrong.help(format!("这里可以写：{allowed}")),
    }
}

/// The day of the week that is called otherwise: 周日, 礼拜天.
fn day<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    let text = text.trim();
    let day = ["星期", "礼拜", "周"].iter().find_map(|week| text.strip_prefix(week))?;
    let day = if day == "天" { "日" } else { day };
    words.iter().copied().find(|word| word.strip_prefix("星期") == Some(day))
}

#[cfg(test)]
mod tests {
    use super::not_among;
    use crate::source::{Source, Span};

    const DAYS: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];

    fn fix(text: &str, words: &[&str]) -> Option<String> {
        let span = Span::new(&Source::new("周.yaml", text), 0..text.len());
        not_among(text, words).at(&span).fix.and_then(|fix| fix.edits.into_iter().next()).map(|edit| edit.text)
    }

    #[test]
    fn a_day_has_several_names_and_of_words_equally_near_none_is_chosen() {
        for text in ["星期天", "周日", "礼拜天"] {
            assert_eq!(fix(text, &DAYS).as_deref(), Some("星期日"), "{text}");
        }
        assert_eq!(fix("周一", &DAYS).as_deref(), Some("星期一"));
        assert_eq!(fix("星期七", &DAYS), None);
        assert_eq!(fix("警吿", &["警告", "建议"]).as_deref(), Some("警告"));
    }
}
