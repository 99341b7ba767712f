//! Persons' data kept out of what is shown: lines of a file and messages about it end up in logs.
//!
//! Telephone, identity-card and bank numbers lose their middle, names behind 姓名 all but their first character. Every
//! character stays in its place, so that marks still stand under what they mean. Service numbers (12345, 96301) are
//! nobody's.

use std::borrow::Cow;
use std::ops::Range;

/// `text` with a star for every character that would tell who somebody is.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let mut chars: Vec<char> = text.chars().collect();
    let mut hidden = numbers(&chars);
    hidden.extend(plates_and_passports(&chars));
    hidden.extend(accounts(&chars));
    hidden.extend(names_in_prose(&chars));
    for value in values(&chars, PHONE) {
        hidden.extend(middle_of_digits(&chars, value));
    }
    let of_complainants = values(&chars, COMPLAINANT).into_iter().filter(|value| {
        // A map of his name and number.
        !chars[value.clone()].iter().any(|c| matches!(c, '{' | '｛' | ':' | '：'))
    });
    for value in values(&chars, NAME).into_iter().chain(of_complainants) {
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
const COMPLAINANT: &str = "投诉人";

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任\
沈姚卢姜崔钟谭陆汪范石廖贾韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤";

const DOUBLE_SURNAMES: [&str; 8] = ["欧阳", "诸葛", "司马", "上官", "皇甫", "令狐", "尉迟", "东方"];

/// What names stand behind.
const CALLED: [&str; 6] = ["投诉人", "游客", "旅客", "当事人", "消费者", "举报人"];

/// What follows a name that stands behind such a word: without it, the word may belong to any sentence.
const AFTER_NAMES: [&str; 20] = [
    "，", "。", "、", "；", "（", "(", "反映", "投诉", "称", "表示", "来电", "电话", "先生", "女士", "于", "与", "在",
    "的", "通过", "要求",
];

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The ASCII letter or digit that a character is, however wide.
fn half(c: char) -> Option<char> {
    let half = if matches!(c, '！'..='～') { char::from_u32(u32::from(c) - 0xfee0)? } else { c };
    half.is_ascii_alphanumeric().then(|| half.to_ascii_uppercase())
}

/// No plate or passport has as many letters and digits in a row: what has more is looked at no further.
const TOO_LONG: usize = 10;

/// How many letters and digits stand in a row, up to [`TOO_LONG`].
fn alphanumeric(chars: &[char]) -> usize {
    chars.iter().take(TOO_LONG).take_while(|c| half(**c).is_some()).count()
}

/// 云A12345 however it is typed, but for its last two characters, and E12345678 but for its first and the last two.
fn plates_and_passports(chars: &[char]) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    let is_letter = |at: usize| chars.get(at).and_then(|c| half(*c)).is_some_and(|c| c.is_ascii_alphabetic());
    for at in (0..chars.len()).filter(|at| is_letter(*at)) {
        let before = chars[..at].iter().rev().find(|c| **c != ' ').copied().unwrap_or(' ');
        let is_plate_s = |c: char| PROVINCES.contains(c) || c == '「';
        let gap = chars[at + 1..].iter().take_while(|c| matches!(c, ' ' | '·' | '•' | '・' | '.' | '-' | '－')).count();
        let start = at + 1 + gap.min(3);
        let length = alphanumeric(&chars[start..]);
        let digits = chars[start..start + length].iter().filter(|c| is_digit(**c)).count();
        if is_plate_s(before) && matches!(length, 5 | 6) && digits >= 3 {
            hidden.push(start..start + length - 2);
        }
        let is_first = at == 0 || half(chars[at - 1]).is_none();
        let whole = alphanumeric(&chars[at..]);
        let digits = chars[at..at + whole].iter().filter(|c| is_digit(**c)).count();
        if is_first && whole == 9 && digits >= 7 {
            hidden.push(at + 1..at + whole - 2);
        }
    }
    hidden
}

/// Numbers and names by which somebody is found on QQ or 微信, but for their first two characters.
fn accounts(chars: &[char]) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    for key in ["QQ", "qq", "ＱＱ", "微信"] {
        let key: Vec<char> = key.chars().collect();
        let mut looked = 0;
        for at in (0..chars.len()).filter(|at| chars[*at..].starts_with(&key)) {
            // Within an account, which is hidden already.
            if at < looked {
                continue;
            }
            let from = at + key.len();
            let is_between = |c: &&char| c.is_whitespace() || "号码为是:：（(「“\"'".contains(**c);
            let start = from + chars[from..].iter().take_while(is_between).count();
            let is_account = |c: &&char| half(**c).is_some() || matches!(c, '_' | '-');
            let length = chars[start..].iter().take_while(is_account).count();
            if length >= 5 {
                hidden.push(start + 2..start + length);
                looked = start + length;
            }
        }
    }
    hidden
}

/// Full names behind 投诉人, 游客 and the like, and before 先生 and 女士, but for the surname.
fn names_in_prose(chars: &[char]) -> Vec<Range<usize>> {
    let is_han = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}') && !matches!(c, '某' | '上');
    let starts = |at: usize, word: &str| {
        let mut rest = chars.get(at..).unwrap_or_default().iter();
        word.chars().all(|c| rest.next() == Some(&c))
    };
    // How many characters of a surname stand there.
    let surname = |at: usize| {
        let is_single = chars.get(at).is_some_and(|c| SURNAMES.contains(*c));
        if DOUBLE_SURNAMES.iter().any(|name| starts(at, name)) { Some(2) } else { is_single.then_some(1) }
    };
    let mut hidden = Vec::new();
    for at in 0..chars.len() {
        if let Some(called) = CALLED.iter().find(|called| starts(at, called)) {
            let name = at + called.chars().count();
            let Some(given) = surname(name).map(|length| name + length) else { continue };
            let ends = |end: usize| end == chars.len() || AFTER_NAMES.iter().any(|after| starts(end, after));
            let end = [given + 1, given + 2].into_iter().find(|end| *end <= chars.len() && ends(*end));
            hidden.extend(end.filter(|end| chars[given..*end].iter().all(is_han)).map(|end| given..end));
        }
        if starts(at, "女士") || starts(at, "先生") {
            let begins = [4, 3, 2].into_iter().filter_map(|length| at.checked_sub(length));
            let given = begins.filter_map(|name| surname(name).map(|length| name + length));
            let given = given.into_iter().find(|given| *given < at && at - given <= 2);
            hidden.extend(given.filter(|given| chars[*given..at].iter().all(is_han)).map(|given| given..at));
        }
    }
    hidden
}

/// The digit that is meant, for telling mobiles from landlines.
fn digit(c: char) -> char {
    let full_width = u32::from(c).checked_sub(u32::from('０'));
    full_width.and_then(|above| char::from_u32(u32::from('0') + above)).unwrap_or(c)
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

/// No name and no telephone number is longer, in characters, however it is typed.
const LONGEST_VALUE: usize = 200;

/// Where the values of `key` stand: behind a colon, up to what ends a value in YAML or a quotation.
fn values(chars: &[char], key: &str) -> Vec<Range<usize>> {
    let key: Vec<char> = key.chars().collect();
    let mut values = Vec::new();
    for at in 0..chars.len() {
        let Some(length) = key_length(&chars[at..], &key) else { continue };
        let skip = |from: usize, marks: &[char]| {
            let passed = chars[from..].iter().take_while(|c| c.is_whitespace() || marks.contains(c)).count();
            from + passed
        };
        let colon = skip(at + length, &['"', '\'']);
        if !matches!(chars.get(colon), Some(':' | '：')) {
            continue;
        }
        let start = skip(colon + 1, &['"', '\'', '“', '*', '&', '!']);
        let ends = |c: &char| matches!(c, ',' | '，' | '}' | '｝' | '"' | '\'' | '”' | '」' | '；' | '\n' | '\r');
        let rest = &chars[start..chars.len().min(start + LONGEST_VALUE)];
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        values.push(start..start + length.max(1).min(chars.len() - start));
    }
    values.retain(|value| !value.is_empty());
    values
}

/// In how many characters `key` stands at the beginning of `chars`, be there blanks in it.
fn key_length(chars: &[char], key: &[char]) -> Option<usize> {
    let mut at = 0;
    for wanted in key {
        at += chars[at..].iter().take_while(|c| at > 0 && matches!(c, ' ' | '\u{3000}')).count();
        if chars.get(at) != Some(wanted) {
            return None;
        }
        at += 1;
    }
    Some(at)
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
    fn plates_passports_and_accounts_are_hidden() {
        for (typed, told) in [
            ("车牌云A12345的车", "车牌云A***45的车"),
            ("云A·12345、云a D12345", "云A·***45、云a ****45"),
            ("云Ａ１２３４５", "云Ａ***４５"),
            ("改成半角的「A12345」", "改成半角的「A***45」"),
            ("护照E12345678，EA1234567", "护照E******78，E******67"),
            ("QQ号：123456789；微信号wang_2021", "QQ号：12*******；微信号wa*******"),
        ] {
            assert_eq!(masked(typed), told);
        }
    }

    #[test]
    fn names_in_prose_and_behind_slips_are_hidden() {
        for (typed, told) in [
            ("投诉人: 诸葛孔明 13812345678", "投诉人: 诸*** ***********"),
            ("姓 名: 王小明", "姓 名: 王**"),
            ("{ 姓名: *诸葛孔明 }", "{ 姓名: *诸*** }"),
            ("姓名: 诸葛 #孔明", "姓名: 诸* ***"),
            ("游客王小明反映，李大明女士、诸葛孔明先生称", "游客王**反映，李**女士、诸葛**先生称"),
        ] {
            assert_eq!(masked(typed), told);
        }
    }

    #[test]
    fn much_in_a_row_hides_no_more_than_once_and_takes_no_longer() {
        let many = 100_000;
        assert_eq!(masked(&"a".repeat(many)), "a".repeat(many));
        assert_eq!(masked(&"Q".repeat(many)), format!("QQQQ{}", "*".repeat(many - 4)));
        let phones = masked(&"电话：1".repeat(many)).into_owned();
        assert!(phones.starts_with("电话：1电话：1电话：1电话：*电话：*"), "{}", &phones[..60]);
        assert!(masked(&"姓名：".repeat(many)).starts_with("姓名：姓*"));
    }

    #[test]
    fn what_is_nobodys_stays() {
        for typed in [
            "游客高度评价，导游李女士、投诉人王某某，A级景区，云南A级景区12家",
            "游客马上反映情况，投诉人: { 姓名: 刘某某 }，微信公众号，2021-01-08",
            "GB18030、ISO14001、https://a.cn/12345678",
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
