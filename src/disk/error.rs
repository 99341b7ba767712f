//! Why a file or a folder could not be read.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why a file or a folder could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// Nothing lies there.
    Missing,
    /// A link leads nowhere, or in a circle.
    Link,
    /// A folder lies where a file should.
    Folder,
    /// Something else lies where a folder should.
    NoFolder,
    /// A pipe, a socket or a device: reading it might never end.
    Special,
    /// More bytes than such a file may have.
    TooLarge { most: u64 },
    /// Its bytes are no UTF-8.
    NoText,
    /// It is there, and the machine does not let the program read it: no permission, too many open files, a broken disk.
    Machine(io::Error),
}

impl ReadError {
    /// What the system's error at `path` means.
    #[must_use]
    pub fn from_system(path: &Path, error: io::Error) -> Self {
        let is_link = path.symlink_metadata().is_ok_and(|found| found.is_symlink());
        match error.kind() {
            ErrorKind::PermissionDenied => Self::Machine(error),
            _ if is_loop(&error) => Self::Link,
            ErrorKind::NotFound if is_link => Self::Link,
            ErrorKind::NotFound | ErrorKind::InvalidInput | ErrorKind::InvalidFilename => Self::Missing,
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::NotADirectory => Self::NoFolder,
            _ => Self::Machine(error),
        }
    }

    /// Whether the machine failed, so that it may help to try again.
    #[must_use]
    pub fn is_of_machine(&self) -> bool {
        matches!(self, Self::Machine(_))
    }

    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// What the user can do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Missing => "请核对路径；文件名有空格时要加引号",
            Self::Link => "把文件本身放在这里，或者删掉这个链接",
            Self::Folder => "这里要放的是文件：把文件夹移走，或者改个名称",
            Self::NoFolder => "这里要放的是文件夹：把这个文件移走，或者改个名称",
            Self::Special => "换成普通的文件；不用的删掉",
            Self::TooLarge { .. } => "请核对是不是放错了文件",
            Self::NoText => "请核对是不是放错了文件；文件坏了的，从备份恢复",
            Self::Machine(error) if error.kind() == ErrorKind::PermissionDenied => {
                "请核对有没有读取的权限（文件和它所在的各级文件夹），再运行一次"
            }
            Self::Machine(_) => "多半是一时的：电脑忙、打开的文件太多，或者磁盘、网络出错；过一会儿再运行一次",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("没有这个文件"),
            Self::Link => f.write_str("这是一个通不到的链接"),
            Self::Folder => f.write_str("这是一个文件夹"),
            Self::NoFolder => f.write_str("这不是文件夹"),
            Self::Special => f.write_str("这不是普通文件"),
            Self::TooLarge { most } => write!(f, "大于 {} MB", most / (1024 * 1024)),
            Self::NoText => f.write_str("里面不是文字"),
            Self::Machine(error) if error.kind() == ErrorKind::PermissionDenied => f.write_str("没有读它的权限"),
            Self::Machine(error) => write!(f, "读取时出错（{error}）"),
        }
    }
}

/// Whether the system gave up on links that lead to one another.
#[cfg(unix)]
fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_loop(_: &io::Error) -> bool {
    false
}
