import * as E from 'fp-ts/lib/Either.js'
import { below, type Chance } from '../seeded.ts'
import { newTimers } from './timers.ts'
import type { Trace } from './trace.ts'

/** Who waits for something: once it is dead nothing comes to it any more, and nothing that it asks for begins. */
export interface Process {
  readonly name: string
  isDead: boolean
}

/** Decides when what happens, in virtual time. */
export interface Scheduler {
  /** Virtual milliseconds since the beginning. */
  readonly time: () => number
  /**
   * Work at another place: it arrives some time, is done as one step, and its answer comes back some time later. Of what
   * a process had asked for when it died, about half still arrives.
   */
  readonly call: <A>(by: Process, name: string, work: () => Promise<A>) => Promise<A>
  readonly alarm: (by: Process, milliseconds: number, ring: () => void) => () => void
  readonly pause: (by: Process, milliseconds: number) => Promise<void>
  /**
   * Goes on until something is done, whatever else waits. Rejects where it never will be: nothing is left to happen, or
   * there is no end at one instant.
   */
  readonly until: <A>(done: Promise<A>) => Promise<A>
}

interface Step {
  readonly by: Process
  readonly name: string
  readonly isArrival: boolean
  readonly act: () => void | Promise<void>
}

/** Steps at one virtual instant at most. */
const mostAtOnce = 500_000

/** Milliseconds that a call is under way, if any. */
const mostUnderWay = 30

/** Once all that follows from what has happened has happened: promises are kept before the next turn of the event loop. */
const drained = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done)
  })

const isEither = (given: unknown): given is E.Either<{ readonly _tag: string }, unknown> =>
  typeof given === 'object' && given !== null && '_tag' in given && given._tag === 'Left'

/** What kind of an answer it is. */
const kindOf = (given: unknown): string =>
  isEither(given) && E.isLeft(given) ? ` ${given.left._tag}` : ''

/** Virtual time, and one order of all that happens in it: the same for the same chance. */
export const newScheduler = (chance: Chance, trace: Trace): Scheduler => {
  const timers = newTimers()
  const ready: Array<Step> = []
  let time = 0

  const alarm: Scheduler['alarm'] = (by, milliseconds, ring) => {
    const timer = timers.set(time + Math.max(0, Math.ceil(milliseconds)), () => {
      if (!by.isDead) ring()
    })
    return () => {
      timer.isStopped = true
    }
  }

  /** It is on its way for a while: even if who sent it is dead by then. */
  const send = (step: Step): void => {
    const wait = chance() < 0.5 ? 0 : below(chance, mostUnderWay)
    if (wait === 0) ready.push(step)
    else timers.set(time + wait, () => void ready.push(step))
  }

  const call: Scheduler['call'] = (by, name, work) =>
    new Promise((answer) => {
      if (by.isDead) return
      const back = (act: () => void, kind = ' thrown'): void =>
        send({ by, name: `${name} answered${kind}`, isArrival: false, act })
      const act = (): Promise<void> => {
        const done = work()
        return done.then(
          (given) => back(() => answer(given), kindOf(given)),
          () => back(() => answer(done)),
        )
      }
      send({ by, name, isArrival: true, act })
    })

  /** One of those that are ready, whichever. */
  const take = (): Step | undefined => {
    const place = below(chance, ready.length)
    const [step, last] = [ready[place], ready.pop()]
    if (last !== undefined && place < ready.length) ready[place] = last
    return step
  }

  const step = async (): Promise<boolean> => {
    const next = take()
    if (next === undefined) {
      const timer = timers.next(Infinity)
      if (timer === undefined) return false
      time = timer.at
      timer.ring()
      return true
    }
    const isLost = next.by.isDead && (!next.isArrival || chance() < 0.5)
    trace.say(`${String(time)} ${next.by.name} ${next.name}${isLost ? ' lost' : ''}`)
    if (!isLost) await next.act()
    return true
  }

  return {
    time: () => time,
    call,
    alarm,
    pause: (by, milliseconds) =>
      new Promise((done) => {
        alarm(by, milliseconds, done)
      }),
    until: async (done) => {
      const state = { isDone: false }
      const settled = (): void => {
        state.isDone = true
      }
      done.then(settled, settled)
      let [instant, steps] = [time, 0]
      for (;;) {
        await drained()
        if (state.isDone) return done
        if (time !== instant) [instant, steps] = [time, 0]
        steps += 1
        if (steps > mostAtOnce) throw new Error('there is no end of what happens at one instant')
        if (!(await step())) throw new Error('everybody waits, and nothing is left to happen')
      }
    },
  }
}
