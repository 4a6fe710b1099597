import { Cohort, View } from '@reverse-mentoring/core'
import { sameShape } from '../readable.ts'
import type { AnyView, Core } from '../walk/core.ts'

const asList = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asList)
  if (Symbol.iterator in value) return [...(value as Iterable<unknown>)].map(asList)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asList(item)]))
}

const inOrder = (values: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  values
    .map(asList)
    .map((value) => ({ value, text: JSON.stringify(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ value }) => value)

const withSorted = ({ live, ...part }: Cohort.RolePart) => ({ ...part, live: [...live].sort() })

/** A cohort as plain data, the same however it was folded. */
export const plainCohort = (cohort: Cohort.Cohort): unknown => ({
  opened: cohort.opened,
  closedAt: cohort.closedAt,
  codes: cohort.codes,
  coordinators: cohort.coordinators,
  people: inOrder(
    Cohort.people(cohort).map((person) => ({
      ...person,
      mentor: withSorted(person.mentor),
      mentee: withSorted(person.mentee),
    })),
  ),
  enrolments: inOrder(Cohort.enrolments(cohort)),
  pairs: inOrder(Cohort.pairs(cohort)),
  pairings: inOrder(Cohort.pairings(cohort)),
  sessions: inOrder(Cohort.sessions(cohort)),
  feedback: inOrder(Cohort.feedback(cohort)),
  claims: inOrder(Cohort.claims(cohort)),
  awaiting: inOrder([...cohort.awaiting]),
})

/** Everything that some views show of a cohort, frame and rows by key. */
export const shown = (
  views: ReadonlyArray<AnyView>,
  cohort: Cohort.Cohort,
): Readonly<Record<string, unknown>> => ({
  frame: View.frameOf(cohort),
  ...Object.fromEntries(views.map((view) => [view.name, [...View.viewRows(view, cohort)]])),
})

/** The views that those who run or pay for a cohort see, with every published figure of it. */
export const shownToCoordinator = (
  core: Core,
  cohort: Cohort.Cohort,
): Readonly<Record<string, unknown>> => {
  const views = core.views.filter(({ audience }) => audience.includes('coordinator'))
  const opened = cohort.opened && { ...cohort.opened, rules: { ...cohort.opened.rules, k: 1 } }
  const figures = opened && core.publish({ ...cohort, opened }, opened.plannedEnd).figures
  return { ...shown(views, cohort), figures }
}

/** The first of several things of the same names that differs, or nothing. */
export const firstDifference = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): string | undefined => Object.keys({ ...a, ...b }).find((name) => !sameShape(a[name], b[name]))
