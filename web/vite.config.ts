import { defineConfig } from 'vite';

// Into build/web, where the program of every build tree looks for its pages.
export default defineConfig({
  base: '/',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0, // data: URLs would need a laxer content security policy
    modulePreload: { polyfill: false },
    target: 'es2021',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8427' } },
});
