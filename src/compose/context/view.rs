//! How records and figures are shown to templates: name, meaning and value of each variable, stated together.

use tera::{Map, Value};

use super::tracer::Tracer;
use crate::compose::fields::in_order;
use crate::record::Walk;
use crate::record::catalogue::{Content, Entry, Record, Shape, Sort};

/// What a variable stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compose) enum Kind {
    /// To be printed or asked for, without fields.
    Plain,
    /// With the fields of the view of that name.
    Map(&'static str),
    /// A list of such.
    List(&'static str),
    /// With fields that the office chooses, or of which nothing is known.
    Open,
}

/// A name that templates can ask for.
#[derive(Debug, Clone)]
pub(in crate::compose) struct Variable {
    pub(in crate::compose) name: &'static str,
    pub(in crate::compose) meaning: &'static str,
    pub(in crate::compose) kind: Kind,
    /// The keys of the record's fields that it prints in other words, where it is no field itself.
    pub(in crate::compose) of: &'static [&'static str],
}

/// What templates see of something.
#[derive(Debug)]
pub(in crate::compose) struct View {
    pub(in crate::compose) name: &'static str,
    pub(in crate::compose) title: &'static str,
    /// Of which records the fields are seen, each by its own name.
    pub(in crate::compose) records: Vec<Shape>,
    /// What is seen besides, or in the place of a field of that name.
    pub(in crate::compose) own: Vec<Variable>,
}

impl View {
    /// The variables of its records and its own.
    pub(in crate::compose) fn variables(&self) -> Vec<Variable> {
        let mut variables = Vec::new();
        for record in self.records.iter().filter_map(Shape::record) {
            variables.extend(variables_from_fields(record).into_iter().filter(|field| !self.has_own(field.name)));
        }
        variables.extend(self.own.iter().cloned());
        variables
    }

    fn has_own(&self, name: &str) -> bool {
        self.own.iter().any(|own| own.name == name)
    }
}

/// The variables that a record's fields are.
pub(in crate::compose) fn variables_from_fields(record: &Record) -> Vec<Variable> {
    let mut variables = Vec::new();
    for field in &record.fields {
        let Some(name) = field.variable else { continue };
        variables.push(Variable { name, meaning: field.meaning, kind: kind_of(&field.shape), of: &[] });
    }
    variables
}

fn kind_of(shape: &Shape) -> Kind {
    match shape {
        Shape::Record(record) if is_seen(record) => Kind::Map(record.name),
        Shape::List(item) => match &**item {
            Shape::Record(record) if is_seen(record) => Kind::List(record.name),
            _ => Kind::Open,
        },
        Shape::Table(..) | Shape::Either(..) => Kind::Open,
        Shape::Value(_) | Shape::Record(_) => Kind::Plain,
    }
}

/// Whether templates see the fields of a record; of a period, for one, they see the whole alone.
fn is_seen(record: &Record) -> bool {
    record.fields.iter().any(|field| field.variable.is_some())
}

/// States what templates see of something, as a method of [`Tracer`] and as a [`View`] of the same name:
///
/// ```text
/// view! {
///     /// 一件投诉
///     complaint(self, complaint: &Complaint) sees *complaint => Complaint {
///         /// 是否办结
///         "closed": Plain => complaint.status.value == Status::Closed,
///     }
/// }
/// ```
///
/// `"handler" of "转办": …` prints what the record has under 转办 in other words; there may be several keys.
///
/// `sees` names the records whose fields are seen by their own names. What the records do not have is left out, not empty:
/// to ask for it by `if` is fine, to print it is an error.
macro_rules! view {
    (
        $(#[doc = $title:literal])*
        $name:ident($this:ident $(, $argument:ident: $type:ty)* $(,)?)
        $(sees $($record:expr => $shape:ty),+)?
        { $( $(#[doc = $meaning:literal])* $variable:literal $(of $($field:literal)+)?: $kind:expr => $value:expr ),* $(,)? }
    ) => {
        impl $crate::compose::context::tracer::Tracer {
            pub(super) fn $name(&mut $this $(, $argument: $type)*) -> tera::Value {
                let own = vec![$( ($variable, tera::Value::from($value)) ),*];
                $this.show(&[$($(&$record as &dyn $crate::record::Walk),+)?], own)
            }
        }

        pub(in crate::compose) mod $name {
            #[allow(unused_imports, reason = "a view may have nothing of its own, or no record")]
            use super::*;
            #[allow(unused_imports, reason = "a view may have nothing of its own")]
            use $crate::compose::context::view::{Variable, View};

            pub(in crate::compose) fn view() -> View {
                View {
                    name: stringify!($name),
                    title: concat!($($title),*).trim_ascii(),
                    records: vec![$($(<$shape as $crate::record::Described>::shape()),+)?],
                    own: vec![$(
                        Variable {
                            name: $variable,
                            meaning: concat!($($meaning),*).trim_ascii(),
                            kind: $kind,
                            of: &[$($($field),+)?],
                        }
                    ),*],
                }
            }
        }
    };
}
pub(super) use view;

impl Tracer {
    /// The fields of `records`, and what is shown besides or in the place of some.
    pub(super) fn show(&mut self, records: &[&dyn Walk], own: Vec<(&'static str, Value)>) -> Value {
        let mut map = Map::with_capacity(own.len());
        for record in records {
            if let Content::Record(entries) = record.content() {
                map.reserve(entries.len());
                let others = entries.iter().filter(|entry| own.iter().all(|(name, _)| Some(*name) != entry.variable));
                self.put(others, &mut map);
            }
        }
        map.extend(own.into_iter().filter(|(_, value)| !value.is_none()).map(|(name, value)| (name.into(), value)));
        map.into()
    }

    fn put<'a>(&mut self, entries: impl Iterator<Item = &'a Entry<'a>>, map: &mut Map) {
        for entry in entries {
            let Some(name) = entry.variable else { continue };
            let value = self.shown(entry.value);
            if !value.is_none() {
                map.insert(name.into(), value);
            }
        }
    }

    /// A value as templates see it.
    pub(super) fn shown(&mut self, value: &dyn Walk) -> Value {
        match value.content() {
            Content::Absent => Value::none(),
            Content::Text(kind, text) if kind.is_prose() => self.prose(text),
            Content::Text(_, text) => self.text(text),
            Content::Truth(truth, _) => truth.into(),
            Content::Parsed(Sort::Date, date, span) => self.dates(date, None, span),
            Content::Parsed(sort, value, span) if sort.is_number() => self.number(value, span),
            Content::Word(value, span) | Content::Parsed(_, value, span) => self.one_line(value, span).into(),
            Content::Period(start, end, span) => self.dates(start, Some(end), span),
            Content::Record(_) => self.show(&[value], Vec::new()),
            Content::List(items) => items.into_iter().map(|item| self.shown(item)).collect::<Vec<_>>().into(),
            Content::Table(entries) => {
                let mut fields = Vec::with_capacity(entries.len());
                for (name, value) in entries {
                    fields.push((self.marked(&name.value, &name.span).into(), self.shown(value)));
                }
                in_order(fields)
            }
        }
    }
}
