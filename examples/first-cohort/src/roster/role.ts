import type { Values } from '@reverse-mentoring/core'

/** Which of the two the file calls mentor: sources disagree, so nobody guesses. */
export type MentorIs = 'junior' | 'senior'

const juniors = ['junior', 'shares', 'sharing']
const seniors = ['senior', 'learns', 'learning']
const nobody = ['', '-', 'no', 'none', 'not taking part']

/** Whether a word of the role column means nothing until it is said which of the two is the junior one. */
export const needsMentorIs = (word: string): boolean =>
  ['mentor', 'mentee'].includes(word.toLowerCase())

/** The role that a word means; `none` for who stands in the file for the line of management only. */
export const roleOf = (
  word: string,
  mentorIs: MentorIs | undefined,
): Values.Role | 'none' | undefined => {
  const plain = word.toLowerCase()
  if (nobody.includes(plain)) return 'none'
  if (juniors.includes(plain)) return 'mentor'
  if (seniors.includes(plain)) return 'mentee'
  if (!needsMentorIs(plain) || mentorIs === undefined) return undefined
  return (plain === 'mentor') === (mentorIs === 'junior') ? 'mentor' : 'mentee'
}
