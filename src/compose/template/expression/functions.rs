//! Functions of templates.

use tera::Value;

use super::call::Call;
use super::fault::{Result, whole_fault};
use super::spending::{ITEM, spend};

/// Whole numbers from `start` up to `end`, which is not among them.
pub(super) fn range(call: &Call) -> Result<Value> {
    let start = call.whole_argument("start")?.unwrap_or(0);
    let end = call.whole_argument("end")?.unwrap_or(0);
    let step = call.whole_argument("step_by")?.unwrap_or(1);
    let way = end.checked_sub(start).filter(|way| step != 0 && (*way >= 0 || step < 0));
    let Some(way) = way else {
        return Err(call.fault("range 的 start、end、step_by 不成一列数", "请核对名称和括号里的参数"));
    };
    let count = if (way < 0) == (step < 0) { way.unsigned_abs().div_ceil(step.unsigned_abs()) } else { 0 };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    spend(call.place, count.saturating_mul(ITEM))?;
    let numbers = std::iter::successors(Some(start), |number| number.checked_add(step));
    Ok(numbers.take(count).map(Value::from).collect::<Vec<_>>().into())
}

/// Ends the filling with a message of the template's own.
pub(super) fn throw(call: &Call) -> Result<Value> {
    let message = call.words_argument("message")?.unwrap_or_default();
    Err(whole_fault(call.place, format!("模板说：{}", message.plain), "请核对记录，或改模板里的这一处"))
}
