import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** Stands between a client and a server. */
export interface Proxy {
  readonly url: string
  /** Cuts the connection on which the next answer would come whose question holds this text: the server has it by then. */
  readonly cutAfter: (text: string) => void
  /** How many connections it has cut. */
  readonly cuts: () => number
  /** How many questions held a text. */
  readonly count: (text: string) => number
  readonly close: () => void
}

/** Listens in front of the server of an address. */
export const startProxy = async (url: string): Promise<Proxy> => {
  const behind = new URL(url)
  const sockets = new Set<Socket>()
  const state: { cut?: string; cuts: number; asked: Array<string> } = { cuts: 0, asked: [] }
  const server = createServer((client) => {
    const upstream = connect(Number(behind.port), behind.hostname)
    let isCut = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    client.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      state.asked.push(text)
      if (state.cut !== undefined && text.includes(state.cut)) {
        delete state.cut
        state.cuts += 1
        isCut = true
      }
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (isCut) client.destroy()
      else client.write(bytes)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const front = new URL(url)
  front.hostname = '127.0.0.1'
  front.port = String((server.address() as AddressInfo).port)
  return {
    url: front.href,
    cutAfter: (text) => {
      state.cut = text
    },
    cuts: () => state.cuts,
    count: (text) => state.asked.filter((asked) => asked.includes(text)).length,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
