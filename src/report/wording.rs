//! The sentences that several formats share.

use std::path::Path;

use super::event::Event;
use super::summary::{Ending, Summary, Work};
use crate::archive::making::Stale;
use crate::diagnostic::discreet;
use crate::layout::CloseSetting;
use crate::record::find::display;
use crate::record::set_aside_number::SetAside;
use crate::workspace::Masked;
use crate::workspace::numbering::{Assigned, NumbersSetAside};

/// Lines about what was made or found out, for stdout; none about anything else.
pub(super) fn results(event: &Event) -> Vec<String> {
    match event {
        Event::Paper { made, .. } => {
            vec![format!("{}{}", display(&made.path), if made.fresh { "（未变）" } else { "" })]
        }
        Event::Stale { stale, .. } => vec![format!("{}：{}", display(&stale.path), causes(stale).join("；"))],
        Event::Lines { office, week, due, lines } => {
            let paper = format!("{office}/{week}/{}", due.name());
            let mut told: Vec<String> = lines.closed_up.iter().map(|close| closed_up(&paper, *close)).collect();
            for line in &lines.fragile {
                told.push(format!("断行不稳：{paper} 第{}页「{}」", line.page, line.text));
            }
            told
        }
        Event::Masked { office, week, due, masked } => {
            let paper = format!("{office}/{week}/{}", due.name());
            masked.iter().map(|masked| told_of_masked(&paper, masked)).collect()
        }
        Event::Package { packaged, .. } => {
            let unchanged = if packaged.fresh { "，未变" } else { "" };
            vec![format!("{}（归档包，{} 件{unchanged}）", display(&packaged.path), packaged.papers)]
        }
        Event::Numbered { assigned, is_written, .. } => vec![numbered(assigned, *is_written)],
        Event::SetAside { numbers, is_written, .. } => vec![set_aside(numbers, *is_written)],
        _ => Vec::new(),
    }
}

/// That something was masked, and where it was written; never what.
fn told_of_masked(paper: &str, masked: &Masked) -> String {
    let Masked { kind, count, .. } = masked;
    let place = place_of(masked).map_or_else(String::new, |(file, line)| format!("，写在 {file}:{line}"));
    format!("遮住了：{paper} 的{kind} {count} 处{place}")
}

/// The file and the line where something was written that is masked.
pub(super) fn place_of(masked: &Masked) -> Option<(&str, usize)> {
    masked.place.as_ref().map(|place| (place.source().name(), place.start().line))
}

/// How a paper was set closer than usual.
fn closed_up(paper: &str, close: CloseSetting) -> String {
    let CloseSetting { lines_a_page, pitch, paragraphs, pages, pages_else } = close;
    let mut means = Vec::new();
    if let Some(pitch) = pitch {
        means.push(format!("每面排 {lines_a_page} 行，行距 {} 磅", pitch.pt().0));
    }
    if paragraphs > 0 {
        means.push(format!("{paragraphs} 段收紧字距"));
    }
    format!("排紧了：{paper} {}，共 {pages} 面；照常排是 {pages_else} 面，末面只有落款和几行正文", means.join("，"))
}

const NOT_WRITTEN: &str = "（没有写入）";

fn numbered(assigned: &Assigned, is_written: bool) -> String {
    let Assigned { file, line, due, behind, .. } = assigned;
    let not_written = if is_written { "" } else { NOT_WRITTEN };
    let behind = behind.map_or_else(String::new, |(number, date)| format!("；{number} 号是 {date} 的，比这一份晚"));
    format!("{}:{line}：{} 编为 {}{not_written}{behind}", display(file), due.name(), assigned.printed())
}

fn set_aside(set_aside: &NumbersSetAside, is_written: bool) -> String {
    let NumbersSetAside { what, year, numbers, why, file, line } = set_aside;
    let what = match what {
        SetAside::Reserved => "留用",
        SetAside::Void => "作废",
    };
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let not_written = if is_written { "" } else { NOT_WRITTEN };
    format!("{}:{line}：{what} {year} 年的 {} 号（{why}）{not_written}", display(file), numbers.join("、"))
}

/// Why a file would be made, one sentence a cause.
pub(super) fn causes(stale: &Stale) -> Vec<String> {
    stale.causes.iter().map(ToString::to_string).collect()
}

/// What the writer should know while he waits, for stderr; nothing of most events.
pub(super) fn note(event: &Event) -> Option<String> {
    match event {
        Event::Waiting { out } => Some(format!("另一个 zhoubao 正在往「{}」里写，等它做完……", display(out))),
        Event::EmptyShard { shard } => {
            Some(format!("第 {shard} 份没有分到指挥中心，没有要做的：指挥中心按名称分到各份，不一定每份都有"))
        }
        _ => None,
    }
}

pub(super) fn left_out(count: usize) -> String {
    format!("这份文件里还有 {count} 处没有列出")
}

pub(super) fn fixed(file: &str, edits: usize, backup: &Path) -> String {
    discreet(&format!("已改正 {file}：{edits} 处，原文件在 {}", display(backup)))
}

pub(super) const STOPPED: &str = "已停下。做好的都在，再运行一次会接着做";

/// The last lines of a run.
pub(super) fn ending(work: Work, summary: &Summary) -> String {
    let (offices, done, found) = (summary.offices.len(), done(work, summary), found(summary));
    let mut text = format!("{offices} 个指挥中心，{done}，{found}；用时 {} 秒", summary.seconds());
    if let Work::Build { lines: true } = work {
        let lines = &summary.lines;
        let (fragile, widest) = (lines.fragile.len(), lines.widest.pt().0);
        text.push_str(&format!(
            "\n共 {} 行：断行不稳的 {fragile} 行，自带字距的 {} 行，与本来的字距最多差 {widest} 磅",
            lines.lines, lines.spaced
        ));
    }
    if matches!(work, Work::Build { .. }) && summary.ending == Ending::Data {
        text.push_str(if summary.held_up == 0 {
            "\n有错误的那一周没有出文书；改好后再运行一次即可"
        } else {
            "\n没有做成的那几份，改好后再运行一次即可；记录有错误的那一周，一份也没有出"
        });
    }
    if summary.ending == Ending::Stopped {
        text.push('\n');
        text.push_str(STOPPED);
    }
    text
}

/// What was done, in numbers.
fn done(work: Work, summary: &Summary) -> String {
    let held_up = match summary.held_up {
        0 => String::new(),
        count => format!("，没有做成 {count} 份"),
    };
    let Summary { weeks, papers, fresh, stale, compared, fixed, .. } = summary;
    match work {
        Work::Check if *fixed > 0 => format!("{weeks} 周，改正 {fixed} 处"),
        Work::Check => format!("{weeks} 周"),
        Work::Build { .. } if *stale > 0 => format!("{weeks} 周，{stale} 个文件要做{held_up}"),
        Work::Build { .. } if *fresh > 0 => format!("{weeks} 周，{papers} 个文件（其中 {fresh} 个未变）{held_up}"),
        Work::Build { .. } => format!("{weeks} 周，{papers} 个文件{held_up}"),
        Work::Number { .. } if summary.numbered == 0 => format!("{weeks} 周，没有编文号"),
        Work::Number { is_written: true } => format!("{weeks} 周，编好 {} 个文号", summary.numbered),
        Work::Number { is_written: false } => format!("{weeks} 周，会编 {} 个文号", summary.numbered),
        Work::SetAside { .. } if summary.numbered == 0 => "没有登记文号".to_owned(),
        Work::SetAside { is_written: true } => format!("登记了 {} 个文号", summary.numbered),
        Work::SetAside { is_written: false } => format!("会登记 {} 个文号", summary.numbered),
        Work::Verify { rebuilt: true } => format!("核对 {papers} 个文件，重做比对 {compared} 个"),
        Work::Verify { rebuilt: false } => format!("核对 {papers} 个文件"),
    }
}

/// How many findings of each weight there were: errors and warnings both where there are any of them.
fn found(summary: &Summary) -> String {
    let is_sound = summary.errors + summary.warnings == 0;
    let counts = [
        ("错误", summary.errors, !is_sound),
        ("警告", summary.warnings, !is_sound),
        ("建议", summary.advice, summary.advice > 0),
        ("已认可", summary.acknowledged, summary.acknowledged > 0),
    ];
    let shown: Vec<String> = counts
        .into_iter()
        .filter(|(_, _, is_shown)| *is_shown)
        .map(|(name, count, _)| format!("{name} {count} 处"))
        .collect();
    if shown.is_empty() { "没有发现问题".to_owned() } else { shown.join("，") }
}
