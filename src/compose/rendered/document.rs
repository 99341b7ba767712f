//! The document that a rendered template says: its front matter and its body.

use std::sync::Arc;

use super::attachment;
use super::body::{self, Content};
use super::elements::Elements;
use super::front_keys::Front;
use super::printed::Printed;
use super::runs::RunReader;
use crate::compose::findings::TEMPLATE;
use crate::compose::front_matter;
use crate::compose::office_traits::OfficeTraits;
use crate::compose::origins::Origins;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::source::{Source, Span};

pub(in crate::compose) fn document(
    rendered: &str,
    template: &Arc<Source>,
    origins: &Origins,
    office: &OfficeTraits,
) -> Result<Document, Vec<Diagnostic>> {
    let Some((front, body)) = front_matter::split(rendered) else {
        let message = format!("{}：开头没有两行 --- 之间的标题、主送等项", template.name());
        let help = "模板第一行写 ---，接着写「标题: …」等项，再写一行 ---";
        return Err(vec![TEMPLATE.finding(message).help(help)]);
    };
    let front = Printed { text: front, template, fallback: 1 };
    let mut findings = Vec::new();
    let document = match front.read::<Front>() {
        Ok(written) => {
            let mut reader = RunReader::new(origins, template, &office.titles_in_lines);
            let mut elements = Elements { printed: front, reader: &mut reader, office, findings: &mut findings };
            Some(elements.document(&written))
        }
        Err(found) => {
            findings.extend(found);
            None
        }
    };
    let mut reader = RunReader::new(origins, template, &office.titles_in_lines);
    let printed = Printed { text: body, template, fallback: front_matter::lines(template.text()) + 1 };
    let content = body::content(printed, &mut reader).unwrap_or_else(|found| {
        findings.extend(found);
        Content::default()
    });
    if findings.is_empty() && content.body.is_empty() && content.attachments.is_empty() {
        let start = Span::new(template, 0..template.text().len()).first_line();
        let help = "核对记录：这一份没有可以印的内容；或者核对模板，正文是不是都在没有走到的 {% if … %} 里";
        findings.push(TEMPLATE.finding("这份文书没有正文").at(start, "填出来是空的").help(help));
    }
    match document {
        Some(mut document) if findings.is_empty() => {
            document.body = content.body;
            (document.enclosures, document.attachments) =
                attachment::numbered(document.enclosures, content.attachments);
            Ok(document)
        }
        _ => Err(findings),
    }
}
