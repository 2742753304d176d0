//! Labels of the screen around both: search, lists, panels, fields and questions, what is said below.

macro_rules! screen {
    ($next:ident $($then:ident)* : $($rows:tt)*) => { $next! { $($then)* : $($rows)*

    "The search":
    words {
        SearchTitle = "Search", "Heads the search." [First];
        SearchPrompt = "Search all tabs:", "Stands before the field of the search." [First];
        SearchActions = "? Look for an action instead: Enter", "Offered when nothing was found.";
        SearchKeys = "Enter opens  Up/Down choose  Esc back", "What can be pressed in the field of the search." [First];
    }
    patterns {
        SearchHits { words, number, count, next, before, key } = "\"{words}\": {number} of {count}  {next} next  {before} before  {key} back", "Which hit is shown of how many; `{next}` and `{before}` are keys that walk, `{key}` leads back to where it began.";
        SearchNone { words } = "Nothing for \"{words}\".", "Said when nothing was found.";
        SearchCount { count } = "Places: {count}, best first", "Said above the places that were found.";
        SearchSlip { typed, shown } = "nothing for {typed}; showing {shown}", "Said when a word is nowhere and a word like it was looked for.";
        SearchAlso { word, title } = "{word}: see {title}", "A place that was found by another word than the text uses.";
        SearchBefore { words } = "Up: {words}", "Said below an empty field when words were searched for before.";
        SearchEmpty { key } = "Nothing is searched for. {key} searches.", "Said when a key walks through hits and nothing was searched for; `{key}` searches.";
    }

    "The list of actions":
    words {
        HelpTitle = "What you can do", "Heads the list of all actions." [First];
        HelpPrompt = "Type to filter:", "Stands before the field that filters the actions." [First];
        HelpNone = "Nothing here has these words. Backspace widens the list.", "Instead of actions, places or papers, when none has the words.";
        HelpKeys = "Enter does it  Up/Down choose  Esc closes", "What can be pressed in the list of actions." [First];
    }
    patterns {
        MoreBelow { count } = "Lines below: {count}", "How many lines lie below the end of a panel." [First];
        MoreInSources { key } = "{key} shows the rest", "At the end of a part that is cut off; `{key}` shows it whole.";
    }

    "Sources":
    words {
        StepTitle = "About this step", "Heads the panel about a step." [First];
        InfoTitle = "Where this comes from", "Heads the panel with the sources of a part.";
        InfoNone = "This part names no source.", "In that panel, when a part names no source.";
        AddressTitle = "Address", "Heads the panel that shows an address in full.";
        NoAddress = "No address is known for this source.", "Said when a source has no address.";
    }
    patterns {
        InfoKeys { copy } = "Up/Down choose  {copy} copies the address  Esc closes", "What can be pressed in that panel; `{copy}` is a key." [First];
        Copied { address } = "Asked the terminal to copy: {address}", "Said when the terminal was asked to put an address into the clipboard; it does not tell whether it did.";
        CopiedInTmux { address } = "Asked tmux to copy (set-clipboard must be on): {address}", "The same inside tmux, which lets it through only if it is set so.";
        NoClipboard { key } = "Nothing was copied: this terminal has no clipboard for programs. {key} shows the address.", "Said where no terminal would take the address; `{key}` shows it.";
    }

    "Panels":
    words {
        WarningTitle = "Warning signs: when to call whom", "Heads the panel of the warning signs." [First, Warnings];
        NoticeTitle = "Your marks", "Heads the panel that tells what happened to the reader's marks.";
        PanelKeys = "Up/Down scroll  Esc closes", "What can be pressed in a panel that is read." [First];
        StartTitle = "Why are you here?", "Heads the panel that opens at the first start." [First];
    }
    patterns {
        StartKeys { help } = "Enter goes in  Up/Down choose  {help} lists all keys", "What can be pressed in that panel; `{help}` is a key." [First];
        AllSigns { key } = "All signs: {key}", "Behind what to do in an emergency, where there is no room for its signs; `{key}` shows them." [Warnings];
    }

    "Fields and questions":
    words {
        AskDayTitle = "Your treatment day", "Heads the field for the treatment day." [First];
        AskDayLead = "Type it like 10 dec, 2026-12-10, +14 (days from today) or fri. Leave it empty for no day.", "Explains that field." [First];
        AskClinicDaysTitle = "What your clinic says", "Heads the field for the clinic's number of days.";
        AskClinicDaysLead = "How many days before or after the treatment does your clinic name? Its number goes before the guide's. Leave it empty to go back to the guide's.", "Explains that field.";
        AskNoteTitle = "Your note", "Heads the field for a note.";
        AskQuestionTitle = "Your own question", "Heads the field for a question of the reader's own." [Visit];
        AskQuestionLead = "What do you want to ask at the visit?", "Explains that field." [Visit];
        AskAnswerTitle = "What the clinic said", "Heads the field for what the clinic said." [Visit];
        AskPathTitle = "Save in which file?", "Heads the field for the name of a file.";
        AskPathLead = "A name alone is saved in the folder where you started the guide. The ending .html makes a web page to print, .md Markdown, any other plain text.", "Explains that field.";
        AskCalendarLead = "Open the file with your calendar. When a date changes, save it again: the calendar then updates its entries.", "Explains that field where a calendar is saved.";
        PromptKeys = "Enter takes it  Esc leaves it as it was", "What can be pressed in a field." [First];
        PathRefused = "Write the name of a file.", "Refuses an empty name of a file.";
        DayWillBeCleared = "Enter clears the treatment day.", "Below an empty field that had a treatment day.";
        NoteWillGo = "Enter removes the note.", "Below an empty field that had a note.";
        ConfirmTitle = "Are you sure?", "Heads a question before something that is hard to take back.";
        ConfirmKeys = "y yes  n no", "The answers to such a question. The keys are `y` and `n` in every language, in this order, with two blanks between the answers.";
        ConfirmDayKeys = "y yes, the next one  m it was moved  n neither", "Answers whether a treatment day ahead is that of the next session. The keys are `y`, `m` and `n` in every language, in this order, with two blanks between the answers.";
        ConfirmDeleteAnswers = "Delete all answers of the self-check? Nothing brings them back. Marks, notes and questions stay.", "Asked before the answers of the self-check are deleted." [SelfCheck];
        ConfirmReset = "Mark all steps as open?", "Asked in a shell behind `steps-done`, before all marks go. `y` says yes in every language.";
        SaveTitle = "Save as a file", "Heads the choice of what to save." [First];
        SaveVisit = "visit sheet, one page to take along", "A choice of what to save." [First, Visit];
        VisitFile = "visit", "Begins the name that is offered for the file of the visit sheet, as in `visit-2026-12-10.html`." [Visit];
        SaveCalendar = "dates for your calendar", "A choice of what to save." [First];
        SaveGuide = "the whole guide", "A choice of what to save." [First];
        SessionsTitle = "Sessions so far", "Heads the list of all sessions.";
        HintOpen = "open", "What Enter does to something that is closed." [First];
        HintClose = "close", "What Enter does to something that is open.";
        HintBack = "back", "What Esc does in the line of keys once a link, a hit or the contents led here.";
        HintWarnings = "warnings", "What `!` shows, in the line of keys, where there is little room." [Warnings];
        HintFollow = "go there", "What Enter does to a link within the guide.";
        HintAnswer = "answer", "What Enter does on a question of the self-check or an answer row." [Visit];
        HintPick = "ask at the visit", "What Enter does on a question for the visit." [Visit];
        InWords = "The drawing in words", "Opens the words of a drawing on the web page." [Pictures];
        StripTitle = "Days around the treatment", "Names the strip of days.";
        StripDay = "DAY", "Marks the treatment day on the strip, in at most 3 cells." [First];
        StripHeights = "Above each day: how many steps are open", "Says what the height above a day of the strip means, and in ASCII its digit." [First];
    }
    patterns {
        DaysRefused { most } = "Write a number of days from 0 to {most}.", "Refuses a number of days.";
        TextFull { most } = "There is room for {most} characters.", "Said when a field is full; `{most}` is a number of characters.";
        ConfirmNextSession { number } = "Begin session {number}? The marks of this one are kept with their dates, and its steps are open again. What is done once for all stays done.", "Asked before the next session begins.";
        ConfirmNextSessionEarly { number, date } = "Aftercare of this session goes on until {date}. Begin session {number} all the same? That aftercare stays in view until it is over, and the marks of this session are kept.", "Asked instead while the aftercare of this session goes on, until this day.";
        ConfirmStillOpen { steps } = "Still open in this session: {steps}.", "Stands before such a question while steps are open that were due after the treatment; `{steps}` are titles in quotes.";
        ConfirmNextOrMoved { date, number, day, moved } = "Is {date} your next session, number {number}? Yes begins it; marks, dates and aftercare of the one on {day} stay as they are. Was that one only moved? Then {moved} says so.", "Asked before a treatment day that has come becomes one ahead; `{moved}` says that it was moved.";
        ConfirmReplace { path } = "{path} exists already. Replace it?", "Asked before a file is replaced.";
        Saved { path } = "Saved: {path}", "Said of a file that was saved.";
        NotReplaced { path } = "{path} is left as it was.", "Said of a file that was not to be replaced.";
        NoDayYet { key } = "No treatment day yet. {key} sets it.", "Said when a calendar is asked for without a treatment day; `{key}` sets one.";
        VisitKeysEmpty { own, turn, save } = "{turn} questions  {save} save  {own} own question  Esc closes", "What can be pressed on the visit sheet without questions; the names in braces are keys." [Visit];
        VisitKeys { turn, save, own, drop, earlier, later } = "Enter answer  {turn} questions  {save} save  {own} add  {drop} drop  {earlier} {later} move  Esc closes", "What can be pressed on the visit sheet; the names in braces are keys." [Visit];
        HintBackTo { tab } = "back to {tab}", "What Esc does in the line of keys where it leads back into another tab.";
        TreatmentIn { day } = "Treatment {day}", "In the header: the treatment day and how far away it is." [First];
        StripWeeks { weeks } = "{weeks}w", "Marks whole weeks on the strip; `{weeks}` has a sign." [First];
        StripToday { distance } = "today, treatment {distance}", "Marks today on the strip; `{distance}` is how far away the treatment is." [First];
        StripWords { distance, before, on, after } = "Treatment {distance}. Steps still open: {before} before that day, {on} on it, {after} after it.", "The strip of days in words.";
        TabDue { count } = "{count} due", "How many steps want attention, after the title of the checklist." [First];
    }

    "The screen":
    words {
        NothingKept = "Nothing of this run is kept.", "Said at the start of a run of which nothing is kept.";
        LettersMayRunBackwards = "Do letters run backwards? Some terminals do that. The web page shows them right: microneedling-guide print --format html", "Said at the start where the language is written from right to left. The terminal alone puts letters in order." [RightToLeft];
        ChangedSince = "Left as it is now: it was changed since, perhaps in another window.", "Said when something cannot be taken back or made again, which the screen shows then.";
        SessionInUse = "Not changed: this session has entries already. Take them back first.", "Said when the beginning of a session cannot be taken back.";
        Reloaded = "The content file was read again.", "Said when the content file was read again, and the screen shows it as it is now.";
        PasteDropped = "What was pasted was dropped: no field is open for it.", "Said when something was pasted where nothing takes words.";
        PlaceTop = "top", "The place in the text: its beginning." [First];
        PlaceEnd = "end", "The place in the text: its end.";
        OutlineTitle = "In this tab", "Heads the list of sections beside the text." [First];
    }
    patterns {
        QuitHint { key } = "{key} quits. Everything is saved already.", "Said when Esc has nothing to close; `{key}` quits.";
        QuitHintNothingKept { key } = "{key} quits. Nothing of this run is kept.", "The same where nothing of the run is kept.";
        NoFileEvents { key } = "This system does not tell when a file is saved: press {key} after a change.", "Said at the start to those who write a guide; `{key}` reads the content file again.";
        MouseOn { key } = "Mouse on. {key} gives text selection back.", "Said when the mouse was turned on; `{key}` turns it off.";
        MouseOff { key } = "Mouse off: the terminal selects text again. {key} turns it on.", "Said when the mouse was turned off; `{key}` turns it on.";
        ThemeIs { name } = "Colors: {name}", "Said when the colors changed; `{name}` is one of auto, dark, light, mono.";
    }
    } };
}

pub(super) use screen;
