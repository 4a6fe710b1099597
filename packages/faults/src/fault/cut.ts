import { startProxy } from '@reverse-mentoring/servers/postgres'
import type { KurrentStore, PostgresStore } from '../store/store.ts'
import type { Bench, Fault } from './fault.ts'
import { underLoad } from './under-load.ts'
import { waitUntil } from './wait-until.ts'

/** Milliseconds that an answer may take: a client of KurrentDB does not always hear that its connection is gone. */
const deadline = 1000

/** Cuts in a proxy that stands before the server. */
const cutByProxy = async (bench: Bench, { server, newAddress }: PostgresStore) => {
  const proxy = await startProxy(server.url)
  bench.scope.defer(proxy.close)
  const address = await newAddress()
  const through = address.replace(server.url, proxy.url)
  return underLoad(bench, address, { through }, async (crew) => {
    for (let time = 1; time <= bench.times; time += 1) {
      await crew.goOn()
      const before = proxy.cuts()
      proxy.cutAfter('.append(')
      await waitUntil(() => proxy.cuts() > before)
      bench.onProgress(time, bench.times)
    }
    return proxy.cuts()
  })
}

/** Cuts in the server of the protocol itself, which has written by then. */
const cutByNode = async (bench: Bench, { node, newAddress }: KurrentStore) =>
  underLoad(bench, await newAddress(), { deadline }, async (crew) => {
    for (let time = 1; time <= bench.times; time += 1) {
      await crew.goOn()
      await node?.cut()
      await waitUntil(async () => (await node?.left()) === 0)
      bench.onProgress(time, bench.times)
    }
    return bench.times
  })

/** The connection is cut after an append was sent and before its answer, so that nobody knows whether it is stored. */
export const cut: Fault = {
  name: 'cut',
  what: 'the connection is cut after an append was sent, before its answer',
  leftOut: (store) => {
    if (store.name === 'SQLite') return 'it has no connection'
    return store.name === 'KurrentDB' && store.node === undefined
      ? 'in a node of KURRENTDB_URL nothing can be cut at that moment'
      : undefined
  },
  run: async (bench) => {
    const { store } = bench
    if (store.name === 'SQLite') return 'it has no connection'
    return store.name === 'PostgreSQL' ? cutByProxy(bench, store) : cutByNode(bench, store)
  },
}
