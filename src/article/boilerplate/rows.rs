//! What pages print around their articles, as rows. To add one: a row here, and in `examples.rs` a line that it must
//! mark and a line like it that it must not.

use super::super::facts::BoilerplateKind::{
    self, Comments, Cookie, Copyright, Credit, Navigation, Other, Related, Subscribe,
};

/// Where a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Wherever the line stands.
    Anywhere,
    /// Only where no paragraph of the article follows.
    Tail,
    /// Only next to another line of the same kind.
    Beside,
    /// Also behind the last sentence of a paragraph's line.
    Inline,
}

/// How far a line takes others with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The line alone.
    Line,
    /// The headlines that follow.
    Teasers,
    /// Everything up to the next line of a comment form.
    Opens,
}

/// One sort of line.
pub(super) struct Row {
    /// What it is.
    pub(super) kind: BoilerplateKind,
    /// The words, see [`super::super::words::Pattern`].
    pub(super) words: &'static str,
    /// More words than these are no such line.
    pub(super) max_words: usize,
    /// Where it holds.
    pub(super) place: Place,
    /// What it takes with it.
    pub(super) reach: Reach,
}

impl Row {
    /// True for a label with an open end that is short: sentences of the article may begin with its words.
    pub(super) fn is_label(&self) -> bool {
        self.max_words <= 14 && self.words.ends_with('*') && !matches!(self.kind, Comments | Other)
    }
}

/// Words of a share bar: a line of nothing else, two at least, is one.
pub(super) static SHARE_BAR: Row = row(Navigation, 16, "");

const fn row(kind: BoilerplateKind, max_words: usize, words: &'static str) -> Row {
    Row {
        kind,
        words,
        max_words,
        place: Place::Anywhere,
        reach: Reach::Line,
    }
}

const fn tail(kind: BoilerplateKind, max_words: usize, words: &'static str) -> Row {
    Row {
        kind,
        words,
        max_words,
        place: Place::Tail,
        reach: Reach::Line,
    }
}

const fn beside(kind: BoilerplateKind, max_words: usize, words: &'static str) -> Row {
    Row {
        kind,
        words,
        max_words,
        place: Place::Beside,
        reach: Reach::Line,
    }
}

const fn inline(kind: BoilerplateKind, max_words: usize, words: &'static str) -> Row {
    Row {
        kind,
        words,
        max_words,
        place: Place::Inline,
        reach: Reach::Line,
    }
}

const fn teasers(max_words: usize, words: &'static str) -> Row {
    Row {
        kind: Related,
        words,
        max_words,
        place: Place::Anywhere,
        reach: Reach::Teasers,
    }
}

const fn opens(max_words: usize, words: &'static str) -> Row {
    Row {
        kind: Comments,
        words,
        max_words,
        place: Place::Anywhere,
        reach: Reach::Opens,
    }
}

/// All rows; the first that holds decides.
pub(super) const ROWS: &[Row] = &[
    // Comment forms and comments.
    opens(3, "comments #"),
    opens(3, "# comments|comment|responses|replies *"),
    opens(8, "# thoughts|responses|comments|replies on|to *"),
    row(
        Comments,
        6,
        "leave|add|post|write|submit a|your reply|comment|response *",
    ),
    opens(25, "views|opinions expressed in the|these comments *"),
    row(Comments, 20, "your email|e-mail address will not be published *"),
    row(Comments, 12, "required fields are marked *"),
    row(Comments, 22, "save my name *"),
    row(Comments, 12, "notify me of|by|when *"),
    row(
        Comments,
        9,
        "comments are|have|is|been now|been|closed|disabled|off|moderated|turned *",
    ),
    row(Comments, 8, "be the first to comment|reply|leave *"),
    row(Comments, 14, "you must be logged in to post|leave|reply|comment *"),
    row(
        Comments,
        8,
        "log|sign|login|register in|or|to to|in|post|leave|comment|reply *",
    ),
    row(Comments, 5, "view|show|load|see|read all|more|# comments *"),
    row(Comments, 5, "join the conversation|discussion *"),
    row(Comments, 4, "have your say *"),
    row(Comments, 5, "share your thoughts|opinion|views *"),
    row(Comments, 14, "tell us|let us what|in|know the|you|in comments|think *"),
    row(Comments, 20, "this site uses akismet *"),
    row(Comments, 9, "this discussion|thread|conversation|topic is now|closed *"),
    row(Comments, 18, "we welcome|moderate comments|all *"),
    row(
        Comments,
        16,
        "all|your posts|comments are * moderated|moderation|pre-moderated|reactively-moderated|post-moderated *",
    ),
    row(Comments, 3, "post|submit|cancel comment|reply"),
    tail(Comments, 6, "what do you think *"),
    beside(
        Comments,
        2,
        "comments|comment|reply|name|email|website|nickname|url|submit *",
    ),
    // Teasers of other articles.
    teasers(
        4,
        "related|similar|recommended post|posts|story|stories|article|articles|news|content|topics|coverage|links|reading",
    ),
    teasers(
        5,
        "more|other|latest|recent|trending|popular|top posts|stories|articles|news|headlines *",
    ),
    teasers(8, "you may|might|will also|like like|enjoy|this|be *"),
    teasers(4, "recommended for you"),
    teasers(4, "most read|popular|viewed|shared|commented|watched *"),
    teasers(4, "editor's|editors picks|pick|choice"),
    teasers(6, "more on this|the story|topic|subject *"),
    teasers(3, "related"),
    teasers(5, "what to read next"),
    teasers(3, "up next"),
    teasers(5, "in case you missed it"),
    teasers(6, "sponsored|promoted|partner content|links|stories|posts *"),
    teasers(6, "around|from the|our web|partners *"),
    row(Related, 3, "read more|also|next|on"),
    row(Related, 3, "also read|see|watch"),
    row(Related, 3, "see|watch also"),
    row(Related, 4, "continue|keep reading *"),
    row(Related, 4, "read the|full full|article|story *"),
    row(Related, 30, "read|watch|see|listen more|also|next|too|here : *"),
    row(Related, 30, "also|must read|see|watch|listen : *"),
    row(Related, 30, "reread|re-read|related|recommended : *"),
    row(
        Related,
        30,
        "related article|articles|story|stories|post|posts|news|coverage|reading|video : *",
    ),
    row(Related, 25, "watch|video|podcast|listen : *"),
    row(Related, 25, "previous|next article|post|story *"),
    tail(Related, 6, "more from|in|on *"),
    // Menus, share bars, log-in lines.
    row(
        Navigation,
        1,
        "share|tweet|print|menu|whatsapp|linkedin|pinterest|reddit|telegram|flipboard",
    ),
    row(Navigation, 6, "share this|on|via|article *"),
    row(Navigation, 12, "click|tap to share|print|email|tweet *"),
    row(Navigation, 12, "follow|like|find us|me on *"),
    row(
        Navigation,
        12,
        "follow _ * on twitter|facebook|instagram|telegram|x|google|whatsapp *",
    ),
    row(Navigation, 5, "skip|jump to content|main|navigation|search *"),
    row(Navigation, 12, "home >|»|› *"),
    row(Navigation, 3, "back to top"),
    row(Navigation, 2, "toggle navigation|menu"),
    row(Navigation, 3, "print|email|bookmark this|article|page *"),
    row(Navigation, 2, "copy link|url"),
    row(Navigation, 25, "tags|tag|topics|categories|category : *"),
    row(Navigation, 25, "filed|posted under|in : *"),
    row(Navigation, 12, "filed under *"),
    row(Navigation, 6, "listen to this article|story|audio *"),
    row(Navigation, 4, "# min|mins|minute|minutes read *"),
    row(Navigation, 3, "reading time *"),
    row(Navigation, 2, "# views|shares|likes"),
    row(Navigation, 3, "text|font size *"),
    row(Navigation, 3, "load|show|view more *"),
    row(Navigation, 8, "download|get our|the app *"),
    row(Navigation, 12, "privacy policy *"),
    row(Navigation, 12, "terms of use|service *"),
    row(Navigation, 12, "terms and|& conditions *"),
    // Where a text or a picture comes from.
    row(Credit, 3, "source|original link|source|article|post"),
    tail(Credit, 8, "source|sources|via : *"),
    row(Credit, 12, "click here to read|view|see *"),
    row(Credit, 40, "the post * appeared first on *"),
    row(
        Credit,
        25,
        "this article|story|post|piece|report was|first|originally first|originally|appeared|published *",
    ),
    row(
        Credit,
        14,
        "photo|image|picture|photograph|photos|video credit|credits|courtesy|source *",
    ),
    row(Credit, 10, "photo|image|picture|photograph|photos by|: *"),
    row(Credit, 10, "image copyright *"),
    row(Credit, 10, "file|featured|cover photo|image|picture *"),
    row(Credit, 12, "* via getty|reuters|ap|afp images|photo|pool"),
    row(Credit, 8, "with inputs|agency|additional from|inputs|input *"),
    row(Credit, 14, "write|email|contact|reach to|_ * at @ *"),
    row(Credit, 14, "write|contact to|_ * at email protected *"),
    row(Credit, 12, "contact|email the|our author|reporter|writer|newsroom *"),
    // Rights.
    row(Copyright, 40, "copyright ©|c|#|by|: *"),
    row(Copyright, 30, "© *"),
    row(Copyright, 25, "c # *"),
    row(Copyright, 30, "* all rights reserved *"),
    row(
        Copyright,
        30,
        "this|these material|article|content|copyright may|cannot|must not|be be|published|reproduced *",
    ),
    row(Copyright, 40, "no part of this|the * reproduced|copied|republished *"),
    row(
        Copyright,
        30,
        "reproduction|republication|reprinting * prohibited|permission *",
    ),
    // Consent.
    row(Cookie, 200, "we|we're use|using cookies *"),
    row(Cookie, 200, "this|our site|website|page uses|use cookies *"),
    row(Cookie, 60, "by continuing|clicking|using * cookies *"),
    row(Cookie, 130, "we and our * partners *"),
    row(Cookie, 5, "accept|reject|manage|allow all|cookies|cookie *"),
    row(Cookie, 4, "cookie|cookies policy|settings|preferences|notice *"),
    row(Cookie, 3, "manage preferences|consent|options *"),
    row(Cookie, 5, "we value your privacy *"),
    // Offers.
    row(Subscribe, 25, "subscribe|register to|for|now|today|here *"),
    row(Subscribe, 1, "subscribe|newsletter|newsletters"),
    row(Subscribe, 25, "sign up for|to|here|now|today *"),
    row(Subscribe, 25, "get|receive * in|to|into your inbox|mailbox *"),
    row(Subscribe, 12, "enter your email|e-mail *"),
    row(Subscribe, 14, "join our|us newsletter|telegram|whatsapp|on|mailing *"),
    row(Subscribe, 8, "already|not a|have subscriber|an|member *"),
    row(
        Subscribe,
        20,
        "support our|independent|quality journalism|work|reporting|newsroom *",
    ),
    row(Subscribe, 12, "become a|our member|subscriber|supporter|patron *"),
    row(Subscribe, 8, "to continue|keep reading *"),
    row(Subscribe, 3, "donate now|today|here"),
    // What else is not the article.
    row(Other, 2, "advertisement|advertisements|advertising|ad|ads|advert"),
    row(
        Other,
        9,
        "article|story|report continues|continue|resumes after|below *",
    ),
    row(Other, 8, "video duration *"),
    row(Other, 3, "media caption"),
    row(Other, 8, "this story|article is from *"),
    inline(Other, 4, "mediaslot|embed|placeholder|widget|iframe : *"),
    row(Other, 16, "* is|are not responsible for the content of external *"),
    row(Other, 12, "this|an article|story has been updated|corrected *"),
];

/// The words that a [`SHARE_BAR`] is made of.
pub(super) const SHARE_WORDS: &[&str] = &[
    "share",
    "tweet",
    "facebook",
    "twitter",
    "linkedin",
    "whatsapp",
    "telegram",
    "pinterest",
    "reddit",
    "email",
    "e-mail",
    "mail",
    "print",
    "copy",
    "link",
    "messenger",
    "viber",
    "vk",
    "tumblr",
    "flipboard",
    "instagram",
    "youtube",
    "on",
    "via",
    "x",
    "sms",
    "bluesky",
    "threads",
    "mastodon",
    "pocket",
    "google",
    "save",
    "more",
    "comment",
    "comments",
    "|",
];
