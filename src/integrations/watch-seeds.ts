import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { convertArchive } from '../../scripts/lib/archive.ts';
import { cacheFolder, openCache } from '../../scripts/lib/conversion-cache.ts';
import { readPublished } from '../../scripts/lib/published.ts';
import { writeContent } from '../../scripts/lib/write-content.ts';

/** Long enough for an editor to finish saving. */
const quietMilliseconds = 100;

/**
 * `astro dev` converts anew whenever a seed or a dictionary changes: in its own process, where the dictionaries of the
 * segmenter are loaded already, so that a page shows the change within two seconds.
 */
export function watchSeeds(seeds: string, content: string): AstroIntegration {
  return {
    name: 'watch-seeds',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        let running: Promise<void> = Promise.resolve();
        const convert = async () => {
          const began = performance.now();
          try {
            await writeContent(content, async (writer) => {
              await convertArchive(seeds, readPublished(content), writer, {}, openCache(cacheFolder(content), seeds));
            });
            logger.info(`converted in ${((performance.now() - began) / 1000).toFixed(1)} s`);
          } catch (error) {
            logger.error(error instanceof Error ? error.message : String(error));
          }
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add(resolve(seeds));
        server.watcher.on('all', (event, path) => {
          if (event === 'addDir' || !path.startsWith(resolve(seeds))) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            running = running.then(convert);
          }, quietMilliseconds);
        });
      },
    },
  };
}
