//! The visual grammar on one page: what each thing on the screen looks like.
//!
//! Weight leads the eye: what is bright is read first, what is dim last. One color says "this opens or does something",
//! and no other thing has it; red, amber and blue are for warnings alone, green for what is done. Without colors, weight is
//! told by bold, underline and reverse. Signs stand in [`crate::page::layout::Glyphs`], in Unicode and in ASCII; blank rows
//! are given by the layout of a page: one or two above a heading, none below it. No row changes under the pointer, because
//! terminals that report each of its movements flood a slow line.

use ratatui::style::Modifier;

use crate::figure::Paint;
use crate::guide::CalloutKind;
use crate::page::element::Level;
use crate::page::layout::Role;
use crate::progress::Mark;
use crate::terminal::palette::{Palette, Rgb};

/// A thing on the screen beside the text of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The ground, and the words on it that nothing else is said of.
    Text,
    /// Words of less weight: hints, places, what is disabled and why.
    Weak,
    /// Lines and frames.
    Line,
    /// The title of the guide and of panels, and the outcome of the last action.
    Title,
    /// A key in the footer and in the list of actions.
    Key,
    /// What is chosen: the tab shown, a row of a list.
    Chosen,
    /// The ground of the row in focus; the words on it keep their colors.
    Raised,
    /// The sign beside what is in focus.
    Focus,
    /// Where letters go, while the terminal's cursor stands elsewhere.
    Caret,
    /// Words that were searched for.
    Hit,
    /// The part of a bar that is filled, the thumb of a scroll bar.
    Filled,
    /// The ground of the title.
    TitleBar,
    /// The ground of the tab bar, which without colors is the line above the text.
    TabBar,
    /// The ground of the keys and messages below the text.
    Footer,
    /// Characters on a page.
    Page(Role),
}

impl From<Role> for Look {
    fn from(role: Role) -> Self {
        Self::Page(role)
    }
}

/// What a thing looks like. What has no color of its own keeps that of what it stands on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Appearance {
    pub(super) words: Option<Ink>,
    pub(super) ground: Option<Ink>,
    /// Its weight beside its color.
    pub(super) weight: Modifier,
    /// Its weight where there is no color.
    pub(super) mono: Modifier,
}

/// A color of whichever palette is in force.
pub(super) type Ink = fn(&Palette) -> Rgb;

const TEXT: Option<Ink> = Some(|palette| palette.text);
const WEAK: Option<Ink> = Some(|palette| palette.weak);
const LINE: Option<Ink> = Some(|palette| palette.line);
const BRIGHT: Option<Ink> = Some(|palette| palette.heading);
const ACTS: Option<Ink> = Some(|palette| palette.accent);
const DONE: Option<Ink> = Some(|palette| palette.done);
const ASK: Option<Ink> = Some(|palette| palette.ask);
const CAUTION: Option<Ink> = Some(|palette| palette.caution);
const URGENT: Option<Ink> = Some(|palette| palette.urgent);
const HIT: Option<Ink> = Some(|palette| palette.hit);
const ON_HIT: Option<Ink> = Some(|palette| palette.on_hit);
const GROUND: Option<Ink> = Some(|palette| palette.ground);
const RAISED: Option<Ink> = Some(|palette| palette.raised);
const KEPT: Option<Ink> = None;

const PLAIN: Modifier = Modifier::empty();
const BOLD: Modifier = Modifier::BOLD;
const LINED: Modifier = Modifier::UNDERLINED;
const TURNED: Modifier = Modifier::REVERSED;
const STRONG: Modifier = Modifier::REVERSED.union(Modifier::BOLD);

/// The table.
#[rustfmt::skip]
#[expect(clippy::match_same_arms, reason = "a table has a line for each thing")]
pub(super) fn appearance(thing: Look) -> Appearance {
    let (words, ground, weight, mono) = match thing {
        //                                     color    ground  weight  without color
        Look::Text                        => (TEXT,    GROUND, PLAIN,  PLAIN),
        Look::Title                       => (BRIGHT,  KEPT,   BOLD,   BOLD),
        Look::Weak                        => (WEAK,    KEPT,   PLAIN,  PLAIN),
        Look::Line                        => (LINE,    KEPT,   PLAIN,  PLAIN),
        Look::Key                         => (ACTS,    KEPT,   BOLD,   BOLD),
        Look::Focus                       => (ACTS,    KEPT,   BOLD,   BOLD),
        Look::Filled                      => (ACTS,    KEPT,   PLAIN,  PLAIN),
        Look::Chosen                      => (GROUND,  ACTS,   BOLD,   STRONG),
        Look::Hit                         => (ON_HIT,  HIT,    BOLD,   STRONG),
        Look::Caret                       => (KEPT,    KEPT,   TURNED, TURNED),
        Look::Raised                      => (KEPT,    RAISED, PLAIN,  TURNED),
        Look::TitleBar                    => (KEPT,    RAISED, PLAIN,  PLAIN),
        Look::TabBar                      => (KEPT,    RAISED, PLAIN,  LINED),
        Look::Footer                      => (KEPT,    RAISED, PLAIN,  TURNED),
        Look::Page(role) => match role {
            Role::Heading(Level::Tab | Level::Section) => (BRIGHT, KEPT, BOLD, BOLD),
            Role::Heading(Level::Item)     => (TEXT,    KEPT,   BOLD,   BOLD),
            Role::Body                     => (TEXT,    KEPT,   PLAIN,  PLAIN),
            Role::Strong                   => (TEXT,    KEPT,   BOLD,   BOLD),
            Role::Emphasis                 => (BRIGHT,  KEPT,   PLAIN,  PLAIN),
            Role::Weak | Role::Citation    => (WEAK,    KEPT,   PLAIN,  PLAIN),
            Role::Marker                   => (WEAK,    KEPT,   PLAIN,  PLAIN),
            Role::Name                     => (TEXT,    KEPT,   BOLD,   BOLD),
            Role::Column                   => (WEAK,    KEPT,   BOLD,   BOLD),
            Role::Rule                     => (LINE,    KEPT,   PLAIN,  PLAIN),
            Role::Hint                     => (ACTS,    KEPT,   PLAIN,  PLAIN),
            Role::Link                     => (ACTS,    KEPT,   LINED,  LINED),
            Role::Callout(CalloutKind::Note)    => (BRIGHT,  KEPT, BOLD, BOLD),
            Role::Callout(CalloutKind::Ask)     => (ASK,     KEPT, BOLD, BOLD),
            Role::Callout(CalloutKind::Caution) => (CAUTION, KEPT, BOLD, BOLD),
            Role::Callout(CalloutKind::Urgent)  => (URGENT,  KEPT, BOLD, BOLD),
            Role::Box(Mark::Open)          => (TEXT,    KEPT,   BOLD,   BOLD),
            Role::Box(Mark::Done)          => (DONE,    KEPT,   BOLD,   BOLD),
            Role::Task(Mark::Open)         => (TEXT,    KEPT,   PLAIN,  PLAIN),
            Role::Task(Mark::Done)         => (DONE,    KEPT,   PLAIN,  PLAIN),
            Role::Box(Mark::NotForMe) | Role::Task(Mark::NotForMe) => (WEAK, KEPT, PLAIN, PLAIN),
            Role::Drawn(Paint::Weak)       => (WEAK,    KEPT,   PLAIN,  PLAIN),
            Role::Drawn(Paint::Accent)     => (ACTS,    KEPT,   PLAIN,  PLAIN),
            Role::Drawn(Paint::Strong)     => (ACTS,    KEPT,   BOLD,   BOLD),
            // The colors of areas come with the drawing.
            Role::Drawn(Paint::Areas(..))  => (KEPT,    KEPT,   PLAIN,  PLAIN),
        },
    };
    Appearance { words, ground, weight, mono }
}
