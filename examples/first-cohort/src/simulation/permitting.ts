import { workdayFrom } from './calendar.ts'
import { deed } from './deed.ts'
import { said, self } from './setting.ts'
import type { Habit } from './someone.ts'

/** Some allow that their outcomes are looked at, and some mentors that their contribution is shown; who says so in the roster, that their identity is read. */
export const permitting: Habit = ({ setting, today, member }) => {
  if (today !== workdayFrom(setting.start, 6)) return []
  const { participant, role, person } = member
  const purposes = [
    ...(setting.chance('outcomes', participant) < 0.6 ? (['outcomes'] as const) : []),
    ...(role === 'mentor' && setting.chance('talent', participant) < 0.4
      ? (['talentSharing'] as const)
      : []),
    ...(person.agrees === true ? (['identityMatching'] as const) : []),
  ]
  return purposes.map((purpose) =>
    deed({ type: 'GiveConsent', ...said(setting, today, self(participant), purpose), purpose }),
  )
}

/** One of the senior people says, before anybody is matched, with whom it would not work. Nobody else learns of it. */
export const declaring: Habit = ({ setting, today, member }) => {
  const { declarer, declaredAgainst } = setting.cast
  const isDay = today === workdayFrom(setting.start, 5)
  if (!isDay || declarer !== member || declaredAgainst === undefined) return []
  const stamp = said(setting, today, self(member.participant), 'conflict')
  return [deed({ type: 'DeclareConflict', ...stamp, against: declaredAgainst.participant })]
}
