import type { Command, Stored } from '@reverse-mentoring/core'

/** Whether this machine's time-zone data knows a zone. */
const isKnown = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What is to be mended of a command that names a zone: an opening stays for ever. */
export const unknownZone = (command: Command.Command): Stored.MalformedPayload | undefined =>
  command.type !== 'OpenCohort' || isKnown(command.zone)
    ? undefined
    : {
        _tag: 'MalformedPayload',
        type: command.type,
        problems: [
          {
            path: 'zone',
            fault: 'wrong',
            expected: 'a time zone that this machine knows, such as Europe/London',
          },
        ],
      }
