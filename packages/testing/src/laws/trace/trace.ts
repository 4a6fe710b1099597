import { brief } from './brief.ts'
import { inTime } from './in-time.ts'

/** Calls that are told at most: the last ones. */
const mostCalls = 12

/** What an adapter was asked and what it answered, in the order of the asking. */
export interface Trace {
  /** The same adapter, with whatever it is asked written down. */
  readonly follow: <Adapter extends object>(adapter: Adapter) => Adapter
  /** Writes down what happens beside the calls. */
  readonly note: (what: string) => void
  /** Forgets what was written down. */
  readonly restart: () => void
  /** The last calls by number, each on a line; nothing if there were none. */
  readonly told: () => string
}

interface Call {
  readonly what: string
  answer: string
}

const answerOf = (answer: unknown): string => {
  if (typeof answer !== 'object' || answer === null || !('_tag' in answer)) return brief(answer)
  if (answer._tag === 'Right' && 'right' in answer) return brief(answer.right)
  return answer._tag === 'Left' && 'left' in answer ? brief(answer.left) : brief(answer)
}

export const newTrace = (): Trace => {
  let [calls, before, openings]: [Array<Call>, number, number] = [[], 0, 0]

  const write = (what: string, answer: string): Call => {
    const call = { what, answer }
    calls.push(call)
    if (calls.length > 2 * mostCalls) before += calls.splice(0, mostCalls).length
    return call
  }

  /** Runs a task and writes down what comes of it. */
  const asked = async (what: string, run: () => Promise<unknown>): Promise<unknown> => {
    const call = write(what, 'no answer yet')
    try {
      const answer = await inTime(() => what, run())
      call.answer = answerOf(answer)
      return answer
    } catch (reason) {
      call.answer = `rejected: ${String(reason)}`
      throw reason
    }
  }

  const follow = <Adapter extends object>(adapter: Adapter): Adapter => {
    openings += 1
    const by = openings === 1 ? '' : ` (opening ${String(openings)})`
    // Of an object that is frozen a proxy could show nothing else.
    return new Proxy({} as Adapter, {
      get: (_, name) => {
        const part: unknown = Reflect.get(adapter, name, adapter)
        if (typeof part !== 'function' || name === 'onAppend') return part
        return (...args: ReadonlyArray<unknown>): unknown => {
          const what = `${String(name)}(${args.map((arg) => brief(arg)).join(', ')})${by}`
          const made: unknown = Reflect.apply(part, adapter, args)
          if (made instanceof Promise) return asked(what, () => made)
          return typeof made === 'function'
            ? () => asked(what, () => Promise.resolve(Reflect.apply(made, undefined, [])))
            : made
        }
      },
    })
  }

  const told = (): string => {
    const all = before + calls.length
    const last = calls.slice(-mostCalls)
    const lines = last.map(({ what, answer }, i) => {
      const number = String(all - last.length + i + 1).padStart(3)
      return `${number}  ${what}${answer === '' ? '' : ` → ${answer}`}`
    })
    return [
      ...(all > last.length ? [`  … ${String(all - last.length)} before`] : []),
      ...lines,
    ].join('\n')
  }

  return {
    follow,
    note: (what) => void write(what, ''),
    restart: () => {
      calls = []
      before = 0
    },
    told,
  }
}
