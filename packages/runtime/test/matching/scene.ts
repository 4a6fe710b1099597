import type { Matching, Port, Values } from '@reverse-mentoring/core'
import type { Engine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { code, enrol, given, open, opened, ports } from '../scene.ts'

/** Pairs the first mentor with the first mentee, and so on. */
export const inOrder = ({ mentors, mentees }: Matching.MatchingPool): Matching.MatchingResult => {
  const pairs = mentees.flatMap(({ participant: mentee }, i) => {
    const mentor = mentors[i]?.participant
    return mentor === undefined ? [] : [{ mentor, mentee, score: 0, reasons: [] }]
  })
  return { pairs, unmatched: [], worth: { pairs: pairs.length, score: 0 } }
}

/** A policy that answers later, by default what `inOrder` gives. */
export const later = (
  propose: Port.AsyncMatchingPolicy['propose'] = (pool) => Promise.resolve(E.right(inOrder(pool))),
): Port.AsyncMatchingPolicy => ({
  id: code('first-come'),
  version: '1' as Values.Version,
  claims: {},
  propose,
})

/** An engine with one cohort of two mentors and two mentees. */
export const peopled = async (options: Parameters<typeof opened>[0] = {}): Promise<Engine> => {
  const engine = await opened({ ...ports(), ...options })
  await given(engine, open, enrol(1), enrol(2), enrol(3), enrol(4))
  return engine
}

/** Never settles, and keeps nothing alive. */
export const never = <A>(): Promise<A> => new Promise(() => undefined)
