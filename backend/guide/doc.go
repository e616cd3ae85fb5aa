// Package guide is the domain of Từng Bước: what a resident comes for and how
// the kiosk leads them to it. It knows no file format, no window, no database
// and imports the standard library only; every other package speaks its types.
//
// The words, as the office uses them:
//
//   - Service: what a resident comes for. A Procedure (thủ tục, has a code), an
//     App, or a Task (an everyday need such as paying the electricity bill).
//   - Guide: the walkthrough of a service: facts, checklist, steps, hand-off.
//   - Fact: one question with a few answers, asked so that the checklist and
//     the steps fit this resident. Answers are never stored.
//   - Checklist: the papers to bring, each with an optional When.
//   - Step: one sentence, one touch on the phone. Screen: the drawn picture of
//     the phone at that step, with a Target to touch.
//   - Flow: steps that many guides share (log in, attach photos, pay).
//   - Link: an address in the registry. A QR code leads only to a Link on an
//     official Host.
//   - Source: where a number comes from, and as of which day.
//   - Pack: all of the above for one province, with an edition number.
//   - Office: the commune's own name, hours and phone numbers.
package guide
