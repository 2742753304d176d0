//! What the outside world does for the reader: keeps changes, writes files, fills the clipboard, tells the time.

use std::io;

use chrono::{DateTime, Utc};

use super::{Clock, Ended, Running};
use crate::progress::{Change, Notice, Place};
use crate::terminal::switch::Switch;
use crate::terminal::{clock, platform};
use crate::tui::action::{Edit, Effect};
use crate::tui::update;

impl Running<'_> {
    /// Looks what another running copy may have saved. A file that cannot be read now is told of at the next save.
    pub(super) fn reread(&mut self) {
        if let Some(progress) = self.store.reread() {
            self.changed |= self.app.progress != progress;
            update::reread(&mut self.app, progress);
        }
    }

    pub(super) fn reload(&mut self) {
        let Some(content) = self.host.content else { return };
        // It may have another base now, or its folder may have been away. What cannot be followed can still be read.
        if let Some(watch) = &mut self.watch {
            let _ = watch.follow(&(content.files)());
        }
        update::reloaded(&mut self.app, (content.read)());
        self.changed = true;
    }

    pub(super) fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Save(edit) => self.save(edit),
            Effect::Keep(change) => self.keep(&change),
            Effect::Write(order) => {
                let outcome = (self.host.write)(&self.app, &order, self.store);
                update::written(&mut self.app, order, outcome);
            }
            Effect::Copy(text) => return self.session.copy(&text),
            Effect::Mouse(mouse) => {
                self.keep(&Change::Mouse(mouse == Switch::On));
                return self.session.set_mouse(mouse);
            }
            Effect::Reload => self.reload(),
            Effect::Redraw => return self.start_over(),
            // Keys that come before the system answers are the shell's.
            Effect::Suspend if platform::ask_to_suspend().is_ok() => {
                return self.mailbox.told().map_or(Ok(()), |answer| self.take(answer));
            }
            Effect::Suspend => {}
            Effect::Quit(place) => self.leave(place, Ended::Left),
        }
        Ok(())
    }

    /// Saves a change before it is shown, so that what the screen says is on disk.
    pub(super) fn save(&mut self, edit: Edit) {
        let outcome = self.store.apply_over(&edit.change, edit.over(), self.now());
        let is_saved = outcome.is_ok();
        update::saved(&mut self.app, edit, outcome);
        if !is_saved {
            self.reread();
        }
        for notice in self.store.take_notices() {
            update::tell(&mut self.app, notice.to_string());
        }
    }

    /// Saves what nobody would miss: nothing is said of it, and nothing is lost where it cannot be saved.
    pub(super) fn keep(&mut self, change: &Change) {
        if let Ok(progress) = self.store.apply(change, self.now()) {
            update::reread(&mut self.app, progress);
        }
        for notice in self.store.take_notices().into_iter().filter(|notice| !matches!(notice, Notice::Waiting { .. })) {
            update::tell(&mut self.app, notice.to_string());
        }
    }

    /// The time of a change, on the day that the guide is seen from.
    pub(super) fn now(&self) -> DateTime<Utc> {
        match self.host.clock {
            Clock::Local => clock::now(),
            Clock::Stopped => clock::now_on(self.app.today),
        }
    }

    /// Saves the place and ends. Where it cannot be saved, nothing of worth is lost, and every mark was saved when it was made.
    pub(super) fn leave(&mut self, place: Place, end: Ended) {
        let _ = self.store.apply(&Change::Place(place), self.now());
        self.end = Some(Ok(end));
    }
}
