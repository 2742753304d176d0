//! Colors by role. A palette is chosen once; nothing else in the program names a color.
//!
//! The palettes paint their own background, because only then is the contrast known: every pair that can meet keeps at
//! least 4.5:1 (WCAG 1.4.3), in full color and in the 256 colors that most terminals have. In `mono` the terminal's own
//! colors stay, and weight is told by bold, underline and reverse alone. Nothing is told by color alone anywhere.

use ratatui::style::{Color, Modifier, Style};

use crate::element::Level;
use crate::environment::Environment;
use crate::guide::CalloutKind;
use crate::progress::Mark;
use crate::wrap::Role;

/// What the reader asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
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

/// Parts of the names of terminals that have 256 colors or more, though not all of them say so over a remote shell.
const WITH_256_COLORS: &[&str] = &["256color", "alacritty", "foot", "ghostty", "kitty", "wezterm"];

/// How bright the terminal's background is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Nearer to black.
    Dark,
    /// Nearer to white.
    Light,
}

/// The colors in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What the reader asked for.
    pub choice: ThemeChoice,
    /// How many colors the terminal knows.
    pub depth: Depth,
    /// What the terminal said of its background, as far as it did.
    pub ground: Option<Ground>,
}

impl Theme {
    /// The colors to start with; `ground` is what the environment tells of the background.
    pub fn new(choice: ThemeChoice, environment: &Environment, ground: Option<Ground>) -> Self {
        Self { choice, depth: Depth::of(environment), ground }
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
    pub fn name(self) -> &'static str {
        match self.choice {
            ThemeChoice::Auto => "auto",
            ThemeChoice::Dark => "dark",
            ThemeChoice::Light => "light",
            ThemeChoice::Mono => "mono",
        }
    }

    /// The choice with `auto` decided; without an answer from the terminal its own colors stay.
    fn palette_choice(self) -> ThemeChoice {
        match (self.choice, self.ground) {
            (ThemeChoice::Auto, Some(Ground::Dark)) => ThemeChoice::Dark,
            (ThemeChoice::Auto, Some(Ground::Light)) => ThemeChoice::Light,
            (ThemeChoice::Auto, None) => ThemeChoice::Mono,
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

    fn colored(self, pair: impl Fn(&Palette) -> (Rgb, Rgb), modifiers: Modifier) -> Style {
        let style = Style::new().add_modifier(modifiers);
        let Some(palette) = self.palette() else { return style };
        let (words, ground) = pair(palette);
        style.fg(words.color(self.depth)).bg(ground.color(self.depth))
    }

    fn words(self, words: impl Fn(&Palette) -> Rgb, modifiers: Modifier) -> Style {
        self.colored(|palette| (words(palette), palette.ground), modifiers)
    }

    /// The ground and the words on it that nothing else is said of.
    pub fn body(self) -> Style {
        self.words(|palette| palette.text, Modifier::empty())
    }

    /// Words of less weight.
    pub fn weak(self) -> Style {
        self.words(|palette| palette.weak, Modifier::empty())
    }

    /// Lines and frames.
    pub fn line(self) -> Style {
        self.words(|palette| palette.line, Modifier::empty())
    }

    /// The title of the guide and of panels.
    pub fn title(self) -> Style {
        self.words(|palette| palette.heading, Modifier::BOLD)
    }

    /// A key in the footer and in the list of actions.
    pub fn key(self) -> Style {
        self.words(|palette| palette.accent, Modifier::BOLD)
    }

    /// What is chosen: the tab shown, the row in focus.
    pub fn chosen(self) -> Style {
        match self.palette() {
            None => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Some(_) => self.colored(|palette| (palette.ground, palette.accent), Modifier::BOLD),
        }
    }

    /// The ground of the row in focus; the words on it keep their colors.
    pub fn raised(self) -> Style {
        match self.palette() {
            None => Style::new().add_modifier(Modifier::REVERSED),
            Some(palette) => Style::new().bg(palette.raised.color(self.depth)),
        }
    }

    /// The sign beside what is in focus.
    pub fn focus(self) -> Style {
        self.words(|palette| palette.accent, Modifier::BOLD)
    }

    /// Words that were searched for.
    pub fn hit(self) -> Style {
        self.found(Modifier::UNDERLINED, |palette| palette.hit)
    }

    /// The words that were searched for and gone to.
    pub fn current_hit(self) -> Style {
        self.found(Modifier::REVERSED, |palette| palette.current_hit)
    }

    fn found(self, mono: Modifier, ground: impl Fn(&Palette) -> Rgb) -> Style {
        match self.palette() {
            None => Style::new().add_modifier(mono | Modifier::BOLD),
            Some(_) => self.colored(|palette| (palette.on_hit, ground(palette)), Modifier::BOLD),
        }
    }

    /// Part of a bar that is filled, the thumb of a scroll bar.
    pub fn filled(self) -> Style {
        self.words(|palette| palette.accent, Modifier::empty())
    }

    /// Characters on a page.
    pub fn style(self, role: &Role) -> Style {
        match role {
            Role::Body | Role::Task(Mark::Open) => self.body(),
            Role::Strong => self.words(|palette| palette.text, Modifier::BOLD),
            Role::Emphasis => self.words(|palette| palette.heading, Modifier::empty()),
            Role::Link(_) => self.words(|palette| palette.accent, Modifier::UNDERLINED),
            Role::Citation(_) | Role::Weak | Role::Box(Mark::NotForMe) | Role::Task(Mark::NotForMe) => self.weak(),
            Role::Heading(Level::Tab | Level::Section) => self.words(|palette| palette.heading, Modifier::BOLD),
            Role::Heading(Level::Item) | Role::Name => self.words(|palette| palette.accent, Modifier::BOLD),
            Role::Marker => self.words(|palette| palette.accent, Modifier::empty()),
            Role::Note(kind) => self.note(*kind),
            Role::Box(Mark::Open) => self.words(|palette| palette.text, Modifier::BOLD),
            Role::Box(Mark::Done) => self.words(|palette| palette.done, Modifier::BOLD),
            Role::Task(Mark::Done) => self.words(|palette| palette.done, Modifier::empty()),
            Role::Rule => self.line(),
        }
    }

    fn note(self, kind: CalloutKind) -> Style {
        self.words(
            |palette| match kind {
                CalloutKind::Note => palette.note,
                CalloutKind::Ask => palette.ask,
                CalloutKind::Caution => palette.caution,
                CalloutKind::Urgent => palette.urgent,
            },
            Modifier::BOLD,
        )
    }
}

/// Red, green and blue of a color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb(u32);

impl Rgb {
    fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }

    fn color(self, depth: Depth) -> Color {
        let [red, green, blue] = self.channels();
        match depth {
            Depth::Full => Color::Rgb(red, green, blue),
            Depth::Indexed => Color::Indexed(self.nearest().0),
            Depth::None => Color::Reset,
        }
    }

    /// The nearest of the colors 16 to 255, which are the same in every terminal, and what it looks like.
    fn nearest(self) -> (u8, Self) {
        let far = |(_, other): &(u8, Self)| {
            let channels = self.channels().into_iter().zip(other.channels());
            channels.map(|(one, two)| i32::from(one) - i32::from(two)).map(|apart| apart * apart).sum::<i32>()
        };
        let all = (16..=255).map(|index| (index, indexed(index)));
        all.min_by_key(far).expect("there are 240 colors to choose from")
    }
}

/// What the colors 16 to 255 look like in xterm and its kin: a cube of six steps, then 24 grays.
fn indexed(index: u8) -> Rgb {
    const STEPS: [u32; 6] = [0, 95, 135, 175, 215, 255];
    let from = |red: u32, green: u32, blue: u32| Rgb(red << 16 | green << 8 | blue);
    if index >= 232 {
        let gray = 8 + 10 * u32::from(index - 232);
        return from(gray, gray, gray);
    }
    let place = usize::from(index.saturating_sub(16));
    from(STEPS[place / 36], STEPS[place / 6 % 6], STEPS[place % 6])
}

/// The colors of a theme.
#[derive(Debug)]
struct Palette {
    ground: Rgb,
    raised: Rgb,
    text: Rgb,
    weak: Rgb,
    line: Rgb,
    heading: Rgb,
    accent: Rgb,
    done: Rgb,
    note: Rgb,
    ask: Rgb,
    caution: Rgb,
    urgent: Rgb,
    on_hit: Rgb,
    hit: Rgb,
    current_hit: Rgb,
}

const DARK: Palette = Palette {
    ground: Rgb(0x1c_1e_22),
    raised: Rgb(0x2c_30_36),
    text: Rgb(0xdc_dd_d8),
    weak: Rgb(0xa4_a8_ad),
    line: Rgb(0x8a_8e_94),
    heading: Rgb(0xf0_ea_dc),
    accent: Rgb(0x7f_c8_bc),
    done: Rgb(0x8f_cf_94),
    note: Rgb(0x7f_c8_bc),
    ask: Rgb(0x8c_b8_f0),
    caution: Rgb(0xec_c0_70),
    urgent: Rgb(0xff_92_88),
    on_hit: Rgb(0x1c_1e_22),
    hit: Rgb(0xc8_b8_80),
    current_hit: Rgb(0xff_d8_60),
};

const LIGHT: Palette = Palette {
    ground: Rgb(0xfb_fa_f6),
    raised: Rgb(0xe8_ec_e8),
    text: Rgb(0x24_28_2c),
    weak: Rgb(0x56_5c_62),
    line: Rgb(0x6c_72_78),
    heading: Rgb(0x10_30_38),
    accent: Rgb(0x0c_62_5c),
    done: Rgb(0x1e_68_2c),
    note: Rgb(0x0c_62_5c),
    ask: Rgb(0x1c_50_98),
    caution: Rgb(0x80_50_00),
    urgent: Rgb(0xa8_1c_1c),
    on_hit: Rgb(0x24_28_2c),
    hit: Rgb(0xf0_e0_a0),
    current_hit: Rgb(0xff_c8_30),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.
    fn luminance(color: Rgb) -> f64 {
        let [red, green, blue] = color.channels().map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Rgb, two: Rgb) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn pairs(palette: &Palette) -> Vec<(Rgb, Rgb)> {
        let Palette { ground, raised, text, weak, line, heading, accent, done, note, ask, caution, urgent, .. } =
            *palette;
        let Palette { on_hit, hit, current_hit, .. } = *palette;
        let words = [text, weak, heading, accent, done, note, ask, caution, urgent];
        let on_both = words.into_iter().flat_map(|words| [(words, ground), (words, raised)]);
        on_both.chain([(line, ground), (ground, accent), (on_hit, hit), (on_hit, current_hit)]).collect()
    }

    #[test]
    fn every_pair_of_colors_can_be_read() {
        for palette in [&DARK, &LIGHT] {
            for (words, ground) in pairs(palette) {
                let full = contrast(words, ground);
                let few = contrast(words.nearest().1, ground.nearest().1);
                assert!(full >= 4.5, "{words:06x?} on {ground:06x?} is {full:.1}");
                assert!(few >= 4.5, "{words:06x?} on {ground:06x?} is {few:.1} in 256 colors");
            }
        }
    }

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
        assert_eq!(depth_of("linux", "", false), Depth::None);
        assert_eq!(depth_of("xterm-256color", "truecolor", true), Depth::None);
    }

    #[test]
    fn without_an_answer_the_terminal_keeps_its_colors() {
        let theme = Theme { choice: ThemeChoice::Auto, depth: Depth::Full, ground: None };
        assert_eq!(theme.body(), Style::new());
        assert!(theme.chosen().add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn changing_the_theme_goes_round() {
        let first = Theme { choice: ThemeChoice::Auto, depth: Depth::Full, ground: Some(Ground::Dark) };
        let names: Vec<_> =
            std::iter::successors(Some(first), |theme| Some(theme.next())).take(5).map(Theme::name).collect();
        assert_eq!(names, ["auto", "light", "mono", "dark", "light"]);
    }

    #[test]
    fn indexed_colors_are_those_of_xterm() {
        assert_eq!(indexed(16), Rgb(0));
        assert_eq!(indexed(231), Rgb(0xff_ff_ff));
        assert_eq!(indexed(232), Rgb(0x08_08_08));
        assert_eq!(indexed(208), Rgb(0xff_87_00));
    }
}
