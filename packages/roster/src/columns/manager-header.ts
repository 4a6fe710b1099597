import { headerWords } from '../text/plain.ts'

/** How a column of managers names them. */
export type NamedBy = 'number' | 'e-mail' | 'anything'

/** What a header says of managers. */
export interface ManagerHeader {
  readonly by: NamedBy
  /** Which manager: columns of one group say the same in different ways, those of another name one more. */
  readonly group: string
  /** What it calls them, such as `manager` or `supervisor`. */
  readonly word: string
}

const managers = new Set([
  ...['manager', 'managers', 'supervisor', 'supervisors', 'superior', 'boss', 'reports'],
  ...['lead', 'leader', 'head', 'advisor', 'adviser'],
  ...['vorgesetzter', 'vorgesetzte', 'fuhrungskraft', 'responsable', 'jefe', 'chef', 'capo'],
])
const numbers = new Set([
  'id',
  'ids',
  'number',
  'numbers',
  'no',
  'nr',
  'num',
  'code',
  'key',
  'nummer',
  'personnel',
  'staff',
])
const emails = new Set(['email', 'emails', 'mail', 'address'])
/** Words that leave it the same manager. */
const idle = new Set([
  'line',
  'direct',
  'employee',
  'worker',
  's',
  'to',
  'work',
  'name',
  'full',
  'display',
  'the',
  'of',
  'current',
  'immediate',
  'value',
])
/** Words that make it something about managers that names nobody. */
const about = new Set([
  ...[
    'is',
    'level',
    'grade',
    'count',
    'department',
    'location',
    'region',
    'title',
    'since',
    'date',
  ],
  ...['flag', 'status', 'role', 'track', 'hr', 'account', 'product', 'case', 'office', 'count'],
])

/** What a header says of managers; nothing where it does not name any. */
export const managerHeader = (header: string): ManagerHeader | undefined => {
  const words = headerWords(header)
  // “Direct reports” stand below, and whom somebody “reports to” above.
  const names = (word: string): boolean =>
    managers.has(word) && (word !== 'reports' || words.includes('to'))
  if (!words.some(names) || words.some((word) => about.has(word))) return undefined
  const by = words.some((word) => numbers.has(word))
    ? 'number'
    : words.some((word) => emails.has(word))
      ? 'e-mail'
      : 'anything'
  const others = words.filter(
    (word) => !managers.has(word) && !numbers.has(word) && !emails.has(word) && !idle.has(word),
  )
  const word = words.flatMap((one) => (managers.has(one) ? [one.replace(/s$/, '')] : [])).join(' ')
  return { by, group: others.join(' ').replace(/^1$/, ''), word }
}
