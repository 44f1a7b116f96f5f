//! Weights: what a learned model gives each label when a feature is seen, in a table small enough
//! to ship and quick enough to look into for every word.

/// The weights of features, `N` labels each.
///
/// A feature is known by a 32-bit key alone: its words are not kept. Two of the some hundred
/// thousand features may share a key; learning has then met the same clash.
#[derive(Clone, Debug)]
pub struct Weights<const N: usize> {
    // Open addressing in a power of two of slots, less than two in three taken: for each the key, 0
    // where it is free, and the place of its weights. Most features of a text have none, so that
    // what they read of memory is kept small.
    slots: Vec<(u32, u32)>,
    weights: Vec<[i8; N]>,
}

/// One feature's weights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row<const N: usize> {
    /// The feature. Never 0: that marks a free slot.
    pub key: u32,
    /// What each label gets.
    pub weights: [i8; N],
}

/// The key of a feature: the number of its template and up to two values.
pub fn key(template: u32, a: u32, b: u32) -> u32 {
    // The constants are those of xxHash's avalanche: each bit of the values moves each of the key.
    let mut x = (u64::from(a) << 32 | u64::from(b))
        ^ u64::from(template).wrapping_mul(0x9e37_79b1_85eb_ca87);
    x = x.wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    x ^= x >> 29;
    x = x.wrapping_mul(0x1656_67b1_9e37_79f9);
    high(x).max(1)
}

/// A number for a word's bytes, the same on every machine (FNV-1a, 32 bits).
pub fn hash(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes
        .into_iter()
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn high(x: u64) -> u32 {
    (x >> 32) as u32
}

impl<const N: usize> Weights<N> {
    /// The table that [`write()`] gave its bytes for. Bytes that are cut short give the rows before
    /// the cut.
    pub fn read(bytes: &[u8]) -> Weights<N> {
        let mut reader = Reader { bytes };
        let n_rows = reader.number().unwrap_or(0).min(1 << 24);
        let n_slots = (n_rows as usize * 3 / 2 + 2).next_power_of_two();
        let mut table = Weights { slots: vec![(0, 0); n_slots], weights: Vec::new() };
        let mut key = 0_u32;
        for place in 0..n_rows {
            let Some(row) = reader.row(key) else { break };
            key = row.key;
            let slot = table.slot(key);
            table.slots[slot] = (key, place);
            table.weights.push(row.weights);
        }
        table
    }

    /// The weights of a feature, if it has any.
    pub fn get(&self, key: u32) -> Option<&[i8; N]> {
        let (held, place) = *self.slots.get(self.slot(key))?;
        if held == key { self.weights.get(place as usize) } else { None }
    }

    /// Adds a feature's weights to the scores of the labels.
    pub fn add(&self, key: u32, scores: &mut [i16; N]) {
        if let Some(weights) = self.get(key) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += i16::from(*weight);
            }
        }
    }

    /// Where the feature is, or the free slot where it would be.
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }
}

/// The bytes of a table, for [`Weights::read`].
///
/// The number of rows, then the rows in order of their keys: the step from the key before, a bit
/// for each label that has a weight, and those weights. Numbers take seven bits a byte, the lowest
/// first, and the eighth says that more follow.
pub fn write<const N: usize>(rows: &[Row<N>]) -> Vec<u8> {
    let mut rows: Vec<Row<N>> =
        rows.iter().filter(|it| it.key > 0 && it.weights != [0; N]).copied().collect();
    rows.sort_unstable_by_key(|it| it.key);
    rows.dedup_by_key(|it| it.key);
    let mut bytes = Vec::new();
    push_number(&mut bytes, u32::try_from(rows.len()).unwrap_or(u32::MAX));
    let mut before = 0;
    for row in rows {
        push_number(&mut bytes, row.key - before);
        before = row.key;
        let bits = row.weights.iter().enumerate().filter(|it| *it.1 != 0);
        push_number(&mut bytes, bits.fold(0, |bits, it| bits | 1 << it.0));
        bytes.extend(row.weights.iter().filter(|it| **it != 0).map(|it| it.cast_unsigned()));
    }
    bytes
}

fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low & 0x7f);
            return;
        }
        bytes.push(low | 0x80);
    }
}

/// Reads from the front of some bytes.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Some(number)
    }

    fn row<const N: usize>(&mut self, before: u32) -> Option<Row<N>> {
        let key = before.checked_add(self.number()?)?;
        let bits = self.number()?;
        let mut weights = [0; N];
        for (at, weight) in weights.iter_mut().enumerate() {
            if bits >> at & 1 == 1 {
                *weight = self.byte()?.cast_signed();
            }
        }
        Some(Row { key, weights })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [Row<3>; 3] = [
        Row { key: 70_000, weights: [0, -128, 4] },
        Row { key: 1, weights: [1, 0, 0] },
        Row { key: u32::MAX, weights: [0, 0, 127] },
    ];

    #[test]
    fn a_table_reads_back_as_it_was_written() {
        let table = Weights::<3>::read(&write(&ROWS));
        for row in ROWS {
            assert_eq!(table.get(row.key), Some(&row.weights));
        }
        assert_eq!(table.get(2), None);
    }

    #[test]
    fn bytes_that_are_cut_short_give_the_rows_before_the_cut() {
        let bytes = write(&ROWS);
        let table = Weights::<3>::read(&bytes[..bytes.len() - 1]);
        assert_eq!(table.get(70_000), Some(&ROWS[0].weights));
        assert_eq!(table.get(u32::MAX), None);
        assert_eq!(Weights::<3>::read(&[]).get(1), None);
    }
}
