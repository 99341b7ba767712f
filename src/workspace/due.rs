//! The papers that are due for a week.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use super::findings::NUMBER_MISSING;
use super::subject::Subject;
use crate::compose::Composer;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::metrics::is_wanted;
use crate::record::built_in;
use crate::record::file_part::is_file_part;
use crate::record::format::{Encoding, Format};
use crate::record::office::Office;
use crate::record::paper::KindName;
use crate::record::per::EachOf;
use crate::record::series::Series;
use crate::record::value::NoticeNumber;
use crate::record::week::Week;
use crate::source::Span;

/// A paper to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// `weekly`, `notice` or a kind that the office named.
    pub kind: String,
    pub template: String,
    pub subject: Subject,
    /// The formats that it has, in the order of [`Format::ALL`].
    pub formats: Vec<Format>,
    /// Of its CSV file.
    pub encoding: Encoding,
    /// What stands behind its name where it is of the public edition.
    pub public_name: Option<String>,
}

impl Due {
    /// Whether both are one paper, whatever formats they have.
    #[must_use]
    pub fn is_same_paper(&self, other: &Self) -> bool {
        self.kind == other.kind && self.subject == other.subject
    }

    /// Where the paper lies below an office's week in the output folder.
    #[must_use]
    pub fn file(&self, format: Format) -> PathBuf {
        format!("{}.{format}", self.name()).into()
    }

    /// What messages call it, unlike the week's other papers, and its files: its kind and what tells its subject.
    #[must_use]
    pub fn name(&self) -> String {
        let public = self.public_name.as_ref().map_or_else(String::new, |name| format!("-{name}"));
        format!("{}{}{public}", self.kind, self.subject.suffix())
    }

    /// The subject's number, where it has one.
    #[must_use]
    pub fn number(&self) -> Option<&NoticeNumber> {
        self.subject.number()
    }

    /// What the paper says.
    ///
    /// # Errors
    /// What keeps it from being composed.
    pub fn compose(&self, composer: &Composer) -> Result<Document, Vec<Diagnostic>> {
        let topic = self.subject.topic();
        if let (Some(called), Some(place)) = (self.subject.called(), composer.missing_number(&self.kind, topic)) {
            return Err(vec![self.number_missing(called, place)]);
        }
        composer.may_be_called(&self.name())?;
        composer.compose(&self.kind, &self.template, topic)
    }

    /// `called`: the unit or the item that the paper is about.
    fn number_missing(&self, called: &str, place: &Span) -> Diagnostic {
        let kind = &self.kind;
        let message = match self.subject {
            Subject::Item { .. } => format!("「{called}」这一条的 {kind} 没有文号"),
            _ => format!("给「{called}」的 {kind} 没有文号"),
        };
        let help = format!(
            "用 zhoubao number 编上；或者在「各件文号」里写 {kind}: {{ {called}: 1 }}，1 换成发文登记簿上的号，{kind} 已经有的，\
             在它里面添上"
        );
        NUMBER_MISSING.finding(message).at(place.clone(), "这里没有它的文号").help(help)
    }
}

/// One word, as it is remembered from run to run.
impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, template, subject, formats, encoding, public_name } = self;
        let formats: Vec<&str> = formats.iter().map(|format| format.word()).collect();
        let encoding = if *encoding == Encoding::Utf8 { String::new() } else { format!("@{encoding}") };
        let public = public_name.as_ref().map_or_else(String::new, |name| format!("#{name}"));
        write!(f, "{kind}:{template}:{}{encoding}{public}:{subject}", formats.join("+"))
    }
}

impl FromStr for Due {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let mut parts = word.splitn(4, ':');
        let (Some(kind), Some(template), Some(formats), Some(subject)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(());
        };
        let (formats, public_name) = match formats.split_once('#') {
            Some((formats, name)) if is_file_part(name) => (formats, Some(name.to_owned())),
            Some(_) => return Err(()),
            None => (formats, None),
        };
        let (formats, encoding) = match formats.split_once('@') {
            Some((formats, encoding)) => (formats, encoding.parse().map_err(|_| ())?),
            None => (formats, Encoding::Utf8),
        };
        Ok(Self {
            kind: kind.parse::<KindName>().map_err(|_| ())?.0,
            template: template.parse::<KindName>().map_err(|_| ())?.0,
            subject: subject.parse()?,
            formats: formats.split('+').map(str::parse).collect::<Result<_, _>>().map_err(|_| ())?,
            encoding,
            public_name,
        })
    }
}

/// A kind of papers that an office makes.
#[derive(Debug, Clone)]
pub struct Kind<'a> {
    pub name: String,
    pub template: String,
    pub per: EachOf<'a>,
    /// Of the records that its papers are made from.
    pub series: Series,
    pub formats: Vec<Format>,
    pub encoding: Encoding,
}

/// The kinds of papers that an office makes, in its order; those that are built in where it names none.
#[must_use]
pub fn kinds(office: &Office) -> Vec<Kind<'_>> {
    let Some(papers) = office.papers.written() else {
        let built_in = built_in::default_kinds().map(|kind| Kind {
            name: kind.name.to_owned(),
            template: kind.name.to_owned(),
            per: EachOf::What(kind.per),
            series: Series::Main,
            formats: Format::BY_DEFAULT.to_vec(),
            encoding: Encoding::Utf8,
        });
        return built_in.collect();
    };
    let own = papers.iter().map(|paper| Kind {
        name: paper.kind.value.0.clone(),
        template: paper.template.value.0.clone(),
        per: paper.each_of(),
        series: Series::of_kind(office, paper),
        formats: paper.wanted_formats(),
        encoding: paper.encoding.as_ref().map_or(Encoding::Utf8, |encoding| encoding.value),
    });
    own.collect()
}

/// The week's papers, in the office's order: the weekly report and a reply to every notice that is closed, unless the
/// office says otherwise. Kinds that are made from records of another series, or whose conditions do not hold, are left out.
#[must_use]
pub fn due(office: &Office, week: &Week) -> Vec<Due> {
    let mut all = Vec::new();
    let of_record = Series::of_period(office, &week.period.value);
    for Kind { name: kind, template, per, formats, encoding, .. } in
        kinds(office).into_iter().filter(|it| it.series == of_record)
    {
        let written = office.papers.iter().find(|paper| paper.kind.value.0 == kind);
        if written.is_some_and(|paper| !is_wanted(paper, office, week)) {
            continue;
        }
        for subject in Subject::in_week(per, office, week) {
            let (kind, template, formats) = (kind.clone(), template.clone(), formats.clone());
            all.push(Due { kind, template, subject, formats, encoding, public_name: None });
        }
    }
    all
}
