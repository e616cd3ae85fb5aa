// Compiles messages/*.json into src/paraglide, a function for each message.
import { compile } from '@inlang/paraglide-js'

await compile({
  project: './project.inlang',
  outdir: './src/paraglide',
  // Nothing may remember a resident's language: no cookie, no storage, no URL.
  strategy: ['globalVariable', 'baseLocale'],
  isServer: 'false',
  emitReadme: false,
})
