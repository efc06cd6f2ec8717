import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the page works wherever the endpoint is mounted.
  base: './',
  plugins: [react()],
  // The size is Monaco's, and the page is a tool that is opened on purpose.
  build: { chunkSizeWarningLimit: 8000, license: { fileName: 'LICENSES.md' } },
});
