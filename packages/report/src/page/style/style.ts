import type { Section } from '../section.ts'
import { charts } from './charts.ts'
import { colours } from './colours.ts'
import { layout } from './layout.ts'
import { paper } from './paper.ts'
import { phone } from './phone.ts'
import { tables } from './tables.ts'

/** The style sheet of a page with these sections, in the order in which later rules win. */
export const styleOf = (sections: ReadonlyArray<Section>): string =>
  [colours, layout, charts, tables, phone(sections), paper].join('')
