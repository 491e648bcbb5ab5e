//! The icons are their drawings, in each size. `TALLYSCOPE_ICONS=write cargo test --test desktop icons` draws them anew.

use std::fs;
use std::path::PathBuf;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::root;

const NAMES: [&str; 2] = ["org.tallyscope.Tallyscope", "application-x-tallyscope"];
const SIZES: [u16; 8] = [16, 24, 32, 48, 64, 128, 256, 512];

fn drawn(name: &str, size: u16) -> Pixmap {
    let svg = fs::read_to_string(root().join(format!("assets/desktop/{name}.svg"))).unwrap();
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    assert_eq!((tree.size().width(), tree.size().height()), (64.0, 64.0));
    let mut pixels = Pixmap::new(size.into(), size.into()).unwrap();
    let scale = f32::from(size) / 64.0;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels
}

fn file(name: &str, size: u16) -> PathBuf {
    root().join(format!("assets/desktop/{size}/{name}.png"))
}

#[test]
fn every_size_is_drawn_from_the_svg() {
    let anew = std::env::var_os("TALLYSCOPE_ICONS").is_some_and(|word| word == "write");
    for name in NAMES {
        for size in SIZES {
            let expected = drawn(name, size);
            if anew {
                fs::write(file(name, size), expected.encode_png().unwrap()).unwrap();
            }
            let kept = Pixmap::decode_png(&fs::read(file(name, size)).unwrap()).unwrap();
            assert_eq!((kept.width(), kept.height()), (size.into(), size.into()), "{name}");
            // another processor may round otherwise, no more
            let bytes = kept.data().iter().zip(expected.data());
            let apart = bytes.map(|(kept, drawn)| kept.abs_diff(*drawn)).max();
            assert!(
                apart <= Some(2),
                "{name} at {size}: {apart:?} apart; the head of this file says how to draw it anew"
            );
        }
    }
}

#[test]
fn the_smallest_icon_shows_four_strokes_apart() {
    let icon = drawn(NAMES[0], 16);
    // a row above the stroke across: light and ground take turns
    let row: Vec<bool> = (0..16).map(|x| icon.pixel(x, 3).unwrap().red() > 200).collect();
    let strokes = row.windows(2).filter(|two| !two[0] && two[1]).count();
    assert_eq!(strokes, 4, "{row:?}");
}
