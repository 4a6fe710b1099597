import { workdayFrom } from './calendar.ts'
import { sessionQuestions } from './codes.ts'
import { deed } from './deed.ts'
import { dayIn, type Behaviour } from './pair.ts'
import { answerTo } from './rating.ts'
import { said, self } from './setting.ts'

/** On the next workday either of the two may say how useful the session was. */
export const reviewing: Behaviour = (pair) => {
  const { setting, today, pairing, sessions } = pair
  const held = sessions.findLast(({ ending }) => ending?.type === 'SessionHeld')
  const [question] = sessionQuestions
  if (held?.ending === undefined || question === undefined) return []
  if (today !== workdayFrom(setting.start, dayIn(pair, held.ending.at) + 1)) return []
  const { session } = held
  const about = { question, occasion: 'session', pairing: pairing.pairing, session } as const
  return (['mentee', 'mentor'] as const)
    .filter((role) => setting.chance('reviews', session, role) < 0.5)
    .map((role) => {
      const stamp = said(setting, today, self(pairing[role]), 'review', session)
      return deed(answerTo(setting, stamp, about, 1))
    })
}
