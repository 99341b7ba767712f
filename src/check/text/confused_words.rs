//! Words that are typed for other words.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::line::Line;
use super::passage::Passage;
use super::word_boundaries::straddles;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::{FIELD, is_han};
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub static CONFUSED: Rule = Rule {
    code: "word-confused",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同音、形近的错词，例如把「整治」写成「政治」、「尤其」写成「由其」、「账户」写成「帐户」。",
    why: "错别字是上级退回周报最常见的原因。",
    example: "旅游市场秩序政治工作",
    fix: "改成提示里的词；确实是专用的名称，写在「认可」里。",
};

static PREFERRED: Rule = Rule {
    code: "word-preferred",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "不算错、但公文里习惯另写的词，例如「其它」「做出决定」。",
    why: "同一个词写法一致，读起来才不觉得是错字。",
    example: "做出处理",
    fix: "改成提示里的写法。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONFUSED, &PREFERRED], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    confused(passage, findings);
    if passage.text.kind.is_prose() {
        bounds(&passage.line, findings);
    }
}

/// One line of the table.
struct Entry {
    wrong: &'static str,
    right: &'static str,
    /// Longer words in which it is right, each with how many bytes stand before the wrong word.
    unless: Vec<(usize, &'static str)>,
    /// Words that make it right wherever they follow in the same sentence: 既使游客满意，又使商家规范.
    before: Vec<&'static str>,
    preferred: bool,
}

/// Dictionaries have old spellings with it, such as 对帐, that end where 帐目 goes on: only the table's contexts count.
const OLD: char = '帐';

struct Table {
    entries: Vec<Entry>,
    finder: Option<AhoCorasick>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lines = include_str!("confusions.txt").lines().filter(|line| !line.starts_with('#'));
    let entries: Vec<Entry> = lines.filter_map(Entry::read).collect();
    let wrong = entries.iter().map(|entry| entry.wrong);
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA));
    Table { finder: builder.build(wrong).ok(), entries }
});

impl Entry {
    fn read(line: &'static str) -> Option<Self> {
        let preferred = line.starts_with('?');
        let mut words = line.trim_start_matches('?').split_whitespace();
        let (wrong, right) = (words.next()?, words.next()?);
        let (before, longer): (Vec<_>, Vec<_>) = words.partition(|word| word.starts_with('~'));
        let before = before.into_iter().filter_map(|word| word.strip_prefix('~')).collect();
        let unless = longer.into_iter().flat_map(|word| word.match_indices(wrong).map(move |(at, _)| (at, word)));
        Some(Self { wrong, right, unless: unless.collect(), before, preferred })
    }

    /// Whether the wrong word at `at` is part of a longer one that is right.
    fn is_right(&self, text: &str, at: usize) -> bool {
        let behind = text.get(at + self.wrong.len()..).unwrap_or_default();
        let sentence = behind.split(['。', '；', '！', '？']).next().unwrap_or_default();
        self.before.iter().any(|word| sentence.contains(word))
            || self.unless.iter().any(|(before, longer)| {
                at.checked_sub(*before).and_then(|start| text.get(start..start + longer.len())) == Some(longer)
            })
    }
}

/// Confused words in a line, outside of names.
fn confused(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let table = &*TABLE;
    let line = &passage.line;
    let text = line.all();
    for found in table.finder.iter().flat_map(|finder| finder.find_iter(text)) {
        let entry = &table.entries[found.pattern().as_usize()];
        let in_field = line.c(line.index(found.start() + 1).saturating_sub(1)) == FIELD;
        if in_field
            || entry.is_right(text, found.start())
            || passage.is_named(&found.range())
            || !entry.wrong.contains(OLD) && straddles(text, &found.range())
        {
            continue;
        }
        let place = line.place_of(found.range());
        let Entry { wrong, right, preferred, .. } = entry;
        let (rule, message) = if *preferred {
            (&PREFERRED, format!("「{wrong}」公文里习惯写「{right}」"))
        } else {
            (&CONFUSED, format!("「{wrong}」是「{right}」之误"))
        };
        findings.push(rule.finding(message).at(place.clone(), "").propose_word("改为", place, *right));
    }
}

/// 大约30人左右, 超过30人以上: the same said before and behind a number.
fn bounds(line: &Line, findings: &mut Vec<Diagnostic>) {
    const PAIRS: [(&[&str], &str); 3] =
        [(&["大约", "约", "大概"], "左右"), (&["超过", "多于"], "以上"), (&["不足", "不到", "少于"], "以下")];
    for run in line.digit_runs() {
        // A measure of up to three characters, as in 人（次）.
        let Some((before, behind, at)) = PAIRS.iter().find_map(|(before, behind)| {
            let word = before.iter().find(|word| line.ends(run.start, word))?;
            let at = (run.end..=run.end + 4).find(|at| line.starts(*at, behind))?;
            Some((*word, *behind, at)).filter(|_| (run.end..at).all(|at| is_measure(line.c(at))))
        }) else {
            continue;
        };
        let place = line.place(at..at + behind.chars().count());
        findings.push(
            PREFERRED
                .finding(format!("前面有「{before}」，后面不必再说「{behind}」"))
                .at(place.clone(), "")
                .help("留下一个"),
        );
    }
}

fn is_measure(c: char) -> bool {
    is_han(c) || matches!(c, '%' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole_and_no_word_is_its_own_correction() {
        assert!(TABLE.entries.len() > 500 && TABLE.finder.is_some());
        for entry in &TABLE.entries {
            assert_ne!(entry.wrong, entry.right);
            assert!(!entry.right.contains(entry.wrong), "{}", entry.wrong);
            assert!(entry.unless.iter().all(|(_, longer)| longer.contains(entry.wrong)), "{}", entry.wrong);
        }
    }
}
