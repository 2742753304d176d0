//! What time it is: one place, because a clock may be wrong, and a test or a reader may want another day.

use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate, Utc};

/// The time by the clock of the computer. A clock that was set before 1970 is a time like any other.
pub fn now() -> DateTime<Utc> {
    at(SystemTime::now())
}

/// The day by the clock and the time zone of the computer.
pub fn today() -> NaiveDate {
    now().with_timezone(&Local).date_naive()
}

/// This time of day on another day, so that what is entered as of that day says so.
pub fn now_on(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(now().time()).and_utc()
}

fn at(time: SystemTime) -> DateTime<Utc> {
    time.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_clock_before_1970_tells_a_time() {
        let before = SystemTime::UNIX_EPOCH - Duration::from_hours(24);
        assert_eq!(at(before).to_string(), "1969-12-31 00:00:00 UTC");
    }

    #[test]
    fn another_day_has_the_time_of_now() {
        let day = "2026-11-26".parse().unwrap();
        assert_eq!(now_on(day).date_naive(), day);
    }
}
