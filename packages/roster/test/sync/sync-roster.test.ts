import { Cohort, type Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  sayPlan,
  syncRoster,
  type Roster,
  type SyncOptions,
  type SyncPlan,
} from '@reverse-mentoring/roster'
import { rosterOf } from '../read.ts'

const { the, id } = Scene

/** Gives everybody an id by the order in which they come. */
const directory = (erased: ReadonlyArray<string> = []) => {
  const known = new Map<string, Values.ParticipantId>()
  const participantOf: SyncOptions['participantOf'] = (number) => {
    if (erased.includes(number)) return undefined
    const one = known.get(number) ?? id('participant', 100 + known.size)
    known.set(number, one)
    return one
  }
  return participantOf
}

let enrolments = 0

const options = (
  hours: number,
  participantOf: SyncOptions['participantOf'],
  left: ReadonlyArray<string> = [],
): SyncOptions => ({
  cohort: the.cohort,
  at: Scene.at(hours),
  by: the.coordinator,
  participantOf,
  newEnrolment: () => id('enrolment', 1000 + (enrolments += 1)),
  left,
})

const opened = Cohort.foldCohort([Scene.opened()])

/** Carries a plan out; throws on any refusal. */
const done = (cohort: Cohort.Cohort, { commands }: SyncPlan): Cohort.Cohort =>
  commands.reduce((before, command) => {
    const decided = Cohort.decide(command, before)
    if (E.isLeft(decided)) throw new Error(`${command.type}: ${JSON.stringify(decided.left)}`)
    return Cohort.evolveAll(before, decided.right)
  }, cohort)

const header = 'ID,Name,Grade,Manager,Role,Offers,Hours,Status'
const roster = (...rows: ReadonlyArray<string>): Roster =>
  rosterOf([header, '1,Boss,9,,,,,', '2,Ana,7,1,senior,Budgets,,', ...rows])

const bob = '3,Bob,2,2,junior,AI tools,2,'

describe('bringing a running cohort up to date', () => {
  it('enrols everybody once, with lines and with topics that are new', () => {
    const participantOf = directory()
    const first = syncRoster(opened, roster(bob), options(1, participantOf))
    expect(first.changes.map(({ kind, id: number, what }) => [kind, number, what])).toEqual([
      ['enrol', '2', 'mentee'],
      ['enrol', '3', 'mentor'],
    ])
    const cohort = done(opened, first)
    const person = Cohort.person(cohort, participantOf('3') ?? the.mentor)
    expect(person?.chain?.value).toEqual([participantOf('2'), participantOf('1')])
    expect(syncRoster(cohort, roster(bob), options(2, participantOf)).commands).toEqual([])
  })

  it('amends what is stated otherwise, records lines that changed, and leaves what is left open', () => {
    const participantOf = directory()
    const before = done(opened, syncRoster(opened, roster(bob), options(1, participantOf)))
    const plan = syncRoster(before, roster('3,Bob,4,1,junior,,3,'), options(2, participantOf))
    expect(sayPlan(plan, (number) => `Nr ${number}`)).toEqual([
      'Nr 3 is amended: seniority 2 → 4, hours 2 → 3',
      'Nr 3 has another line: 2 above → 1 above',
    ])
    const after = done(before, plan)
    const [enrolment] = Cohort.enrolments(after).filter(
      ({ enrolled }) => enrolled.participant === participantOf('3'),
    )
    expect(enrolment?.offered.value).toEqual(['ai-tools'])
    expect(
      syncRoster(after, roster('3,Bob,4,1,junior,,3,'), options(3, participantOf)).commands,
    ).toEqual([])
  })

  it('never withdraws anybody for being absent, but whoever is marked or confirmed to have left', () => {
    const participantOf = directory()
    const before = done(opened, syncRoster(opened, roster(bob), options(1, participantOf)))
    const absent = syncRoster(before, roster(), options(2, participantOf))
    expect(absent.commands).toEqual([])
    expect(absent.absent).toEqual([participantOf('3')])
    expect(sayPlan(absent).join()).toContain('Nobody is withdrawn for being absent')
    const confirmed = syncRoster(before, roster(), options(2, participantOf, ['3']))
    expect(confirmed.commands.map(({ type }) => type)).toEqual(['WithdrawParticipant'])
    const marked = syncRoster(
      before,
      roster('3,Bob,2,2,junior,AI tools,2,left'),
      options(2, participantOf),
    )
    expect(marked.commands.map(({ type }) => type)).toEqual(['WithdrawParticipant'])
    const after = done(before, marked)
    expect(
      syncRoster(after, roster('3,Bob,2,2,junior,AI tools,2,left'), options(3, participantOf))
        .commands,
    ).toEqual([])
  })

  it('says whose line the source leaves open, and keeps it as it was', () => {
    const participantOf = directory()
    const before = done(opened, syncRoster(opened, roster(bob), options(1, participantOf)))
    const plan = syncRoster(
      before,
      roster('3,Bob,2,ana,junior,AI tools,2,'),
      options(2, participantOf),
    )
    expect([plan.commands, plan.unclear]).toEqual([[], ['3']])
    expect(sayPlan(plan).join()).toContain('leaves open who stands above 3')
  })

  it('enrols nobody again who left by themselves, nor whoever was erased', () => {
    const participantOf = directory()
    const before = done(opened, syncRoster(opened, roster(bob), options(1, participantOf)))
    const left = done(before, syncRoster(before, roster(), options(2, participantOf, ['3'])))
    const plan = syncRoster(left, roster(bob), options(3, participantOf))
    expect([plan.commands, plan.withdrawn]).toEqual([[], ['3']])
    const erased = syncRoster(opened, roster(bob), options(1, directory(['3', '1'])))
    expect(erased.erased).toEqual(['3'])
    expect(sayPlan(erased).join()).toContain('Erased, and not brought back: 3')
    expect(Cohort.people(done(opened, erased))).toHaveLength(1)
  })

  it('says by pair which pairings end, and which stay flagged, before anything is done', () => {
    const participantOf = directory()
    const others = ['4,Cy,2,1,junior,,,', '5,Di,2,1,junior,,,', '6,Eve,8,1,senior,,,']
    const people = roster('3,Bob,2,1,junior,,,', ...others)
    const enrolled = done(opened, syncRoster(opened, people, options(1, participantOf)))
    const of = (number: string) => participantOf(number) ?? the.mentor
    const enrolmentOf = (number: string, role: Values.Role) =>
      Cohort.person(enrolled, of(number))?.[role].enrolment ?? id('enrolment', 1)
    const matched = (n: number, mentor: string, mentee: string) => ({
      ...Scene.matched(n, of(mentor), of(mentee)),
      enrolments: { mentor: enrolmentOf(mentor, 'mentor'), mentee: enrolmentOf(mentee, 'mentee') },
    })
    const pairs = [matched(1, '3', '2'), matched(2, '4', '6'), matched(3, '5', '2')]
    const consents = [Scene.yes(of('3'), 1, 110), Scene.yes(of('2'), 1, 111)]
    const before = Cohort.evolveAll(enrolled, [...pairs, ...consents])
    expect(Cohort.pairing(before, id('pairing', 1))?._tag).toBe('Formal')
    const moved = roster(
      '3,Bob,2,2,junior,,,',
      '4,Cy,2,6,junior,,,',
      '5,Di,2,1,,,,',
      others[2] ?? '',
    )
    const plan = syncRoster(before, moved, options(200, participantOf, ['5']))
    expect(plan.pairs).toEqual([
      { mentor: '3', mentee: '2', becomes: 'flagged', because: 'line' },
      { mentor: '4', mentee: '6', becomes: 'ended', because: 'line' },
      { mentor: '5', mentee: '2', becomes: 'ended', because: 'left' },
    ])
    expect(sayPlan(plan, (number) => `Nr ${number}`)).toContain(
      'Nr 4 and Nr 6 stand in one line of management from now on: their pairing ends.',
    )
    expect(Cohort.pairing(done(before, plan), id('pairing', 2))?._tag).toBe('Ended')
  })

  it('says what the cohort would refuse, before anything is done', () => {
    const participantOf = directory()
    const topics = (from: number, count: number): string =>
      Array.from({ length: count }, (_, n) => `Topic ${String(from + n)}`).join('; ')
    const person = (n: number, offers: string) => `9${String(n)},P,2,1,junior,${offers},,`
    const many = Array.from({ length: 11 }, (_, n) => person(n, topics(100 * n, 100)))
    const all = syncRoster(opened, roster(...many), options(1, participantOf))
    expect(all.refused.length).toBeGreaterThan(0)
    expect(sayPlan(all).join('\n')).toContain('it has at most 1000 topics')
    const one = syncRoster(opened, roster(person(1, topics(0, 101))), options(1, participantOf))
    expect(one.refused.map(({ id: number }) => number)).toEqual(['91'])
    expect(sayPlan(one).join('\n')).toContain('The cohort would refuse this of 91: ')
    const fits = syncRoster(opened, roster(person(1, topics(0, 100))), options(1, participantOf))
    expect(fits.refused).toEqual([])
    expect(Cohort.people(done(opened, fits))).toHaveLength(2)
  })

  it('says whose role the source does not name any more, and leaves it', () => {
    const participantOf = directory()
    const both = roster('3,Bob,2,2,both,,,', '4,Cy,2,2,junior,,,')
    const before = done(opened, syncRoster(opened, both, options(1, participantOf)))
    const less = roster('3,Bob,2,2,junior,,,', '4,Cy,2,2,,,,')
    const plan = syncRoster(before, less, options(2, participantOf))
    expect([plan.commands, plan.roles]).toEqual([
      [],
      [
        { id: '4', role: 'mentor' },
        { id: '3', role: 'mentee' },
      ],
    ])
    expect(sayPlan(plan)).toContain(
      '3 is enrolled as mentee (senior), and the source does not say so any more: they stay enrolled. Withdraw that enrolment by hand, or confirm by number who has left.',
    )
    expect(syncRoster(before, less, options(2, participantOf, ['4'])).roles).toEqual([
      { id: '3', role: 'mentee' },
    ])
  })

  it('is done in parts of what one command holds', () => {
    const participantOf = directory()
    const many = Array.from({ length: 600 }, (_, n) => `9${String(n)},P,3,2,junior,,,`)
    const before = done(opened, syncRoster(opened, roster(...many), options(1, participantOf)))
    const moved = many.map((row) => row.replace(',2,junior', ',1,junior'))
    const plan = syncRoster(before, roster(...moved), options(2, participantOf))
    expect(plan.commands.map(({ type }) => type)).toEqual([
      'RecordLines',
      'RecordLines',
      'RecordLines',
    ])
    expect(
      syncRoster(done(before, plan), roster(...moved), options(3, participantOf)).commands,
    ).toEqual([])
  })

  it('leads to the same cohort from any other, and then changes nothing more', () => {
    const row = fc
      .record({
        number: fc.integer({ min: 3, max: 7 }),
        grade: fc.integer({ min: 1, max: 4 }),
        manager: fc.constantFrom(1, 2),
        role: fc.constantFrom('junior', 'senior', 'both', ''),
        offers: fc.constantFrom('', 'AI tools', 'C#; C++'),
        status: fc.constantFrom('', '', '', 'left'),
      })
      .map(
        ({ number, grade, manager, role, offers, status }) =>
          [
            number,
            `${String(number)},P,${String(grade)},${String(manager)},${role},${offers},,${status}`,
          ] as const,
      )
    const file = fc
      .uniqueArray(row, { selector: ([number]) => number, maxLength: 5 })
      .map((rows) => roster(...rows.map(([, text]) => text)))
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
        const participantOf = directory()
        let cohort = opened
        for (const [n, one] of files.entries()) {
          const everEnrolled = Cohort.people(cohort).length
          cohort = done(cohort, syncRoster(cohort, one, options(n + 1, participantOf)))
          expect(Cohort.people(cohort).length).toBeGreaterThanOrEqual(everEnrolled)
          const again = syncRoster(cohort, one, options(n + 1.5, participantOf))
          expect(again.commands).toEqual([])
          for (const { id: number, chain } of one.people) {
            const standing = Cohort.person(cohort, participantOf(number) ?? the.mentor)
            expect(standing?.chain?.value).toEqual(chain?.map(participantOf))
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
