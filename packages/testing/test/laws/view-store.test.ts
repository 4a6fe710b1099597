import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import { inMemory, viewStoreLaws } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { differing } from './view-store/differing.ts'
import { committing } from './view-store/committing.ts'
import { fencing } from './view-store/fencing.ts'
import { lasting } from './view-store/lasting.ts'
import { placing } from './view-store/placing.ts'
import { reading } from './view-store/reading.ts'

trust(viewStoreLaws, inMemory(memoryViewStore), {
  ...committing,
  ...fencing,
  ...placing,
  ...reading,
  ...lasting,
  ...differing,
})
