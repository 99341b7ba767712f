//! Why a file was not fixed.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::disk::ReadError;
use crate::record::find::display;
use crate::workspace::findings::UNFIXED;
use crate::workspace::write::WriteError;

pub(in crate::workspace) fn failed(name: &str, error: &io::Error) -> Diagnostic {
    let error = WriteError { path: PathBuf::from(name), error: io::Error::from(error.kind()) };
    UNFIXED
        .finding(format!("「{}」没有改成：{error}", display(Path::new(name))))
        .help("文件若在编辑器里打开着，先关掉它；请核对磁盘空间和写入的权限，再运行一次；原文件没有动")
}

/// The file cannot be read any more.
pub(in crate::workspace) fn unread(name: &str, error: &ReadError) -> Diagnostic {
    UNFIXED.finding(format!("「{}」没有改成：{error}", display(Path::new(name)))).help(error.help())
}

pub(in crate::workspace) fn changed(name: &str) -> Diagnostic {
    UNFIXED.finding(format!("「{name}」读出之后又被改动过，没有改")).help("在编辑器里存好盘，再运行一次")
}

/// A record that has `names` of them: its other names would go on holding the text as it was.
pub(super) fn has_other_names(name: &str, names: u64) -> Diagnostic {
    UNFIXED.finding(format!("「{name}」是硬链接，同一个文件有 {names} 个名称，没有改")).help(
        "改了这一个，别的名称下还是原样：把它另存成单独的文件（复制一份，删掉原来的，再改回原名），再运行一次；\
         或者照提示手工改",
    )
}

/// A record whose owner, permissions or attributes the new file cannot have.
pub(super) fn unlike(name: &str, error: &io::Error) -> Diagnostic {
    let reason = match error.kind() {
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "磁盘满了或超出了限额",
        _ => "系统不答应",
    };
    UNFIXED
        .finding(format!("「{name}」的所有者、权限或扩展属性不能照原样保留（{reason}），没有改"))
        .help("请文件的所有者来运行，或者照提示手工改；原文件没有动")
}

pub(super) fn read_only(name: &str) -> Diagnostic {
    UNFIXED.finding(format!("「{name}」是只读的，没有改")).help("去掉文件的只读属性，再运行一次")
}
