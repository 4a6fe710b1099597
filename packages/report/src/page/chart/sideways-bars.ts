import type { BarSeriesOption, EChartsOption } from 'echarts'
import { chartStyle, quietAxis, still } from './chart-style.ts'

/** What bars that lie on their side show: their names at the left, and what they come to at the right. */
export interface SidewaysBars {
  readonly names: ReadonlyArray<string>
  readonly comesTo: ReadonlyArray<string>
  /** What a bar of full length stands for. */
  readonly full: number
  /** Whether a bar shows how much is missing to its full length. */
  readonly track: boolean
  readonly series: ReadonlyArray<Pick<BarSeriesOption, 'name' | 'data' | 'itemStyle' | 'stack'>>
}

/** Pixels for so many bars; many stand closer together. */
export const heightOfBars = (bars: number): number => (bars > 6 ? 30 : 40) * bars + 8

const labels = { ...quietAxis.axisLabel, color: 'var(--ink)', fontSize: 13 } as const
const column = { type: 'category', inverse: true, ...quietAxis } as const

/** Pixels that a letter takes in a wide font: which one it will be is not known here. */
const LETTER = 7.6
const WIDEST = 168

const widthOf = (texts: ReadonlyArray<string>): number =>
  Math.ceil(LETTER * Math.max(0, ...texts.map((text) => text.length))) + 12

/** Room for names and figures at the sides. */
const besides = (names: ReadonlyArray<string>, comesTo: ReadonlyArray<string>) => ({
  left: Math.min(widthOf(names), WIDEST + 12),
  right: widthOf(comesTo),
  ...{ top: 2, bottom: 0, outerBoundsMode: 'none' as const },
})

/** Bars on a track, legible however short they are. */
export const sidewaysBars = ({
  names,
  comesTo,
  full,
  track,
  series,
}: SidewaysBars): EChartsOption => ({
  ...chartStyle,
  grid: besides(names, comesTo),
  xAxis: { type: 'value', show: false, max: Math.max(full, Number.MIN_VALUE) },
  yAxis: [
    {
      ...column,
      data: [...names],
      axisLabel: { ...labels, width: WIDEST, overflow: 'truncate' },
    },
    {
      ...column,
      data: [...comesTo],
      position: 'right',
      axisLabel: { ...labels, fontWeight: 600 },
    },
  ],
  series: series.map((each, i) => ({
    type: 'bar' as const,
    barWidth: names.length > 6 ? 18 : 22,
    showBackground: track && i === 0,
    backgroundStyle: { color: 'var(--track)', borderRadius: 4 },
    ...still,
    ...each,
  })),
})
