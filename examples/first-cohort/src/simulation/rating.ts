import { Values, type Command } from '@reverse-mentoring/core'
import { pick } from './chance.ts'
import { themes } from './codes.ts'
import type { Setting, Stamp } from './setting.ts'

/** One answer to one question; `lift` is how much better than so-so it tends to be. */
export const answerTo = (
  { chance, ids }: Setting,
  stamp: Stamp,
  what: Pick<Command.GiveFeedback, 'question' | 'occasion' | 'pairing' | 'session'>,
  lift: number,
): Command.GiveFeedback => {
  const about = [stamp.by.id, what.question, what.occasion, what.session ?? '']
  const theme = pick(themes, chance('theme', ...about))
  return {
    type: 'GiveFeedback',
    ...stamp,
    ...what,
    feedback: ids.of(Values.FeedbackId, ...about),
    rating: Math.min(5, Math.max(1, Math.round(1.8 + chance('rating', ...about) * 2.4 + lift))),
    themes: theme === undefined || chance('has theme', ...about) < 0.4 ? [] : [theme],
  }
}
