import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The gateway serves the console; in development the same paths go to a gateway that is already running.
  server: { proxy: { '/api': 'http://localhost:8080' } },
  build: { outDir: 'target/dist', emptyOutDir: true, target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 1600 },
  test: { environment: 'jsdom', setupFiles: ['src/test/setup.ts'], testTimeout: 90_000, restoreMocks: true },
});
