import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

/** A port of this machine that stands for a folder. */
const portOf = (folder: string): number =>
  20_000 + (createHash('sha256').update(folder).digest().readUInt32BE() % 20_000)

/** Alone of all processes, for as long as something takes; the system itself frees what a killed process has locked. */
export const alone = async <A>(folder: string, act: () => Promise<A>): Promise<A> => {
  for (;;) {
    const server = createServer()
    const isMine = await new Promise<boolean>((done) => {
      server.once('error', () => done(false))
      server.listen({ port: portOf(folder), host: '127.0.0.1', exclusive: true }, () => done(true))
    })
    if (!isMine) {
      await new Promise((done) => setTimeout(done, 1))
      continue
    }
    try {
      return await act()
    } finally {
      await new Promise((done) => server.close(done))
    }
  }
}
