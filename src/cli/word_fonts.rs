//! The families that Word files name: what a colleague sees who opens one, and what this machine knows of them.

use std::path::PathBuf;

use crate::diagnostic::{Diagnostic, add_new, discreet};
use crate::layout::fonts::{Fonts, Role, Standing, Widths};
use crate::record::bytes::from_disk;
use crate::record::find::{OFFICE_FILE, find};
use crate::report::{print_line, print_own};
use crate::workspace::{OfficeWorkspace, WordFonts, findings, generations, word_fonts};
use crate::yaml::Problems;

/// Advice about each family that an office's Word files name and of whose widths nothing is known.
pub(super) fn unknown_widths(office: &OfficeWorkspace, fonts: &Fonts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for generation in office.generations() {
        let Some(wanted) = &generation.office.word_fonts else { continue };
        for (role, family) in wanted.written() {
            let name = family.value.name();
            if fonts.widths_of(name) != Widths::Assumed {
                continue;
            }
            let message = format!(
                "Word 文件的{role}写的是「{name}」，不知道这种字体的字有多宽：断行时当作数字、字母半个字宽，汉字一个字宽"
            );
            let help = format!(
                "在装有「{name}」的电脑上打开做好的 Word 文件，核对断行；核对过了，在「检查」的「轻重」里写 {}: 不查",
                findings::FONT_WIDTHS.code
            );
            let finding = findings::FONT_WIDTHS.finding(message).at(family.span.clone(), "这种字体").help(help);
            add_new(&mut found, vec![finding]);
        }
    }
    office.weigh_own(&mut found);
    found
}

/// Offices whose Word files name the same families.
struct Group {
    fonts: WordFonts,
    offices: Vec<String>,
}

/// Prints what Word files name, those of the offices in `paths` or else usually. What is wrong with those offices' files is
/// added to `problems`.
pub(super) fn print(paths: &[PathBuf], fonts: &Fonts, standing: &Standing, problems: &mut Problems) {
    let mut groups = groups(paths, problems);
    if groups.is_empty() {
        groups.push(Group { fonts: WordFonts::default(), offices: Vec::new() });
    }
    for group in groups {
        let whose =
            if group.offices.is_empty() { String::new() } else { format!("{} 的 ", group.offices.join("、")) };
        print_line("");
        print_line(&format!("{whose}Word 文件里只写字体的名称，同事看到的是他那台电脑上的字体："));
        for role in Role::ALL {
            // Tabs part it for programs as they part the faces.
            print_own(&line(role, &group.fonts, fonts, standing));
        }
    }
}

/// The offices of `paths`, as they are after all changes, by the families that their Word files name.
fn groups(paths: &[PathBuf], problems: &mut Problems) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for folder in find(paths, problems) {
        let office = generations(&from_disk, &folder.path.join(OFFICE_FILE), problems);
        let Some(last) = office.and_then(|mut generations| generations.pop()) else { continue };
        let fonts = word_fonts(&last.office);
        match groups.iter_mut().find(|group| group.fonts == fonts) {
            Some(group) => group.offices.push(folder.name),
            None => groups.push(Group { fonts, offices: vec![folder.name] }),
        }
    }
    groups
}

/// What a role's family is, and what becomes of it.
fn line(role: Role, word_fonts: &WordFonts, fonts: &Fonts, standing: &Standing) -> String {
    let family = role.word_family(word_fonts);
    let stands = if standing.has(family) { "有" } else { "没有" };
    let widths = match fonts.widths_of(family) {
        Widths::Found(_) => "断行用它自己的字宽",
        Widths::Known => "断行用它的字宽：数字、字母半个字",
        Widths::Assumed => "不知道它的字宽，断行时当作数字、字母半个字",
    };
    let others: Vec<&str> = role.stand_ins(word_fonts).collect();
    format!(
        "{}\t{}\t这台电脑上{stands}；{widths}；没有它的电脑依次换成 {}，再没有就用系统默认的字体",
        role.name(),
        discreet(family),
        others.join("、")
    )
}
