//! In which direction a language is written.

/// Languages that are written from right to left, by their tags; the CLDR lists them so.
const RIGHT_TO_LEFT: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

/// Scripts that are written so, which a tag may name where its language has several.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 4] = ["arab", "hebr", "syrc", "thaa"];

/// Where lines begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WritingDirection {
    /// At the left.
    LeftToRight,
    /// At the right.
    RightToLeft,
}

impl WritingDirection {
    /// The direction of a language, by its BCP 47 tag; a script that the tag names decides.
    pub fn of_language(tag: &str) -> Self {
        let tag = tag.to_lowercase();
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4);
        let is_right_to_left = match script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&language),
        };
        if is_right_to_left { Self::RightToLeft } else { Self::LeftToRight }
    }
}
