import { charts } from './charts.ts'
import { colours } from './colours.ts'
import { layout } from './layout.ts'
import { paper } from './paper.ts'
import { tables } from './tables.ts'

/** The style sheet of the page, in the order in which later rules win. */
export const style = [colours, layout, charts, tables, paper].join('')
