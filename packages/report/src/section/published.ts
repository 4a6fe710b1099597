import { View, type Values } from '@reverse-mentoring/core'
import { labelOf, type Facts } from '../facts.ts'

/** One line of the table for the sponsor; without a value there is none, or it would tell of too few people. */
export interface PublishedLine {
  readonly metric: string
  readonly unit: 'people' | 'share' | 'days' | 'rating'
  readonly value: number | undefined
  /** How many people stand behind it. */
  readonly people: number | undefined
}

/** What may be handed on, and since when it stands so. */
export interface Published {
  /** The date of the figures; absent before the first one. */
  readonly asOf: Values.Instant | undefined
  readonly lines: ReadonlyArray<PublishedLine>
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

const occasions: Readonly<Record<string, string>> = {
  start: 'at the start',
  session: 'after a session',
  half: 'half-way',
  end: 'at the end',
}

/** Means by question, each in the order of occasions. */
const ratings = (facts: Facts, figures: ReadonlyArray<View.Figure>): ReadonlyArray<PublishedLine> =>
  figures
    .flatMap(({ figure, total, people }) => {
      const [kind, question = '', occasion = ''] = figure.split(' ')
      const when = occasions[occasion]
      if (kind !== 'rating' || when === undefined) return []
      const metric = `${labelOf(facts, question)}, ${when}, mean of 1 to 5`
      const place = Object.keys(occasions).indexOf(occasion)
      const line = { metric, unit: 'rating' as const, value: total / people, people }
      return [{ line, order: `${question} ${String(place)}` }]
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ line }) => line)

const noFigures: Pick<View.Publication, 'figures' | 'daysToFormal'> = {
  figures: [],
  daysToFormal: {},
}

const linesOf = (facts: Facts): ReadonlyArray<PublishedLine> => {
  const publication = facts.input.answers.figures ?? noFigures
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
    ...ratings(facts, publication.figures),
  ]
}

/** The figures that may be handed on: those of the last date of publication (INV34). */
export const published = (facts: Facts): Published => ({
  asOf: facts.input.answers.figures?.asOf,
  lines: linesOf(facts),
})
