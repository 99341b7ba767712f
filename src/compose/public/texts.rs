//! Every text of a paper.

use crate::document::{Block, Document, Image, Sealing, Signature, Table, Text};

/// All that a paper says, in its order. Whoever adds an element to the document is told here.
pub(super) fn every_text(document: &mut Document) -> Vec<&mut Text> {
    let Document {
        form: _,
        printing: _,
        word_fonts: _,
        names: _,
        head,
        title,
        title_ends: _,
        addressee,
        body,
        attendance,
        enclosures,
        signature,
        note,
        attachments,
        imprint,
        author: _,
        masked: _,
    } = document;
    let mut texts: Vec<&mut Text> = Vec::new();
    texts.extend(&mut head.copy_number);
    texts.extend(&mut head.secrecy);
    texts.extend(&mut head.urgency);
    if let Some(mark) = &mut head.mark {
        texts.extend(&mut mark.organs);
        texts.extend(&mut mark.suffix);
    }
    texts.extend(&mut head.number);
    texts.extend(&mut head.signers);
    texts.extend(&mut head.issue);
    texts.extend(&mut head.editor);
    texts.extend(&mut head.date);
    texts.extend(title);
    texts.extend(addressee);
    for block in body {
        add_block(block, &mut texts);
    }
    for attended in attendance {
        texts.extend([&mut attended.label, &mut attended.names]);
    }
    texts.extend(enclosures);
    if let Some(Signature { organs, date, sealing }) = signature {
        texts.extend(organs);
        texts.push(date);
        if let Sealing::Stamp { title, name, .. } = sealing {
            texts.extend([title, name]);
        }
    }
    texts.extend(note);
    for attachment in attachments {
        texts.push(&mut attachment.title);
        for block in &mut attachment.body {
            add_block(block, &mut texts);
        }
    }
    if let Some(imprint) = imprint {
        texts.extend(&mut imprint.copies_to);
        texts.extend(&mut imprint.issuer);
        texts.extend(&mut imprint.date);
    }
    texts
}

/// What a paper says besides, in the properties of its files and of its pictures.
pub(super) fn every_string(document: &mut Document) -> Vec<&mut String> {
    let mut strings = vec![&mut document.author];
    let pictures: Vec<&mut Image> = match document.signature.as_mut().map(|signature| &mut signature.sealing) {
        Some(Sealing::Sealed(seals)) => seals.iter_mut().flatten().collect(),
        Some(Sealing::Stamp { image, .. }) => image.iter_mut().collect(),
        Some(Sealing::Unsealed) | None => Vec::new(),
    };
    strings.extend(pictures.into_iter().map(|picture| &mut picture.description));
    strings
}

fn add_block<'a>(block: &'a mut Block, texts: &mut Vec<&'a mut Text>) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => texts.push(text),
        Block::Led { lead, text, .. } => texts.extend([lead, text]),
        Block::Table(table) => add_table(table, texts),
        Block::Chart(chart) => {
            texts.push(&mut chart.caption);
            texts.extend(&mut chart.unit);
            add_table(&mut chart.figures, texts);
        }
    }
}

fn add_table<'a>(table: &'a mut Table, texts: &mut Vec<&'a mut Text>) {
    texts.extend(&mut table.caption);
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.0).flatten() {
        texts.extend(&mut cell.text);
    }
}
