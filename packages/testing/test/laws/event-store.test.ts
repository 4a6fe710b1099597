import { eventStoreLaws } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { appending } from './event-store/appending.ts'
import { damage, damageable, damaging } from './event-store/damaging.ts'
import { differing } from './event-store/differing.ts'
import { keeping } from './event-store/keeping.ts'
import { reading } from './event-store/reading.ts'
import { repeating } from './event-store/repeating.ts'

trust((place) => eventStoreLaws(place, { damage }), damageable, {
  ...appending,
  ...repeating,
  ...keeping,
  ...reading,
  ...damaging,
  ...differing,
})
