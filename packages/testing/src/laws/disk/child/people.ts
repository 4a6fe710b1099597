import type { Port, Values } from '@reverse-mentoring/core'
import { type cohorts } from '../shown.ts'
import type { FoundTask, KeepTask, SecretTask } from '../task.ts'
import { right, say, word } from './talk.ts'

const numbered = (kind: string, by: number, n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(by * 100_000 + n).padStart(12, '0')}`

const personOf = (by: number, n: number): Port.Profile => ({
  participant: numbered('1', by, n) as Values.ParticipantId,
  name: `name ${String(by)} ${String(n)}`,
  attributes: { region: 'north' },
  identity: {},
})

const textOf = (by: number, n: number): Port.Text => ({
  text: numbered('c', by, n) as Values.TextId,
  author: personOf(by, n).participant,
  subjects: [],
  words: `words ${String(by)} ${String(n)}`,
})

export const keepAll = async (
  directory: Port.Directory,
  { by, times }: KeepTask,
): Promise<void> => {
  for (let n = 0; n < times; n += 1) {
    const person = personOf(by, n)
    await right('writing', directory.putPeople([person]))
    await right('writing', directory.putText(textOf(by, n)))
    say({ is: 'kept', person: n })
    if (n % 3 !== 2) continue
    await right('writing', directory.erase([personOf(by, n - 1).participant]))
    say({ is: 'erased', person: n - 1 })
  }
}

export const find = async (
  directory: Port.Directory,
  { by, times, again }: FoundTask,
): Promise<void> => {
  for (const n of again) {
    await right('writing', directory.putPeople([personOf(by, n)]))
    await right('writing', directory.putText(textOf(by, n)))
  }
  const all = Array.from({ length: times }, (_, n) => personOf(by, n))
  const found = await right(
    'reading',
    directory.findPeople(all.map(({ participant }) => participant)),
  )
  const [people, texts]: [Array<number>, Array<number>] = [[], []]
  for (const [n, { participant, name }] of all.entries()) {
    if (found.get(participant)?.name === name) people.push(n)
    const text = await right('reading', directory.findText(textOf(by, n).text))
    if (text?.words === textOf(by, n).words) texts.push(n)
  }
  say({ is: 'found', people, texts })
}

/** Brings something fresh of its own each time, when all do. */
export const bring = async (
  directory: Port.Directory,
  { by, times }: SecretTask,
): Promise<void> => {
  const values: Array<string> = []
  for (let n = 0; n < times; n += 1) {
    say({ is: 'ready' })
    if ((await word()) === 'end') break
    const fresh = `of ${String(by)}, time ${String(n)}`
    values.push(await right('writing', directory.secret(`secret-${String(n)}`, fresh)))
    const cohort = numbered('e', 7, n) as (typeof cohorts)[number]
    values.push(await right('writing', directory.salt(cohort, fresh)))
  }
  say({ is: 'brought', values })
}
