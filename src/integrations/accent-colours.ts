import type { AstroIntegration } from 'astro';
import { archive } from '../../archive.config.ts';

/** Puts the accent of archive.config.ts into the tokens where they are compiled: no page needs a style of its own for it. */
export function accentColours(): AstroIntegration {
  const transform = (code: string, id: string) =>
    /\/tokens\.css$/.test(id)
      ? code.replace('var(--accent-light)', archive.accent.light).replaceAll('var(--accent-dark)', archive.accent.dark)
      : null;
  return {
    name: 'accent-colours',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [{ name: 'accent-colours', enforce: 'pre', transform }] } });
      },
    },
  };
}
