import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Lane } from './index-lane.ts';
import type { WrittenShard } from './write-shard.ts';

/** A process of Pagefind holds 1 GB while it indexes a shard: more than two at a time would be too much for most machines. */
const mostLanes = 2;

/**
 * Writes the shards of an index, so many at a time as there are cores, two at most, and gives them in the order of `shardsOf`.
 * Pagefind serves one index a thread, so each lane is a thread, which reads the archive for itself.
 */
export async function writeShards(
  site: Omit<Lane, 'lane' | 'lanes'>,
  lanes = Math.min(mostLanes, availableParallelism()),
): Promise<WrittenShard[]> {
  const written = await Promise.all(Array.from({ length: lanes }, (_, lane) => inThread({ ...site, lane, lanes })));
  const longest = Math.max(...written.map((shards) => shards.length));
  return Array.from({ length: longest }, (_, i) => written.flatMap((shards) => shards[i] ?? [])).flat();
}

function inThread(lane: Lane): Promise<WrittenShard[]> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./index-lane.ts', import.meta.url), { workerData: lane });
    worker.once('message', done).once('error', fail);
    worker.once('exit', (code) => fail(new Error(`a thread of the index ended with ${code}`)));
  });
}
