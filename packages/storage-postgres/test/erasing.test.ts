import type { Port, Values } from '@reverse-mentoring/core'
import { postgresDirectory } from '@reverse-mentoring/storage-postgres'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { got } from './log.ts'
import { opened, schemaOfTest, sql } from './place.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

const someone = () => randomUUID() as Values.ParticipantId
const profile = (participant: Values.ParticipantId): Port.Profile => ({
  ...{ participant, name: 'Ada Example', attributes: {}, identity: {} },
})

describe.skipIf(url === '')('an erasure', () => {
  it('leaves nothing of somebody in a table once all of their cohorts were told', async () => {
    const schema = schemaOfTest(url)
    const directory = await opened(postgresDirectory({ url, schema }))
    const [participant, other] = [someone(), someone()]
    const [cohort, text] = [randomUUID() as Values.CohortId, randomUUID() as Values.TextId]
    await got(directory.putPeople([profile(participant)]))
    await got(directory.listCohort(cohort, [participant]))
    await got(directory.putText({ text, author: other, subjects: [participant], words: 'of Ada' }))
    await got(directory.erase([participant]))
    await got(directory.told(cohort, [participant]))
    const tables = await sql(
      url,
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text = $1`,
      [schema],
    )
    for (const { relname } of tables) {
      const rows = await sql(url, `SELECT * FROM ${schema}.${String(relname)}`)
      for (const trace of [participant, 'Ada']) expect(JSON.stringify(rows)).not.toContain(trace)
    }
    expect(tables.length).toBeGreaterThan(7)
  })
})
