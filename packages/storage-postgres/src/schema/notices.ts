import { byIndex } from './by-index.ts'

// What is done is apart, so that what waits stays small, however much has gone.
const tables = `
CREATE TABLE notice_header (
  cohort  text    COLLATE "C" PRIMARY KEY,
  version bigint  NOT NULL,
  parked  boolean NOT NULL,
  header  text    NOT NULL -- JSON: what the version is of
);
CREATE INDEX notice_header_parked ON notice_header (cohort) WHERE parked;
CREATE TABLE notice_reader (
  reader     integer PRIMARY KEY CHECK (reader = 1),
  checkpoint text    COLLATE "C" NOT NULL
);
CREATE TABLE notice (
  id        text   COLLATE "C" PRIMARY KEY,
  cohort    text   COLLATE "C" NOT NULL,
  recipient text   COLLATE "C" NOT NULL,
  due       text   COLLATE "C" NOT NULL, -- of one that is claimed, when its claim ends
  not_after text   COLLATE "C" NOT NULL,
  slot      text   COLLATE "C" NOT NULL,
  fence     bigint NOT NULL, -- how often it was claimed
  parked    text, -- why
  content   text   NOT NULL -- JSON
);
CREATE INDEX notice_due ON notice (due, id) WHERE parked IS NULL;
CREATE INDEX notice_parked ON notice (id) WHERE parked IS NOT NULL;
CREATE INDEX notice_unclaimed ON notice (cohort, slot) WHERE fence = 0;
CREATE INDEX notice_of ON notice (recipient);
CREATE TABLE notice_done (
  id        text   COLLATE "C" PRIMARY KEY,
  not_after text   COLLATE "C" NOT NULL,
  fence     bigint NOT NULL
);
CREATE INDEX notice_done_stale ON notice_done (not_after);
`

// One writer at a time: no id is taken while it is being done, and no notice is in two claims.
const turn = `
CREATE FUNCTION notices_turn(patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'an outbox needs the isolation level read committed' USING ERRCODE = '0A000';
  END IF;
  PERFORM set_config('lock_timeout', patience::text, true);
  PERFORM pg_advisory_xact_lock(hashtextextended('reverse-mentoring notices ' || current_schema(), 0));
END
$$;

CREATE FUNCTION finish_notices(ids text[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  finished integer;
BEGIN
  INSERT INTO notice_done (id, not_after, fence)
    SELECT id, not_after, fence FROM notice WHERE id = ANY (ids);
  DELETE FROM notice WHERE id = ANY (ids);
  GET DIAGNOSTICS finished = ROW_COUNT;
  RETURN finished;
END
$$;
`

const commit = `
-- Slot by slot, so that each is found by the index, however many notices of the cohort nobody has claimed.
CREATE FUNCTION finish_slots(given_cohort text, slots jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  one      text;
  finished integer := 0;
BEGIN
  FOR one IN SELECT jsonb_array_elements_text(slots) LOOP
    finished := finished + finish_notices(ARRAY(
      SELECT id FROM notice WHERE cohort = given_cohort AND slot = one AND fence = 0));
  END LOOP;
  RETURN finished;
END
$$;

CREATE FUNCTION put_notice(given_cohort text, given jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  given_id text := given ->> 'id';
  met      integer;
BEGIN
  IF EXISTS (SELECT FROM notice WHERE id = given_id)
    OR EXISTS (SELECT FROM notice_done WHERE id = given_id) THEN
    RETURN;
  END IF;
  met := finish_slots(given_cohort, given -> 'meets');
  PERFORM finish_slots(given_cohort, given -> 'replaces');
  INSERT INTO notice (id, cohort, recipient, due, not_after, slot, fence, content)
    VALUES (given_id, given_cohort, given ->> 'recipient', given ->> 'due', given ->> 'notAfter',
      given ->> 'slot', 0, given ->> 'content');
  IF met > 0 THEN
    PERFORM finish_notices(ARRAY[given_id]);
  END IF;
END
$$;

CREATE FUNCTION commit_notices(changes jsonb, progress jsonb, patience integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  change    jsonb;
  notice    jsonb;
  overtaken jsonb;
BEGIN
  PERFORM notices_turn(patience);
  SELECT coalesce(jsonb_agg(one -> 'number'), '[]') INTO overtaken
    FROM jsonb_array_elements(changes) AS one
    WHERE (one ->> 'after')::bigint <> coalesce(
      (SELECT version FROM notice_header WHERE cohort = one ->> 'cohort'), 0);
  IF overtaken <> '[]' THEN
    RETURN overtaken;
  END IF;
  FOR change IN SELECT value FROM jsonb_array_elements(changes) LOOP
    INSERT INTO notice_header (cohort, version, parked, header)
      VALUES (change ->> 'cohort', (change ->> 'after')::bigint + 1,
        (change ->> 'parked')::boolean, change ->> 'header')
      ON CONFLICT (cohort) DO UPDATE
        SET version = excluded.version, parked = excluded.parked, header = excluded.header;
    FOR notice IN SELECT value FROM jsonb_array_elements(change -> 'put') LOOP
      PERFORM put_notice(change ->> 'cohort', notice);
    END LOOP;
  END LOOP;
  IF progress ? 'checkpoint' AND (NOT progress ? 'from' OR
    (progress -> 'from' ->> 'at') IS NOT DISTINCT FROM (SELECT checkpoint FROM notice_reader)) THEN
    INSERT INTO notice_reader (reader, checkpoint) VALUES (1, progress ->> 'checkpoint')
      ON CONFLICT (reader) DO UPDATE SET checkpoint = excluded.checkpoint;
  END IF;
  RETURN overtaken;
END
$$;
`

const claim = `
CREATE FUNCTION claim_notices(at text, ends text, most integer, patience integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  ids text[];
BEGIN
  PERFORM notices_turn(patience);
  ids := ARRAY(
    SELECT id FROM notice WHERE parked IS NULL AND due <= at COLLATE "C"
    ORDER BY due, id LIMIT most);
  UPDATE notice SET due = ends, fence = fence + 1 WHERE id = ANY (ids);
  RETURN jsonb_build_object(
    'notices', (
      SELECT coalesce(jsonb_agg(to_jsonb(notice) ORDER BY n), '[]')
      FROM unnest(ids) WITH ORDINALITY AS each (id, n) JOIN notice USING (id)),
    'next', (SELECT due FROM notice WHERE parked IS NULL ORDER BY due LIMIT 1));
END
$$;
`

const settle = `
CREATE FUNCTION settle_notices(said jsonb, patience integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  one      jsonb;
  given    text;
  held     bigint;
  is_held  boolean;
  outdated integer[] := '{}';
BEGIN
  PERFORM notices_turn(patience);
  FOR one IN SELECT value FROM jsonb_array_elements(said) LOOP
    given := one ->> 'id';
    held := (one ->> 'fence')::bigint;
    is_held := EXISTS (SELECT FROM notice WHERE id = given AND fence = held);
    IF NOT is_held THEN
      IF one ->> 'as' <> 'Done'
        OR NOT EXISTS (SELECT FROM notice_done WHERE id = given AND fence = held) THEN
        outdated := outdated || (one ->> 'number')::integer;
      END IF;
    ELSIF one ->> 'as' = 'Done' THEN
      PERFORM finish_notices(ARRAY[given]);
    ELSIF one ->> 'as' = 'Later' THEN
      UPDATE notice SET due = one ->> 'due', parked = NULL WHERE id = given;
    ELSE
      UPDATE notice SET parked = one ->> 'because' WHERE id = given;
    END IF;
  END LOOP;
  RETURN to_jsonb(outdated);
END
$$;
`

const beside = `
CREATE FUNCTION retry_notices(ids jsonb, at text, patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
BEGIN
  PERFORM notices_turn(patience);
  UPDATE notice SET due = at, parked = NULL, fence = fence + 1
    WHERE parked IS NOT NULL AND id IN (SELECT jsonb_array_elements_text(ids));
END
$$;

CREATE FUNCTION forget_notices(people jsonb, patience integer) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
BEGIN
  PERFORM notices_turn(patience);
  PERFORM finish_notices(ARRAY(
    SELECT id FROM notice WHERE recipient IN (SELECT jsonb_array_elements_text(people))));
END
$$;

CREATE FUNCTION sweep_some_notices(before text, most integer, patience integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path FROM CURRENT ${byIndex} AS $$
DECLARE
  swept integer;
BEGIN
  PERFORM notices_turn(patience);
  DELETE FROM notice_done WHERE id = ANY (ARRAY(
    SELECT id FROM notice_done WHERE not_after < before COLLATE "C" ORDER BY not_after LIMIT most));
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept = most;
END
$$;
`

/** Notices, and how they are put, claimed and settled. */
export const notices = tables + turn + commit + claim + settle + beside
