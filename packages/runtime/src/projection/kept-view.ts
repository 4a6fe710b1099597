import type { View } from '@reverse-mentoring/core'

/** A view, as far as keeping it needs. */
export type KeptView = Pick<
  View.View<View.Audience, object>,
  'name' | 'touched' | 'row' | 'keys' | 'places'
>
