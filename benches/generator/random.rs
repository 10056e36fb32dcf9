//! A small random generator (SplitMix64) that gives the same corpus on every machine.

/// A stream of pseudorandom numbers.
pub(crate) struct Random(u64);

impl Random {
    /// Creates the stream of one record. Separate streams let a larger corpus begin with the records of a smaller one.
    pub(crate) fn of(kind: &str, index: usize) -> Self {
        let seed = kind.bytes().fold(0x6b61_726e_616d_6568, |seed: u64, byte| {
            (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut random = Self(seed.wrapping_add(index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number from `low` to `high` inclusive, or `low` if the range is empty.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        let span = high.saturating_sub(low) as u64 + 1;
        low + usize::try_from(self.next() % span).unwrap_or(0)
    }

    /// Returns `true` with the given probability in percent.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.between(0, 99) < percent
    }

    /// Returns one of the values.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.between(0, from.len() - 1)]
    }
}
