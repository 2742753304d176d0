//! A table of days on a page: the row of today says so.

use chrono::NaiveDate;

use crate::guide::{Guide, Pattern, Span, SpanRole, Table, Text};
use crate::progress::Progress;
use crate::schedule::days_between;

/// The table; if it is one of days, and a treatment was before today, the row of today begins with that.
pub(super) fn with_today(guide: &Guide, table: &Table, progress: &Progress, today: NaiveDate) -> Table {
    let mut table = table.clone();
    let sessions = progress.past().iter().chain([progress.current()]);
    let last = sessions.filter_map(|session| session.treatment_day).filter(|day| *day <= today).max();
    let days = last.map(|day| days_between(day, today));
    if let Some((days, row)) = days.and_then(|days| Some((days, table.row_of(days)?)))
        && let Some(cell) = table.rows.get_mut(row).and_then(|row| row.first_mut())
    {
        let words = guide.labels.fill(Pattern::DayTableToday { day: &days });
        cell.spans.insert(0, Span { text: format!("\u{203a} {words}\n"), role: SpanRole::Today });
    }
    table
}

/// The row of today alone, below the heads of its columns.
pub(super) fn today(table: &Table) -> Option<Table> {
    let is_today = |row: &&Vec<Text>| row.iter().flat_map(|cell| &cell.spans).any(|span| span.role == SpanRole::Today);
    let row = table.rows.iter().find(is_today)?;
    Some(Table { caption: None, columns: table.columns.clone(), rows: vec![row.clone()], days: Vec::new() })
}
