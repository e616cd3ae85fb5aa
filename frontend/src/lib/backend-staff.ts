// What only staff may do, as the program offers it; fetched when the staff door
// is first touched.

import * as staff from '../../wailsjs/go/desktop/Staff'
import { asking, slowTimeout, type StaffBackend } from './backend'
import { sent } from './wire'

/** The program's own staff calls. */
export function wailsStaff(timeout: number): StaffBackend {
  const ask = asking(timeout)
  const askSlowly = asking(slowTimeout)
  return {
    door: () => ask(() => staff.Door()),
    enterCode: (code) => ask(() => staff.EnterCode(code)),
    recover: (id, code) => ask(() => staff.Recover(id, code)),
    choose: (name, pin) => ask(() => staff.Choose(name, pin)),
    unlock: (id, pin) => ask(() => staff.Unlock(id, pin)),
    lock: () => ask(() => staff.Lock()),
    ownPin: (pin) => ask(() => staff.OwnPIN(pin)),
    people: () => ask(() => staff.People()),
    addPerson: (name, role, pin) => ask(() => staff.AddPerson(name, role, pin)),
    changePerson: (id, name, role) => ask(() => staff.ChangePerson(id, name, role)),
    givePin: (id, pin) => ask(() => staff.GivePIN(id, pin)),
    removePerson: (id) => ask(() => staff.RemovePerson(id)),
    newRecovery: () => ask(() => staff.NewRecovery()),
    trail: (before) => ask(() => staff.Trail(before)),
    saveTrail: (folder) => ask(() => staff.SaveTrail(folder)),
    // Six rooms are asked, and a part that does not answer is waited for.
    today: () => askSlowly(() => staff.Today()),
    backup: (folder) => ask(() => staff.Backup(folder)),
    paper: () => ask(() => staff.Paper()),
    preview: (order, page) => ask(() => staff.Preview(sent(order), page)),
    // A sleeping printer may take long to answer.
    printers: () => askSlowly(() => staff.Printers()),
    print: (order, printer) => ask(() => staff.Print(sent(order), printer)),
    folders: () => ask(() => staff.Folders()),
    save: (order, folder) => ask(() => staff.Save(sent(order), folder)),
    progress: () => ask(() => staff.Progress()),
    stop: () => ask(() => staff.Stop()),
    unfinished: () => ask(() => staff.Unfinished()),
    resume: (from) => ask(() => staff.Resume(from)),
    forget: () => ask(() => staff.Forget()),
    ruler: (printer, layout) => ask(() => staff.Ruler(printer, layout)),
    printRuler: (printer, layout) => askSlowly(() => staff.PrintRuler(printer, layout)),
    calibrate: (printer, layout, across, down) => ask(() => staff.Calibrate(printer, layout, across, down)),
    history: () => ask(() => staff.History()),
    retire: (id) => ask(() => staff.Retire(id)),
    links: () => ask(() => staff.Links()),
    linkCode: (key) => ask(() => staff.LinkCode(key)),
    beginLinks: () => ask(() => staff.BeginLinks()),
    linksControl: (sitting, opened) => ask(() => staff.LinksControl(sitting, opened)),
    judgeLink: (verdict) => ask(() => staff.JudgeLink(sent(verdict))),
    undoLink: (sitting) => ask(() => staff.UndoLink(sitting)),
    tryAddress: (link, pasted) => ask(() => staff.TryAddress(link, pasted)),
    useAddress: (verdict) => ask(() => staff.UseAddress(sent(verdict))),
    dropAddress: (link) => ask(() => staff.DropAddress(link)),
    notes: () => ask(() => staff.Notes()),
    note: (target) => ask(() => staff.Note(target)),
    saveNote: (target, text, sequence) => ask(() => staff.SaveNote(target, text, sequence)),
    showNote: (target, sequence) => ask(() => staff.ShowNote(target, sequence)),
    takeNote: (target) => ask(() => staff.TakeNote(target)),
    wordings: () => ask(() => staff.Wordings()),
    wording: (target) => ask(() => staff.Wording(target)),
    lesson: (key) => ask(() => staff.Lesson(key)),
    saveWording: (target, text, sequence) => ask(() => staff.SaveWording(target, sent(text), sequence)),
    askWording: (target, sequence) => ask(() => staff.AskWording(target, sequence)),
    agreeOnWording: (target, sequence, person, pin) => ask(() => staff.AgreeOnWording(target, sequence, person, pin)),
    returnWording: (target, sequence) => ask(() => staff.ReturnWording(target, sequence)),
    dropWording: (target) => ask(() => staff.DropWording(target)),
    takeAway: (target) => ask(() => staff.TakeAway(target)),
    bringBack: (target) => ask(() => staff.BringBack(target)),
    find: (query, lang) => ask(() => staff.Find(query, lang)),
    commune: () => ask(() => staff.Commune()),
    saveDetail: (name, text, sequence) => ask(() => staff.SaveDetail(name, text, sequence)),
    showDetail: (name, sequence) => ask(() => staff.ShowDetail(name, sequence)),
    recordings: () => ask(() => staff.Recordings()),
    saveScript: (lang, services, folder) => ask(() => staff.SaveScript(lang, [...services], folder)),
    takeIn: (lang, folder) => ask(() => staff.Import(lang, folder)),
    imported: () => ask(() => staff.Imported()),
    clips: (lang) => ask(() => staff.Clips(lang)),
    discard: (lang, ids) => ask(() => staff.Discard(lang, [...ids])),
    restore: (lang, ids) => ask(() => staff.Restore(lang, [...ids])),
  }
}
