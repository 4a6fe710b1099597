import type * as t from 'io-ts'
import { events } from '../cohort/event/event.ts'
import { upcasters, type Upcaster } from './upcasters.ts'

/** One stored type: the codec of its newest version, and a step up from each earlier one that was ever released. */
export interface StoredType {
  readonly codec: t.Any
  /** `upcasters[0]` brings version 1 to version 2, and so on; the newest version is one more than there are. */
  readonly upcasters: ReadonlyArray<Upcaster>
}

/** Every type that can be decoded, by its stored name. */
export type Registry = ReadonlyMap<string, StoredType>

/** The newest schema version of a stored type. */
export const newestSchema = ({ upcasters }: StoredType): number => upcasters.length + 1

/** The events of a cohort. */
export const cohortRegistry: Registry = new Map(
  Object.entries(events).map(([type, codec]): [string, StoredType] => [
    type,
    { codec, upcasters: upcasters.get(type) ?? [] },
  ]),
)
