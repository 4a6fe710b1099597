import type { HeatmapSeriesOption } from 'echarts'
import type { Dates } from '../dates.ts'
import type { MomentumLine, MomentumOverTime } from '../section/momentum.ts'
import { chartStyle, quietAxis, snugGrid, tooltip } from './chart-style.ts'
import { shownLevels } from './levels.ts'
import type { Chart } from './section.ts'
import { counted } from './words.ts'

const ROW = 20
/** Pixels for the names of two, where there is room and where there is little. */
const WIDE = 210
const NARROW = 116
const AXIS = 28
/** So many rows show at once; beyond them the chart has a slider. */
const MOST_ROWS = 60

/** `P7`, and who they are where names were asked for. */
export const lineName = ({ number, names }: MomentumLine): string =>
  names === undefined ? `P${String(number)}` : `P${String(number)} ${names}`

/** A cell per pairing and week: column, row, level; its name is what the tooltip says. */
const cells = ({ lines, weeks, daysOfWeek }: MomentumOverTime, { day }: Dates) =>
  lines.flatMap((line, row) =>
    line.levels.flatMap((level, column) => {
      const from = weeks[column]
      if (level === undefined || from === undefined) return []
      const held = line.held[column] ?? 0
      const met = held === 0 ? '' : `, ${counted(held, 'session')}`
      const name = `${lineName(line)}, ${daysOfWeek === 7 ? 'week of' : 'from'} ${day(from)}: ${level}${met}`
      return [{ value: [column, row, shownLevels.findIndex((each) => each.level === level)], name }]
    }),
  )

const heatMap = (momentum: MomentumOverTime, dates: Dates): HeatmapSeriesOption => ({
  type: 'heatmap',
  data: cells(momentum, dates),
  itemStyle: { borderColor: '--card', borderWidth: 1.5, borderRadius: 3 },
  emphasis: { itemStyle: { borderColor: '--ink', borderWidth: 1.5 } },
})

const dots = ({ lines }: MomentumOverTime) =>
  lines.flatMap(({ held }, row) => held.flatMap((n, column) => (n > 0 ? [[column, row]] : [])))

const slider = {
  type: 'slider',
  yAxisIndex: 0,
  width: 14,
  right: 0,
  brushSelect: false,
  showDataShadow: false,
  showDetail: false,
  borderColor: '--rule',
  fillerColor: '--rule',
  backgroundColor: '--card',
  handleStyle: { color: '--ink-soft', borderColor: '--ink-soft' },
  moveHandleSize: 0,
} as const

/** Pairings × weeks, coloured by level, a dot where a session was held. */
export const momentumChart = (momentum: MomentumOverTime, dates: Dates): Chart => {
  const { lines, weeks } = momentum
  const isLong = lines.length > MOST_ROWS
  const isNamed = lines.some(({ names }) => names !== undefined)
  const labels = (width: number) => ({ axisLabel: { width } })
  const axis = { type: 'category', ...quietAxis } as const
  return {
    height: AXIS + ROW * Math.min(lines.length, MOST_ROWS),
    leastWidth: (isNamed ? NARROW : 36) + 8 * weeks.length,
    says: `Heat map of ${counted(lines.length, 'pairing')} over ${counted(weeks.length, 'column')} of time; the same follows in words.`,
    option: {
      baseOption: {
        ...chartStyle,
        tooltip,
        grid: { ...snugGrid, ...(isLong && { right: 28 }) },
        xAxis: { ...axis, position: 'top', data: weeks.map(dates.shortDay) },
        yAxis: {
          ...axis,
          inverse: true,
          data: lines.map(lineName),
          axisLabel: {
            ...quietAxis.axisLabel,
            fontSize: 11,
            interval: 0,
            width: WIDE,
            overflow: 'truncate',
          },
        },
        ...(isLong && { dataZoom: [{ ...slider, startValue: 0, endValue: MOST_ROWS - 1 }] }),
        visualMap: {
          type: 'piecewise',
          show: false,
          seriesIndex: 0,
          dimension: 2,
          pieces: shownLevels.map(({ colour }, value) => ({ value, color: colour })),
        },
        series: [
          heatMap(momentum, dates),
          {
            type: 'scatter',
            silent: true,
            symbolSize: 5,
            itemStyle: { color: '--dot' },
            data: dots(momentum),
          },
        ],
      },
      media: [
        { query: { maxWidth: 600 }, option: { yAxis: labels(NARROW) } },
        { option: { yAxis: labels(WIDE) } },
      ],
    },
  }
}
