import type { Schema } from './schema.ts'

// What is deleted is to be overwritten soon: every row that goes counts.
const soon = 'WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1)'

const tables = `
CREATE TABLE participant (
  participant text    COLLATE "C" PRIMARY KEY,
  person      text, -- JSON; absent for whom only cohorts are listed, and for whom is erased
  erased      boolean NOT NULL DEFAULT false
) ${soon};
CREATE INDEX participant_erased ON participant (participant) WHERE erased;
CREATE TABLE listed (
  participant text COLLATE "C" NOT NULL,
  cohort      text COLLATE "C" NOT NULL,
  PRIMARY KEY (participant, cohort)
) ${soon};
CREATE TABLE salt (
  name  text COLLATE "C" PRIMARY KEY, -- the cohort
  value text NOT NULL
) ${soon};
CREATE TABLE secret (
  name  text COLLATE "C" PRIMARY KEY,
  value text NOT NULL
);
CREATE TABLE words (
  text  text COLLATE "C" PRIMARY KEY,
  words text NOT NULL -- JSON: text, author, subjects, words
) ${soon};
CREATE TABLE words_of (
  text        text COLLATE "C" NOT NULL REFERENCES words ON DELETE CASCADE,
  participant text COLLATE "C" NOT NULL,
  PRIMARY KEY (text, participant)
) ${soon};
CREATE INDEX words_of_participant ON words_of (participant);
CREATE TABLE label (
  language text COLLATE "C" NOT NULL,
  code     text COLLATE "C" NOT NULL,
  label    text NOT NULL, -- JSON
  PRIMARY KEY (language, code)
);
-- SHA-256 of the ids of all who were ever erased, so that nothing of them is taken again.
CREATE TABLE gone (
  digest text COLLATE "C" PRIMARY KEY
);
-- What people are called elsewhere, by a keyed digest; without a participant for who was erased.
CREATE TABLE external_key (
  key         text COLLATE "C" PRIMARY KEY,
  participant text COLLATE "C"
) ${soon};
CREATE INDEX external_key_participant ON external_key (participant) WHERE participant IS NOT NULL;
`

// One writer at a time, so that nobody is listed, kept or named while they are being erased.
const changes = `
CREATE FUNCTION have_turn(patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'a directory needs the isolation level read committed' USING ERRCODE = '0A000';
  END IF;
  PERFORM set_config('lock_timeout', patience::text, true);
  PERFORM pg_advisory_xact_lock(hashtextextended('reverse-mentoring directory ' || current_schema(), 0));
END
$$;

CREATE FUNCTION digest_of(participant text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(participant, 'UTF8')), 'hex') $$;

CREATE FUNCTION put_people(people jsonb, patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM have_turn(patience);
  INSERT INTO participant (participant, person)
    SELECT one ->> 0, one ->> 1 FROM jsonb_array_elements(people) AS one
    WHERE NOT EXISTS (SELECT FROM gone WHERE digest = digest_of(one ->> 0))
    ON CONFLICT (participant) DO UPDATE SET person = excluded.person;
END
$$;

CREATE FUNCTION list_cohort(given text, people jsonb, patience integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM have_turn(patience);
  IF EXISTS (
    SELECT FROM jsonb_array_elements_text(people) AS one JOIN gone ON digest = digest_of(one)
  ) THEN
    RETURN false;
  END IF;
  INSERT INTO listed (participant, cohort)
    SELECT one, given FROM jsonb_array_elements_text(people) AS one ON CONFLICT DO NOTHING;
  RETURN true;
END
$$;

CREATE FUNCTION take_keys(keys jsonb, patience integer) RETURNS SETOF external_key
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM have_turn(patience);
  INSERT INTO external_key (key, participant)
    SELECT one ->> 0, one ->> 1 FROM jsonb_array_elements(keys) AS one
    WHERE NOT EXISTS (SELECT FROM gone WHERE digest = digest_of(one ->> 1))
    ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT * FROM external_key
    WHERE external_key.key IN (SELECT one ->> 0 FROM jsonb_array_elements(keys) AS one);
END
$$;

CREATE FUNCTION put_words(given text, people jsonb, told text, patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM have_turn(patience);
  IF EXISTS (
    SELECT FROM jsonb_array_elements_text(people) AS one JOIN gone ON digest = digest_of(one)
  ) THEN
    RETURN;
  END IF;
  DELETE FROM words WHERE text = given;
  INSERT INTO words (text, words) VALUES (given, told);
  INSERT INTO words_of (text, participant)
    SELECT given, one FROM jsonb_array_elements_text(people) AS one;
END
$$;

CREATE FUNCTION put_labels(labels jsonb, patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM have_turn(patience);
  INSERT INTO label (language, code, label)
    SELECT one ->> 0, one ->> 1, one ->> 2 FROM jsonb_array_elements(labels) AS one
    ON CONFLICT (language, code) DO UPDATE SET label = excluded.label;
END
$$;

CREATE FUNCTION keep_salt(given text, fresh text, patience integer) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
DECLARE
  kept text;
BEGIN
  SELECT value INTO kept FROM salt WHERE name = given;
  IF kept IS NULL THEN
    PERFORM have_turn(patience);
    INSERT INTO salt (name, value) VALUES (given, fresh) ON CONFLICT DO NOTHING;
    SELECT value INTO kept FROM salt WHERE name = given;
  END IF;
  RETURN kept;
END
$$;

CREATE FUNCTION keep_secret(given text, fresh text, patience integer) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
DECLARE
  kept text;
BEGIN
  SELECT value INTO kept FROM secret WHERE name = given;
  IF kept IS NULL THEN
    PERFORM have_turn(patience);
    INSERT INTO secret (name, value) VALUES (given, fresh) ON CONFLICT DO NOTHING;
    SELECT value INTO kept FROM secret WHERE name = given;
  END IF;
  RETURN kept;
END
$$;
`

const erasing = `
CREATE FUNCTION cohorts_of(given text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT coalesce(jsonb_agg(cohort ORDER BY cohort), '[]') FROM listed WHERE participant = given
$$;

CREATE FUNCTION erase(people jsonb, patience integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
DECLARE
  ids text[] := ARRAY(SELECT jsonb_array_elements_text(people));
BEGIN
  PERFORM have_turn(patience);
  INSERT INTO gone (digest) SELECT DISTINCT digest_of(one) FROM unnest(ids) AS one ON CONFLICT DO NOTHING;
  DELETE FROM words WHERE text IN (SELECT words_of.text FROM words_of WHERE participant = ANY (ids));
  UPDATE external_key SET participant = NULL WHERE participant = ANY (ids);
  DELETE FROM salt WHERE name IN (SELECT cohort FROM listed WHERE participant = ANY (ids));
  -- The id of whom no cohort has to be told is not kept.
  DELETE FROM participant WHERE participant = ANY (ids)
    AND NOT EXISTS (SELECT FROM listed WHERE listed.participant = participant.participant);
  INSERT INTO participant (participant, erased)
    SELECT DISTINCT listed.participant, true FROM listed WHERE listed.participant = ANY (ids)
    ON CONFLICT (participant) DO UPDATE SET person = NULL, erased = true WHERE NOT participant.erased;
  RETURN (
    SELECT jsonb_agg(cohorts_of(one) ORDER BY n)
    FROM unnest(ids) WITH ORDINALITY AS each (one, n));
END
$$;

CREATE FUNCTION tell(given text, people jsonb, patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
DECLARE
  ids text[];
BEGIN
  PERFORM have_turn(patience);
  ids := ARRAY(
    SELECT participant FROM participant
    WHERE erased AND participant IN (SELECT jsonb_array_elements_text(people)));
  DELETE FROM listed WHERE cohort = given AND participant = ANY (ids);
  DELETE FROM participant WHERE participant = ANY (ids)
    AND NOT EXISTS (SELECT FROM listed WHERE listed.participant = participant.participant);
END
$$;
`

/** The schema of everything personal, and of what codes are called. */
export const directorySchema: Schema = {
  what: 'directory',
  migrations: [
    {
      version: 1,
      what: 'people, texts, labels, secrets, and their erasure',
      sql: tables + changes + erasing,
    },
  ],
}
