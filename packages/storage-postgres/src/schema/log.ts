import { byIndex } from './by-index.ts'
import { notices } from './notices.ts'
import type { Schema } from './schema.ts'

const events = `
CREATE TABLE event (
  position    bigint      PRIMARY KEY, -- the place in the log of all streams, in the order of the commits
  stream      text        COLLATE "C" NOT NULL,
  revision    bigint      NOT NULL,
  id          text        COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  record      text        NOT NULL, -- JSON: id, type, schema, data, meta
  UNIQUE (stream, revision)
);
`

// The lock comes first, in a statement of its own: whatever is read after it is read as it stands once the lock is there.
// A transaction that kept the snapshot from before its wait would not see what the one before it has written.
const append = `
CREATE FUNCTION append(batches jsonb, patience integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  batch    jsonb;
  outcomes jsonb := '[]';
  last     bigint;
  actual   bigint;
  wanted   bigint;
  size     integer;
  preceded text;
  standing jsonb;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'appends need the isolation level read committed' USING ERRCODE = '0A000';
  END IF;
  PERFORM set_config('lock_timeout', patience::text, true);
  PERFORM pg_advisory_xact_lock(hashtextextended('reverse-mentoring log ' || current_schema(), 0));
  SELECT coalesce(max(position), 0) INTO last FROM event;
  FOR batch IN SELECT value FROM jsonb_array_elements(batches) LOOP
    wanted := (batch ->> 'expected')::bigint;
    size := jsonb_array_length(batch -> 'records');
    SELECT revision INTO actual FROM event
      WHERE stream = batch ->> 'stream' ORDER BY revision DESC LIMIT 1;
    actual := coalesce(actual, 0);
    SELECT id INTO preceded FROM event WHERE stream = batch ->> 'stream' AND revision = wanted;
    IF actual = wanted AND (NOT batch ? 'after' OR preceded = batch ->> 'after') THEN
      INSERT INTO event (position, stream, revision, id, recorded_at, record)
        SELECT last + n, batch ->> 'stream', wanted + n, one ->> 0, clock_timestamp(), one ->> 1
        FROM jsonb_array_elements(batch -> 'records') WITH ORDINALITY AS each (one, n);
      last := last + size;
      outcomes := outcomes || jsonb_build_object('is', 'written');
    ELSE
      SELECT jsonb_agg(id ORDER BY revision) INTO standing FROM event
        WHERE stream = batch ->> 'stream' AND revision > wanted AND revision <= wanted + size;
      outcomes := outcomes || CASE
        WHEN standing = jsonb_path_query_array(batch, '$.records[*][0]')
        THEN jsonb_build_object('is', 'standing')
        ELSE jsonb_build_object('is', 'conflict', 'actual', actual)
      END;
    END IF;
  END LOOP;
  RETURN outcomes;
END
$$;
`

const views = `
CREATE TABLE view_header (
  view    text    COLLATE "C" NOT NULL,
  cohort  text    COLLATE "C" NOT NULL,
  version bigint  NOT NULL,
  parked  boolean NOT NULL,
  header  text    NOT NULL, -- JSON: what the version is of
  PRIMARY KEY (view, cohort)
);
CREATE INDEX view_header_parked ON view_header (view, cohort) WHERE parked;
CREATE TABLE view_row (
  view   text COLLATE "C" NOT NULL,
  place  text COLLATE "C" NOT NULL,
  key    text COLLATE "C" NOT NULL,
  cohort text COLLATE "C" NOT NULL,
  row    text NOT NULL, -- JSON
  PRIMARY KEY (view, place, key, cohort)
);
CREATE INDEX view_row_of ON view_row (view, cohort);
CREATE TABLE reader (
  reader     text COLLATE "C" PRIMARY KEY,
  checkpoint text NOT NULL
);
`

// Headers are written first, in their order, so that two commits never wait for each other; a commit that is overtaken
// at one of them takes all of them back.
const commit = `
CREATE FUNCTION commit_views(changes jsonb, rows jsonb, progress jsonb, patience integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  change    jsonb;
  overtaken jsonb := '[]';
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'commits need the isolation level read committed' USING ERRCODE = '0A000';
  END IF;
  PERFORM set_config('lock_timeout', patience::text, true);
  FOR change IN
    SELECT value FROM jsonb_array_elements(changes)
    ORDER BY value ->> 'view' COLLATE "C", value ->> 'cohort' COLLATE "C"
  LOOP
    IF (change ->> 'after')::bigint = 0 THEN
      INSERT INTO view_header (view, cohort, version, parked, header)
        VALUES (change ->> 'view', change ->> 'cohort', 1, (change ->> 'parked')::boolean, change ->> 'header')
        ON CONFLICT DO NOTHING;
    ELSE
      UPDATE view_header
        SET version = version + 1, parked = (change ->> 'parked')::boolean, header = change ->> 'header'
        WHERE view = change ->> 'view' AND cohort = change ->> 'cohort'
          AND version = (change ->> 'after')::bigint;
    END IF;
    IF NOT FOUND THEN
      overtaken := overtaken || (change -> 'number');
    END IF;
  END LOOP;
  IF overtaken <> '[]' THEN
    RAISE EXCEPTION 'overtaken' USING ERRCODE = 'RM001';
  END IF;

  DELETE FROM view_row USING jsonb_array_elements(changes) AS anew
    WHERE (anew ->> 'anew')::boolean AND view = anew ->> 'view' AND cohort = anew ->> 'cohort';
  DELETE FROM view_row USING jsonb_array_elements(rows) AS gone
    WHERE gone ->> 4 IS NULL
      AND view = gone ->> 0 AND cohort = gone ->> 1 AND place = gone ->> 2 AND key = gone ->> 3;
  INSERT INTO view_row AS standing (view, cohort, place, key, row)
    SELECT kept ->> 0, kept ->> 1, kept ->> 2, kept ->> 3, kept ->> 4
    FROM jsonb_array_elements(rows) AS kept WHERE kept ->> 4 IS NOT NULL
    ON CONFLICT (view, place, key, cohort) DO UPDATE SET row = excluded.row
      WHERE standing.row <> excluded.row;

  IF NOT progress ? 'from' THEN
    INSERT INTO reader (reader, checkpoint)
      SELECT value, progress ->> 'checkpoint' FROM jsonb_array_elements_text(progress -> 'readers')
      ORDER BY value COLLATE "C"
      ON CONFLICT (reader) DO UPDATE SET checkpoint = excluded.checkpoint;
  ELSIF NOT progress -> 'from' ? 'at' THEN
    INSERT INTO reader (reader, checkpoint)
      SELECT value, progress ->> 'checkpoint' FROM jsonb_array_elements_text(progress -> 'readers')
      ORDER BY value COLLATE "C"
      ON CONFLICT DO NOTHING;
  ELSE
    UPDATE reader SET checkpoint = progress ->> 'checkpoint'
      WHERE reader IN (
        SELECT reader FROM reader
        WHERE reader IN (SELECT jsonb_array_elements_text(progress -> 'readers'))
          AND checkpoint = progress -> 'from' ->> 'at'
        ORDER BY reader FOR UPDATE);
  END IF;
  RETURN overtaken;
EXCEPTION WHEN SQLSTATE 'RM001' THEN
  RETURN overtaken;
END
$$;
`

// Readers of the view go first: one that is cut short leaves no checkpoint that would pass by what it took.
const drop = `
CREATE FUNCTION drop_some(given text, most integer, patience integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
DECLARE
  next  text;
  taken integer := 0;
  rows  integer;
BEGIN
  PERFORM set_config('lock_timeout', patience::text, true);
  DELETE FROM reader WHERE reader = given;
  WHILE taken < most LOOP
    SELECT cohort INTO next FROM view_header WHERE view = given ORDER BY cohort LIMIT 1 FOR UPDATE;
    IF NOT FOUND THEN
      RETURN false;
    END IF;
    DELETE FROM view_row WHERE view = given AND cohort = next;
    GET DIAGNOSTICS rows = ROW_COUNT;
    DELETE FROM view_header WHERE view = given AND cohort = next;
    taken := taken + rows + 1;
  END LOOP;
  RETURN true;
END
$$;
`

/** The schema of events, and of the views and notices made from them. */
export const logSchema: Schema = {
  what: 'log',
  migrations: [
    { version: 1, what: 'events, and how they are appended', sql: `${events}${append}` },
    { version: 2, what: 'views, how they are committed and dropped', sql: views + commit + drop },
    { version: 3, what: 'notices, how they are put, claimed and settled', sql: notices },
  ],
}
