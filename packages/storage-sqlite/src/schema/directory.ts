import type { Schema } from './schema.ts'

const people = `
CREATE TABLE participant (
  participant TEXT PRIMARY KEY,
  person      TEXT, -- JSON; absent for whom only cohorts are listed, and for whom is erased
  erased      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE listed (
  participant TEXT NOT NULL,
  cohort      TEXT NOT NULL,
  PRIMARY KEY (participant, cohort)
) STRICT, WITHOUT ROWID;
CREATE TABLE salt (
  cohort TEXT PRIMARY KEY,
  salt   TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
`

const texts = `
CREATE TABLE text (
  text  TEXT PRIMARY KEY,
  words TEXT NOT NULL -- JSON: text, author, subjects, words
) STRICT, WITHOUT ROWID;
CREATE TABLE text_of (
  text        TEXT NOT NULL REFERENCES text ON DELETE CASCADE,
  participant TEXT NOT NULL,
  PRIMARY KEY (text, participant)
) STRICT, WITHOUT ROWID;
CREATE INDEX text_of_participant ON text_of (participant);
CREATE TABLE label (
  language TEXT NOT NULL,
  code     TEXT NOT NULL,
  label    TEXT NOT NULL, -- JSON
  PRIMARY KEY (language, code)
) STRICT, WITHOUT ROWID;
`

const secrets = `
CREATE TABLE secret (
  name   TEXT PRIMARY KEY,
  secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_erased ON participant (participant) WHERE erased;
DELETE FROM participant WHERE erased AND participant NOT IN (SELECT participant FROM listed);
`

// One row for each erasure after which the file was not written anew yet. Whether an older version left one is not known.
const owed = `
CREATE TABLE scrub_owed (
  erasure INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
INSERT INTO scrub_owed DEFAULT VALUES;
`

// SHA-256 of the ids of all who were ever erased, so that nothing of them is taken again.
const gone = `
CREATE TABLE gone (
  digest TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`

// What people are called elsewhere, by a keyed digest; without a participant for who was erased.
const externalKeys = `
CREATE TABLE external_key (
  key         TEXT PRIMARY KEY,
  participant TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX external_key_participant ON external_key (participant) WHERE participant IS NOT NULL;
`

/** The file of everything personal, and of what codes are called. */
export const directorySchema: Schema = {
  what: 'directory',
  applicationId: 0x726d_6472, // 'rmdr'
  migrations: [
    { version: 1, what: 'people, their cohorts, and salts', sql: people },
    { version: 2, what: 'texts and labels', sql: texts },
    { version: 3, what: 'secrets, and who is being erased', sql: secrets },
    { version: 4, what: 'after which erasures the file is still to be written anew', sql: owed },
    { version: 5, what: 'of whom nothing is taken again', sql: gone },
    { version: 6, what: 'what people are called elsewhere', sql: externalKeys },
  ],
  // What is deleted is overwritten, and nothing of it is left in a file for temporary use.
  settings: ['secure_delete = ON', 'temp_store = MEMORY'],
}
