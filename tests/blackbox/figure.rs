//! Pictures drawn to scale: what they look like, and what holds for every one of them.

use microneedling_guide::figure::{
    Area, Canvas, Content, Figure, Labeling, Paint, Painted, SmallPicture, Texture, Timeline,
};
use microneedling_guide::guide::{
    Bar, Bars, Days, Dots, Frequency, Labels, Layer, Length, Needle, Outcome, Picture, Point, Profile, Skin, StepId,
    Text, Window,
};
use microneedling_guide::page::element::Element;
use microneedling_guide::page::layout::{self, ASCII, Glyphs, Layout, Medium, SOLID, UNICODE};
use microneedling_guide::terminal::width::cells;
use proptest::prelude::*;

fn picture(across: f64, profiles: &[&[(f64, f64)]]) -> Skin {
    let mm = Length::from_millimeters;
    let point = |(across, depth): &(f64, f64)| Point { across: mm(*across), depth: mm(*depth) };
    let profile = |points: &&[(f64, f64)]| Profile {
        title: "Pit".to_owned(),
        points: points.iter().map(point).collect(),
        wound: None,
        stain: None,
    };
    let profiles = profiles.iter().map(profile).collect();
    let (caption, alternative) = (Text::default(), Text::default());
    Skin { caption, alternative, across: mm(across), layers: Vec::new(), needle: None, profiles }
}

const ICE_PICK: &[(f64, f64)] = &[(2.25, 0.0), (3.0, 1.7), (3.75, 0.0)];
const BOXCAR: &[(f64, f64)] = &[(1.5, 0.0), (1.5, 0.7), (4.5, 0.7), (4.5, 0.0)];
const BUMP: &[(f64, f64)] = &[(1.0, 0.0), (1.5, -0.8), (3.0, -1.0), (4.5, -0.8), (5.0, 0.0)];

const KELOID: &[(f64, f64)] =
    &[(2.0, 0.0), (1.9, -0.25), (0.8, -0.45), (1.3, -0.9), (4.7, -0.9), (5.2, -0.45), (4.1, -0.25), (4.0, 0.0)];
const FLAT: &[(f64, f64)] = &[(0.0, 0.0), (6.0, 0.0)];

fn skin() -> Picture {
    let mm = Length::from_millimeters;
    let mut skin = picture(6.0, &[ICE_PICK, KELOID, FLAT]);
    skin.caption = Text::plain("Skin cut through, to scale.");
    skin.alternative = Text::plain("Two scars and a mark.");
    let layer = |title: &str, until: Option<f64>| Layer { title: title.to_owned(), until: until.map(mm) };
    skin.layers = vec![layer("epidermis", Some(0.1)), layer("dermis", Some(1.5)), layer("fat", None)];
    skin.needle = Some(Needle { title: "needle".to_owned(), length: mm(1.5) });
    for (profile, title) in skin.profiles.iter_mut().zip(["Ice pick", "Keloid", "Flat mark"]) {
        title.clone_into(&mut profile.title);
    }
    skin.profiles[1].wound = Some(mm(2.0)..=mm(4.0));
    skin.profiles[2].stain = Some(mm(2.0)..=mm(4.0));
    Picture::Skin(skin)
}

fn bar(title: &str, from: Option<i32>, until: Option<i32>, up_to: Option<i32>) -> Bar {
    let text = Text::plain(format!("Words about <{title}> & its days."));
    Bar {
        title: title.to_owned(),
        days: Days { as_early_as: None, from, until, up_to },
        text,
        step: StepId::new("wait"),
        guide_days: None,
    }
}

/// The same, but some begin earlier.
fn early(mut bar: Bar, day: i32) -> Bar {
    bar.days.as_early_as = Some(day);
    bar
}

fn bars() -> Picture {
    Picture::Bars(Bars {
        caption: Text::plain("Spans of days."),
        unit: None,
        from: -14,
        until: 28,
        bars: vec![
            bar("Until the day", None, Some(-1), None),
            bar("The day", Some(0), Some(0), None),
            bar("Three days, some seven", Some(0), Some(3), Some(7)),
            bar("From now on", Some(1), None, None),
            early(bar("A week, some two", Some(-7), Some(-1), None), -14),
            early(bar("A week, some a month", Some(-7), Some(7), Some(60)), -28),
        ],
    })
}

fn dots() -> Picture {
    let outcome = |title: &str, count| Outcome {
        title: title.to_owned(),
        count,
        text: Text::plain("People with darker skin, in a study with a roller."),
    };
    Picture::Dots(Dots {
        caption: Text::plain("Counts of people."),
        outcomes: vec![
            outcome("Dark patches", Frequency::new(5, 36)),
            outcome("More than half better", Frequency::new(77, 147)),
            outcome("Infection", None),
        ],
    })
}

/// Treatment in nine days, with open steps on some days, one of them far away.
fn timeline() -> Figure {
    let marked =
        [-28, -14, -7, 0, 7, 14, 28].map(|day| (day, if day == 0 { "DAY".into() } else { format!("{day:+}") }));
    Figure::Timeline(Timeline {
        today: -9,
        steps: [vec![-9; 6], vec![-7], vec![0; 12], vec![1, 1, 3, 200]].concat(),
        title: "Days <around> the treatment".to_owned(),
        marked: marked.into(),
        today_words: "today, treatment in 9 days".to_owned(),
        height_words: "Above each day: how many steps are open".to_owned(),
        alternative: Text::plain("Treatment in 9 days. 7 steps before it, 12 on the day, 4 after it."),
    })
}

/// The figure on a page.
fn page(figure: &Figure, labels: &Labels, width: usize, glyphs: &Glyphs, medium: Medium) -> String {
    let page = layout::page(&[Element::Figure(figure.clone())], Layout { width, glyphs, labels, medium });
    page.lines(0..page.len()).map(layout::Line::text).collect::<Vec<_>>().join("\n")
}

/// A figure of every kind, with its name.
fn kinds() -> [(&'static str, Figure); 4] {
    let [skin, bars, dots] = [skin(), bars(), dots()].map(Figure::Picture);
    [("skin", skin), ("bars", bars), ("dots", dots), ("timeline", timeline())]
}

/// The rows of what is drawn, without the words beside it; nothing where there is no room.
fn rows(picture: Picture, room: usize, texture: Texture) -> Option<Vec<Vec<Painted>>> {
    let canvas = Canvas { room, texture, words: Labeling::Names, labels: &Labels::default() };
    let columns = Figure::Picture(picture).draw(canvas)?.bands.into_iter().flat_map(|band| band.columns);
    let rows = |content| if let Content::Rows(rows) = content { rows } else { Vec::new() };
    Some(columns.flat_map(|column| rows(column.content)).collect())
}

fn text(row: &[Painted]) -> String {
    row.iter().map(|painted| painted.text.as_str()).collect()
}

fn drawn(skin: &Skin, room: usize, texture: Texture) -> String {
    let rows = rows(Picture::Skin(skin.clone()), room, texture).expect("there is room for a picture");
    rows.iter().map(|row| text(row).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// The areas of the only profile of a solid picture, four to a cell, row by row; its key stands above it.
fn areas(skin: &Skin, room: usize) -> Vec<Vec<Area>> {
    let rows = rows(Picture::Skin(skin.clone()), room, Texture::Solid).expect("there is room for a picture");
    let rows = rows.rsplit(Vec::is_empty).next().unwrap_or_default();
    let is_area = |row: &&Vec<Painted>| row.iter().any(|painted| matches!(painted.paint, Paint::Areas(..)));
    rows.iter().filter(is_area).flat_map(|row| quarters(row)).collect()
}

/// The upper and the lower areas of a row of blocks.
fn quarters(row: &[Painted]) -> [Vec<Area>; 2] {
    const BLOCKS: &str = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";
    let mut halves = [Vec::new(), Vec::new()];
    for painted in row {
        let Paint::Areas(front, back) = painted.paint else { continue };
        for sign in painted.text.chars() {
            let full = BLOCKS.chars().position(|block| block == sign).expect("this is a block");
            for (half, bits) in halves.iter_mut().zip([[1, 2], [4, 8]]) {
                half.extend(bits.map(|bit| if full & bit == 0 { back } else { front }));
            }
        }
    }
    halves
}

#[test]
fn every_kind_in_every_texture_at_every_width() {
    let labels = Labels::default();
    for (name, figure) in kinds() {
        for (texture, glyphs) in [("solid", &SOLID), ("grain", &UNICODE), ("ascii", &ASCII)] {
            let widths = [76, 48, 32, 24].map(|width| page(&figure, &labels, width, glyphs, Medium::Screen));
            insta::assert_snapshot!(format!("{name}-{texture}"), widths.join("\n\n----\n\n"));
        }
        insta::assert_snapshot!(format!("{name}-svg"), figure.svg(&labels, "figure-1"));
    }
}

#[test]
fn who_hears_a_printed_page_hears_all_words_before_the_drawing() {
    for (name, figure) in kinds() {
        let page = page(&figure, &Labels::default(), 60, &UNICODE, Medium::Print);
        insta::assert_snapshot!(format!("{name}-print"), page);
    }
}

#[test]
fn a_vector_drawing_is_one_element_with_names_of_its_own() {
    for (_, figure) in kinds() {
        let drawn = figure.svg(&Labels::default(), "p7");
        assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n") && drawn.matches("<svg").count() == 1);
        let mut names: Vec<_> = drawn.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(names.iter().all(|name| name.starts_with("p7-")), "{names:?}");
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
        assert!(
            ["script", "style", "href", "<Until", "<around", " & "].iter().all(|word| !drawn.contains(word)),
            "{drawn}"
        );
    }
}

#[test]
fn hours_are_counted_in_parts_of_a_day_and_not_in_weeks() {
    let Picture::Bars(mut bars) = bars() else { panic!("these are bars") };
    (bars.from, bars.until) = (-12, 30);
    let mut numbers = |unit: &str| {
        bars.unit = Some(unit.to_owned());
        let rows = rows(Picture::Bars(bars.clone()), 43, Texture::Ascii).expect("there is room");
        text(&rows[0]).split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(numbers("hours after mixing"), ["-12", "-6", "0", "6", "12", "18", "24", "30"]);
    assert_eq!(numbers("Days after mixing"), ["-7", "0", "7", "14", "21", "28"]);
}

#[test]
fn the_days_of_the_clinic_count() {
    let Picture::Bars(bars) = bars() else { panic!("these are bars") };
    let window = |from, until| Window { from, until };
    let drawn = |bar: &Bar| {
        let bars = Bars { bars: vec![bar.clone()], ..bars.clone() };
        let rows = rows(Picture::Bars(bars), 43, Texture::Ascii).expect("there is room");
        text(&rows[rows.len() - 1]).trim_end().to_owned()
    };
    let words = |bar: &Bar| bar.words(None, &Labels::default()).words();
    let day = &bars.bars[1];
    assert_eq!(drawn(day), format!("{}=", " ".repeat(14)));
    assert!(words(day).starts_with("On the day. Words about"), "{}", words(day));
    let longer = day.of_clinic(window(0, 0), window(0, 20));
    assert_eq!(drawn(&longer), format!("{}{}", " ".repeat(14), "=".repeat(21)));
    let said = words(&longer);
    assert!(said.starts_with("My clinic: day 0 to 20. This guide: on the day. Words"), "{said}");
    // A bar may begin before its step does; the clinic moved the end alone.
    assert_eq!(day.of_clinic(window(1, 14), window(1, 40)).days.from, Some(0));
    let beyond = drawn(&day.of_clinic(window(1, 14), window(1, 40)));
    assert!(beyond.ends_with("=>"), "{beyond}");
    assert_eq!(words(&bars.bars[3]).split('.').next(), Some("From day 1 on"));
}

#[test]
fn shapes_are_known_at_a_glance() {
    let mut picture = picture(6.0, &[ICE_PICK, BOXCAR, BUMP]);
    picture.profiles[2].wound = Some(Length::from_millimeters(2.0)..=Length::from_millimeters(4.0));
    for (name, texture) in [("solid", Texture::Solid), ("grain", Texture::Grain), ("ascii", Texture::Ascii)] {
        insta::assert_snapshot!(format!("shapes-{name}"), drawn(&picture, 40, texture));
    }
}

#[test]
fn a_picture_grows_with_its_room_up_to_a_sensible_height() {
    let wide = |room| {
        let rows = rows(Picture::Skin(picture(10.0, &[&[(0.0, 0.5), (10.0, 0.5)]])), room, Texture::Solid)?;
        Some([rows.iter().map(|row| cells(&text(row))).max().unwrap_or(0), rows.len()])
    };
    assert_eq!(wide(28), None);
    let sizes = [29, 45, 80, 200].map(|room| wide(room).expect("there is room"));
    assert_eq!(sizes, [[25, 4], [45, 5], [65, 5], [85, 6]]);
}

#[test]
fn depths_are_where_their_marks_say() {
    for depth in [0.5, 1.0, 1.5] {
        let picture = picture(6.0, &[&[(0.0, depth), (6.0, depth)]]);
        let rows = drawn(&picture, 30, Texture::Ascii);
        let level = rows.lines().find(|row| row.contains("-----")).expect("the line is level");
        assert!(level.trim_start().starts_with(&format!("-{depth:.1}|")), "{rows}");
    }
}

#[test]
fn the_wound_is_told_apart() {
    let mut picture = picture(6.0, &[BUMP]);
    picture.profiles[0].wound = Some(Length::from_millimeters(2.0)..=Length::from_millimeters(4.0));
    let rows = rows(Picture::Skin(picture), 30, Texture::Ascii).expect("there is room");
    let wound = rows.iter().flatten().filter(|painted| painted.paint == Paint::Accent);
    assert_eq!(wound.map(|painted| painted.text.as_str()).collect::<Vec<_>>(), ["========="]);
}

/// Points as a content file may have them: from left to right, in the range that can be drawn.
fn points(across: f64) -> impl Strategy<Value = Vec<(f64, f64)>> {
    let point = (0.0..=1.0, Skin::DEPTH).prop_map(move |(part, depth)| (part * across, depth));
    prop::collection::vec(point, 2..9).prop_map(|mut points: Vec<(f64, f64)>| {
        points.sort_by(|(left, _), (right, _)| left.total_cmp(right));
        points
    })
}

/// A picture of one profile, with layers and a needle or without them, and with a stain.
fn any_profile() -> impl Strategy<Value = Skin> {
    let points = Skin::ACROSS.prop_flat_map(|across| (Just(across), points(across)));
    let layers = prop::collection::vec(Skin::REACH, 0..4);
    (points, layers, prop::option::of(Skin::REACH), prop::option::of((0.0..5.0, 0.1..3.0))).prop_map(
        |((across, points), mut layers, needle, stain)| {
            let mm = Length::from_millimeters;
            let mut picture = picture(across, &[&points]);
            layers.sort_by(f64::total_cmp);
            let layer = |until: f64| Layer { title: "layer".to_owned(), until: Some(mm(until)) };
            picture.layers = layers.into_iter().map(layer).collect();
            picture.needle = needle.map(|length| Needle { title: "needle".to_owned(), length: mm(length) });
            // A stain is a mark on level skin.
            if let Some((from, long)) = stain {
                picture.profiles[0].points = vec![Point::ORIGIN];
                picture.profiles[0].stain = Some(mm(from)..=mm(from + long));
            }
            picture
        },
    )
}

/// Words that nobody chose with care: long, without blanks, or wide.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,12}( [a-z]{1,30}){0,5}", "[微针治疗é]{1,40}", "\\PC{1,60}"]
}

/// A figure with other words.
fn named(figure: &Figure, words: &str) -> Figure {
    let mut figure = figure.clone();
    match &mut figure {
        Figure::Picture(Picture::Skin(skin)) => {
            skin.profiles.iter_mut().for_each(|profile| words.clone_into(&mut profile.title));
            skin.layers.iter_mut().for_each(|layer| words.clone_into(&mut layer.title));
        }
        Figure::Picture(Picture::Bars(bars)) => {
            bars.unit = Some(words.to_owned());
            bars.bars.iter_mut().skip(1).for_each(|bar| words.clone_into(&mut bar.title));
        }
        Figure::Picture(Picture::Dots(dots)) => {
            dots.outcomes.iter_mut().for_each(|outcome| words.clone_into(&mut outcome.title));
        }
        Figure::Small(_) => {}
        Figure::Timeline(timeline) => {
            timeline.marked.iter_mut().for_each(|(_, name)| words.clone_into(name));
            words.clone_into(&mut timeline.today_words);
            words.clone_into(&mut timeline.height_words);
        }
    }
    figure
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_figure_is_wider_than_its_page(words in any_words(), width in 20..=200usize, today in -60..60i64) {
        let mut labels = Labels::default();
        for key in ["not-measured", "healthy-skin"] {
            labels.replace(key, words.clone());
        }
        for (name, mut figure) in kinds().map(|(name, figure)| (name, named(&figure, &words))) {
            if let Figure::Timeline(timeline) = &mut figure {
                timeline.today = today;
            }
            // A page cuts what is too long, so what is drawn is measured before it is set.
            for texture in [Texture::Solid, Texture::Grain, Texture::Ascii] {
                let canvas = Canvas { room: width, texture, words: Labeling::All, labels: &labels };
                for band in figure.draw(canvas).into_iter().flat_map(|drawing| drawing.bands) {
                    let gaps = band.gap * band.columns.len().saturating_sub(1);
                    let wide = band.columns.iter().map(|column| column.width).sum::<usize>() + gaps;
                    prop_assert!(wide <= width, "{name} is {wide} cells wide in {width}");
                    for column in band.columns {
                        let Content::Rows(rows) = column.content else { continue };
                        prop_assert!(rows.iter().all(|row| cells(&text(row)) <= column.width), "{name} in {width} cells");
                    }
                }
            }
            for (glyphs, medium) in [(&SOLID, Medium::Screen), (&UNICODE, Medium::Print), (&ASCII, Medium::Screen)] {
                let page = page(&figure, &labels, width, glyphs, medium);
                let wide = page.lines().find(|line| cells(line) > width);
                prop_assert_eq!(wide, None, "{} on a page of {} cells", name, width);
            }
        }
    }

    #[test]
    fn every_picture_of_skin_is_whole(picture in any_profile(), room in 0..90usize) {
        for texture in [Texture::Solid, Texture::Grain, Texture::Ascii] {
            let rows = rows(Picture::Skin(picture.clone()), room, texture);
            prop_assert!(rows.is_some() == (room >= 29), "no picture in {room} cells");
            for row in rows.into_iter().flatten().map(|row| text(&row)) {
                prop_assert!(cells(&row) <= room, "{row}");
                prop_assert!(!row.contains('\u{2800}') && (texture != Texture::Ascii || row.is_ascii()), "{row}");
            }
        }
    }

    #[test]
    fn only_areas_touch_that_are_told_apart(picture in any_profile(), room in 29..90usize) {
        let areas = areas(&picture, room);
        let is_needle = |area| matches!(area, Area::Needle | Area::Reach | Area::Rim);
        let is_told = |one: Area, other: Area| {
            one == other || is_needle(one) || is_needle(other)
                || Area::TOUCHING.iter().any(|pair| *pair == (one, other) || *pair == (other, one))
        };
        for row in &areas {
            let wrong = row.windows(2).find(|pair| !is_told(pair[0], pair[1]));
            prop_assert_eq!(wrong, None);
        }
        for rows in areas.windows(2).filter(|rows| rows[0].len() == rows[1].len()) {
            let wrong = rows[0].iter().zip(&rows[1]).find(|(one, other)| !is_told(**one, **other));
            prop_assert_eq!(wrong, None);
        }
    }

    #[test]
    fn skin_is_solid_below_its_surface(mut picture in any_profile(), room in 29..90usize) {
        (picture.layers, picture.needle) = (Vec::new(), None);
        let areas = areas(&picture, room);
        for column in 0..areas[0].len() {
            let mut skin = areas.iter().map(|row| row[column]).skip_while(|area| *area == Area::Air);
            let edge = skin.next();
            prop_assert!(edge.is_some_and(|area| area != Area::Fat), "{edge:?} in column {column}");
            prop_assert!(!skin.any(|area| area == Area::Air), "a hole in column {column}:\n{}", drawn(&picture, room, Texture::Solid));
        }
    }

    #[test]
    fn every_bar_is_as_long_as_its_axis(from in -3650..3650i32, days in 1..3650i32, room in 0..90usize, ends in any::<[Option<i16>; 4]>()) {
        let Picture::Bars(mut bars) = bars() else { return Ok(()) };
        let [as_early_as, first, last, up_to] = ends.map(|end| end.map(i32::from));
        (bars.from, bars.until) = (from, from + days);
        bars.bars.iter_mut().for_each(|bar| bar.days = Days { as_early_as, from: first, until: last, up_to });
        for texture in [Texture::Grain, Texture::Ascii] {
            let rows = rows(Picture::Bars(bars.clone()), room.min(47), texture);
            prop_assert_eq!(rows.is_some(), room >= 24);
            let Some(rows) = rows else { break };
            let lengths: Vec<_> = rows[1..].iter().map(|row| cells(&text(row))).collect();
            prop_assert!(lengths.iter().all(|length| *length == lengths[0]), "{:?}", lengths);
            prop_assert!(cells(&text(&rows[0])) <= lengths[0] && lengths[0] <= room);
        }
        let small = SmallPicture { title: None, picture: Picture::Bars(bars.clone()) };
        let drawn = [Figure::Picture(Picture::Bars(bars)), Figure::Small(small)].map(|it| it.svg(&Labels::default(), "p"));
        let drawn = drawn.concat();
        prop_assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    }

    #[test]
    fn odd_numbers_break_nothing(across in -9.0..20.0f64, numbers in prop::collection::vec((any::<f64>(), -9.0..9.0f64), 0..5)) {
        let picture = Picture::Skin(picture(across, &[&numbers]));
        rows(picture.clone(), 60, Texture::Solid);
        Figure::Picture(picture.clone()).svg(&Labels::default(), "p");
        Figure::Small(SmallPicture { title: None, picture }).svg(&Labels::default(), "p");
    }
}
