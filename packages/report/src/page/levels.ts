import type { View } from '@reverse-mentoring/core'
import type { Colour } from './chart/chart-style.ts'
import type { Html } from './html.ts'
import { legend } from './chart/legend.ts'

/** What the levels depend on. */
export interface LevelRules {
  readonly stallThreshold: number
  readonly cadenceDays: number
}

/** A level of momentum as the page shows and explains it. */
export interface ShownLevel {
  readonly level: View.Level
  readonly colour: Colour
  readonly means: (rules: LevelRules) => string
}

/** From the best to the end. Each is darker than the one before, so that they differ without their hues; an end is pale. */
export const shownLevels: ReadonlyArray<ShownLevel> = [
  {
    level: 'steady',
    colour: 'var(--steady)',
    means: () => 'nothing cancelled since the last session',
  },
  { level: 'slipping', colour: 'var(--slipping)', means: () => 'the last one was cancelled' },
  {
    level: 'stalled',
    colour: 'var(--stalled)',
    means: ({ stallThreshold }) => `${String(stallThreshold)} or more cancelled in a row`,
  },
  {
    level: 'dormant',
    colour: 'var(--dormant)',
    means: ({ cadenceDays }) => `no session for ${String(2 * cadenceDays)} days`,
  },
  { level: 'over', colour: 'var(--over)', means: () => 'the pairing has ended' },
]

/** What the colours of the levels mean, and the dots. */
export const levelLegend = (rules: LevelRules): Html =>
  legend([
    ...shownLevels.map(({ level, colour, means }) => ({
      colour,
      name: level,
      means: means(rules),
    })),
    { colour: 'var(--ink)', name: 'dot', means: 'a session was held that week', shape: 'dot' },
  ])
