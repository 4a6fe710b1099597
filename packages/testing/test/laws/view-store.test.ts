import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import { inMemory, viewStoreLaws } from '@reverse-mentoring/testing'
import { trust } from './faulty.ts'
import { committing } from './view-store/committing.ts'
import { reading } from './view-store/reading.ts'

trust(viewStoreLaws, inMemory(memoryViewStore), { ...committing, ...reading })
