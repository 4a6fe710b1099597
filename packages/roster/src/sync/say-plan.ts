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
  { changes, erased, withdrawn, absent }: SyncPlan,
  nameOf: (id: string) => string = (id) => id,
): ReadonlyArray<string> => [
  ...changes.map(({ kind, id, what }) => `${nameOf(id)} ${verbs[kind]} ${roles[what] ?? what}`),
  ...(changes.length === 0 ? ['Nothing changes.'] : []),
  ...(erased.length === 0 ? [] : [`Erased, and not brought back: ${some(erased)}.`]),
  ...(withdrawn.length === 0
    ? []
    : [`Left the cohort by themselves, and not enrolled again: ${some(withdrawn.map(nameOf))}.`]),
  ...(absent.length === 0
    ? []
    : [
        `${counted(absent.length, 'person is', 'people are')} enrolled and not in the source. Nobody is withdrawn for being absent: mark who has left, or confirm them by number.`,
      ]),
]
