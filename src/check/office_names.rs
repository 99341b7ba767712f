//! What an office calls itself, its superior and its firms, and how it signs and rounds.

use super::registered::{is_within, within_quotes};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::office::Office;
use crate::source::Spanned;

pub(super) static SHORT_NAME: Rule = Rule {
    code: "office-short-name",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "企业、上级或本机构的简称里，有全称里没有的字，或者次序不同。",
    why: "简称由全称的字组成；多半是打错了一个字。",
    example: "{ 名称: 南渡市山海旅行社有限公司, 简称: 山诲旅行社 }",
    fix: "写错了就改；习惯这样叫的不用改。",
};

pub(super) static DISTRICT: Rule = Rule {
    code: "office-district",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「名称」「简称」或「自称」里是另一个行政区。",
    why: "多半是从别的指挥中心抄来，没有改全。",
    example: "行政区是青禾区，简称是 河东区指挥中心",
    fix: "改成本行政区的。",
};

pub(super) static CODE: Rule = Rule {
    code: "office-document-code",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「发文代字」里有年份、括号、数字或“号”字。",
    why: "年份和顺序号由程序加，会印成 盘旅调〔2021〕〔2021〕1号。",
    example: "发文代字: 盘旅调〔2021〕",
    fix: "只写代字，例如 盘旅调。",
};

pub(super) static MOBILE: Rule = Rule {
    code: "office-contact-mobile",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「联系」的电话是手机号码。",
    why: "附注里的电话随公文公开，宜用办公电话。",
    example: "联系人的手机号码",
    fix: "换成办公室的座机。",
};

pub(super) static DECIMALS: Rule = Rule {
    code: "office-decimals",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「取舍」的小数位多于 4。",
    why: "平均办结时长以分钟计，五位小数是千分之一秒以下。",
    example: "取舍: { 办法: 截断, 小数位: 6 }",
    fix: "写 1 或 2。",
};

/// More decimals than anybody reads.
const MOST_DECIMALS: u32 = 4;

/// Short names are made of the full ones' characters, in their order.
pub(super) fn short_names(office: &Office, findings: &mut Vec<Diagnostic>) {
    let superior = &office.superior;
    let own = [&office.short, &office.self_name].map(|short| (&office.name, short));
    let above = [&superior.short, &superior.in_text].map(|short| (&superior.name, short));
    let firms = office.firms.iter().filter_map(|firm| Some((&firm.name, firm.short.as_ref()?)));
    for (full, short) in own.into_iter().chain(above).chain(firms) {
        if !is_within(&short.value, &full.value) {
            findings.push(
                SHORT_NAME
                    .finding(format!("简称「{short}」的字不都在全称里"))
                    .at(short.span.clone(), "有不同的字")
                    .and_at(full.span.clone(), "全称是这样")
                    .help("核对有没有打错的字；习惯这样叫的不用改"),
            );
        }
    }
}

/// An office's names are of its own district.
pub(super) fn district(office: &Office, findings: &mut Vec<Diagnostic>) {
    let district = &office.district;
    for name in [&office.name, &office.short, &office.self_name] {
        let Some(other) = place_name(&name.value) else { continue };
        if !name.value.contains(&district.value) && !is_within(other, &district.value) {
            findings.push(
                DISTRICT
                    .finding(format!("「{name}」说的是「{other}」，行政区却是「{district}」"))
                    .at(name.part(0..other.len()), "另一个地方")
                    .and_at(district.span.clone(), "行政区")
                    .help("核对是不是从别的指挥中心抄来的；改成本行政区的"),
            );
        }
    }
}

/// 青禾区 of 青禾区指挥中心; none of 区指挥中心, which says only what it is.
fn place_name(name: &str) -> Option<&str> {
    let (at, kind) = name.char_indices().find(|(_, c)| matches!(c, '区' | '县' | '市' | '州' | '旗'))?;
    let place = name.get(..at + kind.len_utf8())?;
    (3..=6).contains(&place.chars().count()).then_some(place)
}

/// A document code is letters alone; the year and the number are ours to add.
pub(super) fn document_code(office: &Office, findings: &mut Vec<Diagnostic>) {
    let Some(code) = &office.document_code else { return };
    let text = code.value.as_str();
    let is_foreign = |c: char| "〔〕[]【】（）()﹝﹞".contains(c) || c.is_ascii_digit() || c == '号';
    let Some(at) = text.find(is_foreign) else { return };
    let bare = text.get(..at).unwrap_or_default().trim_end();
    let place = within_quotes(&Spanned::new(code.value.trim_end().to_owned(), code.span.clone()));
    let finding = CODE.finding("发文代字里不写年份、括号和数字").at(code.part(at..text.len()), "由程序加").help(
        if bare.is_empty() { "只写代字，例如 盘旅调".to_owned() } else { format!("写成「{bare}」") },
    );
    findings.push(if bare.is_empty() { finding } else { finding.fix(Fix::replace(Certainty::Likely, place, bare)) });
}

/// How the office can be reached, and how many decimals it prints.
pub(super) fn habits(office: &Office, findings: &mut Vec<Diagnostic>) {
    if let Some(phone) = office.contact.as_ref().map(|contact| &contact.phone).filter(|phone| phone.value.is_mobile()) {
        findings.push(
            MOBILE
                .finding("联系电话是手机号码")
                .at(phone.span.clone(), "随公文公开")
                .help("换成办公室的座机，例如 0871-60000000"),
        );
    }
    let places = &office.rounding.places;
    if places.value.0 > MOST_DECIMALS {
        findings.push(
            DECIMALS
                .finding(format!("平均数保留 {} 位小数", places.value.0))
                .at(places.span.clone(), "太多了")
                .help("写 1 或 2"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::place_name;

    #[test]
    fn places_are_told_from_what_an_office_calls_itself() {
        assert_eq!(place_name("河东区指挥中心"), Some("河东区"));
        assert_eq!(place_name("大理州指挥中心"), Some("大理州"));
        assert_eq!(place_name("区指挥中心"), None);
        assert_eq!(place_name("指挥中心"), None);
    }
}
