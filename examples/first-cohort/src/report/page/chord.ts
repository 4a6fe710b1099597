import type { ChordSeriesOption } from 'echarts'
import type { Network } from '../section/network.ts'
import { chartStyle, tooltip } from './chart-style.ts'
import type { Chart } from './section.ts'
import { counted } from './words.ts'

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
  itemStyle: { borderRadius: 3 },
  lineStyle: { color: 'source', opacity: 0.45 },
  emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.8 } },
  data: departments.map((name, i) => ({
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
    tooltip,
    series: [ribbons(ties, departments)],
  },
})
