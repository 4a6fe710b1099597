import { View } from '@reverse-mentoring/core'
import { given, givenNonsense, Scene } from '@reverse-mentoring/testing'
import { expect, test } from 'vitest'

const { asks, at, F, id, no, P, self, the, yes } = Scene

const agree = {
  type: 'GiveConsent',
  ...asks(self(the.mentee), 3),
  purpose: 'pairing',
  pairing: the.pairing,
  terms: 1,
} as const

test('it passes where the whole events are as expected', () => {
  given(...P)
    .when(agree)
    .then(yes(the.mentee, 1, 3))
})

test('it passes where nothing more happens', () => {
  given(...F)
    .when(agree)
    .then()
})

test('it passes where the refusal is as expected', () => {
  given(...P, no(the.mentee, 1, 3))
    .when({ ...agree, at: at(4) })
    .thenRefused({ _tag: 'PairingOver', pairing: id('pairing', 1) })
})

test('it throws what a runner shows as a diff, where something else happens', () => {
  const asked = given(...P).when(agree)
  expect(() => asked.then(yes(the.mentee, 1, 4))).toThrow(/expected[^]*T04:00[^]*but got[^]*T03:00/)
  expect(() => asked.thenRefused({ _tag: 'Superseded' })).toThrow(/Superseded/)
  expect(() =>
    given(...P)
      .when({ ...agree, terms: 2 })
      .then(),
  ).toThrow(/OtherTerms/)
})

test('it tells a refusal, events and nothing in words, and never how they are wrapped', () => {
  const toldBy = (asked: () => void): Error => {
    try {
      asked()
    } catch (error) {
      return error as Error
    }
    throw new Error('nothing was thrown')
  }
  const refused = toldBy(() =>
    given(...P)
      .when({ ...agree, terms: 2 })
      .then(),
  )
  expect(refused.message).toMatch(
    /^expected\nno event\nbut got\na refusal: [A-Z].*\.\n\{\n {2}"_tag": "OtherTerms",\n {2}"asked": 1\n\}$/,
  )
  expect(refused).toMatchObject({ expected: [], actual: { _tag: 'OtherTerms' } })
  const taken = toldBy(() =>
    given(...P)
      .when(agree)
      .thenRefused({ _tag: 'Superseded' }),
  )
  expect(taken.message).toMatch(
    /^expected\na refusal: [^]*"Superseded"\n\}\nbut got\n\[\n {2}\{.*"type":"ConsentGiven".*\n\]$/,
  )
  for (const { message } of [refused, taken]) expect(message).not.toMatch(/"(Left|Right)"|"left"/)
  const asked = given(...P).when({ ...agree, terms: 2 })
  expect(() => asked.thenShows(View.momentum, {})).toThrow(/^it is refused: [A-Z].*\.\n\{/)
})

test('it refuses a past that no cohort can have, and says which event and why', () => {
  const early = yes(the.mentor, 1, 3)
  expect(() => given(...P, early)).toThrow(/event \d+ of it \(ConsentGiven\) breaks INV11, /)
  expect(() => givenNonsense(...P, early)).not.toThrow()
})

test('it gives several commands in turn, and shows what a view then has', () => {
  const answer = { ...agree, ...asks(self(the.mentor), 4) }
  given(...P)
    .when(agree, answer)
    .then(yes(the.mentor, 1, 4))
  const asked = given(...P).when(agree, answer)
  expect(() => asked.thenShows(View.momentum, {})).toThrow(/formalAt/)
  given(...P)
    .when(agree)
    .thenShows(View.momentum, {})
  expect(() => given(...P).when(answer, agree)).toThrow(/command 1 \(GiveConsent\) is refused/)
})

test('it says that no command was given', () => {
  const when = given(...P).when as () => unknown
  expect(when).toThrow(/^`when` was given no command: hand over one at least$/)
})

test.each(['GiveConsnt', 'toString'])('it tells a command that there is none of: %s', (type) => {
  const command = { ...agree, type } as never
  const told = `\`when\` was given a command of the type “${type}”, and there is none: it is one of OpenCohort, `
  expect(() => given().when(command)).toThrow(told)
  expect(() => given(...P).when(command)).toThrow(told)
  expect(() => given(...P).when(agree, command)).toThrow(told)
  expect(() => given(...P).when(command, agree)).toThrow(told)
})

test('it tells what is no command or event at all', () => {
  expect(() => given(...P).when(undefined as never)).toThrow(
    '`when` was given nothing, and not a command',
  )
  expect(() => given(...P).when([agree] as never)).toThrow(
    '`when` was given a list, and not a command: hand over what is in it, by `...`',
  )
  expect(() => given(P as never)).toThrow('`given` was given a list, and not an event')
  expect(() => givenNonsense(...P, null as never)).toThrow(
    '`givenNonsense` was given null, and not an event',
  )
})

test('it tells an event that there is none of', () => {
  const event = { ...yes(the.mentee, 1, 3), type: 'ConsentGivn' } as never
  const told = 'an event of the type “ConsentGivn”, and there is none: it is one of CohortOpened, '
  expect(() => given(...P, event)).toThrow(`\`given\` was given ${told}`)
  expect(() => givenNonsense(...P, event)).toThrow(`\`givenNonsense\` was given ${told}`)
})
