//! Why a file was not fixed.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::disk::ReadError;
use crate::record::find::display;
use crate::workspace::findings::UNFIXED;
use crate::workspace::write::WriteError;

pub(super) fn failed(name: &str, error: &io::Error) -> Diagnostic {
    let error = WriteError { path: PathBuf::from(name), error: io::Error::from(error.kind()) };
    UNFIXED
        .finding(format!("「{}」没有改成：{error}", display(Path::new(name))))
        .help("文件若在编辑器里打开着，先关掉它；请核对磁盘空间和写入的权限，再运行一次；原文件没有动")
}

/// The file cannot be read any more.
pub(super) fn unread(name: &str, error: &ReadError) -> Diagnostic {
    UNFIXED.finding(format!("「{}」没有改成：{error}", display(Path::new(name)))).help(error.help())
}

pub(super) fn changed(name: &str) -> Diagnostic {
    UNFIXED
        .finding(format!("「{name}」读出之后又被改动过，没有改"))
        .help("在编辑器里存好盘，再运行一次 zhoubao check --fix")
}

pub(super) fn read_only(name: &str) -> Diagnostic {
    UNFIXED.finding(format!("「{name}」是只读的，没有改")).help("去掉文件的只读属性，再运行一次 zhoubao check --fix")
}
