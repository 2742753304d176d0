//! Where the reader left off, and how the reader likes the screen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::session::date;
use crate::guide::{SectionId, StepId};

/// A place in the guide that outlives a change of the window and of the text around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The day on which the reader left, where the file tells.
    #[serde(default, with = "date", skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// The id of a reading tab, or [`crate::guide::CHECKLIST_TAB`].
    pub tab: String,
    /// The section at the top of the page; none above the first heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    /// Rows below the heading of the section.
    #[serde(default)]
    pub row: usize,
    /// The step that was selected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
}

/// What the reader chose about the screen; nothing where the program decides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screen {
    /// The name of the colors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Whether the mouse is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
}
