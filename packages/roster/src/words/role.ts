import type { Values } from '@reverse-mentoring/core'
import { folded } from '../text/plain.ts'

/** Which of the two the source calls mentor: sources disagree, so nobody guesses. */
export type MentorIs = 'junior' | 'senior'

const juniors = ['junior', 'shares', 'sharing']
const seniors = ['senior', 'learns', 'learning']
const nobody = ['', '-', 'no', 'none', 'not taking part', 'n a']

/** The words of a cell: somebody may take part as both. */
const wordsIn = (cell: string): ReadonlyArray<string> => {
  const all = folded(cell)
  if (nobody.includes(all)) return []
  if (all === 'both') return ['junior', 'senior']
  return all.split(/[\s,;|&+]+/u).filter((word) => word !== '' && word !== 'and')
}

/** Whether a cell means nothing until it is said which of the two is the junior one. */
export const needsMentorIs = (cell: string): boolean =>
  wordsIn(cell).some((word) => ['mentor', 'mentee'].includes(word)) &&
  new Set(wordsIn(cell)).size === 1

const roleOf = (word: string, mentorIs: MentorIs): Values.Role | undefined => {
  if (juniors.includes(word)) return 'mentor'
  if (seniors.includes(word)) return 'mentee'
  if (word !== 'mentor' && word !== 'mentee') return undefined
  return (word === 'mentor') === (mentorIs === 'junior') ? 'mentor' : 'mentee'
}

/**
 * The roles that a cell means, in a fixed order: none for who stands in the source for the line of management only;
 * `undefined` where it means nothing.
 */
export const rolesOf = (
  cell: string,
  mentorIs: MentorIs = 'junior',
): ReadonlyArray<Values.Role> | undefined => {
  const roles = wordsIn(cell).map((word) => roleOf(word, mentorIs))
  if (roles.includes(undefined)) return undefined
  return (['mentor', 'mentee'] as const).filter((role) => roles.includes(role))
}
