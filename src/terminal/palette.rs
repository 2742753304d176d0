//! The colors of the guide, dark and light, for every output that has color.

/// Red, green and blue of a color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u32);

impl Rgb {
    /// Red, green and blue.
    pub fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }
}

/// A set of colors. Words on either ground keep a contrast of 4.5:1 or more.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it is for")]
pub struct Palette {
    pub ground: Rgb,
    pub raised: Rgb,
    pub text: Rgb,
    pub weak: Rgb,
    pub line: Rgb,
    pub heading: Rgb,
    pub accent: Rgb,
    pub done: Rgb,
    pub note: Rgb,
    pub ask: Rgb,
    pub caution: Rgb,
    pub urgent: Rgb,
    pub on_hit: Rgb,
    pub hit: Rgb,
    pub surface: Rgb,
    pub dermis: Rgb,
    pub fat: Rgb,
    pub stain: Rgb,
    pub needle: Rgb,
    pub rim: Rgb,
}

/// Light words on a dark ground.
pub const DARK: Palette = Palette {
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
    hit: Rgb(0xff_d8_60),
    surface: Rgb(0xf0_c4_b4),
    dermis: Rgb(0x9a_60_56),
    fat: Rgb(0xdc_d4_aa),
    stain: Rgb(0xda_c6_f2),
    needle: Rgb(0xff_ff_ff),
    rim: Rgb(0x00_00_00),
};

/// Dark words on a light ground.
pub const LIGHT: Palette = Palette {
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
    hit: Rgb(0xff_c8_30),
    surface: Rgb(0xb4_7e_76),
    dermis: Rgb(0x4c_38_34),
    fat: Rgb(0xa8_8a_60),
    stain: Rgb(0xa8_78_b0),
    needle: Rgb(0x00_00_00),
    rim: Rgb(0xff_ff_ff),
};
