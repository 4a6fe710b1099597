import fc from 'fast-check'
import { NotKnown } from '../known-kind.ts'
import { tellWalk } from './tell-walk.ts'

/** Steps and events as they are told. */
type Told = Parameters<typeof tellWalk>[0]

/** What could not be made, because a function of somebody's own threw: why, and the walk up to there. */
export class Interrupted {
  readonly why: Error
  readonly walk: Told
  constructor(why: Error, walk: Interrupted['walk'] = { steps: [], events: [] }) {
    this.why = why
    this.walk = walk
  }
}

const interruptedBy = (defect: unknown, walk?: Interrupted['walk']): Interrupted => {
  // What is no command is none whatever the walk, and is told at once.
  if (defect instanceof NotKnown) throw defect
  return new Interrupted(defect instanceof Error ? defect : new Error(String(defect)), walk)
}

/** Makes something; what throws interrupts it, after the walk that there was by then. */
export const orInterrupted = <A>(
  make: () => A,
  walkSoFar?: () => Interrupted['walk'],
): A | Interrupted => {
  try {
    return make()
  } catch (defect) {
    return interruptedBy(defect, walkSoFar?.())
  }
}

/** Why it was interrupted, and after which commands. */
const told = ({ why, walk }: Interrupted): string =>
  walk.steps.length === 0 ? why.message : `${why.message}, after these commands:\n${tellWalk(walk)}`

/**
 * A value that throws why it was interrupted, once a property looks at it. A runner that makes values has no answer where
 * making throws; where a property does, it tells seed and path, and makes the value smaller.
 */
const throwing = (interrupted: Interrupted): object => {
  const fail = (): never => {
    throw interrupted.why
  }
  return new Proxy(
    {},
    {
      get: (_, name) => (name === fc.toStringMethod ? () => told(interrupted) : fail()),
      has: (_, name) => name === fc.toStringMethod,
      ownKeys: fail,
    },
  )
}

/** The same; what was interrupted is a value that throws when it is looked at. */
export const orThrowing = <A extends object>(made: A | Interrupted): A =>
  made instanceof Interrupted ? (throwing(made) as A) : made
