import { isWorkday, type Day } from './calendar.ts'
import { inOrder, type Deed } from './deed.ts'
import { lookingBack } from './looking-back.ts'
import { oneThing } from './one-thing.ts'
import { livePairs } from './pair.ts'
import { declaring, permitting } from './permitting.ts'
import { acknowledging, beingBriefed } from './preparing.ts'
import type { Setting } from './setting.ts'
import { nominating, sharing, worrying } from './sharing.ts'
import { everybody, type Habit } from './someone.ts'
import type { World } from './world.ts'

const habits: ReadonlyArray<Habit> = [
  acknowledging,
  beingBriefed,
  permitting,
  declaring,
  lookingBack,
  sharing,
  nominating,
  worrying,
]

/** What all people do on a day, decided on what had happened before it. Nobody works on Saturdays and Sundays. */
export const peopleOn = (setting: Setting, world: World, today: Day): ReadonlyArray<Deed> =>
  isWorkday(setting.start, today)
    ? inOrder([
        ...livePairs(setting, world, today).flatMap(oneThing),
        ...everybody(setting, world, today).flatMap((someone) =>
          habits.flatMap((habit) => habit(someone)),
        ),
      ])
    : []
