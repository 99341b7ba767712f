//! Files that should not be there, and where findings about files point.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::archive::manifest::is_aside;
use crate::diagnostic::{Diagnostic, Rule};
use crate::record::find::display;
use crate::source::{Source, Span};
use crate::workspace::findings;
use crate::workspace::write::is_leftover;

/// At a file that is no text: at its name alone.
pub(super) fn place(path: &Path) -> Span {
    Span::new(&Source::new(display(path), ""), 0..0)
}

/// What is wrong with a file of a bag, and what to do about it.
pub(super) fn in_bag(rule: &'static Rule, message: String, path: &Path) -> Diagnostic {
    let help = "从备份取回；没有备份的，核对后把整个包移到别处，再用 --package 做一次";
    rule.finding(message).at(place(path), "").help(help)
}

/// The finding about a file that no manifest names.
pub(super) fn foreign(path: &Path) -> Diagnostic {
    if is_leftover(path) {
        let message = format!("「{}」是没有写完的文件", display(path));
        let help = "上次没有做完：再运行一次 zhoubao build，它就会清掉";
        return findings::FOREIGN.finding(message).at(place(path), "").help(help);
    }
    if path.file_name().is_some_and(|name| is_aside(&name.to_string_lossy())) {
        let message = format!("「{}」是做文书时另存的：它原来放在文书的位置上，不是照记录做的", display(path));
        let help = "不要报送：里面改过的，要留的写进记录里再做；看过不用了，请自己删掉";
        return findings::FOREIGN.finding(message).at(place(path), "").help(help);
    }
    let help =
        "不是 zhoubao 做的，或者上次没有做完，或者它的记录已经没有了：再运行一次 zhoubao build 还是这样的，不要报送";
    findings::FOREIGN.finding(format!("清单里没有「{}」", display(path))).at(place(path), "").help(help)
}

/// All files below a folder but for what `is_left_out`, each folder's by name.
pub(super) fn files_below(folder: &Path, is_left_out: fn(&DirEntry) -> bool) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    let kept = entries.filter_entry(|entry| !is_left_out(entry)).flatten();
    kept.filter(|entry| !entry.file_type().is_dir()).map(DirEntry::into_path).collect()
}
