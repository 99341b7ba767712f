//! The scale of a chart: round numbers from nothing to the largest figure.

/// About so many steps.
const STEPS: f64 = 5.0;

/// From `least` to `most` in equal steps; both are marks of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) least: f64,
    pub(super) most: f64,
    step: f64,
}

impl Scale {
    /// One with room for all of the figures and for 0.
    pub(super) fn of(figures: &[f64]) -> Self {
        let least = figures.iter().copied().fold(0.0, f64::min);
        let most = figures.iter().copied().fold(0.0, f64::max);
        let are_whole = figures.iter().all(|figure| figure.fract() == 0.0);
        let step = round(((most - least) / STEPS).max(f64::MIN_POSITIVE));
        let step = if are_whole || most - least <= 0.0 { step.max(1.0) } else { step };
        Self { least: (least / step).floor() * step, most: (most / step).ceil().max(1.0) * step, step }
    }

    /// Where a figure lies between its ends: 0 to 1.
    pub(super) fn share(&self, figure: f64) -> f64 {
        (figure - self.least) / (self.most - self.least)
    }

    /// Its marks, each with the number that stands at it.
    pub(super) fn marks(&self) -> Vec<(f64, String)> {
        let mut marks = Vec::new();
        let count = ((self.most - self.least) / self.step).round();
        let mut at = 0.0;
        while at <= count {
            let mark = self.least + at * self.step;
            marks.push((mark, self.number(mark)));
            at += 1.0;
        }
        marks
    }

    /// With as many digits behind its point as the steps have.
    fn number(&self, mark: f64) -> String {
        let mut decimals = 0;
        let mut step = self.step;
        while decimals < 6 && (step - step.round()).abs() > 1e-6 {
            step *= 10.0;
            decimals += 1;
        }
        let shown = format!("{mark:.decimals$}");
        if shown.trim_matches(['-', '0', '.']).is_empty() { "0".to_owned() } else { shown }
    }
}

/// The next of 1, 2, 5, 10, 20 … that is not smaller.
fn round(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let digits = step / power;
    let rounded = [1.0, 2.0, 5.0].into_iter().find(|round| digits <= *round + 1e-9).unwrap_or(10.0);
    rounded * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_have_round_marks_and_room_for_all_figures() {
        let marks = |figures: &[f64]| -> String {
            let marks = Scale::of(figures).marks();
            marks.into_iter().map(|(_, mark)| mark).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marks(&[13.0, 45.0]), "0 10 20 30 40 50");
        assert_eq!(marks(&[1.0, 3.0]), "0 1 2 3");
        assert_eq!(marks(&[0.0]), "0 1");
        assert_eq!(marks(&[]), "0 1");
        assert_eq!(marks(&[0.12, 0.4]), "0 0.1 0.2 0.3 0.4");
        assert_eq!(marks(&[-7.0, 12.0]), "-10 -5 0 5 10 15");
        assert_eq!(marks(&[99.5]), "0 20 40 60 80 100");
        assert_eq!(marks(&[1_234_567.0]), "0 500000 1000000 1500000");
        assert!((Scale::of(&[5.0, 10.0]).share(5.0) - 0.5).abs() < 1e-9);
    }
}
