//! One mailbox for everything that happens outside: keys, signals, a terminal that goes away.
//!
//! Each source waits in a thread of its own, so nothing wakes up while nothing happens. The threads are never joined:
//! they end with the process.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use ratatui::crossterm::event::Event;
use rustix::event::{PollFd, PollFlags, poll};

use super::input;
use super::signals::{self, Signal};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The terminal sent something.
    Terminal(Event),
    /// The system told something.
    Signal(Signal),
    /// The terminal is gone.
    Gone,
}

/// The mailbox, before anything reads the terminal.
pub struct Mailbox {
    sender: Sender<Message>,
    receiver: Receiver<Message>,
}

impl Mailbox {
    /// Opens the mailbox and listens to signals from now on; call it before the terminal is changed.
    ///
    /// # Errors
    ///
    /// If the system refuses to deliver signals.
    pub fn open() -> io::Result<Self> {
        let (sender, receiver) = channel();
        let mut signals = signals::listen()?;
        let letters = sender.clone();
        spawn("signals", move || {
            for signal in signals.forever() {
                let _ = letters.send(Message::Signal(signal));
            }
        })?;
        Ok(Self { sender, receiver })
    }

    /// Starts to read the terminal, and to watch whether it is still there.
    ///
    /// # Errors
    ///
    /// If a thread cannot be started, or standard input cannot be watched.
    pub fn listen(self) -> io::Result<Receiver<Message>> {
        let terminal = io::stdin().as_fd().try_clone_to_owned()?;
        let (watcher, reader) = (self.sender.clone(), self.sender);
        spawn("watch", move || watch(&terminal, &watcher))?;
        spawn("reader", move || read(&reader))?;
        Ok(self.receiver)
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

/// Hands on what the terminal sends. However this ends, the main loop learns that nothing more will come.
fn read(letters: &Sender<Message>) {
    let _farewell = Farewell(letters);
    while let Ok(events) = input::read() {
        for event in events {
            if letters.send(Message::Terminal(event)).is_err() {
                return;
            }
        }
    }
}

struct Farewell<'a>(&'a Sender<Message>);

impl Drop for Farewell<'_> {
    fn drop(&mut self) {
        let _ = self.0.send(Message::Gone);
    }
}

/// Waits without end for the terminal to hang up, which the reader does not notice: it reads an end of file for ever.
fn watch(terminal: &OwnedFd, letters: &Sender<Message>) {
    loop {
        let mut terminals = [PollFd::new(terminal, PollFlags::empty())];
        match poll(&mut terminals, None) {
            Err(rustix::io::Errno::INTR) | Ok(0) => {}
            Ok(_) | Err(_) => {
                let _ = letters.send(Message::Gone);
                return;
            }
        }
    }
}
