import { Values, type Port } from '@reverse-mentoring/core'
import { openAt } from '@reverse-mentoring/servers/ports'
import { begin, killedAfter } from '@reverse-mentoring/servers/processes'
import { now } from '@reverse-mentoring/runtime'
import { describe, expect, it } from 'vitest'
import { child } from '../child/child.ts'
import { cohortId, got, participant } from '../scene.ts'
import { sharedStores } from '../stores/stores.ts'

const size = process.env['FULL'] === '1' ? 1500 : 60

const noticeOf = (n: number, due: Values.Instant): Port.NewNotice => ({
  ...{ id: `notice-${String(n)}`, recipient: participant(n), slot: String(n), content: {} },
  ...{ due, notAfter: Values.plusDays(due, 1) },
})

/** What a process said it claimed, or was told is done. */
const said = (text: string, what: 'claimed' | 'done'): ReadonlyArray<string> =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${what} `))
    .map((line) => line.slice(what.length + 1))

/** All claims, those of one notice in their order: its id, which of its claims it is, and from when until when. */
const claimsIn = (texts: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  texts
    .flatMap((text) => said(text, 'claimed'))
    .map((line) => line.split(' '))
    .sort(([, a], [, b]) => Number(a) - Number(b))

describe.each(sharedStores)('Notices on $name', (store) => {
  it.skipIf(!store.isHere)(
    'are claimed by one process at a time, and all are done, though some are killed',
    { timeout: 120_000 },
    async () => {
      const address = await store.newAddress()
      const ports = await openAt(address)
      const due = now()
      const put = Array.from({ length: size }, (_, n) => noticeOf(n, due))
      const header = { revision: 1, frame: {} }
      const change = { cohort: cohortId(0), after: 0, header, put }
      got(await ports.outbox.commit({ changes: [change] })())

      const [whole, killed] = [
        [1, 2].map(() => begin(child('claim.ts'), address)),
        [1, 2, 3].map(() => begin(child('claim.ts'), address)),
      ]
      const over = killed.map((one, i) => killedAfter(one, [5, 40, 90][i] ?? 0))
      await Promise.all([...over, ...whole.map(({ ended }) => ended)])
      for (const { said: told } of whole) expect(told(), told()).toContain('lived')
      const texts = [...whole, ...killed].map((one) => one.said())

      const ends = new Map<string, string>()
      for (const [id = '', , from = '', until = ''] of claimsIn(texts)) {
        expect(from >= (ends.get(id) ?? ''), `${id} is claimed while another one has it`).toBe(true)
        ends.set(id, until)
      }
      const done = texts.flatMap((text) => said(text, 'done'))
      expect(new Set(done).size).toBe(done.length)
      expect(done.length).toBeGreaterThan(size - 10)
      expect(got(await ports.outbox.notices({ limit: 9 })()).notices).toEqual([])
      got(await ports.close())
    },
  )
})
