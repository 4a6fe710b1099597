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

/** What a plan would do, a sentence for each change, and what it leaves to people. */
export const sayPlan = (
  { changes, erased, withdrawn, unclear, absent }: SyncPlan,
  nameOf: (id: string) => string = (id) => id,
): ReadonlyArray<string> => [
  ...changes.map(({ kind, id, what }) => `${nameOf(id)} ${verbs[kind]} ${roles[what] ?? what}`),
  ...(changes.length === 0 ? ['Nothing changes.'] : []),
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
