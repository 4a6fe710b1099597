import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { deface } from '../deface.ts'
import { anyName, anyText } from '../json.ts'
import { got, law, refused } from '../law.ts'
import { newParticipant, newPerson, personOf } from './person.ts'

const attributes: fc.Arbitrary<Port.Attributes> = fc.dictionary(
  anyName,
  fc.oneof(anyText, fc.maxSafeInteger(), fc.boolean(), fc.array(anyText, { maxLength: 3 })),
  { maxKeys: 4, noNullPrototype: true },
)

const found = law<Port.Directory>(
  'people come back as they were put, and nobody else does',
  async ({ adapter, forAll }) => {
    const person = fc
      .record(
        { name: anyText, address: anyText, attributes, identity: attributes },
        { requiredKeys: ['name', 'attributes', 'identity'], noNullPrototype: true },
      )
      .map((known): Port.Profile => ({ participant: newParticipant(), ...known }))
    const people = fc.array(person, { minLength: 1, maxLength: 4 })
    await forAll(people, async ([first = newPerson(), ...others]) => {
      const all = [first, ...others] as const
      await got(adapter.putPeople(all))
      const ids = all.map(({ participant }) => participant)
      const known = await got(adapter.findPeople([newParticipant(), ...ids, newParticipant()]))
      assert.deepEqual(known, new Map(all.map((one) => [one.participant, one])))
    })
    assert.deepEqual(await got(adapter.findPeople([])), new Map())
    assert.deepEqual(await got(adapter.findPeople([newParticipant()])), new Map())
  },
)

const replaced = law<Port.Directory>(
  'who is put again is replaced, and nobody else is',
  async ({ adapter }) => {
    const [ada, bob] = [newPerson(), newPerson({ name: 'Bob' })]
    await got(adapter.putPeople([ada, bob]))
    const { address: _, ...told } = { ...ada, name: 'Ada King', attributes: {}, identity: {} }
    await got(adapter.putPeople([told]))
    assert.deepEqual(await personOf(adapter, ada.participant), told)
    assert.deepEqual(await personOf(adapter, bob.participant), bob)
    const twice = newPerson()
    await got(adapter.putPeople([twice, { ...twice, name: 'the later one' }]))
    assert.equal((await personOf(adapter, twice.participant))?.name, 'the later one')
  },
)

const many = law<Port.Directory>('thousands are put and found at once', async ({ adapter }) => {
  const people = RNEA.makeBy((n) => newPerson({ name: `Person ${String(n)}` }))(3000)
  await got(adapter.putPeople(people))
  const known = await got(adapter.findPeople(people.map(({ participant }) => participant)))
  assert.equal(known.size, people.length)
  for (const { participant, name } of people) assert.equal(known.get(participant)?.name, name)
})

const allOrNothing = law<Port.Directory>(
  'people are put all or none, and what is no JSON is Misused',
  async ({ adapter }) => {
    const [known, fresh] = [newPerson(), newPerson()]
    await got(adapter.putPeople([known]))
    const broken = newPerson({ attributes: { grade: 1n as unknown as number } })
    await refused(adapter.putPeople([{ ...known, name: 'changed' }, fresh, broken]), 'Misused')
    assert.deepEqual(await personOf(adapter, known.participant), known)
    assert.equal(await personOf(adapter, fresh.participant), undefined)
  },
)

const odd = law<Port.Directory>(
  'what is no person is Misused, names its place and no value, and puts nobody',
  async ({ adapter }) => {
    const places: ReadonlyArray<readonly [place: string, change: object]> = [
      ['attributes.grade', { attributes: { grade: Number.NaN } }],
      ['attributes.grade', { attributes: { region: 'secret', grade: null } }],
      ['attributes.grade', { attributes: { grade: Infinity } }],
      ['attributes.grade', { attributes: { grade: { secret: 1 } } }],
      ['attributes.grade', { attributes: { grade: ['secret', 7] } }],
      ['attributes.?', { attributes: { 'secret <a@example.org>': null } }],
      ['identity', { identity: ['secret'] }],
      ['identity', { identity: null }],
      ['name', { name: 7 }],
      ['address', { address: { secret: 1 } }],
      ['participant', { participant: 'secret' }],
    ]
    for (const [place, change] of places) {
      const [fresh, person] = [newPerson(), newPerson(change)]
      const { reason } = await refused(adapter.putPeople([fresh, person]), 'Misused', place)
      assert.ok(reason.startsWith(`people.1.${place} is `), `${reason} names ${place}`)
      assert.ok(!/secret|example/.test(reason), 'it tells no value')
      assert.equal(await personOf(adapter, fresh.participant), undefined)
    }
  },
)

const exact = law<Port.Directory>(
  'of a person nothing is kept that their profile does not have',
  async ({ adapter }) => {
    const ada = newPerson()
    const more = { ...ada, salary: 1, toJSON: () => ({ ...ada, name: 'other words' }) }
    await got(adapter.putPeople([more]))
    assert.deepEqual(await personOf(adapter, ada.participant), ada)
  },
)

const lazy = law<Port.Directory>(
  'people are put when it is run, and each time that it is',
  async ({ adapter }) => {
    const ada = newPerson()
    const [putting, changing] = [
      adapter.putPeople([ada]),
      adapter.putPeople([{ ...ada, name: 'A' }]),
    ]
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(await personOf(adapter, ada.participant), undefined)
    for (const [put, name] of [
      [putting, ada.name],
      [changing, 'A'],
      [putting, ada.name],
    ] as const) {
      await got(put)
      assert.equal((await personOf(adapter, ada.participant))?.name, name)
    }
  },
)

const kept = law<Port.Directory>(
  'what a caller or a reader changes later is not stored',
  async ({ adapter }) => {
    const ada = newPerson()
    const put = structuredClone(ada)
    await got(adapter.putPeople([put]))
    deface(put)
    for (let turn = 0; turn < 2; turn += 1) {
      const people = await got(adapter.findPeople([ada.participant]))
      assert.deepEqual(people, new Map([[ada.participant, ada]]))
      deface(people)
    }
  },
)

/** How people are put and found. */
export const peopleLaws = [found, replaced, many, allOrNothing, odd, exact, lazy, kept]
