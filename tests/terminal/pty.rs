//! A program in a pseudo-terminal: what it wrote, what the screen shows, how it ended. Dropping it ends and reaps it.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// What takes longer than this never comes; a slow machine needs some of it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_microneedling-guide");

/// What is to be run, and where.
pub(crate) struct Setting {
    pub(crate) arguments: Vec<String>,
    pub(crate) environment: Vec<(&'static str, String)>,
    pub(crate) size: (u16, u16),
    /// Run by the shell instead of the program itself, with the program as `$0`.
    pub(crate) script: Option<&'static str>,
}

impl Setting {
    /// The small fixture guide with its progress in this file.
    pub(crate) fn new(state: &Path) -> Self {
        let guide = crate::common::guide_file("small");
        let words = ["--theme", "dark", "--today", "2026-11-22", "--content", guide.to_str().unwrap(), "--state"];
        let mut arguments: Vec<_> = words.map(str::to_owned).into();
        arguments.push(state.to_str().unwrap().to_owned());
        let environment = vec![("TERM", "xterm-256color".to_owned()), ("LANG", "C.UTF-8".to_owned())];
        Self { arguments, environment, size: (80, 24), script: None }
    }

    /// With another value for an option that is given already.
    pub(crate) fn with(mut self, option: &str, value: &str) -> Self {
        let place = self.arguments.iter().position(|argument| argument == option).unwrap();
        value.clone_into(&mut self.arguments[place + 1]);
        self
    }

    pub(crate) fn environment(mut self, name: &'static str, value: &str) -> Self {
        self.environment.retain(|(known, _)| *known != name);
        self.environment.push((name, value.to_owned()));
        self
    }

    pub(crate) fn run(self) -> Program {
        Program::start(&self)
    }

    fn command(&self) -> CommandBuilder {
        let mut command = match self.script {
            None => CommandBuilder::new(BINARY),
            Some(script) => {
                let mut shell = CommandBuilder::new("/bin/sh");
                shell.args(["-c", script, BINARY]);
                shell
            }
        };
        command.args(&self.arguments);
        command.env_clear();
        self.environment.iter().for_each(|(name, value)| command.env(name, value));
        command
    }
}

pub(crate) struct Program {
    pub(crate) terminal: vt100::Parser,
    /// The line modes before the program started, which may be quick to change them.
    pub(crate) modes_before: String,
    /// All bytes that the program wrote so far.
    pub(crate) written: Vec<u8>,
    pub(crate) process: Pid,
    bytes: Receiver<Vec<u8>>,
    exit: Receiver<u32>,
    code: Option<u32>,
    hung_up: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    keyboard: Option<Box<dyn Write + Send>>,
    master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn SlavePty + Send>>,
}

fn modes_of(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    let flags = (modes.input_flags, modes.output_flags, modes.control_flags, modes.local_flags);
    // Linux knows 17 of them. The C library has room for more, which musl leaves as it is.
    format!("{flags:?} {:?}", &modes.control_chars[..17])
}

impl Program {
    fn start(setting: &Setting) -> Self {
        let (columns, rows) = setting.size;
        let pair = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let modes_before = modes_of(pair.master.as_ref());
        let mut child = pair.slave.spawn_command(setting.command()).unwrap();
        let process = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
        let (sender, exit) = channel();
        thread::spawn(move || sender.send(child.wait().unwrap().exit_code()));
        let hung_up = Arc::new(AtomicBool::new(false));
        let (reader, bytes) = listen(pair.master.try_clone_reader().unwrap(), hung_up.clone());
        Self {
            terminal: vt100::Parser::new(cells(rows), cells(columns), 0),
            modes_before,
            written: Vec::new(),
            process,
            bytes,
            exit,
            code: None,
            hung_up,
            reader: Some(reader),
            keyboard: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            slave: Some(pair.slave),
        }
    }

    /// Types bytes as a terminal sends them.
    pub(crate) fn send(&mut self, bytes: &str) -> &mut Self {
        self.keyboard.as_mut().unwrap().write_all(bytes.as_bytes()).unwrap();
        self
    }

    /// Waits until the screen holds these words.
    pub(crate) fn wait_for(&mut self, words: &str) -> &mut Self {
        self.wait_until(words, |program| program.screen().contains(words))
    }

    pub(crate) fn wait_until(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is_there(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "`{what}` did not come:\n{}", self.screen());
            if self.read(left.min(Duration::from_millis(50))) == Err(RecvTimeoutError::Disconnected) {
                assert!(is_there(self), "`{what}` did not come before the end:\n{}", self.screen());
            }
        }
        self
    }

    /// Reads until nothing has been written for this long.
    pub(crate) fn wait_for_quiet(&mut self, length: Duration) {
        let deadline = Instant::now() + PATIENCE;
        while self.read(length).is_ok() {
            assert!(Instant::now() < deadline, "it never is quiet");
        }
    }

    fn read(&mut self, patience: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.bytes.recv_timeout(patience)?;
        self.terminal.process(&bytes);
        self.written.extend(bytes);
        Ok(())
    }

    pub(crate) fn screen(&self) -> String {
        self.terminal.screen().contents()
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.screen_mut().set_size(cells(rows), cells(columns));
        self.master.as_ref().unwrap().resize(pty_size(columns, rows)).unwrap();
    }

    /// Tells the program of a window of this size, larger than any screen.
    pub(crate) fn claim_size(&mut self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(pty_size(columns, rows)).unwrap();
    }

    /// How lines are read and written: raw or as the shell had them.
    pub(crate) fn line_modes(&self) -> String {
        modes_of(self.master.as_deref().unwrap())
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    /// Waits for the end, reads what was written until then, and tells the exit code.
    pub(crate) fn end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        while self.code.is_none() {
            self.code = self.exit.try_recv().ok();
            let _ = self.read(Duration::from_millis(10));
            assert!(Instant::now() < deadline, "it did not end:\n{}", self.screen());
        }
        self.slave = None;
        while self.read(PATIENCE).is_ok() {}
        self.code.unwrap()
    }

    /// Takes the terminal away without a word, as a window that is closed, and tells how long the program lived on.
    pub(crate) fn hang_up(&mut self) -> Duration {
        self.hung_up.store(true, Ordering::SeqCst);
        // The reader lets go of its end after the next frame.
        self.send("j");
        self.reader.take().unwrap().join().unwrap();
        (self.slave, self.keyboard, self.master) = (None, None, None);
        let start = Instant::now();
        self.code = Some(self.exit.recv_timeout(PATIENCE).expect("it lives on without a terminal"));
        start.elapsed()
    }

    /// How often the threads of the process went to sleep and were woken up until now.
    pub(crate) fn wake_ups(&self) -> u64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.process.as_raw_nonzero())).unwrap();
        let statuses = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
        let counts = statuses.map(|status| number_behind("voluntary_ctxt_switches:", &status));
        counts.sum()
    }

    /// How many times the process wrote until now, to whatever file.
    pub(crate) fn writes(&self) -> u64 {
        number_behind("syscw:", &self.about("io"))
    }

    /// The most memory that it held until now, in kilobytes, the program's own file included.
    pub(crate) fn most_resident_kilobytes(&self) -> u64 {
        number_behind("VmHWM:", &self.about("status"))
    }

    /// What the system tells of the process in this file.
    fn about(&self, file: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{file}", self.process.as_raw_nonzero())).unwrap()
    }

    /// Fails unless the screen is the shell's again and every mode that the program may set is off.
    pub(crate) fn assert_given_back(&self) {
        let screen = self.terminal.screen();
        assert!(!screen.alternate_screen(), "it stays on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor stays hidden");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.bracketed_paste() && !screen.application_cursor() && !screen.application_keypad());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if self.code.is_none() && self.exit.try_recv().is_err() {
            let _ = kill_process(self.process, Signal::KILL);
            let _ = self.exit.recv_timeout(PATIENCE);
        }
    }
}

/// Reads in a thread of its own, so that no write of the program ever waits for the test.
fn listen(mut output: Box<dyn Read + Send>, hung_up: Arc<AtomicBool>) -> (JoinHandle<()>, Receiver<Vec<u8>>) {
    let (sender, bytes) = channel();
    let read = move || {
        let mut buffer = vec![0; 65536];
        while let Ok(count @ 1..) = output.read(&mut buffer) {
            if hung_up.load(Ordering::SeqCst) || sender.send(buffer[..count].to_vec()).is_err() {
                return;
            }
        }
    };
    (thread::spawn(read), bytes)
}

/// The number in the line that starts with this word.
fn number_behind(word: &str, text: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(word)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

/// A folder for one test, and in it the progress file, which is not there yet.
pub(crate) fn state() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.toml");
    (folder, file)
}

/// A progress file of a reader who has been here before.
pub(crate) fn known_state() -> (tempfile::TempDir, PathBuf) {
    let (folder, file) = state();
    fs::write(&file, "format = 1\nguide = \"small\"\n").unwrap();
    (folder, file)
}
