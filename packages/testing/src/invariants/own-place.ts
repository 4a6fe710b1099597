import { Cohort, Stored, View, type Values } from '@reverse-mentoring/core'
import { sameShape } from '../readable.ts'
import type { AnyView, Core } from '../walk/core.ts'
import { firstBroken, type Invariant } from './invariant.ts'

/** The rows that a person finds in their own place, by view and key. */
export const ownRows = (
  { views }: Core,
  cohort: Cohort.Cohort,
  participant: Values.ParticipantId,
): Readonly<Record<string, object>> => {
  const own: Record<string, object> = {}
  const mine = View.placeOfPerson(participant)
  const id = cohort.opened?.cohort
  if (id === undefined) return own
  for (const view of views) {
    for (const [key, row] of View.viewRows(view, cohort)) {
      for (const at of view.places(row, key, id)) {
        if (at.place === mine) own[`${view.name} ${at.key}`] = row
      }
    }
  }
  return own
}

/** INV11, of what is kept for people. */
export const unaskedSeesNothing: Invariant = {
  rule: 'INV11',
  name: 'no row in the place of a mentor who was never asked tells of the proposal, live or over',
  broken: ({ cohort }, core) =>
    firstBroken(Cohort.pairings(cohort), ({ pairing, mentor, answers, matched }) => {
      const wasAsked =
        answers.mentee.yes !== undefined || cohort.opened?.rules.consultation === 'together'
      if (wasAsked) return undefined
      const told = JSON.stringify(ownRows(core, cohort, mentor))
      return told.includes(pairing) ? `${mentor} learns of ${matched.pairing}` : undefined
    }),
}

const misfit = (view: AnyView, cohort: Cohort.Cohort): string | undefined => {
  const isRow = Stored.guardOf(view.codec)
  const found = new Set<string>()
  const id = cohort.opened?.cohort
  if (id === undefined) return undefined
  return firstBroken(View.viewRows(view, cohort), ([key, row]) => {
    if (!isRow(row)) return `${view.name} ${key} is not what its codec says`
    if (!sameShape(JSON.parse(JSON.stringify(row)), row)) return `${view.name} ${key} is no JSON`
    return firstBroken(view.places(row, key, id), (at) => {
      const where = JSON.stringify([at.place, at.key])
      const isTaken = found.has(where)
      found.add(where)
      return isTaken ? `${view.name}: two rows at ${where}` : undefined
    })
  })
}

/** INV23, of what is stored of views. */
export const rowsFit: Invariant = {
  rule: 'INV23',
  name: 'every row is what its codec says, as JSON, and has its places for itself',
  broken: ({ cohort }, { views }) => {
    const frame = View.frameOf(cohort)
    if (frame !== undefined && !Stored.guardOf(View.Frame)(frame)) return 'the frame does not fit'
    return firstBroken(views, (view) => misfit(view, cohort))
  },
}
