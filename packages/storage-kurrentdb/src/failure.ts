import { Port } from '@reverse-mentoring/core'

/** Why a question was not answered. */
export type ReadFailure = Port.Misused | Port.Unavailable

/** Why an append was not taken. */
export type AppendFailure = ReadFailure | Port.TooLarge | WrongRevision

/** The stream does not end where the append expects it. `actual` is how many events it has, if the server said so. */
export interface WrongRevision {
  readonly _tag: 'WrongRevision'
  readonly actual: number | undefined
}

const told = (error: object, key: string): unknown => Reflect.get(error, key)

/** The stream that was asked for is not there. */
export const isNotFound = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && told(error, 'type') === 'stream-not-found'

const actualOf = (state: unknown): number | undefined => {
  if (typeof state === 'bigint') return Number(state) + 1
  return state === 'no_stream' ? 0 : undefined
}

/** Limits have other names from version to version. */
const limitOf = (error: object, mostBytes: number): number => {
  const most = told(error, 'maxAppendSize') ?? told(error, 'maxSize') ?? mostBytes
  return typeof most === 'number' && most > 0 ? most : mostBytes
}

const permanent: ReadonlyMap<unknown, string> = new Map([
  [
    'access-denied',
    'the server denies access: give the client other credentials, or these the right',
  ],
  ['invalid-argument', 'the server does not know what it was asked for'],
  ['stream-deleted', 'this stream was deleted on the server: it takes no more events'],
  ['stream-tombstoned', 'this stream was deleted on the server: it takes no more events'],
  ['unsupported', 'the server is too old for what it was asked for'],
])

const tooLarge: ReadonlySet<unknown> = new Set([
  'maximum-append-size-exceeded',
  'transaction-max-size-exceeded',
  'append-record-size-exceeded',
])

/** gRPC for a message over what a server takes. */
const exhausted = 8

/**
 * Errors come in many forms: by their `type`, without one as gRPC gives them, with an empty message, or made by the
 * native part. Their messages are told to nobody: they may hold what was stored.
 */
export const readFailureOf = (error: unknown): ReadFailure => {
  if (typeof error !== 'object' || error === null)
    return Port.unavailable('the client threw what is no error')
  const [type, code] = [told(error, 'type'), told(error, 'code')]
  const reason = permanent.get(type)
  if (reason !== undefined) return Port.misused(reason)
  const kind =
    typeof type === 'string'
      ? type
      : `gRPC code ${typeof code === 'number' ? String(code) : 'unknown'}`
  return Port.unavailable(`KurrentDB does not answer now (${kind})`)
}

/** The same of an append. */
export const appendFailureOf =
  (mostBytes: number) =>
  (error: unknown): AppendFailure => {
    if (typeof error !== 'object' || error === null) return readFailureOf(error)
    const type = told(error, 'type')
    if (type === 'wrong-expected-version')
      return { _tag: 'WrongRevision', actual: actualOf(told(error, 'actualState')) }
    return tooLarge.has(type) || told(error, 'code') === exhausted
      ? Port.tooLarge(limitOf(error, mostBytes), 'bytes')
      : readFailureOf(error)
  }
