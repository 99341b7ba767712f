//! Formats that hold the tables or the chart of a paper alone: which of them a paper can have.

use crate::diagnostic::Diagnostic;
use crate::document::{Block, Document};
use crate::record::format::Format;
use crate::record::office::Office;
use crate::sheet;
use crate::workspace::{Due, findings};

/// A paper in those of its formats for which it has the tables, and what is said of the others.
///
/// # Errors
/// Where it has no format at all then.
pub fn due_with_tables(
    due: &Due,
    document: &Document,
    office: &Office,
) -> Result<(Due, Vec<Diagnostic>), Vec<Diagnostic>> {
    if due.formats.iter().all(|format| format.has_pages()) {
        return Ok((due.clone(), Vec::new()));
    }
    let (tables, charts) = (sheet::count_tables(document), count_charts(document));
    let (mut has, mut findings) = (due.clone(), Vec::new());
    for format in &due.formats {
        let is_possible = match format {
            Format::Docx | Format::Pdf => true,
            Format::Xlsx => tables > 0,
            Format::Csv => tables == 1,
            Format::Svg => charts == 1,
        };
        if !is_possible {
            has.formats.retain(|kept| kept != format);
            findings.push(match format {
                Format::Svg => without_chart(due, charts, office),
                _ => without_tables(due, *format, tables, office),
            });
        }
    }
    if has.formats.is_empty() {
        // Nothing would be made of it, and nobody would know.
        for finding in &mut findings {
            finding.rule = &findings::SHEET_MISSING;
            finding.severity = findings::SHEET_MISSING.severity;
        }
        return Err(findings);
    }
    findings.extend(unsaid(&has, document, office));
    findings.extend(unmarked(&has, document, office));
    Ok((has, findings))
}

/// What is said of a format for which a paper has not the tables.
fn without_tables(due: &Due, format: Format, tables: usize, office: &Office) -> Diagnostic {
    let name = due.name();
    let (message, help) = if tables == 0 {
        let help = format!(
            "模板里放一张表；不是每期都有表的，另写一种文书，用「当」说明什么时候做；不要 {format} 的，从「格式」里去掉"
        );
        (format!("{name} 这一期没有表，没有做 {format}"), help)
    } else {
        let help = "几张表都要的，写 xlsx；只要其中一张的，另写一种文书，它的模板里只放那一张表";
        (format!("{name} 有 {tables} 张表，一个 {format} 文件只放得下一张，没有做"), help.to_owned())
    };
    where_asked(findings::SHEET_LEFT_OUT.finding(message).help(help), office, due, format)
}

/// The charts of a paper, its 附件 included.
fn count_charts(document: &Document) -> usize {
    let bodies = document.attachments.iter().flat_map(|attachment| &attachment.body);
    document.body.iter().chain(bodies).filter(|block| matches!(block, Block::Chart(_))).count()
}

/// What is said of the SVG file of a paper that has not one chart.
fn without_chart(due: &Due, charts: usize, office: &Office) -> Diagnostic {
    let name = due.name();
    let (message, help) = if charts == 0 {
        let help =
            "模板里放一张图；不是每期都有图的，另写一种文书，用「当」说明什么时候做；不要 svg 的，从「格式」里去掉";
        (format!("{name} 这一期没有图，没有做 svg"), help)
    } else {
        let help = "每张图都要的，各写一种文书，它的模板里只放那一张图";
        (format!("{name} 有 {charts} 张图，一个 svg 文件只放得下一张，没有做"), help)
    };
    where_asked(findings::SHEET_LEFT_OUT.finding(message).help(help), office, due, Format::Svg)
}

/// What is said of a workbook that is all that is made of a paper, where some of its text stands around no table.
fn unsaid(due: &Due, document: &Document, office: &Office) -> Option<Diagnostic> {
    let is_all = due.formats.contains(&Format::Xlsx) && !due.formats.iter().any(|format| format.has_pages());
    let unsaid = sheet::unsaid(document);
    if !is_all || unsaid == 0 {
        return None;
    }
    let message = format!("{} 只做 xlsx，有 {unsaid} 段文字不在表的前后，没有放进去", due.name());
    let help = "「格式」里加上 docx 或 pdf；只要表的，模板里不写标题下面的文字";
    Some(where_asked(findings::SHEET_TEXT_LEFT_OUT.finding(message).help(help), office, due, Format::Xlsx))
}

/// What is said of a CSV file of a paper that is secret: there is no place in it that would say so.
fn unmarked(due: &Due, document: &Document, office: &Office) -> Option<Diagnostic> {
    let secrecy = document.head.secrecy.as_ref().filter(|_| due.formats.contains(&Format::Csv))?;
    let message = format!("{} 标着「{}」，csv 文件里标不上", due.name(), secrecy.plain());
    let help = "「格式」里去掉 csv，改用 xlsx，工作表上面有密级；一定要 csv 的，另行标明，按密件保管";
    Some(where_asked(findings::SHEET_UNMARKED.finding(message).help(help), office, due, Format::Csv))
}

/// The finding at the place where the office asks for that format of the paper.
fn where_asked(finding: Diagnostic, office: &Office, due: &Due, format: Format) -> Diagnostic {
    let kind = office.papers.iter().find(|kind| kind.kind.value.0 == due.kind);
    match kind.and_then(|kind| kind.formats.iter().find(|asked| asked.value == format)) {
        Some(asked) => finding.at(asked.span.clone(), "这里要的"),
        None => finding,
    }
}
