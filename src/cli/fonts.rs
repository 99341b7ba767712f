//! `zhoubao fonts`: which role is served by which file, and how to install the free set.

use super::arguments::{FontsOptions, MessageFormat};
use super::exit::Exit;
use super::persons::know_persons_around;
use super::reporters::report;
use crate::diagnostic::{Diagnostic, discreet};
use crate::layout::fonts::{Face, Fonts, FontsError, Role, Unreadable};
use crate::record::find::display;
use crate::report::print_own;
use crate::workspace::findings;

const INSTALL: &str = "安装免费字体：在源码文件夹里运行 make fonts（Debian、Ubuntu）；\
                       或把 Fandol 字体（仿宋、楷体、黑体、宋体）和霞鹜文楷放进一个文件夹，用 --fonts 指给程序";

/// What papers cannot be made with on this machine.
pub(super) fn missing() -> Option<Diagnostic> {
    let what = match Fonts::find(None).err()? {
        FontsError::Unserved(roles) => format!("缺少字体：{}", names(&roles)),
        FontsError::Unreadable(Unreadable { path, error }) => format!("字体「{}」读不出：{error}", display(&path)),
    };
    let message = format!("这台电脑上{what}；检查不要字体，出文书要");
    Some(findings::FONTS_MISSING.finding(message).help(INSTALL))
}

fn names(roles: &[Role]) -> String {
    roles.iter().map(|role| role.name()).collect::<Vec<_>>().join("、")
}

/// The fonts, or why there are none.
pub(super) fn find(options: &FontsOptions) -> Result<Fonts, Diagnostic> {
    Fonts::find(options.folder.as_deref()).map_err(|error| match error {
        FontsError::Unserved(roles) => {
            let folder = options.folder.as_ref();
            let place = folder.map_or_else(|| "系统里".to_owned(), |folder| format!("「{}」里", display(folder)));
            findings::FONTS.finding(format!("{place}缺少字体：{}", names(&roles))).help(INSTALL)
        }
        FontsError::Unreadable(Unreadable { path, error }) => {
            findings::FONTS.finding(format!("字体「{}」读不出：{error}", display(&path))).help(error.help())
        }
    })
}

pub(super) fn run(options: &FontsOptions) -> Exit {
    let fonts = match find(options) {
        Ok(fonts) => fonts,
        Err(diagnostic) => {
            know_persons_around(&[]);
            report(MessageFormat::Human).finding(diagnostic);
            return Exit::Machine;
        }
    };
    for role in Role::ALL {
        print_face(role.name(), fonts.face(fonts.role(role)));
    }
    for fallback in fonts.fallbacks() {
        print_face("补字", fonts.face(*fallback));
    }
    print_own(&format!("\n{INSTALL}"));
    Exit::Clean
}

fn print_face(name: &str, face: &Face) {
    print_own(&format!("{name}\t{}\t{}", discreet(&face.family), discreet(&display(&face.path))));
}
