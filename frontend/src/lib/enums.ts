// Generated from the constants of backend/gaps, guide, handout and today by
// go test ./backend -run Enums -update. DO NOT EDIT.

/** What a resident comes for; a catalogue entry has no page of its own content. */
export const kinds = ['catalogue', 'procedure', 'app', 'task'] as const
export type Kind = (typeof kinds)[number]

/** Whether doing it online makes sense. */
export const advices = ['online', 'office', 'either', 'ask'] as const
export type Advice = (typeof advices)[number]

/** What is left to do when a lesson has come to its end. */
export const endings = ['', 'file', 'desk', 'ask', 'practised', 'urgent'] as const
export type Ending = (typeof endings)[number]

/** How much of a service is confirmed, and by what. */
export const surenesses = ['full', 'record', 'name-only', 'verified', 'unverified', 'general'] as const
export type Sureness = (typeof surenesses)[number]

/** What a resident types on their own phone and tells nobody. */
export const secrets = ['password', 'passcode', 'otp'] as const
export type Secret = (typeof secrets)[number]

/** The colour of a tile. */
export const tints = ['rice', 'leaf', 'indigo', 'madder'] as const
export type Tint = (typeof tints)[number]

/** What is counted. */
export const countEvents = ['opened', 'finished', 'code_shown', 'left', 'helpful', 'staff_called', 'rehearsed', 'slip_printed', 'stopped', 'unclear'] as const
export type CountEvent = (typeof countEvents)[number]

/** What a person may do behind the staff door. */
export const roles = ['clerk', 'admin'] as const
export type Role = (typeof roles)[number]

/** What an office says of itself. */
export const details = ['place', 'name', 'hours', 'phone', 'wifi'] as const
export type Detail = (typeof details)[number]

/** What staff set of this kiosk. */
export const settings = ['idle', 'letters', 'speaking', 'dpi', 'desk_printer', 'slip_printer', 'sumatra'] as const
export type Setting = (typeof settings)[number]

/** What the trail says that somebody did. */
export const deeds = ['opened', 'added', 'changed', 'removed', 'pin', 'recovery', 'recovered', 'reset', 'printed', 'saved', 'retired', 'links', 'address', 'recordings', 'discarded', 'away', 'back', 'office', 'trail', 'asked', 'agreed', 'returned', 'dropped', 'backup', 'setting', 'missed', 'left', 'update', 'noupdate'] as const
export type Deed = (typeof deeds)[number]

/** What may want doing today. */
export const todayParts = ['paper', 'codes', 'notes', 'words', 'begun', 'office', 'stuck', 'update', 'job', 'missed', 'backup'] as const
export type TodayPart = (typeof todayParts)[number]

/** Where staff began to write. */
export const begunKinds = ['writing', 'note', 'unsaid'] as const
export type BegunKind = (typeof begunKinds)[number]

/** What a block of the manual is. */
export const manualKinds = ['heading', 'text', 'step', 'point', 'picture'] as const
export type ManualKind = (typeof manualKinds)[number]

/** What a lesson may lack at an office. */
export const gapKinds = ['stopped', 'unclear', 'note_parked', 'words_parked', 'flaw', 'asked', 'writing', 'note', 'broken', 'asks', 'undrawn', 'unchecked', 'detail', 'unsaid'] as const
export type GapKind = (typeof gapKinds)[number]

/** What a code leads to, best first. */
export const linkNames = ['portal', 'web', 'android', 'ios', 'search'] as const
export type LinkName = (typeof linkNames)[number]

/** The layouts of paper, the smallest first. */
export const layouts = ['slip80', 'a6', 'a5', 'a4', 'a4x2', 'a4x4', 'a4x8', 'poster', 'leaflet'] as const
export type Layout = (typeof layouts)[number]
