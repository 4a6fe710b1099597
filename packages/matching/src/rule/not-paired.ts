import type { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { code } from '../code.ts'
import { pairsOf } from '../participant.ts'
import type { Measure } from '../measure/measure.ts'
import type { Naming, Rule } from './rule.ts'

export interface NotPaired {
  readonly pairs: ReadonlyArray<{
    readonly mentor: Values.ParticipantId
    readonly mentee: Values.ParticipantId
  }>
}

/** 0 for the pairs of a list, else 1. */
const unlisted =
  ({ pairs }: NotPaired): Measure =>
  ({ mentors, mentees }) => {
    const mentorAt = new Map(mentors.map(({ participant }, i) => [participant, i]))
    const menteeAt = new Map(mentees.map(({ participant }, i) => [participant, i]))
    const listed = mentees.map(() => new Set<number>())
    for (const { mentor, mentee } of pairs) {
      const [junior, senior] = [mentorAt.get(mentor), menteeAt.get(mentee)]
      if (junior !== undefined && senior !== undefined) listed[senior]?.add(junior)
    }
    return E.right({
      values: (mentee, list, count, into) => {
        const own = listed[mentee]
        for (let at = 0; at < count; at += 1) into[at] = own?.has(list[at] ?? -1) === true ? 0 : 1
      },
      most: 1,
    })
  }

/** Not these pairs, for reasons that a coordinator knows. They are told to nobody (INV36). */
export const notPaired = (options: Naming & NotPaired): Rule => ({
  code: code(options.code ?? 'not-paired'),
  disclosure: options.disclosure ?? 'none',
  about: 'both',
  measure: unlisted({ pairs: pairsOf(options.pairs) }),
  least: 1,
})
