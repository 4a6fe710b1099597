import { Matching, Values, type Event, type Port } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { code, id } from '../scene/ids.ts'
import { at } from '../scene/the.ts'

/** What pools may be like. */
export interface PoolShape {
  /** People of each side, at most; 8 by default. */
  readonly most?: number
  /** What the directory knows of somebody; regions, departments, languages and so on by default, each now and then unknown. */
  readonly attributes?: fc.Arbitrary<Port.Attributes>
  /** Identity attributes that somebody has, whether they agreed to have them read or not; gender and so on by default. */
  readonly identity?: fc.Arbitrary<Port.Attributes>
  /** The cohort's recorded matching rules, to which two are added that may read identity. */
  readonly rules?: ReadonlyArray<Event.MatchingRule>
  /** Topics that people offer and seek. */
  readonly topics?: ReadonlyArray<Values.Code>
}

const someTopics = ['data', 'design', 'gaming', 'social-media'].map(code)

const someAttributes: fc.Arbitrary<Port.Attributes> = fc.record(
  {
    region: fc.constantFrom('emea', 'apac', 'americas'),
    department: fc.constantFrom('sales', 'finance', 'research'),
    location: fc.constantFrom('berlin', 'pune', 'austin', 'leeds'),
    languages: fc.subarray(['en', 'de', 'fr']),
    zone: fc.constantFrom('Europe/London', 'Asia/Kolkata', 'America/New_York'),
    extraversion: fc.nat(10),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const someIdentity: fc.Arbitrary<Port.Attributes> = fc.record(
  {
    gender: fc.constantFrom('woman', 'man', 'other'),
    'first-in-family': fc.boolean(),
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** Rules of others: one reads of who agreed, one reads gender of everybody. */
const othersRules: ReadonlyArray<Event.MatchingRule> = [
  { code: code('others-by-consent'), disclosure: 'none', legalBasis: code('consent') },
  {
    code: code('others-by-law'),
    disclosure: 'none',
    legalBasis: code('positive-action'),
    attributes: [code('gender')],
  },
]

/** Mentors have the lower numbers, and now and then one is a mentee too. */
const numbersOf = (role: Values.Role, most: number): fc.Arbitrary<ReadonlyArray<number>> => {
  const first = role === 'mentor' ? 1 : Math.max(1, most - 1)
  return fc.subarray(Array.from({ length: most }, (_, i) => first + i))
}

const candidate = (
  role: Values.Role,
  n: number,
  { most = 8, ...shape }: PoolShape,
): fc.Arbitrary<Matching.Candidate> => {
  const topics = fc.subarray([...(shape.topics ?? someTopics)])
  const managers = fc.subarray(
    Array.from({ length: 2 * most + 3 }, (_, i) => i + 1).filter((i) => i !== n),
    {
      maxLength: 2,
    },
  )
  const one = fc.record({
    participant: fc.constant(id('participant', n)),
    enrolment: fc.constant(id('enrolment', 2 * n + (role === 'mentee' ? 1 : 0))),
    role: fc.constant(role),
    places: fc.integer({ min: 1, max: 3 }),
    seniority: role === 'mentor' ? fc.integer({ min: 1, max: 5 }) : fc.integer({ min: 3, max: 9 }),
    chain: managers.map((chain) => chain.map((i) => id('participant', i))),
    external: fc.boolean(),
    offered: topics,
    sought: topics,
    waitingSince: fc.nat(90).map((days) => Values.plusDays(at(0), -days)),
    attributes: shape.attributes ?? someAttributes,
  })
  // Several managers above are at times all direct ones.
  return fc.tuple(one, fc.boolean()).map(([candidate, isJoint]) => ({
    ...candidate,
    ...(isJoint && candidate.chain.length > 1 && { direct: candidate.chain }),
  }))
}

const sideOf = (
  role: Values.Role,
  shape: PoolShape,
): fc.Arbitrary<ReadonlyArray<Matching.Candidate>> =>
  numbersOf(role, shape.most ?? 8).chain((numbers) =>
    fc.tuple(...numbers.map((n) => candidate(role, n, shape))),
  )

/** Pairs of the two sides, as a bar or an earlier no leaves them. */
const somePairs = (
  mentors: ReadonlyArray<Matching.Candidate>,
  mentees: ReadonlyArray<Matching.Candidate>,
): fc.Arbitrary<ReadonlyArray<readonly [Values.ParticipantId, Values.ParticipantId]>> => {
  const all = mentors.flatMap((mentor) =>
    mentees
      .filter((mentee) => mentee.participant !== mentor.participant)
      .map((mentee) => [mentor.participant, mentee.participant] as const),
  )
  return fc.subarray(all, { maxLength: Math.ceil(all.length / 4) })
}

/** What rules may read of these people, some of whom agreed. */
const identityOf = (
  people: ReadonlyArray<Matching.Candidate>,
  rules: ReadonlyArray<Event.MatchingRule>,
  { identity = someIdentity }: PoolShape,
): fc.Arbitrary<NonNullable<Matching.ReadingPool['identity']>> => {
  const participants = [...new Set(people.map(({ participant }) => participant))]
  return fc
    .tuple(
      ...participants.map((participant) =>
        fc.record({ participant: fc.constant(participant), identity, hasAgreed: fc.boolean() }),
      ),
    )
    .map((identified) => Matching.readableIdentity(rules, identified))
}

/**
 * Pools that a cohort can hand to a policy: in the order of the ids, with lines, bars, live pairings, places, people on
 * both sides, people who are not ready, attributes that are unknown, and identity that some agreed to have read.
 */
export const arbitraryPool = (shape: PoolShape = {}): fc.Arbitrary<Matching.ReadingPool> => {
  const rules = [...(shape.rules ?? []), ...othersRules]
  return fc.tuple(sideOf('mentor', shape), sideOf('mentee', shape)).chain(([mentors, mentees]) =>
    fc.record({
      mentors: fc.constant(mentors),
      mentees: fc.constant(mentees),
      notReady: fc.boolean().map((has) => {
        const participant = id('participant', 3 * (shape.most ?? 8) + 9)
        return has ? [{ participant, role: 'mentee' as const }] : []
      }),
      locked: somePairs(mentors, mentees).map((pairs) =>
        pairs.slice(0, 2).map(([mentor, mentee]) => ({ mentor, mentee })),
      ),
      forbidden: somePairs(mentors, mentees).map((pairs) =>
        pairs.map(([first, second]) => ({ first, second })),
      ),
      mode: fc.constantFrom('reverse' as const, 'reciprocal' as const),
      sameManager: fc.constantFrom('allowed' as const, 'forbidden' as const),
      rules: fc.constant(rules),
      identity: identityOf([...mentors, ...mentees], rules, shape),
    }),
  )
}
