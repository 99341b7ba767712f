//! A wrong call, explained in Chinese.
//!
//! What was typed is told by its place: it may be a person's name, and no record has been read by which one would know. Said
//! are words of our own, and what only a run that has read the records can find wrong.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::exit::Exit;
use crate::metrics::FigureName;
use crate::record::format::Format;
use crate::report::{note, note_help, print_help};
use crate::yaml::nearest::nearest;

const SEE_HELP: &str = "zhoubao --help 列出全部命令和选项";

/// Prints help or version to stdout, or what is wrong with the call to stderr.
pub(super) fn explain(error: &Error) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print_help(&error.render().ansi().to_string());
        return Exit::Clean;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        note_help(&error.render().ansi().to_string());
        return Exit::Usage;
    }
    note(&format!("错误：{}", message(error)));
    if let Some(reason) = error.source().filter(|_| error.kind() == ErrorKind::ValueValidation).map(ToString::to_string)
        && !reason.is_ascii()
    {
        note(&format!("  帮助：{reason}"));
    }
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(suggested) = suggested.into_iter().find_map(|kind| given(error, kind)) {
        note(&format!("  帮助：是不是想写「{suggested}」？"));
    } else if let Some(valid) = given(error, ContextKind::ValidValue).filter(|valid| !valid.is_empty()) {
        note(&format!("  帮助：可以写：{valid}"));
    }
    note(&format!("  {SEE_HELP}"));
    Exit::Usage
}

/// What is wrong with the call.
fn message(error: &Error) -> String {
    let argument = given(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = given(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let typed = given(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("{}不是命令", place(&typed))
        }
        ErrorKind::UnknownArgument => format!("{}不是这里的选项", place(&argument)),
        ErrorKind::InvalidValue if value.is_empty() => format!("「{argument}」后面少了值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("「{argument}」的值写得不对"),
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => format!("少了「{argument}」"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => format!("「{argument}」的值个数不对"),
        ErrorKind::ArgumentConflict => match given(error, ContextKind::PriorArg) {
            Some(other) if other != argument => format!("「{argument}」不能与「{other}」一起用"),
            _ => format!("「{argument}」写了不止一次，或与别的选项冲突"),
        },
        ErrorKind::InvalidUtf8 => "命令里有无法识别的字符".to_owned(),
        _ => "命令写得不对".to_owned(),
    }
}

/// Where a word of the call stands, counted behind the program's name.
fn place(typed: &str) -> String {
    let is_meant = |word: OsString| {
        let word = word.to_string_lossy();
        word == typed || word.strip_prefix(typed).is_some_and(|rest| rest.starts_with('='))
    };
    let at = std::env::args_os().skip(1).position(is_meant);
    at.map_or_else(|| "有一个词".to_owned(), |at| format!("第 {} 个词", at + 1))
}

/// What the parser says of an error, where it says that kind of thing.
fn given(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join("、")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}

/// A figure that no paper has; `own`: the names of those that offices have of their own.
pub(super) fn unknown_figure(asked: &str, own: &[&'static str]) -> Exit {
    note(&format!("错误：没有「{asked}」这个数，文书里也没有印它"));
    let all: Vec<&str> = own.iter().copied().chain(FigureName::words()).collect();
    if let Some(guess) = nearest(asked, all.iter().copied()) {
        note(&format!("  帮助：是不是想写「{guess}」？"));
    }
    note(&format!("  可以问的数：{}", all.join("、")));
    Exit::Usage
}

/// A format that no paper has.
pub(super) fn unmade_format(asked: Format) -> Exit {
    note(&format!("错误：「--format <格式>」不能是「{asked}」：没有一种文书要做 {asked}"));
    note(&format!("  帮助：在 office.yaml 的「文书」里，给要做的那一种加上 格式: [docx, pdf, {asked}]"));
    note(&format!("  {SEE_HELP}"));
    Exit::Usage
}

/// A kind of papers that no office makes.
pub(super) fn unknown_kind(asked: &str, known: &BTreeSet<String>) -> Exit {
    note(&format!("错误：「--kind <文种>」不能是「{asked}」"));
    let all = known.iter().map(String::as_str).collect::<Vec<_>>().join("、");
    match nearest(asked, known.iter().map(String::as_str)) {
        Some(guess) => note(&format!("  帮助：是不是想写「{guess}」？可以写：{all}")),
        None => note(&format!("  帮助：可以写：{all}")),
    }
    note(&format!("  {SEE_HELP}"));
    Exit::Usage
}

/// Numbers are set aside of one office, and the path names `count` of them.
pub(super) fn several_offices(count: usize) -> Exit {
    note(&format!("错误：留用、作废文号要写明是哪一个指挥中心，这里有 {count} 个"));
    note("  帮助：写上它的文件夹，例如 zhoubao number data/panlong --reserve 1 --year 2026 --reason 督查通报");
    Exit::Usage
}
