//! Pictures drawn to scale: what they look like, and what holds for every one of them.

use microneedling_guide::clean::Charset;
use microneedling_guide::guide::{Length, Picture, Point, Profile, Text};
use microneedling_guide::picture::{Frame, Part, Piece};
use proptest::prelude::*;

fn picture(across: f64, profiles: &[&[(f64, f64)]]) -> Picture {
    let mm = Length::from_millimeters;
    let point = |(across, depth): &(f64, f64)| Point { across: mm(*across), depth: mm(*depth) };
    let profile = |points: &&[(f64, f64)]| Profile {
        title: "Pit".to_owned(),
        points: points.iter().map(point).collect(),
        wound: None,
    };
    let profiles = profiles.iter().map(profile).collect();
    Picture { caption: Text::default(), across: mm(across), profiles }
}

const ICE_PICK: &[(f64, f64)] = &[(2.25, 0.0), (3.0, 1.7), (3.75, 0.0)];
const BOXCAR: &[(f64, f64)] = &[(1.5, 0.0), (1.5, 0.7), (4.5, 0.7), (4.5, 0.0)];
const BUMP: &[(f64, f64)] = &[(1.0, 0.0), (1.5, -0.8), (3.0, -1.0), (4.5, -0.8), (5.0, 0.0)];

fn frame(picture: &Picture, room: usize) -> Frame {
    Frame::fitting(picture, room).expect("there is room for a picture")
}

fn text(row: &[Piece]) -> String {
    row.iter().map(|piece| piece.text.as_str()).collect()
}

fn drawn(picture: &Picture, room: usize, charset: Charset) -> String {
    let frame = frame(picture, room);
    let rows = picture.profiles.iter().flat_map(|profile| frame.draw(profile, charset));
    rows.map(|row| text(&row).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
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
    assert_eq!(frame(&picture, 200).width(), 46);
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
    let point = (0.0..=1.0, Picture::DEPTH).prop_map(move |(part, depth)| (part * across, depth));
    prop::collection::vec(point, 2..9).prop_map(|mut points: Vec<(f64, f64)>| {
        points.sort_by(|(left, _), (right, _)| left.total_cmp(right));
        points
    })
}

fn any_picture() -> impl Strategy<Value = Picture> {
    let profiles = Picture::ACROSS.prop_flat_map(|across| (Just(across), prop::collection::vec(points(across), 1..4)));
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
    fn odd_numbers_break_nothing(across in -9.0..20.0f64, numbers in prop::collection::vec((any::<f64>(), -9.0..9.0f64), 0..5)) {
        let picture = picture(across, &[&numbers]);
        if let Some(frame) = Frame::fitting(&picture, 60) {
            frame.draw(&picture.profiles[0], Charset::Unicode);
        }
    }
}

/// The part of each cell of a row.
fn parts(row: &[Piece]) -> Vec<Part> {
    row.iter().flat_map(|piece| piece.text.chars().map(|_| piece.part)).collect()
}
