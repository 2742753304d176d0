//! Tells what is due when.

use std::process::ExitCode;

use super::{CommandError, day, guide_file, now, output, pen, say, tell, today};
use crate::cli::arguments::{ScheduleArguments, ScheduleFormat, SharedArguments};
use crate::export::ics::{CalendarScope, PlanFile};
use crate::export::schedule;
use crate::guide::Label;
use crate::schedule::Plan;
use crate::schedule::today::aftercare_until;
use crate::terminal::environment::Environment;

pub(super) fn run(
    shared: &SharedArguments,
    schedule: &ScheduleArguments,
    environment: &Environment,
) -> Result<ExitCode, CommandError> {
    let pen = pen(shared, environment);
    let guide = guide_file::load(shared, pen.glyphs)?;
    let today = today(shared);
    let wanted = schedule.date.as_deref().map(|words| day(words, &guide, today)).transpose()?;
    let (_, progress, notice) = guide_file::progress(shared, &guide)?;
    tell(notice);
    let progress = match wanted {
        // Who looks ahead in the days of aftercare has been treated, and needs that too.
        Some(day) if today < day && aftercare_until(&guide, &progress, today).is_some() => {
            progress.with_next_session(day)
        }
        Some(day) => progress.with_treatment_day(day),
        None => progress,
    };
    let mut plan = Plan::new(&guide, &progress, today);
    let mut entries = plan.entries.iter().chain(&plan.carried);
    if plan.day.is_none() && entries.all(|entry| entry.dated.is_none()) {
        return Err(CommandError::NoTreatmentDay);
    }
    let left_out = if schedule.all { 0 } else { plan.leave_out_marked() };
    let told = schedule::Schedule { guide: &guide, progress: &progress, plan: &plan, left_out, pen };
    match schedule.format {
        ScheduleFormat::Text => output(&told.text())?,
        ScheduleFormat::Json => output(&told.json())?,
        ScheduleFormat::Ics => {
            let scope = if schedule.all { CalendarScope::Everything } else { CalendarScope::Reminders };
            let file = PlanFile { guide: &guide, progress: &progress, today, scope, now: now(shared) };
            // Without a plan of its own the calendar cannot know the entries of an earlier file.
            if progress.plan_name().is_none() {
                say("note", guide.labels.get(Label::CalendarNotKept));
            }
            output(&file.text())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
