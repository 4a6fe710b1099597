import { Port } from '@reverse-mentoring/core'

export const { jsonText: write, readableJson: readable } = Port

export const read = (json: string): unknown => JSON.parse(json)

/** Any text as a key that PostgreSQL keeps, and sorts as JavaScript does where it sorts by bytes. */
export const { sortable: key, unsortable: unkey } = Port
