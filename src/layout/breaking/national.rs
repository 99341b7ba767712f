//! Where GB/T 15834 lets a line end, whatever word processors do: no dash and no ellipsis is torn (5.1.4, 5.1.5), no 连接号
//! begins a line (5.1.6), a 分隔号 neither begins nor ends one (5.1.9). Beyond the standard, a number keeps its sign, its
//! unit, and the 连接号 before it.

/// 连接号 that are nothing else, the — that is no half of a dash included.
const CONNECTORS: &str = "–～~〜";
/// 连接号 between numbers, words and letters; before a number that stands alone, its sign.
const HYPHENS: &str = "-－−";
const SIGNS: &str = "+＋±≥≤≈<>＜＞$＄¥￥£￡№#＃";
const UNITS: &str = "%％‰℃℉°′″";
/// Behind these too a hyphen before a number connects.
const ENDS_OF_DATES: &str = "年月日号时分";
const SEPARATORS: &str = "/／";

/// For each character, whether a line may begin with it.
pub(super) fn line_beginnings(text: &[char]) -> Vec<bool> {
    let mut allowed: Vec<bool> = (0..text.len()).map(|at| may_begin(text, at)).collect();
    // The slashes and hyphens of an address are its own.
    let mut start = 0;
    for word in text.chunk_by(|a, b| a.is_ascii_graphic() == b.is_ascii_graphic()) {
        if is_address(word) {
            allowed[start + 1..start + word.len()].fill(true);
        }
        start += word.len();
    }
    allowed
}

fn may_begin(text: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let (a, b) = (text[before], text[at]);
    let is_torn = a == b && matches!(a, '—' | '…');
    let parts_sign = b.is_ascii_digit() && keeps_number(text, before);
    let parts_unit = a.is_ascii_digit() && (UNITS.contains(b) || matches!(b, '㎀'..='㏟'));
    let is_at_separator = SEPARATORS.contains(a) || SEPARATORS.contains(b);
    !(is_torn || parts_sign || parts_unit || is_at_separator || is_connector(text, at))
}

/// Whether a number behind that character stays with it. Behind the hyphen of a telephone number or a code a line may end, as
/// it may for word processors.
fn keeps_number(text: &[char], at: usize) -> bool {
    match text[at] {
        '-' => !is_connector(text, at),
        other => SIGNS.contains(other) || HYPHENS.contains(other) || is_connector(text, at),
    }
}

/// Whether a 连接号 stands there.
fn is_connector(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(' ', |before| text[before]);
    let behind = text.get(at + 1).copied().unwrap_or(' ');
    match text[at] {
        '—' => before != '—' && behind != '—',
        hyphen if HYPHENS.contains(hyphen) => {
            let follows_number =
                before.is_ascii_alphanumeric() || UNITS.contains(before) || ENDS_OF_DATES.contains(before);
            follows_number || !behind.is_ascii_digit()
        }
        other => CONNECTORS.contains(other),
    }
}

/// Whether a word of ASCII is one of the web: https://a.cn, www.a.cn/b, a.cn/b.
fn is_address(word: &[char]) -> bool {
    if !word.contains(&'/') {
        return false;
    }
    let word: String = word.iter().collect();
    let host = word.split('/').next().unwrap_or_default();
    let has_domain = host.rsplit_once('.').is_some_and(|(_, last)| last.starts_with(|c: char| c.is_ascii_alphabetic()));
    word.contains("://") || has_domain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a bar before each character that a line may begin with, but within ASCII.
    fn parted(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let allowed = line_beginnings(&characters);
        let is_plain = |at: usize| {
            at.checked_sub(1).is_some_and(|before| !characters[before].is_ascii() || !characters[at].is_ascii())
        };
        let bar = |at: usize| if at > 0 && allowed[at] && is_plain(at) { "|" } else { "" };
        characters.iter().enumerate().map(|(at, character)| format!("{}{character}", bar(at))).collect()
    }

    #[test]
    fn dashes_and_ellipses_are_whole() {
        assert_eq!(parted("甲——乙……丙"), "甲|——|乙|……|丙");
    }

    #[test]
    fn numbers_and_dates_keep_what_connects_them() {
        assert_eq!(parted("月1日—1月4日止"), "月|1|日—1|月|4|日|止");
        assert_eq!(parted("约5～8人，3－5件，2021–2022年"), "约|5～8|人|，|3－5|件|，|2021–2022|年");
        assert_eq!(parted("5％—10％"), "5％—10％");
        assert_eq!(parted("昆明—大理"), "昆|明—|大|理");
    }

    #[test]
    fn behind_the_hyphen_of_a_code_a_line_may_end() {
        let code: Vec<char> = "0871-6".chars().collect();
        assert_eq!(line_beginnings(&code)[4..], [false, true]);
        assert_eq!(parted("至-5℃"), "至|-5℃");
    }

    #[test]
    fn a_sign_and_a_unit_stay_with_their_number() {
        assert_eq!(parted("低至－5℃，约＋3℃"), "低|至|－5℃|，|约|＋3℃");
        assert_eq!(parted("共5㎡，计￥300，占6％"), "共|5㎡|，|计|￥300|，|占|6％");
        assert_eq!(parted("为≥95%、第№6件"), "为|≥95%|、|第|№6|件");
    }

    #[test]
    fn what_a_slash_parts_stays_together_but_for_an_address() {
        assert_eq!(parted("元/人，和／或"), "元/人|，|和／或");
        let characters: Vec<char> = "2021/1/8 https://a.cn/b-1 a.cn/b".chars().collect();
        let kept: String =
            characters.iter().zip(line_beginnings(&characters)).filter(|(_, may)| !may).map(|(c, _)| c).collect();
        assert_eq!(kept, "/1/8");
    }
}
