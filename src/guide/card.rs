//! Cards, and what their headings are.

use serde::Serialize;

use super::{Callout, Certainty, Folding, Id, Label, Prose, SourceId, Text, named};

/// One thing described under the fixed headings of its kind.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// What is described; a card of no kind has no fixed headings.
    pub kind: Option<CardKind>,
    /// Stable name.
    pub id: Id,
    /// Its name in words.
    pub title: String,
    /// What is shown of it before the reader asks for more.
    #[serde(flatten)]
    pub fold: Folding,
    /// Words that people search with and the text does not use.
    pub also: Vec<String>,
    /// A first sentence or two.
    pub text: Prose,
    /// In the order of [`CardKind::facts`], none missing.
    pub facts: Vec<Fact>,
    /// What must not be overlooked about it; one that is urgent stands in the warning signs of the guide too.
    pub callouts: Vec<Callout>,
    /// How well this is supported, where the author said so.
    pub certainty: Option<Certainty>,
    /// Those cited in its words, then those named for the whole card.
    pub sources: Vec<SourceId>,
}

impl Card {
    /// Everything that its author wrote as text, in order.
    pub fn texts(&self) -> Vec<&Text> {
        let facts = self.facts.iter().map(|fact| &fact.text);
        let callouts = self.callouts.iter().flat_map(|callout| callout.text.texts());
        self.fold.gist.iter().chain(self.text.texts()).chain(facts).chain(callouts).collect()
    }

    /// The sources that its words cite, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        self.texts().into_iter().flat_map(Text::citations)
    }
}

named! {
    /// What a card describes.
    pub enum CardKind {
        /// A type of scar, or a mark that is taken for one.
        ScarType = "scar-type",
        /// Something that can go wrong.
        Risk = "risk",
        /// Something that can be done about scars, doing nothing included.
        Option = "option",
    }
}

impl CardKind {
    /// What a card of this kind must say, in the order shown.
    pub fn facts(self) -> &'static [FactName] {
        match self {
            Self::ScarType => &[
                FactName { key: "shape", label: Label::FactShape },
                FactName { key: "size", label: Label::FactSize },
                FactName { key: "how-common", label: Label::FactHowCommon },
                FactName { key: "needling", label: Label::FactNeedling },
                FactName { key: "often-chosen", label: Label::FactOftenChosen },
            ],
            Self::Risk => &[
                FactName { key: "looks-like", label: Label::FactLooksLike },
                FactName { key: "how-often", label: Label::FactHowOften },
                FactName { key: "lower-it", label: Label::FactLowerIt },
                FactName { key: "what-to-do", label: Label::FactWhatToDo },
            ],
            Self::Option => &[
                FactName { key: "idea", label: Label::FactIdea },
                FactName { key: "best-for", label: Label::FactBestFor },
                FactName { key: "good", label: Label::FactGood },
                FactName { key: "bad", label: Label::FactBad },
            ],
        }
    }
}

/// A heading that every card of a kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FactName {
    /// Its key in a content file.
    #[serde(rename = "name")]
    pub key: &'static str,
    /// The word that the program shows for it.
    #[serde(skip)]
    pub label: Label,
}

/// What a card says under one of its headings.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The heading.
    #[serde(flatten)]
    pub name: FactName,
    /// What it says.
    pub text: Text,
}
