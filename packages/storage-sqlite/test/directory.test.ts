import { sqliteDirectory } from '@reverse-mentoring/storage-sqlite'
import { directoryLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { inFiles } from './file.ts'

describe('sqliteDirectory keeps the laws', () => {
  test.each(directoryLaws(inFiles((file) => sqliteDirectory({ file }))))(
    '$name',
    async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    },
  )
})
