//! Full names of persons: what has a surname and a given name, and is not made nameless.

use super::han::is_han;
use super::surnames::{COMPOUND, NO_NAMES, SURNAMES};
use crate::record::office::Office;
use crate::record::register::Register;

/// What is part of no given name: 某某, 先生, 女士, 同学, 师傅, 网友, 游客.
const NAMELESS: &str = "某先女士同师网友游客";

/// Whether a field for a name has a full one.
#[must_use]
pub fn is_full_name(name: &str) -> bool {
    let chars: Vec<char> = name.trim().chars().collect();
    (2..=4).contains(&chars.len())
        && SURNAMES.contains(chars[0])
        && chars[1..].iter().all(|c| is_han(*c) && !NAMELESS.contains(*c))
}

/// Words that stand for a name that is not told.
const UNTOLD: [&str; 12] =
    ["匿名", "不详", "未知", "无名", "群众", "市民", "居民", "业主", "家长", "路人", "多人", "本人"];

/// Whether a column for names has one by which somebody can be found; names of peoples without Han surnames too.
#[must_use]
pub fn names_somebody(name: &str) -> bool {
    let name = name.trim();
    let is_hidden =
        name.contains(['某', '*', '＊', '×']) || ["先生", "女士", "同志"].iter().any(|it| name.contains(it));
    let is_han_name = name.chars().all(|c| is_han(c) || c == '·');
    let length = name.chars().count();
    let has_length = if is_han_name { (2..=15).contains(&length) } else { length >= 4 };
    has_length && !is_hidden && !UNTOLD.iter().any(|word| name.contains(word)) && !NO_NAMES.contains(&name)
}

/// Whether what stands in a field for firms is a person's name, and no firm's that the office knows.
#[must_use]
pub fn is_unregistered_person(office: &Office, name: &str) -> bool {
    is_persons_name(name) && office.names_alike(Register::Firms, name.trim()).is_empty()
}

/// Three characters that begin with a surname, or with one of two characters.
fn is_persons_name(name: &str) -> bool {
    const PLACES: &str = "店社馆厅吧楼站部行坊园轩院所局场阁城村镇庄斋铺居屋家堂苑寨洞山湖江寺";
    let name = name.trim();
    let chars: Vec<char> = name.chars().collect();
    let is_compound = COMPOUND.iter().any(|surname| name.starts_with(surname));
    let [family, .., ending] = chars[..] else { return false };
    let has_form = chars.len() == 3 && SURNAMES.contains(family) || is_compound && (3..=4).contains(&chars.len());
    has_form
        && !NO_NAMES.iter().any(|word| name.starts_with(word))
        && chars[1..].iter().all(|c| is_given(*c))
        && !PLACES.contains(ending)
}

/// What is never part of a given name, so that a name ends before it.
const NO_GIVEN: &str = "的了在于与和及向对从到已未被把将为是有无不也再就都等某×*先女同某称表反投来要求等说由自本该其此及或并因经按给让请去上下中前后内外时日月年元件个名家人们者员";

/// Whether a character may be part of a given name.
#[must_use]
pub fn is_given(c: char) -> bool {
    is_han(c) && c < '\u{e000}' && !NO_GIVEN.contains(c)
}
