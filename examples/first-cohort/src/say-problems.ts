import type { RowProblem } from './roster.ts'
import { counted, wrapped } from './wording.ts'

/** What is wrong with a roster, row by row, with how to mend each. */
export const sayProblems = (file: string, problems: ReadonlyArray<RowProblem>): string => {
  const lines = problems.flatMap(({ line, column, problem, mend }) => [
    wrapped(`  line ${String(line)}, ${column}: ${problem}`, 80, '    '),
    wrapped(`    → ${mend}`, 80, '      '),
  ])
  const rows = new Set(problems.map(({ line }) => line)).size
  return [
    `${file}: ${counted(problems.length, 'problem')} in ${counted(rows, 'row')}`,
    ...lines,
  ].join('\n')
}
