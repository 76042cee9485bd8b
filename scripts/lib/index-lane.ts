import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readSearchSource } from './read-search-source.ts';
import { shardsOf } from './write-index.ts';
import { type WrittenShard, writeShard } from './write-shard.ts';

/** Where a built site and its content are, where its index goes, and which shards this thread writes: every `lanes`-th from `lane` on. */
const laneSchema = z.object({ dist: z.string(), content: z.string(), bundle: z.string(), lane: z.number(), lanes: z.number() });
export type Lane = z.infer<typeof laneSchema>;

async function writeLane({ dist, content, bundle, lane, lanes }: Lane): Promise<WrittenShard[]> {
  const own = shardsOf(readSearchSource(dist, content)).filter((_, i) => i % lanes === lane);
  const written: WrittenShard[] = [];
  for (const shard of own) written.push(await writeShard(bundle, shard));
  return written;
}

parentPort?.postMessage(await writeLane(laneSchema.parse(workerData)));
