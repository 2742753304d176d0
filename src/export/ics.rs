//! The plan as a calendar file (iCalendar, RFC 5545): one event a step, and one for the treatment day.
//!
//! The names of the events stay the same whatever the guide calls its steps and whenever they are due, so that a calendar
//! which imports the file again moves its events instead of doubling them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};

use crate::guide::{Cycle, Guide, Label, Prose, ProsePart, Step, Text};
use crate::progress::Progress;
use crate::schedule::{Entry, Plan, shifted, words};
use crate::terminal::sanitize::visible;

/// What names the program that made a calendar, and the world in which the names of its events are unique.
const PROGRAM: &str = env!("CARGO_PKG_NAME");
/// The years that a calendar file can write.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;
/// The most octets of a line, without its line break.
const LONGEST_LINE: usize = 75;
/// So long after an event of a whole day has begun, or before that, a calendar reminds of it: at nine in the morning.
const NINE_ON_THE_DAY: &str = "PT9H";
const NINE_ON_THE_DAY_BEFORE: &str = "-PT15H";

/// A plan to be put into calendars.
#[derive(Debug, Clone, Copy)]
pub struct PlanFile<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// What the reader entered.
    pub progress: &'a Progress,
    /// The steps with their dates; those without are left out.
    pub plan: &'a Plan<'a>,
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
        let steps = self.plan.entries.iter().filter_map(|entry| self.step(entry));
        calendar.extend(self.treatment().into_iter().chain(steps));
        refolded(&calendar.to_string())
    }

    /// The treatment day.
    fn treatment(&self) -> Option<Event> {
        let day = self.plan.day?;
        let id = format!("treatment.{}", self.progress.session_number());
        let mut event = self.event(&id, (day, day), self.guide.labels.get(Label::TreatmentDay))?;
        let about = &self.guide.about;
        event.description(&visible(&paragraphs([about.title.clone(), about.disclaimer.words()])));
        Some(event)
    }

    fn step(&self, entry: &Entry<'_>) -> Option<Event> {
        let (step, dated) = (entry.step, entry.dated?);
        // A step of the course is counted from the last treatment, whichever that is, so it must not stay with the one before.
        let id = match step.cycle {
            Cycle::Session => format!("step.{}.{}", step.id, dated.session),
            Cycle::Course => format!("step.{}.course", step.id),
        };
        let mut event = self.event(&id, (dated.from, dated.until), &step.title)?;
        event.description(&visible(&self.description(entry)));
        if step.remind {
            event.alarm(alarm(step));
        }
        Some(event)
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

    /// An event of whole days that leaves the reader's time free.
    fn event(&self, id: &str, (first, last): (NaiveDate, NaiveDate), title: &str) -> Option<Event> {
        let end = shifted(last, 1);
        if !YEARS.contains(&first.year()) || !YEARS.contains(&end.year()) {
            return None;
        }
        let mut event = Event::with_uid(&format!("{id}.{}@{PROGRAM}", self.guide.about.id));
        event.timestamp(self.now).last_modified(self.now).sequence(self.progress.revision());
        event.starts(first).ends(end).summary(&visible(title)).add_property("TRANSP", "TRANSPARENT");
        Some(event)
    }
}

/// In the morning of the first day; for what is to be done on the treatment day itself, in the morning before it.
fn alarm(step: &Step) -> Alarm {
    let trigger = if step.window.from == 0 { NINE_ON_THE_DAY_BEFORE } else { NINE_ON_THE_DAY };
    let mut alarm = Alarm::display(&visible(&step.title), Trigger::Duration(chrono::TimeDelta::zero(), None));
    // The library would write hours as seconds, which fewer readers understand.
    alarm.append_property(Property::new("TRIGGER", trigger)).done()
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
