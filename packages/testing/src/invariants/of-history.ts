import { checkHistory, type Rule } from '@reverse-mentoring/audit'
import type { Invariant } from './invariant.ts'

const meanings: Readonly<Record<Rule, string>> = {
  INV1: 'at most one standing enrolment per participant and role',
  INV2: 'nobody mentors themselves',
  INV3: 'at a match the mentor is the junior of the two',
  INV4: 'at a match both lines are known, and neither stands above the other',
  INV5: 'at a match neither a conflict nor a bar stands between the two',
  INV6: 'at a match nobody has more live pairings than places',
  INV7: 'two people have one live pairing, and none again after a refusal',
  INV8: 'at a match both are enrolled, not paused, and through the gates',
  INV9: 'only a party of a live proposal consents to it',
  INV10: 'what needs a formal pairing has two consents to the terms',
  INV11: 'no mentor speaks before they are asked',
  INV13: 'what is over stays over',
  INV16: 'nobody consents for another',
  INV17: 'a session lies within the life of its formal pairing',
  INV18: 'a session ends once per opening',
  INV19: 'who cancelled is said by who may say so',
  INV21: 'after the close nothing else has effect',
  INV26: 'nothing refers to what is unknown, taken or over',
  INV27: 'a proposal that a line ended stays ended',
  INV29: 'every recorded pair of a run keeps the rules of a match',
  INV38: 'every text is an id, an instant, a fixed word or a listed code',
  INV41: 'every event is said by somebody who may say it',
}

/** The rules that a history alone can show to be broken. */
export const historyInvariants: ReadonlyArray<Invariant> = (
  Object.entries(meanings) as ReadonlyArray<[Rule, string]>
).map(([rule, name]) => ({
  rule,
  name,
  broken: ({ events }) => {
    const found = checkHistory(events).find((broken) => broken.rule === rule)
    return found === undefined ? undefined : `event ${String(found.at)}: ${found.why}`
  },
}))
