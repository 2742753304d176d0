//! The page that every output draws: neutral elements, and their lines at a width.

pub mod element;
pub mod layout;
pub mod search;
pub mod target;
