import { Port } from '@reverse-mentoring/core'

type Code = readonly [code: string, reason: string, failure?: 'never']

/** What an operator reads, by the beginning of the code, and what never goes well; the first that fits counts. */
const codes: ReadonlyArray<Code> = [
  ['28', 'the server does not let this user in', 'never'],
  ['3D', 'the database is not there', 'never'],
  ['3F', 'the schema is not there: it was dropped while it was in use', 'never'],
  ['42501', 'this user may not do that: grant it the schema and what is in it', 'never'],
  ['42', 'the schema is not what it was when it was opened: look at it', 'never'],
  ['22', 'the server does not take a value', 'never'],
  ['54', 'a value is larger than the server takes', 'never'],
  [
    '0A',
    'the server is set up otherwise than this package needs: transactions are to be `read committed`',
    'never',
  ],
  ['XX001', 'the database is damaged: restore it from a copy', 'never'],
  ['XX002', 'the database is damaged: rebuild its indices', 'never'],
  [
    '25006',
    'the server may only be read: it is a standby, or `default_transaction_read_only` is on',
  ],
  ['25P03', 'the server ended it after its `idle_in_transaction_session_timeout`'],
  ['53100', 'the disk of the server is full'],
  ['53300', 'the server has too many connections'],
  ['55P03', 'another process has been writing for too long'],
  ['57014', 'the server stopped it after its own time-out, such as `statement_timeout`'],
  ['57', 'the server is starting, stopping or has crashed'],
  ['08P01', 'a pooler before the server refused it: its log says why'],
  ['08', 'the connection was lost'],
  ['40', 'it and the work of another process stood in each other’s way'],
  ['ECONNREFUSED', 'nothing answers at this address'],
  ['ENOTFOUND', 'nobody knows the host of this address'],
  ['ENOENT', 'a file that the address names is not there', 'never'],
  ['ERR_TLS', 'the server’s certificate is not the one of this host', 'never'],
  ['CERT_', 'the server’s certificate is not good', 'never'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the server’s certificate is not known here', 'never'],
  ['SELF_SIGNED_CERT', 'the server’s certificate is not known here', 'never'],
  ['UNABLE_TO_', 'the server’s certificate is not known here', 'never'],
  ['E', 'the connection was lost'],
]

/** What a driver says of itself, without a code. */
const sentences: ReadonlyArray<readonly [pattern: RegExp, reason: string, failure?: 'never']> = [
  [/^SASL|password/i, 'the server wants another password', 'never'],
  [/support SSL/, 'the server speaks no TLS, and the address wants it', 'never'],
  [/timeout/, 'no connection within the deadline'],
  [/terminated|not queryable|closed/i, 'the connection was lost'],
]

const failed = (reason: string, failure: 'never' | undefined): Port.Misused | Port.Unavailable =>
  failure === 'never' ? Port.misused(reason) : Port.unavailable(reason)

const codeOf = (defect: unknown): string | undefined =>
  defect instanceof Error && 'code' in defect && typeof defect.code === 'string'
    ? defect.code
    : undefined

/** Why the driver failed, without its message, which could hold what is stored. */
export const failureOf = (defect: unknown): Port.Misused | Port.Unavailable => {
  // Only what is stored is parsed.
  if (defect instanceof SyntaxError)
    return Port.misused('what is stored there is damaged: restore it from a copy')
  // Several addresses of one host were tried.
  if (defect instanceof AggregateError) return failureOf(defect.errors[0])
  const code = codeOf(defect)
  if (code !== undefined) {
    const [, reason = 'the server failed', failure] =
      codes.find(([beginning]) => code.startsWith(beginning)) ?? []
    return failed(`${reason} (${code})`, failure)
  }
  const message = defect instanceof Error ? defect.message : ''
  const [, reason = 'a defect of the driver', failure] =
    sentences.find(([pattern]) => pattern.test(message)) ?? []
  return failed(reason, failure)
}
