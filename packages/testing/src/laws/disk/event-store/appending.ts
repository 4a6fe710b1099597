import type { AppendTask } from '../task.ts'

/** The stream that is appended to, unless told otherwise. */
export const stream = 'cohort-00000000-0000-4000-8000-000000000001'

/** What is appended, unless told otherwise: batches of three small records, from the beginning. */
export const appending = (given: Partial<AppendTask> & Pick<AppendTask, 'by'>): AppendTask => ({
  ...{ does: 'append', stream, from: 0, times: 99_999, expected: 0, size: 3, bytes: 100 },
  ...given,
})
