import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { got, law, range, refused } from '../law.ts'
import { erase, erasingOf, newCohort, newParticipant, newPerson, personOf } from './person.ts'

const listed = law<Port.Directory>(
  'the cohorts of somebody are those that were listed, each once and in their order',
  async ({ adapter }) => {
    const [ada, bob, carl] = [newPerson(), newParticipant(), newParticipant()]
    const cohorts = range(1, 4).map(newCohort)
    assert.deepEqual(await got(adapter.cohortsOf(bob)), [])
    await got(adapter.putPeople([ada]))
    for (const cohort of [...cohorts, ...cohorts.slice(0, 2)])
      await got(adapter.listCohort(cohort, [ada.participant]))
    for (const cohort of cohorts.slice(0, 1))
      await got(adapter.listCohort(cohort, [bob, bob, carl]))
    assert.deepEqual(await got(adapter.cohortsOf(ada.participant)), cohorts.toSorted())
    for (const unknown of [bob, carl])
      assert.deepEqual(await got(adapter.cohortsOf(unknown)), cohorts.slice(0, 1), 'who is unknown')
    await got(adapter.putPeople([{ ...ada, name: 'put again' }]))
    assert.equal((await personOf(adapter, ada.participant))?.name, 'put again')
    assert.deepEqual(await got(adapter.cohortsOf(ada.participant)), cohorts.toSorted())
    assert.deepEqual(await erasingOf(adapter, [ada.participant, bob]), [], 'nobody is being erased')
  },
)

const refusing = law<Port.Directory>(
  'who is being erased is listed with no other cohort, and then nobody is',
  async ({ adapter }) => {
    const [ada, bob, carl] = [newParticipant(), newParticipant(), newParticipant()]
    const [first, second] = [newCohort(), newCohort()]
    await got(adapter.listCohort(first, [ada]))
    await erase(adapter, ada)
    for (const people of [[ada], [bob, ada], [ada, carl]] as const)
      for (const cohort of [first, second]) {
        const failure = await refused(adapter.listCohort(cohort, people), 'Erased')
        assert.deepEqual(failure, { _tag: 'Erased' })
      }
    for (const nobody of [bob, carl]) assert.deepEqual(await got(adapter.cohortsOf(nobody)), [])
    assert.deepEqual(await got(adapter.cohortsOf(ada)), [first])
    await got(adapter.listCohort(second, [bob, carl]))
    assert.deepEqual(await got(adapter.cohortsOf(carl)), [second])
  },
)

/** Runs it after so many moments in which others get on. */
const after = async <A>(moments: number, task: () => Promise<A>): Promise<A> => {
  for (let n = 0; n < moments; n += 1) await Promise.resolve()
  return task()
}

const raced = law<Port.Directory>(
  'who is listed while being erased is refused, or the cohort is told',
  async ({ adapter, beside }) => {
    const another = await beside()
    for (const lead of range(-12, 12)) {
      const [ada, bob] = [newParticipant(), newParticipant()]
      const [first, second] = [newCohort(), newCohort()]
      await got(adapter.listCohort(first, [ada, bob]))
      const [answer, erasings] = await Promise.all([
        after(-lead, another.listCohort(second, [bob, ada])),
        after(lead, () => got(adapter.erase([ada]))),
      ])
      if (answer._tag === 'Left') assert.deepEqual(answer.left, { _tag: 'Erased' })
      const cohorts = answer._tag === 'Right' ? [first, second].sort() : [first]
      const expected = [{ participant: ada, cohorts }]
      assert.deepEqual(erasings, expected, 'the erasure names it')
      assert.deepEqual(await erasingOf(another, [ada, bob]), expected)
      assert.deepEqual(await got(adapter.cohortsOf(bob)), cohorts)
    }
  },
)

/** How cohorts are listed with people. */
export const listingLaws = [listed, refusing, raced]
