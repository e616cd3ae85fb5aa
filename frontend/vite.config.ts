import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'
import { compactMessages } from './messages.ts'
import { budget, preloadFonts } from './budget.ts'
import { signs } from './signs.ts'

// The program sends the same policy with every file. The preview sends it
// too, so that a script or style it would refuse is seen before it ships.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "media-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

export default defineConfig({
  plugins: [svelte(), svelteTesting(), compactMessages(), signs(), preloadFonts(), budget()],
  build: {
    // The oldest engines the program runs on: WebView2 94, WebKitGTK of Debian 12.
    target: ['chrome94', 'safari15'],
    // Fonts stay files: a data: address would break font-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The fake program of the examples starts from what the real one answers.
  server: { fs: { allow: ['.', '../backend/desktop/testdata/views'] } },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', '*.test.ts'],
    setupFiles: ['src/lib/testing/setup.ts'],
  },
})
