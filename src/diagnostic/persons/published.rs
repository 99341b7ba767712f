//! Persons in what is published: where names and numbers stand, as a whole, so that something else can stand there.
//!
//! What is known comes from the records of one office and not from all that the process has read: the same records give the
//! same public papers.

use std::ops::Range;

use super::characters::is_digit;
use super::known::{Known, PersonsValue};
use super::values::{NAMES, PHONE, values};
use super::{accounts, names, numbers, plates, rooms};

/// The persons of an office's records, to be looked for.
#[derive(Debug, Default)]
pub struct PersonsNames {
    known: Known,
    addresses: Vec<Vec<char>>,
}

/// An address with a number in it is not shorter, in characters: 南街8号.
const SHORTEST_ADDRESS: usize = 4;

/// What of a person stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundKind {
    Name,
    /// Of a telephone, an identity card, a bank card or another number.
    Number,
    /// Of a car, or a passport.
    Plate,
    Account,
    Address,
}

impl FoundKind {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "姓名",
            Self::Number => "号码",
            Self::Plate => "车牌或护照",
            Self::Account => "账号",
            Self::Address => "住址",
        }
    }
}

/// What of a person stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// In characters of the text.
    pub range: Range<usize>,
    pub kind: FoundKind,
    /// How many characters at its beginning may be told: those of a surname.
    pub told: usize,
}

impl PersonsNames {
    /// Adds what a record has of a person. A street or an estate alone is no home of anybody.
    pub fn add(&mut self, value: &PersonsValue) {
        match value {
            PersonsValue::Address(address) => {
                let address: Vec<char> = address.chars().collect();
                if address.len() >= SHORTEST_ADDRESS && address.iter().any(|c| is_digit(*c)) {
                    self.addresses.push(address);
                }
            }
            PersonsValue::Name(name) => {
                self.known.add(value);
                // 阿依古丽·买买提 is called 阿依古丽 too.
                for part in name.split(['·', '•', '・']).filter(|part| part.chars().count() > 1) {
                    self.known.add(&PersonsValue::Name(part.to_owned()));
                }
            }
            PersonsValue::Number(_) => self.known.add(value),
        }
    }

    /// All that stands in `text`, from its beginning to its end; nothing overlaps.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        self.find_with(&Self::default(), text)
    }

    /// [`Self::find`], with the names of `others` too.
    #[must_use]
    pub fn find_with(&self, others: &Self, text: &str) -> Vec<Found> {
        let chars: Vec<char> = text.chars().collect();
        let mut all = others.recorded_names(&chars);
        for (kind, ranges) in [
            (FoundKind::Address, self.addresses(&chars)),
            (FoundKind::Address, rooms::rooms(&chars)),
            (FoundKind::Number, self.numbers(&chars)),
            (FoundKind::Plate, plates::whole_plates_and_passports(&chars)),
            (FoundKind::Account, accounts::whole_accounts(&chars)),
        ] {
            all.extend(ranges.into_iter().map(|range| Found { range, kind, told: 0 }));
        }
        all.extend(self.recorded_names(&chars));
        all.extend(told_by_words(&chars));
        without_overlaps(all)
    }

    fn addresses(&self, chars: &[char]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for address in &self.addresses {
            for at in 0..chars.len() {
                if chars[at..].starts_with(address) {
                    found.push(at..at + address.len());
                }
            }
        }
        found
    }

    fn numbers(&self, chars: &[char]) -> Vec<Range<usize>> {
        let mut found = numbers::whole_numbers(chars);
        found.extend(self.known.find_numbers(chars).iter().filter_map(|places| whole(places)));
        found.extend(values(chars, PHONE).into_iter().filter_map(|value| numbers::whole_telephone(chars, value)));
        found
    }

    fn recorded_names(&self, chars: &[char]) -> Vec<Found> {
        let mut found = Vec::new();
        for places in self.known.find_names(chars) {
            let name: Vec<char> = places.iter().map(|at| chars[*at]).collect();
            // What somebody is found by that is no name is not told in part.
            let is_account = name.iter().any(|c| c.is_ascii_digit() || *c == '@');
            let (kind, told) =
                if is_account { (FoundKind::Account, 0) } else { (FoundKind::Name, names::surname_length(&name)) };
            found.extend(whole(&places).map(|range| Found { range, kind, told }));
        }
        found
    }
}

/// The names that the words around them say are some.
fn told_by_words(chars: &[char]) -> Vec<Found> {
    let mut found = Vec::new();
    for (range, told) in names::whole_in_prose(chars) {
        found.push(Found { range, kind: FoundKind::Name, told });
    }
    for value in NAMES.iter().flat_map(|key| values(chars, key)) {
        let name = &chars[value.clone()];
        if !names::in_value(chars, value.clone()).is_empty() && !name.contains(&'某') {
            found.push(Found { told: names::surname_length(name), range: value, kind: FoundKind::Name });
        }
    }
    found
}

/// The names in a text that the words around them say are some: 投诉人李小红, 李小红女士.
#[must_use]
pub fn names_by_words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    told_by_words(&chars).into_iter().map(|found| chars[found.range].iter().collect()).collect()
}

/// From the first place to the last.
fn whole(places: &[usize]) -> Option<Range<usize>> {
    Some(*places.first()?..places.last()? + 1)
}

/// Sorted. What overlaps becomes one, of the kind of which less is told.
fn without_overlaps(mut all: Vec<Found>) -> Vec<Found> {
    all.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    let mut kept: Vec<Found> = Vec::new();
    for found in all {
        match kept.last_mut() {
            Some(last) if found.range.start < last.range.end => {
                last.range.end = last.range.end.max(found.range.end);
                if found.told < last.told {
                    (last.kind, last.told) = (found.kind, found.told);
                }
            }
            _ => kept.push(found),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in `text`, each with its kind, where these names and numbers are recorded.
    fn found(names: &[&str], numbers: &[&str], text: &str) -> Vec<(String, &'static str)> {
        let mut persons = PersonsNames::default();
        for name in names {
            persons.add(&PersonsValue::Name((*name).to_owned()));
        }
        for number in numbers {
            persons.add(&PersonsValue::Number(number.bytes().map(|digit| digit - b'0').collect()));
        }
        let chars: Vec<char> = text.chars().collect();
        let found = persons.find(text).into_iter();
        found.map(|found| (chars[found.range].iter().collect(), found.kind.word())).collect()
    }

    #[test]
    fn numbers_are_found_whole_however_they_are_typed() {
        for (text, number) in [
            ("与13812345678联系", "13812345678"),
            ("与１３８１２３４５６７８联系", "１３８１２３４５６７８"),
            ("与138 1234 5678联系", "138 1234 5678"),
            ("与138-1234-5678联系", "138-1234-5678"),
            ("与+86 138 1234 5678联系", "86 138 1234 5678"),
            ("电话0871-63112345。", "0871-63112345"),
            ("身份证53010219900101123X，", "53010219900101123X"),
            ("身份证530102 19900101 123X，", "530102 19900101 123X"),
            ("卡号6222 0212 3456 7890 123。", "6222 0212 3456 7890 123"),
            ("卡号６２２２０２１２３４５６７８９０１２３。", "６２２２０２１２３４５６７８９０１２３"),
        ] {
            assert_eq!(found(&[], &[], text), [(number.to_owned(), "号码")], "{text}");
        }
        assert_eq!(found(&[], &["6311234"], "打631 1234找他"), [("631 1234".to_owned(), "号码")]);
        assert_eq!(found(&[], &[], "2021年1月8日受理31件，金额42565.00元，盘旅调〔2021〕5号，拨打12345"), []);
    }

    #[test]
    fn plates_and_accounts_are_found_whole() {
        assert_eq!(found(&[], &[], "车牌云A12345的车"), [("云A12345".to_owned(), "车牌或护照")]);
        assert_eq!(found(&[], &[], "云 Ａ·Ｄ１２３４５"), [("云 Ａ·Ｄ１２３４５".to_owned(), "车牌或护照")]);
        assert_eq!(found(&[], &[], "微信号wang_2021的"), [("wang_2021".to_owned(), "账号")]);
        assert_eq!(found(&[], &[], "发到wang2021@example.com"), [("wang2021".to_owned(), "账号")]);
    }

    #[test]
    fn recorded_names_are_found_wherever_they_stand() {
        let names = ["王小明", "欧阳小明", "阿依古丽", "古丽娜尔·买买提"];
        for (text, name) in [
            ("王小明来电", "王小明"),
            ("据王 小 明反映", "王 小 明"),
            ("转欧阳小明处理", "欧阳小明"),
            ("阿依古丽表示满意", "阿依古丽"),
            ("古丽娜尔表示满意", "古丽娜尔"),
            ("古丽娜尔·买买提来电", "古丽娜尔·买买提"),
        ] {
            assert_eq!(found(&names, &[], text), [(name.to_owned(), "姓名")], "{text}");
        }
        assert_eq!(found(&[], &[], "投诉人李小红反映"), [("李小红".to_owned(), "姓名")]);
    }
}
