import type { Stored, Values } from '@reverse-mentoring/core'
import type { Headed } from '../headers/headers.ts'
import type { Text } from '../text.ts'
import type { Written, WrittenRow } from './serialise.ts'

/** A row where it is found. */
export interface Entry {
  readonly key: string
  readonly cohort: Values.CohortId
  readonly row: Text<Stored.JsonObject>
}

/** The rows of a place, whatever their cohorts. */
export interface Place {
  readonly entries: Map<string, Entry>
  /** All of them in order; absent after one came, changed or went, until somebody asks. */
  order?: ReadonlyArray<Entry> | undefined
}

/** One cohort's part of a view. */
export interface Part extends Headed {
  /** Where its rows are. */
  readonly rows: Map<string, readonly [place: string, key: string]>
}

/** A view of all cohorts. */
export interface View {
  readonly parts: Map<Values.CohortId, Part>
  readonly places: Map<string, Place>
}

export const newView = (): View => ({ parts: new Map(), places: new Map() })

const idOf = (a: string, b: string): string => JSON.stringify([a, b])

const take = (view: View, cohort: Values.CohortId, name: string, key: string): void => {
  const place = view.places.get(name)
  if (place?.entries.delete(idOf(key, cohort)) !== true) return
  place.order = undefined
  if (place.entries.size === 0) view.places.delete(name)
}

const put = (
  { places }: View,
  cohort: Values.CohortId,
  [name, key]: WrittenRow,
  row: Text<Stored.JsonObject>,
): void => {
  const place = places.get(name) ?? { entries: new Map<string, Entry>() }
  places.set(name, place)
  place.entries.set(idOf(key, cohort), { key, cohort, row })
  place.order = undefined
}

/** Brings a change into its view. */
export const apply = (view: View, { cohort, after, anew, parked, header, rows }: Written): void => {
  const part: Part = {
    version: after + 1,
    parked,
    header,
    rows: view.parts.get(cohort)?.rows ?? new Map<string, readonly [string, string]>(),
  }
  view.parts.set(cohort, part)
  if (anew) {
    for (const [place, key] of part.rows.values()) take(view, cohort, place, key)
    part.rows.clear()
  }
  for (const change of rows) {
    const [place, key, row] = change
    if (row === undefined) {
      take(view, cohort, place, key)
      part.rows.delete(idOf(place, key))
    } else {
      put(view, cohort, change, row)
      part.rows.set(idOf(place, key), [place, key])
    }
  }
}
