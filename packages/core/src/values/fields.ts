import * as t from 'io-ts'

/** A record with these fields, those that may be absent, and no others. */
export const fields = <R extends t.Props, O extends t.Props>(
  required: R,
  optional: O,
  name?: string,
) => t.exact(t.intersection([t.type(required), t.partial(optional)]), name)
