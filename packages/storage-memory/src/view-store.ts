import { Port, type Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
const clone = <A>(a: A): A => JSON.parse(JSON.stringify(a)) as A
export const memoryViewStore = (): Port.ViewStore => {
  const headers = new Map<string, Port.Header>()
  const rows = new Map<string, Map<string, string>>()
  const checkpoints = new Map<string, Stored.Checkpoint>()
  const id = (of: Port.ViewOf) => JSON.stringify([of.view, of.cohort])
  const place = (view: string, at: string) => JSON.stringify([view, at])
  return {
    commit: ({ changes, progress }) => async () => {
      const fault = Port.commitFault({ changes })
      if (fault) return E.left(fault)
      const behind = changes.filter((c) => (headers.get(id(c))?.version ?? 0) !== c.after)
      if (behind.length) return E.left(Port.overtaken(behind.map(({ view, cohort }) => ({ view, cohort }))))
      for (const c of changes) {
        headers.set(id(c), clone({ ...c.header, version: c.after + 1 }) as Port.Header)
        if (c.anew || c.after === 0)
          for (const [k, m] of rows)
            if ((JSON.parse(k) as string[])[0] === c.view)
              for (const key of [...m.keys()]) if ((JSON.parse(key) as string[])[1] === c.cohort) m.delete(key)
        for (const [at, key, row] of c.rows) {
          const m = rows.get(place(c.view, at)) ?? new Map<string, string>()
          rows.set(place(c.view, at), m)
          if (row === undefined) m.delete(JSON.stringify([key, c.cohort]))
          else m.set(JSON.stringify([key, c.cohort]), JSON.stringify(row))
        }
      }
      for (const r of progress?.readers ?? []) checkpoints.set(r, progress!.checkpoint)
      return E.right(undefined)
    },
    checkpoint: (reader) => async () => E.right(checkpoints.get(reader)),
    headers: (of) => async () => E.right(of.map((o) => clone(headers.get(id(o)) ?? null) ?? undefined)),
    headersOf: (view, { after, limit, parked }) => async () => {
      const all = [...headers]
        .map(([k, h]) => [...(JSON.parse(k) as [string, Values.CohortId]), h] as const)
        .filter(([v, c, h]) => v === view && (after === undefined || c > after) && (!parked || h.parked))
        .sort(([, a], [, b]) => (a < b ? -1 : 1))
      return E.right({ headers: all.slice(0, limit).map(([, c, h]) => [c, clone(h)] as const), more: all.length > limit })
    },
    rows: (view, at, { from, to, after, limit }) => async () => {
      const fault = Port.pageFault({ limit })
      if (fault) return E.left(fault)
      const all = [...(rows.get(place(view, at)) ?? [])]
        .map(([k, r]) => [...(JSON.parse(k) as [string, Values.CohortId]), r] as const)
        .filter(([k, c]) => (from === undefined || k >= from) && (to === undefined || k < to) && (after === undefined || k > after.key || (k === after.key && c > after.cohort)))
        .sort(([a, c], [b, d]) => (a < b || (a === b && c < d) ? -1 : 1))
      return E.right({
        rows: all.slice(0, limit).flatMap(([key, cohort, r]) => {
          const header = headers.get(id({ view, cohort }))
          return header ? [{ key, cohort, row: JSON.parse(r) as Stored.JsonObject, header: clone(header) }] : []
        }),
        more: all.length > limit,
      })
    },
    views: async () => E.right([...new Set([...headers.keys()].map((k) => (JSON.parse(k) as string[])[0]!))].sort()),
    drop: (view) => async () => {
      for (const k of [...headers.keys()]) if ((JSON.parse(k) as string[])[0] === view) headers.delete(k)
      for (const k of [...rows.keys()]) if ((JSON.parse(k) as string[])[0] === view) rows.delete(k)
      checkpoints.delete(view)
      return E.right(undefined)
    },
  }
}
