import { Stored, Values, type Command } from '@reverse-mentoring/core'
import { openEngine, promise, type Engine, type Receipt } from '@reverse-mentoring/runtime'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timedAsync } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { storeCohorts, streamsOf } from './many-cohorts.ts'

const size = { cohorts: 50, events: 500, turn: 500 }
const writers = 64
const commands = 40

/** The figure below which so many of a hundred lie. */
const percentile = (figures: ReadonlyArray<number>, of: number): number => {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))] ?? Number.NaN
}

/** A word on somebody's hours, always news. */
const amending = async (
  engine: Engine,
  cohort: Values.CohortId,
): Promise<(turn: number) => Command.AmendEnrolment> => {
  const loaded = await promise(engine.load(cohort))
  const page = loaded.cohort.opened
  if (page === undefined) throw new Error(`no cohort ${Stored.cohortStream(cohort)}`)
  const roster = await promise(engine.coordinator(page.by.id).roster(cohort))
  const enrolment = roster.items[0]?.enrolment
  if (enrolment === undefined) throw new Error('nobody is enrolled')
  return (turn) => ({
    type: 'AmendEnrolment',
    cohort,
    at: Values.plusMillis(page.plannedEnd, turn),
    by: page.by,
    enrolment,
    capacity: 1 + (turn % 20),
  })
}

/** Many writers, each waiting for the view after every command. */
export async function* awaitingRows(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const [log, directory] = [join(folder, 'log.sqlite'), join(folder, 'directory.sqlite')]
  const ports = await promise(openSqlite({ log, directory }))
  try {
    await storeCohorts(ports.store, size)
    const engine = await promise(openEngine(ports))
    await promise(engine.catchUp)
    const cohorts = streamsOf(size)
    const [handled, awaited]: readonly [Array<number>, Array<number>] = [[], []]
    let turn = 0
    const write = async (writer: number): Promise<void> => {
      const cohort = cohorts[writer % cohorts.length]
      if (cohort === undefined) return
      const next = await amending(engine, cohort)
      for (let n = 0; n < commands; n += 1) {
        turn += 1
        let receipt: E.Either<unknown, Receipt> | undefined
        const command = next(turn)
        handled.push(
          await timedAsync(async () => {
            receipt = await engine.handle(command)()
          }),
        )
        if (receipt === undefined || E.isLeft(receipt)) continue
        const given = receipt.right
        awaited.push(await timedAsync(() => promise(engine.awaitView(given))))
      }
    }
    const writeAll = () =>
      Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    // The first round compiles the code, which either figure would pay for by chance.
    await writeAll()
    for (const figures of [handled, awaited]) figures.length = 0
    await writeAll()
    if (awaited.length < (writers * commands) / 2) throw new Error('too few commands took effect')
    yield atMost(
      'awaitView, p99 under 64 writers on 50 cohorts, SQLite, synchronous=FULL',
      percentile(awaited, 99),
      ['p99 of handle in the same run', percentile(handled, 99)],
      3,
    )
  } finally {
    await promise(ports.close)
    await rm(folder, { recursive: true })
  }
}
