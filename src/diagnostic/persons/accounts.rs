//! Numbers and names by which somebody is found on QQ or 微信.

use std::ops::Range;

use super::characters::{count_while, half};

pub(super) const NETWORKS: [&str; 4] = ["QQ", "qq", "ＱＱ", "微信"];

/// What may stand between a network's name and the account.
const BETWEEN: &str = "号码为是:：（(「“\"'";

/// How many characters of an account may be shown.
const SHOWN: usize = 2;

/// Accounts but for their first two characters.
pub(super) fn accounts(chars: &[char]) -> Vec<Range<usize>> {
    let shown = |account: Range<usize>| account.start + SHOWN..account.end;
    whole_accounts(chars).into_iter().map(shown).filter(|hidden| !hidden.is_empty()).collect()
}

/// Accounts, of a mailbox what stands before its @.
pub(super) fn whole_accounts(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for network in NETWORKS {
        let name: Vec<char> = network.chars().collect();
        // What stands before it is within an account, which is hidden already.
        let mut looked = 0;
        for at in 0..chars.len() {
            if at < looked || !chars[at..].starts_with(&name) {
                continue;
            }
            let behind = at + name.len();
            let start = behind + count_while(chars, behind, |c| c.is_whitespace() || BETWEEN.contains(c));
            let length = count_while(chars, start, |c| half(c).is_some() || matches!(c, '_' | '-'));
            if length >= 5 {
                found.push(start..start + length);
                looked = start + length;
            }
        }
    }
    found.extend(mailboxes(chars));
    found
}

/// Whether a character is the one in the middle of a mailbox.
pub(super) fn is_at(c: char) -> bool {
    matches!(c, '@' | '＠')
}

/// What stands before the @ of a mailbox.
fn mailboxes(chars: &[char]) -> Vec<Range<usize>> {
    /// No mailbox has a longer name.
    const LONGEST: usize = 64;
    let mut found = Vec::new();
    for at in (0..chars.len()).filter(|at| is_at(chars[*at])) {
        let is_of_name = |c: &char| half(*c).is_some() || matches!(c, '_' | '-' | '.');
        let length = chars[..at].iter().rev().take(LONGEST).take_while(|c| is_of_name(c)).count();
        let host = &chars[at + 1..chars.len().min(at + 1 + LONGEST)];
        let first = count_while(host, 0, |c| half(c).is_some() || c == '-');
        let has_dot = first > 0 && matches!(host.get(first), Some('.' | '．'));
        let has_host =
            has_dot && host.get(first + 1).is_some_and(|c| half(*c).is_some_and(|c| c.is_ascii_alphabetic()));
        if length > 0 && has_host {
            found.push(at - length..at);
        }
    }
    found
}
