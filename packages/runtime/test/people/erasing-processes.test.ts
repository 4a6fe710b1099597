import { Cohort } from '@reverse-mentoring/core'
import { describe, expect, it } from 'vitest'
import { begin, killedAfter } from '@reverse-mentoring/servers/processes'
import { child } from '../child/child.ts'
import { at, cohortId, given, got, inCohort, open, opened, participant, system } from '../scene.ts'
import { openAt } from '@reverse-mentoring/servers/ports'
import { sharedStores } from '../stores/stores.ts'

/** How many people there are. */
const size = process.env['FULL'] === '1' ? 40 : 8

describe.each(sharedStores)('Whoever is erased on $name', (store) => {
  it.skipIf(!store.isHere)(
    'while other processes put and enrol them, some of them killed, does not come back',
    async () => {
      const address = await store.newAddress()
      const ports = await openAt(address)
      const engine = await opened(ports)
      for (const n of [0, 1, 2]) await given(engine, inCohort(n)(open))

      const enrolling = () => begin(child('enrol.ts'), address, 1, size)
      const whole = [enrolling(), enrolling()]
      const killed = [40, 90, 150].map((after) => killedAfter(enrolling(), after))
      const children = { areOver: false }
      const ended = Promise.all([...whole.map((one) => one.ended), ...killed]).then(() => {
        children.areOver = true
      })
      const erased = new Set<number>()
      for (let turn = 0; !children.areOver || erased.size < size; turn += 1) {
        const n = (turn % size) + 1
        await engine.tick()()
        if (erased.has(n)) continue
        const isThere =
          children.areOver || got(await ports.directory.findPeople([participant(n)])()).size > 0
        const erasure = { participants: [participant(n)] as const, at: at(9), by: system }
        // Who cannot be deleted for another process reads of them is erased by a later turn.
        if (isThere && (await engine.erase(erasure)())._tag === 'Right') erased.add(n)
      }
      await ended
      for (const { said } of whole) expect(said()).toBe('lives\nlived\n')

      expect(erased.size).toBe(size)
      got(await engine.tick()())
      const states = await Promise.all(
        [0, 1, 2].map(async (n) => got(await engine.load(cohortId(n))()).cohort),
      )
      const people = Array.from({ length: size }, (_, i) => participant(i + 1))
      expect(got(await ports.directory.findPeople(people)()).size).toBe(0)
      expect(people.filter((id) => states.some((one) => Cohort.wasEnrolled(one, id)))).not.toEqual(
        [],
      )
      for (const id of people) {
        const isThere = states.filter((state) => Cohort.wasEnrolled(state, id))
        expect(isThere.filter((state) => !Cohort.isErased(state, id))).toEqual([])
      }
      got(await ports.close())
      expect(await store.content(address)).not.toMatch(/(name|words)-of-\d+-end/)
    },
  )
})
