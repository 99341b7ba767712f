//! 档号: 全宗号-门类·年度-保管期限-机构代码-件号 (DA/T 22—2015, 5.4).

use std::collections::{BTreeMap, BTreeSet};

use super::item::Item;
use crate::diagnostic::Diagnostic;
use crate::record::filing::{Filing, RetentionPeriod};
use crate::record::office::Office;
use crate::workspace::findings;

/// 文书档案.
const DOCUMENTS: &str = "WS";

/// Each item with its 档号, which is empty where the office does not say by what it files: those kept for ever first,
/// within one period as they were; 件号 begin anew with every period.
pub(super) fn numbered<'a>(office: &Office, year: i16, items: &'a [Item]) -> Vec<(String, &'a Item)> {
    let mut ordered: Vec<&Item> = items.iter().collect();
    ordered.sort_by_key(|item| (item.retention.is_none(), item.retention));
    let mut last: BTreeMap<RetentionPeriod, u32> = BTreeMap::new();
    let mut numbered = Vec::with_capacity(items.len());
    for item in ordered {
        let code = match (&office.filing, item.retention) {
            (Some(filing), Some(period)) => {
                let number = last.entry(period).or_default();
                *number += 1;
                whole(filing, year, period, *number)
            }
            _ => String::new(),
        };
        numbered.push((code, item));
    }
    numbered
}

fn whole(filing: &Filing, year: i16, period: RetentionPeriod, number: u32) -> String {
    let category = filing.category.as_ref().map_or_else(|| DOCUMENTS.to_owned(), |category| category.value.to_string());
    let section = filing.section.as_ref().map_or_else(String::new, |section| format!("{section}-"));
    format!("{}-{category}·{year}-{}-{section}{number:04}", filing.fonds, period.code())
}

/// What the office has to say so that all its papers get a 档号.
pub(super) fn missing(office: &Office, items: &[Item]) -> Vec<Diagnostic> {
    let kinds: BTreeSet<&str> =
        items.iter().filter(|item| item.retention.is_none()).map(|item| item.kind.as_str()).collect();
    let finding = match &office.filing {
        _ if kinds.is_empty() => return Vec::new(),
        None => findings::PACKAGE_CODE
            .finding("没有写「归档」，目录里的档号空着")
            .at(office.name.span.clone(), "这个机构")
            .help("在 office.yaml 里写上，例如 归档: { 全宗号: X043, 保管期限: 30年, 机构代码: BGS }；全宗号问档案馆"),
        Some(filing) => {
            let kinds = kinds.into_iter().collect::<Vec<_>>().join("、");
            findings::PACKAGE_CODE
                .finding(format!("没有写 {kinds} 的保管期限，目录里它们的档号空着"))
                .at(filing.span.first_line(), "在这里补上")
                .help("写成 保管期限: { weekly: 10年, notice: 30年 } 这样；都一样的，只写一个期限")
        }
    };
    vec![finding]
}
