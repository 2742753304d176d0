//! The words and patterns that the program shows by itself: the only place to touch for a new one. It is one table,
//! and longer than other files for that reason.
//!
//! A word stands as it is; a pattern has names in braces, for which the program puts something in. Each has its name in
//! the code, its key under `[labels]` in a content file, its English text, and above them what it is for.

use std::fmt::Display;

use super::Declared;

labels! {
    "The text itself":
    words {
        /// Heads the summary of a tab.
        InShort "in-short" "In short"
        /// Opens a fold for which the author wrote no words.
        More "more" "more"
        /// Heads the list of tabs and sections in Markdown and on the web page.
        Contents "contents" "Contents"
        /// A link at the top of the web page, for readers who hear it or use the keyboard.
        SkipToText "skip-to-text" "Skip to the text"
        /// Heads the list of sources.
        Sources "sources" "Sources"
        /// Stands in the web page before the links from a source back to the text.
        CitedIn "cited-in" "Cited in:"
        /// Heads who wrote the text, when, and paid by whom.
        AboutTitle "about-title" "About this text"
        /// Ends the leaflet.
        LeafletMore "leaflet-more" "Ask whoever gave you this for the whole guide, with reasons and sources."
        /// Names the row of the leaflet that lists what may matter to the reader.
        LeafletValues "leaflet-values" "Circle what matters"
        /// Stands over the steps of the leaflet if no day is set: who writes the dates in.
        LeafletDates "leaflet-dates" "Ask the clinic to write the dates in, or print this again with your day set."
        /// Names the row of the authors.
        Authors "authors" "Written by"
        /// Names the row of those who paid.
        Funding "funding" "Paid by"
        /// Names the row that tells where to report an error.
        Contact "contact" "Errors"
        /// No reader sees them: behind such a word, or `%`, stands a number for which `check` asks a source. Commas between them.
        CountedWords "counted-words" "per cent, percent, people, patients, persons, participants, volunteers"
    }
    patterns {
        /// The day on which the text was checked last.
        Reviewed { date } "reviewed" "Text checked {date}"
        /// The day by which the text is to be checked again, after `reviewed` in the same sentence.
        ReviewBy { date } "review-by" "to be checked again by {date}"
        /// In the header, once the day of the next check has passed.
        OutOfDate { date } "out-of-date" "Text out of date since {date}"
        /// Above each tab, once the day of the next check has passed.
        Stale { date } "stale" "This text was to be checked again by {date}. Ask your clinic what has changed since."
    }

    "Warning signs":
    words {
        /// The mildest warning signs: reason to call the clinic.
        StageClinic "stage-clinic" "CALL THE CLINIC"
        /// Warning signs that need help the same day.
        StageUrgent "stage-urgent" "HELP TODAY"
        /// Warning signs that need an ambulance.
        StageEmergency "stage-emergency" "EMERGENCY"
    }

    "Certainty":
    words {
        /// The head of the column that tells how sure each row of a comparison is.
        Certainty "certainty" "Sure"
        /// Behind a claim that a regulator or several good sources support; the text of the guide explains these words once.
        CertaintyHigh "certainty-high" "quite sure"
        /// Behind a claim with one fair source.
        CertaintyModerate "certainty-moderate" "fairly sure"
        /// Behind a claim with small studies, custom or the author's view.
        CertaintyLow "certainty-low" "not sure"
        /// Behind a claim that nobody has measured well.
        CertaintyUnknown "certainty-unknown" "not known"
    }

    "Callouts":
    words {
        /// Heads a callout with something good to know.
        CalloutNote "callout-note" "Note"
        /// Heads a callout with something to ask or tell the clinic.
        CalloutAsk "callout-ask" "Ask"
        /// Heads a callout with a danger.
        CalloutCaution "callout-caution" "Caution"
        /// Heads a callout with a reason to call for help at once.
        CalloutUrgent "callout-urgent" "Urgent"
    }

    "Pictures":
    words {
        /// Names the picture of skin without a scar.
        HealthySkin "healthy-skin" "Healthy skin"
        /// Stands before the tenths of a millimeter, as in `1.5`.
        DecimalMark "decimal-mark" "."
        /// The unit of an axis of days.
        DaysAxis "days-axis" "days"
        /// The days of a bar without beginning and end.
        DaysAlways "days-always" "on all days"
        /// A share that rounds to nobody and is not nobody.
        FewerThanOne "fewer-than-one" "fewer than 1 of 100"
        /// A share that rounds to everybody and is not everybody.
        MoreThanNinetyNine "more-than-ninety-nine" "more than 99 of 100"
        /// After the numbers of a study with few people.
        SmallStudy "small-study" "small study"
        /// After the numbers of a study in which it happened to nobody.
        NoneSeen "none-seen" "may still happen"
        /// Instead of a share that nobody has measured well.
        NotMeasured "not-measured" "not well measured"
    }
    patterns {
        /// A layer of skin and the depth at which it ends.
        LayerUntil { layer, depth } "layer-until" "{layer} to {depth} mm"
        /// A needle and how deep it reaches.
        NeedleLength { needle, length } "needle-length" "{needle} {length} mm"
        /// Beside a bar whose days the reader's clinic changed: both times.
        ClinicDays { clinic, guide } "clinic-days" "My clinic: {clinic}. This guide: {guide}"
        /// The days of a bar, from 0 on.
        DaysRange { from, until } "days-range" "day {from} to {until}"
        /// The days of a bar without an end.
        DaysFrom { day } "days-from" "from day {day} on"
        /// The days of a bar without a beginning.
        DaysUntil { day } "days-until" "until day {day}"
        /// A bar on an axis with a unit of its own, such as hours.
        UnitRange { unit, from, until } "unit-range" "{unit}: {from} to {until}"
        /// Such a bar without an end.
        UnitFrom { unit, from } "unit-from" "{unit}: from {from} on"
        /// Such a bar without a beginning.
        UnitUntil { unit, until } "unit-until" "{unit}: until {until}"
        /// A bar that begins earlier for some people, where it is drawn broken.
        SomeFrom { days, day } "some-from" "{days}, for some from {day}"
        /// A bar that ends later for some people, where it is drawn broken.
        SomeUntil { days, day } "some-until" "{days}, for some up to {day}"
        /// A share of people, rounded to whole ones.
        OfHundred { count } "of-hundred" "{count} of 100"
        /// The numbers that a study counted.
        OfPeople { count, of } "of-people" "{count} of {of} people"
    }

    "Facts of cards":
    words {
        /// Names a fact of a scar type: what it looks like.
        FactShape "fact-shape" "Shape"
        /// Names a fact of a scar type: how large it is.
        FactSize "fact-size" "Size"
        /// Names a fact of a scar type: how many people have it.
        FactHowCommon "fact-how-common" "How common"
        /// Names a fact of a scar type: what microneedling alone does for it.
        FactNeedling "fact-needling" "Needling alone"
        /// Names a fact of a scar type: what clinics often choose.
        FactOftenChosen "fact-often-chosen" "Often chosen"
        /// Names a fact of a risk: how to tell it.
        FactLooksLike "fact-looks-like" "Looks like"
        /// Names a fact of a risk: in how many people it was seen.
        FactHowOften "fact-how-often" "How often"
        /// Names a fact of a risk: what makes it less likely.
        FactLowerIt "fact-lower-it" "Lower it"
        /// Names a fact of a risk: what to do when it happens.
        FactWhatToDo "fact-what-to-do" "What to do"
        /// Names a fact of another treatment: how it works.
        FactIdea "fact-idea" "Idea"
        /// Names a fact of another treatment: what it suits.
        FactBestFor "fact-best-for" "Best for"
        /// Names a fact of another treatment: what speaks for it.
        FactGood "fact-good" "Good"
        /// Names a fact of another treatment: what speaks against it.
        FactBad "fact-bad" "Bad"
    }

    "Days around the treatment":
    words {
        /// A step of the treatment day, where the day has no date yet.
        DayItself "day-itself" "on the day"
        /// A step of the day before the treatment, without dates.
        DayBefore "day-before" "the day before"
        /// A step of the day after the treatment, without dates.
        DayAfter "day-after" "the day after"
        /// A step of exactly these two days.
        WindowEveAndDay "window-eve-and-day" "the day before and the day"
        /// A step of exactly these two days.
        WindowDayAndNext "window-day-and-next" "the day and the day after"
        /// A step of exactly these three days.
        WindowEveToNext "window-eve-to-next" "the day before to the day after"
    }
    patterns {
        /// A step of one day before the treatment, without dates; at least 2 days.
        DaysBefore { days } "days-before" "{days} days before"
        /// A step of one day after the treatment, without dates; at least 2 days.
        DaysAfter { days } "days-after" "{days} days after"
        /// A step of one day whole weeks before the treatment; at least 2 weeks.
        WeeksBefore { weeks } "weeks-before" "{weeks} weeks before"
        /// A step of one day whole weeks after the treatment; at least 2 weeks.
        WeeksAfter { weeks } "weeks-after" "{weeks} weeks after"
        /// A step of whole weeks that ends 2 weeks or more before the treatment.
        WindowWeeksBefore { from, until } "window-weeks-before" "{from} to {until} weeks before"
        /// A step of whole weeks that ends a week before the treatment; `{from}` is at least 2 weeks.
        WindowToWeekBefore { from } "window-to-week-before" "{from} weeks to 1 week before"
        /// A step that begins whole weeks before the treatment and ends the day before it; at least 2 weeks.
        WindowWeeksToDayBefore { from } "window-weeks-to-day-before" "{from} weeks to 1 day before"
        /// A step of several days that ends 2 days or more before the treatment.
        WindowBefore { from, until } "window-before" "{from} to {until} days before"
        /// A step of several days after the treatment; `{from}` may be 1.
        WindowAfter { from, until } "window-after" "{from} to {until} days after"
        /// A step of several days that ends the day before the treatment.
        WindowToDayBefore { from } "window-to-day-before" "{from} days to 1 day before"
        /// A step of several days that ends on the treatment day.
        WindowToDay { from } "window-to-day" "{from} days before until the day"
        /// A step from the treatment day until so many days after it; at least 2.
        WindowFromDay { until } "window-from-day" "the day to {until} days after"
        /// A step from the day before the treatment until so many days after it; at least 2.
        WindowFromEve { until } "window-from-eve" "the day before to {until} days after"
        /// A step that begins so many days before the treatment, at least 2, and ends the day after it.
        WindowToNext { from } "window-to-next" "{from} days before to the day after"
        /// A step that begins 2 days or more before the treatment day and ends 2 days or more after it.
        WindowAcross { from, until } "window-across" "{from} days before to {until} after"
    }

    "Dates":
    words {
        /// The seven days of the week from Monday, a blank between them and none inside.
        Weekdays "weekdays" "Mon Tue Wed Thu Fri Sat Sun"
        /// The twelve months, a blank between them and none inside.
        Months "months" "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
        /// The names of keys, as they stand on keyboards.
        KeyNames "key-names" "Space Enter Esc Tab Shift Ctrl Up Down Left Right PgUp PgDn Home End Backspace"
        /// The whole names of the days of the week from Monday, as people type them.
        WeekdayNames "weekday-names" "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
        /// The whole names of the months, as people type them behind a day; other forms of them are understood.
        MonthNames "month-names" "January February March April May June July August September October November December"
        /// How far away this very day is.
        DistanceToday "distance-today" "today"
        /// How far away the next day is.
        DistanceTomorrow "distance-tomorrow" "tomorrow"
        /// How far away the day before is.
        DistanceYesterday "distance-yesterday" "yesterday"
        /// Stands before the treatment day, and names it in the calendar.
        TreatmentDay "treatment-day" "Treatment day"
        /// Heads the steps whose days are over and that can still be done.
        WhenOverdue "when-overdue" "Still open from before"
        /// Beside a step that should be done by now.
        WhenNow "when-now" "now"
        /// Beside a step that goes on, on its last day.
        UntilToday "until-today" "until today"
        /// Heads the steps of today.
        WhenToday "when-today" "Today"
        /// Heads the steps that begin later.
        WhenLater "when-later" "Later"
        /// Heads the steps whose days are over.
        WhenPast "when-past" "Days past"
        /// Refuses words that are no day.
        DayUnknown "day-unknown" "This is not a day. Write it like 10 dec, 2026-12-10, +14 or fri."
        /// Said in a shell of a calendar for a day that is not kept.
        CalendarNotKept "calendar-not-kept" "This day is not kept. Is it a day that moved? Delete the old calendar first."
        /// Refuses a day that the calendar does not have.
        DayNoSuch "day-no-such" "The calendar has no such day. Look at the day of the month."
        /// Refuses a day without a month.
        DayNoMonth "day-no-month" "Which month? Write it like 10 dec, or +14 for two weeks from now."
    }
    patterns {
        /// Refuses a day whose month and day could be exchanged; both days are named.
        DayTwoWays { first, second } "day-two-ways" "{first} or {second}? Write the month as a word, like 10 dec."
        /// A day of this year; `{day}` is a number.
        Date { weekday, day, month } "date" "{weekday} {day} {month}"
        /// A day of another year; `{day}` is a number.
        DateWithYear { weekday, day, month, year } "date-with-year" "{weekday} {day} {month} {year}"
        /// A day of this year without its weekday, where room is short; `{day}` is a number.
        ShortDate { day, month } "short-date" "{day} {month}"
        /// The same for a day of another year.
        ShortDateWithYear { day, month, year } "short-date-with-year" "{day} {month} {year}"
        /// Several days, from the date of the first to that of the last.
        DateRange { from, until } "date-range" "{from} to {until}"
        /// How far away a later day is; at least 2 days.
        DistanceAhead { days } "distance-ahead" "in {days} days"
        /// How far away an earlier day is; at least 2 days.
        DistanceAgo { days } "distance-ago" "{days} days ago"
        /// A time that the reader's clinic named instead of the guide.
        ClinicTime { time } "clinic-time" "{time}, your clinic"
        /// Heads the steps that begin within so many days.
        WhenNext { days } "when-next" "In the next {days} days"
        /// Begins the row of today in a table of days after the treatment; `{day}` is a number, 0 the treatment day.
        DayTableToday { day } "day-table-today" "today, day {day}"
        /// The treatment day and how far away it is, in one phrase.
        Appointment { date, distance } "appointment" "{date}, {distance}"
    }

    "Today":
    words {
        /// Heads what to do now.
        TodayNow "today-now" "Now"
        /// Stands there if there is nothing to do now.
        TodayNothing "today-nothing" "Nothing new to do today."
        /// Stands there once the aftercare is over.
        TodayOver "today-over" "Aftercare is over, and there is nothing to do today."
        /// Begins the next session, once the aftercare is over.
        TodayNextSession "today-next-session" "Another session is planned? Begin it here"
        /// Heads the lasting steps in their days.
        TodayGoingOn "today-going-on" "Going on: tick what you keep up"
        /// Heads the aftercare of a session before this one.
        TodayCarried "today-carried" "Still going on from the session before"
        /// Heads the steps that come next.
        TodayNext "today-next" "Next"
        /// A step before a later session: answers of the self-check grow old.
        TodayChanged "today-changed" "Has anything changed? Go through the self-check again"
    }
    patterns {
        /// The treatment is so many days ahead; at least 2.
        SituationAhead { date, days } "situation-ahead" "Today, {date}: {days} days to go"
        /// The treatment is tomorrow.
        SituationEve { date } "situation-eve" "Today, {date}: your day is tomorrow"
        /// The treatment is today.
        SituationDay { date } "situation-day" "Today, {date}: your day"
        /// The treatment was so many days ago.
        SituationAfter { date, days } "situation-after" "Today, {date}: day {days} after"
        /// What few days leave no time for: the title of a step, which may only lack its tick.
        BookedLate { step } "booked-late" "As far as the ticks tell, this no longer fits in full: {step}. Ask the clinic: is the time left enough, or should the day move?"
        /// A step that stands for the questions of the self-check; so many steps hang on them.
        TodaySelfCheck { count } "today-self-check" "Answer the self-check (steps that need it: {count})"
        /// Leads to what the answers of the self-check ask the reader to do before the treatment; so many of them do.
        TodayToTell { count } "today-to-tell" "Your answers: tell or ask first ({count})"
        /// Beside it: by which day the first of these steps is to be done; `when-now` once that is over.
        FirstBy { date } "first-by" "first by {date}"
        /// The last day of a step.
        UntilDate { date } "until-date" "until {date}"
        /// Since when a lasting step is kept up, and its last day.
        SinceUntil { since, until } "since-until" "since {since}, until {until}"
        /// A line that opens what was missed.
        TodayMissed { count } "today-missed" "{count} more from before: see what still helps"
        /// A line that opens all steps.
        TodayAll { count } "today-all" "all {count} steps"
        /// A line that opens all steps that are still open.
        TodayOpen { count } "today-open" "all open steps: {count}"
    }

    "Steps and answers":
    words {
        /// Names the row that tells when a step is due.
        StepWhen "step-when" "When"
        /// Names the row with the guide's time, where the clinic named another.
        StepGuideTime "step-guide-time" "The guide says"
        /// Names the row of the reader's note.
        StepNote "step-note" "Your note"
        /// Beside a step with a note of the reader.
        StepNoted "step-noted" "note"
        /// Names the row of the reason for a step.
        StepWhy "step-why" "Why"
        /// Names the row that tells what other clinics say.
        StepRange "step-range" "Clinics differ"
        /// The mark of a step that is not done.
        MarkOpen "mark-open" "open"
        /// The mark of a step that is done.
        MarkDone "mark-done" "done"
        /// The mark of a lasting step that the reader keeps up.
        MarkKeptUp "mark-kept-up" "I am doing it"
        /// The mark of a step that the reader set aside.
        MarkNotForMe "mark-not-for-me" "not for me"
        /// The state of a question that is to be asked at the visit.
        StatePicked "state-picked" "to ask"
        /// The state of a question that has an answer.
        StateAsked "state-asked" "asked"
        /// An answer to the self-check.
        AnswerYes "answer-yes" "yes"
        /// An answer to the self-check.
        AnswerNo "answer-no" "no"
        /// An answer to the self-check.
        AnswerNotSure "answer-not-sure" "not sure"
        /// How much something matters to the reader.
        WeightMuch "weight-much" "much"
        /// How much something matters to the reader.
        WeightLittle "weight-little" "a little"
        /// How much something matters to the reader.
        WeightNot "weight-not" "not"
        /// The same before what does not matter, where no question stands above it.
        WeightNotTold "weight-not-told" "does not matter"
    }
    patterns {
        /// Above the text of a step whose first day is still to come.
        StepAhead { date } "step-ahead" "This is for {date}."
        /// How many of how many are done, in a narrow place.
        CountOf { done, total } "count-of" "{done} of {total}"
    }

    "The self-check":
    words {
        /// Heads the self-check where one question is asked at a time.
        SelfCheckTitle "self-check-title" "Self-check"
        /// What can be pressed before its first question.
        SelfCheckKeysBefore "self-check-keys-before" "Enter begins  Esc leaves"
        /// Said when Enter is pressed before an answer is chosen.
        SelfCheckChoose "self-check-choose" "Choose an answer first: arrows, or its letter."
        /// Said where a guide has no self-check.
        NoSelfCheck "no-self-check" "This guide has no self-check."
        /// Above the self-check on the screen: where the answers are kept and how to delete them.
        SelfCheckKept "self-check-kept" "Your answers are kept in one file on this computer, and nowhere else. To delete them all at once, press ? and choose \"delete all answers of the self-check\"."
        /// Heads what the answers ask to be told to the clinic.
        SelfCheckTell "self-check-tell" "What to tell"
        /// Below the self-check: what it cannot say.
        SelfCheckLimit "self-check-limit" "Your answers cannot tell whether the treatment is right for you. Decide that with your clinic."
    }
    patterns {
        /// Which question of the self-check is asked.
        SelfCheckProgress { number, total } "self-check-progress" "{number} of {total}"
        /// Heads what an answer leads to, below the questions.
        SelfCheckTold { number, question, answer } "self-check-told" "You said {answer} to question {number}: {question}"
        /// What can be pressed at a question; the answers show their keys. `{back}` is a key.
        SelfCheckKeys { back } "self-check-keys" "Left/Right choose  Enter answers  {back} one back  Esc stops, keeps"
        /// What can be pressed after the last question.
        SelfCheckKeysAfter { back } "self-check-keys-after" "Enter closes  {back} one back"
        /// How much of the self-check has an answer; `{total}` may be 1.
        SelfCheckAnswered { answered, total } "self-check-answered" "Questions answered: {answered} of {total}."
    }

    "The visit sheet and sessions":
    words {
        /// Heads the visit sheet.
        VisitTitle "visit-title" "For the visit"
        /// Names the row of the treatment day on the visit sheet.
        VisitDay "visit-day" "Treatment day"
        /// Instead of a treatment day that is not set.
        VisitNoDay "visit-no-day" "not set"
        /// Names the row with room for the telephone number of the clinic.
        VisitTelephone "visit-telephone" "Clinic's telephone"
        /// Names the row of the session's number.
        VisitSession "visit-session" "Session"
        /// Names the row of what matters to the reader, on the visit sheet and the leaflet.
        VisitValues "visit-values" "What matters to me"
        /// Instead of that row on the screen, as long as nothing was answered.
        VisitValuesOpen "visit-values-open" "What matters to me: not answered; Enter goes there"
        /// Heads what to tell the clinic.
        VisitTell "visit-tell" "About me"
        /// Below the answers of the self-check, from the second session on.
        VisitChanged "visit-changed" "I will say what has changed since I answered."
        /// Instead of a list, when everything is answered and nothing is to be told.
        VisitNothingToTell "visit-nothing-to-tell" "No answer asks to be told. Still tell whatever may matter."
        /// Heads the questions to ask.
        VisitQuestions "visit-questions" "My questions"
        /// Above the questions of the guide, when none was picked.
        VisitNoQuestions "visit-no-questions" "None picked yet. Tick what to ask:"
        /// Below a question without an answer.
        NoAnswerYet "no-answer-yet" "no answer written down yet"
        /// Stands before what the clinic said.
        VisitAnswer "visit-answer" "Answer"
        /// Heads the steps that are still open.
        VisitSteps "visit-steps" "What I still have to do"
        /// Heads the numbers of days that the clinic named.
        VisitClinic "visit-clinic" "Days that the clinic named"
        /// Heads room to write.
        VisitNotes "visit-notes" "My notes"
        /// A treatment for which nothing was marked.
        SessionEmpty "session-empty" "Nothing marked."
    }
    patterns {
        /// The days of a step by the number that the clinic named, as in "7 days after", and their dates.
        VisitClinicDays { days, time } "visit-clinic-days" "{days}: {time}"
        /// Heads the list of questions for the visit.
        QuestionsTitle { picked, total } "questions-title" "Questions for the visit: {picked} of {total} picked"
        /// What can be pressed in that list; the names in braces are keys.
        QuestionsKeys { turn, own, save } "questions-keys" "letter or Enter picks  {turn} sheet  {save} save  {own} own question  Esc closes"
        /// The first line of the visit sheet; `{guide}` is the title of the guide.
        VisitLead { guide } "visit-lead" "My answers, questions and days for the visit. Made with the guide \"{guide}\"."
        /// How many questions of the self-check have no answer; `{total}` may be 1.
        VisitUnanswered { count, total } "visit-unanswered" "Not answered yet in the self-check: {count} of {total}."
        /// Below the open steps, when the sheet has no room for all.
        VisitMoreSteps { shown, total } "visit-more-steps" "{shown} of {total} open steps, those due first. The checklist has all."
        /// What an answer of the self-check is about, for instance "Cold sores", the answer, and what to do then.
        VisitAbout { about, answer, tell } "visit-about" "{about}: {answer}. {tell}"
        /// Heads one treatment in the list of all; `{number}` counts from 1.
        SessionTitle { number, day } "session-title" "Session {number}, treatment day {day}"
    }

    "The checklist":
    words {
        /// An empty checklist.
        NoSteps "no-steps" "This guide has no steps."
        /// Said when the checklist goes on to show all steps.
        ShowingAll "showing-all" "All steps."
        /// Beside the bar when no step is open.
        AllDone "all-done" "All steps done or set aside."
        /// Said when all answers of the self-check were deleted.
        AnswersDeleted "answers-deleted" "All answers of the self-check are deleted, for good."
        /// Said when there is no treatment day any more.
        DayCleared "day-cleared" "No treatment day any more."
        /// Said when there is nothing to take back.
        NothingToUndo "nothing-to-undo" "Nothing to take back in this run. Space on a row turns its mark."
        /// Said when there is nothing to do again.
        NothingToRedo "nothing-to-redo" "Nothing to do again."
    }
    patterns {
        /// How many steps are done, beside the bar of the checklist; `{total}` may be 1.
        StepsDone { done, total } "steps-done" "{done} of {total} steps done"
        /// How many steps are marked as not for me.
        SetAside { count } "set-aside" "{count} set aside"
        /// How many steps the answers of the self-check take away.
        LeftOut { count } "left-out" "Left out because of your answers: {count}"
        /// An empty checklist that shows open steps alone; `{key}` shows all.
        NoOpenSteps { key } "no-open-steps" "No open steps. {key} shows all."
        /// Said when the checklist goes on to show open steps alone; `{key}` shows all.
        ShowingOpen { key } "showing-open" "Only open steps. {key} shows all."
        /// Said of what the reader has changed; `{what}` is a sentence such as that of `marked`, and `{key}` takes it back.
        Told { what, key } "told" "{what} {key} takes it back."
        /// Said when that was taken back; `{key}` makes it again.
        Restored { what, key } "restored" "Taken back: {what} {key} does it again."
        /// Said when it was made again; `{key}` takes it back.
        Repeated { what, key } "repeated" "Again: {what} {key} takes it back."
        /// Said of a mark.
        Marked { mark, step } "marked" "{mark}: {step}."
        /// Said of a treatment day.
        DaySet { day } "day-set" "Treatment day: {day}."
        /// Said of a number of days that the clinic named; `{time}` is the new time of the step.
        ClinicDaysSet { step, time } "clinic-days-set" "Your clinic: {step}, {time}."
        /// Said when the guide's number holds again.
        ClinicDaysCleared { step, time } "clinic-days-cleared" "As the guide says: {step}, {time}."
        /// Said of an answer to the self-check.
        AnswerGiven { answer, question } "answer-given" "{answer}: {question}"
        /// Said when an answer to the self-check was taken away.
        AnswerCleared { question } "answer-cleared" "No answer: {question}"
        /// Said of a new or changed note.
        NoteKept { step } "note-kept" "Note kept: {step}."
        /// Said when a note was removed.
        NoteCleared { step } "note-cleared" "Note removed: {step}."
        /// Said of a question that was picked for the visit.
        QuestionPicked { question } "question-picked" "To ask: {question}"
        /// Said of a question that was taken off the sheet.
        QuestionDropped { question } "question-dropped" "Not to ask: {question}"
        /// Said of a question that went to another place on the sheet.
        QuestionMoved { question } "question-moved" "Moved: {question}"
        /// Said when the clinic's answer to a question was noted down.
        WordsKept { question } "words-kept" "Answer kept: {question}"
        /// Said when the clinic's answer was removed.
        WordsRemoved { question } "words-removed" "Answer removed: {question}"
        /// Said when the next session begins with this treatment day.
        SessionBegunOn { number, day } "session-begun-on" "Session {number} begins: {day}."
        /// Said when the next session begins; `{day}` is the key that sets its day.
        SessionBegun { number, day } "session-begun" "Session {number} begins. {day} sets its day."
        /// Said when the beginning of a session was taken back, so that this is the current one again.
        SessionDropped { number } "session-dropped" "you are in session {number} again."
        /// Said when a key needs a step and none is in view; `{key}` leads to one.
        NoStepHere { key } "no-step-here" "No step in view. {key} goes to the next heading or step."
    }

    "The search":
    words {
        /// Heads the search.
        SearchTitle "search-title" "Search"
        /// Stands before the field of the search.
        SearchPrompt "search-prompt" "Search all tabs:"
        /// Offered when nothing was found.
        SearchActions "search-actions" "? Look for an action instead: Enter"
        /// What can be pressed in the field of the search.
        SearchKeys "search-keys" "Enter opens  Up/Down choose  Esc back"
    }
    patterns {
        /// Which hit is shown of how many; `{next}` and `{before}` are keys that walk, `{key}` leads back to where it began.
        SearchHits { words, number, count, next, before, key } "search-hits" "\"{words}\": {number} of {count}  {next} next  {before} before  {key} back"
        /// Said when nothing was found.
        SearchNone { words } "search-none" "Nothing for \"{words}\"."
        /// Said above the places that were found.
        SearchCount { count } "search-count" "Places: {count}, best first"
        /// Said when a word is nowhere and a word like it was looked for.
        SearchSlip { typed, shown } "search-slip" "nothing for {typed}; showing {shown}"
        /// A place that was found by another word than the text uses.
        SearchAlso { word, title } "search-also" "{word}: see {title}"
        /// Said below an empty field when words were searched for before.
        SearchBefore { words } "search-before" "Up: {words}"
        /// Said when a key walks through hits and nothing was searched for; `{key}` searches.
        SearchEmpty { key } "search-empty" "Nothing is searched for. {key} searches."
    }

    "The list of actions":
    words {
        /// Heads the list of all actions.
        HelpTitle "help-title" "What you can do"
        /// Stands before the field that filters the actions.
        HelpPrompt "help-prompt" "Type to filter:"
        /// Instead of actions, places or papers, when none has the words.
        HelpNone "help-none" "Nothing here has these words. Backspace widens the list."
        /// What can be pressed in the list of actions.
        HelpKeys "help-keys" "Enter does it  Up/Down choose  Esc closes"
    }
    patterns {
        /// How many lines lie below the end of a panel.
        MoreBelow { count } "more-below" "Lines below: {count}"
        /// At the end of a part that is cut off; `{key}` shows it whole.
        MoreInSources { key } "more-in-sources" "{key} shows the rest"
    }

    "Sources":
    words {
        /// Heads the panel about a step.
        StepTitle "step-title" "About this step"
        /// Heads the panel with the sources of a part.
        InfoTitle "info-title" "Where this comes from"
        /// In that panel, when a part names no source.
        InfoNone "info-none" "This part names no source."
        /// Heads the panel that shows an address in full.
        AddressTitle "address-title" "Address"
        /// Said when a source has no address.
        NoAddress "no-address" "No address is known for this source."
    }
    patterns {
        /// What can be pressed in that panel; `{copy}` is a key.
        InfoKeys { copy } "info-keys" "Up/Down choose  {copy} copies the address  Esc closes"
        /// Said when the terminal was asked to put an address into the clipboard; it does not tell whether it did.
        Copied { address } "copied" "Asked the terminal to copy: {address}"
        /// The same inside tmux, which lets it through only if it is set so.
        CopiedInTmux { address } "copied-in-tmux" "Asked tmux to copy (set-clipboard must be on): {address}"
        /// Said where no terminal would take the address; `{key}` shows it.
        NoClipboard { key } "no-clipboard" "Nothing was copied: this terminal has no clipboard for programs. {key} shows the address."
    }

    "Panels":
    words {
        /// Heads the panel of the warning signs.
        WarningTitle "warning-title" "Warning signs: when to call whom"
        /// Heads the panel that tells what happened to the reader's marks.
        NoticeTitle "notice-title" "Your marks"
        /// What can be pressed in a panel that is read.
        PanelKeys "panel-keys" "Up/Down scroll  Esc closes"
        /// Heads the panel that opens at the first start.
        StartTitle "start-title" "Why are you here?"
    }
    patterns {
        /// What can be pressed in that panel; `{help}` is a key.
        StartKeys { help } "start-keys" "Enter goes in  Up/Down choose  {help} lists all keys"
        /// Behind what to do in an emergency, where there is no room for its signs; `{key}` shows them.
        AllSigns { key } "all-signs" "All signs: {key}"
    }

    "Fields and questions":
    words {
        /// Heads the field for the treatment day.
        AskDayTitle "ask-day-title" "Your treatment day"
        /// Explains that field.
        AskDayLead "ask-day-lead" "Type it like 10 dec, 2026-12-10, +14 (days from today) or fri. Leave it empty for no day."
        /// Heads the field for the clinic's number of days.
        AskClinicDaysTitle "ask-clinic-days-title" "What your clinic says"
        /// Explains that field.
        AskClinicDaysLead "ask-clinic-days-lead" "How many days before or after the treatment does your clinic name? Its number goes before the guide's. Leave it empty to go back to the guide's."
        /// Heads the field for a note.
        AskNoteTitle "ask-note-title" "Your note"
        /// Heads the field for a question of the reader's own.
        AskQuestionTitle "ask-question-title" "Your own question"
        /// Explains that field.
        AskQuestionLead "ask-question-lead" "What do you want to ask at the visit?"
        /// Heads the field for what the clinic said.
        AskAnswerTitle "ask-answer-title" "What the clinic said"
        /// Heads the field for the name of a file.
        AskPathTitle "ask-path-title" "Save in which file?"
        /// Explains that field.
        AskPathLead "ask-path-lead" "A name alone is saved in the folder where you started the guide. The ending .html makes a web page to print, .md Markdown, any other plain text."
        /// Explains that field where a calendar is saved.
        AskCalendarLead "ask-calendar-lead" "Open the file with your calendar. When a date changes, save it again: the calendar then updates its entries."
        /// What can be pressed in a field.
        PromptKeys "prompt-keys" "Enter takes it  Esc leaves it as it was"
        /// Refuses an empty name of a file.
        PathRefused "path-refused" "Write the name of a file."
        /// Below an empty field that had a treatment day.
        DayWillBeCleared "day-will-be-cleared" "Enter clears the treatment day."
        /// Below an empty field that had a note.
        NoteWillGo "note-will-go" "Enter removes the note."
        /// Heads a question before something that is hard to take back.
        ConfirmTitle "confirm-title" "Are you sure?"
        /// The answers to such a question. The keys are `y` and `n` in every language, in this order, with two blanks between the answers.
        ConfirmKeys "confirm-keys" "y yes  n no"
        /// Answers whether a treatment day ahead is that of the next session. The keys are `y`, `m` and `n` in every language, in this order, with two blanks between the answers.
        ConfirmDayKeys "confirm-day-keys" "y yes, the next one  m it was moved  n neither"
        /// Asked before the answers of the self-check are deleted.
        ConfirmDeleteAnswers "confirm-delete-answers" "Delete all answers of the self-check? Nothing brings them back. Marks, notes and questions stay."
        /// Asked in a shell behind `steps-done`, before all marks go. `y` says yes in every language.
        ConfirmReset "confirm-reset" "Mark all steps as open?"
        /// Heads the choice of what to save.
        SaveTitle "save-title" "Save as a file"
        /// A choice of what to save.
        SaveVisit "save-visit" "visit sheet, one page to take along"
        /// Begins the name that is offered for the file of the visit sheet, as in `visit-2026-12-10.html`.
        VisitFile "visit-file" "visit"
        /// A choice of what to save.
        SaveCalendar "save-calendar" "dates for your calendar"
        /// A choice of what to save.
        SaveGuide "save-guide" "the whole guide"
        /// Heads the list of all sessions.
        SessionsTitle "sessions-title" "Sessions so far"
        /// What Enter does to something that is closed.
        HintOpen "hint-open" "open"
        /// What Enter does to something that is open.
        HintClose "hint-close" "close"
        /// What Esc does in the line of keys once a link, a hit or the contents led here.
        HintBack "hint-back" "back"
        /// What `!` shows, in the line of keys, where there is little room.
        HintWarnings "hint-warnings" "warnings"
        /// What Enter does to a link within the guide.
        HintFollow "hint-follow" "go there"
        /// What Enter does on a question of the self-check or an answer row.
        HintAnswer "hint-answer" "answer"
        /// What Enter does on a question for the visit.
        HintPick "hint-pick" "ask at the visit"
        /// Opens the words of a drawing on the web page.
        InWords "in-words" "The drawing in words"
        /// Names the strip of days.
        StripTitle "strip-title" "Days around the treatment"
        /// Marks the treatment day on the strip, in at most 3 cells.
        StripDay "strip-day" "DAY"
        /// Says what the height above a day of the strip means, and in ASCII its digit.
        StripHeights "strip-heights" "Above each day: how many steps are open"
    }
    patterns {
        /// Refuses a number of days.
        DaysRefused { most } "days-refused" "Write a number of days from 0 to {most}."
        /// Said when a field is full; `{most}` is a number of characters.
        TextFull { most } "text-full" "There is room for {most} characters."
        /// Asked before the next session begins.
        ConfirmNextSession { number } "confirm-next-session" "Begin session {number}? The marks of this one are kept with their dates, and its steps are open again. What is done once for all stays done."
        /// Asked instead while the aftercare of this session goes on, until this day.
        ConfirmNextSessionEarly { number, date } "confirm-next-session-early" "Aftercare of this session goes on until {date}. Begin session {number} all the same? That aftercare stays in view until it is over, and the marks of this session are kept."
        /// Stands before such a question while steps are open that were due after the treatment; `{steps}` are titles in quotes.
        ConfirmStillOpen { steps } "confirm-still-open" "Still open in this session: {steps}."
        /// Asked before a treatment day that has come becomes one ahead; `{moved}` says that it was moved.
        ConfirmNextOrMoved { date, number, day, moved } "confirm-next-or-moved" "Is {date} your next session, number {number}? Yes begins it; marks, dates and aftercare of the one on {day} stay as they are. Was that one only moved? Then {moved} says so."
        /// Asked before a file is replaced.
        ConfirmReplace { path } "confirm-replace" "{path} exists already. Replace it?"
        /// Said of a file that was saved.
        Saved { path } "saved" "Saved: {path}"
        /// Said of a file that was not to be replaced.
        NotReplaced { path } "not-replaced" "{path} is left as it was."
        /// Said when a calendar is asked for without a treatment day; `{key}` sets one.
        NoDayYet { key } "no-day-yet" "No treatment day yet. {key} sets it."
        /// What can be pressed on the visit sheet without questions; the names in braces are keys.
        VisitKeysEmpty { own, turn, save } "visit-keys-empty" "{turn} questions  {save} save  {own} own question  Esc closes"
        /// What can be pressed on the visit sheet; the names in braces are keys.
        VisitKeys { turn, save, own, drop, earlier, later } "visit-keys" "Enter answer  {turn} questions  {save} save  {own} add  {drop} drop  {earlier} {later} move  Esc closes"
        /// What Esc does in the line of keys where it leads back into another tab.
        HintBackTo { tab } "hint-back-to" "back to {tab}"
        /// In the header: the treatment day and how far away it is.
        TreatmentIn { day } "treatment-in" "Treatment {day}"
        /// Marks whole weeks on the strip; `{weeks}` has a sign.
        StripWeeks { weeks } "strip-weeks" "{weeks}w"
        /// Marks today on the strip; `{distance}` is how far away the treatment is.
        StripToday { distance } "strip-today" "today, treatment {distance}"
        /// The strip of days in words.
        StripWords { distance, before, on, after } "strip-words" "Treatment {distance}. Steps still open: {before} before that day, {on} on it, {after} after it."
        /// How many steps want attention, after the title of the checklist.
        TabDue { count } "tab-due" "{count} due"
    }

    "The screen":
    words {
        /// Said at the start of a run of which nothing is kept.
        NothingKept "nothing-kept" "Nothing of this run is kept."
        /// Said at the start where the language is written from right to left. The terminal alone puts letters in order.
        LettersMayRunBackwards "letters-may-run-backwards" "Do letters run backwards? Some terminals do that. The web page shows them right: microneedling-guide print --format html"
        /// Said when something cannot be taken back or made again, which the screen shows then.
        ChangedSince "changed-since" "Left as it is now: it was changed since, perhaps in another window."
        /// Said when the beginning of a session cannot be taken back.
        SessionInUse "session-in-use" "Not changed: this session has entries already. Take them back first."
        /// Said when the content file was read again, and the screen shows it as it is now.
        Reloaded "reloaded" "The content file was read again."
        /// Said when something was pasted where nothing takes words.
        PasteDropped "paste-dropped" "What was pasted was dropped: no field is open for it."
        /// The place in the text: its beginning.
        PlaceTop "place-top" "top"
        /// The place in the text: its end.
        PlaceEnd "place-end" "end"
        /// Heads the list of sections beside the text.
        OutlineTitle "outline-title" "In this tab"
    }
    patterns {
        /// Said when Esc has nothing to close; `{key}` quits.
        QuitHint { key } "quit-hint" "{key} quits. Everything is saved already."
        /// The same where nothing of the run is kept.
        QuitHintNothingKept { key } "quit-hint-nothing-kept" "{key} quits. Nothing of this run is kept."
        /// Said at the start to those who write a guide; `{key}` reads the content file again.
        NoFileEvents { key } "no-file-events" "This system does not tell when a file is saved: press {key} after a change."
        /// Said when the mouse was turned on; `{key}` turns it off.
        MouseOn { key } "mouse-on" "Mouse on. {key} gives text selection back."
        /// Said when the mouse was turned off; `{key}` turns it on.
        MouseOff { key } "mouse-off" "Mouse off: the terminal selects text again. {key} turns it on."
        /// Said when the colors changed; `{name}` is one of auto, dark, light, mono.
        ThemeIs { name } "theme-is" "Colors: {name}"
    }
}
