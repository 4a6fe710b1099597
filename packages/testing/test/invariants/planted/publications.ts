import { Cohort, View } from '@reverse-mentoring/core'
import { theCore, type Core } from '@reverse-mentoring/testing'
import { type Fault } from './fault.ts'

const withK = (cohort: Cohort.Cohort, k: number): Cohort.Cohort => ({
  ...cohort,
  ...(cohort.opened && { opened: { ...cohort.opened, rules: { ...cohort.opened.rules, k } } }),
})

const publishing = (publish: Core['publish']): Core => ({ ...theCore, publish })

/** What is told for one person too, of such figures. */
const whereOne =
  (isToldOfOne: (figure: string) => boolean): Core['publish'] =>
  (cohort, asOf, earlier) => {
    const publication = View.publishMetrics(cohort, asOf, earlier)
    const more = View.publishMetrics(withK(cohort, 1), asOf).figures.filter(
      ({ figure }) =>
        isToldOfOne(figure) && publication.figures.every((told) => told.figure !== figure),
    )
    return { ...publication, figures: [...publication.figures, ...more] }
  }

const withEveryTopic: Core['publish'] = (cohort, asOf, earlier) => {
  const publication = View.publishMetrics(cohort, asOf, earlier)
  const topics = Cohort.sessions(cohort).flatMap(({ ending }) =>
    ending?.type === 'SessionHeld' ? ending.byMentor : [],
  )
  const figures = [...new Set(topics)].map((topic) => ({
    figure: `topic ${topic}`,
    ...{ total: 1, people: 1, since: asOf },
  }))
  return { ...publication, figures: [...publication.figures, ...figures] }
}

/** Publications in which some figures read otherwise. */
const reading = (change: (figure: View.Figure) => View.Figure): Core =>
  publishing((cohort, asOf, earlier) => {
    const publication = View.publishMetrics(cohort, asOf, earlier)
    return { ...publication, figures: publication.figures.map(change) }
  })

/** As if sessions that an end or the close left open had ended too. */
const withVoidSessions: Core['publish'] = (cohort, asOf, earlier) => {
  const open = Cohort.sessions(cohort).filter(({ ending }) => ending === undefined).length
  const publication = View.publishMetrics(cohort, asOf, earlier)
  return {
    ...publication,
    figures: publication.figures.map((one) =>
      one.figure === 'sessions-ended' ? { ...one, total: one.total + 2 * open } : one,
    ),
  }
}

export const ofPublications: ReadonlyArray<Fault> = [
  [
    'INV17',
    'head counts that are one too many',
    reading((one) => (one.figure === 'met' ? { ...one, total: one.total + 1 } : one)),
  ],
  [
    'INV17',
    'ratings that are one too low',
    reading((one) => (one.figure.startsWith('rating') ? { ...one, total: one.total - 1 } : one)),
  ],
  [
    'INV17',
    'outcomes of one person too few',
    reading((one) => (one.figure.startsWith('outcome') ? { ...one, people: one.people - 1 } : one)),
  ],
  ['INV17', 'a publication that counts void sessions', publishing(withVoidSessions)],
  [
    'INV17',
    'a publication that forgets who is enrolled',
    publishing((cohort, asOf, earlier) => {
      const publication = View.publishMetrics(cohort, asOf, earlier)
      const figures = publication.figures.filter(({ figure }) => figure !== 'enrolled')
      return { ...publication, figures }
    }),
  ],
  [
    'INV34',
    'a publication that knows none before',
    publishing((cohort, asOf) => View.publishMetrics(cohort, asOf)),
  ],
  [
    'INV34',
    'a publication that knows the last one only',
    publishing((cohort, asOf, earlier) => View.publishMetrics(cohort, asOf, earlier?.slice(-1))),
  ],
  [
    'INV34',
    'head counts of one person',
    publishing(whereOne((figure) => ['enrolled', 'matched', 'formal', 'met'].includes(figure))),
  ],
  [
    'INV34',
    'counts of sessions of one person',
    publishing(whereOne((figure) => figure.startsWith('sessions'))),
  ],
  ['INV34', 'topics of whoever talked of them', publishing(withEveryTopic)],
]
