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
  /** The share of those enrolled who were proposed a pairing, where it can be told. */
  readonly matchRate?: number
  readonly targetMatchRate?: number
  /** Whether no better matching existed in any of the runs, where all of them said so or not. */
  readonly best?: boolean
}

/** A figure, and what it is a share of. */
interface Share {
  readonly metric: string
  readonly figure: string
  readonly of: string
  /** Whether it counts people, and so may be told of another base. */
  readonly ofPeople: boolean
}

const people = (metric: string, figure: string, of: string): Share => ({
  ...{ metric, figure, of },
  ofPeople: true,
})

const shares: ReadonlyArray<Share> = [
  people('Proposed a pairing (match rate)', 'matched', 'enrolled'),
  people('In a formal pairing', 'formal', 'matched'),
  people('Met at least once', 'met', 'formal'),
  people('Completed', 'complete', 'formal'),
  { metric: 'Sessions held', figure: 'sessions-held', of: 'sessions-ended', ofPeople: false },
  {
    metric: 'Sessions in time after the last',
    figure: 'gaps-in-cadence',
    of: 'gaps',
    ofPeople: false,
  },
  people('Stalled at some time', 'stalled', 'formal'),
  people('Met again after stalling', 'recovered', 'stalled'),
  people('Shared topics both ways', 'both-ways', 'formal'),
  people('New ties across units', 'cross-unit', 'formal'),
]

/** What the bases are called; the wider ones, which stand in for one that is held back, widest last. */
const bases: Readonly<Record<string, string>> = {
  stalled: 'of those who had stalled',
  formal: 'of those in a formal pairing',
  matched: 'of those proposed a pairing',
  enrolled: 'of those enrolled',
  'sessions-ended': 'of those that ended',
  gaps: 'of all but the first',
}
const wider = ['formal', 'matched', 'enrolled'] as const

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

type Told = View.Publication['figures']

/** Of those enrolled, whenever they were last counted: they change little. Both figures are told anyway. */
const ofEnrolled = (
  { metric, figure, ofPeople }: Share,
  figures: Told,
): PublishedLine | undefined => {
  const part = figures.find((each) => each.figure === figure)?.people
  const whole = figures.find((each) => each.figure === 'enrolled')?.people
  if (part === undefined || whole === undefined || !ofPeople || part > whole) return undefined
  return {
    metric: `${metric}, of those enrolled`,
    unit: 'share',
    value: part / whole,
    people: whole,
  }
}

/** A share of its own base; else of the next wider one that was read at the same date; else of those enrolled. */
const shareLine = (share: Share, publication: Pick<View.Publication, 'figures'>): PublishedLine => {
  const { metric, figure, of, ofPeople } = share
  const { figures } = publication
  const candidates = [of, ...wider.slice(ofPeople ? wider.findIndex((base) => base === of) + 1 : 3)]
  for (const base of candidates) {
    const value = View.shareOf(publication, figure, base)
    if (value === undefined) continue
    const behind = figures.find((each) => each.figure === base)?.people
    return { metric: `${metric}, ${bases[base] ?? base}`, unit: 'share', value, people: behind }
  }
  const none = `${metric}, ${bases[of] ?? of}`
  return (
    ofEnrolled(share, figures) ?? {
      metric: none,
      unit: 'share',
      value: undefined,
      people: undefined,
    }
  )
}

const linesOf = (facts: Facts): ReadonlyArray<PublishedLine> => {
  const publication = facts.input.answers.figures ?? noFigures
  const enrolled = publication.figures.find(({ figure }) => figure === 'enrolled')?.people
  const { median, p90 } = publication.daysToFormal
  const days = (metric: string, value: number | undefined): PublishedLine => ({
    metric: `Days from proposal to formal, ${metric}`,
    unit: 'days',
    value,
    people: undefined,
  })
  return [
    { metric: 'People enrolled', unit: 'people', value: enrolled, people: enrolled },
    ...shares.map((share) => shareLine(share, publication)),
    days('median', median),
    days('9 of 10 within', p90),
    ...ratings(facts, publication.figures),
  ]
}

/** Whether all matchings reached their bound; unknown where one of them did not say. */
const isBest = ({ input }: Facts): boolean | undefined => {
  const { matchings = [] } = input
  if (matchings.length === 0) return undefined
  const reached = matchings.map(({ objective, bound }) =>
    objective === undefined || bound === undefined
      ? undefined
      : objective.pairs === bound.pairs && objective.score === bound.score,
  )
  return reached.includes(undefined) ? undefined : !reached.includes(false)
}

/** The figures that may be handed on: those of the last date of publication (INV34). */
export const published = (facts: Facts): Published => {
  const { figures } = facts.input.answers
  const { targetMatchRate } = facts.input
  const matchRate = View.shareOf(figures ?? noFigures, 'matched', 'enrolled')
  const best = isBest(facts)
  return {
    asOf: figures?.asOf,
    lines: linesOf(facts),
    ...(matchRate !== undefined && { matchRate }),
    ...(targetMatchRate !== undefined && { targetMatchRate }),
    ...(best !== undefined && { best }),
  }
}
