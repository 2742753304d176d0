//! The strip of days above the agenda: what the plan comes to on it.

use super::app::App;
use crate::guide::Label;
use crate::picture::timeline::{Piece, Timeline, Words};
use crate::progress::Mark;
use crate::schedule::{Dated, Plan, When, days_between, words};

/// The strip, once there is a treatment day.
pub fn rows(app: &App) -> Option<Vec<Vec<Piece>>> {
    let plan = Plan::new(&app.guide, &app.progress, app.today);
    let day = plan.day?;
    let open = plan.entries.iter().filter(|entry| entry.mark == Mark::Open).filter_map(|entry| entry.dated);
    let steps =
        open.filter(|dated| dated.when != When::Past).map(|dated| days_between(day, at(&dated, &plan))).collect();
    let timeline = Timeline { today: days_between(day, plan.today), steps };
    let labels = &app.guide.labels;
    let today = labels.fill(Label::StripToday, &[("distance", &words::distance(day, plan.today, labels))]);
    Some(timeline.draw(Words { day: labels.get(Label::StripDay), today: &today }, app.glyphs.charset))
}

/// The day on which a step wants attention next.
fn at(dated: &Dated, plan: &Plan<'_>) -> chrono::NaiveDate {
    match dated.when {
        When::Overdue | When::Today => plan.today,
        When::Next | When::Later | When::Past => dated.from,
    }
}
