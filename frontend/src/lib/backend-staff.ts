// What only staff may do, as the program offers it; fetched when the staff door
// is first touched.

import type { desktop } from '../../wailsjs/go/models'
import * as staff from '../../wailsjs/go/desktop/Staff'
import { slowTimeout, within, type StaffBackend } from './backend'
import type { OrderView, PrinterView } from './views'

/** The program's own staff calls. */
export function wailsStaff(timeout: number): StaffBackend {
  // See wailsBackend: the unions of views.ts are what the program promises.
  const ask = <T>(call: () => Promise<unknown>) => within(timeout, call) as Promise<T>
  return {
    door: () => ask(() => staff.Door()),
    enterCode: (code) => ask(() => staff.EnterCode(code)),
    setPin: (pin) => ask(() => staff.SetPIN(pin)),
    unlock: (pin) => ask(() => staff.Unlock(pin)),
    lock: () => ask(() => staff.Lock()),
    paper: () => ask(() => staff.Paper()),
    preview: (order, page) => ask(() => staff.Preview(sent(order), page)),
    // A sleeping printer may take long to answer.
    printers: () => within(slowTimeout, () => staff.Printers()) as Promise<PrinterView[]>,
    print: (order, printer) => ask(() => staff.Print(sent(order), printer)),
    folders: () => ask(() => staff.Folders()),
    save: (order, folder) => ask(() => staff.Save(sent(order), folder)),
    progress: () => ask(() => staff.Progress()),
    stop: () => ask(() => staff.Stop()),
    unfinished: () => ask(() => staff.Unfinished()),
    resume: (from) => ask(() => staff.Resume(from)),
    forget: () => ask(() => staff.Forget()),
    ruler: (printer, layout) => ask(() => staff.Ruler(printer, layout)),
    printRuler: (printer, layout) => within(slowTimeout, () => staff.PrintRuler(printer, layout)),
    calibrate: (printer, layout, across, down) => ask(() => staff.Calibrate(printer, layout, across, down)),
    history: () => ask(() => staff.History()),
    retire: (id) => ask(() => staff.Retire(id)),
    recordings: () => ask(() => staff.Recordings()),
    saveScript: (lang, services, folder) => ask(() => staff.SaveScript(lang, [...services], folder)),
    takeIn: (lang, folder) => ask(() => staff.Import(lang, folder)),
    imported: () => ask(() => staff.Imported()),
    clips: (lang) => ask(() => staff.Clips(lang)),
    discard: (lang, ids) => ask(() => staff.Discard(lang, [...ids])),
    restore: (lang, ids) => ask(() => staff.Restore(lang, [...ids])),
  }
}

/** The generated class of an order has methods that JSON does not carry. */
const sent = (order: OrderView) => order as unknown as desktop.OrderView
