//! The table of labels: what it says of each, and the types and data that are made of its rows.
//!
//! A word stands as it is; a pattern has names in braces, for which the program puts something in. A row has the name in the
//! code, of which the key in a content file is made (`InShort` is `in-short`), the English words, what they are for, and in
//! brackets when they are seen, where that is not in every guide at some time.

use std::fmt::Display;

use strum::VariantNames;

use super::plan::plan;
use super::screen::screen;
use super::text::text;

/// What the table says of a label.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// The heading of the part of the table in which it stands.
    pub theme: &'static str,
    /// Its key in a content file.
    pub key: &'static str,
    /// Its English words.
    pub default_text: &'static str,
    /// The names that stand in braces in them, each once.
    pub slots: &'static [&'static str],
    /// What it is for, in a sentence.
    pub meaning: &'static str,
    /// When it is seen.
    pub seen: &'static [Seen],
}

/// When readers see a label: early, or only in guides that have something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// On the way from the start card through the tabs, Today and the first panels: a translator begins with it.
    First,
    /// In a guide with warning signs.
    Warnings,
    /// In a guide with a self-check.
    SelfCheck,
    /// In a guide without a self-check.
    NoSelfCheck,
    /// In a guide that asks what matters to the reader.
    Values,
    /// In a guide with a visit sheet.
    Visit,
    /// In a guide that says whom to call: on its visit sheet, or among the warning signs.
    Telephone,
    /// In a guide with pictures.
    Pictures,
    /// In a guide with pictures of skin.
    Skin,
    /// In a guide with spans of days.
    Bars,
    /// In a guide with counts of people.
    Dots,
    /// In a guide with a comparison.
    Comparison,
    /// In a guide with steps that are kept up.
    LastingSteps,
    /// In a guide that says how long ahead one should book.
    LeadDays,
    /// In a guide that is written from right to left.
    RightToLeft,
}

/// Makes of the rows one type for the words and one for the patterns, whose fields are what is put in.
macro_rules! labels {
    (: $($theme:literal:
        $(words { $($word:ident = $text:literal, $meaning:literal $([$($seen:ident),+])?;)* })?
        $(patterns { $(
            $pattern:ident { $($slot:ident),+ } = $pattern_text:literal, $pattern_meaning:literal $([$($pattern_seen:ident),+])?;
        )* })?
    )*) => {
        /// Where each stands among [`DECLARED`].
        #[derive(Clone, Copy, VariantNames)]
        #[strum(serialize_all = "kebab-case")]
        enum Row { $($($($word,)*)? $($($pattern,)*)?)* }

        /// A word or phrase that the program shows as it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Label { $($($(#[doc = $meaning] $word = Row::$word as isize,)*)?)* }

        /// A phrase with what is to be put into it.
        #[derive(Clone, Copy)]
        pub enum Pattern<'a> { $($($(
            #[doc = $pattern_meaning]
            $pattern {
                $(
                    #[doc = concat!("What stands for `{", stringify!($slot), "}`.")]
                    $slot: &'a dyn Display,
                )+
            },
        )*)?)* }

        impl Label {
            pub(super) fn declared(self) -> &'static Declared {
                &DECLARED[self as usize]
            }
        }

        impl<'a> Pattern<'a> {
            pub(super) fn declared(self) -> &'static Declared {
                &DECLARED[match self { $($($(Self::$pattern { .. } => Row::$pattern,)*)?)* } as usize]
            }

            /// What is put in, in the order of the declared names.
            pub(super) fn values(self) -> Vec<&'a dyn Display> {
                match self { $($($(Self::$pattern { $($slot),+ } => vec![$($slot),+],)*)?)* }
            }
        }

        /// All of them, as they stand in the table.
        pub static DECLARED: &[Declared] = &[$(
            $($(Declared {
                theme: $theme, key: Row::VARIANTS[Row::$word as usize], default_text: $text, slots: &[],
                meaning: $meaning, seen: &[$($(Seen::$seen),+)?],
            },)*)?
            $($(Declared {
                theme: $theme, key: Row::VARIANTS[Row::$pattern as usize], default_text: $pattern_text,
                slots: &[$(stringify!($slot)),+], meaning: $pattern_meaning, seen: &[$($(Seen::$pattern_seen),+)?],
            },)*)?
        )*];
    };
}

// Each adds its rows and hands all of them on to the next.
text! { plan screen labels : }
