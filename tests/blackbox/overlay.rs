//! A copy of a guide that says only what differs: what is laid over what, and what is said of slips.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use chrono::NaiveDate;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::content::{self, BUILT_IN, Loaded};
use microneedling_guide::guide::Guide;
use microneedling_guide::terminal::sanitize::Charset;

use crate::cli::program::{Program, SMALL_GUIDE};

const CLINIC: &str = include_str!("../fixtures/guides/clinic.toml");
const SLIPS: &str = include_str!("../fixtures/guides/slips.toml");
const START: &str = "format = 1\nbase = \"small.toml\"\nbased_on = 2026-01-01\n[guide]\nid = \"copy\"\n";

fn load(file: &SourceFile) -> Loaded {
    content::load(file, &[], NaiveDate::from_ymd_opt(2026, 11, 27).unwrap())
}

fn findings(file: &SourceFile) -> String {
    load(file).diagnostics.iter().map(|found| found.render(file, Charset::Ascii) + "\n").collect()
}

/// A copy of the small guide with these changes.
fn copy(changes: &str) -> SourceFile {
    SourceFile::new("copy.toml", format!("{START}{changes}")).over(&SourceFile::new("small.toml", SMALL_GUIDE))
}

#[track_caller]
fn clean(file: &SourceFile) -> Guide {
    assert_eq!(findings(file), "");
    load(file).guide.unwrap()
}

fn steps(guide: &Guide) -> Vec<String> {
    let steps = |group: &microneedling_guide::guide::Group| {
        let steps = group.steps.iter().map(|step| format!("{} {}..{}", step.id, step.window.from, step.window.until));
        format!("{}: {}", group.id, steps.collect::<Vec<_>>().join(", "))
    };
    guide.groups.iter().map(steps).collect()
}

#[test]
fn twenty_lines_make_a_copy_and_its_merged_file_is_the_same_guide() {
    let program = Program::new();
    program.file("clinic.toml", CLINIC);
    assert_eq!(program.run(&["check", "--strict", "clinic.toml"]).done(), "clinic.toml: no errors, no warnings\n");
    let whole = program.run(&["merge", "clinic.toml"]).done();
    program.file("whole.toml", &whole);
    assert_eq!(program.run(&["check", "--strict", "whole.toml"]).done(), "whole.toml: no errors, no warnings\n");
    let json = |file: &str| program.run(&["--content", file, "print", "--format", "json"]).done();
    assert_eq!(json("clinic.toml"), json("whole.toml"));
    let shown = program.run(&["--content", "clinic.toml", "print"]).done();
    for words in [
        "CALL US",
        "Day 0 is the treatment day. Call us: 0000 000000.",
        "Bring a hat",
        "Needling, as we do it",
        "Where can I park?",
        "A place to park",
    ] {
        assert!(shown.contains(words), "{words}");
    }
    let sheet = program.run(&["--content", "clinic.toml", "print", "--tab", "visit"]).done();
    assert!(sheet.lines().any(|line| line.contains("telephone") && line.ends_with("0000 000000")), "{sheet}");
    let built_in = program.run(&["print"]).done();
    for words in ["Price  ", "What do all of them cost?"] {
        assert!(built_in.contains(words) && !shown.contains(words), "{words}");
    }
}

#[test]
fn steps_are_changed_moved_added_and_dropped() {
    let guide = clean(&copy(
        "[drop]\nstep = [\"rest\"]\n\
         [[step]]\nid = \"wash\"\nfrom = 0\nuntil = 2\ngroup = \"after\"\n\
         [[step]]\nid = \"sleep\"\nbefore = \"ask-price\"\ntitle = \"Sleep\"\non = -28\ntext = \"Sleep.\"\nwhy = \"Rest.\"\ncertainty = \"low\"\n",
    ));
    assert_eq!(steps(&guide), ["before: sleep -28..-28, ask-price -28..-21", "after: wash 0..2"]);
    let guide = clean(&copy("[[step]]\nid = \"wash\"\nafter = \"rest\"\non = 2\n"));
    assert_eq!(steps(&guide), ["before: ask-price -28..-21", "after: rest 1..3, wash 2..2"]);
}

#[test]
fn what_belongs_to_a_dropped_thing_goes_with_it() {
    let guide = clean(&copy("[drop]\ngroup = [\"after\"]\n"));
    assert_eq!(steps(&guide), ["before: ask-price -28..-21, wash 0..0"]);
    let linked = SMALL_GUIDE.replace("text = \"Wash.\"", "text = \"Wash, then [rest](#rest).\"");
    let copy = |more: &str| {
        let text = format!("{START}[drop]\nstep = [\"rest\"]\ngroup = [\"after\"]\n{more}");
        SourceFile::new("copy.toml", text).over(&SourceFile::new("small.toml", linked.clone()))
    };
    let told = findings(&copy(""));
    let said = "copy.toml:7:9: warning[dropped-link]: links to what this copy drops (`rest`) are plain words now; in small.toml: \
                `text` of the step `wash` (line 95).\n";
    assert!(told.starts_with(said) && told.matches("warning[").count() == 1, "{told}");
    let seen = copy("[[step]]\nid = \"wash\"\nkeep = [\"text\"]\n");
    clean(&seen);
    assert!(content::merged(&seen).contains("text = \"Wash, then rest.\""));
}

#[test]
fn a_step_under_a_heading_of_other_days_is_told() {
    let found = findings(&copy("[[step]]\nid = \"rest\"\nfrom = -25\nuntil = -22\n[[step]]\nid = \"wash\"\non = 90\n"));
    insta::assert_snapshot!("step-heading", found);
    // The heading follows from the minus that is lost.
    let found = findings(&copy("[[step]]\nid = \"ask-price\"\nfrom = 25\n"));
    assert!(found.starts_with("copy.toml:8:8: error[window]: ") && found.matches("copy.toml:").count() == 1, "{found}");
    assert!(found.contains("did you mean `from = -25`?"), "{found}");
    let found = findings(&copy("[[step]]\nid = \"rest\"\nfrom = 5\n"));
    assert!(found.contains("write an earlier `from`; or add `until`, which the base has as 3."), "{found}");
    let base = SMALL_GUIDE.replace("on = 0", "from = -20\nuntil = -1");
    let told = |change: &str| {
        let text = format!("{START}[[step]]\nid = \"wash\"\n{change}\n");
        findings(&SourceFile::new("copy.toml", text).over(&SourceFile::new("small.toml", base.clone())))
    };
    let found = told("on = 2");
    assert!(found.starts_with("copy.toml:8:6: warning[step-heading]: "), "{found}");
    assert!(found.contains("is a minus missing? Then write `on = -2`. If not, write `group = \"after\"`"), "{found}");
    let found = told("from = -28\nuntil = 2");
    assert!(found.starts_with("copy.toml:9:9: warning[step-heading]: "), "{found}");
    assert!(found.contains("Then write `until = -2`. If not, write `group = \"before\"`, and it stays"), "{found}");
    assert_eq!(told("until = 2\ngroup = \"before\""), "");
    assert_eq!(told("title = \"Wash well\""), "");
}

#[test]
fn every_slip_is_told_with_its_file_and_place() {
    let base = SMALL_GUIDE.replace("text = \"Wash.\"", "text = \"Wash on [a sofa](#sofa).\"");
    let file = SourceFile::new("slips.toml", SLIPS).over(&SourceFile::new("small.toml", base));
    insta::assert_snapshot!("slips", findings(&file));
}

#[test]
fn what_a_copy_drops_though_it_is_needed_is_told_in_the_copy() {
    let copy = |name: &str, changes: &str| {
        let head = "format = 1\nbase = \"built-in\"\nbased_on = 2027-01-01\n[guide]\nid = \"copy\"\n";
        SourceFile::new(name, format!("{head}{changes}")).over(&SourceFile::new("built-in.toml", BUILT_IN))
    };
    let dropped = copy(
        "dropped.toml",
        "[labels.subject]\nclinic = \"\"\n[drop]\nsection = [\"cost\", \"warning-signs\"]\ncheck = [\"cold-sores\"]\n\
         [[section]]\nid = \"cost\"\ngist = \"x\"\n[[tab]]\nid = \"risks\"\nsummary = \"See [the signs](#warning-signs).\"\n",
    );
    let twice =
        copy("twice.toml", "[[section]]\nid = \"cost\"\n[drop]\nsection = [\"cost\"]\nsection = [\"devices\"]\n");
    let within = copy("within.toml", "[drop]\ntab = [\"risks\"]\n[[card]]\nid = \"dark-patches\"\ngist = \"x\"\n");
    let changed = copy(
        "changed.toml",
        "phone = \"0000\"\n[vars]\nopen = \"8 to 18\"\nfee = \"\"\n[drop]\nstep = [\"stay-out-of-sun\"]\n[[step]]\nid = \"stay-out-of-sun\"\nuntil = 9\n\
         [[bar]]\ntitle = \"No make-up\"\nstep = \"stay-out-of-sun\"\nup_to = 28\nwithout = [\"from\", \"until\"]\n\
         [[section]]\nid = \"ours\"\nafter = \"stay-out-of-sun\"\ntitle = \"Ours\"\ntext = \"Open {open}.\"\n",
    );
    let folded = copy("folded.toml", "[[section]]\nid = \"devices\"\nwithout = [\"gist\"]\n");
    let all: Vec<_> = [dropped, twice, within, changed, folded].iter().map(findings).collect();
    insta::assert_snapshot!("dropped", all.join("==\n"));
}

#[test]
fn bars_follow_the_step_that_they_take_their_days_from() {
    let bars = "[[section.block]]\ntype = \"bars\"\ncaption = \"Days.\"\nfrom = 0\nuntil = 4\n\
                [[section.block.bar]]\ntitle = \"Rest\"\nstep = \"rest\"\nas_early_as = 0\nup_to = 4\ntext = \"It is calm [@leaflet].\"\n";
    let base = SMALL_GUIDE.replace("[checklist]", &format!("{bars}\n[checklist]"));
    let copy = |days: &str| {
        let text = format!("{START}[[step]]\nid = \"rest\"\n{days}\n");
        SourceFile::new("copy.toml", text).over(&SourceFile::new("small.toml", base.clone()))
    };
    clean(&copy("until = 2"));
    let own = copy("until = 2\n[[bar]]\ntitle = \"Rest\"\nup_to = 1");
    assert!(findings(&own).contains("copy.toml:11:9: error[days]: day 1 comes before day 2."), "{}", findings(&own));
    let apart = |more: &str| copy(&format!("until = 2\n[[bar]]\ntitle = \"Rest\"\nuntil = 3\n{more}"));
    let found = findings(&apart(""));
    assert!(found.starts_with("copy.toml:11:9: warning[days]: this bar has the days of the step `rest`"), "{found}");
    clean(&apart("from = 1\nwithout = [\"step\"]"));
    let rule = findings(&copy("until = 2\n[[bar]]\ntitle = \"Rest\"\ntext = \"It is calm.\""));
    assert!(rule.contains("For a rule of your own add a [[source]]"), "{rule}");
    let later = copy("until = 9");
    clean(&later);
    let whole = content::merged(&later);
    assert!(whole.contains("until = 9\n") && whole.contains("as_early_as") && !whole.contains("up_to"), "{whole}");
    clean(&SourceFile::new("whole.toml", whole));
}

#[test]
fn a_bar_is_changed_by_its_title_and_blocks_that_take_the_place_of_others_say_what_goes() {
    let block = "[[section.block]]\ntype = \"bars\"\ncaption = \"Days.\"\nfrom = 0\nuntil = 4\n";
    let bar = |title: &str| {
        format!("[[section.block.bar]]\ntitle = \"{title}\"\nfrom = 0\nuntil = 1\ntext = \"It is calm [@leaflet].\"\n")
    };
    let base = SMALL_GUIDE.replace("[checklist]", &format!("{block}{}{}\n[checklist]", bar("Red"), bar("Sore")));
    let copy = |changes: &str| {
        SourceFile::new("copy.toml", format!("{START}{changes}")).over(&SourceFile::new("small.toml", base.clone()))
    };
    let added = bar("Dry").replace("section.block.", "");
    let changed = copy(&format!("[[bar]]\ntitle = \"Sore\"\nuntil = 3\n{added}before = \"Red\"\n"));
    clean(&changed);
    let whole = content::merged(&changed);
    let places: Vec<_> = ["\"Dry\"", "\"Red\"", "\"Sore\"", "until = 3"].map(|it| whole.find(it).unwrap()).into();
    assert!(places.is_sorted(), "{whole}");
    let steps = "[[section.block]]\ntype = \"steps\"\n";
    let others = format!(
        "[[section]]\nid = \"all\"\n{steps}group = \"before\"\n{steps}group = \"after\"\n\
                          [[section.block]]\ntype = \"warnings\"\n{block}{}",
        bar("Sore")
    );
    let said = findings(&copy(&others));
    assert!(
        said.starts_with("copy.toml:8:1: warning[replaced]: ") && said.contains("so these go: bar `Red`.\n"),
        "{said}"
    );
    clean(&copy(&format!("[drop]\nbar = [\"Red\"]\n{others}")));
    // A change of what goes is part of that.
    let said = findings(&copy(&format!("{others}[[bar]]\ntitle = \"Red\"\nuntil = 3\n")));
    assert!(said.starts_with("copy.toml:8:1: warning[replaced]: ") && !said.contains("error["), "{said}");
    // What a copy changes outside of sections, with the header of a whole guide.
    let said = findings(&copy(&format!("[[section]]\nid = \"all\"\n{}", bar("Sore"))));
    let told = "copy.toml:8:1: error[block-type]: a copy changes each bar outside of sections.\n";
    assert!(
        said.starts_with(told) && said.contains("help: write `[[bar]]`.") && said.matches("error[").count() == 1,
        "{said}"
    );
    assert!(findings(&copy(&bar("Sore"))).starts_with(&told.replace(":8:", ":6:")));
}

#[test]
fn what_is_moved_goes_beside_others_as_the_copy_says_line_by_line() {
    let step = |id: &str, beside: &str| {
        format!(
            "[[step]]\nid = \"{id}\"\n{beside}\ntitle = \"Do {id}\"\non = 1\ntext = \"Do.\"\nwhy = \"So.\"\ncertainty = \"low\"\n"
        )
    };
    let added = [step("a", "after = \"rest\""), step("b", "after = \"rest\""), step("c", "before = \"a\"")].concat();
    let guide = clean(&copy(&format!("{added}[[step]]\nid = \"wash\"\nafter = \"c\"\non = 1\n")));
    assert_eq!(steps(&guide), ["before: ask-price -28..-21", "after: rest 1..3, b 1..1, c 1..1, wash 1..1, a 1..1"]);
    let said = findings(&copy(&step("rest", "after = \"ask-price\"")));
    assert!(
        said.contains(
            "copy.toml:7:6: warning[id-of-base]: this overwrites the step `rest` (\"Rest at home\") of the base."
        ),
        "{said}"
    );
    let guide =
        clean(&copy(&format!("[drop]\nstep = [\"rest\"]\n{}", step("rest", "after = \"wash\"\ngroup = \"after\""))));
    assert_eq!(steps(&guide)[1], "after: rest 1..1");
}

#[test]
fn what_of_the_base_goes_unsaid_is_told_until_the_copy_says_that_it_may() {
    let signs = "[[warning]]\nstage = \"clinic\"\nsigns = [\"It smells.\"]\n";
    let said = findings(&copy(signs));
    assert!(
        said.starts_with("copy.toml:8:9: warning[replaced]: ") && said.contains("so these go: \"Redness.\"."),
        "{said}"
    );
    clean(&copy(&format!("{signs}without = [\"signs\"]\n")));
    clean(&copy(&signs.replace("= [", "= [\"Redness.\", ")));
    let door = "[[start.door]]\ntitle = \"There\"\ntext = \"Go.\"\ntab = \"only\"\n";
    let said = findings(&copy(door));
    assert!(
        said.contains("all `door` of the base, so these go: \"Here\".\n") && said.contains("under [start]."),
        "{said}"
    );
    clean(&copy(&format!("[start]\nwithout = [\"door\"]\n{door}")));
    let said = findings(&copy("[[section]]\nid = \"all\"\n[[section.block]]\ntype = \"prose\"\ntext = \"Else.\"\n"));
    assert!(said.contains("so these go: `steps`, `steps`, `warnings`.\n"), "{said}");
    let step = "[[step]]\nid = \"rest\"\ntitle = \"Read\"\ntext = \"Read.\"\n";
    let said = findings(&copy(step));
    assert!(said.starts_with("copy.toml:7:6: warning[id-of-base]: ") && said.contains("`keep = [\"id\"]`"), "{said}");
    clean(&copy(&format!("{step}keep = [\"id\"]\n")));
    clean(&copy(&step.replace("title = \"Read\"\n", "")));
}

#[test]
fn a_single_day_that_cannot_be_kept_up_is_told_in_the_file_that_says_so() {
    let base = SMALL_GUIDE.replace("until = 3", "until = 3\neffort = \"throughout\"");
    for (days, place) in [("on = 5", "8:6"), ("until = 1", "8:9")] {
        let text = format!("{START}[[step]]\nid = \"rest\"\n{days}\n");
        let file = SourceFile::new("copy.toml", text).over(&SourceFile::new("small.toml", base.clone()));
        let found = findings(&file);
        assert!(found.starts_with(&format!("copy.toml:{place}: error[window]: a single day")), "{found}");
        assert!(found.contains("`without = [\"effort\"]`") && found.matches("error[").count() == 1, "{found}");
    }
}

#[test]
fn words_of_the_base_that_may_name_old_days_are_told_until_the_copy_names_them() {
    let base = SMALL_GUIDE.replace("Café – words.", "[Rest](#rest) until day 3. Then work [@leaflet].");
    let base = base.replace("text = \"Rest.\"", "also = [\"rest\"]\ntext = \"After 4 days get up [@leaflet].\"");
    let base = base.replace("summary = \"Short.\"", "summary = \"Words on rest: 3 days.\"");
    let base = base.replace("It is calm.", "Three days are usual, in two sheets.");
    let told = |changes: &str| {
        let text = format!("{START}[[step]]\nid = \"rest\"\n{changes}");
        findings(&SourceFile::new("copy.toml", text).over(&SourceFile::new("small.toml", base.clone())))
    };
    let said = told("until = 2\n");
    let first = "copy.toml:8:9: warning[old-days]: words of the base may still name the old days of `rest`; in small.toml: \
                 `summary` of the tab `only` (line 52), `text` of the section `all` (line 59), `text` of the step `rest` \
                 (line 110), `why` of the step `rest` (line 111).\n";
    assert!(said.starts_with(first) && said.matches("warning[").count() == 1, "{said}");
    let seen = "until = 2\nkeep = [\"why\"]\ntext = \"After 3 days get up [@leaflet].\"\n[[tab]]\nid = \"only\"\n[[section]]\nid = \"all\"\n";
    assert_eq!(told(seen), "");
    let other = format!("{seen}short = \"Any\"\n");
    assert!(told(&other).contains("in small.toml: `text` of the section `all` (line 59).\n"), "{}", told(&other));
    assert_eq!(told(&format!("{other}keep = [\"text\"]\n")), "");
    assert_eq!(told("from = 2\n"), "");
    // They follow from the slip beside them.
    let slip = told("until = 2\nkeep = [\"txt\"]\n");
    assert!(slip.contains("error[unknown-key]") && !slip.contains("old-days"), "{slip}");
    let twice = told("until = 2\n[[step]]\nid = \"rest\"\nkeep = [\"text\"]\n");
    assert!(twice.contains("error[named-twice]") && !twice.contains("old-days"), "{twice}");
}

#[test]
fn bars_and_first_days_without_make_up_are_told_when_a_copy_gives_the_step_other_days() {
    let head = "format = 1\nbase = \"built-in\"\nbased_on = 2026-11-26\n[guide]\nid = \"copy\"\n";
    let text = format!("{head}[[step]]\nid = \"use-clinic-products\"\nuntil = 2\n");
    // The built-in bar takes its days from the step; this one has them of its own.
    let base =
        BUILT_IN.replace("\"No make-up\"\nstep = \"use-clinic-products\"", "\"No make-up\"\nfrom = 0\nuntil = 1");
    let said = findings(&SourceFile::new("copy.toml", text).over(&SourceFile::new("built-in.toml", base)));
    assert!(said.contains("`gist` of the section `four-numbers`"), "{said}");
    assert!(said.contains("`until` of the bar `No make-up`"), "{said}");
    // It begins where the old days ended, and says so in no number.
    assert!(said.contains("`text` of the step `plain-care-until-day-seven`"), "{said}");
}

#[test]
fn a_line_that_begins_a_table_and_is_lost_is_told_once_where_it_is_missing() {
    const COPY: &str = include_str!("../fixtures/guides/lost-lines.toml");
    let base = SourceFile::new("built-in.toml", BUILT_IN);
    clean(&SourceFile::new("copy.toml", COPY).over(&base));
    let lost = [
        ("[guide]\n", "5:1: error[missing-key]: the line `[guide]` is missing above `id`."),
        ("[vars]\n", "8:1: error[missing-key]: the line `[vars]` is missing above `phone`."),
        ("[drop]\n", "40:1: error[missing-key]: the line `[drop]` is missing above `section`."),
    ];
    for (line, said) in lost {
        let (above, below) = COPY.rsplit_once(line).unwrap();
        let found = findings(&SourceFile::new("copy.toml", format!("{above}{below}")).over(&base));
        assert!(found.starts_with(&format!("copy.toml:{said}\n")) && found.matches("error[").count() == 1, "{found}");
    }
    let found = findings(&SourceFile::new("copy.toml", COPY.replace("base = \"built-in\"\n", "")));
    assert!(found.starts_with("copy.toml:2:1: error[base]: ") && found.matches("error[").count() == 1, "{found}");
    assert!(found.contains("add `base = \"built-in\"`"), "{found}");
}

#[test]
fn a_line_that_begins_a_table_is_missed_whatever_it_stood_behind() {
    // Each stands behind the one above it: the keys fit there, stand there twice, or are others.
    let parts = [
        ("[vars]", "phone = \"0000\"\n"),
        ("[[step]]", "id = \"rest\"\nuntil = 3\n"),
        ("[[bar]]", "title = \"Red\"\nuntil = 3\n"),
        ("[[step]]", "id = \"sleep\"\nafter = \"rest\"\ntitle = \"Sleep\"\non = 1\n"),
        ("[[section]]", "id = \"all\"\ngist = \"Words.\"\n"),
        ("[[warning]]", "stage = \"urgent\"\ntext = \"\"\"\nNow.\n\nid = 3\n\"\"\"\n"),
        ("[[question]]", "id = \"q\"\nafter = \"q-one\"\ntext = \"Who?\"\n"),
        ("[[tab]]", "id = \"only\"\n\ntitle = \"Words\"\n"),
    ];
    let base = "[[section.block]]\ntype = \"questions\"\nquestions = [{ id = \"q-one\", text = \"Why?\" }]\n\
                [[section.block]]\ntype = \"bars\"\n[[section.block.bar]]\ntitle = \"Red\"\n\n[checklist]";
    let base = SMALL_GUIDE.replace("[checklist]", base);
    let text = |lost: usize| {
        let written = |(at, (line, keys)): (usize, &(&str, &str))| match at {
            _ if at == lost => format!("# Behind another.\n{keys}\n"),
            _ => format!("{line}\n{keys}\n"),
        };
        format!("{START}\n{}", parts.iter().enumerate().map(written).collect::<String>())
    };
    for (lost, (line, keys)) in parts.iter().enumerate().skip(1) {
        let text = text(lost);
        let place = text[..text.find(&format!("# Behind another.\n{keys}")).unwrap()].lines().count() + 2;
        let found = findings(&SourceFile::new("copy.toml", text).over(&SourceFile::new("small.toml", base.clone())));
        let key = keys.split(' ').next().unwrap();
        let said = format!("copy.toml:{place}:1: error[missing-key]: the line `{line}` is missing above `{key}`.\n");
        assert!(found.starts_with(&said) && found.matches("error[").count() == 1, "{said}{found}");
    }
}

#[test]
fn a_base_that_cannot_be_used_is_told() {
    let program = Program::new();
    let copy = |base: &str| format!("format = 1\nbase = \"{base}\"\n[guide]\nid = \"copy\"\n");
    program.file("copy.toml", &copy("none.toml"));
    let error = program.run(&["check", "copy.toml"]).failed(1);
    assert!(error.starts_with("error: copy.toml:2:8: the base is missing: cannot read none.toml: "), "{error}");
    program.file("near.toml", &copy("builtin"));
    let error = program.run(&["check", "near.toml"]).failed(1);
    assert_eq!(error, "error: near.toml:2:8: there is no file of this name; did you mean `base = \"built-in\"`?\n");
    program.file("empty.toml", "");
    program.file("of-empty.toml", &copy("empty.toml"));
    let said = program.run(&["check", "of-empty.toml"]).out;
    assert!(said.starts_with("of-empty.toml:2:8: error[base]: nothing stands in the base."), "{said}");
    assert!(said.ends_with("of-empty.toml: 1 error, no warnings\n"), "{said}");
    program.file("of-a-copy.toml", &copy("copy.toml"));
    let said = program.run(&["check", "of-a-copy.toml"]).out;
    assert!(said.starts_with("of-a-copy.toml:2:8: error[base]: the base is an overlay itself.\n"), "{said}");
    program.file("broken.toml", "format = \n");
    program.file("of-broken.toml", &copy("broken.toml"));
    let said = program.run(&["check", "of-broken.toml"]).out;
    assert!(said.starts_with("of-broken.toml:2:8: error[base]: the base is not TOML: "), "{said}");
}

#[test]
fn a_started_copy_asks_for_what_is_to_be_filled_in_and_is_clean_then() {
    let program = Program::new();
    program.run(&["init", "--overlay", "mine.toml"]).done();
    let said = program.run(&["check", "mine.toml"]).out;
    assert!(said.ends_with("mine.toml: 4 errors, no warnings\n"), "{said}");
    let filled = std::fs::read_to_string(program.home().join("mine.toml")).unwrap();
    let filled = filled.replace("id = \"...\"", "id = \"mine\"").replace("\"...\"", "\"Mine\"");
    // It says all that the base says in the warning that it changes.
    let kept = |text: &str| {
        text.lines().find(|line| line.starts_with("text = \"Day 0 is")).unwrap().replace("Call us: {phone}. ", "")
    };
    assert_eq!(kept(&filled), kept(BUILT_IN));
    assert_eq!(kept(include_str!("../../docs/for-clinics.md")), kept(BUILT_IN));
    assert_eq!(kept(CLINIC), kept(BUILT_IN));
    program.file("filled.toml", &filled);
    assert_eq!(program.run(&["check", "--strict", "filled.toml"]).done(), "filled.toml: no errors, no warnings\n");
    // Lines of the base are those of a file that whoever has a copy alone can get.
    program.file("without.toml", &format!("{filled}\n[drop]\nsection = [\"find-yours\"]\n"));
    let said = program.run(&["check", "without.toml"]).done();
    assert!(
        said.contains("in built-in.toml: ") && said.contains("microneedling-guide merge built-in > built-in.toml\n")
    );
    assert_eq!(program.run(&["merge", "built-in"]).done(), BUILT_IN);
    program.run(&["init", "--overlay", "mine.toml"]).failed(1);
}

#[test]
fn a_whole_copy_that_keeps_the_id_is_warned_of_only_if_its_steps_differ() {
    let said = |text: &str| findings(&SourceFile::new("copy.toml", text));
    assert_eq!(said(&BUILT_IN.replacen("lead_days = 28", "lead_days = 27", 1)), "");
    let moved = BUILT_IN.replacen("\nfrom = -28\n", "\nfrom = -27\n", 1);
    assert!(said(&moved).contains("warning[own-id]: this is the id of the built-in guide"), "{}", said(&moved));
}
