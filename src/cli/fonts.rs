//! `zhoubao fonts`: which role is served by which file, what Word files name, and how to install the free set.

use std::path::PathBuf;

use super::arguments::{FontsOptions, ListFontsOptions, MessageFormat};
use super::exit::Exit;
use super::persons::know_persons_around;
use super::reporters::report;
use super::word_fonts;
use crate::diagnostic::{Diagnostic, discreet};
use crate::layout::fonts::{Face, Fonts, FontsError, Role, Standing, Unreadable};
use crate::record::find::display;
use crate::report::print_own;
use crate::workspace::findings;
use crate::yaml::Problems;

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
        FontsError::Unreadable(unreadable) => unreadable_font(&unreadable),
    })
}

/// The families that stand on this machine.
fn standing(options: &FontsOptions) -> Result<Standing, Diagnostic> {
    Standing::find(options.folder.as_deref()).map_err(|unreadable| unreadable_font(&unreadable))
}

fn unreadable_font(Unreadable { path, error }: &Unreadable) -> Diagnostic {
    findings::FONTS.finding(format!("字体「{}」读不出：{error}", display(path))).help(error.help())
}

pub(super) fn run(options: &ListFontsOptions) -> Exit {
    let report = report(MessageFormat::Human);
    let found = find(&options.fonts).and_then(|fonts| Ok((fonts, standing(&options.fonts)?)));
    let (fonts, standing) = match found {
        Ok(found) => found,
        Err(diagnostic) => {
            know_persons_around(&options.paths);
            report.finding(diagnostic);
            return Exit::Machine;
        }
    };
    for role in Role::ALL {
        print_face(role.name(), fonts.face(fonts.role(role)));
    }
    for fallback in fonts.fallbacks() {
        print_face("补字", fonts.face(*fallback));
    }
    let mut problems = Problems::new();
    word_fonts::print(&paths(options), &fonts, &standing, &mut problems);
    print_own(&format!("\n{INSTALL}"));
    if problems.is_empty() {
        return Exit::Clean;
    }
    know_persons_around(&options.paths);
    report.findings(problems.into_vec());
    Exit::Data
}

/// What was asked for, else `data` where it is there: the fonts may be asked for before there is any office.
fn paths(options: &ListFontsOptions) -> Vec<PathBuf> {
    let data = PathBuf::from("data");
    match options.paths.as_slice() {
        [] if data.is_dir() => vec![data],
        paths => paths.to_vec(),
    }
}

fn print_face(name: &str, face: &Face) {
    print_own(&format!("{name}\t{}\t{}", discreet(&face.family), discreet(&display(&face.path))));
}
