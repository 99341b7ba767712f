//! What firms are called in running text.

use super::common_words::COMMON;
use crate::record::office::Office;

/// Firms whose full name is in the register may be called without these.
const LEGAL_FORMS: [&str; 4] = ["股份有限公司", "有限责任公司", "有限公司", "集团"];

const PROVINCES: [&str; 31] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
];

/// Names of places that firms' names begin with, and that are left out in running text.
pub fn places(office: &Office) -> Vec<String> {
    let mut places: Vec<String> = PROVINCES.into_iter().map(str::to_owned).collect();
    let superior = office.superior.name.value.as_str();
    for name in [superior, office.district.value.as_str()] {
        if let Some((at, level)) = name.char_indices().skip(1).find(|(_, c)| "市州省区县".contains(*c)) {
            places.push(name[..at + level.len_utf8()].to_owned());
            places.push(name[..at].to_owned());
        }
    }
    places.sort_by_key(|place| std::cmp::Reverse(place.len()));
    places
}

/// What a firm is called in running text: without its legal form, without its place, and what its name ends with.
pub fn short_forms(name: &str, places: &[String]) -> Vec<String> {
    let bare = LEGAL_FORMS.iter().fold(name, |name, form| name.strip_suffix(form).unwrap_or(name));
    let core = places.iter().find_map(|place| bare.strip_prefix(place.as_str())).unwrap_or(bare);
    let mut forms: Vec<String> = Vec::new();
    for form in [bare, core] {
        if form.chars().count() >= 5 {
            forms.push(form.to_owned());
        }
    }
    let chars: Vec<char> = bare.chars().collect();
    if bare == name && chars.len() >= 6 && COMMON.iter().all(|word| !bare.contains(word)) {
        forms.push(chars[chars.len() - 4..].iter().collect());
    }
    forms
}
