//! Steps that an overlay gives other days, but leaves under a heading whose other steps are far from them.

use crate::content::report::Reporter;
use crate::guide::sort::sort_by_key;
use crate::guide::{Group, Guide, Window};
use std::collections::HashMap;
use std::ops::Range;

/// The first and the last days of the steps under a heading.
struct HeadingDays<'g> {
    group: &'g Group,
    from: Vec<i32>,
    until: Vec<i32>,
}

impl<'g> HeadingDays<'g> {
    fn of(group: &'g Group) -> Self {
        let mut from: Vec<_> = group.steps.iter().map(|step| step.window.from).collect();
        let mut until: Vec<_> = group.steps.iter().map(|step| step.window.until).collect();
        sort_by_key(&mut from, |day| *day);
        sort_by_key(&mut until, |day| std::cmp::Reverse(*day));
        Self { group, from, until }
    }

    /// So many days lie between a step and all others here; nothing if there are none.
    fn away(&self, step: Window, is_here: bool) -> Option<i32> {
        // Whoever is looked at is not one of the others.
        let first = |days: &[i32], own| days.get(usize::from(is_here && days.first() == Some(&own))).copied();
        let (from, until) = (first(&self.from, step.from)?, first(&self.until, step.until)?);
        Some(0.max(from - step.until).max(step.from - until))
    }
}

/// Notes which of these steps are nearer to the days of the steps under another heading.
pub(super) fn note(guide: &Guide, changed: &[(String, Range<usize>)], reporter: &Reporter<'_>) {
    if changed.is_empty() {
        return;
    }
    let headings: Vec<_> = guide.groups.iter().map(HeadingDays::of).collect();
    let steps = headings
        .iter()
        .enumerate()
        .flat_map(|(own, heading)| heading.group.steps.iter().map(move |step| (step.id.as_str(), (own, step.window))));
    let steps: HashMap<_, _> = steps.collect();
    for (id, place) in changed {
        let Some((own, window)) = steps.get(id.as_str()).copied() else { continue };
        let away = |(index, heading): (usize, &HeadingDays<'_>)| heading.away(window, index == own);
        let others = headings.iter().enumerate().filter(|(index, _)| *index != own);
        let nearest = others.min_by_key(|other| away(*other).unwrap_or(i32::MAX));
        // Beside no other step a heading says little, so another one must fit well.
        let is_nearer = |other| away(other).unwrap_or(i32::MAX) < away((own, &headings[own])).unwrap_or(1);
        if let Some((_, nearest)) = nearest.filter(|other| is_nearer(*other)) {
            let title = &headings[own].group.title;
            let message = format!("with these days the step `{id}` stands under the wrong heading, \"{title}\".");
            let move_it =
                format!("write `group = \"{}\"` to move it to \"{}\".", nearest.group.id, nearest.group.title);
            let before = Window { from: -window.from, until: -window.from };
            let may_lack_minus =
                window.from > 0 && window.from == window.until && headings[own].away(before, false) == Some(0);
            let help = if may_lack_minus {
                format!("is a minus missing? Then write `on = {}`. If not, {move_it}", before.from)
            } else {
                move_it
            };
            reporter.warning("step-heading", place.clone(), message, help);
        }
    }
}
