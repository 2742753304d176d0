//! Writes printed words in the signs that can be shown and, for a terminal, in bold and color; nothing else that prints does.
//!
//! The colors are the terminal's own, not those of a palette, because the ground is its own too. They follow those of the
//! screen in hue; whatever they tell stands there in words as well.

use anstyle::{AnsiColor, Style};

use crate::guide::CalloutKind;
use crate::page::layout::{Glyphs, Line, Role};
use crate::terminal::sanitize::{on_its_own, visible};

/// What words are written with.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'a> {
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
    /// Whether there are bold and color.
    pub ink: Styling,
}

/// Whether there are bold and color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Styling {
    /// Words alone.
    Plain,
    /// Bold and color, in the escape sequences of terminals.
    Colored,
}

impl<'a> Pen<'a> {
    /// Words alone, in these signs.
    pub fn plain(glyphs: &'a Glyphs) -> Self {
        Self { glyphs, ink: Styling::Plain }
    }

    /// The words; no character in them can act on a terminal.
    pub fn write(self, words: &str) -> String {
        visible(&on_its_own(&self.glyphs.spell(words))).into_owned()
    }

    /// The words of a heading.
    pub fn heading(self, words: &str) -> String {
        self.styled(Style::new().bold(), words)
    }

    /// A line of a page, without blanks at its end.
    pub fn line(self, line: Line<'_>) -> String {
        let mut left = line.text().len();
        let written = line.runs().map(|run| {
            let words = &run.text[..run.text.len().min(left)];
            left -= words.len();
            self.styled(style(run.role), words)
        });
        written.collect()
    }

    fn styled(self, style: Style, words: &str) -> String {
        let written = self.write(words);
        match self.ink {
            Styling::Colored if !words.trim().is_empty() => format!("{style}{written}{style:#}"),
            Styling::Colored | Styling::Plain => written,
        }
    }
}

fn style(role: Role) -> Style {
    if let Role::Callout(callout) = role {
        Style::new().bold().fg_color(Some(color(callout).into()))
    } else if matches!(role, Role::Heading(_) | Role::Name | Role::Column | Role::Strong) {
        Style::new().bold()
    } else {
        Style::new()
    }
}

fn color(kind: CalloutKind) -> AnsiColor {
    match kind {
        CalloutKind::Note => AnsiColor::Cyan,
        CalloutKind::Ask => AnsiColor::Blue,
        CalloutKind::Caution => AnsiColor::Yellow,
        CalloutKind::Urgent => AnsiColor::Red,
    }
}
