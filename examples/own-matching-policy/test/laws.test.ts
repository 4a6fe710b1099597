import { arbitraryPool, policyLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as farApart from '../src/far-apart.ts'
import * as longestWait from '../src/longest-wait.ts'

describe.each([longestWait.policy, farApart.policy])('$id', (policy) => {
  test.each(policyLaws(policy, arbitraryPool()))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
