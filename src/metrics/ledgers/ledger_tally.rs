//! A ledger in one period, with all its figures.

use super::amount::Amount;
use super::conditions::is_met;
use super::parts::{add_shares, parts, typed_parts};
use super::reckoning::Reckoner;
use super::registered_names::RegisteredNames;
use super::result::{OwnResult, OwnTally, as_typed, count_as_typed, one};
use crate::metrics::figure::Figure;
use crate::metrics::name::FigureName;
use crate::record::office::Office;
use crate::record::own::{Item, Ledger, LedgerOfPeriod, OwnFigure};
use crate::record::week::Week;
use crate::source::Span;

/// A ledger in one period.
#[derive(Debug, Clone)]
pub struct LedgerTally<'a> {
    pub ledger: &'a Ledger,
    pub items: &'a [Item],
    /// Some of the items, where not all of them are recorded.
    pub typical: &'a [Item],
    /// How many items there are; `None` where only other figures are recorded.
    pub count: Option<Figure<Amount>>,
    /// In the order in which the office declares them.
    pub figures: Vec<OwnTally<'a>>,
}

/// Those that the week's record tells of, in the order in which the office declares them.
#[must_use]
pub fn ledgers<'a>(office: &'a Office, week: &'a Week) -> Vec<LedgerTally<'a>> {
    ledgers_by_names(office, week, RegisteredNames::of(office))
}

/// As [`ledgers`], with firms, units and platforms counted under these names.
#[must_use]
pub fn ledgers_by_names<'a>(office: &'a Office, week: &'a Week, names: RegisteredNames) -> Vec<LedgerTally<'a>> {
    let mut tallies = Vec::new();
    for ledger in &office.ledgers {
        if let Some(recorded) = week.ledgers.get(ledger.name()) {
            let reckoner = Reckoner { ledger, names, rounding: &office.rounding, counted: week.counted_days() };
            tallies.push(LedgerTally::new(&reckoner, ledger, recorded));
        }
    }
    tallies
}

impl<'a> LedgerTally<'a> {
    fn new(reckoner: &Reckoner, ledger: &'a Ledger, recorded: &'a LedgerOfPeriod) -> Self {
        let items = recorded.items.as_deref();
        let count = match items {
            Some(items) => Some(count(ledger, items, recorded)),
            None => recorded.typed_count().map(|typed| count_as_typed(ledger, typed)),
        };
        let figures = all_figures(reckoner, &ledger.figures, recorded);
        Self { ledger, items: items.unwrap_or_default(), typical: &recorded.typical, count, figures }
    }

    /// The figure of that name, where it is one number.
    #[must_use]
    pub fn one(&self, name: &str) -> Option<&Figure<Amount>> {
        one(&self.figures, name)
    }
}

/// What the figures of a ledger come to over those items that are recorded where not all of them are: at least so much is there.
#[must_use]
pub fn of_typical<'a>(office: &'a Office, week: &'a Week, ledger: &'a Ledger) -> Option<LedgerTally<'a>> {
    let recorded = week.ledgers.get(ledger.name()).filter(|recorded| !recorded.typical.is_empty())?;
    let items = Some(recorded.typical.clone());
    let alone = LedgerOfPeriod::of_records(ledger.name(), &recorded.name.span, items);
    let (names, counted) = (RegisteredNames::of(office), week.counted_days());
    let reckoner = Reckoner { ledger, names, rounding: &office.rounding, counted };
    let count = Some(count(ledger, &recorded.typical, recorded));
    let figures = all_figures(&reckoner, &ledger.figures, &alone);
    Some(LedgerTally { ledger, items: &recorded.typical, typical: &[], count, figures })
}

/// These figures of a ledger, in their order.
pub(super) fn all_figures<'a>(
    reckoner: &Reckoner,
    figures: &'a [OwnFigure],
    recorded: &LedgerOfPeriod,
) -> Vec<OwnTally<'a>> {
    let mut made: Vec<OwnTally> = Vec::with_capacity(figures.len());
    for figure in figures {
        let mut result = if figure.0.share.is_empty() {
            typed_or_made(reckoner, figure, recorded)
        } else {
            OwnResult::One(reckoner.share(figure, &made))
        };
        if let OwnResult::Each(parts) = &mut result
            && figure.has_shares()
        {
            add_shares(reckoner, figure, parts);
        }
        made.push(OwnTally { figure, result });
    }
    made
}

/// How many items there are; the ledger's name says it where there is none.
fn count(ledger: &Ledger, items: &[Item], recorded: &LedgerOfPeriod) -> Figure<Amount> {
    let places: Vec<Span> = items.iter().map(|item| item.span.clone()).collect();
    let rule = format!("「{}」的条数", ledger.name());
    Figure::new(FigureName::OfLedger, rule, Amount::Number(places.len().into()), places)
        .about(ledger.name())
        .or_at([recorded.name.span.clone()])
}

/// A figure that is typed, or made of the items.
fn typed_or_made(reckoner: &Reckoner, figure: &OwnFigure, recorded: &LedgerOfPeriod) -> OwnResult {
    let Reckoner { ledger, names, ref counted, .. } = *reckoner;
    let Some(items) = recorded.items.as_deref().filter(|_| !figure.is_typed()) else {
        if let Some(by) = &figure.0.by {
            let typed = recorded.typed_parts(figure.name());
            let parts = typed.map(|typed| typed_parts(reckoner, figure, by, typed, recorded));
            return parts.map_or(OwnResult::One(None), OwnResult::Each);
        }
        let count = recorded.typed_count().filter(|_| Ledger::counts_all(figure));
        let typed = recorded.typed(figure.name()).or(count);
        return OwnResult::One(typed.map(|typed| as_typed(ledger, figure, typed)));
    };
    let mut met: Vec<&Item> = items.iter().collect();
    if let Some(when) = &figure.0.when {
        met.retain(|item| is_met(ledger, names, counted, when, &item.cells));
    }
    let Some(by) = &figure.0.by else {
        let value = reckoner.reckoned(figure, &met);
        return OwnResult::One(value.map(|value| value.or_at([recorded.name.span.clone()])));
    };
    let column = ledger.reckoned_column(figure).map(|column| column.name.value.text());
    let is_unsaid = |column: &str| !met.is_empty() && met.iter().all(|item| item.cells.get(column).is_none());
    // There are items, and none says what the figure is made of.
    if column.is_some_and(is_unsaid) {
        return OwnResult::One(None);
    }
    OwnResult::Each(parts(reckoner, figure, by, &met, recorded))
}
