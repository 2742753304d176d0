//! The pictures in the README are screens as they are.
//!
//! `UPDATE_DOCS=1 cargo test --test blackbox pictures_of_the_readme` draws them anew.

use std::{env, fs};

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::terminal::palette::{DARK, LIGHT, Palette};
use microneedling_guide::tui::theme::ThemeChoice;
use ratatui::style::Color;

use super::reader::{Reader, built_in, size};
use super::vector;

/// Where the pictures are, in the folder of the README.
const FOLDER: &str = "docs/pictures";

/// A screen to show: the name of its file, its size, the keys that lead to it, and what it shows, which the README
/// says too.
struct Show {
    name: &'static str,
    size: (u16, u16),
    keys: &'static str,
    title: &'static str,
}

const SHOWS: [Show; 3] = [
    Show {
        name: "scar-types",
        size: (80, 29),
        keys: "2 J J J",
        title: "The tab Scar Types in a terminal: a piece of healthy skin with a needle of 1.5 mm in it, and \
                below it an ice pick, a shallow and a deep boxcar, a rolling scar and a flat mark, cut open and \
                drawn to one scale.",
    },
    Show {
        name: "checklist",
        size: (112, 36),
        keys: "D + 2 4 Enter 5 Space Down Space Down Down",
        title: "The Checklist in a terminal: a strip of the days around the treatment with the open steps on \
                them, below it what is due today, and beside it all about the step in focus.",
    },
    Show {
        name: "daily-life",
        size: (80, 30),
        keys: "3 G Enter G",
        title: "The end of the tab Preparation in a terminal: bars from day 0 to day 28 for how long to go \
                without make-up, exercise, swimming, acids and strong sun, and below them how to read them.",
    },
];

#[test]
fn the_pictures_of_the_readme_are_screens_as_they_are() {
    let folder = format!("{}/{FOLDER}", env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for show in SHOWS {
        for (theme, choice, palette) in [("dark", ThemeChoice::Dark, &DARK), ("light", ThemeChoice::Light, &LIGHT)] {
            let name = format!("{FOLDER}/{}-{theme}.svg", show.name);
            assert!(readme.contains(&name), "the README does not show {name}");
            assert!(
                readme.contains(&format!("<img alt=\"{}\"", show.title)),
                "the README says something else of {name}"
            );
            let file = format!("{folder}/{}-{theme}.svg", show.name);
            let drawn = picture(&show, choice, palette);
            if env::var_os("UPDATE_DOCS").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&file, &drawn).unwrap();
            }
            let is_as_drawn = fs::read_to_string(&file).is_ok_and(|found| found == drawn);
            assert!(
                is_as_drawn,
                "{name} is stale: `UPDATE_DOCS=1 cargo test --test blackbox pictures_of_the_readme` draws it anew"
            );
        }
    }
}

fn picture(show: &Show, choice: ThemeChoice, palette: &Palette) -> String {
    let (width, height) = show.size;
    let mut reader = Reader::of(built_in(), size(width, height), &UNICODE);
    reader.app.theme.choice = choice;
    reader.press(show.keys).press("Ctrl-l");
    let [red, green, blue] = palette.ground.channels();
    vector::svg(&reader.frame(), Color::Rgb(red, green, blue), show.title)
}
