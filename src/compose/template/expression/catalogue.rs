//! All filters, tests and functions that templates have, with what may stand in their brackets.

use tera::Value;

use super::arithmetic;
use super::call::Call;
use super::changes;
use super::date_filters;
use super::fault::Result;
use super::functions;
use super::list_filters;
use super::number_filters;
use super::text_filters;
use super::value_tests;

/// `name=…` in brackets.
#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) is_needed: bool,
}

const fn needed(name: &'static str) -> Parameter {
    Parameter { name, is_needed: true }
}

const fn may(name: &'static str) -> Parameter {
    Parameter { name, is_needed: false }
}

/// Something that has a name and parameters, and gives a `T`.
#[derive(Debug)]
pub(super) struct Named<T> {
    pub(super) name: &'static str,
    pub(super) parameters: &'static [Parameter],
    pub(super) run: fn(&Call) -> Result<T>,
}

pub(super) type Filter = Named<Value>;
pub(super) type Function = Named<Value>;
pub(super) type Test = Named<bool>;

const fn named<T>(name: &'static str, parameters: &'static [Parameter], run: fn(&Call) -> Result<T>) -> Named<T> {
    Named { name, parameters, run }
}

const PATTERN: &[Parameter] = &[may("pat")];
const ROUNDING: &[Parameter] = &[may("precision"), may("method"), may("zeros")];

pub(super) static FILTERS: &[Filter] = &[
    // The field's own.
    named("neighbours", &[needed("by")], list_filters::neighbours),
    named("alike", &[needed("by")], list_filters::alike),
    named("pluck", &[needed("key"), may("default")], list_filters::pluck),
    named("full_date", &[], date_filters::full_date),
    named("year", &[], date_filters::year),
    named("before_number", &[], text_filters::before_number),
    named("sentence", &[], text_filters::sentence),
    named("clause", &[], text_filters::clause),
    named("sum", &[may("key"), may("default"), may("skip")], arithmetic::sum),
    named("mean", &[may("key"), may("default"), may("skip"), may("precision"), may("method")], arithmetic::mean),
    named("share", &[needed("of"), may("precision"), may("method")], changes::share),
    named("difference", &[needed("from")], arithmetic::difference),
    named("change", &[needed("from"), may("unit"), may("up"), may("down"), may("same")], changes::change),
    named(
        "change_percent",
        &[needed("from"), may("up"), may("down"), may("same"), may("zero"), may("precision"), may("method")],
        changes::change_percent,
    ),
    named("in_wan", ROUNDING, arithmetic::in_wan),
    // The engine's, over texts.
    named("safe", &[], text_filters::safe),
    named("escape", &[], text_filters::escape),
    named("escape_html", &[], text_filters::escape_markup),
    named("escape_xml", &[], text_filters::escape_markup),
    named("str", &[], text_filters::str),
    named("upper", &[], text_filters::upper),
    named("lower", &[], text_filters::lower),
    named("capitalize", &[], text_filters::capitalize),
    named("title", &[], text_filters::title),
    named("wordcount", &[], text_filters::wordcount),
    named("trim", PATTERN, text_filters::trim),
    named("trim_start", PATTERN, text_filters::trim_start),
    named("trim_end", PATTERN, text_filters::trim_end),
    named("truncate", &[needed("length"), may("end")], text_filters::truncate),
    named("replace", &[needed("from"), needed("to")], text_filters::replace),
    named("split", &[needed("pat")], text_filters::split),
    named("pluralize", &[may("singular"), may("plural")], text_filters::pluralize),
    named("indent", &[may("width"), may("indentation"), may("first"), may("blank")], text_filters::indent),
    named("newlines_to_br", &[], text_filters::newlines_to_br),
    // Over numbers.
    named("int", &[may("base")], number_filters::int),
    named("float", &[], number_filters::float),
    named("abs", &[], number_filters::abs),
    named("round", ROUNDING, number_filters::round),
    // Over lists and groups of fields.
    named("default", &[needed("value"), may("boolean")], list_filters::default),
    named("length", &[], list_filters::length),
    named("reverse", &[], list_filters::reverse),
    named("first", &[], list_filters::first),
    named("last", &[], list_filters::last),
    named("nth", &[needed("n")], list_filters::nth),
    named("join", &[may("sep")], list_filters::join),
    named("sort", &[may("attribute")], list_filters::sort),
    named("unique", &[], list_filters::unique),
    named("get", &[needed("key"), may("default")], list_filters::get),
    named("values", &[], list_filters::values),
    named("keys", &[], list_filters::keys),
    named("pairs", &[], list_filters::pairs),
    named("group_by", &[needed("attribute")], list_filters::group_by),
];

pub(super) static TESTS: &[Test] = &[
    named("ends_sentence", &[], value_tests::ends_sentence),
    named("string", &[], value_tests::is_string),
    named("number", &[], value_tests::is_number),
    named("map", &[], value_tests::is_map),
    named("bool", &[], value_tests::is_bool),
    named("array", &[], value_tests::is_array),
    named("integer", &[], value_tests::is_integer),
    named("float", &[], value_tests::is_float),
    named("none", &[], value_tests::is_undefined),
    named("iterable", &[], value_tests::is_iterable),
    named("defined", &[], value_tests::is_defined),
    named("undefined", &[], value_tests::is_undefined),
    named("odd", &[], value_tests::is_odd),
    named("even", &[], value_tests::is_even),
    named("divisible_by", &[needed("divisor")], value_tests::is_divisible_by),
    named("starting_with", &[needed("pat")], value_tests::is_starting_with),
    named("ending_with", &[needed("pat")], value_tests::is_ending_with),
    named("containing", &[needed("pat")], value_tests::is_containing),
];

pub(super) static FUNCTIONS: &[Function] = &[
    named("range", &[may("start"), needed("end"), may("step_by")], functions::range),
    named("throw", &[needed("message")], functions::throw),
];

/// The names of all filters, tests and functions.
pub(in crate::compose::template) fn names() -> [Vec<&'static str>; 3] {
    [names_of(FILTERS), names_of(TESTS), names_of(FUNCTIONS)]
}

fn names_of<T>(all: &[Named<T>]) -> Vec<&'static str> {
    all.iter().map(|named| named.name).collect()
}

/// The parameters of the one of that name.
pub(super) fn parameters_of<T>(all: &'static [Named<T>], name: &str) -> Option<&'static [Parameter]> {
    find(all, name).map(|found| found.parameters)
}

/// The one of that name.
pub(super) fn find<T>(all: &'static [Named<T>], name: &str) -> Option<&'static Named<T>> {
    all.iter().find(|known| known.name == name)
}
