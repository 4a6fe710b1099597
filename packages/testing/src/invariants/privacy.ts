import { Cohort, Matching, View, type Event, type Values } from '@reverse-mentoring/core'
import { readable, sameShape } from '../readable.ts'
import { self } from '../scene/the.ts'
import type { Core } from '../walk/core.ts'
import { eventsOf, foldFrom, type Step } from '../walk/walk.ts'
import { attempts, changes } from './consent.ts'
import { firstBroken, type Invariant } from './invariant.ts'
import { firstDifference, shown, shownToCoordinator } from './look.ts'
import { ownRows } from './own-place.ts'

type Events = ReadonlyArray<Event.CohortEvent>

const yes = (
  by: Values.ParticipantId,
  pairing: Values.PairingId,
  at: Values.Instant,
): Event.CohortEvent => ({
  type: 'ConsentGiven',
  at,
  by: self(by),
  purpose: 'pairing',
  pairing,
  terms: 1,
})

const no = (
  by: Values.ParticipantId,
  pairing: Values.PairingId,
  at: Values.Instant,
): Event.CohortEvent => ({
  type: 'ConsentWithdrawn',
  at,
  by: self(by),
  purpose: 'pairing',
  pairing,
})

const seen = (core: Core, cohort: Cohort.Cohort) => ({
  ...shownToCoordinator(core, cohort),
  pool: Matching.matchingPool(cohort, new Map()),
})

/** Two ways for a story to go on, and the same rest. */
const differs = (
  core: Core,
  before: Cohort.Cohort,
  one: Events,
  other: Events,
  rest: Events = [],
): string | undefined =>
  firstDifference(
    seen(core, foldFrom(core, [...one, ...rest], before)),
    seen(core, foldFrom(core, [...other, ...rest], before)),
  )

const unanswered = (cohort: Cohort.Cohort): ReadonlyArray<Cohort.Pairing> =>
  cohort.closedAt !== undefined
    ? []
    : Cohort.pairings(cohort).filter(
        ({ _tag, answers }) =>
          _tag === 'Proposed' &&
          answers.mentor.yes === undefined &&
          answers.mentee.yes === undefined,
      )

/** INV15, to those who run the cohort. */
export const whoSaidNo: Invariant = {
  rule: 'INV15',
  name: 'nobody who runs the cohort can tell who said no, nor that somebody said yes',
  broken: ({ steps }, core) =>
    firstBroken([...steps.entries()], ([i, { after, answer, command }]) => {
      const isMatch = eventsOf(answer).some(({ type }) => type === 'Matched')
      if (!isMatch) return undefined
      return firstBroken(unanswered(after), ({ pairing, mentor, mentee }) => {
        const { at } = command
        const rest = steps.slice(i + 1).flatMap((step) => eventsOf(step.answer))
        const others = rest.filter((event) => !('pairing' in event) || event.pairing !== pairing)
        const asYes = differs(core, after, [yes(mentee, pairing, at)], [])
        if (asYes !== undefined) return `${asYes} tells that the mentee said yes`
        const menteeNo = [no(mentee, pairing, at)]
        const mentorNo = [yes(mentee, pairing, at), no(mentor, pairing, at)]
        const as = differs(core, after, menteeNo, mentorNo, others)
        return as && `${as} tells who said no`
      })
    }),
}

type Ending = readonly [name: string, event: Event.CohortEvent]

/** Ways in which a formal pairing can end at one instant, none of them the mentor's doing. */
const endings = (
  { pairing, mentor, mentee }: Cohort.Pairing,
  at: Values.Instant,
): ReadonlyArray<Ending> => {
  const by = { role: 'system' as const, id: mentee }
  return [
    ['a withdrawal', no(mentee, pairing, at)],
    ['the programme', { type: 'PairingEnded', at, by, pairing, reason: 'programme' }],
    ['a conflict', { type: 'ConflictDeclared', at, by: self(mentee), against: mentor }],
  ]
}

const LATE = 24 * 3000

const ofCounterpart = (core: Core, { after }: Step): string | undefined => {
  if (after.closedAt !== undefined) return undefined
  return firstBroken(Cohort.pairings(after), (pairing) => {
    if (pairing._tag === 'Ended' || pairing.answers.mentee.yes === undefined) return undefined
    const { mentor, matched } = pairing
    const stories = endings(pairing, matched.at).map(([name, event]) => {
      const cohort = core.evolve(after, event)
      const tried = attempts(pairing, mentor, LATE, cohort)
      const answers = tried.map((command) => core.decide(command, cohort))
      return { name, told: readable([answers, ownRows(core, cohort, mentor)]) }
    })
    const other = stories.find(({ told }) => told !== stories[0]?.told)
    return other && `the mentor can tell ${other.name} from a withdrawal`
  })
}

/** INV15, to the counterpart. */
export const whyItEnded: Invariant = {
  rule: 'INV15',
  name: 'to the counterpart a withdrawal, a declared conflict and an end by the programme read the same',
  broken: ({ steps }, core) =>
    firstBroken(steps.filter(changes), (step) => ofCounterpart(core, step)),
}

const swapped = (events: Events): Events =>
  events.map((event) =>
    event.type === 'ConflictDeclared' || event.type === 'ConflictLifted'
      ? { ...event, by: { ...event.by, id: event.against }, against: event.by.id }
      : event,
  )

/** INV36, of the declarer. */
export const whoDeclared: Invariant = {
  rule: 'INV36',
  name: 'swapping who declared a conflict and whom it is about changes nothing that is seen',
  broken: ({ events, cohort }, core) =>
    firstDifference(seen(core, cohort), seen(core, foldFrom(core, swapped(events)))),
}

/** INV36, of the end. */
export const conflictReadsAsWithdrawal: Invariant = {
  rule: 'INV36',
  name: "a declared conflict ends a live pairing exactly as the declarer's withdrawal",
  broken: ({ steps }, core) =>
    firstBroken(steps, ({ after, answer, command: { at } }) => {
      const moves = eventsOf(answer).some((event) => 'pairing' in event)
      if (!moves || after.closedAt !== undefined) return undefined
      return firstBroken(Cohort.pairings(after), (pairing) => {
        if (pairing._tag === 'Ended') return undefined
        const { mentor, mentee } = pairing
        return firstBroken([mentor, mentee], (by) => {
          const against = by === mentor ? mentee : mentor
          const declared: Events = [{ type: 'ConflictDeclared', at, by: self(by), against }]
          const lifted: Events = [{ type: 'ConflictLifted', at, by: self(by), against }]
          const withdrawn = [no(by, pairing.pairing, at)]
          const as =
            differs(core, after, declared, withdrawn) ??
            differs(core, after, [...declared, ...lifted], withdrawn)
          return as && `${as} tells a conflict`
        })
      })
    }),
}

/** What must not stand in any row that those who run or pay for a cohort see. */
const content = /"rating":|"(text|byMentor|byMentee|themes|question|declared\w*|against)":(?!\d)/

/** INV35. */
export const noContent: Invariant = {
  rule: 'INV35',
  name: 'who runs the cohort sees no text, no rating and no topics of a pair',
  broken: ({ cohort }, core) => {
    const views = core.views.filter(({ audience }) => audience.includes('coordinator'))
    const found = views.find((view) =>
      content.test(JSON.stringify([...View.viewRows(view, cohort).values()])),
    )
    return found?.name
  },
}

const figuresOf = (cohort: Cohort.Cohort, core: Core) => {
  const { opened } = cohort
  if (opened === undefined) return []
  const asIfOne = { ...cohort, opened: { ...opened, rules: { ...opened.rules, k: 1 } } }
  return core.publish(asIfOne, opened.plannedEnd).figures
}

/** INV37. */
export const erasedAreGone: Invariant = {
  rule: 'INV37',
  name: 'after an erasure no view holds an attribute of the person, and counts stay',
  broken: ({ steps }, core) =>
    firstBroken([...steps.entries()], ([i, { before, after, answer }]) => {
      const erased = eventsOf(answer).find((event) => event.type === 'ParticipantErased')
      if (erased === undefined) return undefined
      const { participant } = erased
      if (!sameShape(figuresOf(before, core), figuresOf(after, core))) return 'a count changed'
      return firstBroken([after, steps.slice(i).at(-1)?.after ?? after], (cohort) => {
        const roster = core.views.find(({ name }) => name === View.cohortRoster.name)
        const rows = roster === undefined ? [] : [...View.viewRows(roster, cohort).values()]
        if (readable(rows).includes(participant)) return 'the roster still shows them'
        const pool = Matching.matchingPool(cohort, new Map())
        const { locked, ...people } = pool
        if (readable(people).includes(`"participant":"${participant}"`))
          return 'a draft would see them'
        return locked.some(({ mentor, mentee }) => mentor === participant || mentee === participant)
          ? 'a pairing of theirs lives'
          : undefined
      })
    }),
}

/** INV21, of every state. */
export const nothingLivesAfterClose: Invariant = {
  rule: 'INV21',
  name: 'after the close no pairing is live, and no view shows one that is',
  broken: ({ cohort }, core) => {
    if (cohort.closedAt === undefined) return undefined
    const lives = Cohort.pairings(cohort).find(({ _tag }) => _tag !== 'Ended')
    const isOpen = Cohort.sessions(cohort).some(({ status }) => status.value === 'open')
    if (isOpen) return 'a session is open'
    const header = View.frameOf(cohort)
    const isHeaded = header?.closedAt === cohort.closedAt
    if (lives !== undefined || !isHeaded) return 'a pairing lives'
    const { locked, mentors, mentees } = Matching.matchingPool(cohort, new Map())
    const isEmpty = locked.length + mentors.length + mentees.length === 0
    return isEmpty && Object.keys(shown(core.views, cohort)).length > 0
      ? undefined
      : 'a draft sees somebody'
  },
}
