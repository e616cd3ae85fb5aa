import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'
import { compactMessages } from './messages.ts'
import { budget, preloadFonts } from './budget.ts'
import { signs } from './signs.ts'
import { leaveOutUnused } from './unused.ts'

// The program sends the same policy with every file. The preview sends it
// too, so that a script or style it would refuse is seen before it ships.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "media-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

export default defineConfig({
  plugins: [svelte(), svelteTesting(), compactMessages(), signs(), leaveOutUnused(), preloadFonts(), budget()],
  build: {
    // The oldest engines the program runs on: WebView2 94, WebKitGTK of Debian 12.
    // 98 has no more syntax than 94; it only mends static fields named as what
    // every class has ("name", "length"). For their sake all fields would be
    // written as functions, and nobody has such a field.
    target: ['chrome98', 'safari16.4'],
    // Fonts stay files: a data: address would break font-src 'self'.
    assetsInlineLimit: 0,
    // Files come from the program itself: there is no way to shorten.
    modulePreload: false,
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
