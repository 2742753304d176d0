//! The words that the screen and the printed guide show by themselves, with their English defaults. Names of keys and
//! messages about files and arguments are English always.
//!
//! A content file may replace each of them under `[labels]`, so that one file is one whole translation. Words for the
//! actions (what a key does) stand in `[labels.actions]` under the names that the key table gives them.

use std::collections::BTreeMap;

macro_rules! labels {
    ($($name:ident $key:literal $default:literal)*) => {
        /// A word or phrase that the program shows by itself. Braces hold what is filled in: `{done} of {total}`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is explained by the default text beside its name")]
        pub enum Label { $($name),* }

        impl Label {
            /// All labels, in the order of [`Label::key`] and [`Label::default_text`].
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key in a content file.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// The English words.
            pub fn default_text(self) -> &'static str {
                match self { $(Self::$name => $default),* }
            }
        }
    };
}

labels! {
    Reviewed "reviewed" "Text checked {date}"
    ReviewBy "review-by" "to be checked again by {date}"
    OutOfDate "out-of-date" "Text out of date since {date}"
    Stale "stale" "This text was to be checked again by {date}. Ask your clinic what has changed since."
    InShort "in-short" "In short"
    Contents "contents" "Contents"
    SkipToText "skip-to-text" "Skip to the text"
    Sources "sources" "Sources"
    CitedIn "cited-in" "Cited in:"
    AboutTitle "about-title" "About this text"
    Authors "authors" "Written by"
    Funding "funding" "Paid by"
    Contact "contact" "Errors"

    StageClinic "stage-clinic" "CALL THE CLINIC"
    StageUrgent "stage-urgent" "HELP TODAY"
    StageEmergency "stage-emergency" "EMERGENCY"

    CertaintyHigh "certainty-high" "How sure: quite sure. A regulator or several good sources say so."
    CertaintyModerate "certainty-moderate" "How sure: fairly sure. At least one fair source says so."
    CertaintyLow "certainty-low" "How sure: not very sure. Small studies, custom or our own view."
    CertaintyUnknown "certainty-unknown" "How sure: not known. Nobody has measured it well."

    CalloutNote "callout-note" "Note"
    CalloutAsk "callout-ask" "Ask"
    CalloutCaution "callout-caution" "Caution"
    CalloutUrgent "callout-urgent" "Urgent"

    HealthySkin "healthy-skin" "Healthy skin"
    LayerUntil "layer-until" "{layer} to {depth} mm"
    NeedleLength "needle-length" "{needle} {length} mm"
    DaysAxis "days-axis" "days"
    ClinicDays "clinic-days" "My clinic: {clinic}. This guide: {guide}"
    DaysRange "days-range" "day {from} to {until}"
    DaysFrom "days-from" "from day {day} on"
    DaysUntil "days-until" "until day {day}"
    DaysAlways "days-always" "on all days"
    OfHundred "of-hundred" "{count} of 100"
    FewerThanOne "fewer-than-one" "fewer than 1 of 100"
    MoreThanNinetyNine "more-than-ninety-nine" "more than 99 of 100"
    OfPeople "of-people" "{count} of {of} people"
    SmallStudy "small-study" "small study"
    NoneSeen "none-seen" "but it may still happen"
    NotMeasured "not-measured" "not well measured"

    FactShape "fact-shape" "Shape"
    FactSize "fact-size" "Size"
    FactHowCommon "fact-how-common" "How common"
    FactNeedling "fact-needling" "Needling alone"
    FactOftenChosen "fact-often-chosen" "Often chosen"
    FactLooksLike "fact-looks-like" "Looks like"
    FactHowOften "fact-how-often" "How often"
    FactLowerIt "fact-lower-it" "Lower it"
    FactWhatToDo "fact-what-to-do" "What to do"
    FactIdea "fact-idea" "Idea"
    FactBestFor "fact-best-for" "Best for"
    FactGood "fact-good" "Good"
    FactBad "fact-bad" "Bad"

    DayItself "day-itself" "on the day"
    DayBefore "day-before" "the day before"
    DayAfter "day-after" "the day after"
    DaysBefore "days-before" "{days} days before"
    DaysAfter "days-after" "{days} days after"
    WindowBefore "window-before" "{from} to {until} days before"
    WindowAfter "window-after" "{from} to {until} days after"
    WindowToDayBefore "window-to-day-before" "{from} days to 1 day before"
    WindowToDay "window-to-day" "{from} days before until the day"
    WindowEveAndDay "window-eve-and-day" "the day before and the day"
    WindowDayAndNext "window-day-and-next" "the day and the day after"
    WindowFromDay "window-from-day" "the day until {until} days after"
    WindowAcross "window-across" "{from} days before until {until} after"

    Weekdays "weekdays" "Mon Tue Wed Thu Fri Sat Sun"
    Months "months" "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    Date "date" "{weekday} {day} {month}"
    DateWithYear "date-with-year" "{weekday} {day} {month} {year}"
    DateRange "date-range" "{from} to {until}"
    DistanceToday "distance-today" "today"
    DistanceTomorrow "distance-tomorrow" "tomorrow"
    DistanceYesterday "distance-yesterday" "yesterday"
    DistanceAhead "distance-ahead" "in {days} days"
    DistanceAgo "distance-ago" "{days} days ago"
    TreatmentDay "treatment-day" "Treatment day"
    ClinicTime "clinic-time" "{time}, your clinic"
    LateStart "late-start" "Should have started on {date}: tell your clinic."
    LateEnd "late-end" "Was to be done by {date}. Do it now if you can, and tell your clinic."
    WhenOverdue "when-overdue" "Still open from before"
    WhenToday "when-today" "Today"
    WhenNext "when-next" "In the next {days} days"
    WhenLater "when-later" "Later"
    WhenPast "when-past" "Over"
    OverdueLead "overdue-lead" "Do what you still can, and tell your clinic what you could not do."
    Appointment "appointment" "{date}, {distance}"
    DayUnknown "day-unknown" "This is not a day. Write it like 10 dec, 2026-12-10, +14 or fri."
    DayNoSuch "day-no-such" "The calendar has no such day. Look at the day of the month."
    DayTwoWays "day-two-ways" "This can be read in two ways. Write the month as a word, like 10 dec."
    DayNoMonth "day-no-month" "Which month? Write it like 10 dec, or +14 for two weeks from now."

    StepWhen "step-when" "When"
    StepGuideTime "step-guide-time" "The guide says"
    StepNote "step-note" "Your note"
    StepWhy "step-why" "Why"
    StepRange "step-range" "Clinics differ"
    MarkOpen "mark-open" "open"
    MarkDone "mark-done" "done"
    MarkNotForMe "mark-not-for-me" "not for me"
    StatePicked "state-picked" "to ask"
    StateAsked "state-asked" "asked"
    AnswerYes "answer-yes" "yes"
    AnswerNo "answer-no" "no"
    AnswerNotSure "answer-not-sure" "not sure"
    CountOf "count-of" "{done} of {total}"

    SelfCheckKept "self-check-kept" "Your answers are kept in one file on this computer, and nowhere else. To delete them all at once, press ? and choose \"delete all answers of the self-check\". In a shell: microneedling-guide checklist answer --clear. Started with --no-save, the guide keeps nothing."
    SelfCheckTell "self-check-tell" "What to tell"
    SelfCheckAnswered "self-check-answered" "{answered} of {total} questions answered."
    SelfCheckLimit "self-check-limit" "No answer here means that treatment is right or wrong for you. Your clinic decides that with you."

    VisitTitle "visit-title" "For the visit"
    VisitLead "visit-lead" "What to tell and what to ask at the appointment. Made with the guide \"{guide}\"."
    VisitDay "visit-day" "Treatment day"
    VisitNoDay "visit-no-day" "not set"
    VisitSession "visit-session" "Session"
    VisitTell "visit-tell" "Tell the clinic"
    VisitNothingToTell "visit-nothing-to-tell" "You answered every question of the self-check, and no answer asks to be told."
    VisitUnanswered "visit-unanswered" "No answer yet: {count} of {total} questions of the self-check."
    VisitQuestions "visit-questions" "Questions"
    VisitNoQuestions "visit-no-questions" "No question picked yet. Pick questions where they stand in the text, or add your own."
    NoAnswerYet "no-answer-yet" "no answer written down yet"
    VisitAnswer "visit-answer" "Answer"
    VisitSteps "visit-steps" "Steps still open"
    VisitMoreSteps "visit-more-steps" "And {count} more in the checklist."
    VisitNotes "visit-notes" "Notes"
    SessionTitle "session-title" "Session {number}, treatment day {day}"
    SessionEmpty "session-empty" "Nothing marked."

    StepsDone "steps-done" "{done} of {total} steps done"
    SetAside "set-aside" "{count} set aside"
    LeftOut "left-out" "Left out because of your answers: {count}"
    NoOpenSteps "no-open-steps" "No open steps. {key} shows all."
    NoSteps "no-steps" "This guide has no steps."
    ShowingOpen "showing-open" "Only open steps. {key} shows all."
    ShowingAll "showing-all" "All steps."
    AllDone "all-done" "All steps done or set aside."
    Marked "marked" "{mark}: {step}. {key} takes it back."
    Undone "undone" "Taken back: {step} is {mark}."
    Redone "redone" "Again: {step} is {mark}."
    DaySet "day-set" "Treatment day: {day}. {key} takes it back."
    DayCleared "day-cleared" "No treatment day any more. {key} takes it back."
    ClinicDaysSet "clinic-days-set" "Your clinic: {step}, {time}. {key} takes it back."
    ClinicDaysCleared "clinic-days-cleared" "As the guide says: {step}, {time}. {key} takes it back."
    AnswerGiven "answer-given" "{answer}: {question} {key} takes it back."
    AnswerCleared "answer-cleared" "No answer: {question} {key} takes it back."
    AnswersDeleted "answers-deleted" "All answers of the self-check are deleted, for good."
    NoteKept "note-kept" "Note kept: {step}. {key} takes it back."
    NoteCleared "note-cleared" "Note removed: {step}. {key} takes it back."
    QuestionPicked "question-picked" "To ask: {question} {key} takes it back."
    QuestionDropped "question-dropped" "Not to ask: {question} {key} takes it back."
    QuestionMoved "question-moved" "Moved: {question} {key} takes it back."
    WordsKept "words-kept" "Answer kept: {question} {key} takes it back."
    WordsRemoved "words-removed" "Answer removed: {question} {key} takes it back."
    SessionBegun "session-begun" "Session {number} begins. {day} sets its day. {key} takes it back."
    SessionDropped "session-dropped" "Back in session {number}."
    Restored "restored" "Taken back. {key} does it again."
    Repeated "repeated" "Done again. {key} takes it back."
    NothingToUndo "nothing-to-undo" "Nothing to take back in this run."
    NothingToRedo "nothing-to-redo" "Nothing to do again."
    NoStepHere "no-step-here" "No step in view. {key} goes to the next heading or step."

    SearchPrompt "search-prompt" "Search all tabs:"
    SearchHits "search-hits" "\"{words}\": {number} of {count}  {next} next  {before} before  {key} clears"
    SearchNone "search-none" "No match for \"{words}\" in {tabs} tabs. {key} clears."
    SearchEmpty "search-empty" "Nothing is searched for. {key} searches."
    SearchKeys "search-keys" "Enter finds  Esc leaves"

    HelpTitle "help-title" "What you can do"
    HelpPrompt "help-prompt" "Type to filter:"
    HelpNone "help-none" "No action has these words. Backspace widens the list."
    HelpKeys "help-keys" "Up/Down choose  Enter does it  Esc closes"
    MoreBelow "more-below" "{count} more below"
    MoreInSources "more-in-sources" "{key} shows the rest"

    StepTitle "step-title" "About this step"
    InfoTitle "info-title" "Where this comes from"
    InfoNone "info-none" "This part names no source."
    InfoKeys "info-keys" "Up/Down choose  {copy} copies the address  Esc closes"
    AddressTitle "address-title" "Address"
    NoAddress "no-address" "No address is known for this source."
    Copied "copied" "Sent to the clipboard: {address}"

    WarningTitle "warning-title" "Warning signs: when to call whom"
    NoticeTitle "notice-title" "Your marks"
    PanelKeys "panel-keys" "Up/Down scroll  Esc closes"
    StartTitle "start-title" "Start here"
    StartKeys "start-keys" "A number opens its tab  Enter starts reading  {help} lists all keys"

    AskDayTitle "ask-day-title" "Your treatment day"
    AskDayLead "ask-day-lead" "Type it like 10 dec, 2026-12-10, +14 (days from today) or fri. Leave it empty for no day."
    AskClinicDaysTitle "ask-clinic-days-title" "What your clinic says"
    AskClinicDaysLead "ask-clinic-days-lead" "How many days before or after the treatment does your clinic name? Its number goes before the guide's. Leave it empty to go back to the guide's."
    AskNoteTitle "ask-note-title" "Your note"
    AskQuestionTitle "ask-question-title" "Your own question"
    AskQuestionLead "ask-question-lead" "What do you want to ask at the visit?"
    AskAnswerTitle "ask-answer-title" "What the clinic said"
    AskPathTitle "ask-path-title" "Save in which file?"
    AskPathLead "ask-path-lead" "A name alone is saved in the folder where you started the guide. The ending .html makes a web page to print, .md Markdown, any other plain text."
    AskCalendarLead "ask-calendar-lead" "Open the file with your calendar. When a date changes, save it again: the calendar then updates its entries."
    PromptKeys "prompt-keys" "Enter takes it  Esc leaves it as it was"
    DaysRefused "days-refused" "Write a number of days from 0 to {most}."
    PathRefused "path-refused" "Write the name of a file."
    TextFull "text-full" "There is room for {most} characters."
    DayWillBeCleared "day-will-be-cleared" "Enter clears the treatment day."
    NoteWillGo "note-will-go" "Enter removes the note."
    ConfirmTitle "confirm-title" "Are you sure?"
    ConfirmKeys "confirm-keys" "y yes  n no"
    ConfirmNextSession "confirm-next-session" "Begin session {number}? The marks of this one are kept with their dates, and the list starts clean."
    ConfirmDeleteAnswers "confirm-delete-answers" "Delete all answers of the self-check? Nothing brings them back. Marks, notes and questions stay."
    ConfirmReplace "confirm-replace" "{path} exists already. Replace it?"
    Saved "saved" "Saved: {path}"
    NotReplaced "not-replaced" "{path} is left as it was."
    NoDayYet "no-day-yet" "No treatment day yet. {key} sets it."
    SaveTitle "save-title" "Save as a file"
    SaveVisit "save-visit" "visit sheet, one page to take along"
    SaveCalendar "save-calendar" "dates for your calendar"
    SaveGuide "save-guide" "the whole guide"
    VisitKeysEmpty "visit-keys-empty" "{own} adds a question of your own  Esc closes"
    VisitKeys "visit-keys" "Enter answers  {own} adds  {drop} drops  {earlier} {later} move  Esc closes"
    SessionsTitle "sessions-title" "Sessions so far"
    TreatmentIn "treatment-in" "Treatment {day}"
    HintAnswer "hint-answer" "answer"
    HintPick "hint-pick" "ask at the visit"
    InWords "in-words" "The drawing in words"
    StripTitle "strip-title" "Days around the treatment"
    StripDay "strip-day" "DAY"
    StripWeeks "strip-weeks" "{weeks}w"
    StripToday "strip-today" "today, treatment {distance}"
    StripWords "strip-words" "Treatment {distance}. Steps still open: {before} before that day, {on} on it, {after} after it. The marks above the days stand for them."
    TabDue "tab-due" "{count} due"

    QuitHint "quit-hint" "{key} quits. Everything is saved already."
    QuitHintNothingKept "quit-hint-nothing-kept" "{key} quits. Nothing of this run is kept."
    NothingKept "nothing-kept" "Nothing of this run is kept."
    MouseOn "mouse-on" "Mouse on. {key} gives text selection back."
    MouseOff "mouse-off" "Mouse off: the terminal selects text again. {key} turns it on."
    ThemeIs "theme-is" "Colors: {name}"
    PlaceTop "place-top" "top"
    PlaceEnd "place-end" "end"
    OutlineTitle "outline-title" "In this tab"
}

/// The words in force: the defaults, replaced where the content file says so.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    words: BTreeMap<&'static str, String>,
    actions: BTreeMap<String, String>,
}

impl Labels {
    /// The words for this label.
    pub fn get(&self, label: Label) -> &str {
        self.words.get(label.key()).map_or(label.default_text(), String::as_str)
    }

    /// The words for this label with `{name}` replaced by the value given for it.
    pub fn fill(&self, label: Label, values: &[(&str, &str)]) -> String {
        fill(self.get(label), values)
    }

    /// The words for the action of this name, where the content file gives them.
    pub fn action(&self, name: &str) -> Option<&str> {
        self.actions.get(name).map(String::as_str)
    }

    /// Replaces the words of a label.
    pub fn replace(&mut self, label: Label, words: String) {
        self.words.insert(label.key(), words);
    }

    /// Gives words for the action of this name.
    pub fn replace_action(&mut self, name: String, words: String) {
        self.actions.insert(name, words);
    }
}

/// Replaces `{name}` by its value in one pass, so that a value with braces in it is left as it is.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let value = values.iter().find(|(key, _)| *key == name)?.1;
            Some((value, tail))
        });
        if let Some((value, tail)) = named {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// The names in braces of a pattern, for instance `done` and `total` in `{done} of {total}`.
pub(crate) fn slots(pattern: &str) -> Vec<&str> {
    let after_braces = pattern.split('{').skip(1);
    after_braces.filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_once() {
        let words = fill("{done} of {total}", &[("done", "{total}"), ("total", "5")]);
        assert_eq!(words, "{total} of 5");
        assert_eq!(fill("a { b {c} d", &[("c", "C")]), "a { b C d");
    }

    #[test]
    fn no_two_labels_share_a_key() {
        let mut keys: Vec<_> = Label::ALL.iter().map(|label| label.key()).collect();
        keys.sort_unstable();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }

    #[test]
    fn slots_are_the_names_in_braces() {
        assert_eq!(slots(Label::CountOf.default_text()), ["done", "total"]);
    }
}
