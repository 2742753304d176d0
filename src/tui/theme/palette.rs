//! The colors of the themes, and what the 256 colors of a terminal make of them.

use ratatui::style::Color;

use super::Depth;

/// Red, green and blue of a color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rgb(u32);

impl Rgb {
    fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }

    pub(super) fn color(self, depth: Depth) -> Color {
        let [red, green, blue] = self.channels();
        match depth {
            Depth::Full => Color::Rgb(red, green, blue),
            Depth::Indexed => Color::Indexed(self.nearest().0),
            Depth::None => Color::Reset,
        }
    }

    /// The nearest of the colors 16 to 255, which are the same in every terminal, and what it looks like.
    fn nearest(self) -> (u8, Self) {
        let far = |(_, other): &(u8, Self)| {
            let channels = self.channels().into_iter().zip(other.channels());
            channels.map(|(one, two)| i32::from(one) - i32::from(two)).map(|apart| apart * apart).sum::<i32>()
        };
        let all = (16..=255).map(|index| (index, indexed(index)));
        all.min_by_key(far).expect("there are 240 colors to choose from")
    }
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

/// The colors of a theme.
#[derive(Debug)]
pub(super) struct Palette {
    pub(super) ground: Rgb,
    pub(super) raised: Rgb,
    pub(super) text: Rgb,
    pub(super) weak: Rgb,
    pub(super) line: Rgb,
    pub(super) heading: Rgb,
    pub(super) accent: Rgb,
    pub(super) done: Rgb,
    pub(super) note: Rgb,
    pub(super) ask: Rgb,
    pub(super) caution: Rgb,
    pub(super) urgent: Rgb,
    pub(super) on_hit: Rgb,
    pub(super) hit: Rgb,
    pub(super) current_hit: Rgb,
}

pub(super) const DARK: Palette = Palette {
    ground: Rgb(0x1c_1e_22),
    raised: Rgb(0x2c_30_36),
    text: Rgb(0xdc_dd_d8),
    weak: Rgb(0xa4_a8_ad),
    line: Rgb(0x8a_8e_94),
    heading: Rgb(0xf0_ea_dc),
    accent: Rgb(0x7f_c8_bc),
    done: Rgb(0x8f_cf_94),
    note: Rgb(0x7f_c8_bc),
    ask: Rgb(0x8c_b8_f0),
    caution: Rgb(0xec_c0_70),
    urgent: Rgb(0xff_92_88),
    on_hit: Rgb(0x1c_1e_22),
    hit: Rgb(0xc8_b8_80),
    current_hit: Rgb(0xff_d8_60),
};

pub(super) const LIGHT: Palette = Palette {
    ground: Rgb(0xfb_fa_f6),
    raised: Rgb(0xe8_ec_e8),
    text: Rgb(0x24_28_2c),
    weak: Rgb(0x56_5c_62),
    line: Rgb(0x6c_72_78),
    heading: Rgb(0x10_30_38),
    accent: Rgb(0x0c_62_5c),
    done: Rgb(0x1e_68_2c),
    note: Rgb(0x0c_62_5c),
    ask: Rgb(0x1c_50_98),
    caution: Rgb(0x80_50_00),
    urgent: Rgb(0xa8_1c_1c),
    on_hit: Rgb(0x24_28_2c),
    hit: Rgb(0xf0_e0_a0),
    current_hit: Rgb(0xff_c8_30),
};

#[cfg(test)]
mod tests {
    use super::*;

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
                let few = contrast(words.nearest().1, ground.nearest().1);
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
