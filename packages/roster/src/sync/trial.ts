import { Cohort, Command, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Change, PairTouched, Refused } from './plan.ts'

/** A command of a plan, and whom it is about, where that is one person. */
export interface Planned {
  readonly command: Command.Command
  readonly id?: Change['id']
}

/** The cohort as a plan would leave it, and what it would refuse on the way. */
export interface Trial {
  readonly after: Cohort.Cohort
  readonly refused: ReadonlyArray<Refused>
}

const whyNot = (
  command: Command.Command,
  cohort: Cohort.Cohort,
): E.Either<string, Cohort.Cohort> => {
  const sound = Command.fromJson(command)
  if (E.isLeft(sound)) return E.left(Stored.explainMalformed(sound.left))
  const decided = Cohort.decide(command, cohort)
  return E.isLeft(decided)
    ? E.left(Cohort.explain(decided.left))
    : E.right(Cohort.evolveAll(cohort, decided.right))
}

/** Tries all commands on the cohort as it stands, in their order, and does nothing. O(commands). */
export const tried = (cohort: Cohort.Cohort, plan: ReadonlyArray<Planned>): Trial => {
  const refused: Array<Refused> = []
  let after = cohort
  for (const { command, id } of plan) {
    const next = whyNot(command, after)
    if (E.isRight(next)) after = next.right
    else refused.push({ ...(id !== undefined && { id }), why: next.left })
  }
  return { after, refused }
}

const inLine = (cohort: Cohort.Cohort, { mentor, mentee }: Cohort.Pairing): boolean => {
  const [a, b] = [Cohort.person(cohort, mentor), Cohort.person(cohort, mentee)]
  return a !== undefined && b !== undefined && Cohort.inOneLine(cohort, a, b)
}

type Fate = Pick<PairTouched, 'becomes' | 'because'>

const fateOf = (
  before: Cohort.Cohort,
  after: Cohort.Cohort,
  pairing: Cohort.Pairing,
): Fate | undefined => {
  const then = Cohort.pairing(after, pairing.pairing)
  if (then?._tag === 'Ended')
    return { becomes: 'ended', because: then.because === 'line' ? 'line' : 'left' }
  if (then?._tag !== 'Formal' || inLine(before, pairing) || !inLine(after, then)) return undefined
  return { becomes: 'flagged', because: 'line' }
}

/** The live pairings that a plan ends, or puts into one line. O(pairings). */
export const pairsTouched = (
  before: Cohort.Cohort,
  after: Cohort.Cohort,
  numberOf: (participant: Cohort.Pairing['mentor']) => string | undefined,
): ReadonlyArray<PairTouched> =>
  Cohort.pairings(before).flatMap((pairing) => {
    const fate = pairing._tag === 'Ended' ? undefined : fateOf(before, after, pairing)
    if (fate === undefined) return []
    const [mentor, mentee] = [numberOf(pairing.mentor), numberOf(pairing.mentee)]
    return [
      {
        ...fate,
        ...(mentor !== undefined && { mentor }),
        ...(mentee !== undefined && { mentee }),
      },
    ]
  })
