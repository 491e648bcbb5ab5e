//! Words of those who speak, of what is spoken from, and verbs of saying that the lexicon of harm does not need.

use std::ops::Range;
use std::sync::OnceLock;

use super::lexicon::Tag;
use super::text::Text;
use crate::base::WordTable;

/// Nouns for those who can vouch for a figure.
const SOURCES: &str = "police ministry ministries minister ministers government governments army military navy officials \
    official authorities authority source sources hospital hospitals medics medic doctors doctor paramedics rescuers witnesses \
    witness residents resident villagers activists activist campaigners monitor monitors observatory group groups \
    network networks committee committees council coalition commission agency agencies media television tv radio newspaper \
    newspapers press spokesman spokeswoman spokesperson spokespeople un u.n. us u.s. uk eu nato unicef unhcr ocha who ngo ngos \
    union unions opposition rebels rebel insurgents militants militia taliban command commander commanders general colonel \
    captain major lieutenant sergeant governor mayor president premier prime chief head director prosecutor prosecutors judge \
    court lawyer lawyers relatives family families organisation organization organisations organizations watchdog charity \
    charities cross crescent embassy ambassador envoy investigators coroner sheriff mp mps lawmaker lawmakers historian \
    historians expert experts analyst analysts scientists researchers researcher survivor survivors eyewitness eyewitnesses \
    pundit pundits columnist commentator commentators correspondent reporter reporters journalist journalists workers staff firefighters department office bureau service \
    services forces administration officer officers party kremlin pentagon centre center institute association federation \
    front movement foundation society database site website channel station outlet outlets user users account blogger bloggers \
    inquest inquiry tribunal jury secretary deputy leader leaders elders elder chairman chairwoman chairperson counterpart \
    imam priest bishop pastor nurse nurses surgeon surgeons superintendent inspector constable diplomat diplomats aide aides \
    directorate prosecution defence defense attorney attorneys counsel magistrate commissioner mission cluster partners clinic headquarters hq guard guards \
    ambulance responders rescuer coastguard cops deputies trooper troopers unit squad brigade presidency cabinet secretariat \
    neighbours neighbors neighbour neighbor volunteers volunteer lawmakers senator senators congressman councillor councillors \
    warden principal registrar pathologist examiner detective detectives staffer insider icrc ifrc afp hrw iom wfp osce fbi cia idf msf local locals embassy consulate parliament senate corporation company companies airline operator he she they it we";

/// Nouns for what figures stand in: "a tally by", "government figures show".
const DOCUMENTS: &str = "figures figure data statistics tally tallies count counts toll estimate estimates report reports \
    statement statements records record list lists survey surveys study studies census database document documents \
    assessment assessments post posts tweet tweets message messages communique communiqué letter bulletin dispatch numbers \
    investigation investigations probe information evidence testimony testimonies findings affidavit indictment filing filings \
    update updates analysis review register registers release releases poll log article dossier";

/// Nouns for a figure itself: "by its count", "the ministry's toll stands at".
const COUNTS: &str = "figures figure data statistics tally count counts toll estimate estimates records reckoning account \
    list assessment numbers";

/// Those who pass on what they are told.
const OUTLETS: &str = "agency television tv radio newspaper paper news daily weekly magazine times post herald tribune gazette \
    journal channel station network website outlet broadcaster press monitor watch amnesty watchdog reuters afp ap upi dpa efe \
    ansa xinhua tass interfax itar-tass anadolu ians pti bbc cnn npr abc nbc cbs fox msnbc al-jazeera jazeera arabiya guardian \
    telegraph bloomberg sky ukrinform unian kyodo yonhap antara bernama irna isna fars tasnim mehr sana wafa anatolia \
    belga ritzau tanjug novosti sputnik euronews meduza tolonews khaama ndtv notimex telam interfax-ukraine";

/// Verbs of saying beyond those of the lexicon.
const STRONG: &str = "concluded concludes concludes replied replies responded answered argued argues asserted asserts \
    maintained maintains remarked commented conceded concedes cautioned cautions contended contends proclaimed reiterated \
    reaffirmed writes explains declares discloses specified clarified emphasized emphasised complained lamented mentions \
    quipped fear fears predicted predicts tweets thinks insisting noting asserting contending maintaining alleging arguing \
    declaring reiterating stressing";

/// Verbs that say something only before "that", a colon or a quote.
const WITH_THAT: &str = "calculated calculates mentioned mention related relates communicated assured assures relayed relays opined divulged \
    averred avers avows narrated recounts deplored deplores hinted hints conveyed conveys recounting expressed gathered \
    underscored highlighted pointed briefed attested vouched affirmed affirms regretted deposed guesses guessed \
    submitted recollected speculated surmised inform informs communicates charged charges charge recalled recalls learned learnt found finds observed responded mentioned \
    suggested reads read shouted countered protested objected retorted swore boasted detailed heard hears showed shows show shown indicates indicate mean means suspect suspects suspected feared described expects expect noticed \
    recounts remembered understood underlined acknowledges acknowledging acknowledged contend argue";

/// Verbs of figures and documents: "figures show 12 people died".
const SHOWING: &str = "show shows showed indicate indicates indicated suggest suggests suggested reveal reveals revealed \
    put puts state stated list lists listed say says said";

/// Verbs that also have a sense without speech: their subject must be able to speak.
const WEAK: &str = "add adds added put puts count counts counted recorded record note noted notes claim claims claimed \
    confirm confirms confirmed reveal revealed reveals indicate indicated suggest suggests estimate estimates estimated \
    report reports reported believe believes posted state states documented documents document warn fear fears tweet \
    announce declared adding stress";

/// Verbs with which somebody gives a figure: "the ministry spoke of 40 dead".
const GIVES: &str = "saw sees observed followed spoke speaks speak spoken mentions mention mentioned gives gave given lowers \
    lowered raises raised revised revises corrected verified verifies registered registers lists listed putting \
    published accuses accused blames blamed identified identifies cites cited broadcast aired tallied logged \
    updated updates documents released issued provided offered attributes attributed accounted point points \
    pointed described recalled named showed shows posted uploaded put puts";

/// A word of grammar for speakers, as bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Role(u16);

impl Role {
    /// Either role.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Can vouch for a figure.
    pub(super) const SOURCE: Self = Self(1);
    /// What figures stand in.
    pub(super) const DOCUMENT: Self = Self(1 << 1);
    /// A figure itself.
    pub(super) const COUNT: Self = Self(1 << 2);
    /// Passes on what it is told.
    pub(super) const OUTLET: Self = Self(1 << 3);
    /// Verb of saying.
    pub(super) const STRONG: Self = Self(1 << 4);
    /// Verb of saying before "that".
    pub(super) const WITH_THAT: Self = Self(1 << 5);
    /// Verb of figures.
    pub(super) const SHOWING: Self = Self(1 << 6);
    /// Verb whose subject must be able to speak.
    pub(super) const WEAK: Self = Self(1 << 7);
    /// Verb with which somebody gives a figure.
    pub(super) const GIVES: Self = Self(1 << 8);
}

/// True where the word plays that role.
pub(super) fn is(word: &str, role: Role) -> bool {
    static WORDS: OnceLock<WordTable<&'static str, u16>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = WordTable::default();
        for (list, role) in [
            (SOURCES, Role::SOURCE),
            (DOCUMENTS, Role::DOCUMENT),
            (COUNTS, Role::COUNT),
            (OUTLETS, Role::OUTLET),
            (STRONG, Role::STRONG),
            (WITH_THAT, Role::WITH_THAT),
            (SHOWING, Role::SHOWING),
            (WEAK, Role::WEAK),
            (GIVES, Role::GIVES),
        ] {
            for word in list.split_whitespace() {
                *words.entry(word).or_insert(0) |= role.0;
            }
        }
        words
    });
    let word = word.strip_suffix("'s").unwrap_or(word);
    words.get(word).is_some_and(|roles| roles & role.0 != 0)
}

/// True where one of the words plays that role.
pub(super) fn any(text: &Text<'_, '_>, range: Range<usize>, role: Role) -> bool {
    range.into_iter().any(|at| is(text.lower(at), role))
}

/// True where the words name somebody or something that can vouch for a figure.
pub(super) fn can_speak(text: &Text<'_, '_>, range: &Range<usize>) -> bool {
    // "the state confirmed two deaths"
    let last = range.end.saturating_sub(1);
    let state = range.len() == 2
        && text.lower(range.start) == "the"
        && matches!(text.lower(last), "state" | "county" | "city" | "province" | "country");
    state
        || range.clone().any(|at| {
            let word = text.lower(at);
            text.is(at, Tag::PERSON.or(Tag::PRON))
                || is(word, Role::SOURCE)
                || is(word, Role::DOCUMENT)
                || is(word, Role::OUTLET)
                || is_acronym(text, at)
        })
        || range
            .clone()
            .any(|at| text.is_name(at) && at > text.sentence(at).start && !text.is(at, Tag::DET))
}

/// Those who only pass on: a channel or a paper, no watch group.
pub(super) fn is_press(word: &str) -> bool {
    is(word, Role::OUTLET)
        && !matches!(
            word,
            "agency" | "network" | "station" | "website" | "monitor" | "watch" | "amnesty" | "watchdog" | "post"
        )
}

/// "OPD": the short name of a town's police department, from its letters.
pub(super) fn is_police(word: &str) -> bool {
    (3..=5).contains(&word.len()) && word.ends_with("pd")
}

/// "EPN", "UNHCR": capitals in a text that has others.
pub(super) fn is_acronym(text: &Text<'_, '_>, at: usize) -> bool {
    text.words.capitals_tell
        && text
            .scan
            .tokens
            .get(at)
            .is_some_and(|token| token.all_capitals(text.scan.text) && token.lower.len() < 8)
        && text.words.tag(at) == Tag::NONE
}
