// The modern build has no types beside it.
declare module 'simple-keyboard/build/index.modern.esm.js' {
  export { default } from 'simple-keyboard/build/index.modern'
}
