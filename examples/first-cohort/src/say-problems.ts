import { sayWrong, type Roster } from '@reverse-mentoring/roster'
import { counted, wrapped } from './wording.ts'

/** As many problems as a screen or two hold. */
const most = 20

/** What is wrong with a roster, with how to mend each; of very many the first ones. */
export const sayProblems = (file: string, { problems, read }: Roster): string => {
  const told = problems
    .slice(0, most)
    .flatMap((problem) => [
      wrapped(`  ${sayWrong(problem, read.unit)}`, 80, '    '),
      wrapped(`    → ${problem.mend}`, 80, '      '),
    ])
  const rows = new Set(problems.flatMap(({ lines }) => lines)).size
  const more = problems.length - most
  return [
    `${file}: ${counted(problems.length, 'problem')} in ${counted(rows, 'row')}`,
    ...told,
    ...(more > 0 ? [`  … and ${String(more)} more; mend these first.`] : []),
  ].join('\n')
}
