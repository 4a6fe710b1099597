import * as t from 'io-ts'

/** A list of these. */
export const list = <C extends t.Mixed>(item: C) => t.readonlyArray(item)
