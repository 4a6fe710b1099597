import type { Port } from '@reverse-mentoring/core'

/** What every event store has. */
export const eventStoreParts: ReadonlyArray<keyof Port.EventStore> = [
  'append',
  'readStream',
  'readLog',
  'head',
]

/** What every view store has. */
export const viewStoreParts: ReadonlyArray<keyof Port.ViewStore> = [
  'commit',
  'checkpoint',
  'headers',
  'headersOf',
  'rows',
  'views',
  'drop',
]

/** What every outbox has. */
export const outboxParts: ReadonlyArray<keyof Port.Outbox> = [
  'commit',
  'checkpoint',
  'headers',
  'headersOf',
  'claim',
  'settle',
  'notices',
  'retry',
  'forget',
  'sweep',
]

/** What every directory has. */
export const directoryParts: ReadonlyArray<keyof Port.Directory> = [
  'putPeople',
  'findPeople',
  'listCohort',
  'takeKeys',
  'findKeys',
  'cohortsOf',
  'putText',
  'findText',
  'putLabels',
  'labels',
  'salt',
  'secret',
  'erase',
  'erasing',
  'told',
]
