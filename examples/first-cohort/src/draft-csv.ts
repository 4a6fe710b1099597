import { stringify } from 'csv-stringify/sync'
import { tellable, type DraftShown } from './draft-table.ts'

/** Every pair of a draft as a row of CSV, in the order of their numbers. A cell that begins like a formula is kept text. */
export const draftCsv = ({
  draft,
  numbered,
  names,
  personOf,
  labelOf,
}: Omit<DraftShown, 'kept'>): string => {
  const rows = numbered.map(({ number, pair }) => {
    const [junior, senior] = [personOf(pair.mentor), personOf(pair.mentee)]
    const sought = new Set(senior?.sought)
    const topics = (junior?.offered ?? []).filter((code) => sought.has(code)).map(labelOf)
    return [
      number,
      ...(names ? [junior?.name ?? '', senior?.name ?? ''] : []),
      ...[junior?.seniority, senior?.seniority],
      ...[junior?.attributes['department'], senior?.attributes['department']],
      topics.join('; '),
      pair.score,
      tellable(draft, pair)
        .map(({ rule, points }) => `${rule} ${String(points)}`)
        .join('; '),
    ]
  })
  const header = [
    'pair',
    ...(names ? ['junior', 'senior'] : []),
    ...['junior grade', 'senior grade', 'junior department', 'senior department'],
    ...['topics', 'score', 'because of'],
  ]
  return stringify([header, ...rows], { bom: true, escape_formulas: true })
}
