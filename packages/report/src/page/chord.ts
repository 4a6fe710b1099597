import type { ChordSeriesOption } from 'echarts'
import type { Network } from '../section/network.ts'
import { chartStyle, tooltip } from './chart-style.ts'
import type { Chart } from './section.ts'
import { counted } from './words.ts'

/** Large and small by turns, so that the names of small ones do not run into each other. */
const byTurns = (departments: ReadonlyArray<string>): ReadonlyArray<string> => {
  const half = Math.ceil(departments.length / 2)
  const small = departments.slice(half).reverse()
  return departments.slice(0, half).flatMap((large, i) => [large, ...small.slice(i, i + 1)])
}

const ribbons = (
  ties: Network['ties'],
  departments: Network['departments'],
): ChordSeriesOption => ({
  type: 'chord',
  top: 32,
  bottom: 32,
  left: 96,
  right: 96,
  padAngle: 4,
  radius: ['88%', '98%'],
  label: { show: true, color: '--ink', fontSize: 12, width: 92, lineHeight: 14, overflow: 'break' },
  labelLayout: { hideOverlap: true },
  itemStyle: { borderRadius: 3 },
  lineStyle: { color: 'source', opacity: 0.45 },
  emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.8 } },
  data: byTurns(departments).map((name, i) => ({
    name,
    itemStyle: { color: `--unit-${String(i + 1)}` },
  })),
  links: ties.map(({ mentor, mentee, pairings }) => ({
    source: mentor,
    target: mentee,
    value: pairings,
  })),
})

/** Ribbons between departments, one per direction, as wide as there are pairings. */
export const chordChart = ({ departments, ties }: Omit<Network, 'crossings'>): Chart => ({
  height: 420,
  shape: 'round',
  says: `Ribbons between ${counted(departments.length, 'department')}; the same follows as a table.`,
  option: {
    ...chartStyle,
    tooltip: { ...tooltip, formatter: '{b}: {c}' },
    series: [ribbons(ties, departments)],
  },
})
