//! Numbers that no paper of the records gets: kept for papers made elsewhere, or void.

use std::path::PathBuf;

use super::opened::{Opened, Watch};
use super::refusal;
use super::used::Used;
use super::written_file::WrittenFile;
use crate::diagnostic::Diagnostic;
use crate::record::find::{OFFICE_FILE, OfficeFolder};
use crate::record::generations;
use crate::record::issued_number::issued_numbers;
use crate::record::office_numbers::set_aside_numbers;
use crate::record::set_aside_number::SetAside;
use crate::record::value::Date;
use crate::source::Source;
use crate::workspace::OfficeWorkspace;
use crate::workspace::findings::UNNUMBERED;
use crate::yaml::Problems;
use crate::yaml::adding::{Addition, New, added};
use crate::yaml::quoting::quoted;

/// What is to be set aside.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// The next numbers, so many of them, for papers made elsewhere.
    Next(u16),
    /// One that was given out and that no paper has.
    Void(u32),
}

/// Numbers to be set aside.
#[derive(Debug)]
pub struct SetAsideWish<'a> {
    pub year: i16,
    pub which: Which,
    /// What they are for, or why the number is void.
    pub why: &'a str,
    /// Whether that is written.
    pub writes: bool,
}

/// Numbers that are set aside.
#[derive(Debug)]
pub struct NumbersSetAside {
    pub what: SetAside,
    pub year: i16,
    pub numbers: Vec<u32>,
    pub why: String,
    /// The office's file, and the line in it where they now stand.
    pub file: PathBuf,
    pub line: usize,
}

/// Sets numbers of an office aside in its file. `None` where the wait for another run was given up.
///
/// # Errors
/// Why that cannot be done.
pub fn set_numbers_aside(
    folder: &OfficeFolder,
    wish: &SetAsideWish,
    watch: &Watch,
) -> Result<Option<NumbersSetAside>, Vec<Diagnostic>> {
    let Some(mut opened) = Opened::open(folder, watch, wish.writes)? else { return Ok(None) };
    let code = code_at_end_of(&opened.office, wish.year);
    let (what, numbers) = match wish.which {
        Which::Next(count) => {
            let next = opened.used.set_aside_next(code.as_deref(), wish.year, count);
            (SetAside::Reserved, next.ok_or_else(|| vec![refusal::none_left(wish.year)])?)
        }
        Which::Void(number) => {
            if let Some(finding) = not_to_be_void(&opened, code.as_deref(), wish.year, number) {
                return Err(vec![finding]);
            }
            (SetAside::Void, vec![number])
        }
    };
    write(&opened.office, folder, wish, what, numbers).map(Some).map_err(|finding| vec![finding])
}

/// The 发文代字 that the office has, or will have, on the last day of a year.
fn code_at_end_of(office: &OfficeWorkspace, year: i16) -> Option<String> {
    let generation = office.generation_at_or_last(Date::from_parts(year, 12, 31));
    generation.office.document_code.as_ref().map(|code| code.value.clone())
}

/// Why a number cannot be void: a paper has it, it is set aside already, or it has not been given out.
fn not_to_be_void(opened: &Opened, code: Option<&str>, year: i16, number: u32) -> Option<Diagnostic> {
    for week in opened.all_weeks() {
        let of_year = issued_numbers(week).into_iter().filter(|issued| issued.date.value.year() == year);
        if let Some(issued) = of_year.into_iter().find(|issued| issued.number.value == number) {
            let finding = UNNUMBERED.finding(format!("{year} 年的 {number} 号用着，没有作废"));
            return Some(
                finding
                    .at(issued.number.span.clone(), "用在这里")
                    .help("这一份没有发出的，先在记录里删掉它的文号，再作废；作废以后用 zhoubao number 另编"),
            );
        }
    }
    let office = &opened.office.generation_at_or_last(None).office;
    if let Some(known) = set_aside_numbers(office).into_iter().find(|it| it.year == year && it.number.value == number) {
        let finding = UNNUMBERED.finding(format!("{year} 年的 {number} 号已经在「{}」里，没有再写", known.what.key()));
        return Some(finding.at(known.number.span.clone(), "写在这里").help("留用的改为作废，请手工改 office.yaml"));
    }
    is_too_great(&opened.used, code, year, number).then(|| {
        UNNUMBERED
            .finding(format!("{year} 年还没有编到 {number} 号，没有作废"))
            .help("核对年份和号；要留出来的号，用 --reserve")
    })
}

/// Whether a number lies behind the next one.
fn is_too_great(used: &Used, code: Option<&str>, year: i16, number: u32) -> bool {
    used.next(code, year).is_some_and(|next| number > next)
}

fn write(
    office: &OfficeWorkspace,
    folder: &OfficeFolder,
    wish: &SetAsideWish,
    what: SetAside,
    numbers: Vec<u32>,
) -> Result<NumbersSetAside, Diagnostic> {
    let path = folder.path.join(OFFICE_FILE);
    let text = office.generation_at_or_last(None).office.span.source();
    let mut file = WrittenFile::read(&path, text)?;
    let why_key = match what {
        SetAside::Reserved => "用途",
        SetAside::Void => "理由",
    };
    let listed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let item = format!("{{ 年: {}, 号: [{}], {why_key}: {} }}", wish.year, listed.join(", "), quoted(wish.why));
    let addition = Addition {
        way: &[],
        keys: &[what.key()],
        behind: &["发文代字", SetAside::Reserved.key()],
        new: New::Item(&item),
    };
    let Some((now, line)) = added(text, &addition).and_then(|now| read_again(text, now, what, wish, &numbers)) else {
        let finding = UNNUMBERED.finding(format!("「{}」的写法少见，拿不准写在哪里，没有写", text.name()));
        return Err(finding.help(format!("请手工在「{}」里添一条：{item}", what.key())));
    };
    file.put(now);
    if wish.writes {
        file.write()?;
    }
    Ok(NumbersSetAside { what, year: wish.year, numbers, why: wish.why.to_owned(), file: path, line })
}

/// The office's new text, and the line where the numbers stand; `None` where they do not stand there when it is read.
fn read_again(
    text: &Source,
    now: String,
    what: SetAside,
    wish: &SetAsideWish,
    numbers: &[u32],
) -> Option<(String, usize)> {
    let generations = generations(&Source::new(text.name(), now.as_str()), &mut Problems::new())?;
    let all = set_aside_numbers(&generations.first()?.office);
    let of_wish: Vec<_> =
        all.iter().filter(|it| it.what == what && it.year == wish.year && it.why.value == wish.why).collect();
    let last = of_wish.last()?;
    let are_there = numbers.iter().all(|number| of_wish.iter().any(|it| it.number.value == *number));
    are_there.then(|| (now, last.number.span.start().line))
}
