//! The digits of the keyboard as keys that choose: 1 the first, 2 the second.

use egui::Key;

/// From 1 on; shorter lists use the first of them.
pub const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];
