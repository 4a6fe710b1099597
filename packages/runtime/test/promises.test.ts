import { Cohort } from '@reverse-mentoring/core'
import { promise, promises } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { cohort, cohortId, coordinator, enrol, open, opened, participant } from './scene.ts'

test('Every operation is a promise, broken with the sentence that explains the failure', async () => {
  const engine = promises(await opened())
  await engine.handle(open)
  expect((await engine.load(cohort)).revision).toBe(1)
  await expect(
    engine.handle({ ...enrol(1), by: { role: 'participant', id: enrol(2).participant } }),
  ).rejects.toMatchObject({
    message: 'This participant is not allowed to do that.',
    kind: 'forbidden',
    cause: { _tag: 'NotAllowed' },
  })
})

test('So is every question of a desk, and what takes no argument', async () => {
  const engine = promises(await opened())
  await engine.awaitView(await engine.handle(open))
  const desk = engine.coordinator(coordinator.id)
  expect((await desk.board(cohort)).items).toEqual([])
  expect((await engine.participant(participant(1)).pairings()).items).toEqual([])
  expect(await engine.operator.parked()).toEqual([])
  expect((await engine.catchUp()).isDone).toBe(true)
  await engine.close()
  await expect(engine.handle(open)).rejects.toThrow(
    'That cannot be answered now: this engine was closed.',
  )
})

test('Where one of several is refused, it is broken, and its cause has every answer', async () => {
  const engine = promises(await opened())
  await engine.handle(open)
  const people = [enrol(1), { ...enrol(2), capacity: -1 }, enrol(3)]
  const answer = engine.enrol(cohort, people)
  await expect(answer).rejects.toThrow(
    /^1 of 3 failed \(number 2\), the first so: Enrol is .* at capacity/,
  )
  await expect(answer).rejects.toMatchObject({
    cause: [E.right(expect.anything()), { _tag: 'Left' }, E.right(expect.anything())],
  })
  await expect(engine.enrol(cohortId(77), people.slice(0, 1))).rejects.toThrow(/no cohort/)
  expect(await engine.enrol(cohort, [enrol(5)])).toHaveLength(1)
})

test('Names may stand in its sentences, and an opening that fails has one too', async () => {
  const labels = { ...Cohort.englishLabels, nameOf: () => 'the spring cohort' }
  const engine = promises(await opened(), labels)
  await expect(engine.handle(enrol(1))).rejects.toMatchObject({
    message: 'There is no cohort the spring cohort; it has to be opened first.',
    kind: 'missing',
  })
  const newer = { _tag: 'NewerSchema', reason: 'the file has schema 99' }
  await expect(promise(() => Promise.resolve(E.left(newer)))).rejects.toMatchObject({
    message: 'That cannot be done: the file has schema 99.',
    kind: 'broken',
  })
})
