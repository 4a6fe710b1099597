import type { Folds } from './folds.ts'
import type { ParticipantId } from '../../values/id.ts'
import type { Instant } from '../../values/instant.ts'
import type {
  ConflictDeclared,
  ConflictLifted,
  LinesRecorded,
  PairsBarred,
} from '../event/relation.ts'
import type { Cohort } from '../state/cohort.ts'
import { restate } from '../state/dated.ts'
import { findPair } from '../state/find.ts'
import { inOneLine } from '../state/in-one-line.ts'
import { endPairing, withPair, withPerson } from './change.ts'
import { get } from '../state/table.ts'

/** Ends the proposals of somebody whose chain was stated, where the two are now in one line (INV27). */
export const endProposalsInLine = (
  cohort: Cohort,
  participant: ParticipantId,
  at: Instant,
): Cohort => {
  const person = get(cohort.people, participant)
  if (person === undefined) return cohort
  let after = cohort
  for (const id of person.mentor.live.union(person.mentee.live)) {
    const pairing = get(cohort.pairings, id)
    if (pairing?._tag !== 'Proposed') continue
    const other = get(
      cohort.people,
      pairing.mentor === participant ? pairing.mentee : pairing.mentor,
    )
    if (other !== undefined && inOneLine(cohort, person, other))
      after = endPairing(after, id, at, 'line')
  }
  return after
}

const declaration = (
  cohort: Cohort,
  event: ConflictDeclared | ConflictLifted,
  stands: boolean,
): Cohort => {
  const { by, against, at } = event
  const { declared } = findPair(cohort, by.id, against)
  return withPair(cohort, by.id, against, {
    declared: { ...declared, [by.id]: restate(declared[by.id], stands, at) },
  })
}

/** The pair is forbidden, and what lives of it ends as by a withdrawal (INV36). */
const conflictDeclared = (cohort: Cohort, event: ConflictDeclared): Cohort => {
  const declared = declaration(cohort, event, true)
  const { live } = findPair(declared, event.by.id, event.against)
  return live === undefined ? declared : endPairing(declared, live, event.at, 'declared')
}

const conflictLifted = (cohort: Cohort, event: ConflictLifted): Cohort =>
  declaration(cohort, event, false)

/** The chains of people who are here; of anybody else nothing is kept. */
const linesRecorded = (cohort: Cohort, event: LinesRecorded): Cohort => {
  let after = cohort
  for (const { participant, chain, direct } of event.lines) {
    const person = get(after.people, participant)
    if (person === undefined || person.erasedAt !== undefined) continue
    after = withPerson(after, { ...person, chain: restate(person.chain, chain, event.at), direct })
  }
  for (const { participant } of event.lines) {
    after = endProposalsInLine(after, participant, event.at)
  }
  return after
}

const pairsBarred = (cohort: Cohort, event: PairsBarred): Cohort => {
  let after = cohort
  for (const { first, second } of event.pairs)
    after = withPair(after, first, second, { barred: true })
  return after
}

export const relationFolds = {
  ConflictDeclared: conflictDeclared,
  ConflictLifted: conflictLifted,
  LinesRecorded: linesRecorded,
  PairsBarred: pairsBarred,
} satisfies Partial<Folds>
