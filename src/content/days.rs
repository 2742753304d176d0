//! Days that somebody wrote in words where a number belongs, such as `2 weeks before`.

/// The unit of days that are counted from one that the reader names.
pub(super) const DAYS: &str = "days";

/// How such days are counted.
pub(super) const COUNTED_DAYS_HELP: &str =
    "count the days from the day itself, which is 0: the day before it is -1. The reader names its date with `D`.";

/// What people count in, and how many days one is.
const UNITS: [(&str, i64); 4] = [("day", 1), (DAYS, 1), ("week", 7), ("weeks", 7)];

/// The number that is meant: below 0 before the day from which they are counted.
pub(super) fn days_in(words: &str) -> Option<i64> {
    let mut words = words.split_whitespace();
    let number: i64 = words.next()?.parse().ok()?;
    let unit = words.next()?;
    let (_, days) = UNITS.iter().find(|(name, _)| *name == unit)?;
    let days = number.checked_mul(*days)?;
    match words.next() {
        None | Some("after") => Some(days),
        Some("before") => Some(-days.checked_abs()?),
        Some(_) => None,
    }
}
