//! Skin cut open, to scale: a key with healthy skin and a needle, then all profiles of a picture side by side. Each shows
//! no more than what differs from healthy skin, and has a ruler of its own.

mod ascii;
mod blocks;
mod braille;
mod cross_section;
mod raster;
mod vectors;

pub(super) use vectors::{strip, vectors};

use std::ops::RangeInclusive;

use self::cross_section::CrossSection;
use self::raster::{ACROSS, DOWN, Raster};
use super::axis::{self, Tick, Ticks};
use super::drawing::{Area, Canvas, Column, Drawing, HangingParagraph, Importance, Paint, Painted, Texture, row};
use crate::guide::{Label, Length, Point, Profile, Skin, Text};
use crate::terminal::width::cells;

/// How many cells a millimeter may take across. A cell is about twice as high as it is wide, so that half as many rows are
/// a millimeter down, and dots are square.
const SCALES: [i32; 4] = [8, 6, 4, 2];

/// In less room nothing is drawn: at a smaller scale a shallow dent and a deep one would look the same.
const NARROWEST: usize = 29;

/// No profile is drawn higher than so many rows, unless it is at the smallest scales.
const HIGHEST: i32 = 14;

/// The cells left of the axis, for a mark of depth, and those with the axis.
const MARK: usize = 4;
const MARGIN: usize = MARK + 1;

/// Cells of healthy skin at both sides of a profile, and blank cells between two of them.
const EDGE: i32 = 1;
const GAP: usize = 1;

/// A profile is as wide as its title, as long as that is no wider than so many cells.
const TITLE: usize = 16;

/// The cells of healthy skin in the key, and of a sample beside the name of an area.
const KEY: i32 = 8;
const SAMPLE: usize = 2;

/// The row of dots, counted from 0, that is the middle of a cell: there lies the depth that the mark beside it names.
const MIDDLE: i32 = 1;

/// So many dots of skin at least lie below the lowest point, or it would look cut through.
const SKIN_BELOW: i32 = 3;

/// Draws all of it, if there is room.
pub(super) fn draw(skin: &Skin, canvas: Canvas<'_>) -> Option<Drawing> {
    if canvas.room < NARROWEST {
        return None;
    }
    let views = SCALES.map(|scale| CellView::new(skin, scale, canvas));
    let tiers = |view: &CellView<'_>| view.tiers().map(|tiers| tiers.len());
    let least = views.iter().filter(|view| view.scale <= 4).find_map(tiers)?;
    let view = views.iter().find(|view| tiers(view) == Some(least) && (view.scale <= 4 || view.height() <= HIGHEST))?;
    let mut drawing = Drawing::default();
    // Above the skin of the key the needle is seen.
    CellView { rows: -1..=*view.rows.end(), ..*view }.key(&mut drawing);
    for panels in view.tiers()? {
        drawing.blank();
        view.side_by_side(&mut drawing, &panels);
    }
    Some(drawing)
}

/// What all profiles of a picture have in common: the scale and the depths that are seen.
struct CellView<'a> {
    skin: &'a Skin,
    canvas: Canvas<'a>,
    /// Cells for a millimeter across.
    scale: i32,
    /// The first and the last row of cells; the surface is in row 0.
    rows: RangeInclusive<i32>,
}

/// A part of a profile to draw, in cells.
#[derive(Debug, Clone, Copy)]
struct ProfilePart<'a> {
    profile: &'a Profile,
    /// Where it begins, from the left end of the profile.
    start: i32,
    columns: i32,
}

impl<'a> CellView<'a> {
    fn new(skin: &'a Skin, scale: i32, canvas: Canvas<'a>) -> Self {
        let depths = skin.depths();
        let dots = |depth: &Length| dots(*depth, scale) + MIDDLE;
        let rows = dots(depths.start()).div_euclid(DOWN)..=(dots(depths.end()) + SKIN_BELOW).div_euclid(DOWN);
        Self { skin, canvas, scale, rows }
    }

    fn height(&self) -> i32 {
        self.rows.end() - self.rows.start() + 1
    }

    /// The profiles in as few rows as they need; nothing where one of them is too wide.
    fn tiers(&self) -> Option<Vec<Vec<ProfilePart<'a>>>> {
        let mut tiers: Vec<Vec<ProfilePart<'a>>> = Vec::new();
        let mut free = 0;
        for panel in self.skin.profiles.iter().map(|profile| self.panel(profile)) {
            let columns = size(panel.columns);
            if let Some(panels) = tiers.last_mut().filter(|_| columns + GAP <= free) {
                free -= columns + GAP;
                panels.push(panel);
            } else {
                free = self.canvas.room.checked_sub(MARGIN + columns)?;
                tiers.push(vec![panel]);
            }
        }
        Some(tiers)
    }

    /// The part of a profile that differs from healthy skin, with some of it at both sides, below its title.
    fn panel(&self, profile: &'a Profile) -> ProfilePart<'a> {
        let Some(extent) = extent(profile) else {
            return ProfilePart {
                profile,
                start: 0,
                columns: dots(self.skin.across, self.scale).div_euclid(ACROSS).max(1),
            };
        };
        let first = dots(*extent.start(), self.scale).div_euclid(ACROSS);
        let last = (dots(*extent.end(), self.scale) + ACROSS - 1).div_euclid(ACROSS);
        let title = i32::try_from(cells(&profile.title).min(TITLE)).unwrap_or(0);
        let columns = (last - first + 2 * EDGE).max(title);
        ProfilePart { profile, start: first - (columns - (last - first)) / 2, columns }
    }

    /// A core of healthy skin with the needle, beside the names of all that is seen in it.
    fn key(&self, drawing: &mut Drawing) {
        let names = self.names();
        if names.is_empty() {
            return;
        }
        let profile = Profile { title: String::new(), points: vec![Point::ORIGIN], wound: None, stain: None };
        let panel = ProfilePart { profile: &profile, start: 0, columns: KEY };
        let needle = Some(KEY / 2 * ACROSS);
        let core = beside(self.marks(), self.rows(&CrossSection { needle, ..self.cross_section(panel) }, KEY));
        let room = self.canvas.room;
        drawing.band(0, [title(room, MARGIN, self.canvas.labels.get(Label::HealthySkin))]);
        drawing.band(1, [Column::of_rows(core), Column::of_words(room - MARGIN - size(KEY) - 1, names)]);
    }

    /// The names of the layers and of the needle, each beside a sample.
    fn names(&self) -> Vec<HangingParagraph> {
        let labels = self.canvas.labels;
        let layers = areas(self.skin).into_iter().zip(&self.skin.layers);
        let layers = layers.map(|(area, layer)| (area, layer.words(labels)));
        let needle = self.skin.needle.iter().map(|needle| (Area::Needle, needle.words(labels)));
        let named = layers.chain(needle).map(|(area, words)| {
            let mut lead = sample(area, self.canvas.texture);
            lead.push(Painted::new(" ", Paint::Weak));
            HangingParagraph { lead, text: Text::plain(words), importance: Importance::Body }
        });
        named.collect()
    }

    /// Profiles side by side below their titles.
    fn side_by_side(&self, drawing: &mut Drawing, panels: &[ProfilePart<'_>]) {
        let margin = |index| if index == 0 { MARGIN } else { 0 };
        let titles = panels.iter().enumerate().map(|(index, panel)| {
            let margin = margin(index);
            title(margin + size(panel.columns), margin, &panel.profile.title)
        });
        drawing.band(GAP, titles);
        let columns = panels.iter().enumerate().map(|(index, panel)| {
            let mut rows = self.rows(&self.cross_section(*panel), panel.columns);
            rows.extend(self.ruler(*panel));
            Column::of_rows(if index == 0 { beside(self.marks(), rows) } else { rows })
        });
        drawing.band(GAP, columns);
    }

    /// The depths at the left of the skin, in millimeters, then the unit of the ruler. What is above the surface has a
    /// plus.
    fn marks(&self) -> Vec<Vec<Painted>> {
        let axis = self.canvas.texture.choose('│', '|');
        let point = self.canvas.labels.get(Label::DecimalMark);
        let mark = |row: i32| match row * 20 / self.scale {
            _ if row * 4 % self.scale != 0 => String::new(),
            0 => "0".to_owned(),
            tenths => {
                format!("{}{}{point}{}", if tenths > 0 { '-' } else { '+' }, tenths.abs() / 10, tenths.abs() % 10)
            }
        };
        let marks = self.rows.clone().map(|row| format!("{:>MARK$}{axis}", mark(row)));
        let below = ["", "mm "].map(|unit| format!("{unit:>MARK$} "));
        marks.chain(below).map(|text| vec![Painted::new(text, Paint::Weak)]).collect()
    }

    /// The line with a tick for each millimeter, heavy where the old wound was, and the numbers below it.
    fn ruler(&self, panel: ProfilePart<'_>) -> [Vec<Painted>; 2] {
        let texture = self.canvas.texture;
        let width = size(panel.columns);
        let ticks: Vec<_> = (0..).step_by(size(self.scale)).take_while(|cell| *cell < width).enumerate().collect();
        let ticks: Vec<_> = ticks.into_iter().map(|(number, cell)| Tick { cell, name: number.to_string() }).collect();
        let column = |length| dots(length, self.scale).div_euclid(ACROSS) - panel.start;
        let wound = panel.profile.wound.as_ref().map(|wound| column(*wound.start())..=column(*wound.end()));
        let is_wound = |cell: i32| wound.as_ref().is_some_and(|wound| wound.contains(&cell));
        let line = (0..).zip(axis::line(width, &ticks, Ticks::Up, texture));
        let heavy = texture.choose('━', '=');
        let line = line.map(|(cell, sign)| if is_wound(cell) { (heavy, Paint::Accent) } else { (sign, Paint::Weak) });
        [row(line), axis::names(width, &ticks, |_| false)]
    }

    /// The skin below an outline, in dots from the left end of the panel.
    fn cross_section(&self, panel: ProfilePart<'_>) -> CrossSection {
        let profile = panel.profile;
        let across = |length| dots(length, self.scale) - panel.start * ACROSS;
        let down = |length| dots(length, self.scale) + MIDDLE - self.rows.start() * DOWN;
        // Healthy skin goes on level at both ends.
        let level = |end: Option<&Point>, across| end.map(|point| (across, down(point.depth)));
        let first = level(profile.points.first(), -ACROSS);
        let last = level(profile.points.last(), (panel.columns + 1) * ACROSS);
        let points = profile.points.iter().map(|point| (across(point.across), down(point.depth)));
        let layers = areas(self.skin).into_iter().zip(&self.skin.layers).filter(|(area, _)| *area != Area::Surface);
        CrossSection {
            surface: first.into_iter().chain(points).chain(last).collect(),
            layers: layers.filter_map(|(_, layer)| layer.until).map(down).collect(),
            reach: self.skin.needle.as_ref().map(|needle| down(needle.length)),
            needle: None,
            stain: profile.stain.as_ref().map(|stain| across(*stain.start())..=across(*stain.end())),
        }
    }

    /// The rows of a cross-section on so many cells.
    fn rows(&self, section: &CrossSection, columns: i32) -> Vec<Vec<Painted>> {
        let mut raster = Raster::new(size(columns), size(self.height()), Area::Air);
        section.draw(&mut raster, self.canvas.texture);
        painted(&raster, self.canvas.texture)
    }
}

/// The area that each layer is drawn as. One too thin to be seen is the surface; those below it take turns.
fn areas(skin: &Skin) -> Vec<Area> {
    let first = skin.layers.first().and_then(|layer| layer.until);
    let is_thin = first.is_some_and(|until| until <= Length::from_micrometers(250));
    let below = [Area::Dermis, Area::Fat].into_iter().cycle();
    is_thin.then_some(Area::Surface).into_iter().chain(below).take(skin.layers.len()).collect()
}

/// What an area looks like where it is drawn: without color the surface is a line above the skin, and of the needle each
/// skin shows the broken line that its tip reaches.
fn sample(area: Area, texture: Texture) -> Vec<Painted> {
    if area == Area::Needle {
        let mut raster = Raster::new(SAMPLE + 1, 1, Area::Rim);
        for x in [0, 2 * ACROSS] {
            raster.line((x, MIDDLE), (x + 1, MIDDLE), Area::Reach);
        }
        return painted(&raster, texture).concat();
    }
    let mut raster = Raster::new(SAMPLE, 1, area);
    if area == Area::Surface && texture != Texture::Solid {
        for (x, y) in raster.places().filter(|(_, y)| *y != MIDDLE) {
            raster.set((x, y), if y < MIDDLE { Area::Air } else { Area::Dermis });
        }
    }
    painted(&raster, texture).concat()
}

/// The rows of a raster as characters.
fn painted(raster: &Raster, texture: Texture) -> Vec<Vec<Painted>> {
    let rows = raster.rows().map(|cells| match texture {
        Texture::Solid => row(blocks::row(cells)),
        Texture::Grain => row(cells.iter().map(|cell| (braille::sign(*cell), paint(*cell)))),
        Texture::Ascii => row(ascii::row(cells).chars().zip(cells.iter().copied().map(paint))),
    });
    rows.collect()
}

/// The paint of a cell without colors of its own.
fn paint(cell: raster::Cell) -> Paint {
    let is_mark = |area: &Area| matches!(area, Area::Stain | Area::Needle | Area::Reach);
    if cell.as_flattened().iter().any(is_mark) { Paint::Accent } else { Paint::Weak }
}

/// The rows of two drawings, one beside the other, as many as the right one has.
fn beside(left: Vec<Vec<Painted>>, right: Vec<Vec<Painted>>) -> Vec<Vec<Painted>> {
    left.into_iter().zip(right).map(|(left, right)| [left, right].concat()).collect()
}

/// A title so many cells from the left, above the skin and not above its marks.
fn title(width: usize, margin: usize, words: &str) -> Column {
    let lead = vec![Painted::new(" ".repeat(margin), Paint::Weak)];
    Column::of_words(width, vec![HangingParagraph { lead, text: Text::plain(words), importance: Importance::Name }])
}

/// From where until where a profile differs from healthy skin, if it begins and ends level with it.
fn extent(profile: &Profile) -> Option<RangeInclusive<Length>> {
    let level = |point: Option<&Point>| point.is_some_and(|point| point.depth == Length::ZERO);
    if !level(profile.points.first()) || !level(profile.points.last()) {
        return None;
    }
    let is_relief = |pair: &&[Point]| pair.iter().any(|point| point.depth != Length::ZERO);
    let relief = profile.points.windows(2).filter(is_relief).flatten().map(|point| point.across);
    let marked = [&profile.wound, &profile.stain].into_iter().flatten();
    let places: Vec<_> = relief.chain(marked.flat_map(|range| [*range.start(), *range.end()])).collect();
    Some(*places.iter().min()?..=*places.iter().max()?)
}

/// How many dots a length takes at a scale, to the nearest.
fn dots(length: Length, scale: i32) -> i32 {
    let dots = i64::from(length.micrometers()) * i64::from(scale * ACROSS);
    i32::try_from((dots + 500).div_euclid(1000)).unwrap_or(0)
}

/// A number of cells, or none where it is negative.
fn size(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}
