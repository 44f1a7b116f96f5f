-- The workspace, version 1.
--
-- Moments are ISO 8601 in UTC with milliseconds, so that they sort as text; days are ISO 8601;
-- places are bytes of the text of a version.

-- One for each time that something was taken in; without an end it was cut short.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,
    generator TEXT NOT NULL,
    inputs TEXT NOT NULL
) STRICT;

-- The bytes that articles were read from, under their SHA-256.
CREATE TABLE sources (
    sha256 TEXT PRIMARY KEY,
    ending TEXT NOT NULL,
    media_type TEXT,
    length INTEGER NOT NULL,
    packing TEXT NOT NULL CHECK (packing IN ('none', 'gzip')),
    bytes BLOB NOT NULL
) STRICT;

-- What is known of each article by its latest version.
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    title TEXT,
    outlet TEXT,
    published TEXT,
    url TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    versions INTEGER NOT NULL,
    latest INTEGER REFERENCES article_versions (id),
    grouped INTEGER REFERENCES article_versions (id)
) STRICT;
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_latest ON articles (latest);
CREATE INDEX articles_ungrouped ON articles (id) WHERE grouped IS NOT latest;

-- By what an article is known again: its address, its given id, its file.
CREATE TABLE article_keys (
    key TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_keys_by_article ON article_keys (article);

-- Every version of every article, as read.
CREATE TABLE article_versions (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    seen TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES sources (sha256),
    path TEXT,
    url TEXT,
    outlet TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    stated TEXT NOT NULL,
    revision TEXT NOT NULL,
    reading TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE INDEX article_versions_by_source ON article_versions (sha256);
CREATE INDEX article_versions_by_moment ON article_versions (seen);

-- Each time that an article was seen, changed or not.
CREATE TABLE sightings (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    version INTEGER NOT NULL REFERENCES article_versions (id),
    seen TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    path TEXT,
    url TEXT
) STRICT;
CREATE INDEX sightings_by_version ON sightings (version);
CREATE INDEX sightings_by_run ON sightings (run);

-- What the annotators found, by the revision that found it.
CREATE TABLE annotations (
    version INTEGER PRIMARY KEY REFERENCES article_versions (id),
    revision TEXT NOT NULL,
    layers TEXT NOT NULL
) STRICT;

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    start TEXT,
    end TEXT,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    altered INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    conditions INTEGER NOT NULL,
    begun TEXT NOT NULL,
    changed TEXT NOT NULL,
    ended TEXT,
    into_story TEXT REFERENCES stories (id),
    stale INTEGER NOT NULL CHECK (stale IN (0, 1))
) STRICT;
CREATE INDEX stories_by_change ON stories (changed);
CREATE INDEX stories_stale ON stories (id) WHERE stale = 1;

-- Which article was in which story, from when to when.
CREATE TABLE story_articles (
    story TEXT NOT NULL REFERENCES stories (id),
    article TEXT NOT NULL REFERENCES articles (id),
    joined TEXT NOT NULL,
    "left" TEXT,
    PRIMARY KEY (story, article, joined)
) STRICT;
CREATE UNIQUE INDEX story_articles_one_story ON story_articles (article) WHERE "left" IS NULL;
CREATE INDEX story_articles_by_article ON story_articles (article);
CREATE INDEX story_articles_by_joined ON story_articles (joined);
CREATE INDEX story_articles_by_left ON story_articles ("left") WHERE "left" IS NOT NULL;

-- The record of each story at each moment it was compiled. The latest is kept whole; an earlier one
-- is compiled again from the versions, and its hash says whether it is the same.
CREATE TABLE records (
    story TEXT NOT NULL REFERENCES stories (id),
    moment TEXT NOT NULL,
    id TEXT NOT NULL,
    revision TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    record TEXT,
    PRIMARY KEY (story, moment)
) STRICT;
CREATE INDEX records_by_id ON records (id);
CREATE INDEX records_latest ON records (story, revision) WHERE record IS NOT NULL;

-- Independent origins of each story, from its latest record.
CREATE TABLE origins (
    story TEXT NOT NULL REFERENCES stories (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (story, id)
) STRICT;

CREATE TABLE origin_articles (
    story TEXT NOT NULL REFERENCES stories (id),
    origin TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (story, article),
    FOREIGN KEY (story, origin) REFERENCES origins (story, id)
) STRICT;
CREATE INDEX origin_articles_by_article ON origin_articles (article);
CREATE INDEX origin_articles_by_origin ON origin_articles (story, origin);

-- Which article drew on which, from the story's latest record.
CREATE TABLE lineage (
    id INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id),
    article TEXT NOT NULL REFERENCES articles (id),
    from_article TEXT REFERENCES articles (id),
    kind TEXT NOT NULL,
    overlap REAL NOT NULL,
    credit TEXT
) STRICT;
CREATE INDEX lineage_by_story ON lineage (story);
CREATE INDEX lineage_by_article ON lineage (article);
CREATE INDEX lineage_by_from ON lineage (from_article);

-- What the user decided about stories. Never changed and never taken back but by a later one.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
    story TEXT NOT NULL REFERENCES stories (id),
    applied INTEGER NOT NULL CHECK (applied IN (0, 1))
) STRICT;

-- Articles that a decision is about: `in` those that belong together, `out` those they part from.
CREATE TABLE decision_articles (
    decision INTEGER NOT NULL REFERENCES decisions (id),
    article TEXT NOT NULL REFERENCES articles (id),
    side TEXT NOT NULL CHECK (side IN ('in', 'out')),
    PRIMARY KEY (decision, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_story ON decisions (story);
CREATE INDEX decision_articles_by_article ON decision_articles (article);

CREATE VIRTUAL TABLE article_versions_fts USING fts5 (
    title, text,
    content = 'article_versions', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_versions_put AFTER INSERT ON article_versions BEGIN
    INSERT INTO article_versions_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER article_versions_reread AFTER UPDATE OF title, text ON article_versions BEGIN
    INSERT INTO article_versions_fts (article_versions_fts, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO article_versions_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE VIEW articles_latest AS
SELECT a.id, s.story, a.outlet, a.title, v.byline, a.published, v.language, a.url, v.path,
    a.versions, a.first_seen, a.last_seen, v.sha256, v.text
FROM articles AS a
JOIN article_versions AS v ON v.id = a.latest
LEFT JOIN story_articles AS s ON s.article = a.id AND s."left" IS NULL;

CREATE VIEW stories_current AS
SELECT id, title, start, end, articles, outlets, origins, altered, disputed, conditions, begun,
    changed
FROM stories
WHERE ended IS NULL;

CREATE VIEW quotes AS
SELECT a.id AS article, a.outlet, q.value ->> 'kind' AS kind,
    n.layers ->> ('$.entities[' || (q.value ->> 'speaker') || '].name') AS speaker,
    q.value ->> '$.at[0]' AS start, q.value ->> '$.at[1]' AS end,
    CAST(substr(CAST(v.text AS BLOB), (q.value ->> '$.at[0]') + 1,
        (q.value ->> '$.at[1]') - (q.value ->> '$.at[0]')) AS TEXT) AS words
FROM articles AS a
JOIN article_versions AS v ON v.id = a.latest
JOIN annotations AS n ON n.version = v.id, json_each(n.layers, '$.quotes') AS q;

CREATE VIEW figures AS
SELECT a.id AS article, a.outlet, f.value ->> 'low' AS low, f.value ->> 'high' AS high,
    f.value ->> 'approximate' AS approximate, f.value ->> 'unit' AS unit,
    f.value ->> 'what' AS what,
    f.value ->> '$.at[0]' AS start, f.value ->> '$.at[1]' AS end,
    CAST(substr(CAST(v.text AS BLOB), (f.value ->> '$.at[0]') + 1,
        (f.value ->> '$.at[1]') - (f.value ->> '$.at[0]')) AS TEXT) AS words
FROM articles AS a
JOIN article_versions AS v ON v.id = a.latest
JOIN annotations AS n ON n.version = v.id, json_each(n.layers, '$.figures') AS f;
