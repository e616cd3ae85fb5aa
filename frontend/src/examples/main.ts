import { mount } from 'svelte'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import Examples from './Examples.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('examples.html has no #app')
mount(Examples, { target })
