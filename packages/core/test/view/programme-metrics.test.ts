import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { at, cancelled, closed, code, ended, held, id, matched, opened, ready, said, scheduled } =
  Scene
const { self, the, yes } = Scene
type History = ReadonlyArray<Event.CohortEvent>

/** The n-th pair, from 1: its mentor has an odd number, its mentee the next one. */
const mentor = (n: number) => id('participant', 2 * n - 1)
const mentee = (n: number) => id('participant', 2 * n)
const pairs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)
const forEach = (from: number, to: number, story: (n: number) => History): History =>
  pairs(from, to).flatMap(story)

const enrolled = (n: number): History => [
  ...ready(mentor(n), 'mentor'),
  ...ready(mentee(n), 'mentee'),
]
const proposed = (n: number): History => [matched(n, mentor(n), mentee(n), 2)]
const formal = (n: number, hours = 4): History => [
  ...proposed(n),
  yes(mentee(n), n, 3),
  yes(mentor(n), n, hours),
]
const met = (n: number, ...began: ReadonlyArray<number>): History =>
  began.map((hour, i) => held(100 * n + i, n, mentor(n), hour + 1, hour))

const aboutNothing = (event: Event.CohortEvent): Event.CohortEvent =>
  event.type === 'SessionHeld' ? { ...event, byMentor: [] } : event
const outcomeOf = (n: number, participant: Values.ParticipantId): Event.OutcomeObserved => ({
  type: 'OutcomeObserved',
  ...said(the.coordinator, 6000),
  outcome: id('outcome', n),
  participant,
  month: 6,
  kind: 'stayed',
})

/** Thirty pairs are enrolled: k is 5. */
const B = [opened(), ...forEach(1, 30, enrolled)]

const publish = (past: History, hour: number, earlier: ReadonlyArray<View.Earlier> = []) => {
  const cohort = Cohort.foldCohort(past)
  return { cohort, publication: View.publishMetrics(cohort, at(hour), earlier) }
}
const told = ({ publication }: View.Earlier) =>
  Object.fromEntries(publication.figures.map(({ figure, total }) => [figure, total]))
const peopleOf = ({ publication }: View.Earlier, name: string) =>
  publication.figures.find(({ figure }) => figure === name)?.people

test('A publication is for coordinators and sponsors, and says for how many people at least it speaks', () => {
  expect(publish(B, 9).publication).toMatchObject({
    kind: 'published',
    audience: ['coordinator', 'sponsor'],
    asOf: at(9),
    k: 5,
    figures: [{ figure: 'enrolled', total: 60, people: 60, since: at(9) }],
  })
})

describe('A figure is held back', () => {
  test('of fewer than k people', () => {
    expect(told(publish([...B, ...forEach(1, 2, proposed)], 9))).not.toHaveProperty('matched')
    expect(told(publish([...B, ...forEach(1, 3, proposed)], 9))).toMatchObject({ matched: 6 })
  })

  test('where a wider one has fewer than k people more', () => {
    const all = [...B, ...forEach(1, 20, proposed)]
    const but = (n: number) =>
      told(publish([...all, ...forEach(1, 20 - n, (i) => formal(i).slice(1))], 9))
    expect(but(3)).toMatchObject({ matched: 40, formal: 34 })
    expect(but(2)).not.toHaveProperty('formal')
    expect(but(0)).not.toHaveProperty('formal')
  })

  test('where what happened in sessions would tell who never met', () => {
    const all = [...B, ...forEach(1, 20, (n) => formal(n))]
    const often = (n: number) => met(n, 100, 200, ...(n < 9 ? [300] : []))
    const now = publish([...all, ...forEach(1, 19, often)], 999)
    expect(told(now)).toMatchObject({ matched: 40, 'sessions-ended': 92 })
    expect(told(now)).not.toHaveProperty('met')
    expect(told(now)).not.toHaveProperty('gaps')
    expect(peopleOf(now, 'sessions-ended')).toBe(60)
    const apart = publish([...all, ...forEach(1, 17, often)], 999)
    expect(told(apart)).toMatchObject({ met: 34, 'sessions-ended': 84 })
  })

  test('where it would tell that one pair cancelled', () => {
    const often = (n: number) => met(n, 100, 200, ...(n > 10 ? [250] : []))
    const all = [...B, ...forEach(1, 20, (n) => [...formal(n), ...often(n)])]
    const cancels = (n: number): History => [
      scheduled(9000 + n, n, mentor(n), 300, 400),
      cancelled(9000 + n, mentee(n), 301),
    ]
    const one = told(publish([...all, ...cancels(1)], 999))
    expect(one).toHaveProperty('sessions-ended')
    expect(one).not.toHaveProperty('sessions-held')
    const some = told(publish([...all, ...forEach(1, 3, cancels)], 999))
    expect(some).toMatchObject({ 'sessions-ended': 106, 'sessions-held': 100 })
  })

  test('where the outcomes beside it would tell what became of few', () => {
    const consent = (who: Values.ParticipantId): Event.ConsentGiven => ({
      type: 'ConsentGiven',
      ...said(self(who), 10),
      purpose: 'outcomes',
    })
    const became = (n: number, kind: Event.OutcomeObserved['kind']) => ({
      ...outcomeOf(n, mentor(n)),
      kind,
    })
    const past = [...B, ...pairs(1, 30).map((n) => consent(mentor(n))), closed(900)]
    const outcomes = (stayed: number) => [
      ...pairs(1, 10).map((n) => became(n, 'promoted')),
      ...pairs(11, 10 + stayed).map((n) => became(n, 'stayed')),
      ...pairs(11 + stayed, 24).map((n) => became(n, 'left')),
    ]
    const few = told(publish([...past, ...outcomes(11)], 6001))
    expect(few).toMatchObject({ 'outcome 6 observed': 24, 'outcome 6 promoted': 10 })
    expect(few).not.toHaveProperty('outcome 6 stayed')
    expect(few).not.toHaveProperty('outcome 6 left')
    const many = told(publish([...past, ...outcomes(9)], 6001))
    expect(many).toMatchObject({ 'outcome 6 left': 5, 'outcome 6 promoted': 10 })
    expect(many).not.toHaveProperty('outcome 6 stayed')
  })
})

test('A figure is held back where the difference of two sums stands beside it', () => {
  const past = [
    ...B,
    ...forEach(1, 10, (n) => formal(n)),
    ...forEach(1, 7, (n) => met(n, 100, 200, ...(n === 1 ? [300] : []))),
    ...forEach(8, 10, (n) => met(n, 100).map(aboutNothing)),
  ]
  const first = publish(past, 99)
  expect(told(first)).toMatchObject({ 'sessions-ended': 36, 'topic data': 30 })
  const observed = (to: number) => [
    ...past,
    ...pairs(8, to).flatMap((n) => [outcomeOf(n, mentor(n)), outcomeOf(50 + n, mentee(n))]),
  ]
  // The three pairs with sessions that were not about data, and one more.
  expect(told(publish(observed(10), 199, [first]))).not.toHaveProperty('outcome 6 observed')
  expect(told(publish(observed(11), 199, [first]))).not.toHaveProperty('outcome 6 observed')
  expect(told(publish(observed(14), 199, [first]))).toHaveProperty('outcome 6 observed', 14)
})

describe('Between two publications', () => {
  const first = publish([...B, ...forEach(1, 5, proposed)], 100)
  const second = publish([...B, ...forEach(1, 7, proposed)], 200, [first])
  const third = publish([...B, ...forEach(1, 8, proposed)], 300, [first, second])

  test('a figure stays as it was until k people have changed since it was read', () => {
    expect(told(first)).toMatchObject({ matched: 10 })
    expect(told(second)).toMatchObject({ matched: 10 })
    expect(third.publication.figures).toContainEqual({
      figure: 'matched',
      total: 16,
      people: 16,
      since: at(300),
    })
  })

  test('one that was held back comes once k people have changed since the first', () => {
    const held = publish([...B, ...forEach(1, 2, proposed)], 100)
    const next = publish([...B, ...forEach(1, 3, proposed)], 200, [held])
    expect(told(next)).not.toHaveProperty('matched')
    const last = publish([...B, ...forEach(1, 5, proposed)], 300, [held, next])
    expect(told(last)).toMatchObject({ matched: 10 })
  })

  test('a figure is held against what others were, too', () => {
    const four = publish([opened({ k: 2 }), ...forEach(1, 2, enrolled)], 100)
    const third = id('participant', 3)
    const past = [
      ...[opened({ k: 2 }), ...forEach(1, 3, enrolled)],
      ...[matched(1, mentor(1), mentee(1), 2), matched(2, third, mentee(1), 2)],
    ]
    expect(told(publish(past, 200))).toMatchObject({ enrolled: 6, matched: 3 })
    expect(told(four)).toEqual({ enrolled: 4 })
    expect(told(publish(past, 200, [four]))).toEqual({ enrolled: 6 })
  })

  test('what was cancelled tells of no pair: nor does the difference of two sums, from one date to the next', () => {
    const cancels = (n: number, hour: number): History => [
      scheduled(10 * hour + n, n, mentor(n), hour, hour + 50),
      cancelled(10 * hour + n, mentee(n), hour + 1),
    ]
    const often = (n: number) => met(n, 100, 200, ...(n > 10 ? [250] : []))
    const past = [
      ...B,
      ...forEach(1, 20, (n) => [...formal(n), ...often(n)]),
      ...forEach(1, 3, (n) => cancels(n, 300)),
    ]
    const one = publish(past, 500)
    expect(told(one)).toMatchObject({ 'sessions-ended': 106, 'sessions-held': 100 })
    const more = [...past, ...forEach(1, 20, (n) => [held(8000 + n, n, mentor(n), 601, 600)])]
    const few = told(publish([...more, ...cancels(7, 610)], 700, [one]))
    expect(few['sessions-ended']).toBe(148)
    expect(few['sessions-held']).toBe(100)
    const many = told(publish([...more, ...forEach(7, 9, (n) => cancels(n, 610))], 700, [one]))
    expect(many).toMatchObject({ 'sessions-ended': 152, 'sessions-held': 140 })
    const none = told(publish(more, 700, [one]))
    expect(none).toMatchObject({ 'sessions-ended': 146, 'sessions-held': 140 })
  })

  test('one that went and came back tells no fewer either', () => {
    const answers = (rating: (n: number) => number, from: number): History =>
      pairs(1, 20).map((n) => ({
        type: 'FeedbackGiven',
        ...said(self(mentor(n)), from),
        feedback: id('feedback', 1000 * from + n),
        question: code('heard'),
        occasion: 'half',
        rating: rating(n),
        themes: [],
      }))
    const usual = (n: number) => (n > 10 ? 3 : 2)
    const past = [...B, ...answers(usual, 10)]
    const one = publish(past, 100)
    expect(told(one)).toMatchObject({ 'rating heard half': 50 })
    const two = [...past, ...answers((n) => (n <= 6 ? 4 : usual(n)), 110)]
    const other = publish(two, 200, [one])
    expect(told(other)).toMatchObject({ 'rating heard half': 62 })
    const back = publish([...two, ...answers((n) => (n === 7 ? 4 : usual(n)), 210)], 300, [
      one,
      other,
    ])
    expect(told(back)).toMatchObject({ 'rating heard half': 62 })
  })
})

describe('Days from proposal to formal', () => {
  const past = [...B, ...forEach(1, 20, (n) => formal(n, 2 + 24 * n))]

  test('are told where k pairings stand on either side', () => {
    expect(publish(past, 999).publication.daysToFormal).toEqual({ median: 11, since: at(999) })
    const few = [...B, ...forEach(1, 10, (n) => formal(n, 2 + 24 * n))]
    expect(publish(few, 999).publication.daysToFormal).toEqual({ since: at(999) })
  })

  test('stay as they are until k people more have become formal', () => {
    const one = publish(past, 1000)
    const two = publish([...past, ...forEach(21, 22, (n) => formal(n, 2 + 240))], 1100, [one])
    expect(two.publication.daysToFormal).toEqual(one.publication.daysToFormal)
    const many = [...past, ...forEach(21, 23, (n) => formal(n, 2 + 240))]
    const three = publish(many, 1200, [one, two])
    expect(three.publication.daysToFormal).toMatchObject({ median: 10, since: at(1200) })
  })

  test('need k people too: two who are paired again and again are two', () => {
    const again = pairs(101, 107).flatMap((n): History => [
      matched(n, mentor(1), mentee(1), 2),
      yes(mentee(1), n, 3),
      yes(mentor(1), n, 4),
      ended(n, 'programme', 5),
    ])
    const others = forEach(2, 8, (n) => formal(n, 2 + 24 * n))
    const { daysToFormal } = publish([...B, ...again, ...others], 999).publication
    expect(daysToFormal).toEqual({ since: at(999) })
  })
})

describe('Ratings', () => {
  const answer = (
    n: number,
    question: string,
    rating: number,
    pairing?: Values.PairingId,
  ): Event.FeedbackGiven => ({
    type: 'FeedbackGiven',
    ...said(self(mentor(n)), 50),
    feedback: id('feedback', 100 * n + 10 * rating + question.length),
    question: code(question),
    occasion: 'half',
    rating,
    themes: [],
    ...(pairing !== undefined && { pairing }),
  })

  const both = (n: number) => [
    answer(n, 'heard', n < 6 ? 4 : 3),
    answer(n, 'useful', n < 4 ? 2 : 1),
  ]
  const past = [...B, ...pairs(1, 9).flatMap(both)]

  test('of two questions that the same people answered are both told', () => {
    expect(told(publish(past, 99))).toMatchObject({
      'rating heard half': 32,
      'rating useful half': 12,
    })
  })

  test('are held back where one person more has answered', () => {
    const now = told(publish([...past, answer(10, 'useful', 2)], 99))
    expect(now).toHaveProperty('rating heard half')
    expect(now).not.toHaveProperty('rating useful half')
  })

  test('are held back where all answered the same, and so each', () => {
    const alike = pairs(1, 9).map((n) => answer(n, 'heard', 1))
    expect(told(publish([...B, ...alike], 99))).toEqual({ enrolled: 60 })
    const but = [...B, ...alike.slice(1), answer(1, 'heard', 2)]
    expect(told(publish(but, 99))).toHaveProperty('rating heard half', 10)
  })

  test('stay as they are where all who answered since said the same', () => {
    const first = publish(past, 99)
    const more = (rating: (n: number) => number) =>
      told(
        publish([...past, ...pairs(10, 15).map((n) => answer(n, 'heard', rating(n)))], 199, [
          first,
        ]),
      )
    expect(more(() => 1)).toHaveProperty('rating heard half', 32)
    expect(more((n) => (n > 12 ? 1 : 2))).toHaveProperty('rating heard half', 41)
  })

  test('of one person about several pairings count once, by their mean', () => {
    const others = [...B, ...pairs(2, 9).map((n) => answer(n, 'heard', 4))]
    const two = [answer(1, 'heard', 1, id('pairing', 1)), answer(1, 'heard', 4, id('pairing', 2))]
    for (const own of [two, [...two].reverse()]) {
      const now = publish([...others, ...own], 99)
      expect(told(now)).toMatchObject({ 'rating heard half': 34.5 })
      expect(peopleOf(now, 'rating heard half')).toBe(9)
    }
  })
})

test('A share is told where both figures are, and are of one date', () => {
  const { publication } = publish([...B, ...forEach(1, 15, proposed)], 9)
  expect(View.shareOf(publication, 'matched', 'enrolled')).toBe(0.5)
  expect(View.shareOf(publication, 'formal', 'matched')).toBeUndefined()

  const first = publish([...B, ...forEach(1, 15, proposed)], 100)
  const later = publish([...B, ...forEach(1, 20, proposed)], 200, [first])
  expect(told(later)).toMatchObject({ enrolled: 60, matched: 40 })
  expect(View.shareOf(later.publication, 'matched', 'enrolled')).toBeUndefined()
})
