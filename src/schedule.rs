//! The plan: which step is due on which days, seen from today. Pure arithmetic on dates.
//!
//! A date is a local day without a time or a zone. Whatever the treatment day and the number of days, a date that the
//! calendar does not have becomes the nearest that it has; nothing here can overflow.

mod calendar_names;
mod parse_date;
pub mod today;
pub mod words;

pub use parse_date::{DayError, parse_date};

use chrono::{NaiveDate, TimeDelta};

use crate::guide::sort::sort_by_key;
use crate::guide::{Cycle, DayOffset, Effort, Guide, Label, Labels, Pattern, Step, Window};
use crate::progress::{Mark, Marked, Progress};

/// So many days ahead count as next.
pub const NEXT_DAYS: i64 = 7;

/// The steps that concern the reader, with dates as far as a treatment day is known.
#[derive(Debug, Clone)]
pub struct Plan<'g> {
    /// The day from which the plan is seen.
    pub today: NaiveDate,
    /// The treatment day of the current session.
    pub day: Option<NaiveDate>,
    /// In the order of their dates; those without dates in the order of the guide, behind the others. A step that is
    /// carried waits until that is over, so that none stands twice.
    pub entries: Vec<Entry<'g>>,
    /// What goes on from sessions before the current one, in the order of its dates: what follows a treatment until it is over;
    /// below it what was missed and matters.
    pub carried: Vec<Entry<'g>>,
}

/// A step of the plan.
#[derive(Debug, Clone)]
pub struct Entry<'g> {
    /// The step.
    pub step: &'g Step,
    /// Its window, moved to where the clinic wants it.
    pub window: Window,
    /// The number of days that the clinic named, if it did.
    pub clinic_days: Option<u16>,
    /// What the reader said of it.
    pub mark: Mark,
    /// The day on which the reader said so, where the file tells.
    pub marked_on: Option<NaiveDate>,
    /// Its dates, once the treatment day is known.
    pub dated: Option<Dated>,
}

/// When a step is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The number of the session from whose treatment day it is counted, from 1.
    pub session: usize,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub until: NaiveDate,
    /// Where these days lie, seen from today.
    pub when: When,
    /// What became too late, if anything did.
    pub late: Option<Late>,
}

/// Where the days of a step lie, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// They are over, the step is open, and it can still be made up for.
    Overdue,
    /// Today is one of them.
    Today,
    /// They begin within [`NEXT_DAYS`].
    Next,
    /// They begin later.
    Later,
    /// They are over.
    Past,
}

impl When {
    /// All of them, in the order in which they matter.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::Today, Self::Next, Self::Later, Self::Past];

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Next => "next",
            Self::Later => "later",
            Self::Past => "past",
        }
    }

    /// Its heading in the words of the guide.
    pub fn heading(self, labels: &Labels) -> String {
        let label = match self {
            Self::Next => return labels.fill(Pattern::WhenNext { days: &NEXT_DAYS }),
            Self::Overdue => Label::WhenOverdue,
            Self::Today => Label::WhenToday,
            Self::Later => Label::WhenLater,
            Self::Past => Label::WhenPast,
        };
        labels.get(label).to_owned()
    }
}

/// What is too late about an open step. Whether that matters, the guide says with [`Step::if_missed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// It is to be kept up, and should have been started on this day.
    Start(NaiveDate),
    /// It was to be done by this day.
    End(NaiveDate),
}

impl<'g> Plan<'g> {
    /// The plan of a reader, seen from `today`.
    pub fn new(guide: &'g Guide, progress: &Progress, today: NaiveDate) -> Self {
        let sessions = progress.past().iter().zip(1_usize..);
        let days = sessions.filter_map(|(session, number)| Some((session.treatment_day?, number)));
        let mut carried: Vec<_> = days.flat_map(|session| carried(guide, progress, session, today)).collect();
        sort_by_key(&mut carried, |entry| (entry.matters_missed(), entry.days()));
        let is_carried = |step: &Step| carried.iter().any(|entry| entry.step.id == step.id);
        let of_concern = guide.steps().filter_map(|step| Entry::of_concern(step, progress, today));
        let mut entries: Vec<_> = of_concern.filter(|entry| !is_carried(entry.step)).collect();
        sort_by_key(&mut entries, Entry::days);
        Self { today, day: progress.current().treatment_day, entries, carried }
    }

    /// Leaves out the steps that are done or not for the reader, and says how many there were. What is kept up stays until its
    /// last day.
    pub fn leave_out_marked(&mut self) -> usize {
        let mut count = 0;
        for entries in [&mut self.entries, &mut self.carried] {
            count += entries.extract_if(.., |entry| entry.mark != Mark::Open && !entry.is_under_way()).count();
        }
        count
    }

    /// The same plan in the same places, with the marks as they are in `progress`.
    #[must_use]
    pub fn marked(self, progress: &Progress) -> Self {
        Self { entries: marked(self.entries, progress), carried: marked(self.carried, progress), ..self }
    }

    /// The entries that are listed there, in order.
    pub fn that_are(&self, when: When) -> impl Iterator<Item = &Entry<'g>> {
        self.entries.iter().filter(move |entry| entry.listed() == Some(when))
    }
}

impl<'g> Entry<'g> {
    /// The step as it stands, seen from `today`.
    pub fn new(step: &'g Step, progress: &Progress, today: NaiveDate) -> Self {
        Self::with_clinic_days(step, progress, today, progress.clinic_days(&step.id))
    }

    /// The same, if the step concerns the reader.
    pub fn of_concern(step: &'g Step, progress: &Progress, today: NaiveDate) -> Option<Self> {
        progress.concerns(step).then(|| Self::new(step, progress, today))
    }

    /// The step as it would stand if the clinic had named this number of days, or none.
    pub fn with_clinic_days(step: &'g Step, progress: &Progress, today: NaiveDate, clinic_days: Option<u16>) -> Self {
        let window = clinic_days.map_or(step.window, |days| step.window.with_clinic_days(days, step.moves));
        let (mark, marked_on) = told(progress.marked(&step.id));
        let counted_from = progress.treatment_day(step.cycle);
        let dated = counted_from.map(|session| Dated::new(step, window, mark, session, today));
        Self { step, window, clinic_days, mark, marked_on, dated }
    }

    /// The step as it stands in an earlier session, which had this day and number.
    fn before(step: &'g Step, progress: &Progress, session: (NaiveDate, usize), today: NaiveDate) -> Self {
        let now = Self::new(step, progress, today);
        let (mark, marked_on) = told(progress.marked_before(session.1, &step.id));
        let dated = Some(Dated::new(step, now.window, mark, session, today));
        Self { mark, marked_on, dated, ..now }
    }

    /// Its first and last day; those without come behind all others.
    fn days(&self) -> (NaiveDate, NaiveDate) {
        self.dated.map_or((NaiveDate::MAX, NaiveDate::MAX), |dated| (dated.from, dated.until))
    }

    /// The same with its days before `today` left out: what has begun comes by its last day, before all that begins later.
    pub fn days_ahead(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (from, until) = self.days();
        (from.max(today), until)
    }

    /// Whether it is to be kept up after the treatment, by somebody whom it concerns.
    fn is_aftercare(&self) -> bool {
        self.step.effort == Effort::Throughout && self.window.until > 0 && self.mark != Mark::NotForMe
    }

    /// Whether the reader keeps it up, and is to go on with it today.
    pub fn is_under_way(&self) -> bool {
        let is_today = self.dated.is_some_and(|dated| dated.when == When::Today);
        self.step.effort == Effort::Throughout && self.mark == Mark::Done && is_today
    }

    /// Whether it is open and late, and the guide says that this matters.
    pub fn matters_missed(&self) -> bool {
        let is_late = self.dated.is_some_and(|dated| dated.late.is_some());
        is_late && self.mark == Mark::Open && self.step.if_missed.is_some()
    }

    /// The last day on which it is due, or is late and that matters.
    pub fn shown_until(&self) -> Option<NaiveDate> {
        let dated = self.dated?;
        let missed_until = shifted(dated.from, self.step.missed_until.saturating_sub(self.window.from));
        Some(if self.matters_missed() { dated.until.max(missed_until) } else { dated.until })
    }

    /// Where it is listed: what was missed and matters is for today.
    fn listed(&self) -> Option<When> {
        let when = self.dated?.when;
        Some(if self.matters_missed() { When::Today } else { when })
    }

    /// Whether its first day is still to come.
    pub fn is_ahead(&self) -> bool {
        self.dated.is_some_and(|dated| matches!(dated.when, When::Next | When::Later))
    }
}

impl Dated {
    /// The dates of a step with this window, counted from the treatment day of this session.
    fn new(step: &Step, window: Window, mark: Mark, (day, session): (NaiveDate, usize), today: NaiveDate) -> Self {
        let (from, until) = (shifted(day, window.from), shifted(day, window.until));
        let is_over = until < today;
        let is_in_time = today <= step.if_missed.as_ref().map_or(day, |_| shifted(day, step.missed_until));
        let can_be_made_up = match step.effort {
            _ if step.if_missed.is_some() => is_in_time,
            // What was to be kept up is over with its days.
            Effort::Throughout => false,
            Effort::Once => is_in_time || (window.until > 0 && step.cycle == Cycle::Course),
        };
        let when = match () {
            () if is_over && mark == Mark::Open && can_be_made_up => When::Overdue,
            () if is_over => When::Past,
            () if from <= today => When::Today,
            () if from.signed_duration_since(today).num_days() <= NEXT_DAYS => When::Next,
            () => When::Later,
        };
        let should_have_started = step.effort == Effort::Throughout && from < today && is_in_time;
        let late = match when {
            _ if mark != Mark::Open => None,
            When::Overdue => Some(Late::End(until)),
            When::Today if should_have_started => Some(Late::Start(from)),
            When::Today | When::Next | When::Later | When::Past => None,
        };
        Self { session, from, until, when, late }
    }
}

/// What goes on from an earlier session with this day and number: everything after the treatment until its days are over, and
/// what was missed and matters.
fn carried<'g>(guide: &'g Guide, progress: &Progress, session: (NaiveDate, usize), today: NaiveDate) -> Vec<Entry<'g>> {
    let steps = guide.steps().filter(|step| step.cycle == Cycle::Session && progress.concerns(step));
    let entries: Vec<_> = steps.map(|step| Entry::before(step, progress, session, today)).collect();
    let has_been = session.0 <= today;
    let goes_on = |entry: &Entry<'_>| {
        has_been && entry.window.until > 0 && entry.mark != Mark::NotForMe && today <= entry.days().1
    };
    entries.into_iter().filter(|entry| goes_on(entry) || entry.matters_missed()).collect()
}

/// The last day of what is to be kept up after a treatment.
fn aftercare_end(entries: &[Entry<'_>]) -> Option<NaiveDate> {
    let aftercare = entries.iter().filter(|entry| entry.is_aftercare());
    aftercare.filter_map(|entry| entry.dated).map(|dated| dated.until).max()
}

/// A mark, and the day of it, where the file tells.
fn told(marked: Option<&Marked>) -> (Mark, Option<NaiveDate>) {
    (marked.map_or(Mark::Open, |marked| marked.mark), marked.and_then(Marked::at).map(|at| at.date_naive()))
}

/// These entries where they are, with the marks as they are in `progress`.
fn marked<'g>(entries: Vec<Entry<'g>>, progress: &Progress) -> Vec<Entry<'g>> {
    let with_mark = |entry: Entry<'g>| {
        let session = entry.dated.map(|dated| dated.session).filter(|_| entry.step.cycle == Cycle::Session);
        let before = session.filter(|session| *session < progress.session_number());
        let id = &entry.step.id;
        let (mark, marked_on) = told(before.map_or(progress.marked(id), |it| progress.marked_before(it, id)));
        Entry { mark, marked_on, ..entry }
    };
    entries.into_iter().map(with_mark).collect()
}

/// The day so many days after (or before) another, or the last (or first) one of the calendar.
pub fn shifted(day: NaiveDate, days: DayOffset) -> NaiveDate {
    let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    day.checked_add_signed(TimeDelta::days(days.into())).unwrap_or(end)
}

/// The days from one day to another, negative if the other is earlier.
pub fn days_between(from: NaiveDate, until: NaiveDate) -> i64 {
    until.signed_duration_since(from).num_days()
}
