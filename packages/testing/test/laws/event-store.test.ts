import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { eventStoreLaws, inMemory } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { appending } from './event-store/appending.ts'
import { keeping } from './event-store/keeping.ts'
import { reading } from './event-store/reading.ts'
import { repeating } from './event-store/repeating.ts'

trust(
  eventStoreLaws,
  inMemory(() => memoryEventStore()),
  {
    ...appending,
    ...repeating,
    ...keeping,
    ...reading,
  },
)
