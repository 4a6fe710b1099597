import type { Matching, Values } from '@reverse-mentoring/core'

/** People of one side who are alike in one attribute of the job, and how many of them each of two policies pairs. */
export interface GroupTotal {
  readonly role: Values.Role
  readonly attribute: string
  /** Absent for those of whom it is not known. */
  readonly value?: string
  readonly people: number
  readonly first: number
  readonly second: number
}

/** An attribute with more words than this makes no groups. */
const mostGroups = 12

/** The attributes that make groups of these people: words, at least two and not too many. */
const attributesOf = (people: ReadonlyArray<Matching.Candidate>): ReadonlyArray<string> => {
  const words = new Map<string, Set<string>>()
  for (const { attributes } of people)
    for (const [name, value] of Object.entries(attributes))
      if (typeof value === 'string') words.set(name, (words.get(name) ?? new Set()).add(value))
  return [...words]
    .filter(([, values]) => values.size > 1 && values.size <= mostGroups)
    .map(([name]) => name)
    .sort()
}

const pairedIn = (pairs: ReadonlyArray<Matching.ProposedPair>) => ({
  mentor: new Set(pairs.map(({ mentor }) => mentor)),
  mentee: new Set(pairs.map(({ mentee }) => mentee)),
})

const ofSide = (
  people: ReadonlyArray<Matching.Candidate>,
  role: Values.Role,
  first: ReadonlySet<Values.ParticipantId>,
  second: ReadonlySet<Values.ParticipantId>,
): ReadonlyArray<GroupTotal> =>
  attributesOf(people).flatMap((attribute) => {
    const totals = new Map<string | undefined, { people: number; first: number; second: number }>()
    for (const { participant, attributes } of people) {
      const value = attributes[attribute]
      const word = typeof value === 'string' ? value : undefined
      const total = totals.get(word) ?? { people: 0, first: 0, second: 0 }
      total.people += 1
      total.first += first.has(participant) ? 1 : 0
      total.second += second.has(participant) ? 1 : 0
      totals.set(word, total)
    }
    return [...totals]
      .sort(([a = '\uffff'], [b = '\uffff']) => (a < b ? -1 : 1))
      .map(([value, total]) => ({
        ...{ role, attribute, ...total },
        ...(value !== undefined && { value }),
      }))
  })

/** How many of each group of a pool two results pair: mentors first, then by attribute and word. O(people × attributes). */
export const byGroup = (
  { mentors, mentees }: Matching.MatchingPool,
  first: Matching.MatchingResult,
  second: Matching.MatchingResult,
): ReadonlyArray<GroupTotal> => {
  const [one, two] = [pairedIn(first.pairs), pairedIn(second.pairs)]
  return [
    ...ofSide(mentors, 'mentor', one.mentor, two.mentor),
    ...ofSide(mentees, 'mentee', one.mentee, two.mentee),
  ]
}
