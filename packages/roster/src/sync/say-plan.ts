import { counted, some } from '../text/quoted.ts'
import type { Change, SyncPlan } from './plan.ts'

const verbs = {
  enrol: 'is enrolled as',
  amend: 'is amended:',
  line: 'has another line:',
  leave: 'is withdrawn as',
} as const satisfies Readonly<Record<Change['kind'], string>>

const roles: Readonly<Record<string, string>> = {
  mentor: 'mentor (junior)',
  mentee: 'mentee (senior)',
}

const withoutStop = (text: string): string => text.replace(/[.!]$/, '')

const sayPairs = (
  pairs: SyncPlan['pairs'],
  nameOf: (id: string) => string,
): ReadonlyArray<string> =>
  pairs.map(({ mentor, mentee, becomes, because }) => {
    const [one, other] = [mentor, mentee].map((id) =>
      id === undefined ? 'somebody who is not in the source' : nameOf(id),
    )
    const why =
      because === 'line'
        ? 'stand in one line of management from now on'
        : 'are parted, since one of them leaves'
    const what =
      becomes === 'ended'
        ? 'their pairing ends'
        : 'their pairing stays, flagged, until you end it or the lines change'
    return `${String(one)} and ${String(other)} ${why}: ${what}.`
  })

/** What is refused for one reason is one sentence, of a few reasons; the first ones often bring about the others. */
const sayRefused = (
  refused: SyncPlan['refused'],
  nameOf: (id: string) => string,
): ReadonlyArray<string> => {
  const byWhy = new Map<string, Array<string>>()
  for (const { id, why } of refused) {
    const about = byWhy.get(why) ?? []
    if (id !== undefined) about.push(nameOf(id))
    byWhy.set(why, about)
  }
  return [...byWhy].slice(0, 5).map(([why, about]) => {
    const whom = about.length === 0 ? '' : ` of ${some(about, 5)}`
    return `The cohort would refuse this${whom}: ${withoutStop(why)}.`
  })
}

/** What a plan would do, a sentence for each change, and what it leaves to people. */
export const sayPlan = (
  { changes, refused, pairs, roles: gone, erased, withdrawn, unclear, absent }: SyncPlan,
  nameOf: (id: string) => string = (id) => id,
): ReadonlyArray<string> => [
  ...changes.map(({ kind, id, what }) => `${nameOf(id)} ${verbs[kind]} ${roles[what] ?? what}`),
  ...(changes.length === 0 ? ['Nothing changes.'] : []),
  ...sayPairs(pairs, nameOf),
  ...gone.map(
    ({ id, role }) =>
      `${nameOf(id)} is enrolled as ${roles[role] ?? role}, and the source does not say so any more: they stay enrolled. Withdraw that enrolment by hand, or confirm by number who has left.`,
  ),
  ...sayRefused(refused, nameOf),
  ...(erased.length === 0 ? [] : [`Erased, and not brought back: ${some(erased)}.`]),
  ...(withdrawn.length === 0
    ? []
    : [`Left the cohort before, and not enrolled again: ${some(withdrawn.map(nameOf))}.`]),
  ...(unclear.length === 0
    ? []
    : [
        `The source leaves open who stands above ${some(unclear.map(nameOf))}: their lines stay as they were told before. Mend the source before anybody of them is matched.`,
      ]),
  ...(absent.length === 0
    ? []
    : [
        `${counted(absent.length, 'person is', 'people are')} enrolled and not in the source. Nobody is withdrawn for being absent: mark who has left, or confirm them by number.`,
      ]),
]
