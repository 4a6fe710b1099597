import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import { got } from '../law.ts'
import { newId } from '../record.ts'

export const newParticipant = (): Values.ParticipantId => newId() as string as Values.ParticipantId
export const newCohort = (): Values.CohortId => newId() as string as Values.CohortId

export const newPerson = (some: Partial<Port.Profile> = {}): Port.Profile => ({
  participant: newParticipant(),
  name: 'Ada Lovelace',
  address: 'ada@example.org',
  attributes: { region: 'north', languages: ['en', 'fr'], remote: true, grade: 3 },
  identity: { gender: 'woman' },
  ...some,
})

export const newText = (some: Partial<Port.Text> = {}): Port.Text => ({
  text: newId() as string as Values.TextId,
  author: newParticipant(),
  subjects: [],
  words: 'We wrote a prompt together.',
  ...some,
})

/** The person behind an id, as the directory tells. */
export const personOf = async (
  directory: Port.Directory,
  participant: Values.ParticipantId,
): Promise<Port.Profile | undefined> =>
  (await got(directory.findPeople([participant]))).get(participant)

/** Which of some texts the directory still has. */
export const textsLeft = async (
  directory: Port.Directory,
  texts: ReadonlyArray<Port.Text>,
): Promise<ReadonlyArray<Port.Text>> => {
  const found = await Promise.all(texts.map(({ text }) => got(directory.findText(text))))
  return found.filter((text) => text !== undefined)
}

/** The cohorts that an erasure of one person answered. */
export const erase = async (
  directory: Port.Directory,
  participant: Values.ParticipantId,
): Promise<ReadonlyArray<Values.CohortId>> => {
  const answer = await got(directory.erase([participant]))
  assert.deepEqual(
    answer.map((one) => one.participant),
    [participant],
  )
  return answer.flatMap(({ cohorts }) => cohorts)
}

/** Which of these people are being erased, as pages of so many tell. */
export const erasingOf = async (
  directory: Port.Directory,
  participants: ReadonlyArray<Values.ParticipantId>,
  limit = 100,
): Promise<ReadonlyArray<Port.Erasing>> => {
  const all: Array<Port.Erasing> = []
  let page = await got(directory.erasing({ limit }))
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    const { participant: after } = last
    assert.ok(page.length <= limit, 'a page is too long')
    all.push(...page)
    page = page.length < limit ? [] : await got(directory.erasing({ after, limit }))
    assert.ok(
      page.every(({ participant }) => participant > after),
      'a page goes back',
    )
  }
  const ids = all.map(({ participant }) => participant)
  assert.deepEqual(ids, [...new Set(ids)].sort(), 'each once, in the order of their ids')
  return all.filter(({ participant }) => participants.includes(participant))
}
