//! Counts of people, each as dots of one hundred.

use serde::Serialize;

use crate::guide::{Label, Labels, Pattern, Span, SpanRole, Text};

/// Counts of people, one below the other, all with the same denominator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dots {
    /// How to read it, and where its numbers come from.
    pub caption: Text,
    /// What is drawn, from the top; at least one.
    pub outcomes: Vec<Outcome>,
}

/// Something that happens to some people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// What happens.
    pub title: String,
    /// To how many it happened; nothing where nobody has counted well.
    #[serde(flatten)]
    pub count: Option<Frequency>,
    /// Who was counted, with the source.
    pub text: Text,
}

impl Outcome {
    /// How many of 100, for instance "14 of 100", or that nobody knows.
    pub fn share(&self, labels: &Labels) -> String {
        self.count.map_or_else(|| labels.get(Label::NotMeasured).to_owned(), |count| count.share(labels))
    }

    /// Everything in one line: how many of 100, how many were counted, and who.
    pub fn words(&self, labels: &Labels) -> Text {
        let study = self.count.map_or_else(String::new, |count| format!(" ({})", count.study(labels)));
        let mut text = self.text.clone();
        text.spans.insert(0, Span { text: format!("{}{study}. ", self.share(labels)), role: SpanRole::Plain });
        text
    }
}

/// How many of how many people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Frequency {
    count: u32,
    of: u32,
}

impl Frequency {
    /// So many dots are drawn for every outcome.
    pub const DOTS: u32 = 100;
    /// A study of fewer people is called small: one person more would be a dot more.
    pub const SMALL: u32 = 100;
    /// No study that is drawn here counted more people.
    pub const LARGEST: u32 = 1_000_000;

    /// Takes the numbers, if there is someone of whom to count some.
    pub fn new(count: u32, of: u32) -> Option<Self> {
        (count <= of && (1..=Self::LARGEST).contains(&of)).then_some(Self { count, of })
    }

    /// How many of 100, to the nearest, but neither nobody nor everybody where that is not true.
    fn nearest(self) -> u32 {
        (self.count * 2 * Self::DOTS / self.of).div_ceil(2)
    }

    /// How many dots are filled: a dot for each whole person of 100, rounded to the nearest.
    pub fn filled(self) -> u32 {
        if self.count < self.of { self.nearest().min(Self::DOTS - 1) } else { Self::DOTS }
    }

    /// How many of 100, for instance "14 of 100".
    pub fn share(self, labels: &Labels) -> String {
        let nearest = self.nearest();
        if self.count > 0 && nearest == 0 {
            return labels.get(Label::FewerThanOne).to_owned();
        }
        if self.count < self.of && nearest == Self::DOTS {
            return labels.get(Label::MoreThanNinetyNine).to_owned();
        }
        labels.fill(Pattern::OfHundred { count: &nearest })
    }

    /// How many were counted, and what to keep in mind of few or of nobody: "5 of 36 people, small study".
    pub fn study(self, labels: &Labels) -> String {
        let words = labels.fill(Pattern::OfPeople { count: &self.count, of: &self.of });
        let small = (self.of < Self::SMALL && self.count > 0).then(|| labels.get(Label::SmallStudy));
        let none = (self.count == 0).then(|| labels.get(Label::NoneSeen));
        let parts: Vec<_> = [Some(words.as_str()), small, none].into_iter().flatten().collect();
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(count: u32, of: u32) -> (u32, String) {
        let count = Frequency::new(count, of).unwrap();
        (count.filled(), count.share(&Labels::default()))
    }

    #[test]
    fn a_share_is_rounded_to_the_nearest_person_of_a_hundred() {
        assert_eq!(drawn(5, 36), (14, "14 of 100".to_owned()));
        assert_eq!(drawn(2, 36), (6, "6 of 100".to_owned()));
        assert_eq!(drawn(0, 46), (0, "0 of 100".to_owned()));
        assert_eq!(drawn(36, 36), (100, "100 of 100".to_owned()));
    }

    #[test]
    fn some_are_neither_nobody_nor_everybody() {
        assert_eq!(drawn(1, 1000), (0, "fewer than 1 of 100".to_owned()));
        assert_eq!(drawn(999, 1000), (99, "more than 99 of 100".to_owned()));
    }

    #[test]
    fn a_small_study_is_called_one() {
        let words = |of| Frequency::new(1, of).unwrap().study(&Labels::default());
        assert_eq!(words(99), "1 of 99 people, small study");
        assert_eq!(words(100), "1 of 100 people");
        let none = Frequency::new(0, 39).unwrap().study(&Labels::default());
        assert_eq!(none, "0 of 39 people, may still happen");
        assert_eq!(Frequency::new(2, 1), None);
        assert_eq!(Frequency::new(0, 0), None);
    }
}
