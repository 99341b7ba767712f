//! One paper on its way from the record to bytes.

use std::path::Path;

use super::content::content;
use super::hash::Short;
use super::tables::due_with_tables;
use crate::compose::{ComparedRecord, Composer};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Masked};
use crate::layout::fonts::Fonts;
use crate::layout::{self, Element, Galley, LineCount, MissingGlyph, PartedNumber};
use crate::record::find::display;
use crate::record::format::{Encoding, Format};
use crate::record::office::Office;
use crate::record::week::Week;
use crate::workspace::Due;
use crate::workspace::findings;
use crate::{chart, pdf, sheet, word};

/// A paper on its way: composed, and set in pages where a format was asked for that has pages.
pub struct Paper {
    /// In the formats that it can have.
    pub due: Due,
    pub content: Short,
    /// What a superior office might send it back for, and formats that it cannot have.
    pub warnings: Vec<Diagnostic>,
    /// Records of other weeks that it is made from too.
    pub compared: Vec<ComparedRecord>,
    /// Kept until every format has had it.
    document: Document,
    galley: Option<Galley>,
}

impl Paper {
    /// Composes a paper, and sets it where one of `formats` needs pages. `office` is that of the week's time.
    ///
    /// # Errors
    /// What keeps it from being composed, and characters that no font has.
    pub fn prepare(
        composer: &Composer,
        due: &Due,
        formats: &[Format],
        (office, week): (&Office, &Week),
        fonts: &Fonts,
    ) -> Result<Self, Vec<Diagnostic>> {
        let document = due.compose(composer)?;
        let (due, left_out) = due_with_tables(due, &document, office)?;
        let content = content(&document, due.encoding);
        let compared = composer.compared_with(&due.template).cloned().collect();
        let mut paper = Self { due, content, warnings: left_out, compared, document, galley: None };
        if formats.iter().any(|format| format.is_set()) {
            let galley =
                layout::set(&paper.document, fonts).map_err(|missing| missing.iter().map(no_glyph).collect::<Vec<_>>());
            // A font that is gone may be why a character is missing, or why another font has set it.
            if let Some(font) = fonts.lost() {
                return Err(vec![lost_font(font)]);
            }
            let galley = galley?;
            paper.warnings.extend(warnings(&galley, &paper.due, week));
            paper.galley = Some(galley);
        }
        Ok(paper)
    }

    /// What of persons was masked in it.
    #[must_use]
    pub fn masked(&self) -> &[Masked] {
        &self.document.masked
    }

    /// How many pages its file in that format has; `None` where the format has none.
    #[must_use]
    pub fn pages(&self, format: Format) -> Option<usize> {
        self.galley.as_ref().filter(|_| format.has_pages()).map(|galley| galley.pages.len())
    }

    /// How its lines came out, where it was set.
    #[must_use]
    pub fn count_lines(&self) -> Option<LineCount> {
        self.galley.as_ref().map(Galley::count_lines)
    }

    /// Its file in a format.
    ///
    /// # Errors
    /// What the writer said.
    pub fn print(&self, format: Format, fonts: &Fonts) -> Result<Vec<u8>, Diagnostic> {
        let printed = match format {
            Format::Docx => self.set().and_then(|galley| word::write(galley, fonts).map_err(|error| error.to_string())),
            Format::Pdf => self.set().and_then(|galley| pdf::write(galley, fonts).map_err(|error| error.to_string())),
            Format::Xlsx => sheet::workbook(&self.document).map_err(|error| error.to_string()),
            Format::Svg => self.set().and_then(|galley| svg(galley, fonts)),
            Format::Csv => sheet::csv(&self.document, self.encoding()).map_err(|error| error.to_string()),
        };
        if let Some(font) = fonts.lost() {
            return Err(lost_font(font));
        }
        printed.map_err(|reason| {
            let message = format!("「{}」的 {format} 文件做不成", self.document.called());
            findings::UNMADE.finding(message).help(format!("原话：{reason}"))
        })
    }

    fn encoding(&self) -> sheet::Encoding {
        match self.due.encoding {
            Encoding::Utf8 => sheet::Encoding::Utf8,
            Encoding::Gb18030 => sheet::Encoding::Gb18030,
        }
    }

    /// The pages, for formats that have them.
    fn set(&self) -> Result<&Galley, String> {
        self.galley.as_ref().ok_or_else(|| "还没有排版".to_owned())
    }
}

/// The first chart of a paper.
fn svg(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let chart = galley.elements.iter().find_map(|element| match element {
        Element::Chart(chart) => Some(chart),
        _ => None,
    });
    let chart = chart.ok_or("没有图")?;
    chart::svg(chart, fonts).map_err(|error| error.to_string())
}

/// A font that was there when the run began.
fn lost_font(font: &Path) -> Diagnostic {
    let message = format!("字体「{}」读不出了，文书没有做", display(font));
    findings::FONTS.finding(message).help("多半是一时的：打开的文件太多、磁盘或网络出错；过一会儿再运行一次")
}

/// What a superior office might send the paper back for.
fn warnings(galley: &Galley, due: &Due, week: &Week) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    if !galley.begins_on_page_1() {
        warnings.push((
            &findings::FIRST_PAGE,
            "的首页没有正文",
            "公文首页必须显示正文（GB/T 9704—2012，7.3.3）：缩短标题或标志，减少联合行文的机关，或者把正文写长一些",
        ));
    }
    if galley.signature_stands_alone() {
        warnings.push((
            &findings::LONE_SIGNATURE,
            "的署名和日期单独在一面上，那一面没有正文",
            "署名不得单独成面（GB/T 9704—2012，7.3.5.4）：在署名前补一段正文，或者把末尾的表格移到附件里",
        ));
    }
    let findings = warnings.into_iter().map(|(rule, what, help)| {
        let message = format!("{}「{}」{what}", due.name(), galley.title);
        rule.finding(message).at(week.period.span.clone(), "这一期的文书").help(help)
    });
    let parted = galley.parted_numbers();
    findings.chain(parted.iter().map(|parted| parted_number(parted, due, galley))).collect()
}

/// The finding about a table that has no room for its numbers.
fn parted_number(parted: &PartedNumber, due: &Due, galley: &Galley) -> Diagnostic {
    let PartedNumber { text, count, columns, .. } = parted;
    let message = format!(
        "{}「{}」有一张 {columns} 列的表排不开，有 {count} 个数断成了两行，例如「{text}」",
        due.name(),
        galley.title
    );
    let help = if parted.is_turned {
        "横排也排不开：表里减少几列，或者金额改用万元"
    } else {
        "把表转过来，写一行「横排: 是」：模板里写在这张表前面的 ```表 设置里，章节的表写在「表」里"
    };
    let finding = findings::PARTED_NUMBER.finding(message).help(help);
    match parted.origin.place() {
        Some(place) => finding.at(place.clone(), "在这里"),
        None => finding,
    }
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
