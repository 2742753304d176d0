//! The rows of a place in the order in which people look for them: what they do most first, ways through the text last,
//! and what belongs together as one.

use super::{Binding, Scope, rows};
use crate::guide::sort::sort_by_key;
use crate::tui::action::{Action, Walk};

/// Actions that are told as one.
const TOGETHER: &[&[Action]] = &[&[Action::Undo, Action::Redo], &[Action::Quit, Action::QuitNow]];

/// Ways through the text; each row of them is told as one.
const WAYS: &[&[Action]] = &[
    &[Action::Enter, Action::Unfold],
    &[Action::FoldAway],
    &[Action::Walk(Walk::Down), Action::Walk(Walk::Up)],
    &[Action::AnswerOrPage, Action::Walk(Walk::PageDown), Action::Walk(Walk::PageUp)],
    &[Action::Walk(Walk::HalfPageDown), Action::Walk(Walk::HalfPageUp)],
    &[Action::Walk(Walk::Top), Action::Walk(Walk::Bottom)],
    &[Action::Walk(Walk::NextHeading), Action::Walk(Walk::PreviousHeading)],
    &[Action::NextTab, Action::PreviousTab],
    &[Action::NextHit, Action::PreviousHit],
    &[Action::Close],
];

/// The rows that hold in `scope`, each with those that are told with it.
pub fn gathered(scope: Scope) -> Vec<Vec<&'static Binding>> {
    let rank = |row: &Binding| (place(row, WAYS).map_or(0, |way| way + 1), row.hint.unwrap_or(u8::MAX));
    let mut rows: Vec<_> = rows(scope).into_iter().map(|row| (rank(row), row)).collect();
    sort_by_key(&mut rows, |(rank, _)| *rank);
    let mut told: Vec<Vec<&Binding>> = Vec::new();
    for (_, row) in rows {
        let family = [WAYS, TOGETHER].into_iter().find_map(|all| Some(all[place(row, all)?]));
        let is_told_with = |others: &&mut Vec<&Binding>| {
            family.is_some_and(|family| others.iter().any(|other| family.contains(&other.means.action(0))))
        };
        match told.iter_mut().find(is_told_with) {
            Some(others) => others.push(row),
            None => told.push(vec![row]),
        }
    }
    told
}

fn place(row: &Binding, all: &[&[Action]]) -> Option<usize> {
    all.iter().position(|family| family.contains(&row.means.action(0)))
}
