//! The arithmetic of all figures (F28): 64-bit floats, sums in a fixed order of members, a tolerance at thresholds, no
//! rounding.

use crate::persian::numbers::SLACK;

use super::Average;

/// Returns whether a value is above a threshold by more than the tolerance.
pub fn exceeds(value: f64, threshold: f64) -> bool {
    value > threshold + SLACK
}

/// Returns whether a value is at least a threshold, with the tolerance.
pub fn reaches(value: f64, threshold: f64) -> bool {
    value >= threshold - SLACK
}

/// Returns `100 · part / whole`, or `None` if the whole is 0. Both are sums of the same weights, and `part` is at most `whole`.
pub(super) fn percent_of(part: f64, whole: f64) -> Option<f64> {
    // If all members count, the result must be exactly 100, without the division's rounding error.
    let percent = if part < whole { 100.0 * part / whole } else { 100.0 };
    (whole > 0.0 && whole.is_finite()).then_some(percent.min(100.0))
}

/// Returns the sum of weights. `Iterator::sum` would return −0 for an empty iterator, which would be printed.
pub(super) fn total(weights: impl Iterator<Item = f64>) -> f64 {
    weights.fold(0.0, |sum, weight| sum + weight)
}

/// Returns a share 0–1, or `None` if the whole is 0.
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Returns `Σ w·x / Σ w` for figures from −100 to 100, or `None` without weight.
///
/// The exact result cannot leave that range, but rounding could by the last bit, so the quotient is clamped.
pub(super) fn weighted_mean(sum: f64, weight: f64) -> Option<f64> {
    let mean = sum / weight;
    (weight > 0.0 && mean.is_finite()).then(|| mean.clamp(-100.0, 100.0))
}

/// Accumulates a weighted average (F20).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weighing {
    sum: f64,
    weight: f64,
    count: usize,
}

impl Weighing {
    pub(super) fn add(&mut self, weight: f64, figure: f64) {
        self.sum += weight * figure;
        self.weight += weight;
        self.count += 1;
    }

    pub(super) fn average(self) -> Average {
        Average { value: weighted_mean(self.sum, self.weight), count: self.count, weight: self.weight }
    }
}
