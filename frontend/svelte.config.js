import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // Shorter than Svelte's own: it stands in every element of every component.
    cssHash: ({ css, hash }) => `s${hash(css).slice(0, 4)}`,
  },
}
