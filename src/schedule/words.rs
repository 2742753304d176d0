//! Days in the words of the guide: "Thu 10 Dec", "17 days to go".

use chrono::{Datelike, NaiveDate};

use super::{Dated, Entry, When, days_between};
use crate::guide::{Label, Labels, Pattern};

/// Seen from here every day tells its year: for papers that are read later.
pub const EVERY_YEAR: NaiveDate = NaiveDate::MIN;

/// A day with its weekday; with the year where it is another than that of `today`.
pub fn day(day: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    let word = |label, index: u32| {
        let mut words = labels.get(label).split(' ');
        usize::try_from(index).ok().and_then(|index| words.nth(index)).unwrap_or_default().to_owned()
    };
    let weekday = word(Label::Weekdays, day.weekday().num_days_from_monday());
    let (number, month) = (day.day(), word(Label::Months, day.month0()));
    let (weekday, month, day, year) = (&weekday, &month, &number, &day.year());
    labels.fill(if *year == today.year() {
        Pattern::Date { weekday, day, month }
    } else {
        Pattern::DateWithYear { weekday, day, month, year }
    })
}

/// A day without its weekday, where room is short; with the year where it is another than that of `today`.
pub fn short_day(day: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    let month = labels.get(Label::Months).split(' ').nth(day.month0() as usize).unwrap_or_default();
    let (number, year) = (&day.day(), &day.year());
    labels.fill(if *year == today.year() {
        Pattern::ShortDate { day: number, month: &month }
    } else {
        Pattern::ShortDateWithYear { day: number, month: &month, year }
    })
}

/// A day without its weekday, always with the year, for instance "26 Nov 2026".
pub fn full_day(day: NaiveDate, labels: &Labels) -> String {
    short_day(day, EVERY_YEAR, labels)
}

/// The days of a step, for instance "Thu 10 Dec" or "Thu 26 Nov to Wed 9 Dec".
pub fn dates(dated: &Dated, today: NaiveDate, labels: &Labels) -> String {
    let day = |it| day(it, today, labels);
    if dated.from == dated.until {
        return day(dated.from);
    }
    // One year is told once, with the last day.
    let same_year = dated.from.year() == dated.until.year();
    let from = self::day(dated.from, if same_year { dated.until } else { today }, labels);
    labels.fill(Pattern::DateRange { from: &from, until: &day(dated.until) })
}

/// When a step is due: its dates, or without a treatment day its days around it; with a word where they are the clinic's.
pub fn time(entry: &Entry<'_>, today: NaiveDate, labels: &Labels) -> String {
    match &entry.dated {
        Some(dated) => with_clinic(dates(dated, today, labels), entry, labels),
        None => window(entry, labels),
    }
}

/// When a step is due as a line of a list says it: only what is over tells days that are past.
pub fn seen(entry: &Entry<'_>, today: NaiveDate, labels: &Labels) -> String {
    seen_in(entry, today, today, labels)
}

/// The same for the clinic, which reads it later: each day with its year, and none of them as the clinic's.
pub fn seen_by_clinic(entry: &Entry<'_>, today: NaiveDate, labels: &Labels) -> String {
    seen_in(&Entry { clinic_days: None, ..entry.clone() }, today, EVERY_YEAR, labels)
}

/// The days are told as from `told_from`.
fn seen_in(entry: &Entry<'_>, today: NaiveDate, told_from: NaiveDate, labels: &Labels) -> String {
    let until = entry.dated.filter(|dated| dated.from < today).map(|dated| (dated.when, dated.until));
    match until {
        Some((When::Overdue, _)) if entry.matters_missed() => labels.get(Label::WhenNow).to_owned(),
        Some((When::Today, day)) => with_clinic(until_day(day, told_from, labels), entry, labels),
        _ => time(entry, told_from, labels),
    }
}

/// The last day of something that goes on.
pub fn until_day(day: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    if day == today {
        return labels.get(Label::UntilToday).to_owned();
    }
    labels.fill(Pattern::UntilDate { date: &self::day(day, today, labels) })
}

/// The days of a step around the treatment day, with a word where they are the clinic's.
pub fn window(entry: &Entry<'_>, labels: &Labels) -> String {
    with_clinic(entry.window.words(labels), entry, labels)
}

fn with_clinic(time: String, entry: &Entry<'_>, labels: &Labels) -> String {
    match entry.clinic_days {
        Some(_) => labels.fill(Pattern::ClinicTime { time: &time }),
        None => time,
    }
}

/// The treatment day and how far away it is, for instance "Treatment day: Thu 10 Dec (in 17 days)".
pub fn treatment_day(it: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    format!("{}: {} ({})", labels.get(Label::TreatmentDay), day(it, today, labels), distance(it, today, labels))
}

/// How far away a day is, for instance "in 17 days", "tomorrow", "3 days ago".
pub fn distance(day: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    match days_between(today, day) {
        0 => labels.get(Label::DistanceToday).to_owned(),
        1 => labels.get(Label::DistanceTomorrow).to_owned(),
        -1 => labels.get(Label::DistanceYesterday).to_owned(),
        days @ 2.. => labels.fill(Pattern::DistanceAhead { days: &days }),
        days @ ..-1 => labels.fill(Pattern::DistanceAgo { days: &days.unsigned_abs() }),
    }
}

/// The day of the appointment and how far away it is.
pub fn appointment(day: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    labels.fill(Pattern::Appointment { date: &self::day(day, today, labels), distance: &distance(day, today, labels) })
}

/// The same with the year, whichever it is.
pub fn full_appointment(day: NaiveDate, today: NaiveDate, labels: &Labels) -> String {
    labels.fill(Pattern::Appointment {
        date: &self::day(day, EVERY_YEAR, labels),
        distance: &distance(day, today, labels),
    })
}
