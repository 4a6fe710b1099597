import type { Schema } from './schema.ts'

const events = `
CREATE TABLE event (
  position    INTEGER PRIMARY KEY AUTOINCREMENT, -- the place in the log of all streams; never given out twice
  stream      TEXT    NOT NULL,
  revision    INTEGER NOT NULL,
  recorded_at TEXT    NOT NULL,
  record      TEXT    NOT NULL, -- JSON: id, type, schema, data, meta
  id          TEXT AS (record ->> 'id') VIRTUAL,
  type        TEXT AS (record ->> 'type') VIRTUAL,
  UNIQUE (stream, revision)
) STRICT;
`

const views = `
CREATE TABLE view (
  view   INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  cohort TEXT NOT NULL,
  header TEXT NOT NULL, -- JSON
  UNIQUE (name, cohort)
) STRICT;
CREATE TABLE view_row (
  view INTEGER NOT NULL REFERENCES view,
  key  TEXT    NOT NULL,
  row  TEXT    NOT NULL, -- JSON
  PRIMARY KEY (view, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE reader (
  reader     TEXT PRIMARY KEY,
  checkpoint TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

// The rows of one header lie together, so that a commit writes them side by side, and takes them away by their header.
const places = `
DROP TABLE view_row;
DROP TABLE view;
DELETE FROM reader;
CREATE TABLE view (
  view INTEGER PRIMARY KEY,
  name TEXT    NOT NULL UNIQUE
) STRICT;
CREATE TABLE view_header (
  header  INTEGER PRIMARY KEY,
  view    INTEGER NOT NULL REFERENCES view,
  cohort  TEXT    NOT NULL,
  version INTEGER NOT NULL,
  parked  INTEGER NOT NULL,
  json    TEXT    NOT NULL, -- what the version is of
  UNIQUE (view, cohort)
) STRICT;
CREATE INDEX view_header_parked ON view_header (view, cohort) WHERE parked;
CREATE TABLE view_row (
  header INTEGER NOT NULL, -- its view and cohort are that of the row
  place  TEXT    NOT NULL,
  key    TEXT    NOT NULL,
  view   INTEGER NOT NULL,
  row    TEXT    NOT NULL, -- JSON
  PRIMARY KEY (header, place, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_row_found ON view_row (view, place, key);
`

// What is done is apart, so that what waits stays small, however much has gone.
const notices = `
CREATE TABLE notice_header (
  cohort  TEXT    PRIMARY KEY,
  version INTEGER NOT NULL,
  parked  INTEGER NOT NULL,
  json    TEXT    NOT NULL -- what the version is of
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_header_parked ON notice_header (cohort) WHERE parked;
CREATE TABLE notice_reader (
  reader     INTEGER PRIMARY KEY CHECK (reader = 1),
  checkpoint TEXT    NOT NULL
) STRICT;
CREATE TABLE notice (
  id        TEXT    PRIMARY KEY,
  cohort    TEXT    NOT NULL,
  recipient TEXT    NOT NULL,
  due       TEXT    NOT NULL, -- of one that is claimed, when its claim ends
  not_after TEXT    NOT NULL,
  slot      TEXT    NOT NULL,
  fence     INTEGER NOT NULL, -- how often it was claimed
  parked    TEXT, -- why
  content   TEXT    NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_due ON notice (due, id) WHERE parked IS NULL;
CREATE INDEX notice_parked ON notice (id) WHERE parked IS NOT NULL;
CREATE INDEX notice_unclaimed ON notice (cohort, slot) WHERE fence = 0;
CREATE INDEX notice_of ON notice (recipient);
CREATE TABLE notice_done (
  id        TEXT    PRIMARY KEY,
  not_after TEXT    NOT NULL,
  fence     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_done_stale ON notice_done (not_after);
`

/** The file of events, and of the views and notices made from them. */
export const logSchema: Schema = {
  what: 'log',
  applicationId: 0x726d_6c67, // 'rmlg'
  migrations: [
    { version: 1, what: 'events', sql: events },
    { version: 2, what: 'views', sql: views },
    { version: 3, what: 'rows of views by their places; views are made again', sql: places },
    { version: 4, what: 'notices, until they go', sql: notices },
  ],
  settings: [],
}
