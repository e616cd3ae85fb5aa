import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const wailsOnlyInBackend = {
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['**/wailsjs/**'], message: 'Only src/lib/backend.ts and backend-staff.ts talk to the program.' }] },
  ],
}

// What a test reads once, it may read before the page has come so far.
const readOnce = ':matches([callee.property.name=/^(count|isVisible|isHidden|allInnerTexts|allTextContents)$/])'
const askUntil = {
  'no-restricted-syntax': [
    'error',
    {
      selector: `CallExpression:matches([callee.name="expect"], [callee.object.name="expect"]) > AwaitExpression > CallExpression${readOnce}`,
      message: 'Reads once. Ask until it is so: expect(locator).toBeVisible(), .toHaveCount(), .toHaveText(), or expect.poll().',
    },
    {
      selector: 'CallExpression[callee.property.name="all"]:not([callee.object.name="Promise"])',
      message: 'May be none yet: take each() of kiosk.ts.',
    },
  ],
}

// Nothing of a resident may outlive the session, and pack text is never markup.
const nothingStays = {
  'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'indexedDB', 'history'],
  'no-restricted-properties': [
    'error',
    { object: 'document', property: 'cookie' },
    { object: 'window', property: 'localStorage' },
    { object: 'window', property: 'sessionStorage' },
    { object: 'window', property: 'history' },
  ],
}

export default ts.config(
  { ignores: ['dist/', 'src/paraglide/', 'wailsjs/', 'e2e/results/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'svelte/no-at-html-tags': 'error',
      // The policy refuses style attributes, and transitions write style tags;
      // style: directives go through the object model and are fine.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name="style"]', message: 'Use a class or a style: directive.' },
        { selector: 'SvelteDirective[kind="Transition"]', message: 'Use a CSS animation.' },
        { selector: 'CallExpression[callee.name="$state"] > :matches(ArrayExpression, ObjectExpression)', message: 'Nothing watches what is in it: $state.raw, and replace it.' },
        { selector: 'SvelteDirective[kind="Animation"]', message: 'Use a CSS animation.' },
      ],
      // Sets in the state are replaced, never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // There are no addresses in the kiosk, so nothing to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      ...wailsOnlyInBackend,
    },
  },
  { files: ['src/**'], rules: nothingStays },
  { files: ['e2e/**'], rules: askUntil },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  // types only, which are gone when it runs
  { files: ['src/lib/views.ts'], rules: { 'no-restricted-imports': 'off', '@typescript-eslint/consistent-type-imports': 'error' } },
  { files: ['src/lib/backend.ts', 'src/lib/backend-staff.ts', 'src/lib/testing/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.test.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
)
