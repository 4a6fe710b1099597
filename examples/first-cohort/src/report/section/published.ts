import { View } from '@reverse-mentoring/core'
import { labelOf, type Facts } from '../facts.ts'

/** One line of the table for the sponsor; without a value it is held back for being about too few people. */
export interface PublishedLine {
  readonly metric: string
  readonly unit: 'people' | 'share' | 'days' | 'rating'
  readonly value: number | undefined
  /** How many people stand behind it. */
  readonly people: number | undefined
}

/** One published figure as a share of another. */
const shares: ReadonlyArray<readonly [metric: string, figure: string, of: string]> = [
  ['Proposed a pairing, of those enrolled', 'matched', 'enrolled'],
  ['In a formal pairing, of those proposed one', 'formal', 'matched'],
  ['Met at least once, of those in a formal pairing', 'met', 'formal'],
  ['Completed, of those in a formal pairing', 'complete', 'formal'],
  ['Sessions held, of those that ended', 'sessions-held', 'sessions-ended'],
  ['Sessions within the cadence of the one before', 'gaps-in-cadence', 'gaps'],
  ['Stalled at some time, of those in a formal pairing', 'stalled', 'formal'],
  ['Met again, of those who had stalled', 'recovered', 'stalled'],
  ['Shared topics both ways, of those in a formal pairing', 'both-ways', 'formal'],
  ['New ties across units, of those in a formal pairing', 'cross-unit', 'formal'],
]

const occasions = {
  start: 'at the start',
  session: 'after a session',
  half: 'half-way',
  end: 'at the end',
}

const ratings = (facts: Facts, publication: View.Publication): ReadonlyArray<PublishedLine> =>
  (facts.cohort.opened?.codes.questions ?? []).flatMap((question) =>
    Object.entries(occasions).flatMap(([occasion, when]) => {
      const name = `rating ${question} ${occasion}`
      const figure = publication.figures.find((each) => each.figure === name)
      if (figure === undefined) return []
      const metric = `${labelOf(facts, question)}, ${when}, mean of 1 to 5`
      return [
        { metric, unit: 'rating', value: figure.total / figure.people, people: figure.people },
      ]
    }),
  )

/** The figures that may be handed on, as of the date of the report (INV34). */
export const published = (facts: Facts): ReadonlyArray<PublishedLine> => {
  const publication = View.publishMetrics(facts.cohort, facts.input.asOf)
  const peopleOf = (name: string) =>
    publication.figures.find(({ figure }) => figure === name)?.people
  const enrolled = peopleOf('enrolled')
  const { median, p90 } = publication.daysToFormal
  return [
    { metric: 'People enrolled', unit: 'people', value: enrolled, people: enrolled },
    ...shares.map(([metric, figure, of]): PublishedLine => {
      const value = View.shareOf(publication, figure, of)
      return {
        metric,
        unit: 'share',
        value,
        people: value === undefined ? undefined : peopleOf(of),
      }
    }),
    {
      metric: 'Days from proposal to formal, median',
      unit: 'days',
      value: median,
      people: undefined,
    },
    {
      metric: 'Days from proposal to formal, 9 of 10 within',
      unit: 'days',
      value: p90,
      people: undefined,
    },
    ...ratings(facts, publication),
  ]
}
