import {
  endedForGood,
  formalByTwoConsents,
  unknownToTheUnasked,
  withdrawAtAnyTime,
} from './invariants/consent.ts'
import {
  deliveredTwice,
  foldsAreTotal,
  foldSplits,
  nonsenseIsNamed,
  orderOfStrangers,
  viewsKeepUp,
} from './invariants/folding.ts'
import type { Invariant } from './invariants/invariant.ts'
import { linesEndAndFlag } from './invariants/line.ts'
import { cancellationsInARow, flaggedAtThreshold } from './invariants/momentum.ts'
import { historyInvariants } from './invariants/of-history.ts'
import { identityByConsent, noRetaliation, withholdingIdentity } from './invariants/pool.ts'
import {
  conflictReadsAsWithdrawal,
  erasedAreGone,
  noContent,
  nothingLivesAfterClose,
  whoDeclared,
  whoSaidNo,
  whyItEnded,
} from './invariants/privacy.ts'
import { rowsFit, unaskedSeesNothing } from './invariants/own-place.ts'
import { publishedApart } from './invariants/published.ts'
import { figuresAreCounted } from './invariants/figures-shown.ts'
import { rosterIsTold } from './invariants/roster-shown.ts'
import { runsAreTold } from './invariants/runs-shown.ts'
import { sessionsAreCounted } from './invariants/sessions-shown.ts'
import { closingTwice, repeatingIsSafe } from './invariants/repeating.ts'

export { checkInvariant, type Invariant, type Trial } from './invariants/invariant.ts'

const ofStates: ReadonlyArray<Invariant> = [
  formalByTwoConsents,
  unknownToTheUnasked,
  unaskedSeesNothing,
  withdrawAtAnyTime,
  endedForGood,
  noRetaliation,
  withholdingIdentity,
  whoSaidNo,
  whyItEnded,
  cancellationsInARow,
  flaggedAtThreshold,
  rosterIsTold,
  runsAreTold,
  sessionsAreCounted,
  figuresAreCounted,
  nothingLivesAfterClose,
  closingTwice,
  foldSplits,
  viewsKeepUp,
  rowsFit,
  orderOfStrangers,
  deliveredTwice,
  foldsAreTotal,
  nonsenseIsNamed,
  linesEndAndFlag,
  repeatingIsSafe,
  noContent,
  whoDeclared,
  conflictReadsAsWithdrawal,
  erasedAreGone,
  publishedApart,
  identityByConsent,
]

/** Every rule of the domain that walks can show to be broken, by number; a rule may have several sides. */
export const invariants: ReadonlyArray<Invariant> = [...historyInvariants, ...ofStates].sort(
  (a, b) => Number(a.rule.slice(3)) - Number(b.rule.slice(3)),
)
