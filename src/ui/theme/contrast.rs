//! Whether the tokens can be read: contrast after WCAG 2.2, and colours of sources for eyes that see fewer colours.

use egui::Color32;

use super::Theme;

/// Contrast of text against its ground (WCAG 2.2, 1.4.3, level AA).
const TEXT: f32 = 4.5;
/// Contrast of marks, edges of fields and the keyboard's ring against their ground (WCAG 2.2, 1.4.11).
const GRAPHICS: f32 = 3.0;
/// The least distance of two sources in CIELAB for an eye with all cones. They differ in shape too.
const APART: f32 = 25.0;
/// The same for an eye without one sort of cones, where the shape of the mark must do the rest.
const APART_WITHOUT: f32 = 8.0;

/// Colours in linear light as an eye without one sort of cones sees them; Machado, Oliveira and Fernandes 2009, severity 1.
const DEFICIENCIES: [(&str, [[f32; 3]; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// Red, green and blue in linear light, 0 to 1.
fn linear(color: Color32) -> [f32; 3] {
    let [red, green, blue, _] = color.to_array();
    [red, green, blue].map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance(color: Color32) -> f32 {
    let [red, green, blue] = linear(color);
    0.212_6 * red + 0.715_2 * green + 0.072_2 * blue
}

/// The contrast of two colours, 1 to 21.
fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// CIELAB of linear light, white D65.
fn lab([red, green, blue]: [f32; 3]) -> [f32; 3] {
    let x = (0.412_46 * red + 0.357_58 * green + 0.180_44 * blue) / 0.950_47;
    let y = 0.212_67 * red + 0.715_16 * green + 0.072_18 * blue;
    let z = (0.019_33 * red + 0.119_19 * green + 0.950_3 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z].map(|part: f32| {
        if part > 0.008_856 {
            part.cbrt()
        } else {
            7.787 * part + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: [f32; 3], other: [f32; 3]) -> f32 {
    let [one, other] = [lab(one), lab(other)];
    let squares = one.iter().zip(other).map(|(one, other)| (one - other).powi(2));
    squares.sum::<f32>().sqrt()
}

fn seen_without(matrix: &[[f32; 3]; 3], color: Color32) -> [f32; 3] {
    let parts = linear(color);
    matrix.map(|row| {
        row.iter()
            .zip(parts)
            .map(|(factor, part)| factor * part)
            .sum::<f32>()
            .clamp(0.0, 1.0)
    })
}

fn grounds(theme: &Theme) -> [(&'static str, Color32); 8] {
    let c = &theme.color;
    [
        ("chrome", c.chrome),
        ("panel", c.panel),
        ("sheet", c.sheet),
        ("raised", c.raised),
        ("field", c.field),
        ("hover", c.hover),
        ("row_hover", c.row_hover),
        ("row_selected", c.row_selected),
    ]
}

fn themes() -> [(&'static str, &'static Theme); 2] {
    [("light", Theme::get(false)), ("dark", Theme::get(true))]
}

/// All pairs below what is asked for, in words.
fn short_of(least: f32, pairs: impl Iterator<Item = (String, Color32, Color32)>) -> Vec<String> {
    pairs
        .map(|(name, ink, ground)| (name, contrast(ink, ground)))
        .filter(|(_, contrast)| *contrast < least)
        .map(|(name, contrast)| format!("{name}: {contrast:.2}, at least {least} asked"))
        .collect()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the standard's own examples")]
fn contrast_is_that_of_the_standard() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    // the grey that just fails and the grey that just passes on white, as the standard's notes give them
    let [fails, passes] = ["#777777", "#767676"].map(|code| Color32::from_hex(code).unwrap());
    assert!(contrast(fails, Color32::WHITE) < TEXT);
    assert!(contrast(passes, Color32::WHITE) >= TEXT);
}

#[test]
fn text_can_be_read_on_every_ground() {
    for (name, theme) in themes() {
        let c = &theme.color;
        let inks = [
            ("text", c.text),
            ("muted", c.muted),
            ("faint", c.faint),
            ("accent", c.accent),
        ];
        let on_grounds = grounds(theme)
            .into_iter()
            .flat_map(|(ground, fill)| inks.map(|(ink, color)| (format!("{name}: {ink} on {ground}"), color, fill)));
        assert_eq!(short_of(TEXT, on_grounds), Vec::<String>::new());
        let pairs = [
            ("on_accent on accent", c.on_accent, c.accent),
            ("on_accent on accent_hover", c.on_accent, c.accent_hover),
            ("ok on its ground", c.ok, c.ok_soft),
            ("warn on its ground", c.warn, c.warn_soft),
            ("error on its ground", c.error, c.error_soft),
            ("error on panel", c.error, c.panel),
            ("ok on chrome", c.ok, c.chrome),
            ("warn on panel", c.warn, c.panel),
            ("text on text_selection", c.text, c.text_selection),
            ("text on accent_soft", c.text, c.accent_soft),
        ];
        let pairs = pairs.map(|(pair, ink, ground)| (format!("{name}: {pair}"), ink, ground));
        assert_eq!(short_of(TEXT, pairs.into_iter()), Vec::<String>::new());
    }
}

#[test]
fn marks_of_kinds_can_be_read() {
    for (name, theme) in themes() {
        let kinds = theme.color.kinds.iter().enumerate();
        let words = kinds.clone().flat_map(|(at, kind)| {
            let on = |ground: &str| format!("{name}: kind {at} on {ground}");
            [
                (on("its ground"), kind.ink, kind.fill),
                (on("sheet"), kind.ink, theme.color.sheet),
                (on("panel"), kind.ink, theme.color.panel),
            ]
        });
        assert_eq!(short_of(TEXT, words), Vec::<String>::new());
        let text = kinds.map(|(at, kind)| (format!("{name}: text on kind {at}"), theme.color.text, kind.fill));
        assert_eq!(short_of(TEXT, text), Vec::<String>::new());
    }
}

#[test]
fn lines_and_edges_stand_out() {
    for (name, theme) in themes() {
        let c = &theme.color;
        let series = c.series.iter().enumerate();
        let series = series.map(|(at, color)| (format!("{name}: source {at} on sheet"), *color, c.sheet));
        let names = [c.names.person, c.names.org, c.names.place, c.names.group, c.names.date];
        let names = names.into_iter().enumerate();
        let names = names.map(|(at, color)| (format!("{name}: name {at} on sheet"), color, c.sheet));
        let focus = grounds(theme).map(|(ground, fill)| (format!("{name}: focus on {ground}"), c.focus, fill));
        let edges = [("field", c.field), ("panel", c.panel), ("raised", c.raised)];
        let edges = edges.map(|(ground, fill)| (format!("{name}: control_line on {ground}"), c.control_line, fill));
        let all = series.chain(names).chain(focus).chain(edges);
        assert_eq!(short_of(GRAPHICS, all), Vec::<String>::new());
    }
}

#[test]
fn sources_differ_for_every_eye() {
    for (name, theme) in themes() {
        let series = &theme.color.series;
        let pairs = (0..series.len()).flat_map(|one| (one + 1..series.len()).map(move |other| (one, other)));
        for (one, other) in pairs {
            let whole = distance(linear(series[one]), linear(series[other]));
            assert!(whole >= APART, "{name}: sources {one} and {other} lie {whole:.1} apart");
            for (eye, matrix) in &DEFICIENCIES {
                let seen = distance(seen_without(matrix, series[one]), seen_without(matrix, series[other]));
                assert!(
                    seen >= APART_WITHOUT,
                    "{name}: sources {one} and {other} lie {seen:.1} apart for {eye}"
                );
            }
        }
    }
}
