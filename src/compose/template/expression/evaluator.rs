//! What an expression comes to while a template is filled.

use tera::{State, Value};

use super::access::{self, Bounds};
use super::call::Call;
use super::catalogue::Named;
use super::fault::{Result, fault, nothing_here, whole_fault};
use super::operators::Sides;
use super::rounding::Roundings;
use super::spending::{ITEM, spend};
use super::tree::{Access, Argument, Choice, Comprehension, Entry, MapEntry, Node, Operator, Slice, What};
use super::value::{Number, Plain, is_true, made_from, plain_name};
use crate::compose::fields::{Fields, in_order};
use crate::compose::mark;
use crate::compose::template::budget;
use crate::compose::template::error_words::{field_fix, variable_fix};
use crate::compose::variables::{TOP, built_in_fields};

/// Evaluates expressions where the engine has come to in a template.
pub(super) struct Evaluator<'e> {
    state: &'e State<'e>,
    roundings: Roundings,
    /// What comprehensions bring, the inner ones last.
    locals: Vec<(&'e str, Value)>,
}

impl<'e> Evaluator<'e> {
    pub(super) fn new(state: &'e State<'e>, roundings: Roundings) -> Self {
        Self { state, roundings, locals: Vec::new() }
    }

    pub(super) fn value(&mut self, node: &'e Node) -> Result<Value> {
        match &node.what {
            What::Literal(value) => Ok(value.clone()),
            What::Name(name) => Ok(self.named(name)),
            What::Loop(name) => self.of_loop(name, node),
            What::Field(of, name, access) => self.field(of, name, *access),
            What::Item(of, at, access) => self.item(of, at, *access),
            What::Slice(slice) => self.slice(slice, node),
            What::List(entries) => self.list(entries, node),
            What::Map(entries) => self.map(entries),
            What::Comprehension(comprehension) => self.comprehension(comprehension, node),
            What::Not(of) => Ok((!is_true(&self.value(of)?)).into()),
            What::Negative(of) => self.negative(of),
            What::And(left, right) => self.and(left, right),
            What::Or(left, right) => self.or(left, right),
            What::Binary(operator, left, right) => self.binary(*operator, left, right, node),
            What::Choice(choice) => self.choice(choice),
            What::Filter(filter, of, arguments) => self.filter(filter, of, arguments, node),
            What::Test(test, of, arguments) => self.test(test, of, arguments, node),
            What::Function(function, arguments) => self.call(function, &Value::undefined(), arguments, node),
        }
    }

    fn named(&self, name: &str) -> Value {
        if let Some((_, value)) = self.locals.iter().rev().find(|(local, _)| *local == name) {
            return value.clone();
        }
        self.state.get::<Value>(name).ok().flatten().unwrap_or_else(Value::undefined)
    }

    fn of_loop(&self, name: &str, node: &Node) -> Result<Value> {
        let value = self.state.get::<Value>(name).ok().flatten();
        value.ok_or_else(|| whole_fault(&node.place, "这里没有循环，loop 没有内容", "loop 只写在 {% for … %} 里面"))
    }

    fn field(&mut self, of: &'e Node, name: &str, access: Access) -> Result<Value> {
        let value = self.part_of(of, access)?;
        Ok(Fields::of(&value).and_then(|fields| fields.named(name)).cloned().unwrap_or_else(Value::undefined))
    }

    /// What is asked for a part of it: it has to be there, unless `access` says otherwise.
    fn part_of(&mut self, of: &'e Node, access: Access) -> Result<Value> {
        let value = self.value(of)?;
        if access == Access::Plain && (value.is_undefined() || value.is_none()) {
            return Err(self.missing(of));
        }
        Ok(value)
    }

    /// That what a node names is not there.
    pub(super) fn missing(&mut self, node: &'e Node) -> super::fault::Fault {
        match &node.what {
            What::Name(name) => {
                let known: Vec<&str> = built_in_fields(TOP).iter().map(|known| known.name).collect();
                whole_fault(&node.place, format!("没有「{name}」这项内容"), variable_fix(name, &known))
            }
            What::Field(of, name, _) => {
                let owner = self.value(of).unwrap_or_else(|_| Value::undefined());
                let fields = Fields::of(&owner).map(Fields::entries).unwrap_or_default();
                let mut known: Vec<String> = fields.iter().map(|(key, _)| plain_name(key)).collect();
                known.sort_unstable();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let place = node.place.end - name.len()..node.place.end;
                whole_fault(&place, format!("没有「{name}」这个字段"), field_fix(name, &known))
            }
            _ => nothing_here(&node.place),
        }
    }

    fn item(&mut self, of: &'e Node, at: &'e Node, access: Access) -> Result<Value> {
        let value = self.part_of(of, access)?;
        if value.is_undefined() || value.is_none() {
            return Ok(value);
        }
        let wanted = self.value(at)?;
        if matches!(Plain::of(&wanted), Plain::Absent) {
            return Err(self.missing(at));
        }
        Ok(access::item(&value, &wanted, &at.place)?.unwrap_or_else(Value::undefined))
    }

    fn slice(&mut self, slice: &'e Slice, node: &Node) -> Result<Value> {
        let value = self.part_of(&slice.of, slice.access)?;
        if value.is_undefined() || value.is_none() {
            return Ok(value);
        }
        let mut bounds = Bounds::default();
        let sides = [(&slice.start, &mut bounds.start), (&slice.end, &mut bounds.end), (&slice.step, &mut bounds.step)];
        for (side, bound) in sides {
            if let Some(side) = side {
                *bound = Some(self.whole(side)?);
            }
        }
        let cut = access::slice(&value, &bounds, &node.place)?;
        made(cut, node)
    }

    fn whole(&mut self, node: &'e Node) -> Result<i128> {
        let value = self.value(node)?;
        let number = match Plain::of(&value) {
            Plain::Number(number) => number.exact.as_whole(),
            _ => None,
        };
        number.ok_or_else(|| fault(&node.place, "从第几项到第几项要写整数", "例如 [0:2]"))
    }

    fn list(&mut self, entries: &'e [Entry], node: &Node) -> Result<Value> {
        let mut list = Vec::with_capacity(entries.len());
        for entry in entries {
            let value = self.value(&entry.node)?;
            if !entry.is_spread {
                list.push(value);
                continue;
            }
            let Some(items) = value.as_array() else {
                let kind = Plain::of(&value).kind();
                return Err(fault(&entry.node.place, format!("... 后面要是列表，这是{kind}"), "去掉 ..."));
            };
            list.extend_from_slice(items);
        }
        made(list.into(), node)
    }

    fn map(&mut self, entries: &'e [MapEntry]) -> Result<Value> {
        let mut fields = Vec::with_capacity(entries.len());
        for entry in entries {
            match entry {
                MapEntry::Field(key, node) => fields.push((key.clone(), self.value(node)?)),
                MapEntry::Spread(node) => {
                    let value = self.value(node)?;
                    let Some(spread) = Fields::of(&value) else {
                        let kind = Plain::of(&value).kind();
                        return Err(fault(&node.place, format!("... 后面要是一组字段，这是{kind}"), "去掉 ..."));
                    };
                    spend(&node.place, spread.len() * ITEM)?;
                    for (key, value) in spread.entries() {
                        fields.push((plain_name(&key).into(), value.clone()));
                    }
                }
            }
        }
        Ok(in_order(fields))
    }

    fn comprehension(&mut self, comprehension: &'e Comprehension, node: &Node) -> Result<Value> {
        let Comprehension { item, key, name, of, condition } = comprehension;
        let through = self.value(of)?;
        let turns = turns(&through, key.is_some(), of)?;
        let mut made = Vec::new();
        let before = self.locals.len();
        for (key_value, value) in turns {
            spend(&node.place, budget::TURN + node.place.len())?;
            if let Some(key) = key {
                self.locals.push((key, key_value.unwrap_or_else(Value::undefined)));
            }
            self.locals.push((name, value));
            let is_kept = match condition {
                Some(condition) => is_true(&self.value(condition)?),
                None => true,
            };
            if is_kept {
                made.push(self.value(item)?);
            }
            self.locals.truncate(before);
        }
        Ok(made.into())
    }

    fn negative(&mut self, of: &'e Node) -> Result<Value> {
        let value = self.value(of)?;
        match Plain::of(&value) {
            Plain::Number(number) => {
                let exact = number.exact.negated();
                let exact = exact.ok_or_else(|| fault(&of.place, "数太大", "请核对这里的数"))?;
                let origins = made_from(mark::COMPUTED, [number.origins.clone()]);
                Ok(Number { exact, origins, shown: None, ..number }.into_value())
            }
            Plain::Absent => Err(self.missing(of)),
            found => Err(fault(&of.place, format!("这是{}，前面不能加负号", found.kind()), "请核对这里的内容")),
        }
    }

    fn and(&mut self, left: &'e Node, right: &'e Node) -> Result<Value> {
        let value = self.value(left)?;
        if is_true(&value) { self.value(right) } else { Ok(value) }
    }

    fn or(&mut self, left: &'e Node, right: &'e Node) -> Result<Value> {
        let value = self.value(left)?;
        if is_true(&value) { Ok(value) } else { self.value(right) }
    }

    fn binary(&mut self, operator: Operator, left: &'e Node, right: &'e Node, node: &'e Node) -> Result<Value> {
        let (left_value, right_value) = (given(self.value(left)?, left)?, given(self.value(right)?, right)?);
        let sides = Sides { left: (left, left_value), right: (right, right_value), place: &node.place };
        made(sides.value(operator)?, node)
    }

    fn choice(&mut self, choice: &'e Choice) -> Result<Value> {
        let condition = self.value(&choice.condition)?;
        self.value(if is_true(&condition) { &choice.so } else { &choice.otherwise })
    }

    fn filter(
        &mut self,
        filter: &Named<Value>,
        of: &'e Node,
        arguments: &'e [Argument],
        node: &'e Node,
    ) -> Result<Value> {
        let value = given(self.value(of)?, of)?;
        let filtered = self.call(filter, &value, arguments, node)?;
        made(filtered, node)
    }

    fn test(&mut self, test: &Named<bool>, of: &'e Node, arguments: &'e [Argument], node: &'e Node) -> Result<Value> {
        let value = given(self.value(of)?, of)?;
        self.call(test, &value, arguments, node).map(Value::from)
    }

    fn call<T>(&mut self, named: &Named<T>, value: &Value, arguments: &'e [Argument], node: &Node) -> Result<T> {
        let mut values = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let value = self.value(&argument.value)?;
            if matches!(Plain::of(&value), Plain::Absent) && !matches!(argument.name.as_str(), "value" | "default") {
                return Err(self.missing(&argument.value));
            }
            values.push((argument.name.as_str(), value));
        }
        (named.run)(&Call { value, place: &node.words, arguments: &values, roundings: self.roundings })
    }
}

/// Counts what an operator or a filter is given.
fn given(value: Value, node: &Node) -> Result<Value> {
    spend(&node.place, size(&value))?;
    Ok(value)
}

/// Counts what an operator or a filter made.
fn made(value: Value, node: &Node) -> Result<Value> {
    let is_too_long = value.as_str().is_some_and(|text| text.len() > budget::LONGEST_TEXT);
    spend(&node.place, if is_too_long { usize::MAX } else { size(&value) })?;
    Ok(value)
}

/// What it takes to go through a value once.
fn size(value: &Value) -> usize {
    match (value.as_str(), value.as_array(), value.as_map()) {
        (Some(text), _, _) => text.len(),
        (_, Some(list), _) => list.len() * ITEM,
        (_, _, Some(map)) => map.len() * ITEM,
        _ => 0,
    }
}

/// What a loop goes through: the items of a list, the characters of a text, the fields of a map.
pub(super) fn turns(through: &Value, wants_keys: bool, of: &Node) -> Result<Vec<(Option<Value>, Value)>> {
    let plain = Plain::of(through);
    match plain {
        Plain::Map(map) => Ok(map.entries().into_iter().map(|(key, value)| (Some(key), value.clone())).collect()),
        Plain::Absent => Err(fault(&of.place, "这里没有内容，不能逐项取", super::fault::ASK_FIRST)),
        plain if wants_keys => {
            let reason = format!("这是{}，没有名称和内容两样可取", plain.kind());
            Err(fault(&of.place, reason, "写成 {% for a in … %}"))
        }
        Plain::List(list) => Ok(list.iter().map(|item| (None, item.clone())).collect()),
        Plain::Text(text) => Ok(text.characters().into_iter().map(|c| (None, c.into_value())).collect()),
        plain => Err(fault(&of.place, format!("这是{}，不能逐项取", plain.kind()), "in 后面要是列表")),
    }
}
