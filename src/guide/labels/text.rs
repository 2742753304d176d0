//! Labels of the text to read: its parts and their heads, warning signs, callouts, pictures, facts of cards.

macro_rules! text {
    ($next:ident $($then:ident)* : $($rows:tt)*) => { $next! { $($then)* : $($rows)*

    "The text itself":
    words {
        InShort = "In short", "Heads the summary of a tab." [First];
        More = "more", "Opens a fold for which the author wrote no words.";
        Contents = "Contents", "Heads the list of tabs and sections in Markdown and on the web page.";
        SkipToText = "Skip to the text", "A link at the top of the web page, for readers who hear it or use the keyboard.";
        Sources = "Sources", "Heads the list of sources." [First];
        CitedIn = "Cited in:", "Stands in the web page before the links from a source back to the text.";
        AboutTitle = "About this text", "Heads who wrote the text, when, and paid by whom.";
        LeafletMore = "Ask whoever gave you this for the whole guide, with reasons and sources.", "Ends the leaflet.";
        LeafletValues = "Circle what matters", "Names the row of the leaflet that lists what may matter to the reader." [Values];
        LeafletDates = "Ask the clinic to write the dates in, or print this again with your day set.", "Stands over the steps of the leaflet if no day is set: who writes the dates in.";
        Authors = "Written by", "Names the row of the authors.";
        Funding = "Paid by", "Names the row of those who paid.";
        Contact = "Errors", "Names the row that tells where to report an error.";
        CountedWords = "per cent, percent, people, patients, persons, participants, volunteers", "No reader sees them: behind such a word, or `%`, stands a number for which `check` asks a source. Commas between them.";
    }
    patterns {
        Reviewed { date } = "Text checked {date}", "The day on which the text was checked last." [First];
        ReviewBy { date } = "to be checked again by {date}", "The day by which the text is to be checked again, after `reviewed` in the same sentence.";
        OutOfDate { date } = "Text out of date since {date}", "In the header, once the day of the next check has passed.";
        Stale { date } = "This text was to be checked again by {date}. Ask your clinic what has changed since.", "Above each tab, once the day of the next check has passed.";
    }

    "Warning signs":
    words {
        StageClinic = "CALL THE CLINIC", "The mildest warning signs: reason to call the clinic." [First];
        StageUrgent = "HELP TODAY", "Warning signs that need help the same day." [First];
        StageEmergency = "EMERGENCY", "Warning signs that need an ambulance." [First];
    }

    "Certainty":
    words {
        Certainty = "Sure", "The head of the column that tells how sure each row of a comparison is." [First, Comparison];
        CertaintyHigh = "quite sure", "Behind a claim that a regulator or several good sources support; the text of the guide explains these words once." [First];
        CertaintyModerate = "fairly sure", "Behind a claim with one fair source." [First];
        CertaintyLow = "not sure", "Behind a claim with small studies, custom or the author's view." [First];
        CertaintyUnknown = "not known", "Behind a claim that nobody has measured well." [First];
    }

    "Callouts":
    words {
        CalloutNote = "Note", "Heads a callout with something good to know.";
        CalloutAsk = "Ask", "Heads a callout with something to ask or tell the clinic.";
        CalloutCaution = "Caution", "Heads a callout with a danger." [First];
        CalloutUrgent = "Urgent", "Heads a callout with a reason to call for help at once.";
    }

    "Pictures":
    words {
        HealthySkin = "Healthy skin", "Names the picture of skin without a scar." [First, Skin];
        DecimalMark = ".", "Stands before the tenths of a millimeter, as in `1.5`." [First, Skin];
        DaysAxis = "days", "The unit of an axis of days." [Bars];
        DaysAlways = "on all days", "The days of a bar without beginning and end." [Bars];
        FewerThanOne = "fewer than 1 of 100", "A share that rounds to nobody and is not nobody." [Dots];
        MoreThanNinetyNine = "more than 99 of 100", "A share that rounds to everybody and is not everybody." [Dots];
        SmallStudy = "small study", "After the numbers of a study with few people." [Dots];
        NoneSeen = "may still happen", "After the numbers of a study in which it happened to nobody." [Dots];
        NotMeasured = "not well measured", "Instead of a share that nobody has measured well." [Dots];
    }
    patterns {
        LayerUntil { layer, depth } = "{layer} to {depth} mm", "A layer of skin and the depth at which it ends." [First, Skin];
        NeedleLength { needle, length } = "{needle} {length} mm", "A needle and how deep it reaches." [First, Skin];
        ClinicDays { clinic, guide } = "My clinic: {clinic}. This guide: {guide}", "Beside a bar whose days the reader's clinic changed: both times." [Bars];
        DaysRange { from, until } = "day {from} to {until}", "The days of a bar, from 0 on." [Bars];
        DaysFrom { day } = "from day {day} on", "The days of a bar without an end." [Bars];
        DaysUntil { day } = "until day {day}", "The days of a bar without a beginning." [Bars];
        UnitRange { unit, from, until } = "{unit}: {from} to {until}", "A bar on an axis with a unit of its own, such as hours." [Bars];
        UnitFrom { unit, from } = "{unit}: from {from} on", "Such a bar without an end." [Bars];
        UnitUntil { unit, until } = "{unit}: until {until}", "Such a bar without a beginning." [Bars];
        SomeFrom { days, day } = "{days}, for some from {day}", "A bar that begins earlier for some people, where it is drawn broken." [Bars];
        SomeUntil { days, day } = "{days}, for some up to {day}", "A bar that ends later for some people, where it is drawn broken." [Bars];
        OfHundred { count } = "{count} of 100", "A share of people, rounded to whole ones." [Dots];
        OfPeople { count, of } = "{count} of {of} people", "The numbers that a study counted." [Dots];
    }

    "Facts of cards":
    words {
        FactShape = "Shape", "Names a fact of a scar type: what it looks like.";
        FactSize = "Size", "Names a fact of a scar type: how large it is.";
        FactHowCommon = "How common", "Names a fact of a scar type: how many people have it.";
        FactNeedling = "Needling alone", "Names a fact of a scar type: what microneedling alone does for it.";
        FactOftenChosen = "Often chosen", "Names a fact of a scar type: what clinics often choose.";
        FactLooksLike = "Looks like", "Names a fact of a risk: how to tell it.";
        FactHowOften = "How often", "Names a fact of a risk: in how many people it was seen.";
        FactLowerIt = "Lower it", "Names a fact of a risk: what makes it less likely.";
        FactWhatToDo = "What to do", "Names a fact of a risk: what to do when it happens.";
        FactIdea = "Idea", "Names a fact of another treatment: how it works.";
        FactBestFor = "Best for", "Names a fact of another treatment: what it suits.";
        FactGood = "Good", "Names a fact of another treatment: what speaks for it.";
        FactBad = "Bad", "Names a fact of another treatment: what speaks against it.";
    }
    } };
}

pub(super) use text;
