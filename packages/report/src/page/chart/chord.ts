import type { ChordSeriesOption } from 'echarts'
import type { Network } from '../../section/network.ts'
import { counted } from '../words.ts'
import { chartStyle, type Colour } from './chart-style.ts'
import type { Chart } from './chart.ts'
import { legend } from './legend.ts'

const SIZE = 340

/** A letter for a department: names would not fit around a small ring. */
const signOf = (i: number): string => String.fromCharCode(65 + i)

const colourOf = (i: number): Colour => `var(--unit-${String(i + 1)})`

const ribbons = ({ departments, ties }: Omit<Network, 'crossings'>): ChordSeriesOption => {
  const signs = new Map(departments.map((name, i) => [name, signOf(i)]))
  return {
    type: 'chord',
    silent: true,
    ...{ top: 22, bottom: 22, left: 22, right: 22 },
    padAngle: 3,
    radius: ['88%', '100%'],
    label: {
      show: true,
      color: 'var(--ink)',
      fontSize: 14,
      fontWeight: 600,
      position: 'outside',
      distance: 4,
    },
    itemStyle: { borderRadius: 3 },
    lineStyle: { color: 'source', opacity: 0.45 },
    data: departments.map((name, i) => ({
      name: signs.get(name) ?? name,
      itemStyle: { color: colourOf(i) },
    })),
    links: ties.map(({ mentor, mentee, pairings }) => ({
      source: signs.get(mentor) ?? mentor,
      target: signs.get(mentee) ?? mentee,
      value: pairings,
    })),
  }
}

/** Ribbons between departments, one per direction, as wide as there are pairings. */
export const chordChart = (network: Omit<Network, 'crossings'>): Chart => ({
  width: SIZE,
  height: SIZE,
  shape: 'round',
  says: `Ribbons between ${counted(network.departments.length, 'department')}; the table tells the same.`,
  option: { ...chartStyle, series: [ribbons(network)] },
  legend: legend(
    network.departments.map((name, i) => ({ name, colour: colourOf(i), sign: signOf(i) })),
  ),
})
