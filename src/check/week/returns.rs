//! Returns and refunds among themselves, and against what the office has a platform for.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::week::{Returns, Week};

static PART_BEYOND_ALL: Rule = Rule {
    code: "returns-part",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "满意、撤销或推诿诱导的件数，比退换货的总件数还多。",
    why: "部分不会多于全部，有一个数是错的。",
    example: "{ 件数: 15, 满意: 16 }",
    fix: "核对这两个数。",
};

static AMOUNT_OF_NONE: Rule = Rule {
    code: "returns-amount",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "退换货是 0 件，却写了金额。",
    why: "没有件数就没有金额，有一个数是错的；周报印“未收到退换货件”，金额就丢了。",
    example: "{ 件数: 0, 金额: 42565.00 }",
    fix: "核对件数和金额。",
};

static NO_AMOUNT: Rule = Rule {
    code: "returns-amount-none",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "有退换货，金额却是 0。",
    why: "多半是忘了填金额。",
    example: "{ 件数: 15, 金额: 0 }",
    fix: "补上合计退货金额；全是换货、没有退款的，写明理由认可。",
};

static CENTS: Rule = Rule {
    code: "returns-cents",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "退货金额只有一位小数。",
    why: "金额到分，照写的印；一位小数看上去像漏了一位。",
    example: "金额: 42565.5",
    fix: "写足两位小数，例如 42565.50。",
};

static AVERAGE: Rule = Rule {
    code: "returns-average",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "平均每件退货金额超过「检查」里的「每件金额」（不写就是 50000 元），或者不到 1 元。",
    why: "多半是小数点错了位，或者以万元计了。",
    example: "{ 件数: 15, 金额: 4.26 }",
    fix: "核对件数和金额；本机构的退货金额通常这么高的，在 office.yaml 的「检查」里放宽。",
};

static UNWRITTEN: Rule = Rule {
    code: "returns-missing",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "office.yaml 有「退换货平台」，这一周却没有写「退换货」。",
    why: "没有和忘了写，印出来是一样的：没有也要写明。",
    example: "这一周的文件里没有「退换货」",
    fix: "没有退换货，写 退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }。",
};

static NO_PLATFORM: Rule = Rule {
    code: "returns-platform",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "这一周写了「退换货」，office.yaml 却没有「退换货平台」。",
    why: "周报要说出是哪个平台收到的；内置的周报没有它就印不出来。",
    example: "office.yaml 里没有「退换货平台」",
    fix: "在 office.yaml 里写上「退换货平台」。",
};

static EVASION: Rule = Rule {
    code: "returns-evasion",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "有推诿诱导的件，同时又件件满意、件件撤销。",
    why: "受了推诿、诱导的游客还都满意，上级会问起。",
    example: "{ 件数: 15, 满意: 15, 撤销: 15, 推诿诱导: 2 }",
    fix: "核对这几个数；属实的不用改。",
};

pub static RULE_SET: RuleSet = RuleSet {
    rules: &[&PART_BEYOND_ALL, &AMOUNT_OF_NONE, &NO_AMOUNT, &CENTS, &AVERAGE, &UNWRITTEN, &NO_PLATFORM, &EVASION],
    check: Check::Week(check),
};

/// In 元: what one return costs at most, where the office does not say.
const MOST_PER_RETURN: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    platform(view.office, view.week, findings);
    counts(view.week, findings);
    amounts(view.office, view.week, findings);
}

/// The week speaks of returns if, and only if, the office has a platform for them.
fn platform(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    match (&office.returns_platform, &week.returns) {
        (Some(_), None) => findings.push(
            UNWRITTEN
                .finding(format!("这{}没有写「退换货」", week.period.value.unit()))
                .at(week.period.span.clone(), "没有写")
                .help("没有也要写明：退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }"),
        ),
        (None, Some(returns)) => findings.push(
            NO_PLATFORM
                .finding("office.yaml 里没有「退换货平台」")
                .at(returns.span.first_line(), "不知道是哪个平台的")
                .help("在 office.yaml 里写「退换货平台: …」"),
        ),
        _ => {}
    }
}

/// No part of the returns is more than all of them, and the parts agree.
fn counts(week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(returns) = &week.returns else { return };
    let parts = [("满意", &returns.satisfied), ("撤销", &returns.withdrawn), ("推诿诱导", &returns.evasions)];
    for (name, part) in parts.into_iter().filter(|(_, part)| part.value > returns.count.value) {
        findings.push(
            PART_BEYOND_ALL
                .finding(format!("「{name}」{part} 件，比退换货的件数还多"))
                .at(part.span.clone(), "不会超过件数")
                .and_at(returns.count.span.clone(), "一共这么多件")
                .help("核对这两个数"),
        );
    }
    let Returns { count, satisfied, withdrawn, evasions, .. } = returns;
    if evasions.value > 0 && satisfied.value == count.value && withdrawn.value == count.value {
        findings.push(
            EVASION
                .finding(format!("有 {evasions} 件推诿诱导，却件件满意、件件撤销"))
                .at(evasions.span.clone(), "这几件游客也满意？")
                .and_at(satisfied.span.clone(), "全部满意")
                .help("核对这几个数；属实的不用改"),
        );
    }
}

/// Money and count agree.
fn amounts(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(Returns { count, amount, .. }) = &week.returns else { return };
    let yuan = amount.value.amount();
    if yuan.scale() == 1 {
        let mut whole = yuan;
        whole.rescale(2);
        findings.push(
            CENTS
                .finding("退货金额只有一位小数")
                .at(amount.span.clone(), "少一位")
                .help(format!("写足两位小数，例如 {whole}")),
        );
    }
    match (count.value, yuan.is_zero()) {
        (0, false) => findings.push(
            AMOUNT_OF_NONE
                .finding(format!("退换货 0 件，金额却有 {amount} 元"))
                .at(amount.span.clone(), "没有件数")
                .and_at(count.span.clone(), "0 件")
                .help("核对件数和金额"),
        ),
        (1.., true) => findings.push(
            NO_AMOUNT
                .finding(format!("退换货 {count} 件，金额却是 0"))
                .at(amount.span.clone(), "没有金额")
                .and_at(count.span.clone(), "有这么多件")
                .help("补上合计退货金额；全是换货、没有退款的，写明理由认可"),
        ),
        _ => {}
    }
    let most = office.checks.as_ref().and_then(|checks| checks.most_per_return.as_ref());
    let most = most.map_or(MOST_PER_RETURN, |most| most.value.amount());
    let Some(average) = yuan.checked_div(Decimal::from(count.value)).filter(|average| !average.is_zero()) else {
        return;
    };
    let what = if average > most { format!("超过 {most} 元") } else { "不到 1 元".to_owned() };
    if average > most || average < Decimal::ONE {
        findings.push(
            AVERAGE
                .finding(format!("平均每件退货 {} 元，{what}", average.round_dp(2)))
                .at(amount.span.clone(), "核对金额")
                .and_at(count.span.clone(), "一共这么多件")
                .help("核对小数点和件数；金额以元计，不以万元计"),
        );
    }
}
