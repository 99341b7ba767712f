//! Numbers that belong to persons and must not be published: they are masked, and no message repeats them.

use std::ops::Range;

use super::Findings;
use super::line::{Line, is_han};
use crate::diagnostic::{Certainty, Fix, Rule, Severity};
use crate::record::office::Office;

pub(in crate::check) static PHONE: Rule = Rule {
    code: "privacy-phone",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里的手机号码和座机号码。12345、12301、400 等服务电话和本中心的联系电话不算。",
    why: "周报会公开；投诉人的电话写在「投诉人」里，公开时会遮住，写在文字里的遮不住。",
    example: "与投诉人（十一位手机号码）联系",
    fix: "写 {投诉人}；是别人的就遮住中间四位。",
};

pub(in crate::check) static IDENTITY: Rule = Rule {
    code: "privacy-identity",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文字里的身份证号码：18 位，校验码相符；或者「身份证」后面的 15 位、18 位号码。",
    why: "身份证号码不得公开。",
    example: "身份证号（18 位号码）",
    fix: "删掉，或者只留前六位。",
};

pub(in crate::check) static BANK: Rule = Rule {
    code: "privacy-bank",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文字里的银行卡号：16 到 19 位，校验码相符。",
    why: "银行卡号不得公开。",
    example: "退至尾号以外全写出来的卡号",
    fix: "只写尾号四位。",
};

pub(in crate::check) static PLATE: Rule = Rule {
    code: "privacy-plate",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里的机动车号牌。",
    why: "号牌能查到车主；公开的文书里要遮住。",
    example: "旅游客车（完整的号牌）",
    fix: "遮住中间几位。",
};

pub(in crate::check) static PASSPORT: Rule = Rule {
    code: "privacy-passport",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「护照」「通行证」后面的证件号码。",
    why: "证件号码不得公开。",
    example: "护照号（一个字母和八位数字）",
    fix: "删掉，或者遮住中间几位。",
};

pub(in crate::check) static ACCOUNT: Rule = Rule {
    code: "privacy-account",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「微信」「QQ」后面的账号，和个人的电子邮箱。",
    why: "账号能找到本人；公开的文书里不写。",
    example: "微信号（账号）",
    fix: "删掉账号，只说通过微信联系。",
};

pub(in crate::check) static ADDRESS: Rule = Rule {
    code: "privacy-address",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "写到楼栋、单元、房间的住址。",
    why: "写到房间的住址能找到本人家里。",
    example: "家住某小区3幢2单元501室",
    fix: "写到小区或街道为止。",
};

pub(super) fn numbers(office: &Office, line: &Line, findings: &mut Findings) {
    for run in line.digit_runs() {
        if line.before(run.start).is_ascii_alphabetic() || ends_a_dotted_plate(line, &run) {
            after_letter(line, &run, findings);
            continue;
        }
        // +8613…
        if line.before(run.start) == '+' && run.len() == 13 && line.text(run.clone()).starts_with("861") {
            phone_finding(line, &(run.start - 1..run.end), findings);
            continue;
        }
        match run.len() {
            7..=12 => phone(office, line, &run, findings),
            3 | 4 => landline(office, line, &run, findings),
            13..=19 => long(line, &run, findings),
            _ => {}
        }
        let part = |at: &usize| line.c(*at).is_ascii_alphanumeric() || matches!(line.c(*at), '_' | '-');
        account(line, run.start - (0..run.start).rev().take_while(part).take(LONGEST_ACCOUNT).count(), findings);
        address(line, &run, findings);
    }
    spaced(line, findings);
    mailboxes(line, findings);
}

/// 云A·12345: the digits behind the dot, if no letter stands among them.
fn ends_a_dotted_plate(line: &Line, run: &Range<usize>) -> bool {
    let tail = (run.end..line.len().min(run.end + 10)).map(|at| line.c(at)).take_while(char::is_ascii_alphanumeric);
    matches!(line.before(run.start), '·' | '•')
        && run.start > 1
        && line.before(run.start - 1).is_ascii_uppercase()
        && !tail.into_iter().any(|c| c.is_ascii_digit())
}

/// Mailboxes that persons have; those of offices and of complaints are public.
fn mailboxes(line: &Line, findings: &mut Findings) {
    const PERSONS: [&str; 14] = [
        "qq.com",
        "163.com",
        "126.com",
        "139.com",
        "189.cn",
        "gmail.com",
        "sina.com",
        "sina.cn",
        "sohu.com",
        "outlook.com",
        "hotmail.com",
        "foxmail.com",
        "yeah.net",
        "aliyun.com",
    ];
    const PUBLIC: [&str; 7] = ["投诉", "举报", "监督", "公务", "工作", "公开", "中心"];
    for (at, _) in line.chars().filter(|(_, c)| *c == '@') {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let start = at - (0..at).rev().take_while(|at| is_part(line.c(*at))).count();
        let Some(domain) = line.starts_any(at + 1, &PERSONS).filter(|_| start < at) else { continue };
        let named = line.text(start.saturating_sub(8)..start);
        if !PUBLIC.iter().any(|word| named.contains(word)) {
            let place = line.place(start..at + 1 + domain.len());
            findings.push(
                ACCOUNT.finding("文字里有个人的电子邮箱").at(place, "会印出来").help("删掉邮箱，只说通过邮件联系"),
            );
        }
    }
}

/// Whether a number is said to be one that everybody may call.
fn is_public(line: &Line, at: usize) -> bool {
    const WORDS: [&str; 9] =
        ["传真", "值班电话", "热线", "热线电话", "咨询电话", "投诉电话", "监督电话", "举报电话", "客服电话"];
    let before = line.text(0..at).trim_end_matches(['：', ':', '（', '(', '为', '是', ' ']);
    WORDS.iter().any(|word| before.ends_with(word))
}

/// No account's name is longer, in characters.
const LONGEST_ACCOUNT: usize = 40;

/// Six characters of 云A12345 or seven of 云AD12345: a province, a letter, then letters and digits.
fn after_letter(line: &Line, run: &Range<usize>, findings: &mut Findings) {
    /// No plate has more characters on either side of a run of digits.
    const LONGEST: usize = 10;
    const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
    let is_plate = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let mut start = run.start;
    while start + LONGEST > run.start
        && start > 0
        && (is_plate(line.c(start - 1)) || matches!(line.c(start - 1), '·' | '•'))
    {
        start -= 1;
    }
    let dot = usize::from(matches!(line.c(start + 1), '·' | '•'));
    let mut end = run.end;
    while end < run.end + LONGEST && is_plate(line.c(end)) {
        end += 1;
    }
    let tail = end.saturating_sub(start + 1 + dot);
    let ends_so = matches!(line.c(end), '挂' | '学' | '警');
    if PROVINCES.contains(line.before(start))
        && line.before(start) != '\0'
        && line.c(start).is_ascii_uppercase()
        && (matches!(tail, 5 | 6) || tail == 4 && ends_so)
    {
        let place = line.place(start - 1..end + usize::from(ends_so));
        let masked = format!("{}***{}", line.text(start - 1..start + 1), line.text(end - 2..end));
        findings.push(
            PLATE.finding("文字里有完整的车牌号").at(place.clone(), "会印出来").help("遮住中间几位").fix(Fix::replace(
                Certainty::Likely,
                place,
                masked,
            )),
        );
        return;
    }
    let letters = run.start - (0..run.start).rev().take_while(|at| line.c(*at).is_ascii_alphabetic()).count();
    let document = (1..=2).contains(&(run.start - letters)) && (7..=9).contains(&run.len());
    let named = line.text(line.clause(letters).start..letters);
    if document && ["护照", "通行证", "台胞证", "回乡证"].iter().any(|word| named.contains(word)) {
        let masked = format!("{}****", line.text(letters..run.start + 2));
        let place = line.place(letters..run.end);
        findings.push(
            PASSPORT
                .finding("文字里有完整的证件号码")
                .at(place.clone(), "会印出来")
                .help("删掉，或者遮住后面几位")
                .fix(Fix::replace(Certainty::Likely, place, masked)),
        );
        return;
    }
    let is_id = |at: &usize| line.c(*at).is_ascii_alphanumeric() || matches!(line.c(*at), '_' | '-');
    let id = run.start - (0..run.start).rev().take_while(is_id).take(LONGEST_ACCOUNT).count();
    account(line, id, findings);
    if letters != id {
        account(line, letters, findings);
    }
    account(line, run.start, findings);
}

fn phone(office: &Office, line: &Line, run: &Range<usize>, findings: &mut Findings) {
    let digits = line.text(run.clone());
    let dashed = line.before(run.start) == '-' && !line.ends(run.start, "+86-");
    if is_own(office, digits) || is_public(line, run.start) || dashed || matches!(line.c(run.end), '*' | '×' | '.') {
        return;
    }
    let mobile = run.len() == 11
        && digits.starts_with('1')
        && !digits.starts_with("10")
        && !digits.starts_with("11")
        && !digits.starts_with("12");
    let area = matches!(run.len(), 10..=12) && digits.starts_with('0');
    let local = matches!(run.len(), 7 | 8)
        && !digits.starts_with(['0', '1'])
        && line
            .ends_any(run.start, &["电话", "电话：", "电话号码", "电话为", "座机", "座机：", "致电", "拨打", "手机"]);
    if mobile || area || local {
        phone_finding(line, run, findings);
    }
}

/// 0871-63112345; 400-800-1234 is a service.
fn landline(office: &Office, line: &Line, run: &Range<usize>, findings: &mut Findings) {
    let (before, next) = (line.before(run.start), line.c(run.end));
    let bracketed = matches!((before, next), ('(', ')') | ('（', '）'));
    if !(bracketed || matches!(next, '-' | '—' | '－' | ' ')) || !line.text(run.clone()).starts_with('0') {
        return;
    }
    let from = run.end + 1 + usize::from(bracketed && matches!(line.c(run.end + 1), ' ' | '-'));
    let (start, end) = (run.start - usize::from(bracketed), line.digits_end(from));
    let is_open = is_own(office, line.text(start..end)) || is_public(line, start);
    if matches!(end - from, 7 | 8) && !is_open {
        phone_finding(line, &(start..end), findings);
    }
}

fn phone_finding(line: &Line, cells: &Range<usize>, findings: &mut Findings) {
    let digits: String = line.text(cells.clone()).chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    let (head, tail) = (digits.get(..3).unwrap_or_default(), digits.get(digits.len() - 4..).unwrap_or_default());
    let place = line.place(cells.clone());
    findings.push(
        PHONE
            .finding("文字里有完整的电话号码")
            .at(place.clone(), "会印出来")
            .help("投诉人的写 {投诉人}；别人的遮住中间四位")
            .fix(Fix::replace(Certainty::Likely, place, format!("{head}****{tail}"))),
    );
}

fn is_own(office: &Office, digits: &str) -> bool {
    let bare = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    office.contact.as_ref().is_some_and(|contact| bare(&contact.phone.value.to_string()) == bare(digits))
}

/// Identity cards and bank cards.
fn long(line: &Line, run: &Range<usize>, findings: &mut Findings) {
    let check_letter = run.len() == 17 && matches!(line.c(run.end), 'X' | 'x');
    let end = run.end + usize::from(check_letter);
    let digits = line.text(run.start..end);
    let named = line.text(line.clause(run.start).start.max(run.start.saturating_sub(16))..run.start);
    let says_identity = named.contains("身份证") || named.contains("证件号");
    let says_bank = ["卡号", "银行", "账号", "账户", "帐号", "帐户"].iter().any(|word| named.contains(word));
    let identity =
        digits.len() == 18 && (has_identity_check(digits) || says_identity) || digits.len() == 15 && says_identity;
    if identity {
        let place = line.place(run.start..end);
        let masked = format!("{}****", &digits[..6]);
        findings.push(
            IDENTITY
                .finding("文字里有身份证号码")
                .at(place.clone(), "不得公开")
                .help("删掉，或者只留前六位")
                .fix(Fix::replace(Certainty::Likely, place, masked)),
        );
    } else if (16..=19).contains(&digits.len())
        && !check_letter
        && (says_bank || passes_luhn(digits))
        && !is_code(line, run.start)
    {
        let place = line.place(run.start..end);
        let masked = format!("****{}", &digits[digits.len() - 4..]);
        findings.push(
            BANK.finding("文字里有完整的银行卡号")
                .at(place.clone(), "不得公开")
                .help("只写尾号四位")
                .fix(Fix::replace(Certainty::Likely, place, masked)),
        );
    }
}

/// Whether a number is said to be that of an order, a complaint or a licence.
fn is_code(line: &Line, at: usize) -> bool {
    line.ends_any(
        at,
        &[
            "编号",
            "编号：",
            "单号",
            "单号：",
            "订单号",
            "订单号：",
            "订单",
            "代码",
            "代码：",
            "信用代码",
            "信用代码：",
            "号码：",
            "流水号",
            "流水号：",
        ],
    )
}

/// Cards typed in groups of four.
fn spaced(line: &Line, findings: &mut Findings) {
    let mut runs = line.digit_runs().peekable();
    while let Some(first) = runs.next() {
        let mut end = first.end;
        let mut digits = line.text(first.clone()).to_owned();
        while let Some(next) = runs.peek().filter(|next| next.start == end + 1 && matches!(line.c(end), ' ' | '-')) {
            digits.push_str(line.text((*next).clone()));
            end = next.end;
            runs.next();
        }
        let check_letter = digits.len() == 17 && matches!(line.c(end), 'X' | 'x');
        let named = line.text(line.clause(first.start).start.max(first.start.saturating_sub(16))..first.start);
        let says_bank = ["卡号", "银行", "账号", "账户"].iter().any(|word| named.contains(word));
        if end > first.end && (check_letter || digits.len() == 18) && named.contains("身份证") {
            let place = line.place(first.start..end + usize::from(check_letter));
            findings.push(IDENTITY.finding("文字里有身份证号码").at(place, "不得公开").help("删掉，或者只留前六位"));
        } else if end > first.end
            && first.len() == 4
            && (16..=19).contains(&digits.len())
            && (says_bank || passes_luhn(&digits))
        {
            let place = line.place(first.start..end);
            findings.push(BANK.finding("文字里有完整的银行卡号").at(place, "不得公开").help("只写尾号四位"));
        } else if end > first.end
            && digits.len() == 11
            && first.len() == 3
            && digits.starts_with(['1'])
            && !digits.starts_with("10")
        {
            phone_finding(line, &(first.start..end), findings);
        }
    }
}

/// GB 11643: the last character is a check over the seventeen before it.
fn has_identity_check(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte.wrapping_sub(b'0')) * weight).sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize);
    let year = digits.get(6..10).and_then(|year| year.parse::<u32>().ok());
    digits.chars().last().map(|last| last.to_ascii_uppercase()) == check
        && year.is_some_and(|year| (1900..2100).contains(&year))
}

fn passes_luhn(digits: &str) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .bytes()
        .rev()
        .map(|byte| u32::from(byte.wrapping_sub(b'0')))
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { doubled(digit) } else { digit })
        .sum();
    sum.is_multiple_of(10) && matches!(digits.as_bytes()[0], b'3'..=b'6' | b'9')
}

/// 微信号abc123, QQ12345678.
fn account(line: &Line, at: usize, findings: &mut Findings) {
    const WORDS: [&str; 18] = [
        "微信号",
        "微信号：",
        "微信号为",
        "微信",
        "微信：",
        "微信:",
        "QQ",
        "QQ：",
        "QQ:",
        "QQ号",
        "QQ号：",
        "QQ号码",
        "QQ号码：",
        "qq",
        "qq：",
        "qq号",
        "微信ID：",
        "抖音号：",
    ];
    if !line.ends_any(at, &WORDS) {
        return;
    }
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let end = at + (at..line.len()).take_while(|at| is_id(line.c(*at))).count();
    if end - at >= 5 && !is_han(line.c(at)) {
        let place = line.place(at..end);
        findings.push(ACCOUNT.finding("文字里有个人的账号").at(place, "会印出来").help("删掉账号，只说通过什么联系"));
    }
}

/// 3幢2单元501室.
fn address(line: &Line, run: &Range<usize>, findings: &mut Findings) {
    if !matches!(line.c(run.end), '室' | '号') || !(3..=4).contains(&run.len()) {
        return;
    }
    let clause = line.clause(run.start).start;
    let before = line.text(clause..run.start);
    let building = ["单元", "幢", "栋", "号楼"].iter().filter_map(|word| before.rfind(word)).max();
    let near = building.is_some_and(|at| before.len() - at <= 24);
    if near && (line.c(run.end) == '室' || before.ends_with("单元")) {
        let place = line.place(run.start..run.end + 1);
        findings.push(ADDRESS.finding("住址写到了房间").at(place, "会印出来").help("写到小区或街道为止"));
    }
}
