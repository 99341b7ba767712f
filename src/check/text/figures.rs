//! Numbers in sections that contradict what the week's records come to.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Findings;
use super::line::{Line, is_han};
use super::papers::listed;
use crate::diagnostic::{Certainty, Fix, Rule, Severity};
use crate::metrics::Metrics;
use crate::record::office::Office;
use crate::record::text::Text;
use crate::record::value::{ApproximateCount, Minutes};
use crate::record::week::Week;
use crate::source::Span;

pub(in crate::check) static CONTRADICTS: Rule = Rule {
    code: "figure-contradicts",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "章节正文里讲这一周的件数、金额、时长，与这一周的记录算出来的不一样。说上周、累计、其中的不算。",
    why: "一份周报里前后两个数不一样，上级会来问哪个对。",
    example: "本周共受理投诉10件（记录里是 9 件）",
    fix: "核对是正文错了还是记录漏了。",
};

pub(in crate::check) static ANNOUNCED: Rule = Rule {
    code: "figure-total-announced",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "列出几份文书之后说「等×份」，份数与列出的、登记的份数都对不上。",
    why: "说的份数和列的份数不一样，不知道是漏列了还是数错了。",
    example: "《甲表》、《乙表》、《丙周报》、《丁周报》等5份",
    fix: "补上漏列的文书，或者改份数；一份算几份的，在 office.yaml「上报文书」里写「份数」。",
};

/// A figure of the week as sections may tell it.
struct Told<'a> {
    what: &'static str,
    value: Value,
    from: Vec<Span>,
    /// Stands before the number.
    before: &'static [&'static str],
    /// One of these stands before that, if there are any.
    lead: Vec<&'a str>,
    /// Stands behind the number.
    measures: &'static [&'static str],
    /// One of these stands in the sentence before it, if there are any.
    context: &'static [&'static str],
    scope: Scope,
}

/// What a figure counts, as far as it matters which words may stand around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Week,
    Platform,
    /// All platforms that measure times, of which there may be one alone.
    Timed,
    /// A part of the week's, which may be told as 其中.
    Part,
}

enum Value {
    Count(u32),
    /// So many, and some more.
    About(ApproximateCount),
    /// As it is printed: a decimal.
    Text(String),
    Time(Minutes),
}

/// The week's figures.
pub(super) struct Figures<'a> {
    told: Vec<Told<'a>>,
    /// The names of the only platform that measures times.
    timed: Vec<&'a str>,
    /// What narrows a sentence to a part of the week's matters.
    narrowing: Vec<&'a str>,
    /// What the office, its district and its platforms are called, the longest first.
    own: Vec<&'a str>,
}

impl<'a> Figures<'a> {
    pub fn of(office: &'a Office, week: &'a Week) -> Self {
        // Nobody tells figures where there are no sections.
        if week.sections.is_empty() {
            return Self { told: Vec::new(), timed: Vec::new(), narrowing: Vec::new(), own: Vec::new() };
        }
        let metrics = Metrics::for_week(office, week);
        let mut told = Vec::new();
        if week.complaints.span.is_some() {
            complaints(&metrics, &mut told);
        }
        returns(&metrics, &mut told);
        others(office, week, &mut told);
        let firms = office.firms.iter().flat_map(|firm| std::iter::once(&firm.name).chain(&firm.short));
        let members = office.members.iter();
        let platforms =
            office.platforms.iter().flat_map(|platform| std::iter::once(&platform.name).chain(&platform.full));
        let narrowing = firms.chain(members).chain(platforms).map(|name| name.value.as_str()).collect();
        let timed: Vec<_> = office.platforms.iter().filter(|platform| platform.is_timed()).collect();
        let timed = match timed.as_slice() {
            [platform] => {
                std::iter::once(&platform.name).chain(&platform.full).map(|name| name.value.as_str()).collect()
            }
            _ => Vec::new(),
        };
        let names = [&office.name, &office.short, &office.self_name, &office.district].map(Text::written);
        let names = names.into_iter().chain([office.weekly_name.written()]);
        let platforms = office.platforms.iter();
        let platforms =
            platforms.flat_map(|platform| std::iter::once(&platform.name).chain(&platform.full)).map(Text::written);
        let mut own: Vec<_> = names.into_iter().chain(platforms).map(|name| name.value.as_str()).collect();
        own.retain(|name| !name.is_empty());
        own.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
        Self { told, timed, narrowing, own }
    }

    pub fn contradicted(&self, line: &Line, findings: &mut Findings) {
        if self.told.is_empty() {
            return;
        }
        for run in line.digit_runs() {
            if matches!(line.before(run.start), '.' | '-' | ',' | '，') && line.before(run.start) != '，' {
                continue;
            }
            if let Some(told) = self.told.iter().find(|told| told.fits(line, &run))
                && !self.is_narrowed(told, line, &run)
            {
                told.compare(line, run, findings);
            }
        }
    }

    /// Whether the sentence speaks of other days, or of a part.
    fn is_narrowed(&self, told: &Told, line: &Line, run: &Range<usize>) -> bool {
        const OTHER: [&str; 43] = [
            "上周", "累计", "今年", "全年", "上月", "本月", "当月", "去年", "同比", "截至", "其中", "以来", "上年",
            "年内", "环比", "较", "近期", "当日", "当天", "每", "此前", "曾", "半年", "季度", "月份", "期间", "假期",
            "春节", "国庆", "清明", "五一", "端午", "中秋", "昨", "今日", "次日", "前期", "往年", "历年", "至今",
            "分别", "剩余", "另有",
        ];
        let sentence = line.sentence(run.start);
        let text = line.text(sentence.start..run.end);
        let is_alone = |name: &str| told.scope == Scope::Timed && self.timed.contains(&name);
        let named = |text: &str| self.narrowing.iter().any(|name| text.contains(name) && !is_alone(name));
        let dated = text.contains('日') && text.contains('月') && !text.contains("本周");
        let is_other = |word: &&str| text.contains(*word) && (told.scope != Scope::Part || *word != "其中");
        let elsewhere = is_elsewhere(text, &self.own);
        OTHER.iter().any(is_other) || dated || elsewhere || (told.scope != Scope::Platform && named(text))
    }
}

/// Whether a text speaks of another district, city or street than those that are the office's `own`: 邻江县, 全市, 各街道.
fn is_elsewhere(text: &str, own: &[&str]) -> bool {
    const LEVELS: [char; 6] = ['县', '市', '区', '州', '省', '镇'];
    /// 景区, 全区, 超市: what is no place of another's.
    const NO_PLACES: [char; 29] = [
        '景', '社', '小', '辖', '我', '全', '本', '园', '片', '地', '城', '假', '商', '街', '山', '库', '厂', '校',
        '灾', '超', '夜', '门', '上', '集', '菜', '都', '广', '乡', '古',
    ];
    /// 市场, 区域, 市民: what is no place at all.
    const WORDS: [char; 12] = ['场', '民', '容', '域', '间', '分', '别', '价', '面', '政', '内', '属'];
    let mut rest = text.to_owned();
    for name in own {
        rest = rest.replace(name, "，");
    }
    let chars: Vec<char> = rest.chars().collect();
    let is_place = |at: usize| {
        let before = at.checked_sub(1).map_or('，', |at| chars[at]);
        let whole = before == '全' && chars[at] != '区';
        let named = is_han(before) && (!NO_PLACES.contains(&before) || whole);
        LEVELS.contains(&chars[at]) && named && chars.get(at + 1).is_none_or(|next| !WORDS.contains(next))
    };
    (0..chars.len()).any(is_place) || rest.contains("街道")
}

/// What is said of complaints before their number.
const COMPLAINTS: &[&str] =
    &["涉旅投诉", "旅游投诉", "投诉", "游客投诉", "涉旅投诉件", "投诉件", "各类投诉", "各类涉旅投诉"];
const PLATFORMS_COMPLAINTS: &[&str] = &[
    "收到投诉",
    "受理投诉",
    "接到投诉",
    "收到涉旅投诉",
    "受理涉旅投诉",
    "接到涉旅投诉",
    "涉旅投诉件",
    "投诉件",
    "投诉",
    "共受理投诉",
    "共收到投诉",
];
const OF_THE_WEEK: &[&str] = &["本周", "共", "合计", "总计"];

fn complaints<'a>(metrics: &Metrics<'a>, told: &mut Vec<Told<'a>>) {
    let complaints = &metrics.complaints;
    let measures = &["件", "宗", "起"];
    for tally in &complaints.platforms {
        let names = std::iter::once(&tally.platform.name).chain(&tally.platform.full);
        let lead = names.map(|name| name.value.as_str()).collect();
        let value = count(tally.count.value);
        let told_platform =
            Told::number("这个平台的投诉件数", value, &tally.count.from, PLATFORMS_COMPLAINTS, measures, &[]);
        told.push(Told { lead, scope: Scope::Platform, ..told_platform });
    }
    let all = count(complaints.total.value);
    let total = Told::number("这一周的投诉件数", all, &complaints.total.from, COMPLAINTS, measures, OF_THE_WEEK);
    told.push(Told { lead: vec!["受理", "接到", "收到", "处理", "接", "收"], ..total });
    let valid = &complaints.valid;
    told.push(Told::number("有效投诉件数", count(valid.value), &valid.from, &["有效投诉件", "有效投诉"], &["件"], &[]));
    let closed: usize = complaints.platforms.iter().map(|tally| tally.closed.value).sum();
    let from: Vec<Span> = complaints.platforms.iter().flat_map(|tally| tally.closed.from.clone()).collect();
    let before = &["办结投诉", "办结涉旅投诉", "投诉办结", "办结投诉件"];
    told.push(Told::number("办结的投诉件数", count(closed), &from, before, &["件"], OF_THE_WEEK));
    if let Some(mean) = &complaints.mean_minutes {
        told.push(Told {
            what: "平均办结时长",
            value: Value::Text(mean.value.to_string()),
            from: mean.from.clone(),
            before: &["平均办结时长", "平均办结时长为", "平均办结时长是", "平均时长", "平均时长为"],
            lead: Vec::new(),
            measures: &["分钟"],
            context: &["办结"],
            scope: Scope::Timed,
        });
    }
    if let Some(all) = &complaints.total_time {
        told.push(Told {
            what: "办结总时长",
            value: Value::Time(all.value),
            from: all.from.clone(),
            before: &["办结总时长", "办结总时长为", "总办结时长", "总办结时长为"],
            lead: Vec::new(),
            measures: &["小时", "分钟"],
            context: &[],
            scope: Scope::Timed,
        });
    }
}

fn returns(metrics: &Metrics, told: &mut Vec<Told>) {
    let Some(returns) = &metrics.returns else { return };
    let before = &["退换货件", "退换货", "退换货申请", "退换货投诉", "退换货诉求", "退换货共", "退换货合计"];
    told.push(Told::number("退换货件数", returns.count.value, &returns.count.from, before, &["件", "起", "宗"], &[]));
    told.push(Told {
        what: "退货金额",
        value: Value::Text(returns.amount.value.to_string()),
        from: returns.amount.from.clone(),
        before: &[
            "退货金额",
            "退货金额合计",
            "退货金额共计",
            "退货金额为",
            "退换货金额",
            "退换货金额合计",
            "退货总金额",
            "退货总金额为",
        ],
        lead: Vec::new(),
        measures: &["元"],
        context: &[],
        scope: Scope::Week,
    });
    let parts: [(_, _, &[&str]); 3] = [
        ("退换货里满意的件数", &returns.satisfied, &["满意", "表示满意", "游客满意"]),
        ("退换货里撤销的件数", &returns.withdrawn, &["撤销", "撤诉", "游客撤销"]),
        ("退换货里推诿诱导的件数", &returns.evasions, &["推诿诱导", "推诿、诱导"]),
    ];
    for (what, part, before) in parts {
        let part = Told::number(what, part.value, &part.from, before, &["件"], &["退换货"]);
        told.push(Told { scope: Scope::Part, ..part });
    }
}

fn others<'a>(office: &'a Office, week: &'a Week, told: &mut Vec<Told<'a>>) {
    let cases = &week.cases;
    let from: Vec<Span> = cases.iter().map(|case| case.span.first_line()).collect();
    let before = &["查处案件", "查处涉旅案件", "查处违法案件", "查处涉旅违法案件", "查处各类案件", "查处旅游案件"];
    told.push(Told::number("查处案件数", count(cases.len()), &from, before, &["起", "件", "宗"], &[]));
    let fines: Vec<_> = cases.iter().filter_map(|case| case.fine.as_ref()).collect();
    let sum = fines.iter().try_fold(Decimal::ZERO, |sum, fine| sum.checked_add(fine.value.amount()));
    if let Some(sum) = sum.filter(|_| !fines.is_empty()) {
        told.push(Told {
            what: "这一周的罚款",
            value: Value::Text(sum.to_string()),
            from: fines.iter().map(|fine| fine.span.clone()).collect(),
            before: &["罚款", "罚款总额", "罚款总计"],
            lead: Vec::new(),
            measures: &["元"],
            context: &["罚款合计", "罚款共", "罚款总", "共罚款", "共计罚款", "合计罚款"],
            scope: Scope::Week,
        });
    }
    if let Some(notices) = week.notices.written() {
        let from: Vec<Span> = notices.iter().map(|notice| notice.number.span.clone()).collect();
        let before = &["通报单", "涉旅信息通报单", "《涉旅信息通报单》"];
        let number = count(notices.len());
        let notices = Told::number("这一周的通报单份数", number, &from, before, &["份", "件"], &["本周", "共"]);
        told.push(Told { lead: vec!["收到", "办理", "处理", "接到", "办结", "回复"], ..notices });
    }
    if let Some(receptions) = week.receptions.written() {
        let persons = receptions.iter().map(|reception| reception.persons.value).fold(0, u32::saturating_add);
        let from: Vec<Span> = receptions.iter().map(|reception| reception.persons.span.clone()).collect();
        let before = &["现场受理", "现场受理游客", "现场接待", "现场接待游客"];
        told.push(Told::number("现场受理的人数", persons, &from, before, &["名", "人"], &["本周", "共"]));
    }
    for (name, value) in week.inspections.iter() {
        let item = office.inspections.iter().find(|item| item.name.value == name.value);
        let unit = item.and_then(|item| item.unit.as_ref()).map(|unit| unit.value.as_str());
        let mut inspection = Told {
            what: "执法检查的数",
            value: Value::About(value.value),
            from: vec![value.span.clone()],
            before: &["检查"],
            lead: Vec::new(),
            measures: &[],
            context: &["本周", "共"],
            scope: Scope::Week,
        };
        match (name.value.as_str(), unit) {
            ("出动人次", _) => {
                inspection.before = &["出动执法人员", "出动工作人员", "出动相关职能部门执法人员", "出动"];
                inspection.measures = &["人（次）", "人次", "余人（次）", "余人次"];
            }
            ("检查家次", _) => {
                inspection.before = &[
                    "检查",
                    "检查旅行社",
                    "检查企业",
                    "检查涉旅企业",
                    "检查经营单位",
                    "检查涉旅经营单位",
                    "检查商户",
                    "检查涉旅商户",
                    "检查市场主体",
                    "检查涉旅场所",
                ];
                inspection.measures = &["家（次）", "家次", "余家（次）", "余家次"];
            }
            (name, Some(unit)) => {
                inspection.before = &[""];
                inspection.lead = vec![name];
                inspection.measures = match unit {
                    "辆次" => &["辆次", "辆（次）"],
                    "家次" => &["家次", "家（次）"],
                    "人次" => &["人次", "人（次）"],
                    _ => continue,
                };
            }
            _ => continue,
        }
        told.push(inspection);
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Told<'_> {
    fn number(
        what: &'static str,
        value: u32,
        from: &[Span],
        before: &'static [&'static str],
        measures: &'static [&'static str],
        context: &'static [&'static str],
    ) -> Self {
        let (value, from, lead) = (Value::Count(value), from.to_vec(), Vec::new());
        Self { what, value, from, before, lead, measures, context, scope: Scope::Week }
    }

    /// Whether the number at `run` tells this figure.
    fn fits(&self, line: &Line, run: &Range<usize>) -> bool {
        let end = number_end(line, run);
        if line.starts_any(end, self.measures).is_none() {
            return false;
        }
        let before = line.text(0..run.start);
        let before =
            ["共", "共计", "合计", "计", "："].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        let led = |rest: &str| self.lead.is_empty() || self.lead.iter().any(|lead| rest.ends_with(lead));
        if !self.before.iter().any(|word| before.strip_suffix(word).is_some_and(led)) {
            return false;
        }
        let sentence = line.text(line.sentence(run.start).start..run.start);
        self.context.is_empty() || self.context.iter().any(|word| sentence.contains(word))
    }

    fn compare(&self, line: &Line, run: Range<usize>, findings: &mut Findings) {
        let end = match self.value {
            Value::Time(_) => time_end(line, &run),
            _ => number_end(line, &run),
        };
        let typed = line.text(run.start..end).replace(',', "");
        let and_more = matches!(line.c(end), '余' | '多');
        let (agrees, right) = match &self.value {
            Value::Count(value) => (typed.parse() == Ok(*value), value.to_string()),
            Value::About(value) => (agrees(*value, typed.parse().ok(), and_more), value.to_string()),
            Value::Text(value) => (same_decimal(&typed, value), value.clone()),
            Value::Time(value) => (typed.parse().is_ok_and(|typed: Minutes| typed == *value), value.to_string()),
        };
        if agrees {
            return;
        }
        let unrecorded = self.from.is_empty();
        let place = line.place(run.start..end + usize::from(and_more));
        let mut finding = CONTRADICTS
            .finding(format!("{}：正文写 {typed}，记录算出来是 {right}", self.what))
            .at(place.clone(), format!("记录里是 {right}"))
            .help(format!("正文错了就改成「{right}」；记录漏了或错了就改记录"));
        if !unrecorded {
            finding = finding.fix(Fix::replace(Certainty::Likely, place, right));
        }
        // Nothing of the kind is recorded: perhaps the office only tells of it.
        if unrecorded {
            finding.severity = Severity::Advice;
        }
        for from in self.from.iter().take(3) {
            finding = finding.and_at(from.first_line(), "由这里算出");
        }
        findings.push(finding);
    }
}

/// Behind a number with its separators and decimals.
fn number_end(line: &Line, run: &Range<usize>) -> usize {
    let mut end = run.end;
    while matches!(line.c(end), ',' | '.') && line.c(end + 1).is_ascii_digit() {
        end = line.digits_end(end + 1);
    }
    end
}

/// Behind 1小时19分钟, 2小时 or 40分钟.
fn time_end(line: &Line, run: &Range<usize>) -> usize {
    if !line.starts(run.end, "小时") {
        return run.end + 2;
    }
    let hours = run.end + 2;
    let minutes = line.digits_end(hours);
    if minutes > hours && line.starts(minutes, "分钟") { minutes + 2 } else { hours }
}

/// Whether "100余" and what a section tells may be the same number.
fn agrees(value: ApproximateCount, typed: Option<u32>, and_more: bool) -> bool {
    let Some(typed) = typed else { return true };
    let next = |number: u32| {
        let zeros = number.to_string().chars().rev().take_while(|c| *c == '0').count();
        number.saturating_add(10_u32.saturating_pow(u32::try_from(zeros).unwrap_or(0)))
    };
    let ApproximateCount { number, and_more: about } = value;
    typed == number
        || (and_more && typed < number && number < next(typed))
        || (about && typed > number && typed < next(number))
}

fn same_decimal(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text.to_owned() }
    };
    bare(one) == bare(other)
}

/// 等5份 behind a list of papers.
pub(super) fn announced(office: &Office, line: &Line, findings: &mut Findings) {
    for run in line.digit_runs() {
        let measure = line.starts_any(run.end, &["份", "个文件", "项材料", "种"]);
        let Some(at) = run.start.checked_sub(1).filter(|_| measure.is_some() && line.ends(run.start, "等")) else {
            continue;
        };
        let sentence = line.sentence(at);
        let papers = listed(line, sentence.start..at);
        let Some(announced) = line.number(run.clone()).filter(|_| papers.len() >= 2) else { continue };
        let registered: Vec<_> = papers
            .iter()
            .map(|title| office.outward.iter().find(|paper| paper.name.value == line.text(title.clone())))
            .collect();
        let copies = registered
            .iter()
            .map(|paper| paper.and_then(|paper| paper.copies.as_ref()).map_or(1, |copies| copies.value));
        let copies = copies.fold(0, u32::saturating_add);
        let count = count(papers.len());
        // “Among others” may stand for papers that are not listed; not where papers of the register are told one by one.
        let all = registered.iter().flatten().count() * 2 >= papers.len()
            || (papers.len() >= 3 && announced.saturating_sub(count) <= 2);
        if announced == count || announced == copies || (announced > count && !all) {
            continue;
        }
        let place = line.place(run.clone());
        let mut finding = ANNOUNCED
            .finding(format!("说是「等{announced}份」，列出来的是 {count} 份"))
            .at(place.clone(), format!("列出 {count} 份"))
            .help("补上漏列的，或者改份数；一份算几份的，在 office.yaml「上报文书」里写「份数」")
            .fix(Fix::replace(Certainty::Likely, place, copies.to_string()));
        for title in papers {
            finding = finding.and_at(line.place(title), "");
        }
        findings.push(finding);
    }
}
