//! What the program costs, counted where the machine does not matter; `.ci/gates` runs it and `docs/performance.md` explains it.

#![expect(clippy::print_stdout, reason = "figures are what it is for")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::growth::GROWTHS;
use crate::pty::{Program, Setting, known_state};

/// So many presses of a key make one figure.
const PRESSES: usize = 40;
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// A count and what it must not pass: the figure of the last change that meant to move it, and a little room.
struct Gate {
    name: &'static str,
    /// `None` where the tool that counts is missing.
    count: Option<u64>,
    limit: u64,
}

/// Debug builds are counted, since these are at hand wherever tests run.
#[test]
#[ignore = "`.ci/gates` runs it: it needs minutes, and prints figures"]
fn costs_stay_below_their_limits() {
    let (folder, state) = known_state();
    let (bytes, writes) = scroll_step(folder.path());
    let idle = Idle::of(built_in(&state), || {});
    let guide = folder.path().join("followed.toml");
    fs::copy(crate::common::guide_file("small"), &guide).unwrap();
    let known = folder.path().join("followed-progress.toml");
    fs::write(&known, "format = 1\nguide = \"small\"\n").unwrap();
    let followed = Setting::new(&known).with("--content", guide.to_str().unwrap());
    let read_by_others = Idle::of(followed, || drop(fs::read(&guide).unwrap()));
    let instructions = valgrind(built_in(&state), "callgrind", "Collected :", 0);
    let heap = valgrind(built_in(&state), "dhat", "At t-gmax:", 0);
    let step = instructions_of_a_step(folder.path());
    let mut gates = vec![
        Gate { name: "most bytes of a scroll step", count: Some(bytes), limit: 205 },
        Gate { name: "writes of a scroll step", count: Some(writes), limit: 1 },
        Gate { name: "instructions of a scroll step", count: step, limit: 620_000 },
        Gate { name: "wake-ups in 5 idle seconds", count: Some(idle.wake_ups), limit: 0 },
        Gate { name: "the same, a file followed", count: Some(read_by_others.wake_ups), limit: 0 },
        Gate { name: "bytes in 5 idle seconds", count: Some(idle.bytes), limit: 0 },
        Gate { name: "instructions from start to end", count: instructions, limit: 79_000_000 },
        Gate { name: "most heap bytes at once", count: heap, limit: 550_000 },
        Gate { name: "most resident kilobytes", count: Some(idle.resident_kilobytes), limit: 18_500 },
    ];
    let growths = GROWTHS.iter();
    gates.extend(growths.map(|it| Gate { name: it.name, count: it.of_doubling(folder.path()), limit: 215 }));
    for Gate { name, count, limit } in &gates {
        let count = count.map_or_else(|| "no valgrind".to_owned(), |count| count.to_string());
        println!("{name:<31} {count:>12}   limit {limit:>12}");
    }
    let passed: Vec<_> = gates.iter().filter(|gate| gate.count.is_some_and(|count| count > gate.limit)).collect();
    assert!(passed.is_empty(), "too much: {}", passed.iter().map(|gate| gate.name).collect::<Vec<_>>().join(", "));
}

/// The small guide with 1,000 numbered lines in a section before its others.
fn numbered_lines() -> String {
    let small = fs::read_to_string(crate::common::guide_file("small")).unwrap();
    let mut lines = String::new();
    for number in 0..1000 {
        writeln!(lines, "- Line {number:03} of a long text, about as wide as most lines are.").unwrap();
    }
    let section =
        format!("[[section]]\ntab = \"what\"\nid = \"long\"\ntitle = \"Numbers\"\ntext = \"\"\"\n{lines}\"\"\"");
    small.replacen("[[section]]", &format!("{section}\n\n[[section]]"), 1)
}

/// The guide of numbered lines and its progress, in this folder.
fn numbered(folder: &Path) -> Setting {
    let [guide, state] = ["numbered.toml", "numbered-progress.toml"].map(|name| folder.join(name));
    fs::write(&guide, numbered_lines()).unwrap();
    fs::write(&state, "format = 1\nguide = \"small\"\n").unwrap();
    Setting::new(&state).with("--content", guide.to_str().unwrap())
}

/// What a press of Down within a text longer than the screen takes.
fn instructions_of_a_step(folder: &Path) -> Option<u64> {
    let of = |presses| valgrind(numbered(folder), "callgrind", "Collected :", presses);
    Some((of(2 * PRESSES)? - of(PRESSES)?) / PRESSES as u64)
}

/// The most bytes that a press of Down writes within a text longer than the screen, and how many writes it takes.
fn scroll_step(folder: &Path) -> (u64, u64) {
    let mut program = numbered(folder).run();
    program.wait_for("Line 005");
    program.wait_for_quiet(Duration::from_millis(300));
    for _ in 0..PRESSES {
        press_down(&mut program);
    }
    let writes = program.writes();
    let most = (0..PRESSES).map(|_| press_down(&mut program)).max().unwrap();
    (most, (program.writes() - writes).div_ceil(PRESSES as u64))
}

fn press_down(program: &mut Program) -> u64 {
    let before = program.written.len();
    program.send("\x1b[B");
    program
        .wait_until("a whole frame", |program| program.written.len() > before && program.written.ends_with(FRAME_ENDS));
    (program.written.len() - before) as u64
}

/// What a guide costs while nobody touches it.
struct Idle {
    wake_ups: u64,
    bytes: u64,
    resident_kilobytes: u64,
}

impl Idle {
    /// Meanwhile something happens that is nothing to the program.
    fn of(setting: Setting, happens: impl FnOnce()) -> Self {
        let mut program = setting.run();
        program.wait_for(ON_SCREEN).wait_for_quiet(Duration::from_millis(500));
        let (wake_ups, bytes) = (program.wake_ups(), program.written.len());
        happens();
        program.wait_for_quiet(Duration::from_secs(5));
        Self {
            wake_ups: program.wake_ups() - wake_ups,
            bytes: (program.written.len() - bytes) as u64,
            resident_kilobytes: program.most_resident_kilobytes(),
        }
    }
}

/// Stands in the last row of every screen of 80 columns.
const ON_SCREEN: &str = "? help";

/// The built-in guide on a fixed day.
fn built_in(state: &Path) -> Setting {
    let mut setting = Setting::new(state);
    let content = setting.arguments.iter().position(|argument| argument == "--content").unwrap();
    setting.arguments.drain(content..content + 2);
    fs::write(state, "format = 1\nguide = \"microneedling-acne-scars\"\n").unwrap();
    setting
}

/// Starts a guide below a tool of valgrind, presses Down so many times and quits; the number behind `word` in what the tool
/// says.
fn valgrind(setting: Setting, tool: &str, word: &str, presses: usize) -> Option<u64> {
    Command::new("valgrind").arg("--version").output().ok()?;
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let script = r#"exec valgrind --tool=$TOOL --$TOOL-out-file=/dev/null --log-file="$LOG" "$0" "$@""#;
    let setting = setting.environment("TOOL", tool).environment("LOG", log.to_str().unwrap());
    let setting = setting.environment("PATH", &std::env::var("PATH").unwrap());
    let mut program = Setting { script: Some(script), ..setting }.run();
    // It is some fifty times slower below valgrind.
    for _ in 0..1000 {
        if program.screen().contains(ON_SCREEN) {
            break;
        }
        program.wait_for_quiet(Duration::from_millis(100));
    }
    for _ in 0..presses {
        press_down(&mut program);
    }
    program.send("q");
    assert_eq!(program.end(), 0);
    let said = fs::read_to_string(log).unwrap();
    let behind = said.lines().find_map(|line| Some(line.split_once(word)?.1.trim())).expect("valgrind counts");
    Some(behind.split(' ').next().unwrap().replace(',', "").parse().unwrap())
}
