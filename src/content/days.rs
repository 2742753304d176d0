//! Days that somebody wrote in words where a number belongs, such as `2 weeks before`.

/// The unit of days that are counted from one that the reader names.
pub(super) const DAYS: &str = "days";

/// How such days are counted.
pub(super) const COUNTED_DAYS_HELP: &str =
    "count the days from the day itself, which is 0: the day before it is -1. The reader names its date with `D`.";

/// What people count in, and how many days one is.
const UNITS: [(&str, i64); 4] = [("day", 1), (DAYS, 1), ("week", 7), ("weeks", 7)];

/// The way out for several days at a key that holds one.
pub(super) fn stretch_help((from, until): (&str, &str)) -> String {
    format!("write the two in keys of their own: `from = {from}` and `until = {until}`.")
}

/// The first and the last of several days, such as `1-6` or `-14 to -7`.
pub(super) fn stretch_in(words: &str) -> Option<(&str, &str)> {
    let is_number = |text: &str| text.parse::<i64>().is_ok();
    let stretch = |mark: &str| {
        // The first sign may be a minus.
        let at = words.get(1..)?.find(mark)? + 1;
        let (from, until) = (words[..at].trim(), words[at + mark.len()..].trim());
        (is_number(from) && is_number(until)).then_some((from, until))
    };
    ["..", " to ", "–", "-"].into_iter().find_map(stretch)
}

/// The number that is meant: below 0 before the day from which they are counted.
pub(super) fn days_in(words: &str) -> Option<i64> {
    let mut words = words.split_whitespace();
    let first = words.next()?;
    if first == UNITS[0].0 {
        return words.next()?.parse().ok().filter(|_| words.next().is_none());
    }
    let number: i64 = first.parse().ok()?;
    let unit = words.next()?;
    let (_, days) = UNITS.iter().find(|(name, _)| *name == unit)?;
    let days = number.checked_mul(*days)?;
    match words.next() {
        None | Some("after") => Some(days),
        Some("before") => Some(-days.checked_abs()?),
        Some(_) => None,
    }
}
