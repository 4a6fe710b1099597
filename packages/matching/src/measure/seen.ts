import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import type { People } from './people.ts'

/** Somebody as a function sees them that reads these identity attributes, which may be unknown; by default it reads none. */
export type Seen<Reads extends string = never> = [Reads] extends [never]
  ? Matching.Candidate
  : Matching.Candidate & {
      readonly identity: Readonly<Partial<Record<Reads, Port.AttributeValue>>>
    }

/** People as a function sees them, made once for a run: with what its rule may read of them, if it reads anything. */
export const seenBy =
  <Reads extends string>(reads: ReadonlyArray<Reads>, { pool }: People, code: Values.Code) =>
  (people: ReadonlyArray<Matching.Candidate>): ReadonlyArray<Seen<Reads>> =>
    (reads.length === 0
      ? people
      : people.map((person) => ({
          ...person,
          identity: Matching.identityOf(pool, code, person.participant),
        }))) as ReadonlyArray<Seen<Reads>>
