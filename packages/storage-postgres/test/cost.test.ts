import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import { describe, expect, it } from 'vitest'
import { got } from './log.ts'
import { opened, schemaOfTest, sql } from './place.ts'
import { batch } from './record.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

/** Pages of the database that a statement looks at, however fast the machine is. */
const pagesOf = async (statement: string): Promise<number> => {
  const [row] = await sql(url, `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`)
  const plan = (row?.['QUERY PLAN'] as ReadonlyArray<{ readonly Plan: Record<string, number> }>)[0]
  return (plan?.Plan['Shared Hit Blocks'] ?? 0) + (plan?.Plan['Shared Read Blocks'] ?? 0)
}

describe.skipIf(url === '')('the cost of a log', () => {
  it('does not grow with it: of an append, and of a page of the log or of a stream', async () => {
    const schema = schemaOfTest(url)
    const store = await opened(postgresEventStore({ url, schema }))
    await got(store.append('cohort-a', 0, batch(1)))
    // The server learns that the table is small, and may plan so.
    await sql(url, `ANALYZE ${schema}.event`)
    const append = async (expected: number): Promise<number> => {
      const [record] = batch(1)
      const given = [
        { stream: 'cohort-a', expected, records: [[record.id, JSON.stringify(record)]] },
      ]
      return pagesOf(`SELECT ${schema}.append('${JSON.stringify(given)}', 1000)`)
    }
    // After some calls a connection keeps its plans.
    for (let expected = 1; expected < 12; expected += 1) await append(expected)
    const few = await append(12)
    await sql(
      url,
      `INSERT INTO ${schema}.event (position, stream, revision, id, recorded_at, record)
       SELECT n, CASE WHEN n % 2 = 0 THEN 'cohort-a' ELSE 'cohort-b' END,
         CASE WHEN n % 2 = 0 THEN n / 2 + 7 ELSE (n - 13) / 2 END, n::text, now(),
         '{"id":"' || n || '","type":"T","schema":1,"data":{},"meta":{}}'
       FROM generate_series(14, 100013) AS n`,
    )
    const many = await append(50_013)
    expect(many).toBeLessThan(few + 200)
    for (const after of [20, 50_000, 99_990]) {
      const page = await got(
        store.readLog({ after: `${String(after)}.${String(after)}`, limit: 5 }),
      )
      expect(page.records.map(({ checkpoint }) => checkpoint)).toHaveLength(5)
    }
    for (const after of [10, 25_000, 49_990])
      expect((await got(store.readStream('cohort-b', { after, limit: 5 }))).records).toHaveLength(5)
    for (const page of [
      `SELECT record FROM ${schema}.event WHERE position >= 50000 ORDER BY position LIMIT 7`,
      `SELECT record FROM ${schema}.event WHERE stream = 'cohort-a' AND revision > 25000 ORDER BY revision LIMIT 6`,
    ])
      expect(await pagesOf(page)).toBeLessThan(20)
  })
})
