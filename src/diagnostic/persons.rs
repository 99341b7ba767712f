//! Persons' data kept out of what is shown: lines of a file and messages about it end up in logs.
//!
//! Telephone, identity-card and bank numbers lose their middle, names behind 姓名 all but their first character. Every
//! character stays in its place, so that marks still stand under what they mean. Service numbers (12345, 96301) are
//! nobody's.

use std::borrow::Cow;
use std::ops::Range;

/// `text` with a star for every character that would tell who somebody is.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let keyed = text.contains(NAME) || text.contains(PHONE);
    if !keyed && !has_long_number(text) {
        return Cow::Borrowed(text);
    }
    let mut chars: Vec<char> = text.chars().collect();
    let mut hidden = numbers(&chars);
    for value in values(&chars, PHONE) {
        hidden.extend(middle_of_digits(&chars, value));
    }
    for value in values(&chars, NAME) {
        // What is masked already says no more.
        if !chars[value.clone()].iter().any(|c| matches!(c, '某' | '*' | '＊' | '×')) {
            hidden.push(value.start + 1..value.end);
        }
    }
    if hidden.is_empty() {
        return Cow::Borrowed(text);
    }
    for at in hidden.into_iter().flatten() {
        if let Some(c) = chars.get_mut(at).filter(|c| !c.is_whitespace()) {
            *c = '*';
        }
    }
    Cow::Owned(chars.into_iter().collect())
}

/// `line` masked, which may hold the value of a key that stands alone on the line before it.
pub(super) fn masked_below<'a>(above: &str, line: &'a str) -> Cow<'a, str> {
    let above = above.trim_end();
    if !above.ends_with([':', '：']) || !(above.contains(NAME) || above.contains(PHONE)) {
        return masked(line);
    }
    let both = format!("{above}\n{line}");
    let told = masked(&both);
    Cow::Owned(told.split_once('\n').map_or_else(String::new, |(_, line)| line.to_owned()))
}

const NAME: &str = "姓名";
const PHONE: &str = "电话";

/// Nothing shorter is hidden but a telephone number behind its key.
fn has_long_number(text: &str) -> bool {
    text.chars().filter(|c| is_digit(*c)).nth(9).is_some()
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The digit that is meant, for telling mobiles from landlines.
fn digit(c: char) -> char {
    if c.is_ascii() { c } else { char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c) }
}

/// What of numbers that belong to somebody is to be hidden.
fn numbers(chars: &[char]) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    let runs = runs(chars);
    for (at, run) in runs.iter().enumerate() {
        let first = digit(chars[run.start]);
        let second = chars.get(run.start + 1).map_or(' ', |c| digit(*c));
        let is_mobile = first == '1' && matches!(second, '3'..='9');
        // The next runs of digits where one mark stands between.
        let near = |next: usize, marks: &[char]| {
            let next = runs.get(at + next)?;
            let mark = next.start.checked_sub(1).and_then(|mark| chars.get(mark))?;
            let before = runs.get(at).filter(|_| marks.contains(mark))?;
            (next.start > before.end).then(|| next.clone())
        };
        match run.len() {
            11 if is_mobile => hidden.push(run.start + 3..run.end - 4),
            17 if matches!(chars.get(run.end), Some('X' | 'x' | 'Ｘ')) => hidden.push(run.start + 3..run.end - 3),
            15..=19 => hidden.push(run.start + 3..run.end - 4),
            10..=12 if first == '0' => hidden.push(run.start + 4..run.end - 4),
            3 | 4 if first == '0' => {
                let line = near(1, &['-', '－', '—', '–', ')', '）', ' ']);
                if let Some(line) = line.filter(|line| line.start == run.end + 1 && matches!(line.len(), 7 | 8)) {
                    hidden.push(line.start..line.end - 4);
                }
            }
            3 if is_mobile => {
                let marks = ['-', ' ', '－', '—'];
                if let (Some(middle), Some(last)) = (near(1, &marks), near(2, &marks))
                    && middle.start == run.end + 1
                    && last.start == middle.end + 1
                    && (middle.len(), last.len()) == (4, 4)
                {
                    hidden.push(middle);
                }
            }
            _ => {}
        }
    }
    hidden
}

/// Where digits stand in a row.
fn runs(chars: &[char]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| is_digit(**c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Where the values of `key` stand: behind a colon, up to what ends a value in YAML or a quotation.
fn values(chars: &[char], key: &str) -> Vec<Range<usize>> {
    let key: Vec<char> = key.chars().collect();
    let mut values = Vec::new();
    for at in (0..chars.len()).filter(|at| chars[*at..].starts_with(&key)) {
        let skip = |from: usize, marks: &[char]| {
            let passed = chars[from..].iter().take_while(|c| c.is_whitespace() || marks.contains(c)).count();
            from + passed
        };
        let colon = skip(at + key.len(), &['"', '\'']);
        if !matches!(chars.get(colon), Some(':' | '：')) {
            continue;
        }
        let start = skip(colon + 1, &['"', '\'', '“']);
        let ends = |c: &char| matches!(c, ',' | '，' | '}' | '｝' | '"' | '\'' | '”' | '」' | '；' | '#' | '\n' | '\r');
        let length = chars[start..].iter().position(ends).unwrap_or(chars.len() - start);
        values.push(start..start + length.max(1).min(chars.len() - start));
    }
    values.retain(|value| !value.is_empty());
    values
}

/// The digits of a telephone number however it is typed, but for the last four and, of a long one, the first three.
fn middle_of_digits(chars: &[char], value: Range<usize>) -> Vec<Range<usize>> {
    let digits: Vec<usize> = value.filter(|at| is_digit(chars[*at])).collect();
    if digits.len() < 7 {
        return Vec::new();
    }
    let kept = if digits.len() < 9 { 0 } else { 3 };
    digits[kept..digits.len() - 4].iter().map(|at| *at..at + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::{masked, masked_below};

    #[test]
    fn numbers_of_persons_lose_their_middle() {
        for (typed, told) in [
            ("联系19900000001核实", "联系199****0001核实"),
            ("１９９０００００００１", "１９９****０００１"),
            ("138 1234 5678、138-1234-5678", "138 **** 5678、138-****-5678"),
            ("0871-63112345", "0871-****2345"),
            ("(0871)6311234", "(0871)***1234"),
            ("087163112345", "0871****2345"),
            ("身份证530102199001011234", "身份证530***********1234"),
            ("身份证53010219900101123X", "身份证530***********123X"),
            ("卡号6222021234567890123。", "卡号622************0123。"),
            ("电话: \"1990000001\"", "电话: \"199***0001\""),
            ("电话：6311 2345", "电话：**** 2345"),
        ] {
            assert_eq!(masked(typed), told);
            assert_eq!(masked(typed).chars().count(), typed.chars().count());
        }
    }

    #[test]
    fn names_keep_their_first_character() {
        for (typed, told) in [
            ("投诉人: { 姓名: 王小明, 电话: \"13812345678\" }", "投诉人: { 姓名: 王**, 电话: \"138****5678\" }"),
            ("姓名：\"欧阳 小明\"", "姓名：\"欧* **\""),
            ("姓名: 刘某某", "姓名: 刘某某"),
            ("姓名:", "姓名:"),
            ("补上一行「姓名: …」，与同一条里的其他键左边对齐", "补上一行「姓名: …」，与同一条里的其他键左边对齐"),
        ] {
            assert_eq!(masked(typed), told);
        }
        assert_eq!(masked_below("      姓名:", "        王小明"), "        王**");
        assert_eq!(masked_below("      来源:", "        王小明"), "        王小明");
    }

    #[test]
    fn what_is_nobodys_stays() {
        for typed in [
            "可拨打12345、96301或12301平台",
            "电话: \"12345\"",
            "周期: { 起: 2021-01-08, 止: 2021-01-14 }，金额: 42565.00",
            "（盘考办通〔2020〕9号）2021-01-08 2021-01-14",
            "第 12345678901 号",
        ] {
            assert_eq!(masked(typed), typed);
        }
    }
}
