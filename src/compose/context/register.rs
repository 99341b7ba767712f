//! What templates see of a register: all records of a year, and what they tell, each thing once.

use tera::Value;

use super::tracer::Tracer;
use super::view::Kind::{List, Map, Plain};
use super::view::view;
use crate::compose::register::{
    Incoming, Outgoing, Register, RegisteredComplaint, RegisteredNumber, RegisteredWeek, Reply, SentPaper,
};
use crate::metrics::{Figure, FigureName};
use crate::record::case::Case;
use crate::record::complaint::Status;
use crate::record::office::Office;
use crate::record::office_numbers::SetAsideNumber;
use crate::record::set_aside_number::SetAside;
use crate::record::value::DocumentNumber;
use crate::source::{Span, Spanned};

view! {
    /// 登记簿：一年里到这一期为止（另一种报送周期的，是这一期的起止之间）的各期记录
    register(self, register: &Register, periods: Vec<Value>) {
        /// 登记从哪天起
        "first_day": Plain => self.first_day(register),
        /// 统计截止日：各件办到哪一步，都是到这一天的
        "until": Plain => self.until(register),
        /// 一共几期记录
        "records": Plain => self.records(register),
        /// 各期记录，每一期里有什么，和这一期自己的一样，例如 `{% for period in register.periods %}{{ period.week.issue }}`
        "periods": List("compared") => periods,
        /// 收文：通报单和考核评定，按收到日期；一件跨几期的只有一条
        "incoming": List("incoming_entry") => self.incoming_entries(register),
        /// 发文：周报、通报单的答复，以及“各件文号”里的，按日期
        "outgoing": List("outgoing_entry") => register.outgoing().iter().map(|it| self.outgoing_entry(it)).collect::<Vec<_>>(),
        /// 文号，按年份和顺序号；留用、作废的也在里面
        "numbers": List("number_entry") => register.numbers().iter().map(|it| self.number_entry_of(it)).collect::<Vec<_>>(),
        /// 逐件写的投诉；续办的合在一条里
        "complaints": List("complaint_entry") =>
            register.complaints().iter().map(|it| self.complaint_entry(it)).collect::<Vec<_>>(),
        /// 只写了件数、没有逐件写的投诉有几件，用于判断，也可以印
        "complaints_unlisted": Plain => register.complaints_unlisted(),
        /// 逐件写的案件
        "cases": List("case_entry") => register.cases().into_iter().map(|(of, case)| self.case_entry(of, case)).collect::<Vec<_>>(),
        /// 只写了起数、没有逐件写的案件有几起，用于判断，也可以印
        "cases_unlisted": Plain => register.cases_unlisted(),
        /// 哪几年的放假安排没有公布：那几年的工作日是按星期一到星期五算的；列表
        "unannounced": Plain => unannounced(register),
    }
}

view! {
    /// 收文登记的一条
    incoming_entry(self, incoming: &Incoming, reply: &Reply) {
        /// 收到日期
        "received": Plain => self.received_on(incoming),
        /// 来文机关
        "from": Plain => self.incoming_from(incoming),
        /// 来文的种类或者名称
        "title": Plain => self.incoming_title(incoming),
        /// 来文字号；没有的不能印
        "number": Plain => self.incoming_number(incoming),
        /// 是否还没有答复，用于判断
        "open": Plain => is_open(incoming),
        /// 哪天答复的；还没有答复的不能印
        "answered": Plain => self.answered_on(incoming),
        /// 答复的文号，例如 盘旅调〔2021〕5号；没有的不能印
        "reply": Plain => self.reply_number(incoming),
        /// 应当在哪天以前答复；office.yaml 没有写“答复期限”的不能印
        "due": Plain => reply.due.map(|due| self.dates(&due, None, place_of(incoming))),
        /// 逾期几个工作日：答复时，或者到统计截止日；没有逾期的不能印
        "late_by": Plain => reply.late_by.map(|days| self.number(&days, place_of(incoming))),
        /// 这张通报单；考核评定没有
        "notice": Map("notice") => match incoming {
            Incoming::Notice(office, notice) => Some(self.notice_with_fields(office, notice)),
            Incoming::Assessment(_) => None,
        },
        /// 这件考核评定；通报单没有
        "assessment": Map("assessment") => match incoming {
            Incoming::Assessment(assessment) => Some(self.assessment(assessment)),
            Incoming::Notice(..) => None,
        },
    }
}

view! {
    /// 发文登记的一条
    outgoing_entry(self, outgoing: &Outgoing) {
        /// 发文日期
        "date": Plain => self.shown(outgoing.date),
        /// 文号，例如 盘旅调〔2021〕5号；没有的不能印
        "number": Plain => outgoing.number.map(|number| self.in_full(outgoing, number)),
        /// 文书的代号，例如 weekly；通报单的答复没有，用于判断
        "kind": Plain => kind_of(outgoing),
        /// 标题：“文书”里写的“标题”，周报没有写的是周报名称和期号；都没有的不能印
        "title": Plain => self.outgoing_title(outgoing),
        /// 发往机关；不知道的不能印
        "to": Plain => self.outgoing_to(outgoing),
        /// 答复的通报单；不是答复的没有
        "notice": Map("notice") => match outgoing.paper {
            SentPaper::Reply(notice) => Some(self.notice_with_fields(outgoing.registered.office, notice)),
            SentPaper::Weekly(_) | SentPaper::Other { .. } => None,
        },
    }
}

view! {
    /// 文号登记的一条
    number_entry(self, number: String, paper: Option<Value>, aside: Option<&SetAsideNumber>) {
        /// 文号
        "number": Plain => number,
        /// 有这个文号的发文；留用、作废的没有
        "paper": Map("outgoing_entry") => paper,
        /// 是不是留用的，用于判断
        "reserved": Plain => aside.is_some_and(|aside| aside.what == SetAside::Reserved),
        /// 是不是作废的，用于判断
        "void": Plain => aside.is_some_and(|aside| aside.what == SetAside::Void),
        /// 留用的用途、作废的理由；其余的不能印
        "reason": Plain => aside.map(|aside| self.text(aside.why)),
    }
}

view! {
    /// 投诉登记的一条
    complaint_entry(self, entry: &RegisteredComplaint) {
        /// 投诉平台
        "platform": Plain => self.text(entry.platform),
        /// 平台给这一件的编号；没有的不能印
        "id": Plain => entry.id().map(|id| self.text(id)),
        /// 第一次写到它的那一期，用它的起止日期称呼
        "period": Plain => self.period_of(entry.first),
        /// 办到哪一步，到统计截止日
        "status": Plain => entry.status().map(|status| self.shown(status)),
        /// 是否办结，用于判断
        "closed": Plain => entry.status().is_some_and(|status| status.value == Status::Closed),
        /// 办结时长；没有的不能印
        "minutes": Plain => entry.minutes().map(|minutes| self.shown(minutes)),
        /// 这件投诉；登记之前就收到、这里只有续办的没有
        "complaint": Map("complaint") => entry.complaint.map(|complaint| self.complaint(entry.first.office, complaint)),
        /// 最后一次续办；没有续办过的没有
        "carried_over": Map("carried_over_entry") =>
            entry.carried_over.map(|(office, later)| self.carried_over_entry(office, later)),
    }
}

view! {
    /// 案件登记的一条
    case_entry(self, of: RegisteredWeek, case: &Case) {
        /// 写到它的那一期，用它的起止日期称呼
        "period": Plain => self.period_of(of),
        /// 这起案件
        "case": Map("case") => self.case(case),
    }
}

/// Where something stands that came in.
fn place_of<'a>(incoming: &Incoming<'a>) -> &'a Span {
    match incoming {
        Incoming::Notice(_, notice) => &notice.received.span,
        Incoming::Assessment(assessment) => &assessment.received.span,
    }
}

fn is_open(incoming: &Incoming) -> bool {
    match incoming {
        Incoming::Notice(_, notice) => notice.is_open(),
        Incoming::Assessment(_) => false,
    }
}

fn kind_of<'a>(outgoing: &Outgoing<'a>) -> Option<&'a str> {
    match outgoing.paper {
        SentPaper::Weekly(written) => Some(written.map_or("weekly", |written| &written.kind.value.0)),
        SentPaper::Other { kind, .. } => Some(kind),
        SentPaper::Reply(_) => None,
    }
}

/// Sorted, each once.
fn unannounced(register: &Register) -> Vec<i16> {
    let mut years = Vec::new();
    for incoming in register.incoming() {
        years.extend(incoming.reply(register.until).unannounced);
    }
    years.sort_unstable();
    years.dedup();
    years
}

impl Tracer {
    fn first_day(&mut self, register: &Register) -> Option<Value> {
        let first = register.first_day()?;
        Some(self.dates(&first.value, None, &first.span))
    }

    fn until(&mut self, register: &Register) -> Option<Value> {
        let last = register.weeks.last()?;
        Some(self.dates(&register.until, None, &last.week.period.span))
    }

    fn records(&mut self, register: &Register) -> Value {
        let places: Vec<Span> = register.weeks.iter().map(|it| it.week.period.span.clone()).collect();
        self.figure(&Figure::new(FigureName::Counted, "登记的各期记录", places.len(), places))
    }

    fn period_of(&mut self, of: RegisteredWeek) -> Value {
        self.shown(&of.week.period)
    }

    fn incoming_entries(&mut self, register: &Register) -> Vec<Value> {
        let all = register.incoming();
        all.iter().map(|incoming| self.incoming_entry(incoming, &incoming.reply(register.until))).collect()
    }

    fn received_on(&mut self, incoming: &Incoming) -> Value {
        match incoming {
            Incoming::Notice(_, notice) => self.shown(&notice.received),
            Incoming::Assessment(assessment) => self.shown(&assessment.received),
        }
    }

    fn incoming_from(&mut self, incoming: &Incoming) -> Value {
        match incoming {
            Incoming::Notice(office, notice) => self.text(office.sender(notice).name),
            Incoming::Assessment(assessment) => self.text(&assessment.from),
        }
    }

    fn incoming_title(&mut self, incoming: &Incoming) -> Value {
        match incoming {
            Incoming::Notice(office, notice) => self.notice_kind(office, notice).into(),
            Incoming::Assessment(assessment) => self.text(&assessment.paper),
        }
    }

    fn incoming_number(&mut self, incoming: &Incoming) -> Option<String> {
        match incoming {
            Incoming::Notice(_, notice) => Some(self.marked(&notice.number.value.in_text(), &notice.number.span)),
            Incoming::Assessment(_) => None,
        }
    }

    fn answered_on(&mut self, incoming: &Incoming) -> Option<Value> {
        match incoming {
            Incoming::Notice(_, notice) => {
                let reported = notice.reported.as_ref().filter(|_| !notice.is_open())?;
                Some(self.shown(reported))
            }
            Incoming::Assessment(assessment) => Some(self.shown(&assessment.answered)),
        }
    }

    fn reply_number(&mut self, incoming: &Incoming) -> Option<String> {
        let Incoming::Notice(office, notice) = incoming else { return None };
        let (number, date) = (notice.document_number.as_ref()?, notice.reported.as_ref()?);
        Some(self.number_in_full(office, date.value.year(), number))
    }

    fn in_full(&mut self, outgoing: &Outgoing, number: &Spanned<u32>) -> String {
        self.number_in_full(outgoing.registered.office, outgoing.date.value.year(), number)
    }

    /// 盘旅调〔2021〕5号; 5号 where the office has no 发文代字.
    fn number_in_full(&mut self, office: &Office, year: i16, number: &Spanned<u32>) -> String {
        let code = office.document_code.as_ref().map(|code| code.value.as_str());
        let in_full = code.and_then(|code| DocumentNumber::new(code, u16::try_from(year).ok()?, number.value).ok());
        let text = in_full.map_or_else(|| format!("{}号", number.value), |in_full| in_full.to_string());
        self.marked(&text, &number.span)
    }

    fn outgoing_title(&mut self, outgoing: &Outgoing) -> Option<Value> {
        let RegisteredWeek { office, week } = outgoing.registered;
        let written = match outgoing.paper {
            SentPaper::Weekly(written) | SentPaper::Other { written, .. } => written,
            SentPaper::Reply(_) => None,
        };
        if let Some(written) = written.filter(|written| written.title.is_some()) {
            return self.paper_of_week(week, written).as_map()?.get(&"title".into()).cloned();
        }
        match outgoing.paper {
            SentPaper::Weekly(_) => {
                let name = self.shown(&office.weekly_name);
                let issue = self.one_line(&format!("（第{}期）", week.issue.value), &week.issue.span);
                Some(format!("{}{issue}", name.as_str().unwrap_or_default()).into())
            }
            SentPaper::Reply(_) | SentPaper::Other { .. } => None,
        }
    }

    fn outgoing_to(&mut self, outgoing: &Outgoing) -> Option<Value> {
        let office = outgoing.registered.office;
        match outgoing.paper {
            SentPaper::Weekly(_) => Some(self.text(&office.superior.name)),
            SentPaper::Reply(notice) => Some(self.text(office.sender(notice).name)),
            SentPaper::Other { about, .. } => about.map(|about| self.text(about)),
        }
    }

    fn number_entry_of(&mut self, number: &RegisteredNumber) -> Value {
        match number {
            RegisteredNumber::Paper(paper) => {
                let text = paper.number.map(|number| self.in_full(paper, number)).unwrap_or_default();
                let shown = self.outgoing_entry(paper);
                self.number_entry(text, Some(shown), None)
            }
            RegisteredNumber::SetAside(aside) => {
                let text = self.one_line(&format!("〔{}〕{}号", aside.year, aside.number.value), &aside.number.span);
                self.number_entry(text, None, Some(aside))
            }
        }
    }
}
