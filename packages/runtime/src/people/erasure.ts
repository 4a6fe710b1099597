import { Stored, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import * as t from 'io-ts'

/** Who asks for an erasure, of whom, and when. */
export interface Erasure {
  /** 10 000 at the most. */
  readonly participants: ReadonlyNonEmptyArray<Values.ParticipantId>
  readonly at: Values.Instant
  readonly by: Values.Actor
}

const expected = 'one to ten thousand ids of people'
const someone = Values.described(
  t.refinement(
    t.readonlyArray(Values.ParticipantId),
    ({ length }) => length > 0 && length <= 10_000,
  ),
  { description: expected, maxItems: 10_000 },
)

const read = Stored.plainReader(
  'Erasure',
  t.exact(t.type({ participants: someone, at: Values.Instant, by: Values.Actor })),
)

const nobody: Stored.Malformed = {
  _tag: 'MalformedPayload',
  type: 'Erasure',
  problems: [{ path: 'participants', fault: 'wrong', expected }],
}

/** An erasure as it may be carried out, or what about it is to be mended: for anything else nothing is deleted. */
export const readErasure = (given: unknown): E.Either<Stored.Malformed, Erasure> => {
  const erasure = read(given)
  if (E.isLeft(erasure)) return erasure
  const { participants, at, by } = erasure.right
  return isNonEmpty(participants) ? E.right({ participants, at, by }) : E.left(nobody)
}
