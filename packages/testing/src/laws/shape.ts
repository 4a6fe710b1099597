import type * as E from 'fp-ts/lib/Either.js'
import { brief } from './trace/brief.ts'

/** What has another shape than a law needs, in words. */
export class Misshapen extends TypeError {}

const isEither = (given: unknown): given is E.Either<unknown, unknown> =>
  typeof given === 'object' &&
  given !== null &&
  '_tag' in given &&
  ((given._tag === 'Right' && 'right' in given) || (given._tag === 'Left' && 'left' in given))

/** What a task answers; throws in words what is none, and how to mend it. */
export const answerOf = async (
  name: string,
  task: unknown,
  mend: string,
): Promise<E.Either<unknown, unknown>> => {
  if (typeof task !== 'function')
    throw new Misshapen(`${name} is ${brief(task)}, and no task: ${mend}`)
  const answer = await (task as () => unknown)()
  if (isEither(answer)) return answer
  throw new Misshapen(`${name} answers with ${brief(answer)}, and no Either: ${mend}`)
}

const partOf = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null ? Reflect.get(given, name) : undefined

/** Throws in words what is no opened adapter with all parts of its port. */
export const assertOpened = (name: string, given: unknown, parts: ReadonlyArray<string>): void => {
  const [adapter, close] = [partOf(given, 'adapter'), partOf(given, 'close')]
  if (typeof adapter !== 'object' || adapter === null)
    throw new Misshapen(`${name} opens ${brief(given)}: give { adapter, close }`)
  if (typeof close !== 'function')
    throw new Misshapen(
      `\`close\` is ${brief(close)}, and no task: give TE.of(undefined) where there is nothing to close`,
    )
  const lacking = parts.find((part) => typeof partOf(adapter, part) !== 'function')
  if (lacking !== undefined)
    throw new Misshapen(`the adapter has no \`${lacking}\`: its port asks for ${parts.join(', ')}`)
}
