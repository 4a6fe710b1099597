import { sqliteViewStore } from '@reverse-mentoring/storage-sqlite'
import { viewStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { inFiles } from './file.ts'

describe('sqliteViewStore keeps the laws', () => {
  test.each(viewStoreLaws(inFiles((file) => sqliteViewStore({ file }))))(
    '$name',
    async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    },
  )
})
