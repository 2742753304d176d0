//! What a terminal makes of the colors of a palette: all of them, the nearest of its 256, or none.

use ratatui::style::Color;

use super::Depth;
use crate::terminal::palette::Rgb;

/// The color as the terminal is told of it.
pub(super) fn color(rgb: Rgb, depth: Depth) -> Color {
    let [red, green, blue] = rgb.channels();
    match depth {
        Depth::Full => Color::Rgb(red, green, blue),
        Depth::Indexed => Color::Indexed(nearest(rgb).0),
        Depth::None => Color::Reset,
    }
}

/// The nearest of the colors 16 to 255, which are the same in every terminal, and what it looks like.
fn nearest(rgb: Rgb) -> (u8, Rgb) {
    let far = |(_, other): &(u8, Rgb)| {
        let channels = rgb.channels().into_iter().zip(other.channels());
        channels.map(|(one, two)| i32::from(one) - i32::from(two)).map(|apart| apart * apart).sum::<i32>()
    };
    let all = (16..=255).map(|index| (index, indexed(index)));
    all.min_by_key(far).expect("there are 240 colors to choose from")
}

/// What the colors 16 to 255 look like in xterm and its kin: a cube of six steps, then 24 grays.
fn indexed(index: u8) -> Rgb {
    const STEPS: [u32; 6] = [0, 95, 135, 175, 215, 255];
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
    use crate::terminal::palette::{DARK, LIGHT, Palette};

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
        let Palette { on_hit, hit, current_hit, .. } = *palette;
        let words = [text, weak, heading, accent, done, note, ask, caution, urgent];
        let on_both = words.into_iter().flat_map(|words| [(words, ground), (words, raised)]);
        on_both.chain([(line, ground), (ground, accent), (on_hit, hit), (on_hit, current_hit)]).collect()
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

    #[test]
    fn indexed_colors_are_those_of_xterm() {
        assert_eq!(indexed(16), Rgb(0));
        assert_eq!(indexed(231), Rgb(0xff_ff_ff));
        assert_eq!(indexed(232), Rgb(0x08_08_08));
        assert_eq!(indexed(208), Rgb(0xff_87_00));
    }
}
