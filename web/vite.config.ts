import { defineConfig } from 'vite';
import { pieces } from './pieces.ts';

/**
 * `npm run web` serves the page with reload on change and passes the API's paths on to a running desk (SIGHTLINE_URL).
 * The build goes to dist/web, from where the API serves it.
 */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@': `${import.meta.dirname}/src` } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The policy of the page allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
    // The map library and its worker are one file each; they load when a map is opened.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The component library marks its files for frameworks that render on servers.
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: { groups: pieces },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: process.env['SIGHTLINE_URL'] ?? 'http://127.0.0.1:3000', changeOrigin: false },
    },
  },
});
