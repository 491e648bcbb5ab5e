-- The tables of a project, version 1. Later versions are further files; this one is never changed again.
--
-- Columns that end in `_json` hold what src/disk/save writes. "Derived" columns repeat what stands elsewhere in the
-- row, for search and for other programs; Tallyscope writes them and never reads them.

-- "TALY", at byte 68 of the file: by this a file is known as a project.
PRAGMA application_id = 0x54414C59;

-- Original bytes, each once, whatever became of their articles.
CREATE TABLE sources (
    sha256 TEXT PRIMARY KEY,          -- 64 hex digits
    path TEXT NOT NULL,               -- as first given; empty for pasted text
    bytes BLOB NOT NULL,
    page_map_json TEXT                -- for paged originals: which page each part of the text is from
) STRICT;

-- Texts as read from a source. A source has more than one where it was read anew or corrected.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    source_sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (source_sha256, text_sha256)
) STRICT;

-- The machine's readings of texts: facts, names, times, notes. Never changed; a new reading is a new row.
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    reading_json TEXT NOT NULL
) STRICT;

-- The machine's readings of claims, with roles and the tree of rules. Never changed either.
CREATE TABLE machine_claims (
    id INTEGER PRIMARY KEY,
    claim_json TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,             -- file, pasted, part, row, sample
    origin_path TEXT NOT NULL,
    origin_part INTEGER,              -- number of the part of a batch, or of the table row, from 0
    file_name TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    reading_id INTEGER NOT NULL REFERENCES readings (id),
    rules_version TEXT NOT NULL,      -- of the rules that read it
    told_title TEXT,                  -- told_*: the analyst's, NULL where the machine's holds
    told_publisher TEXT,
    told_author TEXT,
    told_published TEXT,
    story_id INTEGER REFERENCES stories (id),
    note TEXT NOT NULL,
    tags_json TEXT NOT NULL,
    title TEXT NOT NULL,              -- derived; searched
    publisher TEXT,                   -- derived
    published TEXT                    -- derived
) STRICT;

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    machine_id INTEGER NOT NULL REFERENCES machine_claims (id),
    by_hand INTEGER NOT NULL,
    verdict TEXT NOT NULL,            -- open, accepted, rejected
    fields_json TEXT NOT NULL,        -- the analyst's fields by name
    note TEXT NOT NULL,
    tags_json TEXT NOT NULL,
    vanished INTEGER NOT NULL,        -- a later reading no longer finds it
    story_id INTEGER REFERENCES stories (id),
    kind TEXT NOT NULL,               -- derived here; from imported tables any word of `kinds`
    value INTEGER,                    -- derived, as the next ones
    low INTEGER,
    high INTEGER,
    speaker TEXT,
    place TEXT,
    period_from TEXT,                 -- first and last day at which the figure holds or the harm happened
    period_to TEXT
) STRICT;
CREATE INDEX claims_by_article ON claims (article_id);

-- Kinds that imported tables bring; the built-in ones need no row.
CREATE TABLE kinds (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE tags (
    name TEXT PRIMARY KEY,
    colour TEXT NOT NULL DEFAULT ''
) STRICT;

-- What the analyst said of names: entities with their aliases, and pairs held together or apart.
CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    tags_json TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE aliases (
    words TEXT NOT NULL,
    entity_id INTEGER NOT NULL REFERENCES entities (id),
    PRIMARY KEY (words, entity_id)
) STRICT;
CREATE TABLE entity_rulings (
    key TEXT PRIMARY KEY,             -- what the ruling is about: "same:…", "not-a-name:…"
    ruling_json TEXT NOT NULL
) STRICT;

-- Outlets, their other names and the file names by which they are known.
CREATE TABLE outlets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    aliases_json TEXT NOT NULL DEFAULT '[]',
    file_pattern TEXT,
    ruling_json TEXT
) STRICT;

-- The analyst's rulings on conclusions over articles, by what they are about.
CREATE TABLE rulings (
    key TEXT PRIMARY KEY,
    verdict INTEGER,                  -- 1 accepted, 0 rejected, NULL nothing yet
    reason TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Figures that the analyst adopted, with the claim that they rest on.
CREATE TABLE adopted (
    key TEXT PRIMARY KEY,             -- story, kind, victims, day
    claim_id INTEGER,
    figure_json TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- The highest numbers of articles and claims so far, also of rows that are gone: no number is given out twice.
CREATE TABLE counters (
    name TEXT PRIMARY KEY,            -- article, claim
    highest INTEGER NOT NULL
) STRICT;
INSERT INTO counters (name, highest) VALUES ('article', 0), ('claim', 0);

-- One row per step of the analyst, written in the transaction that changes the rows.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                 -- RFC 3339, UTC
    label TEXT NOT NULL,
    edit_json TEXT NOT NULL,          -- readings by number
    inverse_json TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')) -- dropped: undone, and then something else was done
) STRICT;
CREATE INDEX journal_undone ON journal (state) WHERE state = 'undone';

-- What is searched: title and text, not stored twice.
CREATE VIEW article_words AS
    SELECT articles.id AS id, articles.title AS title, revisions.text AS text
    FROM articles
    JOIN readings ON readings.id = articles.reading_id
    JOIN revisions ON revisions.id = readings.revision_id;
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, text,
    content = 'article_words', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2"
);
