import type { EChartsOption } from 'echarts'

/** A colour of the style sheet; so both schemes and print have their own. */
export type Colour = `var(--${string})`

/** What all charts have in common: drawn once, they do not move and do not answer. */
export const chartStyle = {
  animation: false,
  textStyle: { fontFamily: 'system-ui, sans-serif', color: 'var(--ink-soft)', fontSize: 13 },
} as const satisfies EChartsOption

/** What all series have in common. */
export const still = { silent: true, emphasis: { disabled: true } } as const

/** A box that holds the labels of its axes, and no more. */
export const snugGrid = {
  left: 0,
  right: 0,
  top: 2,
  bottom: 0,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
} as const

/** An axis of names: no line, no ticks. */
export const quietAxis = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
  axisPointer: { show: false },
  axisLabel: { color: 'var(--ink-soft)', fontSize: 13, fontFamily: 'system-ui, sans-serif' },
} as const
