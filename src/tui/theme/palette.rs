//! What a terminal makes of the colors of a palette: all of them, the nearest of its 256, or none.

use ratatui::style::Color;

use super::Depth;
use crate::figure::Area;
use crate::terminal::palette::{Palette, Rgb};

/// The color as the terminal is told of it.
pub(super) fn color(rgb: Rgb, depth: Depth) -> Color {
    let [red, green, blue] = rgb.channels();
    match depth {
        Depth::Full => Color::Rgb(red, green, blue),
        Depth::Indexed => Color::Indexed(nearest(rgb).0),
        Depth::None => Color::Reset,
    }
}

/// The color of an area of a drawing.
pub(super) fn area(palette: &Palette, area: Area) -> Rgb {
    match area {
        Area::Air => palette.ground,
        Area::Surface => palette.surface,
        Area::Dermis => palette.dermis,
        Area::Fat => palette.fat,
        Area::Stain => palette.stain,
        Area::Needle | Area::Reach => palette.needle,
        Area::Rim => palette.rim,
    }
}

/// The nearest of the colors 16 to 255, which are the same in every terminal, and what it looks like: the nearest of the
/// cube, in which each channel is nearest by itself, or the gray that is nearest to the mean.
fn nearest(rgb: Rgb) -> (u8, Rgb) {
    let channels = rgb.channels().map(u32::from);
    let [red, green, blue] = channels.map(nearest_step);
    let tone = (channels.iter().sum::<u32>() / 3).saturating_sub(3) / 10;
    let gray = 232 + u8::try_from(tone.min(23)).unwrap_or(0);
    let far = |(_, other): &(u8, Rgb)| {
        let channels = rgb.channels().into_iter().zip(other.channels());
        channels.map(|(one, two)| i32::from(one) - i32::from(two)).map(|apart| apart * apart).sum::<i32>()
    };
    let cube = u8::try_from(16 + 36 * red + 6 * green + blue).unwrap_or(gray);
    let two = [cube, gray].map(|index| (index, indexed(index)));
    two.into_iter().min_by_key(far).expect("there are two to choose from")
}

/// How light each channel is on the steps of the cube.
const STEPS: [u32; 6] = [0, 95, 135, 175, 215, 255];

/// The step that is nearest to a channel. It is asked for at each run of words.
fn nearest_step(channel: u32) -> u32 {
    match channel {
        0..48 => 0,
        48..116 => 1,
        _ => (channel - 36) / 40,
    }
}

/// What the colors 16 to 255 look like in xterm and its kin: a cube of six steps, then 24 grays.
fn indexed(index: u8) -> Rgb {
    let from = |red: u32, green: u32, blue: u32| Rgb(red << 16 | green << 8 | blue);
    if index >= 232 {
        let gray = 8 + 10 * u32::from(index - 232);
        return from(gray, gray, gray);
    }
    let place = usize::from(index.saturating_sub(16));
    from(STEPS[place / 36], STEPS[place / 6 % 6], STEPS[place % 6])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::palette::{DARK, LIGHT};

    /// Relative luminance after WCAG 2.
    fn luminance(color: Rgb) -> f64 {
        let [red, green, blue] = color.channels().map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Rgb, two: Rgb) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn pairs(palette: &Palette) -> Vec<(Rgb, Rgb)> {
        let Palette { ground, raised, text, weak, line, heading, accent, done, note, ask, caution, urgent, .. } =
            *palette;
        let Palette { on_hit, hit, .. } = *palette;
        let words = [text, weak, heading, accent, done, note, ask, caution, urgent];
        let on_both = words.into_iter().flat_map(|words| [(words, ground), (words, raised)]);
        on_both.chain([(line, ground), (ground, accent), (on_hit, hit)]).collect()
    }

    #[test]
    fn no_other_step_is_nearer() {
        for channel in 0..256 {
            let nearest = STEPS.into_iter().min_by_key(|step| step.abs_diff(channel));
            assert_eq!(Some(STEPS[nearest_step(channel) as usize]), nearest, "{channel}");
        }
    }

    #[test]
    fn every_pair_of_colors_can_be_read() {
        for palette in [&DARK, &LIGHT] {
            for (words, ground) in pairs(palette) {
                let full = contrast(words, ground);
                let few = contrast(nearest(words).1, nearest(ground).1);
                assert!(full >= 4.5, "{words:06x?} on {ground:06x?} is {full:.1}");
                assert!(few >= 4.5, "{words:06x?} on {ground:06x?} is {few:.1} in 256 colors");
            }
        }
    }

    /// What a screen without color, or its print, makes of a color: its luma after BT.601.
    fn gray(color: Rgb) -> Rgb {
        let [red, green, blue] = color.channels().map(u32::from);
        let gray = (299 * red + 587 * green + 114 * blue) / 1000;
        Rgb(gray << 16 | gray << 8 | gray)
    }

    #[test]
    fn areas_that_touch_are_told_apart_in_few_colors_and_in_gray() {
        let seen: [fn(Rgb) -> Rgb; 4] = [|color| color, |color| nearest(color).1, gray, |color| nearest(gray(color)).1];
        for (palette, seen) in [&DARK, &LIGHT].into_iter().flat_map(|palette| seen.map(|seen| (palette, seen))) {
            let contrast = |one, other| contrast(seen(area(palette, one)), seen(area(palette, other)));
            for (one, other) in Area::TOUCHING {
                let apart = contrast(one, other);
                assert!(apart >= 3.0, "{one:?} beside {other:?} is {apart:.2}");
            }
            // A needle has a rim, so that one of the two is told from whatever it stands in (WCAG technique C40).
            for other in [Area::Air, Area::Surface, Area::Dermis, Area::Fat, Area::Stain] {
                let apart = contrast(Area::Needle, other).max(contrast(Area::Rim, other));
                assert!(apart >= 3.0, "a needle in {other:?} is {apart:.2}");
            }
        }
    }

    #[test]
    fn no_indexed_color_is_nearer() {
        let far = |one: Rgb, other: Rgb| {
            let channels = one.channels().into_iter().zip(other.channels());
            channels.map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum::<u32>()
        };
        for rgb in (0..0x0100_0000).step_by(9973).map(Rgb) {
            let least = (16..=255).map(|index| far(rgb, indexed(index))).min();
            assert_eq!(Some(far(rgb, nearest(rgb).1)), least, "{rgb:06x?}");
        }
    }

    #[test]
    fn indexed_colors_are_those_of_xterm() {
        assert_eq!(indexed(16), Rgb(0));
        assert_eq!(indexed(231), Rgb(0xff_ff_ff));
        assert_eq!(indexed(232), Rgb(0x08_08_08));
        assert_eq!(indexed(208), Rgb(0xff_87_00));
    }
}
