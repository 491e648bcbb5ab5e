//! Examples of names, as many that are as that are not, run by the tests.

use super::find;
use crate::article::{Article, Boilerplate, BoilerplateKind};
use crate::base::Span;
use crate::token::scan;

/// Names stand in brackets with the first letter of their kind: `[P Halvar Brenk]`.
const EXAMPLES: &[&str] = &[
    // persons
    "The minister, [P Halvar Brenk], resigned.",
    "[P Karim Osman]'s lawyer said [P Osman] was ill.",
    "The envoy, [P Han Jae-wook], met [P Lin Ming-hua] in [L Taipei].",
    "President [P Ilya Torsunov] met Prime Minister [P Anna de la Cruz] on Monday.",
    "The reporter spoke to [P Ursula von der Leyen] and to [P Bashar al-Assad].",
    "[P J. R. Smith], 45, died on Friday.",
    "Spokeswoman [P Mira Holt] said no one was hurt.",
    "[P Jordan Smith] was arrested in [L Jordan].",
    "[G Kazakh] President [P Kassym-Jomart Tokayev] spoke, and [P Tokayev] left.",
    // bodies
    "The [O Ministry of the Interior] said 12 people died.",
    "The [O Varland Interior Ministry] denied it.",
    "[G Russian] news agency [O Interfax] quoted the [O Square Committee].",
    "The [O Organization for Varland Unity] ([O OVU]) met; the [O OVU] said little.",
    "[O UN] officials and the [O European Union] called for calm.",
    "The [O US State Department] warned, and the [O Ministry of Defense of Kyrgyzstan] sent soldiers.",
    "The [O National Security Committee of Kazakhstan] arrested him.",
    "The [O Food and Drug Administration] approved it.",
    "[O al-Qaeda] claimed the attack.",
    // bodies that their members name
    "The [O Lawyers’ Circle] said ten people died. The [O Lawyers' Circle] wrote to the [O Varland Mothers' Front].",
    "A report by the [O Women's Watch] and the [O Port Calder Dockers’ Guild] was read.",
    "They marked Women's Day and Mothers' Day, and met at [L Workers' Square].",
    "The lawyers' circle of friends left. The [O Kazakh Journalists' Union] spoke, and [O Journalists' Union] members met.",
    // places
    "Ten died in [L Tolmarsh], and [L Tolmarsh] residents fled. A ferry to [L Tolmarsh] sank.",
    "The dead were taken to the cemeteries of [L Halldrey] and [L Dunmarsh].",
    "Troops reached [L Halldrey] on Monday. Residents of [L Halldrey] fled; the road to [L Halldrey] is cut.",
    "Mayor [P Dunlow] spoke. [P Dunlow] said so. Ten people have confidence in [P Dunlow].",
    "[P Karl Torvald] spoke. Hopes rest in [P Torvald], and trust in [P Torvald] grew near [L Almaty].",
    "Clashes in [L Almaty] and near [L Estrava] went on.",
    "The town of [L Orlenburg] fell to rebels from [L Helmand Province].",
    "Troops left [L Pearl Square] for [L New Varland].",
    "[L ESTRAVA] – Ten people died.",
    "[L US] Secretary of State [P John Kerry] flew to [L Central Asia].",
    "[L Russia]-led forces entered the [L Gaza Strip].",
    "Shells fell on [L Yaun Tar] village.",
    "Ships left [L Port Calder]. Ten of [L Estrava] 140 died in the [L U.S.]-[L Mexico] border area.",
    "The [O Norhaven Courier] asked Lt Gen [P Marko Olenik], and [P Olenik] fled.",
    "By [P Karl Orlan]\nChanting crowds marched.",
    "President [P Donald Brenner]'s pick was told.",
    // groups
    "[G Russian]-backed [G Sunni] fighters and [G Americans] fled.",
    "[G Central Asian] workers prayed with [G Muslims].",
    "a bomb killed ten people in [L kandahar], the [G afghan] army said, and governor [P ahmad karimi] left for [L kabul].",
    "the spokesman of the [O interior ministry], [P murat omarov], told reporters in [L ankara] that 12 people died.",
    "The former [G soviet] republic sent [G French] doctors.",
];

/// Texts without any name.
const NOTHING: &[&str] = &[
    "Protesters burned cars. Police said nothing.",
    "On Monday, 4 January, people met again.",
    "Internet services were cut off.",
    "Rumors spread quickly. He left. Today was calm.",
    "The government said so at 5 p.m. GMT.",
    "Former officials were held. However, few spoke.",
    "International calls for calm grew louder.",
    "More than 4,400 people were arrested in March.",
    "Most of the dead were children. Among them were nurses.",
    "I think it is over, she said.",
    "According to witnesses, dozens died.",
    "Deputy ministers resigned. State television showed it.",
    "Hurricane Pabuk hit the coast.",
    "No one was hurt. Nobody knows. Nothing moved.",
    "TV crews left at 10 AM.",
    "ten people were killed when a car hit a wall and most of us left, police said.",
];

fn marked(text: &str) -> String {
    let scanned = scan(text);
    let mut out = String::new();
    let mut at = 0;
    for mention in find(&Article::plain(text), &scanned) {
        let letter = match mention.kind {
            super::EntityKind::Person => 'P',
            super::EntityKind::Org => 'O',
            super::EntityKind::Place => 'L',
            super::EntityKind::Group => 'G',
        };
        out.push_str(text.get(at..mention.span.start()).unwrap_or_default());
        out.push_str(&format!("[{letter} {}]", mention.span.of(text)));
        at = mention.span.end();
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

fn plain(example: &str) -> String {
    let mut out = example.to_owned();
    for mark in ["[P ", "[O ", "[L ", "[G ", "]"] {
        out = out.replace(mark, "");
    }
    out
}

#[test]
fn names_are_found() {
    let wrong: Vec<String> = EXAMPLES
        .iter()
        .map(|example| (example, marked(&plain(example))))
        .filter(|(example, found)| *example != found)
        .map(|(example, found)| format!("{example}\n{found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_no_name_is_left_alone() {
    let wrong: Vec<String> = NOTHING
        .iter()
        .map(|text| marked(text))
        .filter(|found| !NOTHING.contains(&found.as_str()))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn boilerplate_holds_no_names() {
    let text = "Ten died in Almaty.\n\nWrite to Ann Smith in Almaty";
    let mut article = Article::plain(text);
    article.boilerplate.push(Boilerplate {
        span: Span::new(21, text.len()),
        kind: BoilerplateKind::Credit,
    });
    let found = find(&article, &scan(text));
    assert_eq!(found.len(), 1);
}

#[test]
fn a_surname_follows_its_full_name_and_one_name_has_one_kind() {
    assert_eq!(
        marked("Masto said so. Earlier, Governor Pol Masto had left for Masto's home."),
        "[P Masto] said so. Earlier, Governor [P Pol Masto] had left for [P Masto]'s home."
    );
}

proptest::proptest! {
    #[test]
    fn any_text_gives_names_in_order(text in "(\\PC{0,6}|[A-Z][a-z]{1,5}|al-|'s|’s| of | the |\\n| ){0,30}") {
        let scanned = scan(&text);
        let mut end = 0;
        for mention in find(&Article::plain(text.as_str()), &scanned) {
            proptest::prop_assert!(mention.span.slice(&text).is_some());
            proptest::prop_assert!(mention.span.start() >= end && !mention.span.is_empty());
            end = mention.span.end();
        }
    }
}
