//! A site's own accent: the four tokens that follow from one color, in both schemes.
//!
//! Hue and chroma stay, lightness moves (in OKLab) until the contrasts of WCAG 2 hold: 3:1 for bars on paper and on their
//! track, 7:1 for words on paper, on the second paper and on the accent's own soft ground.

use std::fmt::Write as _;

/// A color of sRGB; each part is 0–1.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rgb([f64; 3]);

/// The tokens of one scheme.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tokens {
    accent: Rgb,
    ink: Rgb,
    line: Rgb,
    soft: Rgb,
}

/// The grounds of the style sheet on which the tokens are read.
struct Grounds {
    paper: Rgb,
    paper_2: Rgb,
    track: Rgb,
    dark: bool,
}

const LIGHT: Grounds =
    Grounds { paper: Rgb([1.0, 1.0, 1.0]), paper_2: hex(0x00f3_f6f5), track: hex(0x00e1_e8e6), dark: false };
const DARK: Grounds =
    Grounds { paper: hex(0x0010_1816), paper_2: hex(0x0018_221f), track: hex(0x002a_3734), dark: true };

/// The style sheet of an accent.
pub(super) struct Accent {
    /// The generated style sheet.
    pub(super) css: String,
    /// The color of bars in the light scheme, if it differs from the one in the settings.
    pub(super) moved: Option<String>,
}

/// Derives the tokens of `#rrggbb`; returns `None` if the text is not a color.
pub(super) fn derive(color: &str) -> Option<Accent> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let asked = hex(u32::from_str_radix(digits, 16).ok()?);
    let (light, dark) = (tokens(asked, &LIGHT), tokens(asked, &DARK));
    let mut css = String::from(":root{");
    declare(&mut css, light);
    css.push_str("}@media screen and (prefers-color-scheme:dark){:root{");
    declare(&mut css, dark);
    css.push_str("}}");
    let moved = (light.accent.text() != asked.text()).then(|| light.accent.text());
    Some(Accent { css, moved })
}

fn declare(css: &mut String, tokens: Tokens) {
    let Tokens { accent, ink, line, soft } = tokens;
    // Writing to a String does not fail.
    let _ = write!(
        css,
        "--accent:{};--accent-ink:{};--accent-line:{};--accent-soft:{}",
        accent.text(),
        ink.text(),
        line.text(),
        soft.text()
    );
}

fn tokens(asked: Rgb, on: &Grounds) -> Tokens {
    let lab = asked.oklab();
    let accent =
        until(lab, on.dark, |color| color.contrast(on.paper) >= 3.0 && color.contrast(on.track) >= 3.0);
    let (line, soft) = if on.dark { ((0.48, 0.75), (0.285, 0.4)) } else { ((0.77, 0.6), (0.95, 0.2)) };
    let at = |(lightness, chroma): (f64, f64)| Rgb::from_oklab([lightness, lab[1] * chroma, lab[2] * chroma]);
    let soft = at(soft);
    let ink = until(lab, on.dark, |color| {
        color.contrast(on.paper) >= 7.0 && color.contrast(on.paper_2) >= 7.0 && color.contrast(soft) >= 7.0
    });
    Tokens { accent, ink, line: at(line), soft }
}

/// Moves lightness in small steps, darker on light paper and lighter on dark, until `enough`.
fn until(lab: [f64; 3], lighter: bool, enough: impl Fn(Rgb) -> bool) -> Rgb {
    let step = if lighter { 0.004 } else { -0.004 };
    let mut lightness = lab[0];
    loop {
        let color = Rgb::from_oklab([lightness, lab[1], lab[2]]).rounded();
        if enough(color) || !(0.0..=1.0).contains(&lightness) {
            return color;
        }
        lightness += step;
    }
}

/// Reads a color from its six digits.
const fn hex(digits: u32) -> Rgb {
    const fn part(digits: u32) -> f64 {
        (digits & 0xff) as f64 / 255.0
    }
    Rgb([part(digits >> 16), part(digits >> 8), part(digits)])
}

impl Rgb {
    /// `#rrggbb`.
    fn text(self) -> String {
        let [r, g, b] = self.bytes();
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    fn bytes(self) -> [u8; 3] {
        self.0.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8)
    }

    /// The color that a browser shows: each part is a whole byte.
    fn rounded(self) -> Self {
        Self(self.bytes().map(|part| f64::from(part) / 255.0))
    }

    /// The parts in linear light.
    fn linear(self) -> [f64; 3] {
        self.0.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) })
    }

    /// The contrast of WCAG 2.
    fn contrast(self, other: Self) -> f64 {
        let luminance = |color: Self| {
            let [r, g, b] = color.linear();
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (a, b) = (luminance(self), luminance(other));
        a.max(b) / a.min(b)
    }

    /// Lightness and the two color axes of OKLab (Björn Ottosson's matrices).
    fn oklab(self) -> [f64; 3] {
        let cones = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            self.linear(),
        );
        times(
            [
                [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
            ],
            cones.map(f64::cbrt),
        )
    }

    /// The nearest color of sRGB, part by part.
    fn from_oklab(lab: [f64; 3]) -> Self {
        let cones = times(
            [
                [1.0, 0.396_337_777_4, 0.215_803_757_3],
                [1.0, -0.105_561_345_8, -0.063_854_172_8],
                [1.0, -0.089_484_177_5, -1.291_485_548_0],
            ],
            lab,
        );
        let linear = times(
            [
                [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
                [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
                [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
            ],
            cones.map(|cone| cone.powi(3)),
        );
        Self(linear.map(|part| {
            let part = part.clamp(0.0, 1.0);
            if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
        }))
    }
}

/// A matrix times a vector.
fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measured_contrasts_of_the_design() {
        let turquoise = hex(0x000a_7c80);
        assert!((turquoise.contrast(LIGHT.paper) - 5.0).abs() < 0.05);
        assert!((turquoise.contrast(LIGHT.track) - 4.0).abs() < 0.05);
        assert!((hex(0x0000_565b).contrast(LIGHT.paper) - 8.5).abs() < 0.06);
    }

    #[test]
    fn oklab_turns_back() {
        for color in [0x0000_0000, 0x00ff_ffff, 0x000a_7c80, 0x00b3_261e] {
            assert_eq!(Rgb::from_oklab(hex(color).oklab()).text(), hex(color).text());
        }
    }

    #[test]
    fn every_color_reaches_its_contrasts_in_both_schemes() {
        for asked in ["#0a7c80", "#ffffff", "#000000", "#ffd400", "#7b1fa2", "#d2691e", "#00ff00"] {
            let digits = u32::from_str_radix(&asked[1..], 16).expect("six digits");
            for on in [LIGHT, DARK] {
                let Tokens { accent, ink, soft, .. } = tokens(hex(digits), &on);
                assert!(accent.contrast(on.paper) >= 3.0, "{asked}");
                assert!(ink.contrast(on.paper_2) >= 7.0 && ink.contrast(soft) >= 7.0, "{asked} {}", on.dark);
            }
        }
    }

    #[test]
    fn a_color_that_contrasts_stays_and_one_that_does_not_is_told() {
        assert_eq!(derive("#0a7c80").expect("a color").moved, None);
        assert!(derive("#ffd400").expect("a color").moved.is_some());
        assert!(derive("turquoise").is_none());
        assert!(derive("#12345").is_none());
    }
}
