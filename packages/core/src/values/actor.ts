import * as t from 'io-ts'
import { word } from './fields.ts'
import { ParticipantId } from './id.ts'

/** The two roles of reverse mentoring: the mentor is the junior person, the mentee the senior one. */
export const Role = word('mentor', 'mentee')
export type Role = t.TypeOf<typeof Role>

/** The other role of a pairing. */
export const otherRole = (role: Role): Role => (role === 'mentor' ? 'mentee' : 'mentor')

/** Who said it, authenticated by the caller. People have one id, whatever they act as; a system has one of its own. */
export const Actor = t.exact(
  t.type({
    role: word('participant', 'coordinator', 'system'),
    id: ParticipantId,
  }),
  'Actor',
)
export interface Actor {
  readonly role: 'participant' | 'coordinator' | 'system'
  readonly id: ParticipantId
}
