import type { Values } from '@reverse-mentoring/core'
import { openEngine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'
import { countsOf } from './counts.ts'
import { makeReport } from './make-report.ts'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { readAnswers } from './read-answers.ts'
import { report } from './report/report.ts'
import { writeWhole } from './write-whole.ts'
import { sayFailure } from './simulation/failure.ts'
import type { Setting } from './simulation/setting.ts'
import { failed, type Stop } from './stop.ts'
import { summaryText } from './summary.ts'

/** A run that has come as far as it was to. */
export interface Run {
  readonly setting: Setting
  readonly ports: Ports
  readonly asOf: Values.Instant
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
  const { setting, ports, asOf, names, folder, progress } = run
  const engine = await openEngine(ports)()
  if (E.isLeft(engine)) return E.left(failed(sayFailure(engine.left)))
  const read = await readAnswers(engine.right, { ...setting, asOf })()
  await engine.right.close()
  if (E.isLeft(read)) return E.left(failed(sayFailure(read.left)))
  const answers = read.right
  if (answers === undefined) return E.left(failed('Nothing has happened yet.'))
  const { directory } = ports
  const data = await makeReport({ setting, directory, answers, asOf, names })()
  if (E.isLeft(data)) return E.left(failed(sayFailure(data.left)))
  const written = await writeWhole(join(folder, 'report.html'), report(data.right))
  if (E.isLeft(written))
    return E.left(failed(`${written.left} Move what is there, and ask for the same again.`))
  progress.end()
  progress.say(`\n${summaryText({ data: data.right, counts: countsOf(answers) })}\n`)
  progress.say(leftBehind(folder))
  return E.right(undefined)
}
