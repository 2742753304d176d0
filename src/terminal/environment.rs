//! What the environment says of the terminal: read once, in one place, so that the rules can be tested as functions.

use std::path::PathBuf;

use super::platform;

/// The variables that matter, as they are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Environment {
    /// Which terminal it is.
    pub term: String,
    /// How many colors it knows.
    pub colorterm: String,
    /// Whether colors are unwanted (no-color.org: set and not empty).
    pub no_color: bool,
    /// Colors of text and ground as some terminals tell them: `15;0`.
    pub colorfgbg: String,
    /// The character set and language in force.
    pub locale: String,
    /// Whether tmux stands between this program and the terminal.
    pub in_tmux: bool,
    /// The reader's own folder.
    pub home: Option<PathBuf>,
}

impl Environment {
    /// The environment of this process.
    pub fn read() -> Self {
        Self::from_lookup(platform::variable)
    }

    /// The environment that `lookup` tells. An empty variable counts as not set.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(get);
        Self {
            term: get("TERM").unwrap_or_default(),
            colorterm: get("COLORTERM").unwrap_or_default(),
            no_color: get("NO_COLOR").is_some(),
            colorfgbg: get("COLORFGBG").unwrap_or_default(),
            locale: locale.unwrap_or_default(),
            in_tmux: get("TMUX").is_some(),
            home: get("HOME").map(PathBuf::from),
        }
    }

    /// What becomes of text that is sent to the clipboard (OSC 52).
    pub fn clipboard(&self) -> Clipboard {
        // tmux calls itself screen too, on older systems.
        if self.in_tmux {
            Clipboard::BehindTmux
        } else if self.term == "linux" || self.term.starts_with("screen") {
            Clipboard::None
        } else {
            Clipboard::Asked
        }
    }

    /// What cells that are erased are filled with: GNU screen takes no color unless it is told to (`defbce`).
    pub fn erasing(&self) -> Erasing {
        if self.term.starts_with("screen") && !self.in_tmux { Erasing::Plain } else { Erasing::InColor }
    }

    /// Whether the terminal can move its cursor, so that it can show a screen.
    pub fn has_screen(&self) -> bool {
        self.term != "dumb"
    }

    /// Whether characters beyond ASCII arrive: the locale says UTF-8, and the terminal has the signs (the Linux console
    /// has not).
    pub fn has_unicode(&self) -> bool {
        let locale = self.locale.to_ascii_lowercase();
        let locale = locale.split('@').next().unwrap_or_default();
        let is_utf8 = locale.ends_with("utf-8") || locale.ends_with("utf8");
        is_utf8 && !matches!(self.term.as_str(), "linux" | "dumb")
    }
}

/// What becomes of text that is sent to the clipboard. No terminal answers whether it took it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal is asked to take it.
    Asked,
    /// tmux hands it on only if it is set so.
    BehindTmux,
    /// It is lost: the console of Linux has no clipboard, and GNU screen hands nothing on.
    None,
}

/// What a terminal fills erased cells with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erasing {
    /// The color of the ground that is set (`bce` of terminfo).
    InColor,
    /// Its own ground.
    Plain,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &[(&str, &str)]) -> Environment {
        Environment::from_lookup(|name| {
            let found = variables.iter().find(|(known, _)| *known == name)?;
            Some(found.1.to_owned())
        })
    }

    #[test]
    fn unicode_needs_a_utf8_locale_and_a_terminal_with_the_signs() {
        assert!(environment(&[("LANG", "en_US.UTF-8"), ("TERM", "xterm")]).has_unicode());
        assert!(environment(&[("LC_ALL", "C.utf8"), ("TERM", "xterm")]).has_unicode());
        assert!(environment(&[("LANG", "sr_RS.UTF-8@latin"), ("TERM", "xterm")]).has_unicode());
        assert!(!environment(&[("LANG", "C"), ("TERM", "xterm")]).has_unicode());
        assert!(!environment(&[("LANG", "en_US.UTF-8"), ("TERM", "linux")]).has_unicode());
        assert!(!environment(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]).has_unicode());
    }

    #[test]
    fn only_what_has_a_clipboard_is_said_to_be_asked() {
        let clipboard = |variables: &[(&str, &str)]| environment(variables).clipboard();
        assert_eq!(clipboard(&[("TERM", "xterm-256color")]), Clipboard::Asked);
        assert_eq!(clipboard(&[("TERM", "screen-256color"), ("TMUX", "/tmp/tmux-0,1,0")]), Clipboard::BehindTmux);
        assert_eq!(clipboard(&[("TERM", "screen.xterm-256color")]), Clipboard::None);
        assert_eq!(clipboard(&[("TERM", "linux")]), Clipboard::None);
    }

    #[test]
    fn an_empty_variable_counts_as_not_set() {
        assert!(!environment(&[("NO_COLOR", "")]).no_color);
        assert!(environment(&[("LC_ALL", ""), ("LANG", "C.UTF-8")]).has_unicode());
    }
}
