import type { Port, Values } from '@reverse-mentoring/core'
import { sqliteViewStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { spawnSync } from 'node:child_process'
import { writeSync } from 'node:fs'

/**
 * Commits to headers to which others commit as well, the second one every other time, and says each commit that was
 * acknowledged: the versions that it made, and what its rows, of which there are so many, are of. So many times it
 * sleeps between reading and committing, until a process that it starts then was faster.
 */
const [
  ,
  ,
  file = '',
  view = '',
  one = '',
  two = '',
  who = '',
  times = '0',
  asleep = '0',
  size = '1',
] = process.argv
const right = async <A>(task: TaskEither<unknown, A>): Promise<A> => {
  const answer = await task()
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}
const views = await right(sqliteViewStore({ file }))
const named = (cohort: string): Port.ViewOf => ({ view, cohort: cohort as Values.CohortId })

const versions = async (): Promise<ReadonlyArray<number>> =>
  (await right(views.headers([one, two].map(named)))).map((header) => header?.version ?? 0)

/** Another process commits once, and says so in this one's place. */
const oversleep = (by: string): void => {
  const [node = '', script = ''] = process.argv
  const faster = [file, view, one, two, `${by}-faster`, '1', '0']
  const { status } = spawnSync(node, [script, ...faster], {
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  if (status !== 0) throw new Error('who should have been faster failed')
}

let overtaken = 0
for (let won = 0; won < Number(times);) {
  const seen = await versions()
  const by = `${who}-${String(won)}-${String(overtaken)}`
  if (overtaken < Number(asleep)) oversleep(by)
  const changes = [one, two].slice(0, 1 + (won % 2)).map((cohort, index): Port.ViewChange => {
    const place = `cohort/${cohort}`
    return {
      ...named(cohort),
      after: seen[index] ?? 0,
      header: { revision: won, frame: { by } },
      rows: [
        ...Array.from(
          { length: Number(size) },
          (_, n) => [place, `${by}/${String(n)}`, { by }] as const,
        ),
        [place, 'last', { by }],
      ],
    }
  })
  const answer = await views.commit({ changes, progress: { readers: [view], checkpoint: by } })()
  if (E.isRight(answer)) {
    const made = [0, 1].map((index) => {
      const change = changes[index]
      return change === undefined ? '-' : String(change.after + 1)
    })
    won += 1
    // Straight to the pipe: what was said has left the process, whatever becomes of it.
    writeSync(1, `${made.join(' ')} ${by}\n`)
  } else if (answer.left._tag === 'Overtaken') overtaken += 1
  else throw new Error(JSON.stringify(answer.left))
}
writeSync(2, `${String(overtaken)} overtaken`)
await right(views.close)
