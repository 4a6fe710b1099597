import type { Values } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'

/** A proposal that waits: never of whom, for that would tell who was asked. */
export interface WaitingProposal {
  readonly number: number
  readonly deadline: Values.Instant
  readonly isLate: boolean
}

/** The proposals that wait for answers, the first deadline first. */
export const waitingProposals = ({ input, pairings }: Facts): ReadonlyArray<WaitingProposal> =>
  pairings
    .filter(({ pairing }) => pairing.state === 'awaiting-answers')
    .map(({ number, pairing: { deadline } }) => ({
      number,
      deadline,
      isLate: deadline <= input.answers.asOf,
    }))
    .sort((a, b) =>
      a.deadline === b.deadline ? a.number - b.number : a.deadline < b.deadline ? -1 : 1,
    )
