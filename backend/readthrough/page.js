'use strict'
// Ticks and notes live in this browser only. A tick is kept with the digest of
// the words it was set for, so that changed words are read again.
const store = document.body.dataset.store
const articles = [...document.querySelectorAll('article')]
let kept = { ticks: {}, notes: {} }
try {
  const was = JSON.parse(localStorage.getItem(store) ?? '{}')
  kept = { ticks: was.ticks ?? {}, notes: was.notes ?? {} }
} catch {
  document.getElementById('unkept').hidden = false
}

function keep() {
  try {
    localStorage.setItem(store, JSON.stringify(kept))
  } catch {
    document.getElementById('unkept').hidden = false
  }
}

const read = (a) => kept.ticks[a.id] === a.dataset.digest
const onlyUnsure = document.getElementById('only-unsure')
const onlyOpen = document.getElementById('only-open')
const onlyLessons = document.getElementById('only-lessons')

function count() {
  const done = articles.filter(read).length
  document.getElementById('counter').value = `${done} / ${articles.length} đã đọc`
  for (const left of document.querySelectorAll('.left')) {
    const open = articles.filter((a) => a.parentElement.dataset.topic === left.dataset.topic && !read(a)).length
    left.textContent = open ? `còn ${open}` : 'xong'
  }
}

function mark(a) {
  a.classList.toggle('read', read(a))
  a.classList.toggle('old', Boolean(kept.ticks[a.id]) && !read(a))
  document.querySelector(`[data-for="${a.id}"]`)?.classList.toggle('read', read(a))
}

// An entry that was just ticked stays until a filter is touched: it must not
// vanish under the reader's finger.
function filter() {
  for (const a of articles) {
    a.hidden =
      (onlyUnsure.checked && !('unsure' in a.dataset)) || (onlyOpen.checked && read(a)) || (onlyLessons.checked && !('lesson' in a.dataset))
    const line = document.querySelector(`[data-for="${a.id}"]`)
    if (line) line.hidden = a.hidden
  }
  for (const s of document.querySelectorAll('.topic')) s.hidden = !s.querySelector('article:not([hidden])')
  document.getElementById('nothing').hidden = articles.some((a) => !a.hidden)
}

for (const a of articles) {
  const box = a.querySelector('.mark')
  box.checked = read(a)
  box.addEventListener('change', () => {
    if (box.checked) kept.ticks[a.id] = a.dataset.digest
    else delete kept.ticks[a.id]
    keep()
    mark(a)
    count()
  })
  const note = a.querySelector('.note textarea')
  note.value = kept.notes[a.id] ?? ''
  note.addEventListener('input', () => {
    if (note.value.trim()) kept.notes[a.id] = note.value
    else delete kept.notes[a.id]
    keep()
  })
  mark(a)
}
for (const box of [onlyUnsure, onlyOpen, onlyLessons]) box.addEventListener('change', filter)
const english = document.getElementById('english')
english.addEventListener('change', () => document.body.classList.toggle('english', english.checked))

// A link into an entry that is filtered away shows it.
addEventListener('hashchange', () => {
  const a = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (a?.hidden) {
    a.hidden = false
    a.parentElement.hidden = false
    a.scrollIntoView()
  }
})

function results() {
  const name = (a) => `${a.id}: ${a.querySelector('h3').firstChild.textContent.trim()}`
  const note = (a) => (kept.notes[a.id] ? `\n    ${kept.notes[a.id].trim().replaceAll('\n', '\n    ')}` : '')
  const done = articles.filter(read)
  const open = articles.filter((a) => !read(a))
  return [
    `${document.title}. ${done.length} / ${articles.length} đã đọc.`,
    '\nCHƯA XONG, CÓ GHI CHÚ', ...open.filter(note).map((a) => `- ${name(a)}${note(a)}`),
    '\nĐÃ ĐỌC, ĐÚNG', ...done.map((a) => `- ${name(a)}${note(a)}`),
    '\nCHƯA ĐỌC', ...open.filter((a) => !note(a)).map((a) => `- ${name(a)}`),
  ].join('\n')
}

const dialog = document.getElementById('result')
document.getElementById('export').addEventListener('click', () => {
  const text = results()
  const area = dialog.querySelector('textarea')
  area.value = text
  dialog.querySelector('a').href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  dialog.showModal()
  area.select()
  area.scrollTop = 0
})
dialog.querySelector('button').addEventListener('click', () => dialog.close())
count()
filter()
