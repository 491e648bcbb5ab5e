//! The language of a text, told by its words. A page's own word for it holds where the text is too short to tell.

use whatlang::{Lang, detect};

use super::facts::{Article, Format};
use crate::base::{Note, Span};

/// So much of a text is looked at, in bytes.
const LOOKED_AT_BYTES: usize = 200_000;
/// A line of fewer words tells nothing by its common words.
const LEAST_WORDS: usize = 8;
/// Shares of common English words in a line, in percent: from the first on it is English, up to the second it is not.
const ENGLISH_PERCENT: usize = 10;
const FOREIGN_PERCENT: usize = 4;
/// Letters that make sure of a language in Latin letters, and of one in others.
const SURE_LETTERS: usize = 200;
const SURE_OTHER_LETTERS: usize = 40;
/// A lower confidence of detection is none: lists of names look like any language.
const SURE: f64 = 0.6;
/// What detection looks at.
const DETECTED_CHARS: usize = 10_000;

/// Words that are common in English and, written so, in no other language with Latin letters.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "the", "and", "of", "that", "were", "with", "which", "said", "from", "been", "their", "they", "this", "who",
    "his", "people", "after", "would", "there", "when", "what", "than", "other", "about", "while", "killed",
    "injured", "arrested", "she", "you", "it's", "because", "during", "against", "between", "according", "where",
];

/// The codes of two letters where detection says three.
#[rustfmt::skip]
const CODES: &[(&str, &str)] = &[
    ("afr", "af"), ("aka", "ak"), ("amh", "am"), ("ara", "ar"), ("aze", "az"), ("bel", "be"), ("ben", "bn"),
    ("bul", "bg"), ("cat", "ca"), ("ces", "cs"), ("cmn", "zh"), ("cym", "cy"), ("dan", "da"), ("deu", "de"),
    ("ell", "el"), ("eng", "en"), ("epo", "eo"), ("est", "et"), ("fin", "fi"), ("fra", "fr"), ("guj", "gu"),
    ("heb", "he"), ("hin", "hi"), ("hrv", "hr"), ("hun", "hu"), ("hye", "hy"), ("ind", "id"), ("ita", "it"),
    ("jav", "jv"), ("jpn", "ja"), ("kan", "kn"), ("kat", "ka"), ("khm", "km"), ("kor", "ko"), ("lat", "la"),
    ("lav", "lv"), ("lit", "lt"), ("mal", "ml"), ("mar", "mr"), ("mkd", "mk"), ("mya", "my"), ("nep", "ne"),
    ("nld", "nl"), ("nob", "nb"), ("ori", "or"), ("pan", "pa"), ("pes", "fa"), ("pol", "pl"), ("por", "pt"),
    ("ron", "ro"), ("rus", "ru"), ("sin", "si"), ("slk", "sk"), ("slv", "sl"), ("sna", "sn"), ("spa", "es"),
    ("srp", "sr"), ("swe", "sv"), ("tam", "ta"), ("tel", "te"), ("tgl", "tl"), ("tha", "th"), ("tuk", "tk"),
    ("tur", "tr"), ("ukr", "uk"), ("urd", "ur"), ("uzb", "uz"), ("vie", "vi"), ("yid", "yi"), ("zul", "zu"),
];

/// What the words of a text tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    English,
    Other(Lang),
    /// Too little to say.
    Unsure,
}

/// Sets the language where the text tells it, and notes that another one than English is not extracted.
pub(super) fn settle(article: &mut Article) {
    if article.format == Format::Table {
        return;
    }
    match told(article) {
        Told::English => article.language = Some("en".to_owned()),
        Told::Other(language) => article.language = Some(code(language)),
        Told::Unsure => {}
    }
    if let Some(language) = article.language.as_deref().filter(|language| *language != "en") {
        article.notes.push(Note::OtherLanguage(name(language)));
    }
}

/// The English name of a language's code; the code where it has none here.
fn name(code: &str) -> String {
    let three = CODES.iter().find(|(_, two)| *two == code).map(|(three, _)| *three);
    let language = Lang::from_code(three.unwrap_or(code));
    language.map_or_else(|| code.to_owned(), |language| eng_name(language).to_owned())
}

/// The code in what a file says of a language: "en-US", "eng", "English; Anglais". `None` where it is not known.
pub(super) fn code_of(words: &str) -> Option<String> {
    let first = words
        .split([';', ',', '|', '-', '_', '('])
        .next()?
        .trim()
        .to_lowercase();
    if CODES.iter().any(|(_, two)| *two == first) || first == "no" {
        return Some(first);
    }
    let language = Lang::from_code(&first).or_else(|| {
        let mut all = CODES.iter().filter_map(|(three, _)| Lang::from_code(*three));
        all.find(|language| eng_name(*language).to_lowercase() == first)
    });
    language.map(code)
}

fn eng_name(language: Lang) -> &'static str {
    match language {
        Lang::Cmn => "Chinese",
        Lang::Pes => "Persian",
        Lang::Nob => "Norwegian",
        other => other.eng_name(),
    }
}

fn code(language: Lang) -> String {
    let three = language.code();
    let row = CODES.iter().find(|(known, _)| *known == three);
    row.map_or(three, |(_, two)| two).to_owned()
}

/// Letters of a text by what its lines are.
#[derive(Default)]
struct Weights {
    english: usize,
    foreign: usize,
    /// Letters that are not Latin.
    other: usize,
    foreign_text: String,
    other_text: String,
}

fn told(article: &Article) -> Told {
    let mut weights = Weights::default();
    let mut start = 0;
    for line in article.text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end();
        if start > LOOKED_AT_BYTES {
            break;
        }
        let is_boilerplate = article.boilerplate.iter().any(|part| part.span.meets(span));
        if !is_boilerplate {
            weigh(line, &mut weights);
        }
    }
    let Weights {
        english,
        foreign,
        other,
        ..
    } = weights;
    if other >= SURE_OTHER_LETTERS && other > english + foreign {
        return detected(&weights.other_text);
    }
    if foreign >= SURE_LETTERS && foreign > english {
        return detected(&weights.foreign_text);
    }
    if english >= SURE_LETTERS {
        return Told::English;
    }
    Told::Unsure
}

fn detected(text: &str) -> Told {
    let head: String = text.chars().take(DETECTED_CHARS).collect();
    match detect(&head) {
        Some(found) if found.lang() == Lang::Eng => Told::Unsure,
        Some(found) if found.confidence() >= SURE || !found.script().langs().contains(&Lang::Eng) => {
            Told::Other(found.lang())
        }
        _ => Told::Unsure,
    }
}

/// What a line is: in other letters, English by its common words, another language by the lack of them, or too short.
fn weigh(line: &str, weights: &mut Weights) {
    let letters = || line.chars().filter(|c| c.is_alphabetic());
    let num_letters = letters().count();
    let num_other = letters().filter(|c| !is_latin(*c)).count();
    if num_other * 2 > num_letters {
        weights.other += num_letters;
        keep(&mut weights.other_text, line);
        return;
    }
    let mut num_words = 0;
    let mut num_english = 0;
    for word in line
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|word| !word.is_empty())
    {
        num_words += 1;
        num_english += usize::from(ENGLISH.contains(&word.to_lowercase().as_str()));
    }
    if num_words < LEAST_WORDS {
        return;
    }
    if num_english * 100 >= num_words * ENGLISH_PERCENT {
        weights.english += num_letters;
    } else if num_english * 100 <= num_words * FOREIGN_PERCENT {
        weights.foreign += num_letters;
        keep(&mut weights.foreign_text, line);
    }
}

fn keep(text: &mut String, line: &str) {
    if text.len() < DETECTED_CHARS * 4 {
        text.push_str(line);
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c) || ('\u{1e00}'..='\u{1eff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::article::facts::{Article, Format};
    use crate::article::read;
    use crate::base::Note;

    /// Two sentences each, so that a text of two copies is long enough.
    const OTHERS: [(&str, &str, &str); 15] = [
        (
            "fr",
            "French",
            "Au moins douze personnes ont été tuées dans l'incendie du port, a annoncé lundi l'hôpital de la ville. La police parle de quarante blessés, dont plusieurs enfants, et d'un bilan encore provisoire.",
        ),
        (
            "de",
            "German",
            "Mindestens zwölf Menschen wurden bei dem Brand im Hafen getötet, teilte das Krankenhaus der Stadt am Montag mit. Die Polizei spricht von vierzig Verletzten, darunter mehrere Kinder, und einer vorläufigen Zahl.",
        ),
        (
            "es",
            "Spanish",
            "Al menos doce personas murieron en el incendio del puerto, informó el lunes el hospital de la ciudad. La policía habla de cuarenta heridos, entre ellos varios niños, y de un balance todavía provisional.",
        ),
        (
            "it",
            "Italian",
            "Almeno dodici persone sono morte nell'incendio del porto, ha comunicato lunedì l'ospedale della città. La polizia parla di quaranta feriti, tra cui alcuni bambini, e di un bilancio ancora provvisorio.",
        ),
        (
            "pt",
            "Portuguese",
            "Pelo menos doze pessoas morreram no incêndio do porto, informou na segunda-feira o hospital da cidade. A polícia fala em quarenta feridos, entre eles várias crianças, e em um balanço ainda provisório.",
        ),
        (
            "nl",
            "Dutch",
            "Bij de brand in de haven zijn zeker twaalf mensen om het leven gekomen, meldde het ziekenhuis van de stad maandag. De politie spreekt van veertig gewonden, onder wie verschillende kinderen, en een voorlopig aantal.",
        ),
        (
            "pl",
            "Polish",
            "Co najmniej dwanaście osób zginęło w pożarze portu, poinformował w poniedziałek szpital miejski. Policja mówi o czterdziestu rannych, w tym kilkorgu dzieciach, i zaznacza, że liczby nie są jeszcze ostateczne.",
        ),
        (
            "tr",
            "Turkish",
            "Limandaki yangında en az on iki kişinin öldüğünü pazartesi günü şehir hastanesi açıkladı. Polis, aralarında çocukların da bulunduğu kırk yaralıdan söz ediyor ve sayıların henüz kesin olmadığını belirtiyor.",
        ),
        (
            "sv",
            "Swedish",
            "Minst tolv människor dödades i branden i hamnen, meddelade stadens sjukhus på måndagen. Polisen talar om fyrtio skadade, bland dem flera barn, och säger att siffrorna ännu inte är slutgiltiga.",
        ),
        (
            "vi",
            "Vietnamese",
            "Ít nhất mười hai người đã thiệt mạng trong vụ cháy ở cảng, bệnh viện thành phố cho biết hôm thứ Hai. Cảnh sát nói có bốn mươi người bị thương, trong đó có nhiều trẻ em, và con số chưa phải là cuối cùng.",
        ),
        (
            "ru",
            "Russian",
            "По меньшей мере двенадцать человек погибли при пожаре в порту, сообщила в понедельник городская больница. Полиция говорит о сорока раненых.",
        ),
        (
            "uk",
            "Ukrainian",
            "Щонайменше дванадцятеро людей загинули під час пожежі в порту, повідомила в понеділок міська лікарня. Поліція говорить про сорок поранених, серед них діти.",
        ),
        (
            "ar",
            "Arabic",
            "قتل ما لا يقل عن اثني عشر شخصا في حريق الميناء، بحسب ما أعلن مستشفى المدينة يوم الاثنين. وتتحدث الشرطة عن أربعين جريحا بينهم عدد من الأطفال.",
        ),
        (
            "ja",
            "Japanese",
            "港の火災で少なくとも十二人が死亡したと市立病院が月曜日に発表した。警察によると、子どもを含む四十人が負傷した。",
        ),
        (
            "zh",
            "Chinese",
            "市立医院星期一宣布，港口火灾造成至少十二人死亡。警方表示，四十人受伤，其中包括几名儿童，数字尚未最后确定。火灾原因正在调查之中。",
        ),
    ];

    #[test]
    fn other_languages_are_told_and_noted() {
        for (code, name, text) in OTHERS {
            let article = read(format!("{text}\n\n{text}\n").as_bytes(), "a.txt");
            assert_eq!(article.language.as_deref(), Some(code), "{text}");
            assert!(
                article.notes.contains(&Note::OtherLanguage(name.to_owned())),
                "{:?}",
                article.notes
            );
        }
    }

    const GOOD: &str = "At least twelve people were killed in the harbour fire, the city hospital said on Monday. Police spoke of \
                        forty injured, several children among them, and said that the count was not final.";
    /// As machines translate it: words in the wrong place, articles missing.
    const BAD: &str = "In result of fire in port of city have perished twelve person, in hospital inform. According to words of \
                       police of wounded it is forty person, and from them the children, that of figures not finally are.";

    #[test]
    fn english_stays_english() {
        for text in [GOOD, BAD] {
            let article = read(format!("{text}\n\n{text}").as_bytes(), "a.txt");
            assert_eq!(article.language.as_deref(), Some("en"), "{text}");
            assert!(!article.notes.iter().any(|note| matches!(note, Note::OtherLanguage(_))));
        }
        for short in [
            "12 killed",
            "Au moins 12 morts",
            "Port fire: 12 dead, 40 hurt",
            "",
            "7",
            "Mindestens zwölf Tote im Hafen",
        ] {
            assert_eq!(read(short.as_bytes(), "a.txt").language, None, "{short}");
        }
        assert_eq!(
            read("Двенадцать человек погибли в порту, сообщила больница.".as_bytes(), "")
                .language
                .as_deref(),
            Some("ru")
        );
    }

    #[test]
    fn the_greater_part_of_a_mixed_text_wins() {
        let french = OTHERS[0].2;
        let russian = OTHERS[10].2;
        for (text, language) in [
            (format!("{GOOD}\n\n{GOOD}\n\n{french}"), "en"),
            (format!("{GOOD}\n\n{french}\n\n{french}"), "fr"),
            (format!("{GOOD}\n\n{GOOD}\n\n{russian}"), "en"),
            (format!("{GOOD}\n\n{russian}\n\n{russian}\n\n{russian}"), "ru"),
        ] {
            assert_eq!(read(text.as_bytes(), "").language.as_deref(), Some(language), "{text}");
        }
    }

    #[test]
    fn content_wins_over_the_page_where_it_is_sure() {
        let told = |language: &str, text: String| {
            let mut article = Article {
                language: Some(language.to_owned()),
                ..Article::plain(text)
            };
            settle(&mut article);
            article.language.unwrap()
        };
        assert_eq!(told("ru", format!("{GOOD}\n{GOOD}")), "en");
        assert_eq!(told("en", format!("{0}\n{0}", OTHERS[1].2)), "de");
        assert_eq!(told("fr", "Douze morts".to_owned()), "fr");
        let mut table = Article {
            format: Format::Table,
            ..Article::plain(OTHERS[10].2)
        };
        settle(&mut table);
        assert_eq!(table.language, None);
    }
}
