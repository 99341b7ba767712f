//! Numbers without rounding: a quotient of two whole numbers, so that a third stays a third until a template rounds it.

use std::cmp::Ordering;

/// A number, exactly: `numerator / denominator` in lowest terms, with a denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exact {
    numerator: i128,
    denominator: i128,
}

/// What happens to the digits behind the last one that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// 四舍五入, away from zero at the middle.
    HalfUp,
    /// 截断, towards zero.
    Truncate,
    Ceiling,
    Floor,
}

/// More decimals than any office prints, and as many as ten to that power leaves room for in 128 bits.
pub(super) const MOST_PLACES: u32 = 18;

impl Exact {
    pub(super) const ZERO: Self = Self { numerator: 0, denominator: 1 };

    pub(super) const fn whole(number: i128) -> Self {
        Self { numerator: number, denominator: 1 }
    }

    /// `None` where the divisor is zero, or the numbers are too large.
    fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 1 {
            return Some(Self::whole(numerator));
        }
        let divisor = i128::try_from(greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()));
        let divisor = divisor.ok().filter(|_| denominator != 0)?;
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        if denominator > 0 {
            return Some(Self { numerator, denominator });
        }
        Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
    }

    /// Digits, perhaps with a sign before them and a point among them; and how many decimals were written.
    pub(super) fn from_decimal(text: &str) -> Option<(Self, u32)> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let are_digits = digits.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit());
        let places = u32::try_from(decimals.len()).ok().filter(|places| *places <= MOST_PLACES)?;
        if digits.is_empty() || !are_digits {
            return None;
        }
        if places == 0 {
            return Some((Self::whole(whole.parse().ok()?), 0));
        }
        let numerator = format!("{whole}{decimals}").parse().ok()?;
        Some((Self::new(numerator, 10_i128.pow(places))?, places))
    }

    /// What [`Self::as_fraction`] wrote.
    pub(super) fn from_fraction(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/')?;
        Self::new(numerator.parse().ok()?, denominator.parse().ok()?)
    }

    pub(super) fn as_fraction(self) -> String {
        format!("{}/{}", self.numerator, self.denominator)
    }

    /// The number, if it is a whole one.
    pub(super) fn as_whole(self) -> Option<i128> {
        (self.denominator == 1).then_some(self.numerator)
    }

    pub(super) fn is_zero(self) -> bool {
        self.numerator == 0
    }

    pub(super) fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// As a decimal with at least so many places; `None` where its digits do not end, or are too many.
    pub(super) fn decimal(self, places: u32) -> Option<String> {
        let places = places.max(self.places()?);
        let scaled = self.numerator.checked_mul(10_i128.checked_pow(places)? / self.denominator)?;
        let mut text = format!("{:0>1$}", scaled.unsigned_abs(), places as usize + 1);
        if places > 0 {
            text.insert(text.len() - places as usize, '.');
        }
        if scaled < 0 {
            text.insert(0, '-');
        }
        Some(text)
    }

    /// How many decimals it has; `None` where they do not end.
    fn places(self) -> Option<u32> {
        let mut power = 1_i128;
        for places in 0..=MOST_PLACES {
            if power % self.denominator == 0 {
                return Some(places);
            }
            power *= 10;
        }
        None
    }

    /// The nearest number with so many decimals, in the direction of `cut`.
    pub(super) fn cut_to(self, places: u32, cut: Cut) -> Option<Self> {
        let power = 10_i128.checked_pow(places)?;
        let scaled = self.numerator.checked_mul(power)?;
        let floor = scaled.div_euclid(self.denominator);
        let rest = scaled.rem_euclid(self.denominator);
        let up = match cut {
            Cut::Floor => false,
            Cut::Ceiling => rest != 0,
            Cut::Truncate => rest != 0 && self.numerator < 0,
            Cut::HalfUp => match rest.cmp(&(self.denominator - rest)) {
                Ordering::Less => false,
                Ordering::Equal => self.numerator > 0,
                Ordering::Greater => true,
            },
        };
        Self::new(floor.checked_add(i128::from(up))?, power)
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Self::new(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated()?)
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::new(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    /// `None` where `other` is zero, too.
    pub(super) fn divided_by(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.denominator)?;
        Self::new(numerator, self.denominator.checked_mul(other.numerator)?)
    }

    pub(super) fn negated(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }

    pub(super) fn absolute(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_abs()?, ..self })
    }

    /// How often `other` goes into it, and what is left, which is never below zero.
    pub(super) fn divided_with_rest(self, other: Self) -> Option<(Self, Self)> {
        let quotient = self.divided_by(other)?;
        let whole = quotient.cut_to(0, if other.is_negative() { Cut::Ceiling } else { Cut::Floor })?;
        Some((whole, self.minus(whole.times(other)?)?))
    }

    /// To a whole power.
    pub(super) fn to_the_power(self, power: i128) -> Option<Self> {
        let times = u32::try_from(power.unsigned_abs()).ok()?;
        let (numerator, denominator) = (self.numerator.checked_pow(times)?, self.denominator.checked_pow(times)?);
        if power < 0 { Self::new(denominator, numerator) } else { Self::new(numerator, denominator) }
    }

    /// `None` where the numbers are too large to say.
    pub(super) fn compare(self, other: Self) -> Option<Ordering> {
        if self.denominator == other.denominator {
            return Some(self.numerator.cmp(&other.numerator));
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        Some(left.cmp(&other.numerator.checked_mul(self.denominator)?))
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::from_decimal(text).unwrap().0
    }

    #[test]
    fn nothing_is_lost_on_the_way() {
        let third = exact("1").divided_by(exact("3")).unwrap();
        assert_eq!(third.decimal(0), None);
        assert_eq!(third.times(exact("3")), Some(exact("1")));
        assert_eq!(exact("0.1").plus(exact("0.2")), Some(exact("0.3")));
        assert_eq!(exact("42565.00").decimal(2).as_deref(), Some("42565.00"));
        assert_eq!(exact("-0.05").decimal(0).as_deref(), Some("-0.05"));
        assert_eq!(Exact::from_fraction(&third.as_fraction()), Some(third));
    }

    #[test]
    fn digits_are_cut_as_told() {
        let cut = |text: &str, places, cut| exact(text).cut_to(places, cut).unwrap().decimal(places).unwrap();
        for (text, half_up, truncated, floor, ceiling) in [
            ("2.345", "2.35", "2.34", "2.34", "2.35"),
            ("-2.345", "-2.35", "-2.34", "-2.35", "-2.34"),
            ("2", "2.00", "2.00", "2.00", "2.00"),
            ("-2.344", "-2.34", "-2.34", "-2.35", "-2.34"),
        ] {
            let found = [Cut::HalfUp, Cut::Truncate, Cut::Floor, Cut::Ceiling].map(|how| cut(text, 2, how));
            assert_eq!(found, [half_up, truncated, floor, ceiling], "{text}");
        }
    }

    #[test]
    fn what_is_too_large_is_no_number() {
        let most = Exact::whole(i128::MAX);
        assert_eq!(most.plus(exact("1")), None);
        assert_eq!(most.times(exact("2")), None);
        assert_eq!(Exact::whole(i128::MIN).negated(), None);
        assert_eq!(exact("1").divided_by(Exact::ZERO), None);
        assert_eq!(exact("2").to_the_power(200), None);
        assert_eq!(exact("2").to_the_power(-1), Some(exact("0.5")));
        assert_eq!(Exact::from_decimal("1e5"), None);
        assert_eq!(Exact::from_decimal("١"), None);
    }

    #[test]
    fn rests_are_never_below_zero() {
        for (a, b, times, rest) in
            [("7", "2", 3, "1"), ("-7", "2", -4, "1"), ("7", "-2", -3, "1"), ("7.5", "2", 3, "1.5")]
        {
            assert_eq!(exact(a).divided_with_rest(exact(b)), Some((Exact::whole(times), exact(rest))), "{a} {b}");
        }
    }
}
