import type { Port, Values } from '@reverse-mentoring/core'
import { got } from '../law.ts'
import { newId } from '../record.ts'

export const newParticipant = (): Values.ParticipantId => newId() as string as Values.ParticipantId
export const newCohort = (): Values.CohortId => newId() as string as Values.CohortId

export const newPerson = (some: Partial<Port.Person> = {}): Port.Person => ({
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
): Promise<Port.Person | undefined> =>
  (await got(directory.findPeople([participant]))).get(participant)

/** Which of some texts the directory still has. */
export const textsLeft = async (
  directory: Port.Directory,
  texts: ReadonlyArray<Port.Text>,
): Promise<ReadonlyArray<Port.Text>> => {
  const found = await Promise.all(texts.map(({ text }) => got(directory.findText(text))))
  return found.filter((text) => text !== undefined)
}

/** The cohorts that an erasure answered, sorted. */
export const erase = async (
  directory: Port.Directory,
  participant: Values.ParticipantId,
): Promise<ReadonlyArray<Values.CohortId>> => [...(await got(directory.erase(participant)))].sort()
