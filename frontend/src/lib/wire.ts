// What crosses between the program and the window is typed twice: Wails writes
// the types of Go's answers, and views.ts says what the window relies on, in
// narrower words. Here the compiler compares the two, field by field and in
// both directions, so that neither side can rename, add or drop one alone.

/** The fields of a generated class; its methods are not in the JSON. */
type Fields<Go> = { [Key in keyof Go as Go[Key] extends (...args: never[]) => unknown ? never : Key]: Go[Key] }

/** The texts of a generated class, but those that views.ts knows in narrower words. */
export type Texts<Go, Narrower extends keyof Go = never> = {
  [Key in keyof Go as Go[Key] extends string ? Exclude<Key, Narrower> : never]: Go[Key]
}

/** Whether a type says nothing: then it agrees with everything, and would hide a fault. */
type IsAny<T> = 0 extends 1 & T ? true : false

/** What a call gives that gives nothing. */
type Nothing = ReturnType<() => void>

/** What JSON knows. */
type Sort<T> = [T] extends [Nothing]
  ? 'nothing'
  : [T] extends [string]
    ? 'text'
    : [T] extends [number]
      ? 'a number'
      : [T] extends [boolean]
        ? 'true or false'
        : [T] extends [readonly unknown[]]
          ? 'a list'
          : 'an object'

/**
 * Every difference between a view and Go's type for it, as a sentence with the
 * place; never when there is none. In Go a pointer is what may be null.
 */
export type Faults<View, Go, Place extends string = 'answer'> = true extends IsAny<View> | IsAny<Go>
  ? `${Place}: any on one side`
  : [View, Go] extends [Nothing, Nothing]
    ? never
    : null extends View
      ? undefined extends Go
        ? Differences<NonNullable<View>, NonNullable<Go>, Place>
        : `${Place}: never null in Go`
      : undefined extends Go
        ? `${Place}: may be null in Go`
        : Differences<View, Go, Place>

type Differences<View, Go, Place extends string> =
  Sort<View> extends Sort<Go>
    ? View extends readonly (infer ViewItem)[]
      ? Go extends readonly (infer GoItem)[]
        ? Faults<ViewItem, GoItem, `${Place}[]`>
        : never
      : Sort<View> extends 'an object'
        ? InFields<View, Fields<Go>, Place>
        : never
    : `${Place}: ${Sort<View>} in views.ts, ${Sort<Go>} in Go`

type InFields<View, Go, Place extends string> =
  | Named<Exclude<keyof Go, keyof View>, Place, 'only in Go'>
  | Named<Exclude<keyof View, keyof Go>, Place, 'only in views.ts'>
  | { [Key in keyof View & keyof Go]-?: Faults<View[Key], Go[Key], `${Place}.${Key & string}`> }[keyof View & keyof Go]

type Named<Key, Place extends string, What extends string> = Key extends string ? `${Place}.${Key}: ${What}` : never

/** Asks nothing of a call whose types agree; otherwise the call does not compile, and the error says where. */
export type Agreed<View, Go> = [Faults<View, Go>] extends [never] ? unknown : Faults<View, Go>

/**
 * An answer of the program as the window knows it: View is taken from where
 * the answer goes to, Go from the generated call. The unions of words in
 * views.ts are what the program promises; that is for tests of Go to hold.
 */
export type Wire<View, Go> = (() => Promise<Go>) & Agreed<View, Go>

/** What the window sends, as the generated call wants it: the same JSON, without the methods of the class. */
export const sent = <View, Go>(view: View & Agreed<View, Go>): Go => view as unknown as Go
