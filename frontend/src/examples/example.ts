import { createRawSnippet, type Component, type Snippet } from 'svelte'

/** A component in one state, to be looked at. */
export interface Example {
  /** What is to be seen. */
  name: string
  component: Component<Record<string, unknown>>
  props: Record<string, unknown>
  /** Fills the window, and is shown in a box of its own size. */
  whole?: boolean
}

/** Examples of one component; what it needs is checked by the compiler. */
export function examplesOf<P extends object>(
  // The exports and bindings of the component do not matter here.
  component: Component<P, never, never> | Component<P>,
  states: Record<string, P>,
  whole = false,
): Example[] {
  return Object.entries(states).map(([name, props]) => ({ name, component: component as unknown as Example['component'], props: props as Record<string, unknown>, whole }))
}

/** Words or markup where a component takes a snippet. The markup is ours, not anybody's input. */
export function snippet(html: string): Snippet {
  return createRawSnippet(() => ({ render: () => `<div>${html}</div>` }))
}

export const nothing = (): void => undefined
