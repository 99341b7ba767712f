//! Filters over dates.

use tera::Value;

use super::call::Call;
use super::fault::Result;
use super::text::Text;
use crate::compose::dates;

/// 2021年1月12日, whatever was said before.
pub(super) fn full_date(call: &Call) -> Result<Value> {
    let (day, origins) = call.day()?;
    Ok(Text::from_origins(&dates::full(day), origins).into_value())
}

/// 2021.
pub(super) fn year(call: &Call) -> Result<Value> {
    let (day, origins) = call.day()?;
    let exact = super::exact::Exact::whole(day.year().into());
    Ok(super::value::Number::new(exact, origins).into_value())
}
