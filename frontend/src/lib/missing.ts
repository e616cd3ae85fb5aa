/**
 * Stands behind the last branch of a choice of screens. A name that has no
 * branch is not never there, and does not compile.
 */
export const missing = (name: never): string => name
