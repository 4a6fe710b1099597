import { Cohort, Stored, type Command } from '@reverse-mentoring/core'
import type { HandleFailure } from './cohort/commit-batch.ts'
import { explainUnreadable } from './cohort/unreadable.ts'
import type { DraftFailure } from './matching/draft.ts'
import type { AwaitFailure } from './projection/projector.ts'
import type { AskFailure } from './question/ask.ts'

/** Everything that an engine's operations can fail with. */
export type EngineFailure = HandleFailure | AskFailure | AwaitFailure | DraftFailure

type Other = Exclude<EngineFailure, Command.Refusal>

const others: ReadonlySet<string> = new Set<Other['_tag']>([
  ...(['Unavailable', 'Misused', 'TooLarge', 'Unreadable', 'UnreadableRow', 'Halted'] as const),
  ...(['Defect', 'Erased', 'PolicyFailure', 'Cancelled'] as const),
  ...(['UnknownType', 'UnknownVersion', 'MalformedPayload'] as const),
])

const isRefusal = (failure: EngineFailure): failure is Command.Refusal => !others.has(failure._tag)

/** One sentence for whoever reads it: what is wrong and, where there is a way, what to do. It holds no stored value. */
export const explainFailure = (
  failure: EngineFailure,
  labels: Cohort.Labels = Cohort.englishLabels,
): string => {
  if (isRefusal(failure)) return Cohort.explain(failure, labels)
  switch (failure._tag) {
    case 'Unavailable':
      return `That cannot be answered now: ${failure.reason}. Try the same again later.`
    case 'Misused':
      return `That cannot be done: ${failure.reason}.`
    case 'TooLarge':
      return `That is too large for one step: more than ${String(failure.limit)} ${failure.unit}. Give it in parts.`
    case 'Unreadable':
      return `The ${labels.cohort} cannot be read beyond its record ${String(failure.revision)}. ${explainUnreadable(failure)}`
    case 'UnreadableRow':
      return `A row of ${failure.view} of the ${labels.cohort} ${labels.nameOf?.(failure.cohort) ?? failure.cohort} is not what this version wrote: update the software, or have an operator remake the view.`
    case 'Halted':
      return `The views of the ${labels.cohort} are not up to date; an operator has to look.`
    case 'Defect':
      return `A fault in this software (${failure.kind}) stopped ${failure.command}; nothing came of it.`
    case 'Erased':
      return 'This person was erased, or is being erased: they cannot come back.'
    case 'PolicyFailure':
      return `The matching policy could not propose: ${failure.problem}.${failure.kind === 'unavailable' ? ' Try the same again later.' : ''}`
    case 'Cancelled':
      return 'That was stopped before it was done, and nothing came of it.'
    case 'UnknownType':
    case 'UnknownVersion':
    case 'MalformedPayload':
      return Stored.explainMalformed(failure)
  }
}
