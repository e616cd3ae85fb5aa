import { defineConfig } from '@playwright/test'
import tests from './playwright.config'

// Takes the pictures of docs (make pictures): files NAME.pictures.ts, which the
// tests do not run. Into the folder that PICTURES names, as the browser makes them.
export default defineConfig({ ...tests, testMatch: '*.pictures.ts', workers: 1 })
