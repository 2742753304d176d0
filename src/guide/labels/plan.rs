//! Labels of what there is to do: days and dates, Today, steps, the self-check, the visit sheet, the checklist.

macro_rules! plan {
    ($next:ident $($then:ident)* : $($rows:tt)*) => { $next! { $($then)* : $($rows)*

    "Days around the treatment":
    words {
        DayItself = "on the day", "A step of the treatment day, where the day has no date yet." [First];
        DayBefore = "the day before", "A step of the day before the treatment, without dates.";
        DayAfter = "the day after", "A step of the day after the treatment, without dates.";
        WindowEveAndDay = "the day before and the day", "A step of exactly these two days.";
        WindowDayAndNext = "the day and the day after", "A step of exactly these two days." [First];
        WindowEveToNext = "the day before to the day after", "A step of exactly these three days.";
    }
    patterns {
        DaysBefore { days } = "{days} days before", "A step of one day before the treatment, without dates; at least 2 days.";
        DaysAfter { days } = "{days} days after", "A step of one day after the treatment, without dates; at least 2 days." [First];
        WeeksBefore { weeks } = "{weeks} weeks before", "A step of one day whole weeks before the treatment; at least 2 weeks.";
        WeeksAfter { weeks } = "{weeks} weeks after", "A step of one day whole weeks after the treatment; at least 2 weeks.";
        WindowWeeksBefore { from, until } = "{from} to {until} weeks before", "A step of whole weeks that ends 2 weeks or more before the treatment.";
        WindowToWeekBefore { from } = "{from} weeks to 1 week before", "A step of whole weeks that ends a week before the treatment; `{from}` is at least 2 weeks.";
        WindowWeeksToDayBefore { from } = "{from} weeks to 1 day before", "A step that begins whole weeks before the treatment and ends the day before it; at least 2 weeks.";
        WindowBefore { from, until } = "{from} to {until} days before", "A step of several days that ends 2 days or more before the treatment." [First];
        WindowAfter { from, until } = "{from} to {until} days after", "A step of several days after the treatment; `{from}` may be 1." [First];
        WindowToDayBefore { from } = "{from} days to 1 day before", "A step of several days that ends the day before the treatment." [First];
        WindowToDay { from } = "{from} days before until the day", "A step of several days that ends on the treatment day." [First];
        WindowFromDay { until } = "the day to {until} days after", "A step from the treatment day until so many days after it; at least 2." [First];
        WindowFromEve { until } = "the day before to {until} days after", "A step from the day before the treatment until so many days after it; at least 2.";
        WindowToNext { from } = "{from} days before to the day after", "A step that begins so many days before the treatment, at least 2, and ends the day after it.";
        WindowAcross { from, until } = "{from} days before to {until} after", "A step that begins 2 days or more before the treatment day and ends 2 days or more after it.";
    }

    "Dates":
    words {
        Weekdays = "Mon Tue Wed Thu Fri Sat Sun", "The seven days of the week from Monday, a blank between them and none inside." [First];
        Months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "The twelve months, a blank between them and none inside." [First];
        KeyNames = "Space Enter Esc Tab Shift Ctrl Up Down Left Right PgUp PgDn Home End Backspace", "The names of keys, as they stand on keyboards." [First];
        WeekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "The whole names of the days of the week from Monday, as people type them.";
        MonthNames = "January February March April May June July August September October November December", "The whole names of the months, as people type them behind a day; other forms of them are understood.";
        DistanceToday = "today", "How far away this very day is.";
        DistanceTomorrow = "tomorrow", "How far away the next day is.";
        DistanceYesterday = "yesterday", "How far away the day before is.";
        TreatmentDay = "Treatment day", "Stands before the treatment day, and names it in the calendar.";
        WhenOverdue = "Still open from before", "Heads the steps whose days are over and that can still be done.";
        WhenNow = "now", "Beside a step that should be done by now." [First];
        UntilToday = "until today", "Beside a step that goes on, on its last day.";
        WhenToday = "Today", "Heads the steps of today.";
        WhenLater = "Later", "Heads the steps that begin later.";
        WhenPast = "Days past", "Heads the steps whose days are over.";
        DayUnknown = "This is not a day. Write it like 10 dec, 2026-12-10, +14 or fri.", "Refuses words that are no day.";
        CalendarNotKept = "This day is not kept. Is it a day that moved? Delete the old calendar first.", "Said in a shell of a calendar for a day that is not kept.";
        DayNoSuch = "The calendar has no such day. Look at the day of the month.", "Refuses a day that the calendar does not have.";
        DayNoMonth = "Which month? Write it like 10 dec, or +14 for two weeks from now.", "Refuses a day without a month.";
    }
    patterns {
        DayTwoWays { first, second } = "{first} or {second}? Write the month as a word, like 10 dec.", "Refuses a day whose month and day could be exchanged; both days are named.";
        Date { weekday, day, month } = "{weekday} {day} {month}", "A day of this year; `{day}` is a number." [First];
        DateWithYear { weekday, day, month, year } = "{weekday} {day} {month} {year}", "A day of another year; `{day}` is a number.";
        ShortDate { day, month } = "{day} {month}", "A day of this year without its weekday, where room is short; `{day}` is a number.";
        ShortDateWithYear { day, month, year } = "{day} {month} {year}", "The same for a day of another year." [First];
        DateRange { from, until } = "{from} to {until}", "Several days, from the date of the first to that of the last." [First];
        DistanceAhead { days } = "in {days} days", "How far away a later day is; at least 2 days." [First];
        DistanceAgo { days } = "{days} days ago", "How far away an earlier day is; at least 2 days.";
        ClinicTime { time } = "{time}, your clinic", "A time that the reader's clinic named instead of the guide.";
        WhenNext { days } = "In the next {days} days", "Heads the steps that begin within so many days.";
        DayTableToday { day } = "today, day {day}", "Begins the row of today in a table of days after the treatment; `{day}` is a number, 0 the treatment day.";
        Appointment { date, distance } = "{date}, {distance}", "The treatment day and how far away it is, in one phrase." [First];
    }

    "Today":
    words {
        TodayNow = "Now", "Heads what to do now." [First];
        TodayNothing = "Nothing new to do today.", "Stands there if there is nothing to do now.";
        TodayOver = "Aftercare is over, and there is nothing to do today.", "Stands there once the aftercare is over.";
        TodayNextSession = "Another session is planned? Begin it here", "Begins the next session, once the aftercare is over.";
        TodayGoingOn = "Going on: tick what you keep up", "Heads the lasting steps in their days." [First, LastingSteps];
        TodayCarried = "Still going on from the session before", "Heads the aftercare of a session before this one.";
        TodayNext = "Next", "Heads the steps that come next." [First];
        TodayChanged = "Has anything changed? Go through the self-check again", "A step before a later session: answers of the self-check grow old." [SelfCheck];
    }
    patterns {
        SituationAhead { date, days } = "Today, {date}: {days} days to go", "The treatment is so many days ahead; at least 2." [First];
        SituationEve { date } = "Today, {date}: your day is tomorrow", "The treatment is tomorrow.";
        SituationDay { date } = "Today, {date}: your day", "The treatment is today.";
        SituationAfter { date, days } = "Today, {date}: day {days} after", "The treatment was so many days ago.";
        BookedLate { step } = "Late, as far as the ticks tell: {step}. Begin now, and ask the clinic if the time left is enough.", "What few days leave no time for: the title of a step, which may only lack its tick." [First, LeadDays];
        TodaySelfCheck { count } = "Answer the self-check (steps that need it: {count})", "A step that stands for the questions of the self-check; so many steps hang on them." [First, SelfCheck];
        TodaySelfCheckTreated { count } = "The self-check still waits (steps that need it: {count})", "That step from the treatment day on." [First, SelfCheck];
        TodayToTell { count } = "Your answers: tell or ask first ({count})", "Leads to what the answers of the self-check ask the reader to do before the treatment; so many of them do." [SelfCheck];
        FirstBy { date } = "first by {date}", "Beside it: by which day the first of these steps is to be done; `when-now` once that is over." [First, SelfCheck];
        UntilDate { date } = "until {date}", "The last day of a step." [First];
        SinceUntil { since, until } = "since {since}, until {until}", "Since when a lasting step is kept up, and its last day." [LastingSteps];
        TodayMissed { count } = "{count} more from before: see what still helps", "A line that opens what was missed." [First];
        TodayAll { count } = "all {count} steps", "A line that opens all steps." [First];
        TodayOpen { count } = "all open steps: {count}", "A line that opens all steps that are still open.";
    }

    "Steps and answers":
    words {
        StepWhen = "When", "Names the row that tells when a step is due." [First];
        StepGuideTime = "The guide says", "Names the row with the guide's time, where the clinic named another.";
        StepNote = "Your note", "Names the row of the reader's note.";
        StepNoted = "note", "Beside a step with a note of the reader.";
        StepWhy = "Why", "Names the row of the reason for a step." [First];
        StepRange = "Clinics differ", "Names the row that tells what other clinics say." [First];
        MarkOpen = "open", "The mark of a step that is not done." [First];
        MarkDone = "done", "The mark of a step that is done." [First];
        MarkKeptUp = "I am doing it", "The mark of a lasting step that the reader keeps up." [LastingSteps];
        MarkNotForMe = "not for me", "The mark of a step that the reader set aside.";
        StatePicked = "to ask", "The state of a question that is to be asked at the visit." [Visit];
        StateAsked = "asked", "The state of a question that has an answer." [Visit];
        AnswerYes = "yes", "An answer to the self-check." [SelfCheck];
        AnswerNo = "no", "An answer to the self-check." [SelfCheck];
        AnswerNotSure = "not sure", "An answer to the self-check." [SelfCheck];
        WeightMuch = "much", "How much something matters to the reader." [Values];
        WeightLittle = "a little", "How much something matters to the reader." [Values];
        WeightNot = "not", "How much something matters to the reader." [Values];
        WeightNotTold = "does not matter", "The same before what does not matter, where no question stands above it." [Values];
    }
    patterns {
        StepAhead { date } = "This is for {date}.", "Above the text of a step whose first day is still to come.";
        CountOf { done, total } = "{done} of {total}", "How many of how many are done, in a narrow place.";
    }

    "The self-check":
    words {
        SelfCheckTitle = "Self-check", "Heads the self-check where one question is asked at a time." [First, SelfCheck];
        SelfCheckKeysBefore = "Enter begins  Esc leaves", "What can be pressed before its first question." [First, SelfCheck];
        SelfCheckChoose = "Choose an answer first: arrows, or its letter.", "Said when Enter is pressed before an answer is chosen." [SelfCheck];
        NoSelfCheck = "This guide has no self-check.", "Said where a guide has no self-check." [NoSelfCheck];
        SelfCheckKept = "Your answers are kept in one file on this computer, and nowhere else. To delete them all at once, press ? and choose \"delete all answers of the self-check\".", "Above the self-check on the screen: where the answers are kept and how to delete them." [First, SelfCheck];
        SelfCheckTell = "What to tell", "Heads what the answers ask to be told to the clinic." [SelfCheck];
        SelfCheckLimit = "Your answers cannot tell whether the treatment is right for you. Decide that with your clinic.", "Below the self-check: what it cannot say." [First, SelfCheck];
    }
    patterns {
        SelfCheckProgress { number, total } = "{number} of {total}", "Which question of the self-check is asked." [SelfCheck];
        SelfCheckTold { number, question, answer } = "You said {answer} to question {number}: {question}", "Heads what an answer leads to, below the questions." [SelfCheck];
        SelfCheckKeys { back } = "Left/Right choose  Enter answers  {back} one back  Esc stops, keeps", "What can be pressed at a question; the answers show their keys. `{back}` is a key." [SelfCheck];
        SelfCheckKeysAfter { back } = "Enter closes  {back} one back", "What can be pressed after the last question." [SelfCheck];
        SelfCheckAnswered { answered, total } = "Questions answered: {answered} of {total}.", "How much of the self-check has an answer; `{total}` may be 1." [SelfCheck];
    }

    "The visit sheet and sessions":
    words {
        VisitTitle = "For the visit", "Heads the visit sheet." [Visit];
        VisitDay = "Treatment day", "Names the row of the treatment day on the visit sheet.";
        VisitNoDay = "not set", "Instead of a treatment day that is not set.";
        VisitTelephone = "Clinic's telephone", "Names the row with room for the telephone number of the clinic." [Telephone];
        VisitSession = "Session", "Names the row of the session's number." [Visit];
        VisitValues = "What matters to me", "Names the row of what matters to the reader, on the visit sheet and the leaflet." [Values];
        VisitValuesOpen = "What matters to me: not answered; Enter goes there", "Instead of that row on the screen, as long as nothing was answered." [Values];
        VisitTell = "About me", "Heads what to tell the clinic." [SelfCheck];
        VisitChanged = "I will say what has changed since I answered.", "Below the answers of the self-check, from the second session on." [SelfCheck];
        VisitNothingToTell = "No answer asks to be told. Still tell whatever may matter.", "Instead of a list, when everything is answered and nothing is to be told." [SelfCheck];
        VisitQuestions = "My questions", "Heads the questions to ask." [Visit];
        VisitNoQuestions = "None picked yet. Tick what to ask:", "Above the questions of the guide, when none was picked." [Visit];
        NoAnswerYet = "no answer written down yet", "Below a question without an answer." [Visit];
        VisitAnswer = "Answer", "Stands before what the clinic said." [Visit];
        VisitSteps = "What I still have to do", "Heads the steps that are still open." [Visit];
        VisitClinic = "Days that the clinic named", "Heads the numbers of days that the clinic named." [Visit];
        VisitNotes = "My notes", "Heads room to write." [Visit];
        SessionEmpty = "Nothing marked.", "A treatment for which nothing was marked.";
    }
    patterns {
        VisitClinicDays { days, time } = "{days}: {time}", "The days of a step by the number that the clinic named, as in \"7 days after\", and their dates." [Visit];
        QuestionsTitle { picked, total } = "Questions for the visit: {picked} of {total} picked", "Heads the list of questions for the visit." [First, Visit];
        QuestionsKeys { turn, own, save } = "letter or Enter picks  {turn} sheet  {save} save  {own} own question  Esc closes", "What can be pressed in that list; the names in braces are keys." [First, Visit];
        VisitLead { guide } = "My answers, questions and days for the visit. Made with the guide \"{guide}\".", "The first line of the visit sheet; `{guide}` is the title of the guide." [Visit];
        VisitUnanswered { count, total } = "Not answered yet in the self-check: {count} of {total}.", "How many questions of the self-check have no answer; `{total}` may be 1." [SelfCheck];
        VisitMoreSteps { shown, total } = "{shown} of {total} open steps, those due first. The checklist has all.", "Below the open steps, when the sheet has no room for all." [Visit];
        VisitAbout { about, answer, tell } = "{about}: {answer}. {tell}", "What an answer of the self-check is about, for instance \"Cold sores\", the answer, and what to do then." [SelfCheck];
        SessionTitle { number, day } = "Session {number}, treatment day {day}", "Heads one treatment in the list of all; `{number}` counts from 1.";
    }

    "The checklist":
    words {
        NoSteps = "This guide has no steps.", "An empty checklist.";
        ShowingAll = "All steps.", "Said when the checklist goes on to show all steps.";
        AllDone = "All steps done or set aside.", "Beside the bar when no step is open.";
        AnswersDeleted = "All answers of the self-check are deleted, for good.", "Said when all answers of the self-check were deleted." [SelfCheck];
        DayCleared = "No treatment day any more.", "Said when there is no treatment day any more.";
        NothingToUndo = "Nothing to take back in this run. Space on a row turns its mark.", "Said when there is nothing to take back.";
        NothingToRedo = "Nothing to do again.", "Said when there is nothing to do again.";
    }
    patterns {
        StepsDone { done, total } = "{done} of {total} steps done", "How many steps are done, beside the bar of the checklist; `{total}` may be 1." [First];
        SetAside { count } = "{count} set aside", "How many steps are marked as not for me.";
        LeftOut { count } = "Left out because of your answers: {count}", "How many steps the answers of the self-check take away." [SelfCheck];
        NoOpenSteps { key } = "No open steps. {key} shows all.", "An empty checklist that shows open steps alone; `{key}` shows all.";
        ShowingOpen { key } = "Only open steps. {key} shows all.", "Said when the checklist goes on to show open steps alone; `{key}` shows all.";
        Told { what, key } = "{what} {key} takes it back.", "Said of what the reader has changed; `{what}` is a sentence such as that of `marked`, and `{key}` takes it back." [First];
        Restored { what, key } = "Taken back: {what} {key} does it again.", "Said when that was taken back; `{key}` makes it again." [First];
        Repeated { what, key } = "Again: {what} {key} takes it back.", "Said when it was made again; `{key}` takes it back.";
        Marked { mark, step } = "{mark}: {step}.", "Said of a mark." [First];
        DaySet { day } = "Treatment day: {day}.", "Said of a treatment day." [First];
        ClinicDaysSet { step, time } = "Your clinic: {step}, {time}.", "Said of a number of days that the clinic named; `{time}` is the new time of the step.";
        ClinicDaysCleared { step, time } = "As the guide says: {step}, {time}.", "Said when the guide's number holds again.";
        AnswerGiven { answer, question } = "{answer}: {question}", "Said of an answer to the self-check." [SelfCheck];
        AnswerCleared { question } = "No answer: {question}", "Said when an answer to the self-check was taken away." [SelfCheck];
        NoteKept { step } = "Note kept: {step}.", "Said of a new or changed note.";
        NoteCleared { step } = "Note removed: {step}.", "Said when a note was removed.";
        QuestionPicked { question } = "To ask: {question}", "Said of a question that was picked for the visit." [Visit];
        QuestionDropped { question } = "Not to ask: {question}", "Said of a question that was taken off the sheet." [Visit];
        QuestionMoved { question } = "Moved: {question}", "Said of a question that went to another place on the sheet." [Visit];
        WordsKept { question } = "Answer kept: {question}", "Said when the clinic's answer to a question was noted down." [Visit];
        WordsRemoved { question } = "Answer removed: {question}", "Said when the clinic's answer was removed." [Visit];
        SessionBegunOn { number, day } = "Session {number} begins: {day}.", "Said when the next session begins with this treatment day.";
        SessionBegun { number, day } = "Session {number} begins. {day} sets its day.", "Said when the next session begins; `{day}` is the key that sets its day.";
        SessionDropped { number } = "you are in session {number} again.", "Said when the beginning of a session was taken back, so that this is the current one again.";
        NoStepHere { key } = "No step in view. {key} goes to the next heading or step.", "Said when a key needs a step and none is in view; `{key}` leads to one.";
    }
    } };
}

pub(super) use plan;
