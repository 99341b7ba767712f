//! The forms in which a number or a name is typed.

/// A number or a name, as it is typed in prose, and how it stands in the record as a person's.
#[derive(Debug, Clone)]
pub struct Form {
    pub name: String,
    /// As it stands anywhere.
    pub typed: String,
    /// A complainant's keys, in lines of their own, or none for a notice without one.
    pub person: String,
    /// What must not be read, without anything between its characters.
    pub secrets: Vec<String>,
}

const NUMBERS: [&str; 44] = [
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "138.1234.5678",
    "138‐1234‐5678",
    "138–1234–5678",
    "１３８１２３４５６７８",
    "１３８　１２３４　５６７８",
    "138 12345678",
    "1381234 5678",
    "138 123 45678",
    "138·1234·5678",
    "138_1234_5678",
    "138/1234/5678",
    "138 - 1234 - 5678",
    "138,1234,5678",
    "+8613812345678",
    "+86 138 1234 5678",
    "0086-13812345678",
    "86-138-1234-5678",
    "(+86)13812345678",
    "8613812345678",
    "一三八一二三四五六七八",
    "0871-63112345",
    "0871-6311-2345",
    "0871 6311 2345",
    "(0871)63112345",
    "（0871）6311-2345",
    "087163112345",
    "+86 871 6311 2345",
    "530102199001011234",
    "530102 19900101 1234",
    "53010219900101123X",
    "530102-19900101-123X",
    "5301 0219 9001 0112 34",
    "6222021234567890123",
    "6222 0212 3456 7890",
    "6222-0212-3456-7890-123",
    "+1 (415) 555-2671",
    "+44 20 7946 0958",
    "415-555-2671",
    "0044 20 7946 0958",
    "+852 9123 4567",
    "090-1234-5678",
];

/// How a person's name, here N, stands among the keys of a notice.
const PERSONS: [(&str, &str); 27] = [
    ("flow", "投诉人: { 姓名: N, 电话: \"12345\" }"),
    ("folded block", "投诉人:\n  姓名: >-\n    N\n  电话: \"12345\""),
    ("literal block", "投诉人:\n  姓名: |\n    N\n"),
    ("comment before the value", "投诉人:\n  姓名: # 样例\n    N\n"),
    ("comment line before the value", "投诉人:\n  姓名:\n    # 样例\n    N\n"),
    ("blank line before the value", "投诉人:\n  姓名:\n\n    N\n"),
    ("explicit key", "投诉人:\n  ? 姓名\n  : N\n"),
    ("escaped key", "投诉人:\n  \"\\u59d3\\u540d\": N\n"),
    ("escaped value", "投诉人: { 姓名: \"E\" }"),
    ("joined", "投诉人: { 姓名: 刘某某和N }"),
    ("listed", "投诉人: { 姓名: 李某某、N }"),
    ("bracketed", "投诉人: { 姓名: N（某公司） }"),
    ("slip in the key", "投诉人: { 性名: N }"),
    ("another key", "举报人: N"),
    ("bare", "投诉人: N"),
    ("double quotes", "投诉人: { 姓名: \"N\" }"),
    ("single quotes", "投诉人: { 姓名: 'N' }"),
    ("wide colon", "投诉人:\n  姓名：N\n"),
    ("no blank", "投诉人: {姓名:N}"),
    ("list", "投诉人: { 姓名: [N] }"),
    ("list of persons", "投诉人: [{ 姓名: N }]"),
    ("anchor", "投诉人: { 姓名: &a N }"),
    ("tag", "投诉人: { 姓名: !x N }"),
    ("blank in the key", "投诉人: { 姓 名: N }"),
    ("left open", "投诉人: { 姓名: N"),
    ("with a number", "投诉人: { 姓名: N 12345 }"),
    ("with a title", "投诉人: { 姓名: N女士 }"),
];

const NAMES: [&str; 4] = ["阮怀瑾", "欧阳若溪", "岩温罕", "Annabel Merriweather"];

/// All forms: of numbers, and of names.
pub fn forms() -> Vec<Form> {
    let mut forms = Vec::new();
    for number in NUMBERS {
        let secret: String = number.chars().filter_map(plain_digit).collect();
        forms.push(Form {
            name: number.to_owned(),
            typed: number.to_owned(),
            person: "投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }".to_owned(),
            secrets: if number.starts_with('一') { vec![number.to_owned()] } else { vec![secret] },
        });
    }
    for (at, (form, person)) in PERSONS.iter().enumerate() {
        let name = NAMES[at % NAMES.len()];
        let escaped: String = name.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        forms.push(Form {
            name: format!("{form} ({name})"),
            typed: name.to_owned(),
            person: person.replace('N', name).replace("\"E\"", &format!("\"{escaped}\"")),
            secrets: vec![name.replace(' ', "")],
        });
    }
    forms
}

fn plain_digit(c: char) -> Option<char> {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0),
        c => c.is_ascii_digit().then_some(c),
    }
}
