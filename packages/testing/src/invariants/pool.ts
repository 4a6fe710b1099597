import { Cohort, Matching, type Event, type Port, type Values } from '@reverse-mentoring/core'
import { sameShape } from '../readable.ts'
import { code } from '../scene/ids.ts'
import type { Core } from '../walk/core.ts'
import { foldFrom } from '../walk/walk.ts'
import { firstBroken, type Invariant } from './invariant.ts'
import { firstDifference } from './look.ts'

/** Something that the directory knows of everybody. */
const known = (
  cohort: Cohort.Cohort,
): ReadonlyMap<Values.ParticipantId, Pick<Port.Profile, 'attributes' | 'identity'>> =>
  new Map(
    Cohort.people(cohort).map(({ participant }) => [
      participant,
      { attributes: { region: 'north' }, identity: { gender: 'x', class: 'y' } },
    ]),
  )

/** Rules that read identity: one of who agreed, one gender of everybody. */
const reading: ReadonlyArray<Event.MatchingRule> = [
  { code: code('by-consent'), disclosure: 'none', legalBasis: code('consent') },
  {
    code: code('by-law'),
    disclosure: 'none',
    legalBasis: code('positive-action'),
    attributes: [code('gender')],
  },
]

const withReading = (event: Event.CohortEvent): Event.CohortEvent =>
  event.type === 'CohortOpened'
    ? { ...event, codes: { ...event.codes, rules: [...event.codes.rules, ...reading] } }
    : event

/** The next draft's input, in a cohort with rules that read identity. */
const poolOf = (core: Core, events: ReadonlyArray<Event.CohortEvent>): Matching.ReadingPool => {
  const cohort = foldFrom(core, events.map(withReading))
  return Matching.matchingPool(cohort, known(cohort))
}

const untilClose = (events: ReadonlyArray<Event.CohortEvent>): ReadonlyArray<Event.CohortEvent> => {
  const close = events.findIndex(({ type }) => type === 'CohortClosed')
  return close < 0 ? events : events.slice(0, close)
}

/** The history in which time or the programme ends what people ended. */
const withoutRefusals = (
  core: Core,
  events: ReadonlyArray<Event.CohortEvent>,
  refused: Set<string>,
): ReadonlyArray<Event.CohortEvent> => {
  let cohort = Cohort.noCohort
  return events.map((event) => {
    const before = cohort
    cohort = core.evolve(cohort, event)
    if (event.type !== 'ConsentWithdrawn' || event.purpose !== 'pairing') return event
    const pairing = Cohort.pairing(before, event.pairing)
    if (pairing === undefined) return event
    refused.add([pairing.mentor, pairing.mentee].sort().join(' '))
    const reason = pairing._tag === 'Formal' ? 'programme' : 'lapsed'
    const by = { role: 'system' as const, id: event.by.id }
    return { type: 'PairingEnded', at: event.at, by, pairing: event.pairing, reason }
  })
}

/** INV14, of refusals. */
export const noRetaliation: Invariant = {
  rule: 'INV14',
  name: 'a refusal changes the next draft by forbidding that one pair, and by nothing else',
  broken: ({ events }, core) => {
    const refused = new Set<string>()
    const open = untilClose(events)
    const other = withoutRefusals(core, open, refused)
    const [said, lapsed] = [poolOf(core, open), poolOf(core, other)]
    const isOther = ({ first, second }: Matching.ForbiddenPair) =>
      !refused.has(`${first} ${second}`)
    const missing = lapsed.forbidden.find(
      (pair) => !said.forbidden.some((one) => sameShape(one, pair)),
    )
    if (missing !== undefined) return 'a refusal allows a pair'
    return firstDifference(
      { ...said, forbidden: said.forbidden.filter(isOther) },
      { ...lapsed, forbidden: lapsed.forbidden.filter(isOther) },
    )
  },
}

/** INV14, of identity. */
export const withholdingIdentity: Invariant = {
  rule: 'INV14',
  name: 'withholding identityMatching changes only which identity attributes are read',
  broken: ({ events }, core) => {
    const open = untilClose(events)
    const withheld = open.filter(
      (event) => event.type !== 'ConsentGiven' || event.purpose !== 'identityMatching',
    )
    const [given, none] = [poolOf(core, open), poolOf(core, withheld)]
    return firstDifference({ ...Matching.poolFor({}, given) }, { ...Matching.poolFor({}, none) })
  },
}

/** Who has agreed to have their identity read, and did not take it back. */
const agreedIn = (events: ReadonlyArray<Event.CohortEvent>): ReadonlySet<string> => {
  const agreed = new Set<string>()
  for (const event of events) {
    if (event.type === 'ConsentGiven' && event.purpose === 'identityMatching')
      agreed.add(event.by.id)
    if (event.type === 'ConsentWithdrawn' && event.purpose === 'identityMatching')
      agreed.delete(event.by.id)
  }
  return agreed
}

/** INV39, as far as the pool goes. */
export const identityByConsent: Invariant = {
  rule: 'INV39',
  name: 'a rule reads all identity of who agreed, of others what its legal basis covers, and nothing else',
  broken: ({ events }, core) => {
    const agreed = agreedIn(events)
    const { mentors, mentees, identity, rules } = poolOf(core, events)
    const people = [...mentors, ...mentees]
    return firstBroken(people, ({ participant }) => {
      const isRight = rules.every(({ code: rule }) => {
        const read = Object.keys(identity?.[rule]?.[participant] ?? {})
        if (rule !== 'by-consent' && rule !== 'by-law') return read.length === 0
        const may = agreed.has(participant) ? ['gender', 'class'] : []
        return sameShape(read, may.length === 0 && rule === 'by-law' ? ['gender'] : may)
      })
      return isRight ? undefined : participant
    })
  },
}
