import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { assertMisused, got, law, range, refused } from '../law.ts'
import {
  erase,
  erasingOf,
  newCohort,
  newParticipant,
  newPerson,
  newText,
  personOf,
  textsLeft,
} from './person.ts'

const told = law<Port.Directory>(
  'an erasure answers the cohorts that have not been told, and is over with the last',
  async ({ adapter }) => {
    const [ada, bob] = [newPerson(), newParticipant()]
    const cohorts = range(1, 3).map(newCohort).sort()
    const [first = newCohort(), second = first] = cohorts
    const mine = () => erasingOf(adapter, [ada.participant])
    await got(adapter.putPeople([ada]))
    for (const cohort of cohorts.toReversed())
      await got(adapter.listCohort(cohort, [ada.participant, bob]))
    for (let turn = 0; turn < 2; turn += 1)
      assert.deepEqual(await erase(adapter, ada.participant), cohorts)
    await erase(adapter, bob)
    await got(adapter.told(newCohort(), [ada.participant]))
    for (let turn = 0; turn < 2; turn += 1) await got(adapter.told(second, [ada.participant]))
    const left = cohorts.filter((cohort) => cohort !== second)
    assert.deepEqual(await erase(adapter, ada.participant), left)
    assert.deepEqual(await mine(), [{ participant: ada.participant, cohorts: left }])
    for (const cohort of left) {
      assert.equal((await mine()).length, 1, 'a cohort is still to be told')
      await got(adapter.putPeople([ada]))
      assert.equal(await personOf(adapter, ada.participant), undefined, 'and they stay erased')
      await got(adapter.told(cohort, [ada.participant]))
    }
    assert.deepEqual(await mine(), [])
    assert.deepEqual(await erase(adapter, ada.participant), [])
    assert.deepEqual(
      await erasingOf(adapter, [bob]),
      [{ participant: bob, cohorts }],
      'and nobody else',
    )
  },
)

const forEver = law<Port.Directory>(
  'of whom all cohorts have been told, or none is listed, nothing comes again',
  async ({ adapter, beside, reopened }) => {
    const [listed, unlisted, cohort] = [newPerson(), newPerson(), newCohort()]
    await got(adapter.putPeople([listed, unlisted]))
    await got(adapter.listCohort(cohort, [listed.participant]))
    const strange = newPerson()
    const all = [listed, unlisted, strange]
    await got(adapter.erase([listed.participant, unlisted.participant, strange.participant]))
    await got(adapter.told(cohort, [listed.participant]))
    const bob = newPerson()
    for (const opening of [() => Promise.resolve(adapter), beside, reopened]) {
      const directory = await opening()
      for (const person of all) {
        const { participant } = person
        const texts = [newText({ author: participant }), newText({ subjects: [participant] })]
        await got(directory.putPeople([person, bob]))
        for (const text of texts) await got(directory.putText(text))
        const failure = await refused(directory.listCohort(newCohort(), [participant]), 'Erased')
        assert.deepEqual(failure, { _tag: 'Erased' })
        assert.equal(await personOf(directory, participant), undefined)
        assert.deepEqual(await personOf(directory, bob.participant), bob)
        assert.deepEqual(await textsLeft(directory, texts), [])
        assert.deepEqual(await got(directory.cohortsOf(participant)), [])
        assert.deepEqual(await erase(directory, participant), [])
      }
    }
  },
)

const careful = law<Port.Directory>(
  'to tell of somebody who is not being erased changes nothing',
  async ({ adapter }) => {
    const [ada, cohort] = [newPerson(), newCohort()]
    const text = newText({ author: ada.participant })
    await got(adapter.putPeople([ada]))
    await got(adapter.listCohort(cohort, [ada.participant]))
    await got(adapter.putText(text))
    await got(adapter.told(cohort, [ada.participant, newParticipant()]))
    assert.deepEqual(await personOf(adapter, ada.participant), ada)
    assert.deepEqual(await textsLeft(adapter, [text]), [text])
    assert.deepEqual(await erase(adapter, ada.participant), [cohort])
  },
)

const many = law<Port.Directory>(
  'many are erased at once, each with the cohorts of their own, and told at once',
  async ({ adapter }) => {
    const people = RNEA.makeBy(() => newPerson())(300)
    const ids = RNEA.map(({ participant }: Port.Profile) => participant)(people)
    const [all, few] = [newCohort(), newCohort()]
    await got(adapter.putPeople(people))
    await got(adapter.listCohort(all, ids))
    await got(adapter.listCohort(few, [ids[0]]))
    const erased = RNEA.map((participant: (typeof ids)[0]) => ({
      participant,
      cohorts: participant === ids[0] ? [all, few].sort() : [all],
    }))(RNEA.reverse(ids))
    const answer = await got(adapter.erase(RNEA.reverse(ids)))
    assert.deepEqual(answer, erased, 'in the order of the asking')
    assert.equal((await got(adapter.findPeople(ids))).size, 0)
    await got(adapter.told(all, ids))
    assert.deepEqual(await erasingOf(adapter, ids), [{ participant: ids[0], cohorts: [few] }])
  },
)

const paged = law<Port.Directory>(
  'those of whom a cohort has not been told are read in pages, in the order of their ids',
  async ({ adapter }) => {
    const people = RNEA.makeBy(newParticipant)(9)
    const cohort = newCohort()
    await got(adapter.listCohort(cohort, people))
    const another = newParticipant()
    await got(adapter.listCohort(cohort, [another]))
    await got(adapter.erase(people))
    const sorted = people.toSorted().map((participant) => ({ participant, cohorts: [cohort] }))
    for (const limit of range(1, 10))
      assert.deepEqual(await erasingOf(adapter, [...people, another], limit), sorted)
    for (const [n, { participant: after }] of sorted.entries()) {
      const rest = await got(adapter.erasing({ after, limit: 1000 }))
      assert.deepEqual(
        rest.filter(({ participant }) => people.includes(participant)),
        sorted.slice(n + 1),
      )
    }
    for (const limit of [0, -1, 1.5, NaN, Infinity])
      await refused(adapter.erasing({ limit }), 'Misused', `a page of ${String(limit)}`)
  },
)

const lasting = law<Port.Directory>(
  'an erasure under way goes on after reopening, for all who open it',
  async ({ adapter, beside, reopened }) => {
    const [ada, one, two] = [newParticipant(), ...[newCohort(), newCohort()].sort()]
    if (one === undefined || two === undefined) return
    for (const cohort of [one, two]) await got(adapter.listCohort(cohort, [ada]))
    await got(adapter.erase([ada]))
    const erasing = [{ participant: ada, cohorts: [one, two] }]
    assert.deepEqual(await erasingOf(await beside(), [ada]), erasing)
    const later = await reopened()
    assert.deepEqual(await erasingOf(later, [ada]), erasing)
    await got(later.told(one, [ada]))
    assert.deepEqual(await erasingOf(await reopened(), [ada]), [
      { participant: ada, cohorts: [two] },
    ])
  },
)

const closed = law<Port.Directory>(
  'a directory that was closed, where it can be, is Misused',
  async ({ adapter, reopened }) => {
    await reopened()
    assertMisused(await adapter.putPeople([newPerson()])())
    assertMisused(await adapter.findPeople([newParticipant()])())
    assertMisused(await adapter.erase([newParticipant()])())
  },
)

/** How cohorts are told of erasures. */
export const tellingLaws = [told, forEver, careful, many, paged, lasting, closed]
