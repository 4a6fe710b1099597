import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { changing, reading } from '../attempt.ts'
import { during } from '../keeping.ts'
import { key, unkey } from '../text.ts'
import { erasedIn } from './gone.ts'
import { listingCohorts } from './listed.ts'
import { scrubbing } from './scrub.ts'
import { telling } from './told.ts'

type Participants = ReadonlyArray<Values.ParticipantId>

/** How people go out of a directory. */
export const erasingIn = (
  database: Database.Database,
): Pick<Port.Directory, 'erase' | 'told' | 'erasing'> => {
  const mark = database.prepare<[string]>(
    `INSERT INTO participant (participant, erased) VALUES (?, 1)
     ON CONFLICT (participant) DO UPDATE SET person = NULL, erased = 1 WHERE NOT erased`,
  )
  // The id of whom nothing is known is not written at all.
  const isKnown = database
    .prepare<[{ id: string }], number>(
      `SELECT EXISTS (SELECT 1 FROM listed WHERE participant = @id)
           OR EXISTS (SELECT 1 FROM participant WHERE participant = @id)`,
    )
    .pluck()
  const dropTexts = database.prepare<[string]>(
    'DELETE FROM text WHERE text IN (SELECT text FROM text_of WHERE participant = ?)',
  )
  const dropSalts = database.prepare<[string]>(
    'DELETE FROM salt WHERE cohort IN (SELECT cohort FROM listed WHERE participant = ?)',
  )
  const dropKeys = database.prepare<[string]>(
    'UPDATE external_key SET participant = NULL WHERE participant = ?',
  )
  const gone = erasedIn(database)
  const { tell, forgetIfTold } = telling(database)
  const { owe, scrub } = scrubbing(database)
  const cohortsOf = listingCohorts(database)
  const erased = (participant: Values.ParticipantId): Port.Erasing => ({
    participant,
    cohorts: cohortsOf(participant),
  })
  const erase = database.transaction((participants: Participants): ReadonlyArray<Port.Erasing> => {
    let taken = 0
    for (const id of participants.map(key)) {
      gone.add(id)
      const steps =
        isKnown.get({ id }) === 1 ? [mark, dropTexts, dropSalts, dropKeys] : [dropTexts, dropKeys]
      for (const statement of steps) taken += statement.run(id).changes
      if (forgetIfTold(id)) taken += 1
    }
    if (taken > 0) owe()
    return participants.map(erased)
  }).immediate
  const told = database.transaction((cohort: string, participants: Participants): void => {
    const forgotten = participants.map(key).filter((participant) => tell(cohort, participant))
    // The id goes with the last cohort, and leaves no byte either.
    if (forgotten.length > 0) owe()
  }).immediate
  const marked = (comparison: '>' | '>=') =>
    database
      .prepare<[string, number], string>(
        `SELECT participant FROM participant
         WHERE erased AND participant ${comparison} ? ORDER BY participant LIMIT ?`,
      )
      .pluck()
  const [first, later] = [marked('>='), marked('>')]
  const erasing = database.transaction(
    (after: Values.ParticipantId | undefined, limit: number): ReadonlyArray<Port.Erasing> =>
      (after === undefined ? first : later)
        .all(key(after ?? ''), limit)
        .map((participant) => erased(unkey(participant) as Values.ParticipantId)),
  )

  const scrubbed = changing(database, scrub)

  return {
    erase: (participants) => () => {
      const ids = Array.from(participants)
      const erased = pipe(
        changing(database, () => erase(ids)),
        TE.flatMap((answer) => TE.map(() => answer)(scrubbed)),
      )
      return during(database, erased())
    },
    told: (cohort, participants) => () => {
      const ids = Array.from(participants)
      const settled = pipe(
        scrubbed,
        TE.flatMap(() =>
          changing(database, () => {
            told(key(cohort), ids)
          }),
        ),
        TE.flatMap(() => scrubbed),
      )
      return during(database, settled())
    },
    erasing: (page) => async () => {
      const asked = Port.soundPage(page)()
      if (E.isLeft(asked)) return asked
      const { after, limit } = asked.right
      const done = await scrubbed()
      const unfinished = await reading(database, () => erasing(after, limit))()
      // Who is still to be told of does not wait for the file; `told` does.
      const isEmpty = E.isRight(unfinished) && unfinished.right.length === 0
      return isEmpty && E.isLeft(done) ? done : unfinished
    },
  }
}
