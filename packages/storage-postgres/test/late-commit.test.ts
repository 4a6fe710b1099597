import type { Port, Values } from '@reverse-mentoring/core'
import {
  postgresDirectory,
  postgresEventStore,
  postgresViewStore,
  type Closable,
  type PostgresOptions,
} from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { assertSound, follow, got, readAll } from './log.ts'
import { opened, schemaOfTest, sql } from './place.ts'
import { batch } from './record.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

/** Has transactions that write such rows commit late: all is written and given out, and nobody sees it yet. */
const commitLate = (schema: string, table: string, rows: string): Promise<unknown> =>
  sql(
    url,
    `CREATE FUNCTION ${schema}.late() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END $$;
     CREATE CONSTRAINT TRIGGER late AFTER INSERT ON ${schema}.${table} DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW WHEN (${rows}) EXECUTE FUNCTION ${schema}.late()`,
  )

const isLate = async (schema: string): Promise<boolean> => {
  const asleep = await sql(
    url,
    `SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE '%"${schema}"%'`,
  )
  return asleep.length > 0
}

/** Starts one, and the other while the first has written all and not committed yet. */
const oneThenOther = async <A, B>(
  schema: string,
  one: () => Promise<A>,
  other: () => Promise<B>,
) => {
  const first = one()
  await expect.poll(() => isLate(schema), { interval: 10 }).toBe(true)
  return Promise.all([first, other()])
}

/** A place that is open twice, as by two processes. */
const twice = async <Adapter extends Closable>(
  open: (options: PostgresOptions) => TaskEither<unknown, Adapter>,
) => {
  const schema = schemaOfTest(url)
  const [one, other] = [await opened(open({ url, schema })), await opened(open({ url, schema }))]
  return { schema, one, other }
}

describe.skipIf(url === '')('who commits late', () => {
  it('keeps no reader of the log from what it wrote, and stands where it was written', async () => {
    const { schema, one, other } = await twice(postgresEventStore)
    await commitLate(schema, 'event', `NEW.stream = 'late' AND NEW.revision = 1`)
    let isOver = false
    const writing = oneThenOther(
      schema,
      one.append('late', 0, batch(1)),
      other.append('early', 0, batch(1)),
    ).finally(() => {
      isOver = true
    })
    const [seen, answers] = await Promise.all([follow(other, () => isOver), writing])
    expect(answers).toEqual([E.right({ revision: 1 }), E.right({ revision: 1 })])
    assertSound(seen)
    expect(seen).toEqual(await readAll(one))
    expect(seen.map(({ stream }) => stream)).toEqual(['late', 'early'])
  })

  it('makes the next append to its stream a conflict, or the next record', async () => {
    const { schema, one, other } = await twice(postgresEventStore)
    await commitLate(schema, 'event', `NEW.stream = 'late'`)
    const [first, next] = [batch(1), batch(1)]
    expect(
      await oneThenOther(schema, one.append('late', 0, first), other.append('late', 0, next)),
    ).toEqual([E.right({ revision: 1 }), E.left({ _tag: 'Conflict', actual: 1 })])
    const after = await oneThenOther(
      schema,
      one.append('late', 1, next),
      other.append('late', 2, batch(1)),
    )
    expect(after).toEqual([E.right({ revision: 2 }), E.right({ revision: 3 })])
  })

  it('of several views waits for nobody who waits for it, whatever the order of their changes', async () => {
    const { schema, one, other } = await twice(postgresViewStore)
    await sql(
      url,
      `CREATE FUNCTION ${schema}.slow() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN PERFORM pg_sleep(0.1); RETURN NULL; END $$;
       CREATE TRIGGER slow AFTER INSERT OR UPDATE ON ${schema}.view_header
         FOR EACH ROW EXECUTE FUNCTION ${schema}.slow()`,
    )
    const cohorts = [randomUUID(), randomUUID()].map((id) => id as Values.CohortId)
    const changesAfter = (after: number): ReadonlyArray<Port.ViewChange> =>
      cohorts.map((cohort) => ({
        ...{ view: 'momentum-1', cohort, after },
        ...{ header: { revision: 0, frame: {} }, rows: [] },
      }))
    for (const after of [0, 1]) {
      const changes = changesAfter(after)
      const answers = await Promise.all([
        one.commit({ changes })(),
        other.commit({ changes: changes.toReversed() })(),
      ])
      expect(answers.filter(E.isRight)).toHaveLength(1)
      expect(answers.find(E.isLeft)).toMatchObject({ left: { _tag: 'Overtaken' } })
    }
  })

  const people = async () => {
    const participant = randomUUID() as Values.ParticipantId
    const cohort = randomUUID() as Values.CohortId
    return { ...(await twice(postgresDirectory)), participant, cohort }
  }

  it('of a list has whoever erases tell its cohort', async () => {
    const { schema, one, other, participant, cohort } = await people()
    await commitLate(schema, 'listed', 'true')
    expect(
      await oneThenOther(schema, one.listCohort(cohort, [participant]), other.erase([participant])),
    ).toEqual([E.right(undefined), E.right([{ participant, cohorts: [cohort] }])])
  })

  it('of an erasure has nobody listed or kept any more', async () => {
    const { schema, one, other, participant, cohort } = await people()
    await commitLate(schema, 'gone', 'true')
    const person = { participant, name: 'Ada Example', attributes: {}, identity: {} }
    expect(
      await oneThenOther(schema, one.erase([participant]), () =>
        Promise.all([other.listCohort(cohort, [participant])(), other.putPeople([person])()]),
      ),
    ).toEqual([
      E.right([{ participant, cohorts: [] }]),
      [E.left({ _tag: 'Erased' }), E.right(undefined)],
    ])
    expect(await got(other.findPeople([participant]))).toEqual(new Map())
    expect(await got(other.cohortsOf(participant))).toEqual([])
  })
})
