import type { EChartsOption } from 'echarts'

/** A colour of the style sheet, which the page's script looks up; so both schemes and print have their own. */
export type Colour = `--${string}`

/** What all charts have in common. */
export const chartStyle = {
  animation: false,
  textStyle: { fontFamily: 'system-ui, sans-serif', color: '--ink-soft', fontSize: 12 },
} as const satisfies EChartsOption

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
  axisLabel: { color: '--ink-soft', fontSize: 12 },
} as const

/** A tooltip that looks like the page; it shows the name of what it points at, which is escaped. */
export const tooltip = {
  trigger: 'item',
  formatter: '{b}',
  confine: true,
  backgroundColor: '--card',
  borderColor: '--rule',
  textStyle: { color: '--ink', fontSize: 13 },
} as const
