import { begin, hearing } from '@reverse-mentoring/servers/processes'
import type { Scope } from '../scope.ts'

/** A server of KurrentDB's protocol, in a process of its own. */
export interface Node {
  readonly url: string
  /** Ends it at once; what it took is in its log when it is back. */
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Has the next append written, and its connection cut. */
  readonly cut: () => Promise<void>
  /** How many of those are still to come. */
  readonly left: () => Promise<number>
  readonly freeze: () => void
  readonly thaw: () => void
}

export const startNode = async ({ defer }: Scope): Promise<Node> => {
  const child = begin(new URL('../child/node.ts', import.meta.url))
  defer(() => {
    child.kill()
    return child.ended
  })
  await hearing(child, /^serves /m)
  let told = 0
  const tell = async (word: string): Promise<void> => {
    told += 1
    child.tell(word)
    await hearing(child, new RegExp(`^done ${String(told)}$`, 'm'))
  }
  return {
    url: /^serves (.*)$/m.exec(child.said())?.[1] ?? '',
    kill: () => tell('kill'),
    restart: () => tell('restart'),
    cut: () => tell('cut'),
    left: async () => {
      await tell('left')
      return Number([...child.said().matchAll(/^left (\d+)$/gm)].at(-1)?.[1])
    },
    freeze: child.freeze,
    thaw: child.thaw,
  }
}
