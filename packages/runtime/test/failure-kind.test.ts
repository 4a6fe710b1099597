import { Port } from '@reverse-mentoring/core'
import { explainFailure, failureKind, type EngineFailure } from '@reverse-mentoring/runtime'
import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  close,
  consent,
  enrol,
  given,
  inCohort,
  open,
  opened,
  propose,
  self,
} from './scene.ts'

const kindOf = (answer: unknown): string => {
  const { left } = answer as { readonly left?: EngineFailure }
  if (left === undefined) return 'none'
  expect(explainFailure(left)).toMatch(/^[A-Z].*\.$/s)
  return failureKind(left)
}

describe('the kind of a failure', () => {
  it('says what its caller does about it', async () => {
    const engine = await opened()
    await given(engine, open, ...[1, 2].map(enrol), propose(1, 2))
    const asked = async (command: Parameters<typeof engine.handle>[0]) =>
      kindOf(await engine.handle(command)())
    expect(await asked({ ...amend(1, 3, 10), by: self(2) })).toBe('forbidden')
    expect(await asked(inCohort(7)(enrol(3)))).toBe('missing')
    expect(await asked(consent(2, 77, 3))).toBe('missing')
    expect(await asked({ ...enrol(1), capacity: 9 })).toBe('conflict')
    expect(await asked({ ...enrol(3), capacity: 0.5 })).toBe('invalid')
    expect(await asked({ ...enrol(3), at: at(9e6) })).toBe('invalid')
    await given(engine, close(50))
    expect(await asked(enrol(4))).toBe('conflict')
    await engine.close()
    expect(await asked(enrol(5))).toBe('unavailable')
  })

  it('is unavailable where the same may go well later, and broken where an operator has to look', () => {
    expect(failureKind(Port.unavailable('x'))).toBe('unavailable')
    expect(failureKind({ _tag: 'Halted' })).toBe('broken')
  })
})
