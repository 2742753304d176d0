//! Days as people type them: `2026-12-10`, `10 dec`, `thu 10 dec`, `dec 10`, `10.12.`, `15/12/26`, `+14`, `+2w`, `fri`, `tomorrow`.
//!
//! A day without a year is the next such day from today on, unless it has just been: who types `25 nov` on the 26th means
//! yesterday. A weekday is the next one after today. English names always work, whole or their beginnings, and nothing else
//! that begins like one; those of the guide's language beside them, in other forms too. Neither accents matter nor words as
//! short as "of". What can be read in two ways is refused.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::calendar_names::{MONTHS, WEEKDAYS};
use super::days_between;
use super::words::full_day;
use crate::guide::letters::plain_text;
use crate::guide::{Label, Labels, Pattern};

/// The years that a treatment day may lie in: the files that keep it write four digits.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

/// A day without a year that lies at most so many days back is meant as it lies, and not as that of next year.
const NEAR_PAST: i64 = 28;

/// A word of so many letters says nothing, if it is no name.
const SHORT_WORD: usize = 2;

/// Why words are no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayError {
    /// Nobody could read them as a day.
    Unknown,
    /// The calendar has no such day, for instance the 31st of June.
    NoSuchDay,
    /// They can be read as either of these days, for instance `10/12`.
    TwoWays(NaiveDate, NaiveDate),
    /// The month is missing.
    NoMonth,
}

impl DayError {
    /// What is wrong and what to do, in the words of the guide.
    pub fn words(self, labels: &Labels) -> String {
        let label = match self {
            Self::TwoWays(first, second) => {
                let [first, second] = [first, second].map(|day| full_day(day, labels));
                return labels.fill(Pattern::DayTwoWays { first: &first, second: &second });
            }
            Self::Unknown => Label::DayUnknown,
            Self::NoSuchDay => Label::DayNoSuch,
            Self::NoMonth => Label::DayNoMonth,
        };
        labels.get(label).to_owned()
    }
}

/// The day that the words mean, seen from `today`.
///
/// # Errors
///
/// If they mean none, or more than one.
pub fn parse_date(words: &str, today: NaiveDate, labels: &Labels) -> Result<NaiveDate, DayError> {
    let words = plain_text(words.trim());
    let reader = DateReader { today, labels };
    let ways =
        [DateReader::counted, DateReader::named, DateReader::numbers, DateReader::with_month, DateReader::with_weekday];
    let read = ways.iter().find_map(|way| way(&reader, &words)).unwrap_or(Err(DayError::Unknown));
    read.and_then(|day| if YEARS.contains(&day.year()) { Ok(day) } else { Err(DayError::NoSuchDay) })
}

/// A way to read words: nothing if they are not of this kind.
type Attempt = Option<Result<NaiveDate, DayError>>;

struct DateReader<'a> {
    today: NaiveDate,
    labels: &'a Labels,
}

impl DateReader<'_> {
    /// `+14`, `-3`, `+2w`: so many days or weeks from today.
    fn counted(&self, words: &str) -> Attempt {
        let (sign, count) = words.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-"))?;
        let count = count.trim();
        let (count, unit) = count.strip_suffix('w').map_or((count.trim_end_matches('d'), 1), |weeks| (weeks, 7));
        let days = count.trim().parse::<u32>().ok().map(|count| Days::new(u64::from(count) * unit));
        let days = days.filter(|_| !count.starts_with('+'))?;
        let day = if sign == "+" { self.today.checked_add_days(days) } else { self.today.checked_sub_days(days) };
        Some(day.ok_or(DayError::NoSuchDay))
    }

    /// `today`, `tomorrow`, and the names of the weekdays.
    fn named(&self, words: &str) -> Attempt {
        let is = |label, english| words == english || words == plain_text(self.labels.get(label));
        if is(Label::DistanceToday, "today") {
            return Some(Ok(self.today));
        }
        if is(Label::DistanceTomorrow, "tomorrow") {
            return Some(self.today.succ_opt().ok_or(DayError::NoSuchDay));
        }
        let &[name] = self.parts(words).as_slice() else { return None };
        let weekday = WEEKDAYS.place(name, self.labels)?;
        let weekday = Weekday::try_from(u8::try_from(weekday).ok()?).ok()?;
        let days = (1..=7).map_while(|ahead| self.today.checked_add_days(Days::new(ahead)));
        Some(days.into_iter().find(|day| day.weekday() == weekday).ok_or(DayError::NoSuchDay))
    }

    /// `2026-12-10`, `10.12.2026` and `10.12.`; other numbers alone, such as `15/12/26`, only where they can mean one day.
    fn numbers(&self, words: &str) -> Attempt {
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let with_dots: Vec<_> = words.trim_end_matches('.').split('.').map(str::trim).collect();
        let with_lines: Vec<_> = words.split(['-', '/']).collect();
        let parts = if with_dots.len() > 1 { &with_dots } else { &with_lines };
        if !parts.iter().all(is_number) {
            return None;
        }
        let is_year = |part: &str| part.len() == 4;
        let whole_year = |year: &str| if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
        let read = |day: &str, month: &str, year: Option<&&str>| {
            let day = self.day(day, month.parse().ok(), year.map(|year| whole_year(year)).as_deref());
            day.ok().filter(|day| YEARS.contains(&day.year()))
        };
        Some(match parts.as_slice() {
            [year, month, day] if is_year(year) && with_dots.len() == 1 => {
                self.day(day, month.parse().ok(), Some(year))
            }
            [day, month, year] if with_dots.len() > 1 => self.day(day, month.parse().ok(), Some(&whole_year(year))),
            [day, month] if with_dots.len() > 1 => self.day(day, month.parse().ok(), None),
            [_] => Err(DayError::NoMonth),
            [first, second] => only([(first, second), (second, first)].map(|(day, month)| read(day, month, None))),
            [first, second, third] => {
                let year = Some(third);
                // Nobody who writes the year first, in two digits, means a day long ago.
                let year_first = read(third, second, Some(first)).filter(|day| self.is_near(*day));
                only([read(first, second, year), read(second, first, year), year_first])
            }
            _ => Err(DayError::Unknown),
        })
    }

    /// `10 dec`, `dec 10`, `10th december 2026`.
    fn with_month(&self, words: &str) -> Attempt {
        let parts = self.parts(words);
        let month = |part: &str| MONTHS.place(part, self.labels).map(|index| index + 1);
        let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let (first, second, year) = match parts.as_slice() {
            [first, second] => (*first, *second, None),
            [first, second, year] if is_year(year) => (*first, *second, Some(*year)),
            _ => return None,
        };
        let (day, month) = match (month(first), month(second)) {
            (Some(month), None) => (second, month),
            (None, Some(month)) => (first, month),
            _ => return None,
        };
        let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
        day.bytes().all(|byte| byte.is_ascii_digit()).then(|| self.day(day, u32::try_from(month).ok(), year))
    }

    /// `thu 10 dec`, as the program shows days: the weekday of another day makes it none.
    fn with_weekday(&self, words: &str) -> Attempt {
        let parts = self.parts(words);
        let read = |(index, part): (usize, &&str)| {
            let weekday = WEEKDAYS.place(part, self.labels)?;
            let rest = [&parts[..index], &parts[index + 1..]].concat().join(" ");
            let is_it = |day: &NaiveDate| day.weekday().num_days_from_monday() as usize == weekday;
            Some(self.with_month(&rest)?.and_then(|day| Some(day).filter(is_it).ok_or(DayError::NoSuchDay)))
        };
        parts.iter().enumerate().find_map(read)
    }

    /// The words that say something: all numbers, names, and what is longer than "of", "de" or "am".
    fn parts<'w>(&self, words: &'w str) -> Vec<&'w str> {
        let is_name =
            |part: &str| WEEKDAYS.place(part, self.labels).or_else(|| MONTHS.place(part, self.labels)).is_some();
        let says_something = |part: &&str| {
            part.chars().count() > SHORT_WORD || part.contains(|c: char| c.is_ascii_digit()) || is_name(part)
        };
        words.split([' ', ',', '.']).filter(|part| !part.is_empty()).filter(says_something).collect()
    }

    /// The day of a month; without a year the one that was just, or the next one from today on.
    fn day(&self, day: &str, month: Option<u32>, year: Option<&str>) -> Result<NaiveDate, DayError> {
        /// From one leap day to the next there are at most so many years.
        const LEAP: i32 = 8;
        let first = self.today.year();
        let years = match year {
            Some(year) => year.parse().map(|year| year..=year).map_err(|_| DayError::NoSuchDay)?,
            None => first.saturating_sub(1)..=first.saturating_add(LEAP),
        };
        let (month, day) = month.zip(day.parse().ok()).ok_or(DayError::NoSuchDay)?;
        let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        days.find(|day| year.is_some() || self.is_near(*day)).ok_or(DayError::NoSuchDay)
    }

    /// Whether a day is ahead or has just been.
    fn is_near(&self, day: NaiveDate) -> bool {
        days_between(day, self.today) <= NEAR_PAST
    }
}

/// The one day among those that numbers can mean.
fn only<const N: usize>(readings: [Option<NaiveDate>; N]) -> Result<NaiveDate, DayError> {
    let mut days = readings.into_iter().flatten();
    let first = days.next().ok_or(DayError::NoSuchDay)?;
    days.find(|day| *day != first).map_or(Ok(first), |second| Err(DayError::TwoWays(first, second)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(words: &str) -> Result<String, DayError> {
        // A Monday.
        let today = "2026-11-23".parse().unwrap();
        parse_date(words, today, &Labels::default()).map(|day| day.to_string())
    }

    #[test]
    fn a_day_may_be_typed_in_many_ways() {
        let same =
            ["2026-12-10", " 2026/12/10 ", "10 dec", "Dec 10", "10 December 2026", "10th dec", "10.12.", "10.12.2026"];
        for words in same.iter().chain(&["10. dec", "dec 10, 2026", "+17", "+ 17", "+17d", "10 DEC."]) {
            assert_eq!(typed(words), Ok("2026-12-10".to_owned()), "{words}");
        }
        assert_eq!(typed("+2w"), Ok("2026-12-07".to_owned()));
        assert_eq!(typed("-3"), Ok("2026-11-20".to_owned()));
        assert_eq!(typed("today"), Ok("2026-11-23".to_owned()));
        assert_eq!(typed("tomorrow"), Ok("2026-11-24".to_owned()));
        assert_eq!(typed("fri"), Ok("2026-11-27".to_owned()));
        assert_eq!(typed("Mon"), Ok("2026-11-30".to_owned()));
        assert_eq!(typed("thursday"), Ok("2026-11-26".to_owned()));
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one() {
        assert_eq!(typed("23 nov"), Ok("2026-11-23".to_owned()));
        assert_eq!(typed("24 nov"), Ok("2026-11-24".to_owned()));
        assert_eq!(typed("25 oct"), Ok("2027-10-25".to_owned()));
        assert_eq!(typed("29 feb"), Ok("2028-02-29".to_owned()));
    }

    #[test]
    fn a_day_that_has_just_been_is_that_day() {
        assert_eq!(typed("22 nov"), Ok("2026-11-22".to_owned()));
        assert_eq!(typed("26.10."), Ok("2026-10-26".to_owned()));
        let new_year = "2027-01-03".parse().unwrap();
        let read = |words| parse_date(words, new_year, &Labels::default()).unwrap().to_string();
        assert_eq!(
            (read("20 dec"), read("1 jan"), read("1 dec")),
            ("2026-12-20".into(), "2027-01-01".into(), "2027-12-01".into())
        );
    }

    #[test]
    fn only_whole_names_and_their_beginnings_are_names() {
        for words in ["monkey", "sunburn", "wedding", "friend", "10 mayor", "10 decide", "morgen", "sofort", "mo1"] {
            assert_eq!(typed(words), Err(DayError::Unknown), "{words}");
        }
        assert_eq!(typed("10 sept"), Ok("2027-09-10".to_owned()));
        let mut labels = Labels::default();
        labels.replace(Label::Weekdays.key(), "Mo Di Mi Do Fr Sa So".to_owned());
        let today = "2026-11-23".parse().unwrap();
        for words in ["morgen", "sofort", "dort", "frisch"] {
            assert_eq!(parse_date(words, today, &labels), Err(DayError::Unknown), "{words}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_the_reason() {
        for (words, error) in [
            ("", DayError::Unknown),
            ("soon", DayError::Unknown),
            ("m", DayError::Unknown),
            ("10 de", DayError::Unknown),
            ("+", DayError::Unknown),
            ("++1", DayError::Unknown),
            ("10 dec 26", DayError::Unknown),
            ("31 june", DayError::NoSuchDay),
            ("fri 10 dec", DayError::NoSuchDay),
            ("2026-02-29", DayError::NoSuchDay),
            ("0 dec", DayError::NoSuchDay),
            ("+4000000000", DayError::NoSuchDay),
            ("0100-01-01", DayError::NoSuchDay),
            ("1/2/3/4", DayError::Unknown),
            ("15/13/26", DayError::NoSuchDay),
            ("10", DayError::NoMonth),
        ] {
            assert_eq!(typed(words), Err(error), "{words}");
        }
    }

    #[test]
    fn numbers_that_can_mean_one_day_alone_are_taken_and_others_name_both() {
        for words in ["15/12/26", "12/15/26", "15-12-2026", "12/15", "15.12.26"] {
            assert_eq!(typed(words), Ok("2026-12-15".to_owned()), "{words}");
        }
        for (words, days) in [
            ("10/12", "10 Dec 2026 or 12 Oct 2027?"),
            ("10/12/26", "10 Dec 2026 or 12 Oct 2026?"),
            ("26-12-15", "26 Dec 2015 or 15 Dec 2026?"),
        ] {
            let why = typed(words).unwrap_err().words(&Labels::default());
            assert!(why.starts_with(days), "{words}: {why}");
        }
        assert_eq!(typed("12/12"), Ok("2026-12-12".to_owned()));
    }

    #[test]
    fn the_words_of_the_guide_count_beside_the_english_ones() {
        let mut labels = Labels::default();
        labels.replace(Label::Weekdays.key(), "Mo Di Mi Do Fr Sa So".to_owned());
        labels.replace(Label::Months.key(), "Jan Feb März Apr Mai Juni Juli Aug Sep Okt Nov Dez".to_owned());
        let whole = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag";
        labels.replace(Label::WeekdayNames.key(), whole.to_owned());
        let whole = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
        labels.replace(Label::MonthNames.key(), whole.to_owned());
        labels.replace(Label::DistanceTomorrow.key(), "morgen".to_owned());
        let today = "2026-11-23".parse().unwrap();
        for words in
            ["Do, 10. Dez", "donnerstag, 10. Dezember 2026", "10. Dez", "10 dezember", "10 dec", "10.12.", "2026-12-10"]
        {
            assert_eq!(parse_date(words, today, &labels).unwrap().to_string(), "2026-12-10", "{words}");
        }
        assert_eq!(parse_date("Do", today, &labels).unwrap().to_string(), "2026-11-26");
        assert_eq!(parse_date("donnerstag", today, &labels).unwrap().to_string(), "2026-11-26");
        assert_eq!(parse_date("morgen", today, &labels).unwrap().to_string(), "2026-11-24");
        for words in ["1 März", "1. maerz", "am 1. Marz"] {
            assert_eq!(parse_date(words, today, &labels).unwrap().to_string(), "2027-03-01", "{words}");
        }
        for words in ["mittags", "freilich", "10 de", "am"] {
            assert_eq!(parse_date(words, today, &labels), Err(DayError::Unknown), "{words}");
        }
    }

    #[test]
    fn names_are_understood_in_other_forms_and_without_their_accents() {
        let mut labels = Labels::default();
        let months =
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia";
        labels.replace(Label::MonthNames.key(), months.to_owned());
        labels.replace(
            Label::WeekdayNames.key(),
            "poniedziałek wtorek środa czwartek piątek sobota niedziela".to_owned(),
        );
        let read = |words: &str, labels: &Labels| {
            parse_date(words, "2026-11-23".parse().unwrap(), labels).map(|day| day.to_string())
        };
        for (words, day) in [
            ("10 grudzień", "2026-12-10"),
            ("10 grudnia 2026 r.", "2026-12-10"),
            ("1 paz", "2027-10-01"),
            ("1 pazdziernika", "2027-10-01"),
            ("10 wrzes", "2027-09-10"),
            ("1 luty", "2027-02-01"),
            ("1 lipiec", "2027-07-01"),
            ("środę", "2026-11-25"),
            ("w piatek", "2026-11-27"),
            ("poniedzialku", "2026-11-30"),
        ] {
            assert_eq!(read(words, &labels), Ok(day.to_owned()), "{words}");
        }
        // "červen" is June, and the beginning of July.
        let months = "ledna února března dubna května června července srpna září října listopadu prosince";
        labels.replace(Label::MonthNames.key(), months.to_owned());
        assert_eq!(read("1 červen", &labels), Err(DayError::Unknown));
        assert_eq!(read("1 cervence", &labels), Ok("2027-07-01".to_owned()));
    }

    proptest! {
        #[test]
        fn no_words_break_it(words in "\\PC{0,20}", year in -262_000..262_000_i32) {
            let today = NaiveDate::from_ymd_opt(year, 2, 28).unwrap();
            let _ = parse_date(&words, today, &Labels::default());
        }

        #[test]
        fn a_day_reads_back_as_it_is_written(days in 0..2_900_000_i32, today in 0..2_900_000_i32) {
            let [day, today] = [days, today].map(|days| super::super::shifted(NaiveDate::from_ymd_opt(1900, 1, 1).unwrap(), days));
            prop_assert_eq!(parse_date(&day.to_string(), today, &Labels::default()), Ok(day));
            let words = day.format("%d %b %Y").to_string();
            prop_assert_eq!(parse_date(&words, today, &Labels::default()), Ok(day));
            let shown = super::super::words::day(day, super::super::words::EVERY_YEAR, &Labels::default());
            prop_assert_eq!(parse_date(&shown, today, &Labels::default()), Ok(day));
        }
    }
}
