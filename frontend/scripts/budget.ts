import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Script that a browser has to fetch before the first page is drawn, in bytes of gzip. */
const FIRST_LOAD = 300_000;

/** Fails a build whose first load has become too heavy. What pages and charts fetch later does not count. */
export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const needed = new Set<string>();
      const need = (name: string): void => {
        const file = bundle[name];
        if (file?.type === 'chunk' && !needed.has(name)) {
          needed.add(name);
          file.imports.forEach(need);
        }
      };
      Object.values(bundle).forEach((file) => {
        if (file.type === 'chunk' && file.isEntry) {
          need(file.fileName);
        }
      });
      const sizes = [...needed].map((name) => {
        const file = bundle[name];
        return file?.type === 'chunk' ? gzipSync(file.code).length : 0;
      });
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total > FIRST_LOAD) {
        this.error(`The first load is ${total} bytes of script after gzip; ${FIRST_LOAD} are allowed: ${[...needed].join(', ')}`);
      }
      this.info(`First load: ${total} of ${FIRST_LOAD} bytes of script after gzip.`);
    },
  };
}
