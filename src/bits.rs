//! A set of clause numbers as a bitmap, so that facets are AND and popcount.

/// A set of numbers below a length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set, with room for numbers below `length`.
    pub fn none(length: usize) -> Self {
        Bits { words: vec![0; length.div_ceil(64)] }
    }

    /// All numbers below `length`.
    pub fn all(length: usize) -> Self {
        let mut bits = Bits { words: vec![u64::MAX; length.div_ceil(64)] };
        if let (Some(last), rest @ 1..) = (bits.words.last_mut(), length % 64) {
            *last = (1 << rest) - 1;
        }
        bits
    }

    /// The set with these words, lowest numbers first.
    pub fn from_words(words: &[u64]) -> Self {
        Bits { words: words.to_vec() }
    }

    /// Puts a number in. Numbers past the length are left out.
    pub fn insert(&mut self, n: usize) {
        if let Some(word) = self.words.get_mut(n / 64) {
            *word |= 1 << (n % 64);
        }
    }

    /// Takes a number out.
    pub fn remove(&mut self, n: usize) {
        if let Some(word) = self.words.get_mut(n / 64) {
            *word &= !(1 << (n % 64));
        }
    }

    /// Whether the number is in.
    pub fn contains(&self, n: usize) -> bool {
        self.words.get(n / 64).is_some_and(|word| word & (1 << (n % 64)) != 0)
    }

    /// How many numbers are in.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many numbers are in both, without making the set.
    pub fn count_with(&self, other: &Bits) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Whether no number is in.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what is in these words too.
    pub fn keep_words(&mut self, words: &[u64]) {
        self.words.iter_mut().zip(words).for_each(|(a, b)| *a &= b);
    }

    /// Keeps what is in the other too.
    pub fn keep(&mut self, other: &Bits) {
        self.keep_words(&other.words);
    }

    /// Takes out what is in the other.
    pub fn drop(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
    }

    /// Puts in what is in the other.
    pub fn add(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// The numbers, rising.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(n, word)| Ones(*word).map(move |bit| n * 64 + bit))
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}

struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (bit < 64).then_some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn all_ends_at_the_length() {
        for length in [0, 1, 63, 64, 65, 77, 128] {
            let all = Bits::all(length);
            assert_eq!((all.count(), all.iter().count()), (length, length));
            assert_eq!(all.iter().last(), length.checked_sub(1));
        }
    }

    #[test]
    fn sets_combine() {
        let mut a = Bits::none(77);
        [3, 64, 76].into_iter().for_each(|n| a.insert(n));
        let mut b = Bits::none(77);
        [3, 5, 76].into_iter().for_each(|n| b.insert(n));
        assert_eq!(a.count_with(&b), 2);
        let mut kept = a.clone();
        kept.keep(&b);
        assert_eq!(kept.iter().collect::<Vec<_>>(), [3, 76]);
        let mut left = a.clone();
        left.drop(&b);
        assert_eq!(left.iter().collect::<Vec<_>>(), [64]);
        a.add(&b);
        assert_eq!(a.iter().collect::<Vec<_>>(), [3, 5, 64, 76]);
    }
}
