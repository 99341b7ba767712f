//! 收文: what came in and had to be answered, each once: a notice that one record leaves open stands in the next again.

use std::collections::HashMap;

use super::{Register, Reply};
use crate::record::notice::Notice;
use crate::record::notice_identity::same_notice;
use crate::record::office::Office;
use crate::record::value::{Date, NoticeNumber};
use crate::record::week::Assessment;

/// Something that came in, as the last record has it that tells of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) enum Incoming<'a> {
    Notice(&'a Office, &'a Notice),
    Assessment(&'a Assessment),
}

impl Incoming<'_> {
    /// The day on which it came in.
    fn received(&self) -> Date {
        match self {
            Self::Notice(_, notice) => notice.received.value,
            Self::Assessment(assessment) => assessment.received.value,
        }
    }

    /// By when it is answered, and whether that is late on the day `until`. Of an assessment no deadline is recorded.
    pub(in crate::compose) fn reply(&self, until: Date) -> Reply {
        match self {
            Self::Notice(office, notice) => Reply::to_notice(office, notice, until),
            Self::Assessment(_) => Reply::default(),
        }
    }
}

impl<'a> Register<'a> {
    /// All that came in, by the day on which it did.
    pub(in crate::compose) fn incoming(&self) -> Vec<Incoming<'a>> {
        let mut all: Vec<Incoming> = Vec::new();
        let mut known: HashMap<(Date, &NoticeNumber), Vec<usize>> = HashMap::new();
        for registered in self.main() {
            for notice in &registered.week.notices {
                let now = (registered.office, notice);
                let places = known.entry((notice.received.value, &notice.number.value)).or_default();
                let incoming = Incoming::Notice(registered.office, notice);
                if let Some(at) = places.iter().find(|at| is_same(&all[**at], now)) {
                    all[*at] = incoming;
                } else {
                    places.push(all.len());
                    all.push(incoming);
                }
            }
            all.extend(registered.week.assessments.iter().map(Incoming::Assessment));
        }
        all.sort_by_key(Incoming::received);
        all
    }
}

fn is_same(before: &Incoming, now: (&Office, &Notice)) -> bool {
    match before {
        Incoming::Notice(office, notice) => same_notice((office, notice), now),
        Incoming::Assessment(_) => false,
    }
}
