import { Values } from '@reverse-mentoring/core'

interface Pair {
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
}

/** The id of a participant as it was given, looked at before anything is made of it. */
export const participant = (given: unknown): Values.ParticipantId => {
  if (Values.ParticipantId.is(given)) return given
  throw new TypeError(`“${String(given)}” is no id of a participant: a lower-case UUID`)
}

const pairOf = (given: Partial<Pair> | null): Pair => {
  if (typeof given !== 'object' || given === null)
    throw new TypeError(`“${String(given)}” is no pair: each has a \`mentor\` and a \`mentee\``)
  return { mentor: participant(given.mentor), mentee: participant(given.mentee) }
}

/** The same for the two of each pair. */
export const pairsOf = (given: ReadonlyArray<Pair>): ReadonlyArray<Pair> => given.map(pairOf)
