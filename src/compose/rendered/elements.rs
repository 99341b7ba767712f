//! From front matter to a document's elements, each held to its rule and to the form that it belongs to.

use std::str::FromStr;

use super::element_rules::{self, Rule};
use super::front_keys::Front;
use super::item::{Item, Items, YesNo};
use super::line_ends::without_line_ends;
use super::printed::Printed;
use super::runs::RunReader;
use super::typed_markup;
use crate::compose::findings;
use crate::compose::office_traits::{OfficeTraits, form_of};
use crate::diagnostic::{self, Diagnostic};
use crate::document::{
    Attendance, Document, Engine, Form, Head, Image, Imprint, Mark, Origin, Printing, Sealing, Signature, Text,
};
use crate::record::paper::FormName;
use crate::record::value::Wrong;
use crate::source::Span;
use crate::words;

words! {
    /// How a paper is signed.
    enum SealingName {
        /// 不加盖印章
        "不盖章" => Unsealed,
        /// 加盖印章
        "盖章" => Sealed,
        /// 加盖签发人签名章
        "签名章" => Stamp,
    }
}

/// Reads front matter item by item; what is wrong goes into `findings`, and the item is left out.
pub(super) struct Elements<'a, 'r> {
    pub(super) printed: Printed<'a>,
    pub(super) reader: &'a mut RunReader<'r>,
    pub(super) office: &'a OfficeTraits,
    pub(super) findings: &'a mut Vec<Diagnostic>,
}

impl Elements<'_, '_> {
    /// A document without its body; `enclosures` holds the names that front matter lists.
    pub(super) fn document(&mut self, front: &Front) -> Document {
        let name = self.word::<FormName>(front.form.as_ref()).unwrap_or(FormName::Plain);
        let form = form_of(name);
        self.belonging(front, form, name);
        let head = self.head(front, form, name);
        let title = self.title(front.title.as_ref()).map(|title| without_line_ends(&title));
        let (title, title_ends) = title.unzip();
        if title.is_none() && head.mark.is_none() {
            self.lacking("标题", "公文要有标题；命令、简报没有标题的，要有「标志」");
        }
        let addressee = self.text(front.addressee.as_ref(), element_rules::addressee);
        self.stamped(front, form);
        let signature = self.signature(front);
        let author = match &signature {
            Some(signature) if !signature.organs.is_empty() => {
                signature.organs.iter().map(Text::plain).collect::<Vec<_>>().join("、")
            }
            _ => self.office.name.clone(),
        };
        let both_sides = self.word::<YesNo>(front.both_sides.as_ref()).map(|YesNo(both_sides)| both_sides);
        Document {
            form,
            printing: Printing {
                both_sides: both_sides.unwrap_or(self.office.printing.both_sides),
                ..self.office.printing
            },
            word_fonts: self.office.word_fonts.clone(),
            names: self.office.names.clone(),
            head,
            title,
            title_ends: title_ends.unwrap_or_default(),
            addressee,
            attendance: self.attendance(front),
            enclosures: self
                .texts(front.enclosures.as_ref(), element_rules::enclosure)
                .iter()
                .map(|name| without_line_ends(name).0)
                .collect(),
            signature,
            note: self.text(front.note.as_ref(), element_rules::note),
            imprint: self.imprint(front),
            author,
            ..Document::default()
        }
    }

    fn head(&mut self, front: &Front, form: Form, name: FormName) -> Head {
        let organs = self.texts(front.mark.as_ref(), element_rules::as_written);
        // The name of a weekly may stand here too.
        let organs: Vec<Text> = organs.iter().map(|organ| without_line_ends(organ).0).collect();
        let suffix = self.text(front.mark_suffix.as_ref(), element_rules::as_written);
        let mark = match (&organs[..], suffix) {
            ([], None) => None,
            ([], Some(_)) => {
                self.lacking("标志", "「标志后缀」接在发文机关标志后面，要先写「标志」");
                None
            }
            // A single organ's name has its 文件 within it.
            ([organ], Some(suffix)) => Some(Mark { organs: vec![organ.clone().then(&suffix)], suffix: None }),
            (_, suffix) => Some(Mark { organs, suffix }),
        };
        if form != Form::Plain && mark.is_none() {
            self.lacking("标志", &format!("版式是{name}，要写发文机关标志，例如 ××指挥中心文件"));
        }
        let number_rule = if form == Form::Order { element_rules::order_number } else { element_rules::number };
        let number = self.text(front.number.as_ref(), number_rule);
        if name.is_numbered() && number.is_none() && !is_given(front.number.as_ref()) {
            let help = format!(
                "版式是{name}，要写发文字号，例如 盘旅指报〔2021〕1号；记录里还没有文号的，用 zhoubao number 编上"
            );
            self.lacking_by(&findings::NUMBER, "文号", &help);
        }
        let signers = self.texts(front.signers.as_ref(), element_rules::as_written);
        if form == Form::Upward && signers.is_empty() {
            self.lacking("签发人", "上行文要标注签发人；在 office.yaml 的「公文」里写「签发人」，或在模板开头写");
        }
        Head {
            copy_number: self.text(front.copy_number.as_ref(), element_rules::copy_number),
            secrecy: self.text(front.secrecy.as_ref(), element_rules::secrecy),
            urgency: self.text(front.urgency.as_ref(), element_rules::urgency),
            mark,
            number,
            signers,
            issue: self.text(front.issue.as_ref(), element_rules::issue),
            editor: self.text(front.editor.as_ref(), element_rules::as_written),
            date: self.text(front.editor_date.as_ref(), element_rules::date),
        }
    }

    /// Items that a form has no place for would not be printed.
    fn belonging(&mut self, front: &Front, form: Form, name: FormName) {
        let is_head = form != Form::Plain;
        let is_minutes = form == Form::Minutes;
        let items = [
            ("标志", first_item(front.mark.as_ref()), is_head, "白头没有发文机关标志；要红头，写「版式: 公文」等"),
            ("签发人", first_item(front.signers.as_ref()), form == Form::Upward, "只有上行文标注签发人"),
            ("期号", front.issue.clone(), is_minutes || form == Form::Bulletin, "期号用在简报和纪要里；公文写「文号」"),
            ("文号", front.number.clone(), form != Form::Bulletin, "简报写「期号」，没有发文字号"),
            ("编印", front.editor.clone(), form == Form::Bulletin, "编印单位用在简报里"),
            ("编印日期", front.editor_date.clone(), form == Form::Bulletin, "这一项用在简报里；公文写「日期」"),
            ("出席", first_item(front.present.as_ref()), is_minutes, "出席人员用在纪要里"),
            ("请假", first_item(front.absent.as_ref()), is_minutes, "请假人员用在纪要里"),
            ("列席", first_item(front.attending.as_ref()), is_minutes, "列席人员用在纪要里"),
            ("印发机关", front.issuer.clone(), form != Form::Letter, "信函的版记只有抄送机关，没有印发机关和印发日期"),
            ("印发日期", front.issued.clone(), form != Form::Letter, "信函的版记只有抄送机关，没有印发机关和印发日期"),
        ];
        for (key, item, belongs, help) in items {
            if let Some(item) = item.filter(|item| item.is_given() && !belongs) {
                self.wrong(&item, &Wrong::new(format!("版式是{name}，不能写「{key}」")).help(help), None);
            }
        }
    }

    /// 命令 bears the stamp of who signed it (10.2).
    fn stamped(&mut self, front: &Front, form: Form) {
        let help = "命令要加盖签发人签名章（GB/T 9704—2012，10.2）：写「盖章: 签名章」和「职务」「签名」";
        let sealing = front.sealing.as_ref().filter(|item| item.is_given());
        match (form, sealing) {
            (Form::Order, None) => self.lacking("盖章", help),
            (Form::Order, Some(item)) if matches!(item.parse(), Ok(SealingName::Unsealed | SealingName::Sealed)) => {
                self.wrong(item, &Wrong::new("版式是命令，却没有签名章").help(help), None);
            }
            _ => {}
        }
    }

    fn signature(&mut self, front: &Front) -> Option<Signature> {
        let organs = self.texts(front.organs.as_ref(), element_rules::as_written);
        let date = self.text(front.date.as_ref(), element_rules::date);
        let sealing = self.word::<SealingName>(front.sealing.as_ref()).unwrap_or(SealingName::Unsealed);
        let stamp = sealing == SealingName::Stamp;
        if !stamp {
            for (key, item) in [("职务", &front.signatory_title), ("签名", &front.signatory)] {
                if let Some(item) = item.as_ref().filter(|item| item.is_given()) {
                    let wrong = Wrong::new(format!("没有签名章，不能写「{key}」"));
                    self.wrong(item, &wrong.help("要加盖签名章，写「盖章: 签名章」"), None);
                }
            }
        }
        if organs.is_empty() && !stamp {
            if is_given(front.date.as_ref()) {
                self.lacking("署名", "写了「日期」，就要写是哪个机关的");
            } else if sealing == SealingName::Sealed {
                self.lacking("署名", "要盖章，就要写「署名」和「日期」");
            }
            return None;
        }
        if !is_given(front.date.as_ref()) {
            self.lacking("日期", "有署名或签名章，就要写成文日期，例如 2021年1月15日");
        }
        let sealing = match sealing {
            SealingName::Unsealed => Sealing::Unsealed,
            SealingName::Sealed => Sealing::Sealed(organs.iter().map(|organ| self.seal_of(organ)).collect()),
            SealingName::Stamp => {
                let (title, name) = (
                    self.text(front.signatory_title.as_ref(), element_rules::as_written),
                    self.text(front.signatory.as_ref(), element_rules::as_written),
                );
                let (Some(title), Some(name)) = (title, name) else {
                    self.lacking("职务和签名", "加盖签名章，要写「职务」和「签名」，例如 职务: 主任");
                    return None;
                };
                Sealing::Stamp { title, name, image: self.office.stamp.clone() }
            }
        };
        Some(Signature { organs, date: date?, sealing })
    }

    /// The office has the image of its own seal alone: room is left for the others'.
    fn seal_of(&self, organ: &Text) -> Option<Image> {
        let is_own = without_white_space(&organ.plain()) == without_white_space(&self.office.name);
        self.office.seal.clone().filter(|_| is_own)
    }

    fn attendance(&mut self, front: &Front) -> Vec<Attendance> {
        let lists = [("出席", &front.present), ("请假", &front.absent), ("列席", &front.attending)];
        let mut attendance = Vec::new();
        for (label, items) in lists {
            if let Some(names) = joined(&self.texts(items.as_ref(), element_rules::name), "、") {
                attendance.push(Attendance { label: Text::engine(Engine::AttendanceLabel, label), names });
            }
        }
        attendance
    }

    fn imprint(&mut self, front: &Front) -> Option<Imprint> {
        let copies_to = joined(&self.texts(front.copies_to.as_ref(), element_rules::name), "，");
        let issuer = self.text(front.issuer.as_ref(), element_rules::as_written);
        let date = self.text(front.issued.as_ref(), element_rules::date);
        match (is_given(front.issuer.as_ref()), is_given(front.issued.as_ref())) {
            (true, false) => self.lacking("印发日期", "写了「印发机关」，也要写「印发日期」，例如 2021年1月15日"),
            (false, true) => self.lacking("印发机关", "写了「印发日期」，也要写「印发机关」"),
            _ => {}
        }
        let is_there = copies_to.is_some() || issuer.is_some();
        is_there.then_some(Imprint { copies_to, issuer, date })
    }

    fn text(&mut self, item: Option<&Item>, rule: Rule) -> Option<Text> {
        self.read(item, rule, false)
    }

    /// With the marks that end its lines.
    fn title(&mut self, item: Option<&Item>) -> Option<Text> {
        self.read(item, element_rules::as_written, true)
    }

    fn read(&mut self, item: Option<&Item>, rule: Rule, is_title: bool) -> Option<Text> {
        let item = item.filter(|item| item.is_given())?;
        let line = || self.printed.place(&item.range).text().trim().to_owned();
        if let Some(wrong) = typed_markup::in_any(&item.marked, &line) {
            self.wrong(item, &wrong, None);
            return None;
        }
        self.reader.dates.restart();
        let text = if is_title { self.reader.title(&item.marked) } else { self.reader.line(&item.marked) };
        match rule(&text.plain()) {
            Ok(()) => Some(text),
            Err(wrong) => {
                self.wrong(item, &wrong, Some(&text));
                None
            }
        }
    }

    fn texts(&mut self, items: Option<&Items>, rule: Rule) -> Vec<Text> {
        items.into_iter().flat_map(|items| &items.0).filter_map(|item| self.text(Some(item), rule)).collect()
    }

    fn word<T: FromStr<Err = Wrong>>(&mut self, item: Option<&Item>) -> Option<T> {
        let item = item.filter(|item| item.is_given())?;
        item.parse().map_err(|wrong| self.wrong(item, &wrong, None)).ok()
    }

    /// An item that is wrong: at its line in the template, and where the values in it were written.
    fn wrong(&mut self, item: &Item, wrong: &Wrong, text: Option<&Text>) {
        let mut finding = self.printed.finding(&item.range, wrong);
        for place in text.map(places_of_values).unwrap_or_default() {
            finding = finding.and_at(place.first_line(), "值写在这里");
        }
        self.findings.push(finding);
    }

    /// An item that has to be there and is not.
    fn lacking(&mut self, key: &str, help: &str) {
        self.lacking_by(&findings::TEMPLATE, key, help);
    }

    fn lacking_by(&mut self, rule: &'static diagnostic::Rule, key: &str, help: &str) {
        let message = format!("模板开头少了「{key}」");
        let place = self.printed.place(&(0..0));
        self.findings.push(rule.finding(message).at(place, "开头各项在这里").help(help));
    }
}

fn first_item(items: Option<&Items>) -> Option<Item> {
    items.and_then(|items| items.0.first().cloned())
}

fn without_white_space(name: &str) -> String {
    name.split_whitespace().collect()
}

fn is_given(item: Option<&Item>) -> bool {
    item.is_some_and(Item::is_given)
}

fn joined(texts: &[Text], separator: &str) -> Option<Text> {
    let (first, rest) = texts.split_first()?;
    let separator = Text::engine(Engine::Separator, separator);
    Some(rest.iter().fold(first.clone(), |whole, text| whole.then(&separator).then(text)))
}

/// Where the values in `text` were written, besides the template: at most two places.
fn places_of_values(text: &Text) -> Vec<Span> {
    let records = text.0.iter().filter(|run| !matches!(*run.origin, Origin::Template { .. } | Origin::Engine(_)));
    let mut places: Vec<Span> = Vec::new();
    for place in records.filter_map(|run| run.origin.place()) {
        if !places.contains(place) && places.len() < 2 {
            places.push(place.clone());
        }
    }
    places
}
