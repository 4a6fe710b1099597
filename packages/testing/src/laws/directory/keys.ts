import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import { got, law, refused } from '../law.ts'
import { erase, newCohort, newParticipant, newPerson } from './person.ts'

const newKey = (): Values.Digest =>
  `${newParticipant()}${newParticipant()}`.replaceAll('-', '') as Values.Digest

const holders = async (
  directory: Port.Directory,
  keys: ReadonlyArray<Values.Digest>,
): Promise<ReadonlyArray<Values.ParticipantId | 'erased' | 'nobody'>> => {
  const found = await got(directory.findKeys(keys))
  return keys.map((key) => (found.has(key) ? (found.get(key) ?? 'erased') : 'nobody'))
}

const kept = law<Port.Directory>(
  'an external key stays with the one to whom it was given first',
  async ({ adapter, beside, reopened }) => {
    const [ada, bob] = [newParticipant(), newParticipant()]
    const [first, second, never] = [newKey(), newKey(), newKey()]
    const taken = await got(
      adapter.takeKeys([
        { key: first, participant: ada },
        { key: second, participant: ada },
      ]),
    )
    assert.deepEqual([taken.size, taken.get(first), taken.get(second)], [2, ada, ada])
    const another = await beside()
    const again = await got(another.takeKeys([{ key: first, participant: bob }]))
    assert.equal(again.get(first), ada)
    assert.deepEqual(await holders(another, [first, second, never]), [ada, ada, 'nobody'])
    assert.deepEqual(await holders(await reopened(), [second]), [ada])
  },
)

const erasedKeys = law<Port.Directory>(
  'the external keys of who was erased are nobody’s, for ever',
  async ({ adapter, reopened }) => {
    const [ada, bob, cohort] = [newPerson(), newParticipant(), newCohort()]
    const [hers, his, later] = [newKey(), newKey(), newKey()]
    await got(adapter.putPeople([ada]))
    await got(adapter.listCohort(cohort, [ada.participant]))
    await got(
      adapter.takeKeys([
        { key: hers, participant: ada.participant },
        { key: his, participant: bob },
      ]),
    )
    await erase(adapter, ada.participant)
    assert.deepEqual(await holders(adapter, [hers, his]), ['erased', bob])
    const again = await got(
      adapter.takeKeys([
        { key: hers, participant: newParticipant() },
        { key: later, participant: ada.participant },
      ]),
    )
    assert.deepEqual([again.has(hers), again.get(hers)], [true, undefined])
    await got(adapter.told(cohort, [ada.participant]))
    assert.deepEqual(await holders(await reopened(), [hers, his, later]), ['erased', bob, 'nobody'])
  },
)

const onlyKey = law<Port.Directory>(
  'who is known by an external key only is erased like anybody else',
  async ({ adapter }) => {
    const [key, ada] = [newKey(), newParticipant()]
    await got(adapter.takeKeys([{ key, participant: ada }]))
    await erase(adapter, ada)
    assert.deepEqual(await holders(adapter, [key]), ['erased'])
  },
)

const noKeys = law<Port.Directory>(
  'what is no external key is misused, and none of its list is kept',
  async ({ adapter }) => {
    const [key, ada] = [newKey(), newParticipant()]
    const odd = 'employee 7' as Values.Digest
    await refused(
      adapter.takeKeys([
        { key, participant: ada },
        { key: odd, participant: ada },
      ]),
      'Misused',
    )
    assert.deepEqual(await holders(adapter, [key]), ['nobody'])
  },
)

/** What people are called elsewhere. */
export const keysLaws = [kept, erasedKeys, onlyKey, noKeys]
