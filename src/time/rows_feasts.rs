//! The rows of feasts. Ramadan and its like hang on the sight of the moon: no day can be worked out for them.

use super::feast::Feast::{Easter, EasternEaster, Fixed, Thanksgiving};
use super::hanging::Turn;
use super::row::{Guard, Means, Row, guarded, row};

use Means::Feast;

/// Feasts by the words for them, with the year where it is told.
#[rustfmt::skip]
pub(super) const FEASTS: &[Row] = &[
    row("time/feast", "new year's eve ,? {year}?", Feast(Fixed(12, 31), Turn::Bare)),
    row("time/feast", "new year's day ,? {year}?", Feast(Fixed(1, 1), Turn::Bare)),
    row("time/feast", "christmas eve ,? {year}?", Feast(Fixed(12, 24), Turn::Bare)),
    row("time/feast", "the? eve of christmas ,? {year}?", Feast(Fixed(12, 24), Turn::Bare)),
    row("time/feast", "christmas day ,? {year}?", Feast(Fixed(12, 25), Turn::Bare)),
    row("time/feast", "boxing day ,? {year}?", Feast(Fixed(12, 26), Turn::Bare)),
    row("time/feast", "may day ,? {year}?", Feast(Fixed(5, 1), Turn::Bare)),
    row("time/feast", "bastille day ,? {year}?", Feast(Fixed(7, 14), Turn::Bare)),
    row("time/feast", "valentine's day ,? {year}?", Feast(Fixed(2, 14), Turn::Bare)),
    row("time/feast", "all saints ' day ,? {year}?", Feast(Fixed(11, 1), Turn::Bare)),
    row("time/feast", "halloween night? ,? {year}?", Feast(Fixed(10, 31), Turn::Bare)),
    row("time/feast", "the? eastern|orthodox|coptic christmas eve|day? ,? {year}?", Feast(Fixed(1, 7), Turn::Bare)),
    row("time/feast", "thanksgiving day ,? {year}?", Feast(Thanksgiving, Turn::Bare)),
    row("time/feast", "good friday ,? {year}?", Feast(Easter(-2), Turn::Bare)),
    row("time/feast", "holy|maundy thursday ,? {year}?", Feast(Easter(-3), Turn::Bare)),
    row("time/feast", "palm sunday ,? {year}?", Feast(Easter(-7), Turn::Bare)),
    row("time/feast", "ash wednesday ,? {year}?", Feast(Easter(-46), Turn::Bare)),
    row("time/feast", "easter sunday|day ,? {year}?", Feast(Easter(0), Turn::Bare)),
    row("time/feast", "easter saturday|eve ,? {year}?", Feast(Easter(-1), Turn::Bare)),
    row("time/feast", "easter monday ,? {year}?", Feast(Easter(1), Turn::Bare)),
    row("time/feast", "ascension day ,? {year}?", Feast(Easter(39), Turn::Bare)),
    row("time/feast", "pentecost|whit sunday ,? {year}?", Feast(Easter(49), Turn::Bare)),
    row("time/feast", "whit monday ,? {year}?", Feast(Easter(50), Turn::Bare)),
    row("time/feast", "orthodox|coptic easter sunday? ,? {year}?", Feast(EasternEaster(0), Turn::Bare)),
    row("time/feast", "orthodox|coptic palm sunday ,? {year}?", Feast(EasternEaster(-7), Turn::Bare)),
    row("time/feast", "orthodox|coptic good friday ,? {year}?", Feast(EasternEaster(-2), Turn::Bare)),
    row("time/feast", "christmas ,? {year}", Feast(Fixed(12, 25), Turn::Bare)),
    row("time/feast", "easter ,? {year}", Feast(Easter(0), Turn::Bare)),
    guarded("time/feast", "christmas", Feast(Fixed(12, 25), Turn::Bare), Guard::Feast),
    guarded("time/feast", "last christmas", Feast(Fixed(12, 25), Turn::Last), Guard::Feast),
    guarded("time/feast", "next christmas", Feast(Fixed(12, 25), Turn::Next), Guard::Feast),
    guarded("time/feast", "easter", Feast(Easter(0), Turn::Bare), Guard::Feast),
    guarded("time/feast", "last easter", Feast(Easter(0), Turn::Last), Guard::Feast),
    guarded("time/feast", "next easter", Feast(Easter(0), Turn::Next), Guard::Feast),
    guarded("time/feast", "thanksgiving", Feast(Thanksgiving, Turn::Bare), Guard::Feast),
    guarded("time/feast", "new year|year's", Feast(Fixed(1, 1), Turn::Bare), Guard::Feast),
];
