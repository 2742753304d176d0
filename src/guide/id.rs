//! Stable names: what a reader's progress hangs on, so that renaming a title loses nothing.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A stable name in lower-case kebab-case, for instance `start-sun-care`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Id(String);

impl Id {
    /// Takes `text` if it is 1 to 64 lower-case letters, digits and single hyphens, and starts with a letter.
    pub fn new(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let is_allowed = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
        let is_doubled = |pair: &[u8]| pair == b"--";
        let shape = bytes.first().is_some_and(u8::is_ascii_lowercase) && bytes.last() != Some(&b'-');
        let shape = shape && bytes.len() <= 64 && bytes.iter().all(is_allowed) && !bytes.windows(2).any(is_doubled);
        shape.then(|| Self(text.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! id_of {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Id);

        impl $name {
            /// Takes `text` if it has the shape of an [`Id`].
            pub fn new(text: &str) -> Option<Self> {
                Id::new(text).map(Self)
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                Self::new(&text).ok_or_else(|| format!("`{text}` is no id"))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

id_of! {
    /// Names a tab.
    TabId,
    /// Names a section, unique in the guide.
    SectionId,
    /// Names a step, unique in the guide.
    StepId,
    /// Names a source.
    SourceId,
    /// Names a question to ask.
    QuestionId,
    /// Names a question of the self-check.
    CheckId,
    /// Names what may matter to the reader.
    ValueId,
}
