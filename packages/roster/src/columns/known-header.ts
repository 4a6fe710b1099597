import { squeezed } from '../text/plain.ts'
import { fieldHeaders } from './fields.ts'
import { managerHeader } from './manager-header.ts'

const all: ReadonlySet<string> = new Set(Object.values(fieldHeaders).flat().map(squeezed))

/** Whether a header is one that personnel systems use for something that a roster tells. */
export const knownHeader = (header: string): boolean =>
  all.has(squeezed(header)) || managerHeader(header) !== undefined
