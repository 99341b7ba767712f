//! The functions that the engine calls for the values of expressions.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::evaluator::{Evaluator, turns};
use super::fault::{Fault, Result, fault};
use super::operators::printed;
use super::reader::{Expression, Expressions, Purpose, function_name};
use super::rounding::Roundings;
use super::spending::spend;
use super::value::{Plain, is_true};
use super::workings;
use crate::compose::fields::Fields;
use crate::compose::mark;

thread_local! {
    /// The office's rules, for the template that is being filled in this thread.
    static ROUNDINGS: Cell<Option<Roundings>> = const { Cell::new(None) };
    /// What ended the filling.
    static FAULT: RefCell<Option<Fault>> = const { RefCell::new(None) };
}

/// Before each filling.
pub(in crate::compose::template) fn start(roundings: Roundings) {
    ROUNDINGS.set(Some(roundings));
    FAULT.take();
    workings::start();
}

/// What ended the filling, if that was an expression.
pub(in crate::compose::template) fn last_fault() -> Option<Fault> {
    FAULT.take()
}

/// Makes the functions known that stand for a template's expressions.
pub(in crate::compose::template) fn register(tera: &mut Tera, expressions: &Arc<Expressions>) {
    for number in 0..expressions.all.len() {
        let expressions = Arc::clone(expressions);
        tera.register_function(function_name(number), move |_: Kwargs, state: &State| {
            call(&expressions, number, state)
        });
    }
}

fn call(expressions: &Expressions, number: usize, state: &State) -> TeraResult<Value> {
    let Some(expression) = expressions.all.get(number) else { return Ok(Value::undefined()) };
    let mut evaluator = Evaluator::new(state, ROUNDINGS.get().unwrap_or_default());
    value(&mut evaluator, expression).map_err(|fault| {
        FAULT.set(Some(fault));
        // Nobody reads this: the fault itself is told.
        Error::message("算不出来")
    })
}

fn value<'e>(evaluator: &mut Evaluator<'e>, Expression { node, purpose }: &'e Expression) -> Result<Value> {
    let value = evaluator.value(node)?;
    match purpose {
        Purpose::Print => {
            if is_printed(&value) {
                return Ok(value);
            }
            if value.is_undefined() || value.is_none() {
                return Err(evaluator.missing(node));
            }
            printed(&node.place, Plain::of(&value))?;
            Ok(value)
        }
        Purpose::Ask => Ok(is_true(&value).into()),
        Purpose::Keep => {
            let depth = depth(&value, node)?;
            if depth > MOST_DEPTH {
                return Err(fault(
                    &node.place,
                    "列表里套的列表太多层",
                    "请核对 {% set … %}，看是不是把列表一再装进自己",
                ));
            }
            Ok(value)
        }
        Purpose::Spread => Fields::of(&value).map(Fields::as_arguments).ok_or_else(|| {
            let reason = format!("... 后面要是一组字段，这是{}", Plain::of(&value).kind());
            fault(&node.place, reason, "去掉 ...")
        }),
        Purpose::GoThrough { with_keys } => {
            if value.as_array().is_some() && !with_keys {
                return Ok(value);
            }
            let mut items = Vec::new();
            for (key, item) in turns(&value, *with_keys, node)? {
                items.push(match key {
                    Some(key) if *with_keys => vec![key, item].into(),
                    _ => item,
                });
            }
            Ok(items.into())
        }
    }
}

/// Whether a value is printed as the engine has it: a text, or a number whose digits end.
fn is_printed(value: &Value) -> bool {
    match value.as_str() {
        Some(text) => value.is_safe() || !text.ends_with(mark::CLOSE) || !has_no_digits(text),
        None => value.as_i128().is_some(),
    }
}

/// Whether nothing stands between a value's marks: so numbers without end are kept.
fn has_no_digits(marked: &str) -> bool {
    marked.strip_suffix(mark::CLOSE).is_some_and(|open| open.ends_with(mark::TEXT) && open.contains(mark::NUMBER))
}

/// So deep may what a template keeps hold lists within lists.
const MOST_DEPTH: usize = 16;

/// How many lists and groups of fields lie within one another, up to one more than may.
fn depth(value: &Value, node: &super::tree::Node) -> Result<usize> {
    depth_below(value, node, MOST_DEPTH + 1)
}

fn depth_below(value: &Value, node: &super::tree::Node, most: usize) -> Result<usize> {
    let mut deepest = 0;
    let items = value.as_array().unwrap_or_default().iter();
    let fields = value.as_map().into_iter().flat_map(|map| map.values());
    if most == 0 || value.as_array().is_none() && value.as_map().is_none() {
        return Ok(0);
    }
    for inner in items.chain(fields) {
        spend(&node.place, 1)?;
        deepest = deepest.max(depth_below(inner, node, most - 1)?);
    }
    Ok(deepest + 1)
}
