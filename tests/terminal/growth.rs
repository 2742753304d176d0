//! How the work grows with a guide: twice of something may cost twice as much, not four times. `.ci/gates` counts it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::common::guide_file;
use crate::pty::BINARY;

/// A guide has so many of something, and twice, and four times as many.
const SIZES: [usize; 3] = [500, 1000, 2000];

/// What a guide has many of, and what is done with it.
pub(crate) struct Growth {
    pub(crate) name: &'static str,
    /// The small guide with so many of them.
    guide: fn(usize) -> String,
    arguments: &'static [&'static str],
}

pub(crate) const GROWTHS: [Growth; 3] = [
    Growth { name: "growth of citations, per cent", guide: with_citations, arguments: &["print", "--tab", "what"] },
    Growth {
        name: "growth of steps, per cent",
        guide: with_steps,
        arguments: &["checklist", "list", "--format", "json"],
    },
    Growth { name: "growth of findings, per cent", guide: with_findings, arguments: &["check"] },
];

impl Growth {
    /// What the second doubling adds, in hundredths of what the first added: 200 where each costs the same, 400 where each
    /// costs as much as there are. `None` where the tool that counts is missing.
    pub(crate) fn of_doubling(&self, folder: &Path) -> Option<u64> {
        let file = folder.join("growing.toml");
        let mut counts = [0; SIZES.len()];
        for (size, count) in SIZES.into_iter().zip(&mut counts) {
            fs::write(&file, (self.guide)(size)).unwrap();
            *count = self.instructions(folder, &file)?;
        }
        Some((counts[2] - counts[1]) * 100 / (counts[1] - counts[0]))
    }

    fn instructions(&self, folder: &Path, file: &Path) -> Option<u64> {
        let mut command = Command::new("valgrind");
        command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", BINARY]).args(self.arguments);
        command.env_clear().env("PATH", env::var("PATH").unwrap()).env("MICRONEEDLING_GUIDE_CONTENT", file);
        let said = command.env("MICRONEEDLING_GUIDE_STATE", folder.join("growing-state.toml")).output().ok()?.stderr;
        let said = String::from_utf8_lossy(&said);
        let count =
            said.lines().find_map(|line| Some(line.split_once("Collected :")?.1.trim())).expect("valgrind counts");
        Some(count.parse().unwrap())
    }
}

fn small(place: &str, more: &str) -> String {
    let small = fs::read_to_string(guide_file("small")).unwrap();
    assert!(small.contains(place), "the small guide has no {place}");
    small.replacen(place, &format!("{more}\n{place}"), 1)
}

fn with_citations(count: usize) -> String {
    let source = |number| format!("[[source]]\nid = \"s{number}\"\ntitle = \"S\"\nreliability = \"R\"\n");
    let sources: String = (0..count).map(source).collect();
    let text = (0..count).map(|number| format!("Word [@s{number}]")).collect::<Vec<_>>().join(" ");
    let section = format!("[[section]]\ntab = \"what\"\nid = \"many\"\ntitle = \"Many\"\ntext = \"{text}\"\n");
    small("[[section]]", &(sources + &section))
}

fn steps(count: usize, why: &str) -> String {
    let step = |number| {
        let id = format!("[[step]]\ngroup = \"many\"\nid = \"step-{number}\"\ntitle = \"Do it\"\ntext = \"So.\"\n");
        format!("{id}on = {}\n{why} = \"It helps.\"\ncertainty = \"low\"\n", number % 30)
    };
    let steps: String = (0..count).map(step).collect();
    small("[[group]]", &format!("[[group]]\nid = \"many\"\ntitle = \"Many\"\n{steps}"))
}

fn with_steps(count: usize) -> String {
    steps(count, "why")
}

/// One key of all steps has a name that no step has.
fn with_findings(count: usize) -> String {
    steps(count, "because")
}
