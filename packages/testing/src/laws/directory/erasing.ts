import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { got, law } from '../law.ts'
import {
  erase,
  newCohort,
  newParticipant,
  newPerson,
  newText,
  personOf,
  textsLeft,
} from './person.ts'

const gone = law<Port.Directory>(
  'who is erased is not found, and stays erased when put again',
  async ({ adapter }) => {
    const [ada, bob] = [newPerson(), newPerson()]
    await got(adapter.putPeople([ada, bob]))
    await got(adapter.listCohort(newCohort(), [ada.participant]))
    await erase(adapter, ada.participant)
    assert.equal(await personOf(adapter, ada.participant), undefined)
    const carl = newPerson()
    await got(adapter.putPeople([ada, carl]))
    assert.equal(await personOf(adapter, ada.participant), undefined)
    assert.deepEqual(await personOf(adapter, bob.participant), bob)
    assert.deepEqual(await personOf(adapter, carl.participant), carl)
  },
)

const silent = law<Port.Directory>(
  'every text by or about an erased person is gone, and none comes again',
  async ({ adapter }) => {
    const [ada, bob] = [newParticipant(), newParticipant()]
    const [by, about] = [
      newText({ author: ada, subjects: [bob] }),
      newText({ subjects: [bob, ada] }),
    ]
    const others = [newText({ author: bob }), newText({ subjects: [bob] }), newText()]
    for (const text of [by, about, ...others]) await got(adapter.putText(text))
    await got(adapter.listCohort(newCohort(), [ada]))
    await erase(adapter, ada)
    assert.deepEqual(await textsLeft(adapter, [by, about, ...others]), others)
    for (const text of [by, about]) await got(adapter.putText(text))
    assert.deepEqual(await textsLeft(adapter, [by, about]), [])
  },
)

const unsalted = law<Port.Directory>(
  'an erasure takes the salts of the person’s cohorts, and of no other',
  async ({ adapter }) => {
    const [ada, theirs, another] = [newParticipant(), newCohort(), newCohort()]
    await got(adapter.listCohort(theirs, [ada, newParticipant()]))
    await got(adapter.listCohort(another, [newParticipant()]))
    for (const cohort of [theirs, another]) await got(adapter.salt(cohort, 'first'))
    await erase(adapter, ada)
    assert.equal(await got(adapter.salt(theirs, 'second')), 'second')
    assert.equal(await got(adapter.salt(another, 'second')), 'first')
  },
)

const together = law<Port.Directory>(
  'of many who are erased at once all is gone that is gone of one',
  async ({ adapter }) => {
    const people = [newPerson(), newPerson(), newPerson()] as const
    const [ada, bob, carl] = people.map(({ participant }) => participant)
    if (ada === undefined || bob === undefined || carl === undefined) return
    const texts = [ada, bob, carl].flatMap((author) => [
      newText({ author }),
      newText({ subjects: [author] }),
    ])
    const cohorts = [newCohort(), newCohort(), newCohort()] as const
    await got(adapter.putPeople(people))
    for (const text of texts) await got(adapter.putText(text))
    for (const [n, cohort] of cohorts.entries()) {
      await got(adapter.listCohort(cohort, [[ada, bob, carl][n] ?? ada]))
      await got(adapter.salt(cohort, 'first'))
    }
    const erasings = await got(adapter.erase([bob, ada]))
    assert.deepEqual(erasings, [
      { participant: bob, cohorts: [cohorts[1]] },
      { participant: ada, cohorts: [cohorts[0]] },
    ])
    const known = await got(adapter.findPeople([ada, bob, carl]))
    assert.deepEqual(known, new Map([[carl, people[2]]]))
    assert.deepEqual(await textsLeft(adapter, texts), texts.slice(4))
    for (const [n, cohort] of cohorts.entries())
      assert.equal(await got(adapter.salt(cohort, 'second')), n < 2 ? 'second' : 'first')
  },
)

const lasting = law<Port.Directory>(
  'what was answered holds for all who open it, and after reopening',
  async ({ adapter, beside, reopened }) => {
    const [another, ada, bob, cohort] = [await beside(), newPerson(), newPerson(), newCohort()]
    const texts = [newText({ author: ada.participant }), newText({ author: bob.participant })]
    await got(adapter.putPeople([ada, bob]))
    await got(another.listCohort(cohort, [ada.participant, bob.participant]))
    for (const text of texts) await got(another.putText(text))
    assert.deepEqual(await personOf(another, ada.participant), ada)
    assert.deepEqual(await textsLeft(adapter, texts), texts)
    assert.equal(await got(adapter.salt(cohort, 'one')), await got(another.salt(cohort, 'two')))
    await got(adapter.putLabels([{ language: cohort, code: 'ai' as never, label: 'AI' }]))
    assert.equal((await got(another.labels(cohort))).size, 1)
    assert.deepEqual(await personOf(adapter, ada.participant), ada)
    assert.deepEqual(await erase(another, ada.participant), [cohort])
    assert.equal(await personOf(adapter, ada.participant), undefined)
    const later = await reopened()
    assert.equal(await personOf(later, ada.participant), undefined)
    assert.deepEqual(await personOf(later, bob.participant), bob)
    assert.deepEqual(await textsLeft(later, texts), texts.slice(1))
    assert.equal((await got(later.labels(cohort))).size, 1)
    assert.equal(await got(later.salt(cohort, 'three')), 'three')
    assert.deepEqual(await erase(later, ada.participant), [cohort])
    await got(later.told(cohort, [ada.participant]))
    assert.deepEqual(await erase(await reopened(), ada.participant), [])
  },
)

/** How people go out of a directory, and what lasts. */
export const erasingLaws = [gone, silent, unsalted, together, lasting]
