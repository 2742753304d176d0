//! Runs the program on a terminal, for what it does only there. The full-screen guide has tests of its own.

use std::io::{Read, Write};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use super::program::{BINARY, Program};

/// A terminal in which the program runs.
pub(crate) struct Terminal {
    reader: Box<dyn Read + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shown: Vec<u8>,
}

impl Terminal {
    pub(crate) fn run(program: &Program, arguments: &[&str]) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 120, ..PtySize::default() }).unwrap();
        let mut command = CommandBuilder::new(BINARY);
        command.args(arguments);
        command.cwd(program.home());
        command.env_clear();
        for (name, value) in program.variables() {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        let reader = pty.master.try_clone_reader().unwrap();
        let writer = pty.master.take_writer().unwrap();
        Self { reader, writer, child, shown: Vec::new() }
    }

    /// Waits until these words are shown last.
    pub(crate) fn read_until(&mut self, words: &str) {
        while !self.shown.ends_with(words.as_bytes()) {
            let mut byte = [0];
            self.reader.read_exact(&mut byte).unwrap();
            self.shown.extend(byte);
        }
    }

    pub(crate) fn type_line(&mut self, words: &str) {
        writeln!(self.writer, "{words}").unwrap();
    }

    /// Waits until the program ends; everything that it showed, and its exit code.
    pub(crate) fn end(mut self) -> (String, u32) {
        // A terminal whose last program has gone ends with an error instead of an end of file.
        let _ = self.reader.read_to_end(&mut self.shown);
        let exit_code = self.child.wait().unwrap().exit_code();
        (String::from_utf8(self.shown).unwrap(), exit_code)
    }
}
