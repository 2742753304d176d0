//! The names of months and weekdays as people type them: beginnings, other forms, without accents.

use crate::guide::letters::alike;
use crate::guide::{Label, Labels};

/// The names of months or of weekdays.
pub(super) struct CalendarNames {
    short: Label,
    long: Label,
    /// A beginning has so many letters.
    least: usize,
    /// Forms of a name differ in so many letters at their ends.
    ending: usize,
}

/// From Monday on.
pub(super) const WEEKDAYS: CalendarNames =
    CalendarNames { short: Label::Weekdays, long: Label::WeekdayNames, least: 2, ending: 2 };
/// From January on.
pub(super) const MONTHS: CalendarNames =
    CalendarNames { short: Label::Months, long: Label::MonthNames, least: 3, ending: 4 };

impl CalendarNames {
    /// The place, from 0, of the one name that these letters mean.
    pub(super) fn place(&self, letters: &str, labels: &Labels) -> Option<usize> {
        let [short, own] = [self.short, self.long].map(|label| labels.get(label));
        let english = self.long.default_text();
        let lists = [(short, false), (own, own != english), (english, false)];
        let lists = lists.map(|(list, has_forms)| (alike(list), has_forms));
        let all = || {
            lists.iter().flat_map(|(list, has_forms)| {
                let names = list.split(' ').map(|name| name.trim_end_matches('.')).enumerate();
                names.map(|(place, name)| (place, name, *has_forms))
            })
        };
        let letters = &*alike(letters);
        if let Some((place, ..)) = all().find(|(_, name, _)| *name == letters) {
            return Some(place);
        }
        let is_long = letters.chars().count() >= self.least;
        let is_it =
            |name: &str, has_forms| is_long && name.starts_with(letters) || has_forms && self.are_forms(letters, name);
        let mut meant = all().filter(|(_, name, has_forms)| is_it(name, *has_forms)).map(|(place, ..)| place);
        let first = meant.next()?;
        meant.all(|place| place == first).then_some(first)
    }

    /// Whether two words are forms of one name, as "grudzien" and "grudnia" are: they begin alike.
    fn are_forms(&self, one: &str, other: &str) -> bool {
        /// In so many letters at least.
        const ALIKE: usize = 3;
        let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
        alike >= ALIKE && [one, other].iter().all(|word| word.chars().count() <= alike + self.ending)
    }
}
