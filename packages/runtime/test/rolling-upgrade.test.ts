import { Stored, View, type Port } from '@reverse-mentoring/core'
import { describe, expect, it } from 'vitest'
import { begin, hearing, type Begun } from '@reverse-mentoring/servers/processes'
import { child } from './child/child.ts'
import { newerStore, newerViews } from './newer-version.ts'
import { expectCurrent, headerOf } from './projection/scene.ts'
import { cohortId, enrolment, given, got, inCohort, log, open, opened } from './scene.ts'
import { openAt } from '@reverse-mentoring/servers/ports'
import { sharedStores } from './stores/stores.ts'

const rounds = process.env['FULL'] === '1' ? 40 : 5

/** Has all of them live for some rounds more, at the same time. */
const live = async (children: ReadonlyArray<Begun>, until: number): Promise<void> => {
  for (const child of children) child.tell(String(rounds))
  await Promise.all(children.map((child) => hearing(child, `done ${String(until)}\n`)))
}

const end = async (child: Begun): Promise<void> => {
  child.tell()
  expect(await child.ended, child.said()).toBe(0)
  expect(child.said()).toContain('lived\n')
}

/** Looks again and again how far a view is that both versions keep; answers all that it saw. */
const watching = (viewStore: Port.ViewStore) => {
  const seen: Array<number> = []
  const state = { isOver: false }
  const watch = async (): Promise<void> => {
    while (!state.isOver) {
      const header = await headerOf(viewStore, View.pairingBoard.name, cohortId(0))
      seen.push(header?.revision ?? 0)
      await new Promise((done) => setTimeout(done, 5))
    }
  }
  const watched = watch()
  return async (): Promise<ReadonlyArray<number>> => {
    state.isOver = true
    await watched
    return seen
  }
}

interface Answer {
  readonly cohort: number
  readonly asked: string
  readonly person: number
  readonly answer: string
}

const answers = ({ said }: Begun): ReadonlyArray<Answer> =>
  [...said().matchAll(/^(\d) (enrol|amend) (\d+) (\w+)$/gm)].map(
    ([, cohort, asked = '', person, answer = '']) => ({
      ...{ cohort: Number(cohort), person: Number(person), asked, answer },
    }),
  )

describe.each(sharedStores)('A rolling upgrade on $name', (store) => {
  it.skipIf(!store.isHere)(
    'loses and overwrites nothing: the old process leaves alone what it cannot read, and says so once',
    { timeout: 200_000 },
    async () => {
      const address = await store.newAddress()
      const ports = await openAt(address)
      const first = await opened(ports)
      for (const n of [0, 1]) await given(first, inCohort(n)(open))

      const watched = watching(ports.viewStore)
      const old = begin(child('version.ts'), address, 'old', 1)
      await hearing(old, 'lives')
      await live([old], rounds)
      const newer = begin(child('version.ts'), address, 'newer', 2)
      await live([old], 2 * rounds)
      await live([newer], rounds)
      await hearing(old, 'parked')
      await live([newer], 2 * rounds)
      await live([old, newer], 3 * rounds)
      await end(old)
      const seen = await watched()
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
      await expectCurrent(ports.store, ports.viewStore, cohortId(1), [View.cohortRoster])
      const left = await headerOf(ports.viewStore, View.cohortRoster.name, cohortId(0))
      await live([newer], 4 * rounds)
      await end(newer)

      const [known, foreign] = await Promise.all(
        [1, 0].map((n) => log(ports.store, Stored.cohortStream(cohortId(n)))),
      )
      const at = foreign?.find(({ type }) => type === 'Unheard')?.revision ?? 0
      const parked = old
        .said()
        .split('\n')
        .filter((line) => line.startsWith('parked'))
      expect(parked).toEqual([`parked ${cohortId(0)} all ${String(at)}`])
      expect(newer.said()).not.toContain('parked')
      expect(left).toMatchObject({ revision: at - 1, parked: { revision: at } })
      expect(await headerOf(ports.viewStore, View.cohortRoster.name, cohortId(0))).toEqual(left)
      for (const n of [0, 1])
        await expectCurrent(newerStore(ports.store), ports.viewStore, cohortId(n), newerViews)

      const asked = [...answers(old), ...answers(newer)]
      const refused = asked.filter(({ answer }) => answer !== 'ok')
      expect(refused.length).toBeGreaterThan(0)
      for (const one of refused) expect(one).toMatchObject({ cohort: 0, answer: 'Unreadable' })
      expect(answers(newer).filter(({ answer }) => answer !== 'ok')).toEqual([])
      for (const [n, records] of [foreign, known].entries()) {
        const done = asked.filter(({ cohort, answer }) => cohort === n && answer === 'ok')
        const told = done.map(({ asked: what, person }) => `${what} ${enrolment(person)}`)
        const words: Readonly<Record<string, string>> = { Enrolled: 'enrol', Unheard: 'amend' }
        const stored = (records ?? [])
          .slice(1)
          .map(({ type, data }) => `${words[type] ?? type} ${JSON.stringify(data['enrolment'])}`)
        expect(stored.sort()).toEqual(told.map((text) => text.replace(/ (.*)/, ' "$1"')).sort())
      }
      got(await ports.close())
    },
  )
})
