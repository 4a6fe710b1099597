import { Values } from '@reverse-mentoring/core'
import type { Sources } from '@reverse-mentoring/runtime'
import { lateness, type Faults } from './faults.ts'

/** Sources whose clock is `skewed` now and then, ahead or behind, and whose timers are `slow`. */
export const faultySources = (sources: Sources, faults: Faults): Sources => {
  const late = (call: string): number =>
    faults.draw(call, ['slow']) === 'slow' ? lateness(faults) : 0
  return {
    ...sources,
    now: () => {
      if (faults.draw('now', ['skewed']) !== 'skewed') return sources.now()
      const wrong = lateness(faults)
      return Values.plusMillis(sources.now(), faults.chance() < 0.5 ? wrong : -wrong)
    },
    pause: (milliseconds) => () => sources.pause(milliseconds + late('pause'))(),
    alarm: (milliseconds, ring) => sources.alarm(milliseconds + late('alarm'), ring),
  }
}
