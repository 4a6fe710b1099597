import * as t from 'io-ts'
import type { Plain } from './plain.ts'
import { word } from './word.ts'
import { ParticipantId } from './id.ts'

/** The two roles of reverse mentoring: the mentor is the junior person, the mentee the senior one. */
export const Role = word('mentor', 'mentee')
export type Role = t.TypeOf<typeof Role>

/** The other role of a pairing. */
export const otherRole = (role: Role): Role => (role === 'mentor' ? 'mentee' : 'mentor')

const actor = t.exact(
  t.type({
    role: word('participant', 'coordinator', 'system'),
    id: ParticipantId,
  }),
  'Actor',
)

/** Who said it, authenticated by the caller. People have one id, whatever they act as; a system has one of its own. */
export interface Actor extends Plain<t.TypeOf<typeof actor>> {}
export const Actor: t.Type<Actor> = actor
