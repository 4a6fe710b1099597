import { Port } from '@reverse-mentoring/core'

export const { jsonText: write, readableJson: readable } = Port

export const read = (json: string): unknown => JSON.parse(json)

/** Any text as a key that SQLite keeps and sorts as JavaScript does. */
export const { sortable: key, unsortable: unkey } = Port
