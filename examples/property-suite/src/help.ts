/** What somebody who asks for help reads. */
const help = `Usage: npx -y pnpm@10 property-suite

Tests an event store of JSON lines, a matching policy and some histories with nothing but what
@reverse-mentoring/testing exports: the store also in processes that are killed, and under node:test. It says of each
part how much of it holds, and ends with 1 where something does not. It takes less than a minute, and leaves
no file.

  -h, --help  this text

How to test a store of your own: docs/guides/test-your-adapter.md
How to test a policy of your own: docs/guides/test-your-policy.md`

/** What to say instead of running, and how to end; nothing where all is to run. */
export const insteadOf = (
  args: ReadonlyArray<string>,
): { readonly text: string; readonly code: 0 | 2 } | undefined => {
  const odd = args.find((arg) => arg !== '--help' && arg !== '-h')
  if (odd !== undefined)
    return { text: `“${odd}” is no option; --help says what there is.`, code: 2 }
  return args.length > 0 ? { text: help, code: 0 } : undefined
}
