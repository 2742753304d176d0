//! Steps that an overlay gives other days or another place, but leaves under a heading whose other steps begin far from them,
//! or end before the treatment.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::content::format::Key;
use crate::content::format::steps::step;
use crate::content::report::Reporter;
use crate::guide::sort::sort_by_key;
use crate::guide::{Group, Guide, Window};

/// A step with other days or another place than in the base, and the places that say when it begins and when it ends.
pub(crate) type Moved = (String, [Range<usize>; 2]);

/// A step with such a change, unless that says neither where it goes nor its days.
pub(super) fn moved(step: &str, change: &DeTable<'_>, place: &Range<usize>, is_placed: bool) -> Option<Moved> {
    let day = |keys: [Key; 3]| keys.into_iter().find_map(|key| change.get(key.name)).map(Spanned::span);
    let days = [[step::ON, step::FROM, step::UNTIL], [step::ON, step::UNTIL, step::FROM]].map(day);
    let is_moved = is_placed || days[0].is_some();
    is_moved.then(|| (step.to_owned(), days.map(|day| day.unwrap_or(place.clone()))))
}

/// The first days of the steps under a heading, in order.
struct HeadingDays<'g> {
    group: &'g Group,
    from: Vec<i32>,
}

impl<'g> HeadingDays<'g> {
    fn of(group: &'g Group) -> Self {
        let mut from: Vec<_> = group.steps.iter().map(|step| step.window.from).collect();
        sort_by_key(&mut from, |day| *day);
        Self { group, from }
    }

    /// So many days lie between the first day of a step and those of all others here; nothing if there are none.
    fn away(&self, step: Window, is_here: bool) -> Option<i32> {
        // Whoever is looked at is not one of the others.
        let own = |day: Option<&i32>| usize::from(is_here && day == Some(&step.from));
        let first = self.from.get(own(self.from.first()))?;
        let last = self.from.iter().rev().nth(own(self.from.last()))?;
        Some(0.max(first - step.from).max(step.from - last))
    }

    /// How a step that ends after the treatment says its days with a minus, if all others here begin before it.
    fn with_minus(&self, window: Window) -> Option<String> {
        let before = self.from.iter().filter(|day| **day < 0).count() + usize::from(window.from >= 0);
        let is_alone =
            before == self.from.len() && before > 1 && self.from.first().is_some_and(|day| *day <= -window.until);
        let key = if window.from == window.until {
            step::ON
        } else if window.from <= -window.until {
            step::UNTIL
        } else {
            return None;
        };
        (is_alone && window.until > 0).then(|| format!("{} = -{}", key.name, window.until))
    }
}

/// Notes which of these steps are nearer to the days of the steps under another heading, or have lost a minus.
pub(crate) fn note(guide: &Guide, changed: &[Moved], reporter: &Reporter<'_>) {
    if changed.is_empty() {
        return;
    }
    let headings: Vec<_> = guide.groups.iter().map(HeadingDays::of).collect();
    let steps = headings
        .iter()
        .enumerate()
        .flat_map(|(own, heading)| heading.group.steps.iter().map(move |step| (step.id.as_str(), (own, step.window))));
    let steps: HashMap<_, _> = steps.collect();
    for (id, [first, last]) in changed {
        let Some((own, window)) = steps.get(id.as_str()).copied() else { continue };
        let away = |(index, heading): (usize, &HeadingDays<'_>)| heading.away(window, index == own);
        let others = headings.iter().enumerate().filter(|(index, _)| *index != own);
        let nearest = others.min_by_key(|other| away(*other).unwrap_or(i32::MAX));
        // Beside no other step a heading says little, so another one must fit well.
        let is_nearer = |other| away(other).unwrap_or(i32::MAX) < away((own, &headings[own])).unwrap_or(1);
        let nearest = nearest.filter(|other| is_nearer(*other)).map(|(_, heading)| heading);
        let minus = headings[own].with_minus(window);
        let (title, place) = (&headings[own].group.title, if nearest.is_some() { first } else { last });
        let help = match nearest.map(|heading| heading.group) {
            Some(Group { id, title, .. }) => format!("write `group = \"{id}\"` to move it to \"{title}\"."),
            None if minus.is_none() => continue,
            None => format!("write `group = \"{}\"`, and it stays there.", headings[own].group.id),
        };
        let message = format!("with these days the step `{id}` stands under the wrong heading, \"{title}\".");
        let minus = minus.map(|days| format!("is a minus missing? Then write `{days}`. If not, ")).unwrap_or_default();
        reporter.warning("step-heading", place.clone(), message, minus + &help);
    }
}
