/** Rules, scores and limits of a policy, joined to one value. */
export * as Criteria from './criteria.ts'
/** Exact, stable and baseline matching on numbers: who is paired with whom, and the proof. */
export * as Engine from './engine.ts'
/** Why a result is as it is: data, and sentences of it. */
export * as Explanation from './explanation.ts'
/** What a result must keep as a whole: at most and at least so many of a group, pairs that must be. */
export * as Limit from './limit.ts'
/** Policies made of criteria and an engine. */
export * as Policy from './policy.ts'
/** Hard rules, which say whether a pair may be. */
export * as Rule from './rule.ts'
/** Scores, which say how good a pair would be. */
export * as Score from './score.ts'
