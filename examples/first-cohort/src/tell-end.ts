import { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'
import { makeReport } from './make-report.ts'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { readViews } from './read-views.ts'
import { report } from './report/report.ts'
import { writeWhole } from './settings.ts'
import { sayFailure } from './simulation/failure.ts'
import { eventsAfter } from './simulation/history.ts'
import type { Setting } from './simulation/setting.ts'
import { failed, type Stop } from './stop.ts'
import { summaryText } from './summary.ts'

/** A run that has come as far as it was to. */
export interface Run {
  readonly setting: Setting
  readonly ports: Ports
  /** It stopped right before. */
  readonly until: Values.Instant
  readonly names: boolean
  readonly folder: string
  readonly progress: Progress
}

const leftBehind = (folder: string): string =>
  [
    `${join(folder, 'report.html')} – open it in a browser`,
    `${join(folder, 'cohort.sqlite')} – the history and its views, nothing personal`,
    `${join(folder, 'directory.sqlite')} – names, addresses and words, to be deleted at will`,
  ].join('\n')

/** Writes the report and sums up. */
export const tellEnd = async (run: Run): Promise<E.Either<Stop, void>> => {
  const { setting, ports, until, names, folder, progress } = run
  const { store, directory } = ports
  const read = await eventsAfter(store, setting.cohort, 0)()
  if (E.isLeft(read)) return E.left(failed(sayFailure(read.left)))
  const events = read.right
  const asOf = Values.later(events.at(-1)?.at ?? until, Values.plusMillis(until, -1))
  const data = await makeReport({ setting, directory, events, asOf, names })()
  if (E.isLeft(data)) return E.left(failed(sayFailure(data.left)))
  const counts = await readViews(ports, setting.cohort, setting.coordinator)()
  if (E.isLeft(counts)) return E.left(failed(sayFailure(counts.left)))
  if (data.right === undefined) return E.left(failed('Nothing has happened yet.'))
  await writeWhole(join(folder, 'report.html'), report(data.right))
  progress.end()
  progress.say(`\n${summaryText({ data: data.right, counts: counts.right })}\n`)
  progress.say(leftBehind(folder))
  return E.right(undefined)
}
