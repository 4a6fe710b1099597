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

/** The file of events, and of the views made from them. */
export const logSchema: Schema = {
  what: 'log',
  applicationId: 0x726d_6c67, // 'rmlg'
  migrations: [
    { version: 1, what: 'events', sql: events },
    { version: 2, what: 'views', sql: views },
    { version: 3, what: 'rows of views by their places; views are made again', sql: places },
  ],
  settings: [],
}
