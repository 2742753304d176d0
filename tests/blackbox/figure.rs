//! Pictures drawn to scale: what they look like, and what holds for every one of them.

use microneedling_guide::figure::{Axis, Figure, Frame, Lineup, Part, Piece, Timeline, svg};
use microneedling_guide::guide::{
    Bar, Bars, Count, Days, Dots, Labels, Layer, Length, Needle, Outcome, Picture, Point, Profile, Skin, StepId, Text,
    Window,
};
use microneedling_guide::page::element::Element;
use microneedling_guide::page::layout::{self, ASCII, Glyphs, Layout, Medium, UNICODE};
use microneedling_guide::terminal::sanitize::Charset;
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

fn frame(picture: &Skin, room: usize) -> Frame<'_> {
    Frame::fitting(picture, room).expect("there is room for a picture")
}

fn text(row: &[Piece]) -> String {
    row.iter().map(|piece| piece.text.as_str()).collect()
}

fn drawn(picture: &Skin, room: usize, charset: Charset) -> String {
    let frame = frame(picture, room);
    let rows = picture.profiles.iter().flat_map(|profile| frame.draw(profile, charset));
    rows.map(|row| text(&row).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

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
            outcome("Dark patches", Count::new(5, 36)),
            outcome("More than half better", Count::new(77, 147)),
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
        alternative: Text::plain("Treatment in 9 days. 7 steps before it, 12 on the day, 4 after it."),
    })
}

/// The figure on a page.
fn page(figure: &Figure, width: usize, glyphs: &Glyphs, medium: Medium) -> String {
    let labels = Labels::default();
    let page = layout::page(&[Element::Figure(figure.clone())], Layout { width, glyphs, labels: &labels, medium });
    page.lines(0..page.len()).map(layout::Line::text).collect::<Vec<_>>().join("\n")
}

/// A figure of every kind, with its name.
fn kinds() -> [(&'static str, Figure); 4] {
    let [skin, bars, dots] = [skin(), bars(), dots()].map(Figure::Picture);
    [("skin", skin), ("bars", bars), ("dots", dots), ("timeline", timeline())]
}

#[test]
fn every_kind_in_every_encoding_at_every_width() {
    for (name, figure) in kinds() {
        for (encoding, glyphs) in [("unicode", &UNICODE), ("ascii", &ASCII)] {
            let widths = [76, 48, 32, 24].map(|width| page(&figure, width, glyphs, Medium::Screen));
            insta::assert_snapshot!(format!("{name}-{encoding}"), widths.join("\n\n----\n\n"));
        }
        let drawn = svg(&figure, &Labels::default(), "figure-1");
        insta::assert_snapshot!(format!("{name}-svg"), drawn);
    }
}

#[test]
fn no_figure_is_wider_than_its_page() {
    for (name, figure) in kinds() {
        for (width, medium) in (24..100).flat_map(|width| [(width, Medium::Screen), (width, Medium::Print)]) {
            let page = page(&figure, width, &ASCII, medium);
            let wide = page.lines().find(|line| line.len() > width);
            assert_eq!(wide, None, "{name} on a page of {width} cells");
        }
    }
}

#[test]
fn who_hears_a_printed_page_hears_all_words_before_the_drawing() {
    for (name, figure) in kinds() {
        insta::assert_snapshot!(format!("{name}-print"), page(&figure, 60, &UNICODE, Medium::Print));
    }
}

#[test]
fn a_vector_drawing_is_one_element_with_names_of_its_own() {
    for (_, figure) in kinds() {
        let drawn = svg(&figure, &Labels::default(), "p7");
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
fn the_days_of_the_clinic_count() {
    let Picture::Bars(bars) = bars() else { panic!("these are bars") };
    let axis = Axis::fitting(&bars, 43).expect("there is room");
    let window = |from, until| Window { from, until };
    let drawn = |bar: &Bar| text(&axis.bar(bar.days, Charset::Ascii)).trim_end().to_owned();
    let words = |bar: &Bar| bar.words(&Labels::default()).words();
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
fn each_profile_in_a_row_shows_all_that_differs_from_healthy_skin() {
    let skin = picture(6.0, &[ICE_PICK, BOXCAR, BUMP]);
    let titles = [8, 6, 4];
    let lineup = Lineup::fitting(&skin, &titles, 76).expect("there is room");
    assert_eq!(Lineup::fitting(&skin, &titles, lineup.width() - 1).map(|lineup| lineup.width()), None);
    let part = |rows: &[Vec<Piece>], start, columns| -> Vec<String> {
        let rows = rows[..rows.len() - 2].iter().map(|row| text(row).chars().skip(start).take(columns).collect());
        rows.collect()
    };
    let row = lineup.draw(Charset::Unicode);
    for ((profile, (start, columns)), title) in skin.profiles.iter().zip(lineup.places()).zip(titles) {
        let frame = frame(&skin, 30);
        let alone = frame.draw(profile, Charset::Unicode);
        let here = part(&row, start, columns);
        assert!(columns >= title, "{here:#?}");
        let is_all = |place: usize| {
            let right = place + columns;
            let outside = [part(&alone, frame.margin(), place - frame.margin()), part(&alone, right, usize::MAX)];
            let is_level = |row: &String| row.chars().all(|sign| row.starts_with(sign));
            part(&alone, place, columns) == here && outside.concat().iter().all(is_level)
        };
        assert!((frame.margin()..frame.width()).any(is_all), "{here:#?}");
    }
}

#[test]
fn shapes_are_known_at_a_glance() {
    let mut picture = picture(6.0, &[ICE_PICK, BOXCAR, BUMP]);
    picture.profiles[2].wound = Some(Length::from_millimeters(2.0)..=Length::from_millimeters(4.0));
    insta::assert_snapshot!("shapes-braille", drawn(&picture, 30, Charset::Unicode));
    insta::assert_snapshot!("shapes-ascii", drawn(&picture, 30, Charset::Ascii));
}

#[test]
fn a_wide_picture_shrinks_into_a_narrow_room() {
    let picture = picture(10.0, &[ICE_PICK]);
    insta::assert_snapshot!("half-scale", drawn(&picture, 30, Charset::Unicode));
    assert_eq!(frame(&picture, 200).width(), 45);
    assert_eq!(Frame::fitting(&picture, 28), None);
}

#[test]
fn depths_are_where_their_marks_say() {
    for depth in [0.5, 1.0, 1.5] {
        let picture = picture(6.0, &[&[(0.0, depth), (6.0, depth)]]);
        let rows = drawn(&picture, 30, Charset::Ascii);
        let level = rows.lines().find(|row| row.contains("-----")).expect("the line is level");
        assert!(level.trim_start().starts_with(&format!("-{depth:.1}|")), "{rows}");
    }
}

#[test]
fn the_skin_goes_on_level_beside_its_points() {
    let short = picture(6.0, &[ICE_PICK]);
    let ends = [&[(0.0, 0.0)], ICE_PICK, &[(6.0, 0.0)]].concat();
    let whole = picture(6.0, &[&ends]);
    assert_eq!(drawn(&short, 30, Charset::Unicode), drawn(&whole, 30, Charset::Unicode));
}

#[test]
fn the_wound_is_told_apart() {
    let mut picture = picture(6.0, &[BUMP]);
    picture.profiles[0].wound = Some(Length::from_millimeters(2.0)..=Length::from_millimeters(4.0));
    let rows = frame(&picture, 30).draw(&picture.profiles[0], Charset::Ascii);
    let wound = rows.iter().flatten().filter(|piece| piece.part == Part::Wound).map(|piece| piece.text.as_str());
    assert_eq!(wound.collect::<Vec<_>>(), ["========="]);
}

/// Points as a content file may have them: from left to right, in the range that can be drawn.
fn points(across: f64) -> impl Strategy<Value = Vec<(f64, f64)>> {
    let point = (0.0..=1.0, Skin::DEPTH).prop_map(move |(part, depth)| (part * across, depth));
    prop::collection::vec(point, 2..9).prop_map(|mut points: Vec<(f64, f64)>| {
        points.sort_by(|(left, _), (right, _)| left.total_cmp(right));
        points
    })
}

fn any_picture() -> impl Strategy<Value = Skin> {
    let profiles = Skin::ACROSS.prop_flat_map(|across| (Just(across), prop::collection::vec(points(across), 1..4)));
    profiles.prop_map(|(across, profiles)| picture(across, &profiles.iter().map(Vec::as_slice).collect::<Vec<_>>()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_picture_is_as_large_as_promised(picture in any_picture(), room in 0..80usize) {
        let frame = Frame::fitting(&picture, room);
        prop_assert!(frame.is_some() == (room >= 29), "no picture in {room} cells");
        let Some(frame) = frame else { return Ok(()) };
        prop_assert!(frame.width() <= room);
        for (profile, signs) in picture.profiles.iter().flat_map(|profile| [(profile, Charset::Unicode), (profile, Charset::Ascii)]) {
            let rows = frame.draw(profile, signs);
            prop_assert_eq!(rows.len(), frame.height());
            let ruler = text(&rows[rows.len() - 2]);
            for row in &rows {
                let row = text(row);
                prop_assert!(row.chars().count() <= frame.width(), "{row}");
                prop_assert!(!row.contains('\u{2800}') && (signs == Charset::Unicode || row.is_ascii()), "{row}");
            }
            for row in &rows[..rows.len() - 1] {
                prop_assert_eq!(text(row).chars().count(), ruler.chars().count());
            }
        }
    }

    #[test]
    fn the_line_runs_through_every_column(picture in any_picture(), room in 30..80usize) {
        let frame = frame(&picture, room);
        for profile in &picture.profiles {
            let rows = frame.draw(profile, Charset::Unicode);
            let skin: Vec<Vec<Part>> = rows[..rows.len() - 2].iter().map(|row| parts(row)).collect();
            let across = parts(&rows[rows.len() - 2]).len();
            for column in frame.margin()..across {
                prop_assert!(skin.iter().any(|row| row[column] == Part::Surface), "no surface in column {column}");
            }
        }
    }

    #[test]
    fn skin_is_solid_below_its_surface(picture in any_picture(), room in 30..80usize) {
        let frame = frame(&picture, room);
        for profile in &picture.profiles {
            let rows = frame.draw(profile, Charset::Unicode);
            let skin: Vec<String> = rows[..rows.len() - 2].iter().map(|row| text(row).chars().skip(frame.margin()).collect()).collect();
            for column in 0..skin[0].chars().count() * 2 {
                let dots: Vec<bool> = skin.iter().flat_map(|row| dots_of_column(row, column)).collect();
                let body = dots.iter().skip_while(|dot| !**dot);
                prop_assert!(body.clone().next().is_some() && body.clone().all(|dot| *dot), "a hole in column {}:\n{}", column, skin.join("\n"));
            }
        }
    }

    #[test]
    fn every_bar_is_as_long_as_its_axis(from in -3650..3650i32, days in 1..3650i32, room in 0..90usize, ends in any::<[Option<i16>; 4]>()) {
        let Picture::Bars(mut bars) = bars() else { return Ok(()) };
        (bars.from, bars.until) = (from, from + days);
        let axis = Axis::fitting(&bars, room);
        prop_assert_eq!(axis.is_some(), room >= 24);
        let Some(axis) = axis else { return Ok(()) };
        prop_assert!(axis.width() <= room);
        let [earlier, first, last, later] = ends.map(|end| end.map(i32::from));
        for charset in [Charset::Unicode, Charset::Ascii] {
            let days = Days { as_early_as: earlier, from: first, until: last, up_to: later };
            let drawn = text(&axis.bar(days, charset));
            prop_assert_eq!(drawn.chars().count(), axis.width());
            prop_assert!(!drawn.contains('\u{2800}') && (charset == Charset::Unicode || drawn.is_ascii()), "{drawn}");
            let [numbers, line] = axis.ruler(charset).map(|row| text(&row));
            prop_assert!(line.chars().count() == axis.width() && numbers.len() <= axis.width(), "{line} {numbers}");
        }
        let drawn = svg(&Figure::Picture(Picture::Bars(bars)), &Labels::default(), "p");
        prop_assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    }

    #[test]
    fn odd_numbers_break_nothing(across in -9.0..20.0f64, numbers in prop::collection::vec((any::<f64>(), -9.0..9.0f64), 0..5)) {
        let picture = picture(across, &[&numbers]);
        if let Some(frame) = Frame::fitting(&picture, 60) {
            frame.draw(&picture.profiles[0], Charset::Unicode);
        }
    }
}

/// The dots of a row of braille, from the top, in one of its columns of dots.
fn dots_of_column(row: &str, column: usize) -> [bool; 4] {
    let pattern = row.chars().nth(column / 2).map_or(0, |sign| u32::from(sign).saturating_sub(0x2800));
    let bits = if column.is_multiple_of(2) { [0x01, 0x02, 0x04, 0x40] } else { [0x08, 0x10, 0x20, 0x80] };
    bits.map(|bit| pattern & bit != 0)
}

/// The part of each cell of a row.
fn parts(row: &[Piece]) -> Vec<Part> {
    row.iter().flat_map(|piece| piece.text.chars().map(|_| piece.part)).collect()
}
