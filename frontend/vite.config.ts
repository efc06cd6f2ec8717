import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { budget } from './scripts/budget';
import { precompress } from './scripts/precompress';
import { LONGEST_WAIT } from './src/testing/patience';

const service = process.env.SERVICE_URL ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [react(), budget(), precompress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // Small files inlined as data: addresses would need a weaker content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/graphql': { target: service, ws: true }, '/auth': service } },
  preview: { proxy: { '/graphql': { target: service, ws: true }, '/auth': service } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    testTimeout: 3 * LONGEST_WAIT,
    hookTimeout: 3 * LONGEST_WAIT,
    expect: { poll: { timeout: LONGEST_WAIT } },
  },
});
