import { folded, headerWords } from '../text/plain.ts'
import { answerOf } from './answer.ts'

const staying = new Set([
  ...[
    'active',
    'employed',
    'employee',
    'present',
    'current',
    'on leave',
    'leave',
    'absent',
    'away',
  ],
  ...['leave of absence', 'parental leave', 'maternity leave', 'paternity leave', 'sick leave'],
  ...['unpaid leave', 'long term leave', 'sabbatical', 'suspended', 'probation', 'permanent'],
  ...['temporary', 'full time', 'part time', 'notice period', 'new hire', 'new starter'],
  ...[
    'aktiv',
    'beurlaubt',
    'elternzeit',
    'mutterschutz',
    'actif',
    'en conge',
    'en congé',
    'activo',
  ],
])
const leaving = new Set([
  ...['left', 'leaver', 'leaving', 'inactive', 'terminated', 'resigned', 'retired', 'former'],
  ...['departed', 'exited', 'dismissed', 'deceased', 'no longer employed', 'ex employee'],
  ...['ausgeschieden', 'ehemalig', 'inaktiv', 'inactif', 'inactivo'],
])

/** Headers under which a yes says that somebody has left. */
const asksForLeaving = new Set(['leaver', 'leavers', 'left', 'leaving', 'terminated', 'inactive'])

/** Whether a yes under a header says that somebody has left, as under “Leaver”; under “Active” it says the contrary. */
export const yesMeansLeaving = (header: string): boolean =>
  headerWords(header).some((word) => asksForLeaving.has(word))

/** The parts that could each say it: `On leave (maternity)`, `Active - part time`, `Terminated: 2026-01-31`. */
const partsOf = (word: string): ReadonlyArray<string> =>
  word.split(/[()[\],;:]|\s[-–—]\s/u).map(folded)

/**
 * Whether a status says that somebody has left or leaves; `undefined` where it says neither, or both. A yes means active,
 * unless told otherwise.
 */
export const isLeaving = (word: string, yesMeans: 'active' | 'leaving'): boolean | undefined => {
  if (word === '') return false
  const parts = [folded(word), ...partsOf(word)]
  const [stays, leaves] = [staying, leaving].map((words) => parts.some((part) => words.has(part)))
  if (stays !== leaves) return leaves
  const answer = stays === true ? undefined : answerOf(word)
  return answer === undefined ? undefined : answer === (yesMeans === 'leaving')
}
