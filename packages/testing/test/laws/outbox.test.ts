import { memoryOutbox } from '@reverse-mentoring/storage-memory'
import { inMemory, outboxLaws } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { committing } from './outbox/committing.ts'
import { going } from './outbox/going.ts'
import { keeping } from './outbox/keeping.ts'

trust(outboxLaws, inMemory(memoryOutbox), { ...committing, ...going, ...keeping })
