//! The table of times.
//!
//! Both programs run in a pseudo-terminal of 80 columns and 24 rows, by turns, on the built-in guide and on guides of numbered
//! lines; `less` is given the same lines as plain text. Each figure is the median. Compare within one run: other work on the
//! machine and its idle states count in all of them.

#![expect(clippy::print_stdout, reason = "figures are what it is for")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::pty::{BINARY, Program, Setting, state};

const STARTS: usize = 9;
const PRESSES: usize = 60;
/// About so many bytes of numbered lines make a guide of 100 KB, 1 MB and almost 4 MB, which is the most that is read.
const SIZES: [(&str, usize); 3] = [("100 KB", 100_000), ("1 MB", 1_000_000), ("4 MB", 4_000_000)];
/// Ends a frame of ours.
const FRAME: &[u8] = b"\x1b[?2026l";
/// Ends what `less` writes for a key.
const PROMPT: &[u8] = b"\x1b[K";
const DOWN: &str = "\x1b[B";

/// A program with something to show.
struct Reader {
    name: String,
    arguments: Vec<String>,
    /// What the shell is to do with the arguments; nothing for our own program.
    script: Option<&'static str>,
    /// Stands on its first screen.
    shows: &'static str,
    ends: &'static [u8],
}

pub(crate) fn print() {
    let (folder, state) = state();
    let has_less = Command::new("less").arg("--version").stdout(Stdio::null()).status().is_ok();
    println!("| What | Start, ms | Resident, KB | Scroll step, ms | Tab, ms | Letter of a search, ms | `print`, ms |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    let built_in = ours("built-in guide", &state, None);
    println!("{}", row(&built_in, &medians_of_starts(&[&built_in])[0], "e"));
    for (size, bytes) in SIZES {
        let lines = numbered_lines(bytes);
        let guide = folder.path().join(format!("{bytes}.toml"));
        fs::write(&guide, in_a_guide(&lines)).unwrap();
        let text = folder.path().join(format!("{bytes}.txt"));
        fs::write(&text, lines).unwrap();
        let mut readers = vec![ours(size, &state, Some(&guide))];
        readers.extend(has_less.then(|| less(size, &text)));
        let starts = medians_of_starts(&readers.iter().collect::<Vec<_>>());
        for (reader, start) in readers.iter().zip(starts) {
            println!("{}", row(reader, &start, ""));
        }
    }
}

fn ours(name: &str, state: &Path, guide: Option<&PathBuf>) -> Reader {
    let mut arguments = ["--theme", "dark", "--tab"].map(str::to_owned).to_vec();
    arguments.push(if guide.is_some() { "what" } else { "what-it-is" }.to_owned());
    arguments.extend(["--state".to_owned(), state.to_str().unwrap().to_owned()]);
    arguments.extend(guide.iter().flat_map(|guide| ["--content".to_owned(), guide.to_str().unwrap().to_owned()]));
    Reader { name: name.to_owned(), arguments, script: None, shows: "? help", ends: FRAME }
}

fn less(name: &str, text: &Path) -> Reader {
    let (name, arguments) = (format!("`less`, {name}"), vec![text.to_str().unwrap().to_owned()]);
    Reader { name, arguments, script: Some(r#"exec less "$@""#), shows: "Line 005", ends: PROMPT }
}

impl Reader {
    fn start(&self) -> Program {
        let arguments = self.arguments.clone();
        let setting = Setting { arguments, script: self.script, ..Setting::new(Path::new("/dev/null")) };
        setting.environment("PATH", &std::env::var("PATH").unwrap()).run()
    }

    fn is_ours(&self) -> bool {
        self.script.is_none()
    }
}

/// The median time to the first whole screen of each of these, which start by turns, and the memory that it took.
fn medians_of_starts(readers: &[&Reader]) -> Vec<(f64, u64)> {
    let mut times = vec![Vec::new(); readers.len()];
    let mut resident = vec![0; readers.len()];
    for _ in 0..STARTS {
        for (index, reader) in readers.iter().enumerate() {
            let start = Instant::now();
            let mut program = reader.start();
            program.wait_for(reader.shows);
            times[index].push(start.elapsed());
            program.wait_for_quiet(Duration::from_millis(300));
            resident[index] = program.most_resident_kilobytes();
        }
    }
    times.into_iter().map(median).zip(resident).collect()
}

/// The row of the table about a reader; `before` are keys that are pressed first.
fn row(reader: &Reader, (start, resident): &(f64, u64), before: &str) -> String {
    let mut program = reader.start();
    program.wait_for(reader.shows).wait_for_quiet(Duration::from_millis(500));
    if !before.is_empty() {
        press(&mut program, before, reader.ends);
    }
    let mut keys = |keys: &[&str]| median(keys.iter().map(|key| press(&mut program, key, reader.ends)).collect());
    let step = keys(&[DOWN; PRESSES]);
    let (tab, letter, whole) = if reader.is_ours() {
        let tab = keys(&["2", "1", "2", "1", "2", "1", "2", "1"]);
        let letter = keys(&["/", "n", "e", "e", "d", "l"]);
        (format!("{tab:.2}"), format!("{letter:.2}"), format!("{:.1}", self::whole(reader)))
    } else {
        Default::default()
    };
    format!("| {} | {start:.1} | {resident} | {step:.2} | {tab} | {letter} | {whole} |", reader.name)
}

/// Presses a key and tells how long it took until all was written that comes of it.
fn press(program: &mut Program, key: &str, ends: &[u8]) -> Duration {
    let (before, start) = (program.written.len(), Instant::now());
    program.send(key);
    program.wait_until("a frame", |program| program.written.len() > before && program.written.ends_with(ends));
    let took = start.elapsed();
    program.wait_for_quiet(Duration::from_millis(5));
    took
}

/// The median time that the whole guide takes as text.
fn whole(reader: &Reader) -> f64 {
    let content = reader.arguments.iter().skip_while(|argument| *argument != "--content");
    let times = (0..STARTS).map(|_| {
        let start = Instant::now();
        let status = Command::new(BINARY).arg("print").args(content.clone()).stdout(Stdio::null()).status();
        assert!(status.unwrap().success());
        start.elapsed()
    });
    median(times.collect())
}

/// In milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn numbered_lines(bytes: usize) -> String {
    let mut lines = String::new();
    for number in 0.. {
        if lines.len() > bytes - 20_000 {
            break;
        }
        writeln!(lines, "- Line {number:03} of a long text, about as wide as most lines are.").unwrap();
    }
    lines
}

/// The small guide with these lines in a section before its others.
fn in_a_guide(lines: &str) -> String {
    let small = fs::read_to_string(crate::common::guide_file("small")).unwrap();
    let section =
        format!("[[section]]\ntab = \"what\"\nid = \"long\"\ntitle = \"Numbers\"\ntext = \"\"\"\n{lines}\"\"\"");
    small.replacen("[[section]]", &format!("{section}\n\n[[section]]"), 1)
}
