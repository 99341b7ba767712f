//! Why no number was given.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::record::find::display;
use crate::source::Span;
use crate::workspace::findings::{UNFIXED, UNNUMBERED};

/// A record of the office that cannot be read: its papers may have any number.
pub(super) fn unknown(path: &Path) -> Diagnostic {
    UNNUMBERED
        .finding(format!("「{}」读不出，不知道已经编到几号，没有编文号", display(path)))
        .help("先改好它（zhoubao check），或者移到别处，再运行一次")
}

/// Some folder of the office cannot be read.
pub(super) fn unread_folder(path: &Path) -> Diagnostic {
    UNNUMBERED
        .finding(format!("「{}」里有读不出的文件夹，不知道已经编到几号，没有编文号", display(path)))
        .help("先改好这里说的，再运行一次")
}

/// A reply with a number and without a day, whose number may be of any year.
pub(super) fn of_no_year(number: &Span) -> Diagnostic {
    UNNUMBERED
        .finding("这一份通报单写了文号，没有写上报，不知道是哪一年的号，没有编文号")
        .at(number.clone(), "哪一年的")
        .help("先补上「上报」，或者删掉文号，再运行一次")
}

/// A record with other errors.
pub(super) fn has_errors(path: &Path) -> Diagnostic {
    UNNUMBERED
        .finding(format!("「{}」里有要先改好的问题，没有编文号", display(path)))
        .help("先改好这里说的问题，再运行一次")
}

/// A paper that cannot be made for other reasons than its number.
pub(super) fn unknown_form(path: &Path, paper: &str) -> Diagnostic {
    UNNUMBERED
        .finding(format!("「{}」的 {paper} 还做不成，不知道要不要文号，没有编", display(path)))
        .help("先改好这里说的问题，再运行一次；不用编它的，用 --kind 写明编哪几种")
}

/// A record whose papers were sent.
pub(super) fn sealed(path: &Path) -> Diagnostic {
    UNNUMBERED
        .finding(format!("「{}」的文书已经封存，或者封存的文书用到它，没有编文号", display(path)))
        .help("发出去的文书不再编号；确实要更正，先用 zhoubao build --unseal 解除封存")
}

/// A record of which it is not sure where the number goes.
pub(super) fn unsure(path: &Path, number: u32, by_hand: &str) -> Diagnostic {
    UNNUMBERED
        .finding(format!("「{}」的写法少见，拿不准 {number} 号写在哪里，编到这里停下", display(path)))
        .help(format!("请手工{by_hand}，再运行一次"))
}

/// No number is left.
pub(super) fn none_left(year: i16) -> Diagnostic {
    UNNUMBERED.finding(format!("{year} 年的文号编完了：已经编到最大的数")).help("核对这一年最大的文号，多半写错了")
}

/// Where two might give the same number.
pub(super) fn no_lock(folder: &Path) -> Diagnostic {
    UNFIXED
        .finding(format!("「{}」所在的磁盘不能上锁，没有编文号", display(folder)))
        .help("两个人同时编，会编成同一个号：把数据放到本机的磁盘上，或者手工编号")
}
