//! A document as text: each element on a line, with its name before it.

use zhoubao::document::{Alignment, Attachment, Block, Cell, Document, Row, Sealing, Table, Text};

pub fn shown(document: &Document) -> String {
    let mut lines = vec![format!("版式 {:?}", document.form)];
    let head = &document.head;
    let mut say = |name: &str, text: Option<&Text>| lines.extend(text.map(|text| format!("{name} {}", text.plain())));
    say("份号", head.copy_number.as_ref());
    say("密级", head.secrecy.as_ref());
    say("紧急程度", head.urgency.as_ref());
    if let Some(mark) = &head.mark {
        mark.organs.iter().for_each(|organ| say("标志", Some(organ)));
        say("标志后缀", mark.suffix.as_ref());
    }
    say("文号", head.number.as_ref());
    head.signers.iter().for_each(|signer| say("签发人", Some(signer)));
    say("期号", head.issue.as_ref());
    say("编印", head.editor.as_ref());
    say("编印日期", head.date.as_ref());
    say("标题", document.title.as_ref());
    say("主送", document.addressee.as_ref());
    lines.extend(document.body.iter().flat_map(block));
    document.attendance.iter().for_each(|list| lines.push(format!("{} {}", list.label.plain(), list.names.plain())));
    document.enclosures.iter().for_each(|name| lines.push(format!("附件说明 {}", name.plain())));
    if let Some(signature) = &document.signature {
        signature.organs.iter().for_each(|organ| lines.push(format!("署名 {}", organ.plain())));
        lines.push(format!("日期 {}", signature.date.plain()));
        lines.extend(match &signature.sealing {
            Sealing::Unsealed => None,
            Sealing::Sealed(seals) => Some(format!("印章 {:?}", seals.iter().map(Option::is_some).collect::<Vec<_>>())),
            Sealing::Stamp { title, name, image } => {
                Some(format!("签名章 {} {} {}", title.plain(), name.plain(), image.is_some()))
            }
        });
    }
    lines.extend(document.note.as_ref().map(|note| format!("附注 {}", note.plain())));
    document.attachments.iter().for_each(|it| lines.extend(attachment(it)));
    if let Some(imprint) = &document.imprint {
        let parts = [("抄送", &imprint.copies_to), ("印发机关", &imprint.issuer), ("印发日期", &imprint.date)];
        lines.extend(parts.iter().filter_map(|(name, text)| Some(format!("{name} {}", text.as_ref()?.plain()))));
    }
    lines.join("\n") + "\n"
}

fn attachment(attachment: &Attachment) -> Vec<String> {
    let number = attachment.number.map(|number| number.to_string()).unwrap_or_default();
    let turned = if attachment.landscape { "（横排）" } else { "" };
    let head = format!("附件{number}{turned} {}", attachment.title.plain());
    std::iter::once(head).chain(attachment.body.iter().flat_map(block)).collect()
}

pub fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { level, text } => vec![format!("{} {}", "#".repeat(*level as usize + 1), text.plain())],
        Block::Paragraph(text) => vec![text.plain()],
        Block::Led { lead, text, .. } => vec![lead.plain() + &text.plain()],
        Block::Table(table) => self::table(table),
        Block::Chart(chart) => vec![chart.description()],
    }
}

fn table(table: &Table) -> Vec<String> {
    let turned = if table.landscape { "（横排）" } else { "" };
    let caption = table.caption.as_ref().map(Text::plain).unwrap_or_default();
    let columns = table.columns.iter().map(|column| {
        let alignment = match column.alignment {
            Alignment::Fitting => "",
            Alignment::Left => "左",
            Alignment::Centre => "中",
            Alignment::Right => "右",
        };
        format!("{}{alignment}", column.width.map_or_else(|| "auto".to_owned(), |width| width.to_string()))
    });
    let mut lines = vec![format!("表{turned} {caption}[{}]", columns.collect::<Vec<_>>().join(" "))];
    for (at, row) in table.rows.iter().enumerate() {
        let mark = if at < table.header_rows { "!" } else { "|" };
        lines.push(format!("{mark} {} |", self::row(row)));
    }
    lines
}

fn row(row: &Row) -> String {
    let cell = |cell: &Option<Cell>| match cell {
        None => "-".to_owned(),
        Some(Cell { text, columns, rows }) => {
            let text = text.iter().map(Text::plain).collect::<Vec<_>>().join("/");
            if (*columns, *rows) == (1, 1) { text } else { format!("{text}({columns}×{rows})") }
        }
    };
    row.0.iter().map(cell).collect::<Vec<_>>().join(" | ")
}
