import type { Values } from '@reverse-mentoring/core'
import { explainTooManyRows, readAnswers, type ReadFailure } from '@reverse-mentoring/report'
import { openEngine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'
import { countsOf } from './counts.ts'
import { makeReport } from './make-report.ts'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { storePlaces, type Store } from './store/store.ts'
import { asideOf, writeReport } from './write-report.ts'
import { sayFailure } from './simulation/failure.ts'
import type { Setting } from './simulation/setting.ts'
import { failed, type Stop } from './stop.ts'
import { summaryText } from './summary.ts'

/** A run that has come as far as it was to. */
export interface Run {
  readonly setting: Setting
  readonly ports: Ports
  readonly store: Store
  readonly asOf: Values.Instant
  readonly names: boolean
  readonly folder: string
  readonly progress: Progress
}

const leftBehind = ({ folder, store }: Run): string => {
  const [history, people] = storePlaces(store)
  return [
    `${join(folder, 'report.html')} – open it in a browser`,
    `${join(asideOf(folder), 'sponsor.txt')} – figures that may be handed on`,
    `${join(asideOf(folder), 'mail.html')} – what there is to do, as a mail`,
    `${join(asideOf(folder), '*.csv')} – every table of the report`,
    `${history} – the history and its views, nothing personal`,
    `${people} – names, addresses and words, to be deleted at will`,
  ].join('\n')
}

const sayRead = (failure: ReadFailure): string =>
  failure._tag === 'TooManyRows' ? explainTooManyRows(failure) : sayFailure(failure)

/** Writes the report and sums up. */
export const tellEnd = async (run: Run): Promise<E.Either<Stop, void>> => {
  const { setting, ports, asOf, names, folder, progress } = run
  const engine = await openEngine(ports)()
  if (E.isLeft(engine)) return E.left(failed(sayFailure(engine.left)))
  const read = await readAnswers(engine.right.coordinator(setting.coordinator.id), {
    cohort: setting.cohort,
    asOf,
  })()
  await engine.right.close()
  if (E.isLeft(read)) return E.left(failed(sayRead(read.left)))
  const answers = read.right
  if (answers === undefined) return E.left(failed('Nothing has happened yet.'))
  const { directory } = ports
  const data = await makeReport({ setting, directory, answers, names })()
  if (E.isLeft(data)) return E.left(failed(sayFailure(data.left)))
  const written = await writeReport(folder, data.right)
  if (E.isLeft(written))
    return E.left(failed(`${written.left} Move what is there, and ask for the same again.`))
  progress.end()
  progress.say(`\n${summaryText({ data: data.right, counts: countsOf(answers) })}\n`)
  progress.say(leftBehind(run))
  return E.right(undefined)
}
