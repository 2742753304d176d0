//! What the reader entered: marks, sessions, the last place. `store` keeps it in a file.

/// What the reader said of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Open,
    /// It is done.
    Done,
    /// It does not concern this reader, so it leaves the total.
    NotForMe,
}
