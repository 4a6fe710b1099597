import type { KurrentDBClient } from '@kurrent/kurrentdb-client'

/** Which server, and how it is used. */
export interface KurrentOptions {
  /**
   * Makes a client, such as `() => KurrentDBClient.connectionString(url)`. It is called at the opening, and again
   * whenever a client does not recover; each client is disposed of by the store.
   */
  readonly client: () => KurrentDBClient
  /**
   * What the names of all streams of this store begin with on the server, `mentoring-` unless told; one for each tenant.
   * Streams with other names are not read. No empty text, and no `$` at its beginning.
   */
  readonly prefix?: string
  /** Milliseconds that one answer of the server may take, 5000 unless told; then it is `Unavailable`. */
  readonly deadline?: number
  /** The most bytes of one append, 1 048 576 unless told, as servers before 25.1 have it; more is `TooLarge`. */
  readonly mostBytes?: number
}

export type Settings = Required<KurrentOptions>

/** Half surrogates do not outlive UTF-8. */
export const isSendable = (text: string): boolean => Buffer.from(text).toString() === text

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0

/** What is wrong with the options, and how to mend it, if something is. */
export const optionsFault = ({ client, prefix, deadline, mostBytes }: Settings) => {
  if (typeof client !== 'function') return '`client` is a function that makes a client'
  if (typeof prefix !== 'string' || prefix === '' || prefix.startsWith('$') || !isSendable(prefix))
    return '`prefix` is a text that is not empty, and does not begin with $'
  if (!isCount(deadline)) return '`deadline` is a whole number of milliseconds from 1'
  if (!isCount(mostBytes)) return '`mostBytes` is a whole number from 1'
  return undefined
}

export const settingsOf = ({
  client,
  prefix = 'mentoring-',
  deadline = 5000,
  mostBytes = 1_048_576,
}: KurrentOptions): Settings => ({ client, prefix, deadline, mostBytes })
