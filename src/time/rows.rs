//! The rules that find time expressions: one row a rule. A new phrase is a new row here and an example in `examples`.
//!
//! Where several rows hold, the longest wins, then the first. The class names are those of `lexicon`.

use super::hanging::{Turn, Unit};
use super::row::{Guard, Means, Row, guarded, row};
use super::rows_feasts::FEASTS;
use super::value::{DayPart, Reference};

use Means::{
    Away, AwayOf, Clock, DayOfMonth, DayOfMonthOf, Days, Decade, Duration, FirstMonths, Fixed, Half, HalfOf, LastHalf,
    LastMonths, Month, MonthDay, MonthDayOf, MonthDays, MonthIs, MonthOf, MonthYear, NewYear, Nothing, Numeric, Part,
    PartIs, Period, PeriodIn, PeriodOf, Quarter, QuarterOf, Refers, Same, Season, SeasonOf, ShortYear, Told, ToldUnit,
    Untold, VagueDuration, Weekday, WeekdayOf, WeekdayWeeksAgo, Weeks, Year, Years, YearsAgo, YearsFromTold,
};

const NIGHT: Option<DayPart> = Some(DayPart::Night);

/// Days by their relation to publication or to a day told before.
#[rustfmt::skip]
const DAYS: &[Row] = &[
    row("time/today", "today|today's", Days(0, None)),
    row("time/tonight", "tonight|tonight's", Days(0, NIGHT)),
    row("time/yesterday", "yesterday|yesterday's", Days(-1, None)),
    row("time/tomorrow", "tomorrow|tomorrow's", Days(1, None)),
    row("time/before-yesterday", "the? day before yesterday", Days(-2, None)),
    row("time/after-tomorrow", "the? day after tomorrow", Days(2, None)),
    row("time/this-part", "this {part}", Days(0, None)),
    row("time/last-night", "last night|night's|evening|evening's", Days(-1, NIGHT)),
    row("time/night-before-last", "the night before last", Days(-2, NIGHT)),
    guarded("time/overnight", "overnight", Days(0, NIGHT), Guard::Adverb),
    row("time/same-day", "that same? {part}", ToldUnit(Unit::Day, 0)),
    row("time/same-day", "the same {part}", ToldUnit(Unit::Day, 0)),
    row("time/same-day", "that same? day", ToldUnit(Unit::Day, 0)),
    row("time/same-day", "the same day", ToldUnit(Unit::Day, 0)),
    row("time/same-day", "later|earlier in the day", ToldUnit(Unit::Day, 0)),
    row("time/next-day", "the next|following day", ToldUnit(Unit::Day, 1)),
    row("time/next-day", "the next|following {part}", ToldUnit(Unit::Day, 1)),
    row("time/next-day", "a day later", ToldUnit(Unit::Day, 1)),
    guarded("time/next-day", "the day after", ToldUnit(Unit::Day, 1), Guard::NoObject),
    row("time/day-before", "the previous|preceding day", ToldUnit(Unit::Day, -1)),
    row("time/day-before", "the previous|preceding {part}", ToldUnit(Unit::Day, -1)),
    guarded("time/day-before", "the day before", ToldUnit(Unit::Day, -1), Guard::NoObject),
    row("time/day-before", "the {part} before", ToldUnit(Unit::Day, -1)),
];

/// Weekdays.
#[rustfmt::skip]
const WEEKDAYS: &[Row] = &[
    row("time/weekday", "{weekday}", Weekday(Turn::Bare)),
    row("time/weekday-last", "the? last|past {weekday}", Weekday(Turn::Last)),
    row("time/weekday-last", "this past {weekday}", Weekday(Turn::Last)),
    row("time/weekday-preceding", "the previous|preceding|prior {weekday}", Weekday(Turn::Preceding)),
    row("time/weekday-this", "this {weekday}", Weekday(Turn::This)),
    row("time/weekday-next", "next|coming {weekday}", Weekday(Turn::Next)),
    row("time/weekday-next", "this|the coming|upcoming {weekday}", Weekday(Turn::Next)),
    row("time/weekday-following", "the next|following {weekday}", Weekday(Turn::Following)),
    row("time/weekday-of-week", "{weekday} of? last week", WeekdayOf(-1)),
    row("time/weekday-of-week", "{weekday} of? this week", WeekdayOf(0)),
    row("time/weekday-of-week", "{weekday} of? next week", WeekdayOf(1)),
    row("time/weekday-of-week", "last week ,? on? {weekday}", WeekdayOf(-1)),
    row("time/weekday-of-week", "earlier? this week ,? on {weekday}", WeekdayOf(0)),
    row("time/weekday-of-week", "next week ,? on? {weekday}", WeekdayOf(1)),
    row("time/weekday-weeks-ago", "{weekday} a|one week ago", WeekdayWeeksAgo),
    row("time/weekday-weeks-ago", "{weekday} {n} weeks ago", WeekdayWeeksAgo),
    row("time/weekday-weeks-ago", "a|one week ago on? {weekday}", WeekdayWeeksAgo),
    row("time/weekday-weeks-ago", "{n} weeks ago on? {weekday}", WeekdayWeeksAgo),
    guarded("time/weekday-last", "{weekday} last", Weekday(Turn::Last), Guard::LastWord),
    row("time/weekday-before-last", "the? {weekday} before last", Weekday(Turn::BeforeLast)),
    guarded("time/weekday-in-a-week", "{weekday} week", Weekday(Turn::InAWeek), Guard::NoObject),
    guarded("time/weekday-preceding", "the {weekday} before|earlier", Weekday(Turn::Preceding), Guard::NoObject),
    guarded("time/weekday-following", "the {weekday} after", Weekday(Turn::Following), Guard::NoObject),
    guarded("time/weekday-day", "{wd} ,? {numbered}", Weekday(Turn::Bare), Guard::DayAlone),
    guarded("time/some-weekday", "a|one {weekday}", Untold, Guard::SomeDay),
    guarded("time/some-weekday", "a|one {weekday} {part}", Untold, Guard::SomeDay),
    row("time/every-weekday", "each|every {weekday}", Untold),
    row("time/every-weekday", "{weekdays}", Untold),
    row("time/no-weekday", "black|bloody|super|cyber|giving|shrove|fat {weekday}", Nothing),
    row("time/no-weekday", "{weekday} times|telegraph|mirror|mail|express|herald|post|tribune", Nothing),
];

/// Dates by month and day.
#[rustfmt::skip]
const DATES: &[Row] = &[
    guarded("time/date", "{month} {day} ,? {year}", MonthDay, Guard::Free),
    guarded("time/date", "{month} the {nth} ,? {year}?", MonthDay, Guard::Free),
    row("time/date", "the? {day} of? {month} ,? {year}", MonthDay),
    row("time/date", "{day} - {month} - {year}", MonthDay),
    row("time/date", "{wd} .? ,? {month} {day} ,? {year}", MonthDay),
    row("time/date", "{wd} .? ,? {day} {month} ,? {year}", MonthDay),
    row("time/month-day", "{wd} .? ,? {month} {day}", MonthDay),
    row("time/month-day", "{wd} .? ,? {day} {month}", MonthDay),
    guarded("time/month-day", "{month} {day}", MonthDay, Guard::Day),
    guarded("time/month-day", "the? {day} of? {month}", MonthDay, Guard::MonthName),
    row("time/date", "{day} / {month} / {year}", MonthDay),
    row("time/date", "{month} -|/ {day} -|/ {year}", MonthDay),
    row("time/date", "{day} -|/ {month} -|/ {yy}", MonthDay),
    row("time/date", "{month} , {numbered} ,? {year}", MonthDay),
    row("time/date", "{year} -? {month} -? {day}", MonthDay),
    row("time/month-day-of", "{month} {day} ,? of? last year", MonthDayOf(-1)),
    row("time/month-day-of", "{month} {day} ,? of? this year", MonthDayOf(0)),
    row("time/month-day-of", "{month} {day} ,? of? next year", MonthDayOf(1)),
    row("time/month-day-of", "the? {day} of? {month} ,? of? last year", MonthDayOf(-1)),
    row("time/month-day-of", "the? {day} of? {month} ,? of? this year", MonthDayOf(0)),
    row("time/month-day-of", "the? {day} of? {month} ,? of? next year", MonthDayOf(1)),
    row("time/days-of-month", "{month} {day} -|–|—|/ {day} ,? {year}?", MonthDays),
    guarded("time/days-of-month", "{day} -|–|—|/ {day} {month}", MonthDays, Guard::MonthName),
    row("time/days-of-month", "{day} -|–|—|/ {day} {month} ,? {year}", MonthDays),
    guarded("time/days-of-month", "{month} {day} and|to|through|until|till {day}", MonthDays, Guard::Day),
    row("time/days-of-month", "{month} {day} and|to|through|until|till {day} , {year}", MonthDays),
    guarded("time/days-of-month", "the? {day} and|to|through|until|till the? {day} of? {month}", MonthDays, Guard::MonthName),
    row("time/days-of-month", "the? {day} and|to|through|until|till the? {day} of? {month} ,? {year}", MonthDays),
    guarded("time/days-of-month", "{month} {day} , {day} ,? and|to {day}", MonthDays, Guard::Day),
    row("time/days-of-month", "{month} {day} , {day} ,? and|to {day} , {year}", MonthDays),
    guarded("time/days-of-month", "{day} , {day} ,? and|to {day} {month}", MonthDays, Guard::MonthName),
    row("time/days-of-month", "{day} , {day} ,? and|to {day} {month} ,? {year}", MonthDays),
    row("time/days-of-month", "{wd} ,? {day} and|to|-|– {wd} ,? {day} {month}", MonthDays),
    row("time/days-of-month", "{wd} ,? {day} and|to|-|– {wd} ,? {day} {month} ,? {year}", MonthDays),
    row("time/numeric", "{date}", Numeric),
    guarded("time/day-of-month", "the {nth}", DayOfMonth, Guard::DayAlone),
    guarded("time/day-of-month", "{numbered}", DayOfMonth, Guard::DayAlone),
    row("time/day-of-this-month", "the {nth} of this month", DayOfMonthOf(0)),
    row("time/day-of-this-month", "the {nth} of the month", DayOfMonth),
    row("time/day-of-this-month", "the {nth} of last month", DayOfMonthOf(-1)),
    row("time/day-of-this-month", "the {nth} of next month", DayOfMonthOf(1)),
    row("time/day-of-this-month", "the? {numbered} instant|inst|inst.", DayOfMonthOf(0)),
    row("time/day-of-this-month", "the? {numbered} ultimo|ult|ult.", DayOfMonthOf(-1)),
    row("time/clock", "{clock}", Clock),
    row("time/part", "in? the? {part}", Part),
    row("time/part", "in? the early|small|wee|first hours", PartIs(DayPart::Morning)),
    row("time/part", "in? the? early morning hours", PartIs(DayPart::Morning)),
    row("time/part", "in? the late evening? hours", PartIs(DayPart::Evening)),
    row("time/part", "in? the? early|small|wee hours of the morning", PartIs(DayPart::Morning)),
    guarded("time/attacks", "the? 9 / 11", Fixed(2001, 9, 11), Guard::Attacks),
    guarded("time/attacks", "the? september|sept|sept. 11", Fixed(2001, 9, 11), Guard::Attacks),
    guarded("time/attacks", "the? 11 september", Fixed(2001, 9, 11), Guard::Attacks),
];

/// Months.
#[rustfmt::skip]
const MONTHS: &[Row] = &[
    row("time/month-year", "{month} ,? of? {year}", MonthYear),
    row("time/month-year", "{month} '|‘ {yy}", MonthYear),
    guarded("time/month", "{month}", Month(Turn::Bare), Guard::Month),
    row("time/month-last", "last {month}", Month(Turn::Last)),
    row("time/month-last", "this past {month}", Month(Turn::Last)),
    row("time/part-of-month", "the? last|final|first|second|third|fourth|opening|closing {unit} of {month}", Month(Turn::Bare)),
    row("time/part-of-month", "the? last|final|first|second|third|fourth|opening|closing {unit} of {month} ,? {year}", MonthYear),
    row("time/part-of-month", "the? last|final|first|opening|closing {units} of {month}", Month(Turn::Bare)),
    row("time/part-of-month", "the? last|final|first|opening|closing {units} of {month} ,? {year}", MonthYear),
    row("time/part-of-month", "the? first|second half of {month}", Month(Turn::Bare)),
    row("time/part-of-month", "the? first|second half of {month} ,? {year}", MonthYear),
    row("time/month-this", "this {month}", Month(Turn::This)),
    row("time/month-next", "next|coming {month}", Month(Turn::Next)),
    row("time/month-next", "this coming {month}", Month(Turn::Next)),
    row("time/month-of", "{month} ,? of? last year", MonthOf(-1)),
    row("time/month-of", "{month} ,? of? this year", MonthOf(0)),
    row("time/month-of", "{month} ,? of? the same year", Month(Turn::Bare)),
    row("time/month-of", "{month} ,? of? next year", MonthOf(1)),
    row("time/every-month", "each|every {month}", Untold),
];

/// Years, decades and centuries.
#[rustfmt::skip]
const YEARS: &[Row] = &[
    guarded("time/year", "{year}", Year, Guard::Year),
    row("time/year", "the? year {year}", Year),
    row("time/year", "fiscal|calendar year? {year}", Year),
    guarded("time/years", "{year} -|–|—|/ {yy}", Years, Guard::Year),
    guarded("time/years", "{year} -|–|—|/ {year}", Years, Guard::Year),
    row("time/short-year", "'|‘ {yy}", ShortYear),
    guarded("time/decade", "the? {decade}", Decade, Guard::NoAge),
    row("time/decade", "the? '|‘ {decade}", Decade),
    row("time/decade", "the {decade-word}", Decade),
    row("time/decade", "the early|late|mid -? {decade-word}", Decade),
    guarded("time/whole-year", "the year", PeriodOf(Unit::Year, 0), Guard::WholePeriod),
    row("time/new-year", "the new year|year's", NewYear),
    row("time/year-end", "year|year's -? end", MonthIs(12)),
    row("time/century", "the? {nth} - century", Untold),
    row("time/century", "the? {nth} century", Untold),
];

/// Quarters, halves, seasons.
#[rustfmt::skip]
const PARTS_OF_YEARS: &[Row] = &[
    row("time/quarter|quarter's", "the? fiscal? -? {nth} - quarter|quarter's", Quarter(Turn::Bare)),
    row("time/quarter|quarter's", "the? fiscal? -? {nth} quarter|quarter's", Quarter(Turn::Bare)),
    row("time/quarter|quarter's", "the? {nth} quarter of|in? fiscal? {year}", Quarter(Turn::Bare)),
    row("time/quarter|quarter's", "the? fiscal? {year} {nth} -? quarter|quarter's", Quarter(Turn::Bare)),
    row("time/quarter-last", "last year's {nth} quarter|quarter's", QuarterOf(-1)),
    row("time/quarter-last", "{nth} quarter of? last year", QuarterOf(-1)),
    row("time/quarter-last", "the? year - earlier|ago {nth} quarter|quarter's", QuarterOf(-1)),
    row("time/quarter-this", "this year's {nth} quarter|quarter's", QuarterOf(0)),
    row("time/quarter-this", "the? {nth} quarter of? this year", QuarterOf(0)),
    row("time/quarter-next", "next year's {nth} quarter|quarter's", QuarterOf(1)),
    row("time/quarter-next", "the? {nth} quarter of? next year", QuarterOf(1)),
    row("time/quarter", "{part-of-year} of? {year}", Quarter(Turn::Bare)),
    row("time/months-of-year", "the? first {n} {units} of|in {year}", FirstMonths(0)),
    row("time/months-of-year", "the? first {n} {units} of the|this year", FirstMonths(0)),
    row("time/months-of-year", "the? first {n} {units} of last year", FirstMonths(-1)),
    row("time/months-of-year", "the? first {n} {units} of next year", FirstMonths(1)),
    row("time/months-of-year", "the? last|final {n} {units} of|in {year}", LastMonths(0)),
    row("time/months-of-year", "the? last|final {n} {units} of the|this year", LastMonths(0)),
    row("time/months-of-year", "the? last|final {n} {units} of last year", LastMonths(-1)),
    guarded("time/quarter-told", "the|that quarter|quarter's", ToldUnit(Unit::Quarter, 0), Guard::NoHyphen),
    row("time/quarter-latest", "the|its|their latest quarter|quarter's|period|period's", PeriodOf(Unit::Quarter, -1)),
    row("time/quarter-latest", "the|its|their most recent quarter|quarter's|period|period's", PeriodOf(Unit::Quarter, -1)),
    row("time/fiscal-year", "the full|fiscal|calendar year", PeriodOf(Unit::Year, 0)),
    row("time/fiscal-year", "the|this current? fiscal|calendar year", PeriodOf(Unit::Year, 0)),
    row("time/fiscal-year", "the? last|latest|previous fiscal|calendar year", PeriodOf(Unit::Year, -1)),
    row("time/fiscal-year", "the? next|coming fiscal|calendar year", PeriodOf(Unit::Year, 1)),
    row("time/year-period", "the? {year} quarter|period|half", PeriodIn),
    row("time/quarter-last", "last year's quarter|quarter's|period|period's", YearsFromTold(-1)),
    row("time/half", "the? {nth} -? half of {year}", Half),
    row("time/half", "the? last half of {year}", LastHalf),
    row("time/half", "the? {nth} -? half of this year", HalfOf(0)),
    row("time/half", "the? {nth} -? half of the year", HalfOf(0)),
    row("time/half", "the? {nth} -? half of last year", HalfOf(-1)),
    row("time/half", "the? {nth} -? half of next year", HalfOf(1)),
    row("time/season", "the? {season} of {year}", Season(Turn::Bare)),
    row("time/season", "{season} {year}", Season(Turn::Bare)),
    guarded("time/season", "the? {season}", Season(Turn::Bare), Guard::Preposition),
    row("time/season-last", "last {season}", Season(Turn::Last)),
    row("time/season-this", "this {season}", Season(Turn::This)),
    row("time/season-this", "this past {season}", Season(Turn::Last)),
    row("time/season-next", "next {season}", Season(Turn::Next)),
    row("time/season-next", "this|the coming {season}", Season(Turn::Next)),
    row("time/season-of", "the? {season} of last year", SeasonOf(-1)),
    row("time/season-of", "the? {season} of this year", SeasonOf(0)),
    row("time/season-of", "the? {season} of next year", SeasonOf(1)),
];

/// Weeks, months and years by their relation to publication or to a date told before.
#[rustfmt::skip]
const PERIODS: &[Row] = &[
    row("time/period-this", "this {period}", Period(0)),
    row("time/period-this", "the current|present|ongoing {period}", Period(0)),
    row("time/period-this", "the? beginning|start|end|middle|rest|remainder|close|course of the|that {period}", Period(0)),
    row("time/period-this", "earlier|later|early|late in the {period}", Period(0)),
    row("time/period-last", "last {period}", Period(-1)),
    row("time/period-last", "the|this past weekend|weekend's", PeriodOf(Unit::Weekend, -1)),
    row("time/period-before-last", "the {period} before last", Period(-2)),
    row("time/ago", "a fortnight ago", AwayOf(Unit::Week, -2)),
    row("time/ago", "in {n} {units} '|’? time", Away(1)),
    row("time/ago", "in a|one {unit} time", Away(1)),
    row("time/period-next", "next {period}", Period(1)),
    row("time/period-next", "the coming {period}", Period(1)),
    row("time/weekend", "the weekend|weekend's", PeriodOf(Unit::Weekend, 0)),
    row("time/same-period", "that same? {period}", Same),
    row("time/same-period", "the same {period}", Same),
    row("time/next-period", "the next|following|subsequent week", ToldUnit(Unit::Week, 1)),
    row("time/next-period", "the next|following|subsequent month", ToldUnit(Unit::Month, 1)),
    row("time/next-period", "the next|following|subsequent year", ToldUnit(Unit::Year, 1)),
    row("time/period-before", "the previous|preceding|prior week", ToldUnit(Unit::Week, -1)),
    row("time/period-before", "the previous|preceding|prior month", ToldUnit(Unit::Month, -1)),
    row("time/period-before", "the previous|preceding|prior year", ToldUnit(Unit::Year, -1)),
    row("time/period-before", "the week earlier", ToldUnit(Unit::Week, -1)),
    guarded("time/period-before", "the week before", ToldUnit(Unit::Week, -1), Guard::NoObject),
    row("time/period-before", "the month earlier", ToldUnit(Unit::Month, -1)),
    guarded("time/period-before", "the month before", ToldUnit(Unit::Month, -1), Guard::NoObject),
    row("time/period-before", "the year earlier", ToldUnit(Unit::Year, -1)),
    guarded("time/period-before", "the year before", ToldUnit(Unit::Year, -1), Guard::NoObject),
    row("time/year-ago", "a|one year ago", YearsAgo(-1)),
    row("time/ago", "{n} {units} ago", Away(-1)),
    row("time/ago", "a|one|an {unit} ago", Away(-1)),
    row("time/ago", "{n} {unit} from now|today", Away(1)),
    row("time/ago", "{n} {units} from now|today", Away(1)),
    guarded("time/ago", "{n} {units} back", Away(-1), Guard::NoObject),
    row("time/earlier", "{n} {units} earlier|previously", Told(-1)),
    guarded("time/earlier", "{n} {units} before", Told(-1), Guard::NoObject),
    row("time/year-earlier", "a|one year earlier", YearsFromTold(-1)),
    guarded("time/year-earlier", "a|one year before", YearsFromTold(-1), Guard::NoObject),
    row("time/earlier", "a|one|an {unit} earlier", Told(-1)),
    guarded("time/earlier", "a|one|an {unit} before", Told(-1), Guard::NoObject),
    row("time/later", "{n} {units} later|afterward|afterwards", Told(1)),
    row("time/later", "a|one|an {unit} later|afterward|afterwards", Told(1)),
    row("time/year-earlier", "the|a? comparable|corresponding? year - earlier|ago period|quarter|level|month?", YearsFromTold(-1)),
    row("time/year-earlier", "the? same|comparable|corresponding|year-ago period|quarter last year|year's", YearsFromTold(-1)),
    row("time/year-earlier", "the? same|comparable|corresponding period|quarter a year earlier|ago|before", YearsFromTold(-1)),
    row("time/year-earlier", "the quarter a year earlier|ago|before", YearsFromTold(-1)),
    row("time/ago-vague", "several|many|some {units} ago|earlier|before", Refers(Reference::Past)),
    row("time/ago-vague", "a few|couple of? {units} ago|earlier|before", Refers(Reference::Past)),
    row("time/ago-vague", "{units} ago|earlier", Refers(Reference::Past)),
    row("time/ago-vague", "{units} or {units} ago|earlier", Refers(Reference::Past)),
];

/// Durations and times without a date.
#[rustfmt::skip]
const SPANS: &[Row] = &[
    row("time/age", "{n} - {unit} - old|olds", Duration),
    row("time/age", "{n} - {units} - old", Duration),
    row("time/duration", "{n} more|trading|working|consecutive|straight? {units}", Duration),
    row("time/duration", "{n} more? {unit}", Duration),
    row("time/duration", "{n} - {unit}", Duration),
    row("time/duration", "the? last|past|first|next|final|previous|coming {n} {units}", Duration),
    row("time/duration", "the|this past|last {unit}", Duration),
    row("time/duration", "a|the? past|last? fortnight", Weeks(2)),
    guarded("time/duration", "a|one|an {unit}", Duration, Guard::NotOf),
    row("time/duration", "the {units}", VagueDuration),
    row("time/duration-vague", "several|many|few|some {units}", VagueDuration),
    row("time/duration-vague", "a few {units}", VagueDuration),
    row("time/duration-vague", "the? last|past|next|coming few|several {units}", VagueDuration),
    guarded("time/duration-vague", "{units}", VagueDuration, Guard::Preposition),
    row("time/every", "daily|hourly|weekly|monthly|quarterly|yearly|annually", Untold),
    row("time/every", "each|every {unit}", Untold),
    row("time/now", "now|currently|nowadays|presently", Refers(Reference::Present)),
    row("time/now", "these days", Refers(Reference::Present)),
    row("time/now", "at present", Refers(Reference::Present)),
    row("time/now", "at the moment", Refers(Reference::Present)),
    row("time/now", "right now", Refers(Reference::Present)),
    row("time/now", "current", Refers(Reference::Present)),
    row("time/past", "recently|previously|formerly|lately", Refers(Reference::Past)),
    row("time/past", "recent", Refers(Reference::Past)),
    row("time/past", "recent {units}", Refers(Reference::Past)),
    row("time/past", "the past", Refers(Reference::Past)),
    row("time/past", "the last {units}", Refers(Reference::Past)),
    row("time/past", "past {units}", Refers(Reference::Past)),
    row("time/future", "soon|shortly", Refers(Reference::Future)),
    row("time/future", "as soon as possible", Refers(Reference::Future)),
    row("time/future", "the? near? future", Refers(Reference::Future)),
    row("time/future", "the? coming|future {units}", Refers(Reference::Future)),
];

/// All rules in the order in which they are preferred.
pub(super) fn all() -> impl Iterator<Item = &'static Row> {
    [
        DATES,
        FEASTS,
        DAYS,
        WEEKDAYS,
        MONTHS,
        YEARS,
        PARTS_OF_YEARS,
        PERIODS,
        SPANS,
    ]
    .into_iter()
    .flatten()
}

/// Words before an expression that belong to it and do not change its value. Longest first.
#[rustfmt::skip]
pub(super) const MODIFIERS: &[&[&str]] = &[
    &["the", "night", "between"], &["the", "night", "of"], &["the", "evening", "of"], &["the", "morning", "of"],
    &["the", "turn", "of"], &["the", "eve", "of"], &["the", "beginning", "of"], &["the", "start", "of"], &["the", "end", "of"],
    &["the", "middle", "of"], &["early", "on"], &["late", "on"], &["earlier", "on"], &["later", "on"], &["mid", "-"],
    &["early"], &["late"], &["mid"], &["earlier"], &["later"], &["around"],
];

/// Words that belong to an expression that begins with a number.
#[rustfmt::skip]
pub(super) const HEDGES: &[&[&str]] = &[
    &["at", "least"], &["more", "than"], &["less", "than"], &["fewer", "than"], &["about"], &["around"], &["nearly"],
    &["almost"], &["over"], &["some"], &["roughly"], &["just"],
];
