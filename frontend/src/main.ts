import { mount } from 'svelte'
import App from './App.svelte'
import { wailsBackend } from './lib/backend'
import { seal } from './lib/seal'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'

seal(window)

/** Milliseconds to wait for the fonts: screens measure their words to fit. */
const fontWait = 1500

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')

const fonts = ['400 28px "Be Vietnam Pro"', '600 28px "Be Vietnam Pro"'].map((font) =>
  document.fonts.load(font, 'Từng Bước'),
)
const patience = new Promise((resolve) => setTimeout(resolve, fontWait))
void Promise.race([Promise.allSettled(fonts), patience]).then(() => mount(App, { target, props: { backend: wailsBackend() } }))
