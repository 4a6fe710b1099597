import type { Matching, Values } from '@reverse-mentoring/core'
import { saidOnce } from './said-once.ts'
import { type Disclosing, type Viewer, tells } from './viewer.ts'

/** Why two people are proposed to each other, as far as the viewer may know. */
export interface WhyPair {
  readonly _tag: 'WhyPair'
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
  /** What spoke for the pair, what counted most first; without numbers. */
  readonly spoke: ReadonlyArray<Values.Code>
}

/**
 * Why this pair. A rule or score is named if both its own disclosure and the cohort's record let this viewer know; one
 * that is not recorded is named to nobody. A ready-made rule is not named beside the score that says the same. No points: who knows the weights could tell from them what was left out.
 */
export const whyPair = (
  criteria: Disclosing,
  { rules }: Matching.MatchingPool,
  { mentor, mentee, reasons }: Matching.ProposedPair,
  viewer: Viewer,
): WhyPair => {
  const spoke = saidOnce(reasons, tells(viewer, criteria, rules))
  return { _tag: 'WhyPair', mentor, mentee, spoke }
}
