//! One paper on its way from the record to bytes.

use super::content::content;
use super::hash::Short;
use crate::compose::Composer;
use crate::diagnostic::{Diagnostic, Rule};
use crate::layout::fonts::Fonts;
use crate::layout::{self, Galley, MissingGlyph};
use crate::record::week::Week;
use crate::workspace::findings;
use crate::workspace::{Due, Format};
use crate::{pdf, word};

/// A paper that is composed and set, and not yet written in any format.
pub struct Set {
    pub due: Due,
    pub content: Short,
    pub galley: Galley,
    /// What a superior office might send it back for.
    pub warnings: Vec<Diagnostic>,
}

/// Composes and sets a paper.
pub fn set(composer: &Composer, due: &Due, week: &Week, fonts: &Fonts) -> Result<Set, Vec<Diagnostic>> {
    let document = composer.compose(&due.kind, &due.template, due.notice.map(|(at, _)| at))?;
    let galley = layout::set(&document, fonts).map_err(|missing| missing.iter().map(no_glyph).collect::<Vec<_>>())?;
    let warnings = warned(&galley, due, week);
    Ok(Set { due: due.clone(), content: content(&document), galley, warnings })
}

/// The paper's file in a format.
pub fn print(galley: &Galley, format: Format, fonts: &Fonts) -> Result<Vec<u8>, Diagnostic> {
    let bytes = match format {
        Format::Docx => word::write(galley, fonts).map_err(|error| error.to_string()),
        Format::Pdf => pdf::write(galley, fonts).map_err(|error| error.to_string()),
    };
    bytes.map_err(|reason| {
        let message = format!("「{}」的 {format} 文件做不成", galley.title);
        findings::UNMADE.finding(message).help(format!("原话：{reason}"))
    })
}

/// What a superior office might send the paper back for.
fn warned(galley: &Galley, due: &Due, week: &Week) -> Vec<Diagnostic> {
    let name = match due.notice {
        Some((_, number)) => format!("{}-{number}", due.kind),
        None => due.kind.clone(),
    };
    let told = |rule: &'static Rule, what: &str, help: &str| {
        let message = format!("{name}「{}」{what}", galley.title);
        rule.finding(message).at(week.period.span.clone(), "这一周的文书").help(help)
    };
    let mut warnings = Vec::new();
    if !galley.begins_on_page_1() {
        warnings.push(told(
            &findings::FIRST_PAGE,
            "的首页没有正文",
            "公文首页必须显示正文（GB/T 9704—2012，7.3.3）：缩短标题或标志，减少联合行文的机关，或者把正文写长一些",
        ));
    }
    if galley.signature_stands_alone() {
        warnings.push(told(
            &findings::LONE_SIGNATURE,
            "的署名和日期单独在一面上，那一面没有正文",
            "署名不得单独成面（GB/T 9704—2012，7.3.5.4）：在署名前补一段正文，或者把末尾的表格移到附件里",
        ));
    }
    warnings
}

/// The finding about a character that no font has.
#[must_use]
pub fn no_glyph(missing: &MissingGlyph) -> Diagnostic {
    let code = u32::from(missing.character);
    let private = matches!(code, 0xE000..=0xF8FF | 0xF_0000..);
    let visible =
        if private || missing.character.is_control() { String::new() } else { format!("「{}」", missing.character) };
    let message = format!("哪种字体里都没有{visible}这个字（U+{code:04X}）");
    let help = "若是打错了请改正；确实要用，请装一种有这个字的字体，再运行 zhoubao fonts 核对";
    let diagnostic = findings::MISSING_GLYPH.finding(message).help(help);
    match missing.place() {
        Some(place) => diagnostic.at(place, "在这里"),
        None => diagnostic,
    }
}
