//! Which known word a mistyped one may have been meant to be.

/// Words less alike than this, of 1, are different words.
const ALIKE: f64 = 0.6;
/// A longer word, in bytes, is no slip of the finger.
const LONGEST: usize = 64;

/// The candidate that `word` may have been meant to be.
pub fn nearest<'c>(word: &str, mut candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    nearest_of(word, &mut candidates)
}

/// The same, once for candidates of all kinds.
fn nearest_of<'c>(word: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST {
        return None;
    }
    // So much longer or shorter a candidate is not alike; that is seen without a comparison.
    let far = |candidate: &str| candidate.len().abs_diff(word.len()) * 5 > candidate.len().max(word.len()) * 2;
    let rated = candidates
        .filter(|candidate| !far(candidate))
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate));
    let best = rated.max_by(|(left, _), (right, _)| left.total_cmp(right))?;
    (best.0 >= ALIKE).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["title", "text", "summary"];
        assert_eq!(nearest("titel", keys.into_iter()), Some("title"));
        assert_eq!(nearest("sumary", keys.into_iter()), Some("summary"));
        assert_eq!(nearest("window", keys.into_iter()), None);
    }
}
