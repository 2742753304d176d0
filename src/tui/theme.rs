//! Colors by role. A palette is chosen once; nothing else that draws the screen names a color.
//!
//! The palettes paint their own background, because only then is the contrast known: every pair that can meet keeps at
//! least 4.5:1 (WCAG 1.4.3), in full color and in the 256 colors that most terminals have. In `mono` the terminal's own
//! colors stay, and weight is told by bold, underline and reverse alone. Nothing is told by color alone anywhere.

mod grammar;
mod palette;

use clap::ValueEnum;
use ratatui::style::Style;

use crate::figure::Paint;
use crate::page::layout::Role;
use crate::terminal::environment::Environment;
use crate::terminal::palette::{DARK, LIGHT, Palette};
use crate::terminal::platform;
use crate::terminal::response_filter::Background;
pub use grammar::Look;
use grammar::{Ink, appearance};
use palette::{area, color};

/// What the reader asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ThemeChoice {
    /// As the terminal's background is.
    #[default]
    Auto,
    /// Light words on a dark ground.
    Dark,
    /// Dark words on a light ground.
    Light,
    /// The terminal's own colors.
    Mono,
}

impl ThemeChoice {
    /// The choice of this name, as on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        ValueEnum::from_str(name, false).ok()
    }
}

/// How many colors the terminal knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// All that a screen can show.
    Full,
    /// The 256 of xterm.
    Indexed,
    /// None that can be relied on.
    None,
}

impl Depth {
    /// As many as the environment tells of.
    pub fn of(environment: &Environment) -> Self {
        let term = environment.term.as_str();
        if environment.no_color {
            Self::None
        } else if matches!(environment.colorterm.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::Full
        } else if WITH_256_COLORS.iter().any(|name| term.contains(name)) {
            Self::Indexed
        } else {
            Self::None
        }
    }
}

/// Parts of the names of terminals that have 256 colors or more, though not all of them say so over a remote shell; tmux and
/// screen take all of them and tell them on as the terminal around them can.
const WITH_256_COLORS: &[&str] = &["256color", "alacritty", "foot", "ghostty", "kitty", "screen", "tmux", "wezterm"];

/// The colors in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What the reader asked for.
    pub choice: ThemeChoice,
    /// How many colors the terminal knows.
    pub depth: Depth,
    /// What the terminal said of its background, as far as it did.
    pub background: Option<Background>,
    /// What stands for `auto` as long as it said nothing: dark in tmux and screen, where often nobody answers, else its own
    /// colors.
    pub unanswered: ThemeChoice,
}

impl Theme {
    /// The colors to start with.
    pub fn new(choice: ThemeChoice, environment: &Environment) -> Self {
        let is_within = ["screen", "tmux"].iter().any(|name| environment.term.starts_with(name));
        let unanswered = if is_within { ThemeChoice::Dark } else { ThemeChoice::Mono };
        Self { choice, depth: Depth::of(environment), background: Background::told_by(environment), unanswered }
    }

    /// Whether to ask the terminal for its background: only if the answer matters, and only terminals that do not print
    /// the question.
    pub fn should_ask(self, environment: &Environment) -> bool {
        let is_asked = self.choice == ThemeChoice::Auto && self.depth != Depth::None && self.background.is_none();
        let prints = environment.term == "linux" || environment.term.starts_with("screen");
        is_asked && platform::HANDS_ON_ANSWERS && !prints
    }

    /// The next choice: dark, light, mono, and round again.
    #[must_use]
    pub fn next(self) -> Self {
        let choice = match self.palette_choice() {
            ThemeChoice::Dark => ThemeChoice::Light,
            ThemeChoice::Light => ThemeChoice::Mono,
            ThemeChoice::Mono | ThemeChoice::Auto => ThemeChoice::Dark,
        };
        Self { choice, ..self }
    }

    /// The name of the choice, as on the command line.
    pub fn name(self) -> String {
        self.choice.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// The choice with `auto` decided; without an answer from the terminal its own colors stay.
    fn palette_choice(self) -> ThemeChoice {
        match (self.choice, self.background) {
            (ThemeChoice::Auto, Some(Background::Dark)) => ThemeChoice::Dark,
            (ThemeChoice::Auto, Some(Background::Light)) => ThemeChoice::Light,
            (ThemeChoice::Auto, None) => self.unanswered,
            (choice, _) => choice,
        }
    }

    fn palette(self) -> Option<&'static Palette> {
        match (self.depth, self.palette_choice()) {
            (Depth::None, _) | (_, ThemeChoice::Mono | ThemeChoice::Auto) => None,
            (_, ThemeChoice::Dark) => Some(&DARK),
            (_, ThemeChoice::Light) => Some(&LIGHT),
        }
    }

    /// What a thing looks like, by the table of the grammar.
    pub fn style(self, thing: impl Into<Look>) -> Style {
        let thing = thing.into();
        let look = appearance(thing);
        let Some(palette) = self.palette() else { return Style::new().add_modifier(look.mono) };
        let ink = |ink: Ink| color(ink(palette), self.depth);
        let style =
            Style { fg: look.words.map(ink), bg: look.ground.map(ink), ..Style::new() }.add_modifier(look.weight);
        if let Look::Page(Role::Drawn(Paint::Areas(front, back))) = thing {
            let [front, back] = [front, back].map(|of| color(area(palette, of), self.depth));
            return style.fg(front).bg(back);
        }
        style
    }

    /// Whether areas can be told apart by their color.
    pub fn has_colors(self) -> bool {
        self.palette().is_some()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;

    #[test]
    fn colors_are_used_as_far_as_the_terminal_says_that_it_has_them() {
        let depth_of = |term: &str, colorterm: &str, no_color| {
            let environment =
                Environment { term: term.into(), colorterm: colorterm.into(), no_color, ..Environment::default() };
            Depth::of(&environment)
        };
        assert_eq!(depth_of("xterm-256color", "truecolor", false), Depth::Full);
        assert_eq!(depth_of("xterm-256color", "", false), Depth::Indexed);
        assert_eq!(depth_of("xterm-kitty", "", false), Depth::Indexed);
        assert_eq!(depth_of("screen", "", false), Depth::Indexed);
        assert_eq!(depth_of("linux", "", false), Depth::None);
        assert_eq!(depth_of("xterm-256color", "truecolor", true), Depth::None);
    }

    #[test]
    fn without_an_answer_the_terminal_keeps_its_colors_but_tmux_is_dark() {
        let theme = |term: &str| {
            let environment = Environment { term: term.into(), ..Environment::default() };
            Theme::new(ThemeChoice::Auto, &environment)
        };
        assert!(theme("screen").has_colors() && theme("tmux-256color").has_colors());
        let theme = theme("xterm-256color");
        assert_eq!(theme.style(Look::Text), Style::new());
        assert!(theme.style(Look::Chosen).add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn changing_the_theme_goes_round() {
        let first = Theme {
            choice: ThemeChoice::Auto,
            depth: Depth::Full,
            background: Some(Background::Dark),
            unanswered: ThemeChoice::Mono,
        };
        let names: Vec<_> =
            std::iter::successors(Some(first), |theme| Some(theme.next())).take(5).map(Theme::name).collect();
        assert_eq!(names, ["auto", "light", "mono", "dark", "light"]);
    }
}
