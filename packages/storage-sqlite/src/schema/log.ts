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

/** The file of events, and of the views made from them. */
export const logSchema: Schema = {
  what: 'log',
  applicationId: 0x726d_6c67, // 'rmlg'
  migrations: [
    { version: 1, what: 'events', sql: events },
    { version: 2, what: 'views', sql: views },
  ],
  settings: [],
}
