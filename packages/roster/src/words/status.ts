import { folded } from '../text/plain.ts'
import { answerOf } from './answer.ts'

const staying = ['', 'active', 'employed', 'on leave', 'present', 'aktiv', 'actif', 'activo']
const leaving = [
  ...['left', 'leaver', 'leaving', 'inactive', 'terminated', 'resigned', 'retired', 'former'],
  ...['ausgeschieden', 'inaktiv', 'inactif', 'inactivo'],
]

/** Whether a status says that somebody has left or leaves; `undefined` where it says neither. A yes means active. */
export const isLeaving = (word: string): boolean | undefined => {
  const plain = folded(word)
  if (staying.includes(plain)) return false
  if (leaving.includes(plain)) return true
  const answer = answerOf(word)
  return answer === undefined ? undefined : !answer
}
