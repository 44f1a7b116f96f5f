//! A small table of counts by number, emptied in no time.

/// Sums by key, in open addressing; what an earlier round put in is seen as free.
#[derive(Clone, Debug)]
pub(super) struct Table {
    slots: Vec<(u32, u32, f32, u32)>,
    round: u32,
    n: usize,
}

impl Table {
    pub(super) fn new() -> Table {
        Table { slots: vec![(0, 0, 0.0, 0); 1 << 13], round: 0, n: 0 }
    }

    pub(super) fn clear(&mut self) {
        if self.round == u32::MAX {
            self.slots.fill((0, 0, 0.0, 0));
            self.round = 0;
        }
        self.round += 1;
        self.n = 0;
    }

    /// Adds to what stands under `key`. Before any round there is nothing: [`Table::clear`] first.
    pub(super) fn add(&mut self, key: u32, value: f32) {
        if 2 * self.n > self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        let round = self.round;
        let slot = &mut self.slots[at];
        if slot.0 != round {
            self.n += 1;
            *slot = (round, key, 0.0, 0);
        }
        slot.2 += value;
    }

    pub(super) fn get(&self, key: u32) -> f32 {
        let (round, _, value, _) = self.slots[self.slot(key)];
        if round == self.round { value } else { 0.0 }
    }

    /// Counts one more under `key` unless the last to count there was `by`, which is not 0.
    pub(super) fn count(&mut self, key: u32, by: u32) {
        self.add(key, 0.0);
        let at = self.slot(key);
        let slot = &mut self.slots[at];
        if slot.3 != by {
            slot.3 = by;
            slot.2 += 1.0;
        }
    }

    /// What was added, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, f32)> {
        self.slots.iter().filter(|it| it.0 == self.round).map(|it| (it.1, it.2))
    }

    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key.wrapping_mul(0x9e37_79b1) as usize >> 8 & mask;
        while self.slots[at].0 == self.round && self.slots[at].1 != key {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let all: Vec<(u32, f32)> = self.iter().collect();
        self.slots = vec![(0, 0, 0.0, 0); 2 * self.slots.len()];
        self.round = 1;
        self.n = 0;
        for (key, value) in all {
            self.add(key, value);
        }
    }
}
