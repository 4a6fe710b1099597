import type { Port } from '@reverse-mentoring/core'

/** A store that counts its transactions. */
export const counting = (store: Port.EventStore) => {
  let appends = 0
  const counted: Port.EventStore = {
    ...store,
    append: (...given) => {
      appends += 1
      return store.append(...given)
    },
  }
  return { counted, appends: () => appends }
}
