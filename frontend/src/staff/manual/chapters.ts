import type { StaffScreen } from '../staff-area.svelte'

/** The chapter of the manual that tells how a place is used: its file in docs/huong-dan. */
export const chapterOf: Readonly<Record<StaffScreen | 'hamlet', string>> = {
  today: '15-hang-ngay',
  gaps: '15-hang-ngay',
  order: '03-in-to',
  hamlet: '04-goi-cho-thon',
  history: '05-da-in',
  links: '06-kiem-tra-ma',
  notes: '07-ghi-chu',
  wordings: '08-sua-cau',
  office: '10-thong-tin',
  recordings: '11-giong-doc',
  'import-result': '11-giong-doc',
  clips: '11-giong-doc',
  people: '12-nguoi-lam-viec',
  trail: '12-nguoi-lam-viec',
  settings: '16-cai-dat',
  update: '18-cap-nhat',
  manual: '15-hang-ngay',
}
