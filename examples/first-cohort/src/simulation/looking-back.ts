import { workdayFrom } from './calendar.ts'
import { between } from './chance.ts'
import { occasionQuestions } from './codes.ts'
import { deed } from './deed.ts'
import { answerTo } from './rating.ts'
import { cohortDays, said, self } from './setting.ts'
import type { Habit } from './someone.ts'

const occasions = [
  { occasion: 'start', from: 10, answers: 0.9, lift: 0 },
  { occasion: 'half', from: cohortDays / 2, answers: 0.8, lift: 0.5 },
  { occasion: 'end', from: cohortDays - 12, answers: 0.75, lift: 0.9 },
] as const

/** At the start, at half-time and before the end everybody is asked the same three questions. */
export const lookingBack: Habit = ({ setting, today, member, held }) =>
  occasions.flatMap(({ occasion, from, answers, lift }) => {
    const { participant } = member
    const day = workdayFrom(
      setting.start,
      from + between(0, 4, setting.chance(occasion, participant)),
    )
    if (today !== day || setting.chance('answers', occasion, participant) >= answers) return []
    const stamp = said(setting, today, self(participant), occasion)
    const isMoved = held > 2 ? lift : 0
    return occasionQuestions.map((question) =>
      deed(answerTo(setting, stamp, { question, occasion }, isMoved)),
    )
  })
