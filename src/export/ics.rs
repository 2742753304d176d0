//! The plan as a calendar file (iCalendar, RFC 5545): the treatment day, and the steps that ask for a reminder.
//!
//! The names of the entries stay the same whatever the guide calls its steps and whenever they are due, so that a calendar
//! which imports the file again moves its entries instead of doubling them. They have the name of the reader's plan in them,
//! so that two people can share a calendar. What is no longer due is written as cancelled.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property, Trigger};

use crate::guide::sort::sort_by_key;
use crate::guide::{Cycle, DayOffset, Effort, Guide, Label, Prose, ProsePart, Text};
use crate::progress::{Mark, Progress};
use crate::schedule::{Dated, Entry, Plan, days_between, shifted, words};
use crate::terminal::sanitize::visible;

/// What names the program that made a calendar, and the world in which the names of its events are unique.
const PROGRAM: &str = env!("CARGO_PKG_NAME");
/// The years that a calendar file can write.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;
/// The most octets of a line, without its line break.
const LONGEST_LINE: usize = 75;
/// A calendar reminds at this hour of the morning.
const NINE: i64 = 9;
const HOURS_OF_DAY: i64 = 24;

/// Which entries a calendar gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarScope {
    /// What a calendar is for: the treatment day and the steps that ask for a reminder, from today on, and today what was
    /// missed and matters.
    Reminders,
    /// Every step that has a date.
    Everything,
}

/// A plan to be put into calendars.
#[derive(Debug, Clone, Copy)]
pub struct PlanFile<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// What the reader entered.
    pub progress: &'a Progress,
    /// The day from which the plan is seen.
    pub today: NaiveDate,
    /// Which entries it gets.
    pub scope: CalendarScope,
    /// When the file is made.
    pub now: DateTime<Utc>,
}

impl PlanFile<'_> {
    /// The calendar file. Dates that it cannot write, those beyond the year 9999, are left out.
    pub fn text(&self) -> String {
        let mut calendar = Calendar::empty();
        let product = format!("-//{PROGRAM}//{PROGRAM} {}//EN", env!("CARGO_PKG_VERSION"));
        let name = visible(&self.guide.about.title);
        let properties = [
            ("VERSION", "2.0"),
            ("PRODID", product.as_str()),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("X-WR-CALNAME", &name),
        ];
        for property in properties {
            calendar.append_property(property);
        }
        let carried = Plan::new(self.guide, self.progress, self.today).carried;
        // One that begins only once the earlier one is over has a reminder of its own: who imports a plan once needs all.
        let is_carried = |entry: &Entry<'_>| {
            let mut same = carried.iter().filter(|old| old.step.id == entry.step.id);
            same.any(|old| entry.dated.map(|dated| dated.from) <= old.shown_until())
        };
        let entries = self.guide.steps().map(|step| Entry::new(step, self.progress, self.today));
        let entries: Vec<_> = entries.filter(|entry| !is_carried(entry)).collect();
        let mut dated: Vec<_> =
            carried.into_iter().chain(entries).filter_map(|entry| Some((entry.dated?, entry))).collect();
        sort_by_key(&mut dated, |(dated, _)| (dated.from, dated.until));
        let steps = dated.iter().filter_map(|(dated, entry)| self.step(entry, *dated));
        calendar.extend(self.treatment().into_iter().chain(steps));
        refolded(&calendar.to_string())
    }

    /// The treatment day.
    fn treatment(&self) -> Option<Event> {
        let day = self.progress.current().treatment_day?;
        if self.scope == CalendarScope::Reminders && day < self.today {
            return None;
        }
        let title = self.guide.labels.get(Label::TreatmentDay);
        let mut event = self.event(&format!("treatment.{}", self.progress.session_number()), (day, day), title)?;
        let about = &self.guide.about;
        event.description(&visible(&paragraphs([about.title.clone(), about.disclaimer.words()])));
        self.remind(&mut event, title, (day, day), [shifted(day, -1)]);
        Some(event)
    }

    fn step(&self, entry: &Entry<'_>, dated: Dated) -> Option<Event> {
        let step = entry.step;
        // What should be done by now is for today, on which it says what to do.
        let missed = step.if_missed.as_ref().filter(|_| entry.matters_missed() && self.is_going_on(entry));
        let is_ahead = step.remind && self.today <= dated.until;
        if self.scope == CalendarScope::Reminders && missed.is_none() && !is_ahead {
            return None;
        }
        let (first, last) = (dated.from, dated.until);
        let rings = self.is_going_on(entry) && (missed.is_some() || (is_ahead && entry.mark == Mark::Open));
        let days = if rings { (first.max(self.today), last.max(self.today)) } else { (first, last) };
        // A step of the course is counted from the last treatment, whichever that is, so it must not stay with the one before.
        let id = match step.cycle {
            Cycle::Session => format!("step.{}.{}", step.id, dated.session),
            Cycle::Course => format!("step.{}.course", step.id),
        };
        let mut event = self.event(&id, days, &step.title)?;
        let missed_words = missed.map(Text::words).unwrap_or_default();
        event.description(&visible(&paragraphs([missed_words, self.description(entry)])));
        if !self.is_going_on(entry) {
            event.status(EventStatus::Cancelled);
        } else if rings {
            let of_window = |day: DayOffset| shifted(first, day - entry.window.from);
            // What is to be done on the treatment day itself rings on the morning before it.
            let morning = if entry.window.from == 0 { shifted(first, -1) } else { first };
            let again = step.remind_again.filter(|_| step.remind).map(of_window);
            // What is late rings, though its days are over.
            let last = if missed.is_some() { last.max(self.tomorrow()) } else { last };
            self.remind(&mut event, &step.title, (days.0, last), [morning].into_iter().chain(again));
        }
        Some(event)
    }

    /// Has an event that begins on the first of these days ring in these mornings, at the latest on the last of them. But for
    /// what ends today nothing rings before tomorrow, which is in time whatever the hour is.
    fn remind(
        &self,
        event: &mut Event,
        title: &str,
        (first, last): (NaiveDate, NaiveDate),
        mornings: impl IntoIterator<Item = NaiveDate>,
    ) {
        let mut mornings: Vec<_> = mornings.into_iter().map(|morning| morning.max(self.tomorrow()).min(last)).collect();
        sort_by_key(&mut mornings, |morning| *morning);
        mornings.dedup();
        for morning in mornings {
            event.alarm(alarm(title, HOURS_OF_DAY * days_between(first, morning) + NINE));
        }
    }

    fn tomorrow(&self) -> NaiveDate {
        shifted(self.today, 1)
    }

    /// Whether the step still concerns the reader. One that is kept up goes on when it is ticked.
    fn is_going_on(&self, entry: &Entry<'_>) -> bool {
        let is_kept_up = entry.step.effort == Effort::Throughout && entry.mark == Mark::Done;
        self.progress.concerns(entry.step) && (entry.mark == Mark::Open || is_kept_up)
    }

    /// How, when and why, and what the guide does not replace.
    fn description(&self, entry: &Entry<'_>) -> String {
        let labels = &self.guide.labels;
        let told = |label, words: &str| format!("{}: {words}", labels.get(label));
        paragraphs([
            plain(&entry.step.text),
            told(Label::StepWhen, &words::window(entry, labels)),
            told(Label::StepWhy, &entry.step.why.words()),
            self.guide.about.disclaimer.words(),
        ])
    }

    /// An event of whole days that leaves the reader's time free, and that can be hidden or deleted with all others.
    fn event(&self, id: &str, (first, last): (NaiveDate, NaiveDate), title: &str) -> Option<Event> {
        let end = shifted(last, 1);
        if !YEARS.contains(&first.year()) || !YEARS.contains(&end.year()) {
            return None;
        }
        let about = &self.guide.about;
        let mut event = Event::with_uid(&format!("{id}.{}.{}@{PROGRAM}", self.plan_name(), about.id));
        event.timestamp(self.now).last_modified(self.now).sequence(self.progress.revision_at(self.now));
        event.starts(first).ends(end).summary(&visible(title)).add_property("TRANSP", "TRANSPARENT");
        event.add_property("CATEGORIES", about.id.as_str());
        Some(event)
    }

    /// The name of the reader's plan; without one, of a plan that is only tried, the day.
    fn plan_name(&self) -> String {
        let day = || self.progress.treatment_day(Cycle::Course).map(|(day, _)| day.to_string());
        self.progress.plan_name().map(str::to_owned).or_else(day).unwrap_or_default()
    }
}

/// An alarm so many hours after its event begins, or before that.
fn alarm(title: &str, hours: i64) -> Alarm {
    let mut alarm = Alarm::display(&visible(title), Trigger::Duration(chrono::TimeDelta::zero(), None));
    let sign = if hours < 0 { "-" } else { "" };
    // The library would write hours as seconds, which fewer readers understand.
    alarm.append_property(Property::new("TRIGGER", format!("{sign}PT{}H", hours.abs()))).done()
}

/// The paragraphs that have words, with an empty line between them.
fn paragraphs<const N: usize>(paragraphs: [String; N]) -> String {
    let said: Vec<_> = paragraphs.into_iter().filter(|words| !words.is_empty()).collect();
    said.join("\n\n")
}

/// Prose in plain lines.
fn plain(prose: &Prose) -> String {
    let parts = prose.parts.iter().map(|part| match part {
        ProsePart::Paragraph(text) => text.words(),
        ProsePart::List { first, items } => list(*first, items),
        ProsePart::Table(table) => {
            let row = |cells: &Vec<Text>| cells.iter().map(Text::words).collect::<Vec<_>>().join(", ");
            [&table.columns].into_iter().chain(&table.rows).map(row).collect::<Vec<_>>().join("\n")
        }
    });
    parts.collect::<Vec<_>>().join("\n")
}

fn list(first: Option<u64>, items: &[Prose]) -> String {
    let sign = |index: u64| first.map_or("-".to_owned(), |first| format!("{}.", first.saturating_add(index)));
    let lines = (0..).zip(items).map(|(index, item)| format!("{} {}", sign(index), plain(item)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Mends what `icalendar` 0.17 writes: it folds some lines to 76 octets, between a backslash and its letter too, and gives
/// each alarm a time stamp and a name, which RFC 5545 does not know there and which would be others each time.
fn refolded(calendar: &str) -> String {
    let calendar = calendar.replace("\r\n ", "");
    let mut is_alarm = false;
    let mut text = String::with_capacity(calendar.len() + calendar.len() / 32);
    for line in calendar.lines() {
        is_alarm = line == "BEGIN:VALARM" || (is_alarm && line != "END:VALARM");
        if !(is_alarm && (line.starts_with("DTSTAMP:") || line.starts_with("UID:"))) {
            fold(line, &mut text);
        }
    }
    text
}

/// Writes a line with breaks where it is too long, never inside a character or between a backslash and its letter.
fn fold(line: &str, text: &mut String) {
    let mut octets = 0;
    let mut is_escaped = false;
    for character in line.chars() {
        let begins_escape = character == '\\' && !is_escaped;
        let needed = character.len_utf8() + usize::from(begins_escape);
        if !is_escaped && octets + needed > LONGEST_LINE {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(character);
        octets += character.len_utf8();
        is_escaped = begins_escape;
    }
    text.push_str("\r\n");
}
