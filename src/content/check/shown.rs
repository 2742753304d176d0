//! What stands elsewhere in the file and is shown by the blocks of a section, or held against them.

use crate::guide::{Group, Warning};

/// The steps and the warnings, which are read before the tabs.
pub(super) struct StepsAndWarnings {
    pub(super) groups: Vec<Group>,
    pub(super) warnings: Vec<Warning>,
}
