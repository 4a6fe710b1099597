import { Cohort, View } from '@reverse-mentoring/core'
import { openProjector, receipts, standardViews } from '@reverse-mentoring/runtime'
import { memoryEventStore, memoryViewStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  close,
  cohort,
  consent,
  enrol,
  given,
  log,
  open,
  propose,
  schedule,
  service,
  stream,
} from './scene.ts'
import { Stored } from '@reverse-mentoring/core'

const history = [
  open,
  enrol(1),
  enrol(2),
  enrol(3),
  enrol(4),
  propose(1, 2),
  propose(3, 4),
  consent(2, 1, 3),
  consent(1, 1, 4),
  schedule(1, 1, 6),
]

const shownRows = async (viewStore: ReturnType<typeof memoryViewStore>, view: string) => {
  const page = await viewStore.rows({ view, cohort }, { limit: 1000 })()
  return E.isRight(page) ? page.right.rows : []
}

const folded = async (store: ReturnType<typeof memoryEventStore>) =>
  Cohort.foldCohort(
    (await log(store)).map((record) => {
      const event = Stored.decodeEvent(record)
      if (E.isLeft(event)) throw new Error(event.left._tag)
      return event.right
    }),
  )

describe('the projector', () => {
  it('keeps every view as a fold of the whole history has it, whatever the size of its pages', async () => {
    for (const pageSize of [1, 3, 1000]) {
      const [store, viewStore] = [memoryEventStore(), memoryViewStore()]
      const projector = openProjector({ store, viewStore, receipts: receipts(), pageSize })
      const cohorts = service(store)
      for (const command of [...history, close(9)]) {
        await given(cohorts, command)
        if (pageSize < 1000) await projector.catchUp()
      }
      await projector.catchUp()
      const state = await folded(store)
      for (const view of [
        View.cohortRoster,
        View.pairingBoard,
        View.momentum,
        View.sessionCalendar,
      ]) {
        const rows = await shownRows(viewStore, view.name)
        expect(rows.length).toBeGreaterThan(0)
        expect(new Map(rows)).toEqual(
          new Map<string, object>(View.viewRows<View.Audience, object>(view, state)),
        )
      }
    }
  })

  it('goes on where another one was stopped, and repeats nothing', async () => {
    const [store, viewStore] = [memoryEventStore(), memoryViewStore()]
    const cohorts = service(store)
    await given(cohorts, ...history.slice(0, 5))
    await openProjector({ store, viewStore, receipts: receipts() }).catchUp()
    await given(cohorts, ...history.slice(5))
    const next = await openProjector({ store, viewStore, receipts: receipts() }).catchUp()
    expect(next).toEqual(E.right({ records: 5, isDone: true }))
    const header = await viewStore.header({ view: View.pairingBoard.name, cohort })()
    expect(E.isRight(header) && header.right?.['revision']).toBe(10)
  })

  it('is awaited by receipt, without sleeping', async () => {
    const [store, viewStore, written] = [memoryEventStore(), memoryViewStore(), receipts()]
    const cohorts = service(store, { receipts: written })
    const projector = openProjector({ store, viewStore, receipts: written })
    await given(cohorts, open)
    const receipt = await cohorts.handle(enrol(1))()
    if (E.isLeft(receipt)) throw new Error(receipt.left._tag)
    expect(await projector.awaitView(receipt.right)()).toEqual(E.right(undefined))
    expect(await shownRows(viewStore, View.cohortRoster.name)).toHaveLength(1)
  })

  it('takes no receipt of anybody else', async () => {
    const [store, viewStore] = [memoryEventStore(), memoryViewStore()]
    const receipt = await service(store).handle(open)()
    if (E.isLeft(receipt)) throw new Error(receipt.left._tag)
    const projector = openProjector({ store, viewStore, receipts: receipts() })
    expect(await projector.awaitView(receipt.right)()).toMatchObject({
      left: { _tag: 'Unavailable' },
    })
  })

  it('parks a record that does not decode, and goes on with other cohorts', async () => {
    const [store, viewStore] = [memoryEventStore(), memoryViewStore()]
    const cohorts = service(store)
    await given(cohorts, open, enrol(1))
    const strange = {
      id: '00000000-0000-7000-8000-00000000ffff',
      type: 'Unheard',
      schema: 1,
      data: {},
    }
    const meta = { command: strange.id }
    await store.append(stream, 2, [{ ...strange, meta } as never])()
    const other = '00000000-0000-4000-8000-000000009999' as typeof cohort
    await given(cohorts, { ...open, cohort: other })
    const parked: Array<number> = []
    const projector = openProjector({
      store,
      viewStore,
      receipts: receipts(),
      onParked: ({ revision }) => parked.push(revision),
    })
    expect(await projector.catchUp()).toEqual(E.right({ records: 4, isDone: true }))
    expect(parked).toEqual([3])
    const header = await viewStore.header({ view: standardViews[0]?.name ?? '', cohort: other })()
    expect(E.isRight(header) && header.right).toBeTruthy()
  })
})
